"""What the page refuses, the file does not get past either: each at its line, and nothing is taken in."""

from datetime import timedelta

import pytest

from trappan.activities.models import Activity
from trappan.attendance.models import Attendance, AttendedTime
from trappan.cases.testing import make_case
from trappan.exchange.testing import FOLDER, run
from trappan.people.models import Grant, Number, Person
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import offer
from trappan.staff.forms import MembershipForm
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NONE = {"attendance": "pin;activity;day;status\n"}
ROW = "199111052388;kok;2026-03-02;;mon 09:00-15:00, thu 09:00-12:00\n"
TWO = {"activities": FOLDER["activities.csv"] + "disk;Disken;cafe;workplace;2;2021-01-01\n", **NONE}
PLACED = "pin;activity;starts_on;ends_on;schedule\n"


def places_of(answer):
    return [(one["file"], one["line"], one["column"]) for one in answer["refused"]]


def refused(folder, *, after=None, **changed):
    """Try changed files, after others have come in; return what was refused, with nothing changed."""
    if after is not None:
        assert run(folder(**after))[1] == 0
    before = (Person.objects.count(), Placement.objects.count(), Attendance.objects.count())
    answer, status = run(folder(**changed))
    assert status == 2, answer
    assert (Person.objects.count(), Placement.objects.count(), Attendance.objects.count()) == before
    return answer


@pytest.mark.parametrize(
    ("placements", "place", "says"),
    [
        (ROW + "199111052388;disk;2026-04-01;;mon 14-16\n", ("placements.csv", 3, "schedule"), "kok (rad 2) mån 9–15"),
        (ROW + "199111052388;kok;2026-04-01;;fri 9-12\n", ("placements.csv", 3, "starts_on"), "redan en plats där"),
        (
            "199111052388;kok;2026-03-02;2026-04-01;mon 9-15\n199111052388;disk;2026-04-01;;mon 9-15\n",
            None,
            "the last day, 1 April, is a Wednesday",
        ),
        (ROW + "199111052388;disk;2026-04-01;;mon 15-16\n", None, ""),
    ],
)
def test_nobody_is_in_two_places_at_once(folder, placements, place, says):
    if place is None and not says:
        assert run(folder(placements=PLACED + placements, **TWO))[1] == 0
        return
    answer = refused(folder, placements=PLACED + placements, **TWO)
    if place is None:
        place, says = ("placements.csv", 3, "schedule"), "kok (rad 2)"
    assert place in places_of(answer)
    assert says in answer["refused"][0]["reason"]


def test_nobody_is_placed_by_file_where_a_colleague_has_placed_her(folder):
    answer = refused(
        folder,
        after={"placements": PLACED + ROW, **TWO},
        placements=PLACED + "199111052388;disk;2026-05-04;;thu 11-13\n",
        **TWO,
    )
    assert places_of(answer) == [("placements.csv", 2, "schedule")]
    assert "kok tors 9–12" in answer["refused"][0]["reason"]


def test_where_times_are_unknown_it_is_told_and_not_refused(folder):
    answer, status = run(folder(placements=PLACED + ROW + "199111052388;disk;2026-04-01;;\n", **TWO))
    assert status == 0
    assert ("placements.csv", 3, "schedule") in [(one["file"], one["line"], one["column"]) for one in answer["notes"]]


def test_no_placement_ends_before_a_marked_day(folder):
    ended = PLACED + ROW.replace("2026-03-02;;", "2026-03-02;2026-11-08;")
    answer = refused(folder, after={}, placements=ended, **NONE)
    assert places_of(answer) == [("placements.csv", 2, "ends_on")]
    assert "2026-11-09" in answer["refused"][0]["reason"]
    assert run(folder(placements=ended.replace("11-08", "11-09"), **NONE))[1] == 0, "the last day itself was held"


