"""Which kind a file is, by what stands in it: one of the few that are taken, whole, and nothing else besides."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import unpack_from
from zipfile import ZipFile, ZipInfo, is_zipfile

from django.utils.translation import gettext_lazy as _

from trappan.documents.models import File
from trappan.refusals import Refused

Kind = File.Kind
FIELD = "file"
# What the picture of a good telephone may have; beyond it a few bytes unpack to more than a computer holds.
MOST_PIXELS = 120_000_000
# An office document is a packed folder: so many parts, so long unpacked, and no more than so many times its size.
MOST_PARTS, MOST_UNPACKED, MOST_TIMES = 5_000, 300_000_000, 150
# What its list of kinds may be: it is read whole.
MOST_TYPES = 1_000_000
PNG_BEGINS, JPEG_BEGINS, ZIP_BEGINS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04"
RIFF, WEBP = b"RIFF", b"WEBP"
JPEG_ENDS, ZIP_ENDS = b"\xff\xd9", b"PK\x05\x06"
ODT_SAYS = b"application/vnd.oasis.opendocument.text"
# A reader of PDF looks for its beginning here, whatever stands before it.
PDF_LOOKS = 1024
# Where a JPEG's marker stands among picture data: not a stuffed byte, a restart or a fill.
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# Frames that tell the size (SOF): 0xC4, 0xC8 and 0xCC are something else.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN, END = 0xDA, 0xD9
# What the reader of packed folders says of one that is none: it has no exception in common for it.
UNPACKING = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
MARKUP = re.compile(r"\s*<(!doctype|html|head|body|script|svg|\?xml|\?php)", re.IGNORECASE)
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")

OTHER = _(
    "Choose a PDF, a JPEG, PNG or WebP picture, plain text, or a Word or ODT document. This file is something else."
)
DAMAGED = _("The file cannot be read whole: it is damaged or cut off. Save it anew and choose it again.")
DOUBLE = _(
    "The file is two things at once, which no ordinary program makes. Save it anew, as PDF, and choose it again."
)
BOMB = _("The file unpacks to more than a computer holds. Save it smaller, as PDF, and choose it again.")
MACROS = _("The document holds a program (macros). Save it without, or as PDF, and choose it again.")
LOCKED = _("The document is locked with a password. Save it without, and choose it again.")


def kind_of(content: bytes) -> Kind:
    """Return what a file is, by its content alone.

    Refused: an empty file, another kind, one that is damaged, two things at once, a picture or document that
    unpacks to too much, and a document with macros or a password.
    """
    if not content:
        raise Refused(_("The file is empty. Choose another."), FIELD)
    if content.startswith(ZIP_BEGINS):
        return office(content)
    kind = plain_kind(content)
    if is_zipfile(BytesIO(content)) or (kind != Kind.PDF and b"%PDF-" in content[:PDF_LOOKS]):
        raise Refused(DOUBLE, FIELD)
    return kind


def plain_kind(content: bytes) -> Kind:
    """Return what a file is that is not a packed folder."""
    if content.startswith(b"%PDF-"):
        refuse_torn_pdf(content)
        return Kind.PDF
    if content.startswith(PNG_BEGINS):
        refuse_bad_png(content)
        return Kind.PNG
    if content.startswith(JPEG_BEGINS):
        refuse_bad_jpeg(content)
        return Kind.JPEG
    if content.startswith(RIFF) and content[8:12] == WEBP:
        refuse_bad_webp(content)
        return Kind.WEBP
    refuse_no_text(content)
    return Kind.TEXT


def refuse_torn_pdf(content: bytes) -> None:
    """Refuse a PDF that does not end as one, or has something after its end."""
    _body, ends, after = content.rpartition(b"%%EOF")
    if not ends:
        raise Refused(DAMAGED, FIELD)
    if after.strip(b"\r\n\t \0"):
        raise Refused(DOUBLE, FIELD)


def refuse_bad_png(content: bytes) -> None:
    """Refuse a PNG of too many pixels, one that is cut off, and one with something after its end."""
    at, first = len(PNG_BEGINS), True
    while at + 12 <= len(content):
        length, name = unpack_from(">I4s", content, at)
        if first:
            if name != b"IHDR" or length != 13 or at + 25 > len(content):
                raise Refused(DAMAGED, FIELD)
            refuse_pixels(*unpack_from(">II", content, at + 8))
            first = False
        at += 12 + length
        if name == b"IEND":
            if at < len(content):
                raise Refused(DOUBLE, FIELD)
            if at == len(content):
                return
    raise Refused(DAMAGED, FIELD)


def refuse_bad_jpeg(content: bytes) -> None:
    """Refuse a JPEG of too many pixels, one that is cut off, and one with something after its end.

    Telephones write a second picture after the first: that one is looked at in the same way.
    """
    at = 0
    while content.startswith(JPEG_BEGINS, at):
        at = end_of_jpeg(content, at + 2)
    if content[at:].strip(b"\r\n\t \0"):
        raise Refused(DOUBLE, FIELD)


def end_of_jpeg(content: bytes, at: int) -> int:
    """Return where a JPEG ends, whose first marker stands `at`; its frame has told how large it is."""
    measured = False
    while found := MARKER.search(content, at):
        marker, at = content[found.start() + 1], found.end()
        if marker == END and measured:
            return at
        if at + 2 > len(content):
            break
        (length,) = unpack_from(">H", content, at)
        if marker in FRAMES and at + 7 <= len(content):
            height, width = unpack_from(">HH", content, at + 3)
            refuse_pixels(width, height)
            measured = True
        at += length  # picture data follows a scan, until the next marker
    raise Refused(DAMAGED, FIELD)


def parts_of_webp(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Return the parts of a WebP picture, each with its name; refused where one is cut off."""
    at = 12
    while at < len(content):
        if at + 8 > len(content):
            raise Refused(DAMAGED, FIELD)
        name, length = unpack_from("<4sI", content, at)
        if at + 8 + length > len(content):
            raise Refused(DAMAGED, FIELD)
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def refuse_bad_webp(content: bytes) -> None:
    """Refuse a WebP of too many pixels, one that is cut off, and one with something after its end."""
    (said,) = unpack_from("<I", content, 4)
    if said + 8 != len(content):
        raise Refused(DAMAGED if said + 8 > len(content) else DOUBLE, FIELD)
    sizes = [size for name, part in parts_of_webp(content) if (size := size_of_webp(name, part))]
    if not sizes:
        raise Refused(DAMAGED, FIELD)
    for width, height in sizes:
        refuse_pixels(width, height)


