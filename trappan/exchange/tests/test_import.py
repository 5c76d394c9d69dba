"""The municipal extract: all of it or nothing, the same twice changes nothing, faults at their place."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from trappan.activities.models import SeatUse
from trappan.assistance.models import SupportMonth
from trappan.attendance.models import Attendance
from trappan.cases.models import Case
from trappan.exchange.testing import FOLDER, run
from trappan.history.models import Event, Version
from trappan.outcomes.models import Exit
from trappan.people.models import Contact, Grant, Number, Person
from trappan.people.testing import test_number
from trappan.placements.models import Placement
from trappan.plans.models import Mapping, Plan, StepMove
from trappan.schedules.clock import now
from trappan.staff.models import Membership, Unit
from trappan.staff.testing import as_, make_colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def refused(folder, **changed):
    answer, status = run(folder(**changed))
    assert status == 2
    assert not Person.objects.exists()
    return [(one["file"], one["line"], one["column"], one["reason"]) for one in answer["refused"]]


def test_a_whole_folder_comes_in_and_is_worked_on_at_once(folder):
    answer, status = run(folder())
    assert status == 0
    assert answer == {"new": 19, "changed": 0, "unchanged": 1, "refused": []}
    samira = Person.objects.get(given_name="Samira")
    assert samira.languages == ["arabiska", "svenska"]
    assert SupportMonth.objects.filter(person=samira).count() == 2
    case = Case.objects.get(person=samira)
    assert case.number == "2026-0001"
    assert Mapping.objects.get().imported
    assert Plan.objects.get().weekly_minutes == 20 * 60 + 30
    assert SeatUse.objects.count() == 2
    assert set(Attendance.objects.values_list("mark", flat=True)) == {"present", "absent_told"}
    assert StepMove.objects.count() == 2
    assert Exit.objects.get().is_self_support
    jonna = Membership.objects.get(colleague__email="jonna@ekelunda.example")
    with as_(jonna):
        assert [person.name for person in Person.objects.all()] == ["Samira Påhitt"]
        assert Contact.objects.get().phone == "070-1740605"
    with as_(Membership.objects.get(colleague__email="tor@ekelunda.example")):
        assert Person.objects.count() == 1
        assert Number.objects.count() == 0


def test_the_same_folder_again_changes_nothing(folder):
    run(folder())
    grants, events = Grant.objects.count(), Event.objects.filter(person__isnull=False).count()
    answer, _status = run(folder())
    assert answer == {"new": 0, "changed": 0, "unchanged": 20, "refused": []}
    assert Grant.objects.count() == grants
    assert Event.objects.filter(person__isnull=False).count() == events
    assert Placement.objects.count() == 1


def test_a_case_that_the_file_closes_on_another_day_than_the_exit_stays_so(folder):
    cases = FOLDER["cases.csv"].replace("2025-01-13;ost;;;;;", "2025-01-13;ost;;;;;2025-06-30")
    run(folder(cases=cases))
    assert str(Case.objects.get(person__given_name="Åke").closed_on) == "2025-06-30"
    answer, _status = run(folder(cases=cases))
    assert (answer["changed"], answer["unchanged"]) == (0, 20)


def test_a_corrected_row_updates_and_leaves_what_it_was(folder):
    run(folder())
    people = FOLDER["people.csv"].replace("Påhitt", "Påhitt-Saga")
    answer, _status = run(folder(people=people))
    assert (answer["new"], answer["changed"]) == (0, 1)
    assert Person.objects.get(given_name="Samira").family_name == "Påhitt-Saga"
    version = Version.objects.get(of_table="people_person")
    assert version.was["family_name"] == "Påhitt"
    assert version.actor.colleague.email == "import@trappan.invalid"
    assert (
        Grant.objects.filter(sort__startswith="p|hitt-saga").count()
        + Grant.objects.filter(sort__startswith="p{hitt-saga").count()
        > 0
    )


def test_a_dry_run_tells_and_keeps_nothing(folder):
    answer, status = run(folder(), "--dry-run")
    assert (answer["new"], status) == (19, 0)
    assert not Person.objects.exists()
    assert not Unit.objects.filter(code="ost").exists()


def test_people_without_a_case_are_granted_to_the_intake_unit(folder):
    run(folder())
    intake = Unit.objects.get(code="intake")
    with as_(make_colleague("social_worker", intake)):
        assert {person.given_name for person in Person.objects.all()} == {"Samira", "Åke"}
        assert Number.objects.filter(person__given_name="Åke").exists()
        assert not Number.objects.filter(person__given_name="Samira").exists(), "she has a responsible"
    assert not Grant.objects.filter(person__given_name="Yonas", unit__isnull=False).exists()


def test_a_second_number_finds_the_same_person(folder):
    run(folder())
    yonas = Person.objects.get(given_name="Yonas")
    number = test_number()
    Number.objects.create(person=yonas, number=number)
    people = FOLDER["people.csv"].replace("19960830R901", number)
    answer, status = run(folder(people=people))
    assert (status, answer["new"]) == (0, 0)
    assert Person.objects.count() == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ","])
def test_files_as_excel_and_libreoffice_write_them(tmp_path, encoding, separator):
    for name in ("units.csv", "people.csv"):
        rows = [line.replace(",", " ").split(";") for line in FOLDER[name].splitlines()]
        content = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows) + "\r\n"
        (tmp_path / name).write_bytes(content.encode(encoding))
    answer, status = run(tmp_path)
    assert (status, answer["new"]) == (0, 5)
    assert Person.objects.filter(family_name="Öbergsdikt").exists()


@pytest.mark.parametrize(
    ("changed", "place", "reason"),
    [
        (
            {"people": FOLDER["people.csv"].replace("199111052388", "1,99111E+11")},
            ("people.csv", 2, "pin"),
            "Formatera kolumnen som text",
        ),
        ({"people": FOLDER["people.csv"].replace("199111052388", "91110523")}, ("people.csv", 2, "pin"), "10 eller 12"),
        ({"people": FOLDER["people.csv"].replace("gender", "kön")}, ("people.csv", 1, "kön"), "Okänd kolumn"),
        ({"people": FOLDER["people.csv"].replace(";given_name", ";gn")}, ("people.csv", 1, "given_name"), "saknas"),
        ({"people": FOLDER["people.csv"] + "199111052388;S;P;K;none;;\n"}, ("people.csv", 5, "pin"), "rad 2"),
        (
            {"people": FOLDER["people.csv"].replace("marked;tigrinja;", "registration;tigrinja;070-1")},
            ("people.csv", 4, "protection"),
            "varken adress",
        ),
        (
            {"support_months": FOLDER["support_months.csv"] + "2026-10;H9;199111052388;applicant;3;;\n"},
            ("support_months.csv", 5, "month"),
            "rad 3",
        ),
        (
            {"support_months": FOLDER["support_months.csv"].replace("2026-09", "2026-13")},
            ("support_months.csv", 2, "month"),
            "2026-11",
        ),
        (
            {"cases": FOLDER["cases.csv"].replace("2026-01-12", "2026-02-30")},
            ("cases.csv", 2, "opened_on"),
            "Den dagen finns inte",
        ),
        (
            {"cases": FOLDER["cases.csv"].replace("2026-01-26", "")},
            ("cases.csv", 2, "mapped_on"),
            "bygger på en kartläggning",
        ),
        (
            {"cases": FOLDER["cases.csv"].replace("2025-01-13;ost;;;;;", "2025-01-13;ost;;;;;2024-01-01")},
            ("cases.csv", 3, "closed_on"),
            "innan det öppnades",
        ),
        ({"cases": FOLDER["cases.csv"].replace("20,5", "41")}, ("cases.csv", 2, "weekly_hours"), "mellan 0 och 40"),
        (
            {"placements": FOLDER["placements.csv"].replace("2026-03-02;;", "2026-03-02;2026-03-01;")},
            ("placements.csv", 2, "ends_on"),
            "före den första",
        ),
        (
            {"placements": FOLDER["placements.csv"].replace("mon 09", "mun 09")},
            ("placements.csv", 2, "schedule"),
            "går inte att läsa",
        ),
        (
            {"attendance": FOLDER["attendance.csv"].replace("2026-11-09", "2026-02-09")},
            ("attendance.csv", 2, "day"),
            "inte placerad där",
        ),
        (
            {"attendance": FOLDER["attendance.csv"].replace("absent;;told", "absent;60;told")},
            ("attendance.csv", 3, "minutes"),
            "ska inte ha några minuter",
        ),
        ({"steps": FOLDER["steps.csv"].replace(";1;", ";9;")}, ("steps.csv", 2, "step"), "inget sådant steg"),
        ({"exits": FOLDER["exits.csv"].replace("lager, tillsvidare", "")}, ("exits.csv", 2, "form"), "slags arbete"),
        (
            {"exits": FOLDER["exits.csv"].replace("2025-07-03", "2025-06-20")},
            ("exits.csv", 2, "checked_on"),
            "tidigast en månad",
        ),
        (
            {"staff": FOLDER["staff.csv"].replace("cafe;supervisor", "kafe;supervisor")},
            ("staff.csv", 3, "unit"),
            "Ingen enhet",
        ),
    ],
)
def test_one_bad_row_keeps_the_whole_folder_out(folder, changed, place, reason):
    found = refused(folder, **changed)
    assert (place, True) in [((file, line, column), reason in said) for file, line, column, said in found], found


def test_the_report_lies_beside_and_shows_no_value(folder, tmp_path):
    refused(folder, people=FOLDER["people.csv"].replace("199111052388", "199111052389"))
    report = (tmp_path / "import-report.csv").read_text(encoding="utf-8-sig")
    assert "000000000000" in report
    assert "199111052389" not in report
    answer, status = run(folder())
    assert (status, answer["refused"]) == (0, []), "the report itself is not taken for a file"


def test_more_people_than_places_is_refused_in_words(folder, capsys):
    more = FOLDER["placements.csv"] + "9404172398;kok;2026-03-02;;mon 09:00-15:00\n"
    activities = FOLDER["activities.csv"].replace(";2;2021", ";1;2021")
    out = StringIO()
    with pytest.raises(CommandError, match="1 rader måste rättas"):
        call_command("import", str(folder(placements=more, activities=activities)), stdout=out)
    assert "placements.csv, rad 3, activity xxx: " in out.getvalue()
    assert "fler än så där samtidigt" in out.getvalue()
    assert not Person.objects.exists()


@pytest.mark.parametrize("known", [True, False])
def test_a_guard_s_no_comes_in_words_for_new_and_known_people(folder, known):
    if known:
        run(folder(placements="pin;activity;starts_on\n", attendance="pin;activity;day;status\n"))
    activities = FOLDER["activities.csv"].replace("2021-01-01", "2026-06-01")
    answer, status = run(folder(activities=activities))
    assert status == 2
    assert "inte är öppen" in answer["refused"][0]["reason"]
    assert not Placement.objects.exists()


def test_an_unknown_file_and_an_empty_folder_are_told(tmp_path):
    answer, status = run(tmp_path)
    assert (status, len(answer["refused"])) == (2, 1)
    (tmp_path / "personer.csv").write_text("a;b\n")
    answer, _status = run(tmp_path)
    assert answer["refused"][1]["file"] == "personer.csv"


def test_an_old_file_never_lowers_protection_nor_empties_what_it_does_not_have(folder):
    run(folder())
    Person.objects.filter(given_name="Samira").update(protection="registration")
    people = "pin;given_name;family_name\n199111052388;Samira;Påhitt\n"
    assert run(folder(people=people))[1] == 0
    samira = Person.objects.get(given_name="Samira")
    assert samira.protection == "registration"
    assert samira.languages == ["arabiska", "svenska"]
    run(folder())
    assert not Contact.objects.filter(person=samira).exists()
    assert not Grant.objects.filter(person=samira, unit__isnull=False, ends_at=None).exists()


def test_what_somebody_has_ended_is_not_opened_again_by_the_next_import(folder):
    run(folder())
    site = Unit.objects.get(code="cafe")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_grant SET ends_at = clock() WHERE unit_id = %s", [site.pk])
    run(folder())
    with as_(Membership.objects.get(colleague__email="tor@ekelunda.example")):
        assert Person.objects.count() == 0


def test_a_new_responsible_in_the_file_takes_the_old_ones_way_in(folder):
    staff = FOLDER["staff.csv"] + "pelle@ekelunda.example;Pelle;Utkast;ost;consultant\n"
    run(folder(staff=staff))
    cases = FOLDER["cases.csv"].replace("jonna@", "pelle@")
    run(folder(staff=staff, cases=cases))
    with as_(Membership.objects.get(colleague__email="jonna@ekelunda.example")):
        assert Person.objects.count() == 0
    with as_(Membership.objects.get(colleague__email="pelle@ekelunda.example")):
        assert Person.objects.count() == 1


def test_an_end_in_the_file_closes_the_sites_door(folder):
    attendance = FOLDER["attendance.csv"].splitlines()[0] + "\n"
    run(folder(attendance=attendance))
    tor = Membership.objects.get(colleague__email="tor@ekelunda.example")
    with as_(tor):
        assert Person.objects.count() == 1
    ended = FOLDER["placements.csv"].replace("2026-03-02;;", "2026-03-02;2026-04-02;")
    answer, status = run(folder(placements=ended, attendance=attendance))
    assert (status, answer["changed"]) == (0, 1), answer
    assert str(Placement.objects.get().ends_on) == "2026-04-03", "the file says the last day"
    with as_(tor):
        assert Person.objects.count() == 0


def test_a_refused_proposal_is_nobodys_placement_and_a_waiting_one_is_answered_first(folder):
    run(folder())
    placed = Placement.objects.first()
    Placement.objects.filter(pk=placed.pk).update(
        proposed_at=now(), refused_at=now(), answer="Nej", ends_on=placed.starts_on
    )
    SeatUse.objects.filter(seat=placed.seat).update(ends_on=placed.starts_on)
    attendance = FOLDER["attendance.csv"].splitlines()[0] + "\n"
    Attendance.objects.all().delete()
    run(folder(attendance=attendance))
    placed.refresh_from_db()
    assert placed.state == "refused"
    assert placed.ends_on == placed.starts_on
    assert Placement.objects.filter(person=placed.person, agreed=True).count() == 1
    Placement.objects.filter(agreed=True).update(proposed_at=now())
    answer, status = run(folder(attendance=attendance))
    assert status == 2
    assert "väntar på arbetsplatsen" in answer["refused"][0]["reason"]
