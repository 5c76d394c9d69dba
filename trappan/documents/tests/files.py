"""Small files of every kind for tests, made by hand."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

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
    """Return a packed folder; two underscores in a name stand for a slash, `DOT` for a point."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as folder:
        for name, content in parts.items():
            folder.writestr(name.replace("__", "/").replace("DOT", "."), content)
    return made.getvalue()


def docx(**more):
    types = {"[Content_Types]DOTxml": "<Types/>", "word__documentDOTxml": "<w:document/>"}
    return packed(**{**types, **more})


def odt(**more):
    return packed(**{"mimetype": ODT, "contentDOTxml": "<office:document-content/>", **more})
