"""What a template asks for is given by somebody: a name that nobody gives is empty and says nothing."""

import re
import subprocess
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Tags whose words are names, what stands in a tag beside names, and names that Django's own pages give.
NAMES = re.compile(r"\{%\s*(?:if|elif|for [\w, ]+ in|act|include|with|url)\b(.*?)%\}|\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"(?<![\w.|:=])([a-z_]\w*)(?![\w=])")
WORDS = {"and", "as", "by", "if", "in", "is", "not", "or", "with", "asvar", "trimmed", "form", "forloop", "request"}
DJANGOS = {"field", "errors", "hidden_fields", "messages", "redirect_field", "user", "widget"}
# Rooms that give names to the pages of every room: the frame, who is signed in, what may be done, the person's page.
# Given by the sign-in library's own views to the pages that we draw.
LIBRARYS = {
    "action_url",
    "authenticator",
    "authenticators",
    "js_data",
    "password_reset_url",
    "reauthentication_alternatives",
    "token_fail",
    "totp_svg_data_uri",
    "unused_codes",
    "webauthn_form",
}
EVERYBODYS = ("ui", "staff", "secrecy", "desk")


def test_every_name_in_a_template_is_given_by_its_room():
    listed = subprocess.check_output(["git", "ls-files", "trappan/*.py", "trappan/*.html"], cwd=ROOT, text=True).split()
    python: dict[str, str] = defaultdict(str)
    pages = {}
    for path in map(Path, listed):
        if path.suffix == ".html":
            pages[path] = (ROOT / path).read_text()
        elif path.suffix == ".py" and "tests" not in path.parts:
            python[path.parts[1]] += (ROOT / path).read_text()
    bound = given_by_tags("\n".join(pages.values()))
    common = "".join(python[room] for room in EVERYBODYS)
    missing = []
    for path, text in pages.items():
        room = path.parts[1]
        given = "".join(python.values()) if room == "ui" else common + python[room]
        asked = {
            name for inner in NAMES.findall(re.sub(r'"[^"]*"', " ", text)) for name in NAME.findall("".join(inner))
        }
        unknown = asked - WORDS - DJANGOS - LIBRARYS - bound
        missing += [f"{path}: {name}" for name in unknown if f'"{name}"' not in given]
    assert missing == []


def given_by_tags(text: str) -> set[str]:
    """Return the names that loops, `with` and includes give."""
    loops = {name.strip() for names in re.findall(r"\{% for ([\w, ]+) in ", text) for name in names.split(",")}
    return loops | set(re.findall(r"\b(\w+)=", text)) | set(re.findall(r"\bas(?:var)? (\w+)", text))


def test_a_page_loads_htmx_once():
    """Twice would send what is typed twice: the frame loads it, for the search, and no page besides."""
    loaded = {path.name: path.read_text().count("htmx_script") for path in (ROOT / "trappan").rglob("*.html")}
    assert {name: times for name, times in loaded.items() if times} == {"page.html": 1}


def test_no_two_regions_of_a_template_are_named_by_one_heading():
    """Somebody who hears a page steps from region to region: two of one name, one in the other, say nothing."""
    listed = subprocess.check_output(["git", "ls-files", "trappan/*.html"], cwd=ROOT, text=True).split()
    assert [
        (path, named)
        for path in listed
        for named in re.findall(r'role="region"[^>]*aria-labelledby="([^"]+)"', (ROOT / path).read_text())
    ] == [], "a frame that scrolls has words of its own; its section is named by the heading"


def test_a_table_that_scrolls_is_called_something_else_than_the_section_it_lies_in():
    """Both are landmarks: by one name nobody who hears the page knows which is which."""
    heading = re.compile(r"<h\d[^>]*id=\"[^\"]+\"[^>]*>\s*(\{% translate \"[^\"]+\" %\})")
    region = re.compile(r"role=\"region\" aria-label=\"(\{% translate \"[^\"]+\" %\})\"")
    alike = {
        f"{path.name}: {name}"
        for path in ROOT.glob("trappan/*/templates/**/*.html")
        for name in set(heading.findall(path.read_text())) & set(region.findall(path.read_text()))
    }
    assert alike == set()