def test_no_attendance_after_the_last_day_that_the_same_folder_gives(folder):
    """The file's own period counts, not the longer one that is here: it was an error before."""
    ended = PLACED + ROW.replace("2026-03-02;;", "2026-03-02;2026-11-05;")
    answer = refused(folder, after=NONE, placements=ended)
    assert ("attendance.csv", 2, "day") in places_of(answer)


def test_places_do_not_sink_below_those_placed(folder):
    other = "9404172398;kok;2026-03-02;;mon 09:00-15:00\n"
    both = {"placements": PLACED + ROW + other}
    one = FOLDER["activities.csv"].replace(";2;2021", ";1;2021")
    answer = refused(folder, after=both, activities=one, **both)
    assert places_of(answer) == [("activities.csv", 2, "places")]
    assert "2 har plats där samtidigt" in answer["refused"][0]["reason"]
    ended = {"placements": PLACED + ROW + other.replace("2026-03-02;;", "2026-03-02;2026-06-30;")}
    assert run(folder(activities=one, **ended))[1] == 0, "who has left takes up no place"


@pytest.mark.parametrize(
    ("changed", "place", "says"),
    [
        (
            {
                "activities": "code;name;unit;kind;places;starts_on;ends_on\n"
                "kok;Köket;cafe;workplace;2;2021-01-01;2026-12-31\n"
            },
            ("placements.csv", 2, "ends_on"),
            "sista dagen är 2026-12-31",
        ),
        (
            {
                "units": FOLDER["units.csv"]
                .replace("regime", "organisation_kind")
                .replace("cafe;Kafét;site;Ekelunda kommun;28", "cafe;Kafét;site;Navet;association")
                .replace(";28", ";")
            },
            ("placements.csv", 2, "activity"),
            "samtycke",
        ),
        (
            {"people": FOLDER["people.csv"].replace("K;none", "K;marked")},
            ("placements.csv", 2, "pin"),
            "namngiven handledare",
        ),
        (
            {"units": FOLDER["units.csv"].replace("regime\n", "regime;parent\n").replace(";28\n", ";28;cafe\n")},
            ("units.csv", 3, "parent"),
            "cafe → cafe",
        ),
        (
            {
                "units": "code;name;kind;organisation;parent\nost;Ö;labour_market;Ekelunda kommun;cafe\n"
                "cafe;K;site;Ekelunda kommun;ost\n"
            },
            ("units.csv", 2, "parent"),
            "ost → cafe → ost",
        ),
        (
            {"support_months": FOLDER["support_months.csv"].replace("2026-09", "2026-12")},
            ("support_months.csv", 2, "month"),
            "Månaden har inte kommit än",
        ),
        ({"exits": FOLDER["exits.csv"] + "9404172398;2025-06-10;other;;\n"}, ("exits.csv", 3, "day"), "samma ärende"),
        (
            {"attendance": FOLDER["attendance.csv"].replace("present;360", "present;0")},
            ("attendance.csv", 2, "minutes"),
            "ska ha minuter",
        ),
        (
            {"people": FOLDER["people.csv"].replace("marked;tigrinja;", "registration;tigrinja;070-1")},
            ("people.csv", 4, "protection"),
            "varken adress",
        ),
    ],
)
def test_the_page_s_own_rules_hold_for_the_file(folder, changed, place, says):
    answer = refused(folder, **changed)
    assert any(
        (one["file"], one["line"], one["column"]) == place and says in one["reason"] for one in answer["refused"]
    ), answer["refused"]


def test_an_activity_does_not_leave_people_behind(folder):
    moved = FOLDER["activities.csv"].replace("cafe", "ost")
    answer = refused(folder, after={}, activities=moved)
    assert places_of(answer) == [("activities.csv", 2, "unit")]
    closed = "code;name;unit;kind;places;starts_on;ends_on\nkok;Köket;cafe;workplace;2;2021-01-01;2026-12-31\n"
    answer = refused(folder, activities=closed, placements="pin;activity;starts_on\n")
    assert places_of(answer) == [("activities.csv", 2, "ends_on")]


