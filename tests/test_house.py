"""The house remembers: rules that a machine can check, so that nobody has to."""

import ast
import re
import subprocess
import tomllib
from collections import defaultdict
from pathlib import Path

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from trappan.desk.forms import ListFilter
from trappan.history.words_of_rooms import log_words
from trappan.secrecy.rights import RIGHTS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "trappan"

# Pages without a right, and why nobody needs one there.
OPEN = {
    "agreements:enter": "takes what opens a link out of its address, and looks at nothing",
    "agreements:link": "shows what the database's functions answer whoever has a link and its code",
    "attendance:offline": "the page without network, about nobody",
    "attendance:worker": "the script that keeps that page on the phone",
    "attendance:manifest": "name and icons",
    "set_language": "a cookie, nothing else",
    "insight:statistics": "what is published, which is everybody's to read",
    "parts": "shows parts, no person",
    "portal:start": "the participant's sign-in: looks at nothing before number and PIN",
    "portal:code": "takes the code that somebody was handed",
    "portal:choose_pin": "takes the code and a PIN of one's own",
    "portal:eid": "leads on to the eID service: looks at nothing",
    "portal:eid_back": "takes what that service answers: the database finds out whose it is",
    "portal:eid_out": "leads to where one signs out of that service",
    "portal:out": "ends the participant's own session",
    "portal:choose_language": "the language of the session's own person, or of this browser",
    "agreements:choose_language": "a cookie, nothing else",
    **dict.fromkeys(
        (
            "portal:week",
            "portal:say",
            "portal:said",
            "portal:steps",
            "portal:own_step",
            "portal:plan",
            "portal:draft",
            "portal:goal",
            "portal:object",
            "portal:who_has_read",
            "portal:words",
            "portal:more",
            "portal:helped_by",
            "portal:give_help",
            "portal:meetings",
            "portal:share",
            "portal:messages",
            "portal:papers",
            "portal:decision_paper",
            "portal:keep",
        ),
        "the participant's own: the database finds out by the session whose",
    ),
    "health": "up or down",
    "messages:hook": "moves one message forwards by its key, for whoever has the way's own secret",
    "demo:tour": "404 outside the demo",
    "demo:enter": "404 outside the demo",
    "demo:damaged": "404 outside the demo",
    "demo:picture": "404 outside the demo",
    "demo_step_up": "404 outside the demo",
    "desk:accessibility": "everybody may ask how accessible the service is",
    "desk:personal_data": "everybody may ask what is kept",
    "desk:feed": "asks for its own address each time, and tells of no person",
    "staff:memberships": "chooses among the signed-in colleague's own",
    "staff:end_other_sessions": "ends the signed-in colleague's own",
    "openid_connect_login": "leads to the organisation's own sign-in",
    "openid_connect_callback": "takes its answer, and believes nobody whom an administrator has not named",
}
# What is written in one place: how somebody would begin to write it again, and where it stands.
ONE_HOME = {
    r"\b(ends_on|last_end|until|after) - timedelta\(days=1\)": "schedules/periods.py",
    r"resolve\(\w+\)\.func": "ui/held.py",
    r"\[6:8\]|day - (60|COORDINATION)": "people/numbers.py",
    r"edition_of\(.*\) !=": "refusals/editions.py",
    r"threading\.Barrier": "testing.py",
    r"label=label, validators=\[in_our_time\]": "ui/forms.py",
}
READ = {".txt", ".json", ".toml", ".py", ".md", ""}


def views(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            name = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from views(pattern.url_patterns, name)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}", pattern.callback


def test_every_page_asks_for_a_right_or_is_open_for_a_reason():
    bare = [
        name
        for name, view in views(get_resolver().url_patterns)
        if not hasattr(view, "right") and not name.startswith(("account_", "mfa_")) and name != "None"
    ]
    assert set(bare) <= set(OPEN)


def test_every_right_is_asked_for_somewhere():
    source = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py") if path.name != "rights.py")
    assert [right for right in RIGHTS if f'"{right}"' not in source] == []


