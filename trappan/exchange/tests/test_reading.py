"""What files really look like: read where they can only be read one way, else refused at file, line and column."""

import pytest

from trappan.activities.models import Activity
from trappan.assistance.models import SupportMonth
from trappan.cases.models import Case
from trappan.exchange.testing import FOLDER, run
from trappan.people.models import Number, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PEOPLE = "pin;given_name;family_name\n"


def people(tmp_path, content, *arguments):
    """Take in a people.csv of these bytes alone."""
    raw = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "people.csv").write_bytes(raw)
    return run(tmp_path, *arguments)


def refusals(answer):
    return [(one["file"], one["line"], one["column"], one["reason"]) for one in answer["refused"]]


@pytest.mark.parametrize(
    ("content", "place", "remedy"),
    [
        (PEOPLE.encode() + b"199111052388;Sam\x81ra;P\xe5hitt\n", (2, "given_name"), "Windows-1252"),
        (
            (PEOPLE + "199111052388;Åsa;Påhitt\n").encode() + "9404172398;Åke;Dikt\n".encode("cp1252"),
            (3, "given_name"),
            "Windows-1252",
        ),
        (b"\xef\xbb\xbf" + (PEOPLE + "199111052388;Asa;Påhitt\n").encode("cp1252"), (2, "family_name"), "CSV UTF-8"),
        ((PEOPLE + "199111052388;Åsa;Påhitt\n").encode("utf-16"), (1, ""), "UTF-16"),
        (PEOPLE + "199111052388;Sa\0m;Påhitt\n", (2, "given_name"), "NUL"),
        (PEOPLE + "199111052388;Sa\ufffdra;Påhitt\n", (2, "given_name"), "gick förlorad"),
        (PEOPLE + "199111052388;Sa\x07ra;Påhitt\n", (2, "given_name"), "U+0007"),
        (PEOPLE + "199111052388;#SAKNAS!;Påhitt\n", (2, "given_name"), "Skriv värdet"),
        (PEOPLE + f"199111052388;{'A' * 10_000};Påhitt\n", (2, "given_name"), "100 tecken"),
        (PEOPLE + f"{'1' * 10_000};Asa;Påhitt\n", (2, "pin"), "30 tecken"),
        (PEOPLE + "١٩٩١١١٠٥٢٣٨٨;Asa;Påhitt\n", (2, "pin"), "10 eller 12 siffror"),
        (PEOPLE + '199111052388;"Asa;Påhitt\n9404172398;Åke;"Dikt"\n', (2, "given_name"), "citattecken"),
        (PEOPLE + '199111052388;"Asa"Ö;Påhitt\n', (2, "given_name"), "citattecken"),
        ("pin;given_name;family_name;;\n199111052388;Asa;Påhitt;x;\n", (2, "kolumn 4"), "kolumn utan namn"),
        ("", (1, ""), "Filen är tom"),
    ],
)
def test_what_cannot_be_read_one_way_is_refused_at_its_place(tmp_path, content, place, remedy):
    answer, status = people(tmp_path, content)
    assert status == 2
    found = refusals(answer)
    assert any((line, column) == place and remedy in said for _file, line, column, said in found), found
    assert not Person.objects.exists()


