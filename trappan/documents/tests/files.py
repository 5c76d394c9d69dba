"""Small files of every kind for tests, made by hand."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "Betygen från Aleppo motsvarar gymnasiet.\n".encode()


def png(width=2, height=2):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 6)) + chunk(b"IEND", b"")


def jpeg(width=2, height=2):
    start = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    frame = b"\xff\xc0" + struct.pack(">HBHHBBBB", 11, 8, height, width, 1, 1, 17, 0)
    return start + frame + b"\xff\xda" + struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0) + b"\x12\xff\x00\x34\xff\xd9"


def packed(**parts):
    """Return a packed folder; two underscores in a name stand for a slash, `DOT` for a point.

    The same bytes at any time: tests are called by them, and each process of a run must call them alike.
    """
    made = BytesIO()
    with ZipFile(made, "w") as folder:
        for name, content in parts.items():
            one = ZipInfo(name.replace("__", "/").replace("DOT", "."))  # of 1980
            folder.writestr(one, content, compress_type=ZIP_DEFLATED)
    return made.getvalue()


def docx(**more):
    types = {"[Content_Types]DOTxml": "<Types/>", "word__documentDOTxml": "<w:document/>"}
    return packed(**{**types, **more})


def odt(**more):
    return packed(**{"mimetype": ODT, "contentDOTxml": "<office:document-content/>", **more})


def webp(width=2, height=2, flags=0, parts=b""):
    """Return a WebP picture without its colours, with further parts after what draws it."""
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    drawn = b"\x2f" + (width - 1 | height - 1 << 14).to_bytes(4, "little") + b"\x00\x07\x11"
    body = b"WEBP" + part(b"VP8X", bytes((flags, 0, 0, 0)) + sizes) + part(b"VP8L", drawn) + parts
    return b"RIFF" + struct.pack("<I", len(body)) + body


def part(name, content):
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