def test_every_operation_records_what_it_did():
    silent = []
    for path in [*PACKAGE.glob("*/operations.py"), *PACKAGE.glob("*/operations/*.py")]:
        room = path.relative_to(PACKAGE).parts[0]
        for node in ast.parse(path.read_text()).body:
            if not isinstance(node, ast.FunctionDef) or not node.args.kwonlyargs:
                continue
            called = {
                call.func.id
                for call in ast.walk(node)
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
            }
            if not {"record", "record_each", "mark_day", "write_marks"} & called:
                silent.append(f"{room}.{node.name}")
    # The database itself writes the event of a search, so that it cannot be left out, of a case sent back by
    # somebody who could only read, and of a manager's answer about somebody out of their reach. While somebody
    # types nothing has been done yet, and a proposal is only counted.
    assert sorted(silent) == [
        "cases.empty_draft",
        "cases.keep_draft",
        "cases.send_back",
        "employers.empty_draft",
        "employers.keep_draft",
        "matching.answer_as_host",
        "people.find_number",
        "plans.proposed",
    ]


def test_lists_of_people_are_narrowed_by_the_allowed_and_nothing_else():
    used = {name for form in ListFilter.__subclasses__() for name in form.base_fields}
    assert used <= {"unit", "responsible", "status", "opened_from", "opened_to", "step", "activity"}


def test_every_operation_and_model_says_what_it_is():
    mute = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        if len(parts) < 2 or parts[1].removesuffix(".py") not in ("operations", "models"):
            continue
        mute += [
            f"{parts[0]}.{node.name}"
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not ast.get_docstring(node)
        ]
    assert mute == []


def test_every_module_says_first_what_stands_in_it_and_in_no_other():
    """A module that was split off keeps no sentence of the one it came from."""
    said = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        # The database's no and the words of the log are the same kind of thing in every room.
        alike = path.name == "__init__.py" or parts[1:] in (("operations", "refusals.py"), ("words.py",))
        if alike or "tests" in parts:
            continue
        first = (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n")[0]
        if first:
            said[first].append("/".join(parts))
    assert [modules for modules in said.values() if len(modules) > 1] == []


# Where the marks themselves may be named: elsewhere attendance is read from `attended_time`.
NAME_THE_MARKS = {
    "agreements/week.py",
    "attendance/forms/day.py",
    "attendance/models/__init__.py",
    "attendance/models/attendance.py",
    "attendance/operations/attendance.py",
    "attendance/operations/__init__.py",
    "attendance/papers.py",
    "attendance/secrecy.py",
    "attendance/views/day.py",
    "desk/week.py",
    "exchange/checks/stays.py",
    "exchange/loading/attendance.py",
    "demo/rooms/agreements.py",
    "demo/rooms/attendance.py",
    "demo/tables.py",
    "demo/management/commands/demo.py",
}


def test_nobody_counts_attendance_past_the_one_definition():
    naming = re.compile(r"\bAttendance\.objects|attendance_attendance|import .*\bAttendance\b")
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if not {"migrations", "tests"} & set(path.parts) and naming.search(path.read_text())
    }
    assert found <= NAME_THE_MARKS


def test_what_has_one_home_is_written_nowhere_else():
    homes = {again: {home} for again, home in ONE_HOME.items()}
    found = {again: set() for again in ONE_HOME}
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        text = path.read_text() if path != Path(__file__) else ""
        for again in ONE_HOME:
            if re.search(again, text):
                found[again].add(str(path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT)))
    assert found == homes


def test_a_question_of_yes_or_no_has_a_name_of_its_own():
    """Two functions that answer yes or no under one name mean two things, and are read as one."""
    asked = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        if {"tests", "migrations", "views"} & set(path.parts) or path.name == "views.py":
            continue
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and getattr(node.returns, "id", "") == "bool":
                asked[node.name].add(str(path.relative_to(PACKAGE)))
    assert {name: places for name, places in asked.items() if len(places) > 1} == {}
    assert len(asked) > 20, "the questions are still found"