def size_of_webp(name: bytes, part: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, where a part of a WebP picture says them."""
    if name == b"VP8X" and len(part) >= 10:
        return int.from_bytes(part[4:7], "little") + 1, int.from_bytes(part[7:10], "little") + 1
    if name == b"VP8L" and len(part) >= 5:
        said = int.from_bytes(part[1:5], "little")
        return (said & 0x3FFF) + 1, (said >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and len(part) >= 10:
        width, height = unpack_from("<HH", part, 6)
        return width & 0x3FFF, height & 0x3FFF
    return None


def refuse_pixels(width: int, height: int) -> None:
    """Refuse a picture without size, or of more pixels than a computer holds."""
    if not width or not height:
        raise Refused(DAMAGED, FIELD)
    if width * height > MOST_PIXELS:
        raise Refused(BOMB, FIELD)


def refuse_no_text(content: bytes) -> None:
    """Refuse what is not text that somebody reads: other signs, or a page that a browser would draw."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise Refused(OTHER, FIELD) from None
    if UNREADABLE.search(text) or MARKUP.match(text) or text.startswith("{\\rtf"):
        raise Refused(OTHER, FIELD)


def office(content: bytes) -> Kind:
    """Return which office document a packed folder is; its parts are counted before any is unpacked."""
    end = content.rfind(ZIP_ENDS)
    if end < 0 or end + 22 > len(content):
        raise Refused(DAMAGED, FIELD)
    if end + 22 != len(content):
        raise Refused(DOUBLE, FIELD)
    try:
        with ZipFile(BytesIO(content)) as folder:
            parts = folder.infolist()
            refuse_parts(parts, len(content))
            kind = said_kind(folder, {part.filename for part in parts})
    except UNPACKING:
        raise Refused(DAMAGED, FIELD) from None
    return kind


def refuse_parts(parts: list[ZipInfo], size: int) -> None:
    """Refuse a folder with something before it, with a password, or that unpacks to too much."""
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED, FIELD)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED, max(size, 10_000) * MOST_TIMES):
        raise Refused(BOMB, FIELD)
    if not parts or min(part.header_offset for part in parts):
        raise Refused(DOUBLE, FIELD)


def beginning(folder: ZipFile, name: str) -> bytes:
    """Return the first signs of a part: no more is unpacked."""
    with folder.open(name) as part:
        return part.read(200)


def said_kind(folder: ZipFile, names: set[str]) -> Kind:
    """Return which document the parts of a folder make."""
    if any(name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names):
        raise Refused(MACROS, FIELD)
    if "mimetype" in names and beginning(folder, "mimetype").strip() == ODT_SAYS and "content.xml" in names:
        return Kind.ODT
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        if folder.getinfo("[Content_Types].xml").file_size > MOST_TYPES:
            raise Refused(BOMB, FIELD)
        if b"macroEnabled" in folder.read("[Content_Types].xml"):
            raise Refused(MACROS, FIELD)
        return Kind.DOCX
    raise Refused(OTHER, FIELD)
