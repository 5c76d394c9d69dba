"""A trial run: what is new, what would change from what to what, what is refused; and it keeps nothing."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command

from trappan.exchange.testing import FOLDER, run
from trappan.people.models import Contact, Household, Person
from trappan.placements.models import PlacementEnd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def preview(folder):
    """Take the extract in, and then only try it with other content in the files that are named."""
    assert run(folder())[1] == 0

    def look(**changed):
        answer, status = run(folder(**changed), "--dry-run")
        assert status == 0
        return answer

    return look


def changes(answer):
    return [tuple(change.values()) for change in answer["changes"]]


def other(name, old, new):
    return {name: FOLDER[f"{name}.csv"].replace(old, new)}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (other("units", "Kafét", "Kaffestugan"), ("units.csv", 3, "name", "Kafét", "Kaffestugan")),
        (other("staff", "Mallgren", "Mall"), ("staff.csv", 2, "family_name", "Mallgren", "Mall")),
        (other("people", "Påhitt", "Påhitt-Saga"), ("people.csv", 2, "family_name", "Påhitt", "Påhitt-Saga")),
        (
            other("people", "arabiska, svenska", "svenska"),
            ("people.csv", 2, "languages", "arabiska, svenska", "svenska"),
        ),
        (other("people", "070-1740605", "070-1740606"), ("people.csv", 2, "phone", "070-1740605", "070-1740606")),
        (other("people", "M;;;\n", "M;;;070-1740606\n"), ("people.csv", 3, "phone", "", "070-1740606")),
        (other("support_months", "8450\n", "\n"), ("support_months.csv", 2, "amount", "8450", "")),
        (other("support_months", "H2", "H1"), ("support_months.csv", 4, "household", "H2", "H1")),
        (other("cases", "2026-01-26", "2026-01-27"), ("cases.csv", 2, "mapped_on", "2026-01-26", "2026-01-27")),
        (other("cases", "20,5", "30"), ("cases.csv", 2, "weekly_hours", "20,5", "30")),
        (other("cases", "2025-01-13;ost", "2025-01-13;cafe"), ("cases.csv", 3, "unit", "ost", "cafe")),
        (other("activities", "Köket", "Bageriet"), ("activities.csv", 2, "name", "Köket", "Bageriet")),
        (
            other("placements", "thu 09:00-12:00", "fri 09:00-12:00"),
            ("placements.csv", 2, "schedule", "mon 09:00-15:00, thu 09:00-12:00", "mon 09:00-15:00, fri 09:00-12:00"),
        ),
        (
            other("attendance", ";absent;;told", ";absent;;"),
            ("attendance.csv", 3, "status", "absent (told)", "absent (not_told)"),
        ),
        (other("steps", "2026-05-04;2", "2026-05-04;3"), ("steps.csv", 3, "step", "2", "3")),
        (other("exits", "lager", "kök"), ("exits.csv", 2, "form", "lager, tillsvidare", "kök, tillsvidare")),
    ],
    ids=lambda value: value[2] if isinstance(value, tuple) else "",
)
def test_a_changed_cell_is_told_with_what_it_was(preview, changed, told):
    answer = preview(**changed)
    assert changes(answer) == [told]
    assert (answer["new"], answer["changed"], answer["unchanged"]) == (0, 1, 19)


def test_a_trial_run_keeps_nothing_of_what_it_shows(preview):
    preview(**other("people", "Påhitt", "Påhitt-Saga"))
    assert Person.objects.get(given_name="Samira").family_name == "Påhitt"


def test_the_real_run_counts_what_the_trial_run_has_shown(preview, folder):
    changed = other("people", "070-1740605", "070-1740606")
    shown = preview(**changed)
    answer, _status = run(folder(**changed))
    assert "changes" not in answer
    assert all(answer[name] == shown[name] for name in answer)
    assert Contact.objects.get().phone == "070-1740606"


def test_new_rows_are_no_changes(folder):
    answer, _status = run(folder(), "--dry-run")
    assert (answer["new"], answer["changed"], answer["changes"]) == (19, 0, [])


@pytest.mark.parametrize(
    "changed",
    [
        other("people", "tigrinja", "arabiska"),
        other("people", "Exempelsson", "Annansson"),
        # Who becomes protected by the very file is shown to nobody either.
        other("people", "Samira;Påhitt;K;none", "Samira;Annansson;K;marked"),
    ],
)
def test_of_protected_people_neither_old_nor_new_is_shown(preview, tmp_path, changed):
    answer = preview(**changed)
    assert answer["changes"]
    for change in answer["changes"]:
        assert (change["old"], change["new"]) == ("skyddad: visas för ingen",) * 2
    shown = (tmp_path / "import-changes.csv").read_text(encoding="utf-8-sig") + str(answer)
    for secret in ("tigrinja", "arabiska", "Exempelsson", "Annansson", "Påhitt"):
        assert secret not in shown


def test_a_household_named_by_a_number_is_shown_by_its_shape(preview):
    Household.objects.filter(reference="H2").update(reference="199111052388")
    answer = preview(**other("support_months", "H2", "19960830R901"))
    assert changes(answer) == [("support_months.csv", 4, "household", "000000000000", "00000000x000")]


def test_what_is_refused_is_told_beside_what_would_change(preview, folder):
    people = FOLDER["people.csv"].replace("Påhitt", "Påhitt-Saga").replace("19960830R901", "1,9E+11")
    answer, status = run(folder(people=people), "--dry-run")
    assert status == 2
    assert [(one["file"], one["line"], one["column"]) for one in answer["refused"]] == [("people.csv", 4, "pin")]
    assert changes(answer) == [("people.csv", 2, "family_name", "Påhitt", "Påhitt-Saga")]


def test_rows_that_rest_on_a_refused_row_are_left_out_of_the_trial(folder):
    people = FOLDER["people.csv"].replace("199111052388", "199111052389")
    answer, status = run(folder(people=people), "--dry-run")
    assert status == 2
    refused = {(one["file"], one["line"]) for one in answer["refused"]}
    assert {("people.csv", 2), ("support_months.csv", 2), ("placements.csv", 2)} <= refused
    assert answer["new"] == 10
    assert not Person.objects.exists()


def test_the_database_s_own_no_is_told_as_json_too(folder):
    more = FOLDER["placements.csv"] + "9404172398;kok;2026-03-02;;mon 09:00-15:00\n"
    activities = FOLDER["activities.csv"].replace(";2;2021", ";1;2021")
    answer, status = run(folder(placements=more, activities=activities))
    assert status == 2
    assert [(one["file"], one["line"]) for one in answer["refused"]] == [("placements.csv", 3)]
    assert "fler än så där samtidigt" in answer["refused"][0]["reason"]


def test_the_screen_shows_twenty_changes_a_file_and_the_report_all(folder, tmp_path):
    pins = [f"19900101R{serial:03}" for serial in range(900, 930)]
    rows = "pin;given_name;family_name\n" + "".join(f"{pin};Ada;Dikt\n" for pin in pins)
    (tmp_path / "people.csv").write_text(rows)
    assert run(tmp_path)[1] == 0
    (tmp_path / "people.csv").write_text(rows.replace("Dikt", "=Saga"))
    out = StringIO()
    call_command("import", str(tmp_path), "--dry-run", stdout=out)
    assert out.getvalue().count("family_name: Dikt → =Saga") == 20
    assert "och 10 till" in out.getvalue()
    with (tmp_path / "import-changes.csv").open(encoding="utf-8-sig", newline="") as file:
        report = list(csv.DictReader(file, delimiter=";"))
    assert len(report) == 30
    assert report[0] == {
        "file": "people.csv",
        "line": "2",
        "column": "family_name",
        "old": "Dikt",
        "new": "'=Saga",  # no spreadsheet takes it for a formula
    }


def test_without_changes_the_report_of_an_earlier_trial_is_taken_away(preview, tmp_path):
    preview(**other("people", "Påhitt", "Påhitt-Saga"))
    assert (tmp_path / "import-changes.csv").exists()
    preview()
    assert not (tmp_path / "import-changes.csv").exists()


def test_why_a_placement_ended_is_kept_apart_from_it_and_changes_are_told(folder):
    def ended(why):
        row = FOLDER["placements.csv"].replace("schedule\n", "schedule;end_reason\n")
        return {"placements": row.replace("12:00\n", f"12:00;{why}\n")}

    assert run(folder(**ended("Fick arbete")))[1] == 0
    assert PlacementEnd.objects.get().reason == "Fick arbete"
    assert run(folder(**ended("Fick arbete")))[0]["changed"] == 0
    shown, _status = run(folder(**ended("Flyttade")), "--dry-run")
    assert changes(shown) == [("placements.csv", 2, "end_reason", "Fick arbete", "Flyttade")]
    assert (shown["new"], shown["changed"]) == (0, 1)
    run(folder(**ended("")))
    assert PlacementEnd.objects.get().reason == ""
