"""The guide of each role, read from `docs/guide` and drawn inside the product."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = settings.ROOT / "docs" / "guide"
PICTURES = settings.ROOT / "docs" / "pictures"
COMMON = "README"
OF_ROLE = {
    "social_worker": "socialsekreterare",
    "consultant": "arbetsmarknadskonsulent",
    "counsellor": "vagledare-arbetsterapeut",
    "occupational_therapist": "vagledare-arbetsterapeut",
    "head_of_unit": "enhetschef",
    "supervisor": "handledare",
    "site_leader": "handledare",
    "employer_officer": "arbetsgivarteam",
    "place_coordinator": "platssamordnare",
    "host_manager": "vardchef",
    "director": "ledning-namnd",
    "controller": "ledning-namnd",
    "board_reader": "ledning-namnd",
    "project_leader": "projekt",
    "project_coordinator": "projekt",
    "administrator": "systemforvaltare-logggranskare",
    "auditor": "systemforvaltare-logggranskare",
}
NAMES = (COMMON, *dict.fromkeys(OF_ROLE.values()), "partner")
# No raw HTML: the guide is text, and stays so whoever writes it.
READER = MarkdownIt("commonmark", {"html": False}).enable("table")


def role_guide(role: str) -> str:
    """Return the name of a role's own guide; the common one where it has none."""
    return OF_ROLE.get(role, COMMON)


@lru_cache
def drawn(name: str) -> SafeString:
    """Return a guide as HTML, with its pictures and its links to other guides at our own addresses."""
    tokens = READER.parse((FOLDER / f"{name}.md").read_text())
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "ds-table")
        for inner in token.children or ():
            readdress(inner)
    html: str = READER.renderer.render(tokens, READER.options, {})
    return SafeString(html)  # our own text, read without raw HTML


def readdress(token: Token) -> None:
    """Let a picture and a link to another guide lead within the product."""
    if token.type == "image":
        token.attrSet("src", reverse("desk:guide_picture", args=[Path(str(token.attrs["src"])).stem]))
        token.attrSet("loading", "lazy")
    elif token.type == "link_open":
        target = Path(str(token.attrs["href"]))
        if target.suffix == ".md" and target.stem in NAMES:
            token.attrSet("href", reverse("desk:guide", args=[target.stem]))


def picture(name: str) -> Path | None:
    """Return the file of a picture; None where there is none of that name."""
    found = PICTURES / f"{name}.png"
    return found if found.is_file() else None
