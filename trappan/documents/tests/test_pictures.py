"""A picture of a site is drawn as before and tells nothing else: not where, when, by whom or of whom."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.documents.kinds import Kind, kind_of
from trappan.documents.pictures import bare, turned
from trappan.documents.tests.files import PDF, TEXT, docx, jpeg, part, png, webp
from trappan.refusals import Refused

SECRET = b"58.4108N 15.6214E Amira"
SCAN = jpeg().index(b"\xff\xda")
# Markers in which a program writes what it wants: APP0 to APP15, and the comment.
MARKERS = st.sampled_from([*range(0xE0, 0xF0), 0xFE])
# A picture that says it is a PDF, or ends a zip, is two things at once, and refused (test_kinds).
SAID = st.binary(max_size=40).filter(lambda said: b"%PDF" not in said and b"PK" not in said)
BODIES = st.tuples(
    st.sampled_from(
        [b"", b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0", b"JFIF\0", b"Photoshop 3.0\0"]
    ),
    SAID,
).map(lambda said: said[0] + said[1] + SECRET)


def exif(side, order="<", tag=0x0112):
    """Return what a camera writes: which side is up, and after it where it was."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(f"{order}HHHIHH", 1, tag, 3, 1, side, 0)
    return b"Exif\0\0" + mark + struct.pack(f"{order}I", 8) + entries + b"\0\0\0\0" + SECRET


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


@given(st.lists(st.tuples(MARKERS, BODIES), max_size=6), st.booleans())
def test_a_jpeg_keeps_what_draws_it_and_nothing_that_a_program_wrote(written, has_second):
    said = b"".join(segment(*one) for one in written)
    whole = jpeg()
    made = whole[:2] + said + whole[2:SCAN] + said + whole[SCAN:]
    made += jpeg()[:2] + segment(0xE1, SECRET) + jpeg()[2:] if has_second else b""
    cleaned = bare(made)
    assert SECRET not in cleaned
    assert cleaned.count(b"\xff\xd8") == 1, "no second picture, and no small copy"
    assert cleaned.endswith(whole[whole.index(b"\xff\xc0") :]), "frame and picture data are what they were"
    assert (kind_of(cleaned), bare(cleaned)) == (Kind.JPEG, cleaned)


@given(st.sampled_from([b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP", b"acTL", b"fdAT", b"prVt"]), SAID)
def test_a_png_keeps_what_draws_it_alone(name, body):
    body += SECRET
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    whole = png()
    assert bare(whole[:33] + chunk + whole[33:-12] + chunk + whole[-12:]) == whole


@given(st.sampled_from([b"EXIF", b"XMP ", b"ICCP", b"abcd"]), SAID)
def test_a_webp_keeps_what_draws_it_alone(name, body):
    cleaned = bare(webp(flags=0x2C, parts=part(name, body + SECRET)))
    assert cleaned == webp()
    assert bare(webp(flags=0x10)) == webp(flags=0x10), "it may be seen through"


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("side", range(1, 9))
def test_a_photograph_that_was_taken_on_its_side_stays_upright(side, order):
    cleaned = bare(jpeg()[:2] + segment(0xE1, exif(side, order)) + jpeg()[2:])
    assert SECRET not in cleaned
    at = cleaned.find(b"Exif\0\0")
    assert (at < 0) if side == 1 else turned(cleaned[at:]) == side


@given(st.binary(max_size=60), st.sampled_from([b"Exif\0\0II", b"Exif\0\0MM", b""]))
def test_whatever_a_camera_writes_some_side_is_up(body, begins):
    assert 1 <= turned(begins + body) <= 8


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (PDF, "något annat"),
        (TEXT, "något annat"),
        (docx(), "något annat"),
        (b"<svg/>", "något annat"),
        (b"GIF89a\1\0\1\0", "något annat"),
        (png()[:-4], "skadad"),
        (webp(flags=2), "rör sig"),
        (jpeg() + b"<script>", "två saker"),
    ],
)
def test_what_is_no_still_picture_is_refused_at_its_field(content, says):
    with pytest.raises(Refused, match=says) as refusal:
        bare(content)
    assert refusal.value.field == "file"