def test_every_verb_has_its_words():
    recorded = set()
    for path in PACKAGE.rglob("*.py"):
        if {"tests", "migrations", "demo"} & set(path.parts):
            continue
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("record", "record_each"):
                recorded |= {one.value for one in ast.walk(call.args[0]) if isinstance(one, ast.Constant)}
    for path in PACKAGE.glob("*/sql/*.sql"):
        for event in re.findall(r"INSERT INTO history_event .*?;", path.read_text(), re.DOTALL):
            recorded |= set(re.findall(r"'([a-z]+\.[a-z_]*[a-z])'", event))
    assert recorded - set(log_words()) == set()
    assert len(recorded) > 100, "the verbs are still found where they are recorded"


def test_the_database_is_asked_in_one_way():
    opened = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "tests" not in path.parts and re.search(r"connection\.cursor\(|\.raw\(", path.read_text())
    ]
    # The embedded server is asked before Django is there.
    assert sorted(opened) == ["database/__init__.py", "database/rules.py", "postgres.py"]


def test_no_template_is_unused():
    said = "\n".join(path.read_text() for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")])
    templates = {
        str(path.relative_to(path.parents[len(path.relative_to(room / "templates").parts) - 1]))
        for room in PACKAGE.iterdir()
        for path in (room / "templates").rglob("*.html")
    }
    ours = {name for name in templates if not name.startswith(("account/", "django/", "mfa/", "socialaccount/"))}
    assert [name for name in sorted(ours) if f'"{name}"' not in said] == []


def test_no_line_of_a_template_is_too_long_to_read():
    long = [
        f"{path.relative_to(PACKAGE)}:{number}: {len(line)} characters"
        for path in sorted(PACKAGE.rglob("*.html"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > 160
    ]
    assert long == []


def test_no_moment_is_made_a_day_in_the_databases_own_time():
    """The day of a moment is Stockholm's: `stockholm_day(moment)`; a cast would give the day before, after midnight."""
    cast = re.compile(r"(?:_at|\bat|\b(?:clock|now)\(\))\)*::date\b")
    texts = [*PACKAGE.rglob("*.sql"), *(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)]
    found = [f"{path.name}: {one}" for path in texts for one in cast.findall(path.read_text())]
    assert cast.findall("COALESCE(g.received_at, g.sent_at)::date, r.at::date") == ["_at)::date", "at::date"]
    assert found == []


def test_no_line_of_sql_or_of_looks_is_too_long_to_read():
    packed = re.compile(r"^[^*]*[;{}]\s*[^\s/]")  # two declarations in a line, or a rule and what is in it
    found = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for kind in ("*.sql", "*.css", "*.js")
        for path in sorted(PACKAGE.rglob(kind))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > 120 or (kind == "*.css" and path.name != "theme.css" and packed.search(line))
    ]
    assert found == []


# Where the rules of a room ask a room above it: history tells of persons and of units, a placement does not end, or get
# its old times back, on a day that is marked, and an opening has no place left when people got them.
KNOTS = {
    ("employers/sql/full.sql", "matching"),
    ("history/secrecy.py", "people"),
    ("history/secrecy.py", "staff"),
    ("history/sql/version.sql", "people"),
    ("placements/sql/day_change.sql", "attendance"),
    ("placements/sql/proposal.sql", "attendance"),
}


def test_the_rules_of_a_room_know_nothing_of_higher_ones():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    height = {
        room.strip().removeprefix("trappan."): -number
        for number, line in enumerate(contract["layers"])
        for room in line.split("|")
    }
    found = set()
    for path in [*PACKAGE.glob("*/sql/*.sql"), *PACKAGE.glob("*/secrecy.py")]:
        room = path.relative_to(PACKAGE).parts[0]
        said = re.sub(r"--[^\n]*", "", path.read_text())
        named = {name.partition("_")[0] for name in re.findall(r"\b[a-z]+_\w+", said)}
        found |= {
            (str(path.relative_to(PACKAGE)), other) for other in named & height.keys() if height[other] > height[room]
        }
    assert found == KNOTS


def test_the_project_names_no_machine_and_no_index():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    # A lock that names a host names an index: neither pip's nor npm's does here.
    pattern = re.compile(r"--(extra-)?index-url|\"resolved\"")
    hosts = [name for name in ROOT.glob("requirements/*.txt") if "://" in name.read_text()]
    assert hosts == []
    found = []
    for name in tracked.stdout.split():
        path = ROOT / name
        readable = path.is_file() and path.suffix in READ and name != "tests/test_house.py"
        if readable and pattern.search(path.read_text(errors="ignore")):
            found.append(name)
    assert found == []


def test_every_room_is_installed():
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "models.py").exists()}
    assert rooms <= {config.label for config in apps.get_app_configs()}


