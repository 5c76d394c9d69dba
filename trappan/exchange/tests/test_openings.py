"""`openings.csv`: brought in once, known again by employer and code, refused or noted line by line."""

from datetime import date

import pytest

from trappan.cases.testing import consultant_of, make_case
from trappan.employers import operations
from trappan.employers.models import Opening
from trappan.employers.testing import NUMBER, make_employer, make_officer, make_opening
from trappan.exchange.testing import run
from trappan.matching.models import Proposal
from trappan.matching.testing import make_search
from trappan.rules.testing import make_concept
from trappan.schedules.clock import now
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db
HEAD = "employer;code;title;kind;occupation;hours;weekdays;places;starts_on;ends_on;languages;licence\n"
WASHER = f"{NUMBER};K1;Diskare;job;Köksbiträde;24,5;mån,tis,ons;2;2026-12-01;2027-05-31;Svenska, arabiska;\n"
DRIVER = "Frakten;K1;Chaufför;internship;;;;;;;;B\n"


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def take(tmp_path, today):
    def go(content, employers="", *arguments):
        (tmp_path / "openings.csv").write_text(HEAD + content, encoding="utf-8")
        if employers:
            (tmp_path / "employers.csv").write_text(employers, encoding="utf-8")
        return run(tmp_path, "--municipality", "Provkommunen", *arguments)

    return go


def test_each_comes_with_its_employer_and_twice_changes_nothing(take, linnea, today):
    cook = make_concept("Köksbiträde/Diskare")
    kitchen = make_employer(linnea, organisation_number=NUMBER)
    with as_(linnea):
        place = operations.make_workplace(employer=kitchen, name="Storgatan 1")
    told, status = take(WASHER + DRIVER, "name;kind\nFrakten;company\n")
    assert (status, told["new"]) == (0, 3), told
    driver, washer = Opening.objects.order_by("title")  # Chaufför, Diskare
    assert (washer.employer, washer.workplace, washer.occupation) == (kitchen, place, cook)
    assert (washer.weekly_minutes, washer.weekdays, washer.places) == (1470, "mon,tue,wed", 2)
    assert (washer.starts_on, washer.ends_on, washer.languages) == (
        date(2026, 12, 1),
        date(2027, 6, 1),
        ["svenska", "arabiska"],
    )
    assert (driver.employer.name, driver.weekly_minutes, driver.starts_on) == ("Frakten", None, today)
    assert driver.licence == "B"
    assert [(one["line"], one["column"]) for one in told["notes"]] == [(3, "hours")]
    told, _status = take(WASHER + DRIVER)
    assert (told["new"], told["changed"]) == (0, 0)
    told, _status = take(WASHER.replace("24,5", "20"))
    assert told["changed"] == 1


def test_what_the_team_has_pressed_stays_until_the_file_says_other_hours(take, linnea):
    kitchen = make_employer(linnea, organisation_number=NUMBER)
    made = make_opening(linnea, employer=kitchen, code="K1", week="mån 8-16, tis 8-16, ons 8-16.30")
    take(WASHER)
    made.refresh_from_db()
    assert (made.week, made.title) == ("mon 08:00-16:00, tue 08:00-16:00, wed 08:00-16:30", "Diskare")
    take(WASHER.replace("24,5", "20"))
    made.refresh_from_db()
    assert (made.week, made.weekly_minutes) == ("", 1200)


def test_a_file_takes_no_place_away_that_somebody_has_got(take, linnea, today):
    kitchen = make_employer(linnea, organisation_number=NUMBER)
    take(WASHER)
    opening = Opening.objects.get(employer=kitchen)
    for _one in range(2):
        case = make_case()
        search = make_search(consultant_of(case), case, linnea.unit)
        about = {"willing": True, "willing_on": today, "sent_at": now(), "sent_how": "phone", "sent_by": linnea}
        made = Proposal.objects.create(
            person=case.person, search=search, opening=opening, author=linnea, answer_by=today, **about
        )
        Proposal.objects.filter(pk=made.pk).update(outcome="accepted", ended_on=today)
    told, status = take(WASHER.replace(";2;", ";1;"))
    assert status != 0
    assert "färre platser i filen" in str(told)
    assert Opening.objects.get(pk=opening.pk).places == 2


def test_wrong_rows_are_refused_each_with_what_to_do_and_nothing_is_taken_in(take, linnea, today):
    make_employer(linnea, name="Köket", organisation_number=NUMBER)
    ended = make_employer(linnea, name="Slutet")
    make_employer(linnea, name="Kontoret", cooperates=True)
    with as_(linnea):
        operations.end_employer(employer=ended, today=today, end_reason="Slut")
    rows = (
        "Köket;K1;Diskare;job;;10;;1;;;;\n"
        f"{NUMBER};K1;Diskare igen;job;;10;;1;;;;\n"
        "Ingen alls;K2;A;job;;10;;1;;;;\n"
        "Slutet;K3;A;job;;10;;1;;;;\n"
        "Kontoret;K4;A;job;;10;;1;;;;\n"
        "Köket;K5;A;job;;0;;1;;;;\n"
        "Köket;K6;A;job;;10;;0;;;;\n"
        "Köket;K7;A;job;;10;;1;2026-12-02;2026-12-01;;\n"
        "Köket;K8;A;spindel;;10;;1;;;;\n"
    )
    told, status = take(rows)
    assert status == 2
    assert [(one["line"], one["column"]) for one in told["refused"]] == [
        (3, "code"),
        (4, "employer"),
        (5, "employer"),
        (6, "employer"),
        (7, "hours"),
        (8, "places"),
        (9, "ends_on"),
        (10, "kind"),
    ]
    assert not Opening.objects.exists()
