"""What a file is called: the user's name as text to read, and the name it goes out under, which tells of nobody."""

import re
import unicodedata

from django.utils.translation import gettext as _

from trappan.documents.kinds import FIELD, Kind
from trappan.refusals import Refused

ENDINGS = {
    Kind.PDF: ("pdf",),
    Kind.JPEG: ("jpg", "jpeg"),
    Kind.PNG: ("png",),
    Kind.WEBP: ("webp",),
    Kind.TEXT: ("txt",),
    Kind.DOCX: ("docx",),
    Kind.ODT: ("odt",),
}
MEDIA = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
    Kind.TEXT: "text/plain",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
}
LONGEST = 120
ENDING = re.compile(r"\.((?=\d*[a-z])[a-z0-9]{1,5})$", re.IGNORECASE)
# Endings that mean something to a computer: two of them in one name are there to mislead.
KNOWN = frozenset(ending for endings in ENDINGS.values() for ending in endings) | {
    *("bat", "cmd", "com", "dll", "exe", "hta", "htm", "html", "jar", "js", "jse", "lnk", "msi", "php", "ps1", "py"),
    *("scr", "sh", "svg", "vbe", "vbs", "wsf", "xhtml", "xml", "doc", "docm", "dotm", "odp", "ods", "ppt", "pptx"),
    *("rtf", "xls", "xlsm", "xlsx", "7z", "gz", "rar", "tar", "zip"),
}


def name_of(typed: str, kind: Kind) -> str:
    """Return a file's name as its user gave it, to be read: one line, without folders, at most 120 signs.

    Refused: signs that cannot be seen, two endings, and an ending that says another kind than the content.
    """
    name = unicodedata.normalize("NFC", typed).replace("\\", "/").rpartition("/")[2]
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") for sign in name):
        raise Refused(
            _("The file's name has signs that cannot be seen. Give it another name, and choose it again."), FIELD
        )
    name = " ".join(name.split()).strip(". ")
    parts = name.lower().split(".")
    if len(parts) > 2 and parts[-2] in KNOWN and ENDING.search(name):
        said = ".".join(parts[-2:])
        raise Refused(
            _("The file's name has two endings (.%(said)s). Give it one, and choose it again.") % {"said": said}, FIELD
        )
    found = ENDING.search(name)
    ending = found[1].lower() if found else ""
    if ending and ending not in ENDINGS[kind]:
        raise Refused(
            _(
                "The file's name ends in .%(ending)s, but what stands in it is: %(kind)s. "
                "Save it anew, and choose it again."
            )
            % {"ending": ending, "kind": kind.label},
            FIELD,
        )
    stem = (name[: -len(ending) - 1] if ending else name).strip(". ") or _("file")
    ending = ending or ENDINGS[kind][0]
    return f"{stem[: LONGEST - len(ending) - 1].rstrip('. ')}.{ending}"