def test_a_quotation_mark_left_open_swallows_no_row_after_it(tmp_path):
    answer, _status = people(tmp_path, PEOPLE + '199111052388;"Asa;Påhitt\n1;Åke;Dikt\n')
    assert [line for _file, line, _column, _said in refusals(answer)] == [2, 3], "both rows are looked at"


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\n" + PEOPLE + "199111052388;Åsa;Påhitt\n",
        "sep=|\npin|given_name|family_name\n199111052388|Åsa|Påhitt\n",
        "pin;given_name;family_name;;\n199111052388;Åsa;Påhitt;;\n;;;;\n",
        PEOPLE + "'199111052388;Åsa;Påhitt\n",
        PEOPLE + '="199111052388";Åsa;Påhitt\n',
        PEOPLE + '"=""199111052388""";"Åsa";Påhitt\n',
        PEOPLE + "199111052388;A\u030asa;Pa\u030ahitt\n",
        PEOPLE + "\u200e19911105\u20112388\u00a0;\ufeffÅsa;På\u00adhitt\u200b\n",
        PEOPLE + "199111052388;Åsa;Påhitt",
        (PEOPLE + "199111052388;Åsa;Påhitt\n").replace("\n", "\r"),
    ],
)
def test_what_a_spreadsheet_puts_around_is_taken_away(tmp_path, content):
    answer, status = people(tmp_path, content)
    assert (status, answer["new"]) == (0, 1), answer
    person = Person.objects.get()
    assert (person.given_name, person.family_name) == ("Åsa", "Påhitt")
    assert Number.objects.get().number == "199111052388"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("8450", 8450),
        ("8 450", 8450),
        ("8\u00a0450,00", 8450),
        ("8450.0", 8450),
        ("8.450", "tusental eller decimaler"),
        ("8,450", "tusental eller decimaler"),
        ("1,234,567", "avgränsare mellan tusental"),
        ("8 45", "heltal"),
        ("1e3", "heltal"),
        ("NaN", "heltal"),
        ("-1", "heltal"),
        ("9" * 40, "heltal"),
        ("8450,50", "heltal"),
    ],
)
def test_an_amount_is_never_what_the_separator_decides(folder, written, amount):
    months = f'month;household;pin;role;household_type;amount\n2026-09;H1;199111052388;applicant;6;"{written}"\n'
    answer, status = run(folder(support_months=months))
    if status == 0:
        assert SupportMonth.objects.get().amount == amount
    else:
        assert [(line, column) for _file, line, column, _said in refusals(answer)] == [(2, "amount")]
        assert amount in answer["refused"][0]["reason"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-12", "2026-01-12"),
        ("20260112", "2026-01-12"),
        ("2026-01-12 00:00:00", "2026-01-12"),
        ("12.01.2026", "2026-01-12"),
        ("13/01/2026", "2026-01-13"),
        ("01/13/2026", "2026-01-13"),
        ("11/11/2026", "2026-11-11"),
        ("03/04/2026", "2026-04-03 eller 2026-03-04"),
        ("46034", "gjort om dagen till ett tal"),
        ("1900-01-01", "ingen dag är känd"),
        ("1970-01-01", "ingen dag är känd"),
        ("9999-12-31", "ingen dag är känd"),
        ("0001-01-01", "mellan 1900 och 2200"),
        ("1899-12-30", "ingen dag är känd"),
        ("2026-02-30", "Den dagen finns inte"),
        ("26-01-12", "2026-11-12"),
        ("٢٠٢٦-٠١-١٢", "2026-11-12"),
    ],
)
def test_a_day_has_one_reading_or_is_asked_about(folder, written, read):
    answer, status = run(folder(cases=f"pin;opened_on\n199111052388;{written}\n", exits="pin;day;reason\n"))
    if status == 0:
        assert str(Case.objects.get().opened_on) == read
    else:
        assert [(line, column) for _file, line, column, _said in refusals(answer)] == [(2, "opened_on")]
        assert read in answer["refused"][0]["reason"]


@pytest.mark.parametrize(("order", "read"), [("day-first", "2026-04-03"), ("month-first", "2026-03-04")])
def test_who_asks_is_answered_how_days_are_read(folder, order, read):
    cases = "pin;opened_on\n199111052388;03/04/2026\n"
    assert run(folder(cases=cases, exits="pin;day;reason\n"), "--days", order)[1] == 0
    assert str(Case.objects.get().opened_on) == read


def test_weekdays_are_read_as_they_are_used(folder):
    activities = "code;name;unit;kind;places;weekdays\nkok;Köket;cafe;workplace;2;Tisdag, lör\n"
    assert run(folder(activities=activities))[1] == 0
    assert Activity.objects.get().weekdays == "tue,sat"
    answer, status = run(folder(activities=activities.replace("lör", "helg")))
    assert status == 2
    assert refusals(answer)[0][:3] == ("activities.csv", 2, "weekdays")


def test_what_lies_beside_is_named_and_a_header_alone_is_told(folder, tmp_path):
    for name in ("personer.xlsx", "people.csv.bak", "readme.txt"):
        (tmp_path / name).write_text("x")
    answer, status = run(folder(steps="pin;day;step;rated_by\n"))
    assert status == 0
    assert [(one["file"], one["line"]) for one in answer["notes"]] == [
        ("people.csv.bak", 0),
        ("personer.xlsx", 0),
        ("readme.txt", 0),
        ("steps.csv", 1),
    ]
    assert (tmp_path / "import-notes.csv").exists()
    (tmp_path / "import-people.csv").write_text(FOLDER["people.csv"])
    answer, status = run(tmp_path)
    assert (status, refusals(answer)[0][0]) == (2, "import-people.csv"), "a file is not passed over for its name"
