"""What a page must keep to, so that it can be read from the right: its styles, its figures and its weight."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from trappan.testing import text
from trappan.ui.tongues import TONGUES

PACKAGE = Path(__file__).parent.parent / "trappan"
# Left and right in a style are wrong in a page that is read from the right: `inline-start` and `inline-end` are not.
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right)[\w-]*|left|right|"
    r"border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b",
    re.MULTILINE,
)
OF_PARTICIPANTS = [
    *sorted((PACKAGE / "portal" / "templates").rglob("*.html")),
    *sorted((PACKAGE / "agreements" / "templates" / "agreements" / "link").glob("day*.html")),
    PACKAGE / "agreements" / "templates" / "agreements" / "link" / "frame.html",
]
# Pages of the room that staff alone read, in Swedish.
OF_STAFF = ("access.html", "helpers.html", "slip.html")
FIRST, WITH_LETTERS, AFTER = 60_000, 110_000, 15_000


def test_no_style_says_left_or_right():
    found = {
        path.name: PHYSICAL.findall(path.read_text()) for path in sorted((PACKAGE / "ui" / "static").rglob("*.css"))
    }
    assert len(found) >= 2
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert PHYSICAL.search("  margin-left: 1px;")
    assert PHYSICAL.search("  text-align: right;")


def shown(filters):
    """Return what participants' pages show of what the pattern names, and is not kept in its order."""
    return [
        f"{path.name}: {{{{ {said} }}}}"
        for path in OF_PARTICIPANTS
        if path.name not in OF_STAFF
        for said in re.findall(r"\{\{ *([^}]+?) *\}\}", re.sub(r'\w+="[^"]*"', "", path.read_text()))
        if filters.search(said)
    ]


def test_every_telephone_and_number_of_a_person_is_kept_in_its_order():
    """After Arabic letters 070-123 45 67 is read 67 45 123-070: in words each goes through `|ltr`."""
    assert shown(re.compile(r"(?:phone|account\.number|case\.number|personal_number)(?!.*\|ltr)")) == []
    within = [
        f"{path.name}: {given}"
        for path in OF_PARTICIPANTS
        if path.name not in OF_STAFF
        for given in re.findall(r"\w+=[\w.]*phone[\w.|]*", path.read_text())
        if "|ltr" not in given and "href" not in given
    ]
    assert within == []
    assert any("|ltr" in path.read_text() for path in OF_PARTICIPANTS)


def test_every_name_of_somebody_or_of_a_place_is_marked():
    """As Swedish, and in its own direction; what `card` holds is marked by its view."""
    named = re.compile(r"(?:\{\{ *|=)((?!card\.)\w+\.(?:name|given_name|place|address|unit|keeper))\b(?!\|swedish)")
    loose = [
        f"{path.name}: {name}"
        for path in OF_PARTICIPANTS
        if path.name not in OF_STAFF
        for name in named.findall(path.read_text())
    ]
    assert loose == []


def test_no_day_is_written_by_a_pattern_of_the_template_s_own():
    """`|date` and `|time` have the order of one language: `|weekday_day`, `|day` and `|hour_of` that of the page."""
    patterns = [
        f"{path.name}: {pattern}"
        for path in OF_PARTICIPANTS
        for pattern in re.findall(r'\|(?:date|time):"([^"]+)"', path.read_text())
        if pattern not in ("Y-m-d", "c")
    ]
    assert patterns == []


def weight(url):
    """Return what a file weighs on its way, compressed as a server in front does; a font is compressed already."""
    path = finders.find(url.removeprefix("/static/"))
    assert path, url
    content = Path(path).read_bytes()
    return len(content) if url.endswith(".woff2") else len(gzip.compress(content))


def fonts_of(sheet, letters):
    """Return the files of a style that a browser asks for, by the letters in their names."""
    path = finders.find(sheet.removeprefix("/static/"))
    assert path
    names = re.findall(r"url\(\./([^)]+\.woff2)\)", Path(path).read_text())
    return [f"{sheet.rpartition('/')[0]}/{name}" for name in names if letters in name]


@pytest.mark.django_db
@pytest.mark.parametrize("key", TONGUES)
def test_a_first_visit_is_light_and_those_after_it_lighter(client, today, key):
    page = text(client.get(f"/me/?language={key}"))
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    pictures = set(re.findall(r'(?:src|href)="(/static/[^"]+\.svg)"', page))
    own = len(gzip.compress(page.encode()))
    first = own + sum(map(weight, {*sheets, *pictures}))
    assert own < AFTER, "what is asked for again is the page alone"
    assert first < FIRST
    if TONGUES[key].direction == "rtl":
        arabic = [font for sheet in sheets for font in fonts_of(sheet, "vazirmatn-arabic")]
        assert len(arabic) == 2
        assert first + sum(map(weight, arabic)) < WITH_LETTERS
