"""A picture without what the camera wrote beside it: place, time, names and small copies are left out."""

from collections.abc import Iterator
from struct import pack, unpack_from

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from trappan.documents.kinds import (
    END,
    FIELD,
    FRAMES,
    JPEG_BEGINS,
    MARKER,
    PNG_BEGINS,
    RIFF,
    SCAN,
    WEBP,
    Kind,
    kind_of,
    parts_of_webp,
)
from trappan.documents.names import MEDIA
from trappan.refusals import Refused

PICTURES = (Kind.JPEG, Kind.PNG, Kind.WEBP)
# What a JPEG is drawn by: frames, tables, restarts, number of lines.
DRAWS_JPEG = FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD}
# The parts in which programs write what they want, and those of them that say how the colours and sides are meant.
JFIF, EXIF, ADOBE = 0xE0, 0xE1, 0xEE
PLAIN_JFIF = b"JFIF\0\1\1\0\0\1\0\1\0\0"
TURNED = 0x0112
DRAWS_PNG = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"IDAT", b"IEND"}
DRAWS_WEBP = {b"ALPH", b"VP8 ", b"VP8L"}
MOVES, SEES_THROUGH = 0x02, 0x10  # bits of the first byte of VP8X

NO_PICTURE = _("Choose a JPEG, PNG or WebP picture. This file is something else.")
MOVING = _("The picture moves. Choose one that is still.")


def bare(content: bytes) -> bytes:
    """Return a picture with nothing in it but what draws it; which side is up is kept.

    It is drawn the same but for its colours where a profile said how those are meant: a profile holds free text, so it
    is left out, and a picture of more colours than a screen's usual ones (sRGB) is drawn a little paler.

    Refused: what is no JPEG, PNG or WebP, a picture that is damaged or too large to draw, and one that moves.
    """
    kind = kind_of(content)
    if kind == Kind.JPEG:
        return b"".join(bare_jpeg(content))
    if kind == Kind.PNG:
        return b"".join(bare_png(content))
    if kind == Kind.WEBP:
        return bare_webp(content)
    raise Refused(NO_PICTURE, FIELD)


def segment(marker: int, body: bytes) -> bytes:
    return pack(">BBH", 0xFF, marker, len(body) + 2) + body


def bare_jpeg(content: bytes) -> Iterator[bytes]:
    """Return the parts that draw a JPEG, up to the end of the first picture in the file."""
    yield JPEG_BEGINS[:2]
    at = 2
    while found := MARKER.search(content, at):
        marker, at = content[found.start() + 1], found.end()
        if marker == END:
            break
        (length,) = unpack_from(">H", content, at)
        body = content[at + 2 : at + length]
        at += length
        if marker == SCAN:
            following = MARKER.search(content, at)
            yield segment(marker, body) + content[at : following.start() if following else len(content)]
        elif marker in DRAWS_JPEG:
            yield segment(marker, body)
        elif marker == JFIF and found.start() == 2 and body.startswith(b"JFIF\0"):
            yield segment(marker, PLAIN_JFIF)
        elif marker == ADOBE and body.startswith(b"Adobe"):
            yield segment(marker, body[:12])
        elif marker == EXIF and (side := turned(body)) > 1:
            yield segment(marker, turning(side))
    yield bytes((0xFF, END))


def turned(exif: bytes) -> int:
    """Return which side of a photograph is up, 1 to 8, as the camera wrote; 1 where it wrote nothing to go by."""
    order = {b"Exif\0\0II": "<", b"Exif\0\0MM": ">"}.get(exif[:8])
    tiff = exif[6:]
    if order is None or len(tiff) < 8:
        return 1
    (at,) = unpack_from(f"{order}I", tiff, 4)
    if at + 2 > len(tiff):
        return 1
    (entries,) = unpack_from(f"{order}H", tiff, at)
    for entry in range(at + 2, min(at + 2 + 12 * entries, len(tiff) - 11), 12):
        tag, _kind, _count, said = unpack_from(f"{order}HHIH", tiff, entry)
        if tag == TURNED:
            return said if 1 <= said <= 8 else 1
    return 1


def turning(side: int) -> bytes:
    """Return what a camera writes, with nothing in it but which side is up."""
    return b"Exif\0\0MM\0*" + pack(">IHHHIHHI", 8, 1, TURNED, 3, 1, side, 0, 0)


def bare_png(content: bytes) -> Iterator[bytes]:
    """Return the parts that draw a PNG."""
    yield PNG_BEGINS
    at = len(PNG_BEGINS)
    while at < len(content):
        length, name = unpack_from(">I4s", content, at)
        if name in DRAWS_PNG:
            yield content[at : at + 12 + length]
        at += 12 + length


def bare_webp(content: bytes) -> bytes:
    """Return a WebP picture of the parts that draw it; refused where it moves."""
    parts = b""
    for name, part in parts_of_webp(content):
        if name == b"VP8X" and len(part) >= 10:
            if part[0] & MOVES:
                raise Refused(MOVING, FIELD)
            parts += pack("<4sI", name, 10) + bytes((part[0] & SEES_THROUGH, 0, 0, 0)) + part[4:10]
        elif name in DRAWS_WEBP:
            parts += pack("<4sI", name, len(part)) + part + b"\0" * (len(part) % 2)
    return RIFF + pack("<I", len(parts) + 4) + WEBP + parts


def shown(content: bytes, kind: Kind) -> HttpResponse:
    """Send a picture to be drawn within the product's own pages, and by nobody else's."""
    answer = HttpResponse(content, content_type=MEDIA[kind])
    answer["Content-Disposition"] = "inline"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store"
    return answer
