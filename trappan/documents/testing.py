"""Hold a paper to the standards that it claims, as an archive and a reader aloud would."""

import re
from io import BytesIO

import page
from pypdf import PdfReader

STANDARDS = ("ua1", "2a")
# The checker takes a line end that belongs to a compressed stream for one after it, so this is counted here.
LENGTH = "PDFA2A-STREAM-LENGTH-001"
STREAM = re.compile(rb"/Length (\d+)[^<>]*(?:<<[^<>]*>>[^<>]*)*>>\s*stream\r?\n")


def faults(content: bytes) -> list[str]:
    """Return what keeps a document from being PDF/UA-1 and PDF/A-2a; nothing where it is both."""
    found = [
        f"{standard}: {failure.rule_id} {failure.message}"
        for standard in STANDARDS
        for failure in page.validate_pdf_bytes(content, profile=standard).failures
        if failure.rule_id != LENGTH
    ]
    streams = list(STREAM.finditer(content))
    ends = [content[stream.end() + int(stream[1]) :].lstrip(b"\r\n") for stream in streams]
    if len(streams) != content.count(b"\nendstream") or not all(end.startswith(b"endstream") for end in ends):
        found.append("2a: a stream is not as long as it says")
    return found


def said(content: bytes) -> str:
    """Return a document's text, its lines joined."""
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\u00a0", " ").split())