def test_an_open_case_here_is_not_opened_again(folder):
    cases = FOLDER["cases.csv"].replace("2026-01-12;ost", "2026-01-13;ost")
    answer = refused(folder, after={}, cases=cases)
    assert places_of(answer) == [("cases.csv", 2, "opened_on")]
    assert "2026-01-12" in answer["refused"][0]["reason"]


def test_a_person_under_two_numbers_is_said_once(folder):
    run(folder())
    number = test_number()
    Number.objects.create(person=Person.objects.get(given_name="Yonas"), number=number)
    answer = refused(folder, people=FOLDER["people.csv"] + f"{number};Yonas;Exempelsson;M;marked;tigrinja;\n")
    assert places_of(answer) == [("people.csv", 5, "pin")]
    assert answer["refused"][0]["reason"].startswith("Rad 4")


def test_attendance_counts_what_the_file_says_and_tells_what_does_not(folder):
    attendance = (
        "pin;activity;day;status;minutes\n"
        "199111052388;kok;2026-11-09;present;200\n"
        "199111052388;kok;2026-11-05;present;300\n"
        "199111052388;kok;2026-11-06;present;120\n"
        "199111052388;kok;2026-01-06;absent;\n"
    )
    placements = PLACED + ROW.replace("2026-03-02", "2026-01-05").replace("thu", "tue 09:00-10:00, thu")
    answer, status = run(folder(attendance=attendance, placements=placements))
    assert status == 0, answer
    told = {one["line"]: one["reason"] for one in answer["notes"]}
    assert "120 min kommer inte" in told[3], "beyond the session"
    assert "inget tillfälle den dagen: 120 min" in told[4]
    assert "blev inte av den dagen" in told[5], "Epiphany"
    assert 2 not in told
    counted = {str(one.day): one.attended for one in AttendedTime.objects.exclude(mark="")}
    assert (counted["2026-11-09"], counted["2026-11-05"]) == (200, 180)
    answer, _status = run(folder(attendance=attendance, placements=placements))
    assert (answer["new"], answer["changed"]) == (0, 0)


def test_whom_somebody_works_with_is_not_let_in_to_by_the_import(folder):
    run(folder())
    number = test_number()
    ulla = make_colleague("social_worker")
    person = make_person(ulla, number=number)
    before = set(Grant.objects.filter(person=person).values_list("pk", flat=True))
    assert before
    assert Grant.objects.filter(person__numbers__number="199111052388", basis="import").exists(), "who is new is"
    people = FOLDER["people.csv"] + f"{number};{person.given_name};{person.family_name};;none;;\n"
    answer, status = run(folder(people=people))
    assert status == 0, answer
    assert set(Grant.objects.filter(person=person).values_list("pk", flat=True)) == before


def test_the_import_s_own_colleague_counts_as_nobody(folder):
    run(folder())
    machine = Membership.objects.get(colleague__email="import@trappan.invalid")
    assert machine not in Membership.objects.lasting(TODAY)
    with as_(make_colleague("administrator")):
        assert machine.colleague not in MembershipForm().fields["colleague"].queryset


def test_who_was_proposed_here_is_introduced_before_she_is_marked(folder):
    run(folder(**NONE, placements="pin;activity;starts_on\n"))
    case = make_case()
    placed = offer(case, Activity.objects.get(code="kok"), starts_on=TODAY - timedelta(days=3))
    number = Number.objects.filter(person=case.person).first()
    Placement.objects.filter(pk=placed.pk).update(accepted_at="2026-11-09T09:00Z")
    attendance = f"pin;activity;day;status\n{number.number};kok;{TODAY - timedelta(days=1)};present\n"
    answer = refused(folder, attendance=attendance, placements="pin;activity;starts_on\n")
    assert places_of(answer) == [("attendance.csv", 2, "day")]
    assert "introducerad" in answer["refused"][0]["reason"]