def test_a_page_with_several_forms_lists_its_acts():
    """Which form was sent is read, and written, in one place: secrecy/acts.py and its tag."""
    by_hand = re.compile(r"""POST(\.get(list)?\(|\[)["'](form|do|row)["']|name=["'](form|do|row)["']""")
    found = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*")
        if path.suffix in {".py", ".html"} and "tests" not in path.parts and by_hand.search(path.read_text())
    ]
    assert found == ["ui/templates/ui/parts/act.html"]


# What stands in tags and is text by nature: everything else there says that it is for the machine.
TEXT = {
    "action",
    "then",
    "role",
    "answer",
    "as_marked",
    "at",
    "attributes",
    "aria",
    "auto_id",
    "beginning",
    "by_title",
    "back",
    "named",
    "secret",
    "totp_svg_data_uri",
    "box",
    "button",
    "came",
    "cancel",
    "card",
    "chosen",
    "color",
    "count",
    "current",
    "css",
    "door_url",
    "email",
    "file_url",
    "page_url",
    "following",
    "heading",
    "home_url",
    "id_for_label",
    "get_full_path",
    "key",
    "kind",
    "label",
    "left",
    "level_tag",
    "look",
    "mark",
    "minutes",
    "name",
    "now",
    "phone",
    "proposing",
    "prefix",
    "previous",
    "text",
    "url",
    "value",
    "anchor",
    "searched",
    "sent",
    "size",
    "next",
    "print_url",
    "path",
    "verdict",
    "title",
    "shows",
    "token",
    "written",
    "LANGUAGE_CODE",
    "household_type",
    "hours",
    "obstacle",
    "counter",
    "all",
    "longer",
    "municipality",
    "number",
    "d30",
    "accessibility_url",
    "contact",
    "help_url",
    "personal_data_url",
    "code",
    "seen",
    "keeper_phone",
    "end",
    "letter",
    "link",
    "pressed",
    "place",
    "by_written",
    "rows_url",
    "made_url",
    "start",
    "waits",
    "d90",
    "d180",
    "why",
    "way",
    "about",
    "asked",
    "stage",
    "map_url",
    "said",
    "direction",
    "lang",
}


def test_no_row_number_or_measure_in_a_tag_is_grouped():
    """A number in the page reads "12 345"; in an attribute that is another row, or none."""
    tag = re.compile(r"<[a-zA-Z](?:[^<>{]|\{[{%].*?[%}]\}|\{)*>", re.DOTALL)
    written = re.compile(r"\{\{ *([\w.]+)((?:\|[^}]*)?) *\}\}")
    as_text = re.compile(r"\|(date|weekday|unlocalized|urlencode|stringformat)\b")
    grouped = [
        f"{path.name}: {name}{filters}"
        for path in PACKAGE.rglob("*.html")
        for one in tag.findall(path.read_text())
        for name, filters in written.findall(one)
        if not as_text.search(filters) and name.rpartition(".")[2] not in TEXT and not name.endswith("_label")
    ]
    assert grouped == []
