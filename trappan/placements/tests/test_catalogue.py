"""What activities hold, found by what suits; themes, crews, and the way through one organisation."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.activities.models import Activity, Crew, CrewJob, Theme
from trappan.activities.operations import add_crew, add_theme, describe, give_job, take_out
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.placements.models import CrewMember
from trappan.placements.operations import end_placement, join_crew
from trappan.placements.testing import make_placement
from trappan.placements.way import way_through
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


class TestDescribed:
    @pytest.mark.requirement("R-095")
    @pytest.mark.requirement("R-096")
    def test_by_its_leader_on_the_page_and_found_by_what_suits(self, today, client):
        cafe, other = make_activity("Café"), make_activity("Odling")
        leader = make_colleague("site_leader", cafe.unit)
        sign_in(client, leader)
        url = f"/activities/{cafe.pk}/describe/"
        form = {
            "acting_as": leader.pk,
            "description": "Bakar",
            "branch": "restaurant",
            "challenge": "3",
            "steps_from": "2",
            "steps_to": "4",
            "languages": "Svenska, arabiska",
            "access": ["step_free"],
            "introduction": "Knivar och heta plåtar\nHygien",
            "environment": "business",
            "bodily": "7",
            "together": "5",
            "trains": "Baka, ta betalt",
            "leads_out": "on",
        }
        assert "sista steget måste komma efter" in client.post(url, {**form, "steps_to": "1"}).content.decode()
        assert "första och en sista" in client.post(url, {**form, "season_from": "4"}).content.decode()
        assert client.post(url, form).status_code == 302
        cafe.refresh_from_db()
        assert (cafe.languages, cafe.introduction_points) == (
            ["svenska", "arabiska"],
            ["Knivar och heta plåtar", "Hygien"],
        )
        assert (cafe.environment, cafe.leads_out) == ("business", True)
        shown = client.get(f"/activities/{cafe.pk}/").content.decode()
        for said in (
            "Bakar",
            "Baka, ta betalt",
            "Som ett företag med kunder",
            "Att gå vidare till arbete",
            "Restaurang och café",
        ):
            assert said in shown
        assert client.get(f"/activities/{other.pk}/describe/").status_code == 404
        sign_in(client, make_colleague("consultant"))
        for wish, found in (
            ("step=3", True),
            ("step=5", False),
            ("language=Arabiska", True),
            ("language=somaliska", False),
            ("branch=restaurant", True),
            ("branch=garden", False),
            ("access=step_free", True),
            ("challenge=2", False),
            ("challenge=3&day=mon", True),
            ("day=sat", False),
        ):
            page = client.get(f"/activities/?{wish}").content.decode()
            assert ("Café" in page) is found, wish
        page = client.get("/activities/?branch=garden&language=x").content.decode()
        assert "Ingen aktivitet passar in på alla val" in page

    def test_by_nobody_else_in_the_database(self, today):
        cafe = make_activity("Café")
        for other in (
            make_colleague("supervisor", cafe.unit),
            make_colleague("site_leader", make_unit("site")),
            make_colleague("consultant"),
        ):
            with as_(other), pytest.raises(Refused):
                describe(activity=cafe, description="Annat")
        with as_(make_colleague("site_leader", cafe.unit)):
            for field, value in (("places", 99), ("ends_on", TODAY), ("unit_id", 1)):
                with pytest.raises(DatabaseError), transaction.atomic():
                    Activity.objects.filter(pk=cafe.pk).update(**{field: value})


@pytest.mark.requirement("R-104")
def test_themes_of_a_group(today, client):
    kalejdo = make_activity("Kalejdo")
    leader = make_colleague("site_leader", kalejdo.unit)
    with as_(leader):
        add_theme(
            activity=kalejdo,
            title="Hälsa",
            text="Teori och promenad",
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=14),
        )
        with pytest.raises(Refused, match="före den första"):
            add_theme(activity=kalejdo, title="Mat", starts_on=TODAY, ends_on=TODAY)
    for other in (make_colleague("supervisor", kalejdo.unit), make_colleague("site_leader", make_unit("site"))):
        with as_(other), pytest.raises(Refused):
            add_theme(activity=kalejdo, title="Nej", starts_on=TODAY, ends_on=TODAY + timedelta(days=1))
    assert Theme.objects.count() == 1
    sign_in(client, make_colleague("consultant"))
    assert "Teori och promenad" in client.get(f"/activities/{kalejdo.pk}/").content.decode()


@pytest.mark.requirement("R-093")
def test_a_crew_with_a_leader_and_changing_jobs(today, client):
    groups = make_activity("Servicegrupperna")
    leader, tor = (make_colleague("site_leader", groups.unit), make_colleague("supervisor", groups.unit))
    case = make_case()
    placement = make_placement(case.responsible, person=case.person, activity=groups, starts_on=TODAY)
    with as_(leader):
        crew = add_crew(activity=groups, name="Lag Stig", leader=tor)
        with pytest.raises(Refused, match="redan ett lag"):
            add_crew(activity=groups, name="Lag Stig")
    sign_in(client, tor)
    url = f"/activities/{groups.pk}/groups/"
    job = {
        "acting_as": tor.pk,
        "form": "job",
        "job-crew": crew.pk,
        "job-what": "Bygger spång",
        "job-starts_on": "2026-11-12",
        "job-ends_on": "2026-11-30",
    }
    assert "Fyll i: Risker" in client.post(url, job).content.decode()
    assert client.post(url, {**job, "job-risks": "Halt trä, tunga lyft"}).status_code == 302
    assert "Bygger spång" in client.get(url).content.decode()
    with as_(tor):
        join_crew(placement=placement, crew=crew, starts_on=TODAY)
    other = make_activity("Annat")
    with as_(make_colleague("site_leader", other.unit)):
        strange = add_crew(activity=other, name="Lag Annat")
        with pytest.raises(Refused):
            give_job(crew=crew, what="x", risks="y", starts_on=TODAY, ends_on=TODAY + timedelta(days=1))
        assert not CrewMember.objects.exists()
    with as_(tor), pytest.raises(Refused, match="annan aktivitet"):
        join_crew(placement=placement, crew=strange, starts_on=TODAY)
    assert (Crew.objects.count(), CrewJob.objects.count(), CrewMember.objects.count()) == (2, 1, 1)


def test_a_theme_or_a_crew_is_taken_out_by_its_own_leader_alone(today, client):
    groups, other = make_activity("Servicegrupperna"), make_activity("Annat")
    leader, tor = (make_colleague(role, groups.unit) for role in ("site_leader", "supervisor"))
    case = make_case()
    placement = make_placement(case.responsible, person=case.person, activity=groups, starts_on=TODAY)
    with as_(leader):
        crew = add_crew(activity=groups, name="Lag Stig", leader=tor)
        add_theme(activity=groups, title="Hälsa", starts_on=TODAY, ends_on=TODAY + timedelta(days=9))
    theme = Theme.objects.get()
    for nobody in (tor, make_colleague("site_leader", other.unit)):
        for what in (crew, theme):
            with as_(nobody), pytest.raises(Refused, match="inte din att ta bort"):
                take_out(what=what)

    with as_(leader):
        before = add_crew(activity=groups, name="Lag Anna")
        give_job(crew=crew, what="Spång", risks="Halt", starts_on=TODAY, ends_on=TODAY + timedelta(9))
        join_crew(placement=placement, crew=before, starts_on=TODAY)
        join_crew(placement=placement, crew=crew, starts_on=TODAY)
    sign_in(client, tor)
    there = f"/here/{placement.pk}/"
    assert "Lag Stig" in client.get(there).content.decode()
    sign_in(client, leader)
    url = f"/activities/{groups.pk}/groups/"
    for kind, row in (("crew", crew), ("theme", theme)):
        sent = {"acting_as": leader.pk, "form": f"take_out_{kind}", "row": row.pk}
        assert client.post(f"/activities/{other.pk}/groups/", sent).status_code == 404
        assert client.post(url, {**sent, "row": "x"}).status_code == 404
        assert "Borttagen" in client.post(url, sent, follow=True).content.decode()
        assert "redan borttagen" in client.post(url, sent, follow=True).content.decode()
    page = client.get(url).content.decode()
    assert "Spång" not in client.get(f"/activities/{groups.pk}/").content.decode()
    assert "Lag Anna sedan" not in client.get(there).content.decode(), "nor in the crew before"
    assert "Lag Stig" not in page
    assert "Hälsa" not in page
    with as_(tor):
        with pytest.raises(Refused):
            join_crew(placement=placement, crew=crew, starts_on=TODAY)
        with pytest.raises(Refused):
            give_job(crew=crew, what="x", risks="y", starts_on=TODAY, ends_on=TODAY + timedelta(1))
    with as_(leader):
        add_crew(activity=groups, name="Lag Stig")
        with transaction.atomic():
            assert not Crew.objects.filter(pk=crew.pk).update(taken_out_at=None), "never put back"
    assert Crew.objects.filter(taken_out_at=None).count() == 2


def through(activity, number, *, onward=None, went_on=0):
    """Place so many from half a year ago, end them a month ago, and let some begin at another activity."""
    moved = TODAY - timedelta(days=30)
    began = set_today(TODAY - timedelta(days=200))
    placements = []
    for at in range(number):
        case = make_case()
        week = f"mån {9 + at}-{10 + at}"
        placements.append(
            make_placement(case.responsible, person=case.person, activity=activity, week=week, starts_on=began)
        )
    set_today(moved)
    for at, one in enumerate(placements):
        with as_(one.placed_by):
            end_placement(placement=one, ends_on=moved - timedelta(days=10), reason="Vidare")
        if at < went_on:
            week = f"tis {9 + at}-{10 + at}"
            make_placement(one.placed_by, person=one.person, activity=onward, week=week, starts_on=moved)
    set_today(TODAY)


@pytest.fixture
def mission(today):
    """A partner with three enterprises, each more demanding than the one before."""
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    return partner, [
        make_activity(name, make_unit("site", partner), challenge=level)
        for name, level in (("Sortering", 1), ("Second hand", 2), ("Café", 4))
    ]


@pytest.mark.requirement("R-021")
def test_moving_down_is_no_way_on_and_fewer_than_five_are_not_told(mission, client):
    partner, (sorting, second, cafe) = mission
    through(cafe, 10, onward=second, went_on=5)
    through(sorting, 10, onward=cafe, went_on=4)
    through(second, 4)
    consultant = make_colleague("consultant")
    with as_(consultant):
        told = {stop.activity: (stop.ended, stop.moved_up) for stop in way_through(partner)}
    assert told == {sorting: (10, None), second: (None, None), cafe: (10, None)}
    sign_in(client, consultant)
    page = markup(client.get(f"/organisations/{partner.pk}/way/"))
    assert unescape(page).count('"><5</td>') == 4, "what is not told is not told on the page either"


@pytest.mark.requirement("R-021")
def test_the_way_through_one_organisation_counts_who_moved_on(mission, client):
    partner, (sorting, second, cafe) = mission
    through(second, 10, onward=cafe, went_on=5)
    with as_(make_colleague("consultant")):
        lowest, middle, last = way_through(partner)
        assert [one.activity for one in (lowest, middle, last)] == [sorting, second, cafe], "least demanding first"
        assert (middle.ended, middle.moved_up) == (10, 5)
        assert (last.ended, last.moved_up) == (None, None), "fewer than five are not told"
    sign_in(client, make_colleague("supervisor", second.unit))
    assert client.get(f"/organisations/{partner.pk}/way/").status_code == 200
    stranger = make_colleague(
        "supervisor", make_unit("site", make_organisation("Navet", kind="association", basis="provider"))
    )
    sign_in(client, stranger)
    assert client.get(f"/organisations/{partner.pk}/way/").status_code == 404
    with as_(stranger):
        assert all(stop.ended is None for stop in way_through(partner))


@pytest.mark.requirement("R-029")
@pytest.mark.parametrize(
    ("kind", "words"),
    [("ability", "Förmåga"), ("language", "Språk"), ("job_search_conditions", "Förutsättningar att söka arbete")],
)
def test_occupation_that_develops_is_a_kind_of_its_own_beside_workplaces(today, client, kind, words):
    group = make_activity("Må bra-gruppen", kind=kind)
    make_activity("Snickeriet")
    case = make_case()
    sign_in(client, case.responsible)
    found = client.get(f"/activities/?kind={kind}").content.decode()
    assert "Må bra-gruppen" in found
    assert "Snickeriet" not in found
    assert "Må bra-gruppen" not in client.get("/activities/?kind=workplace").content.decode()
    assert words in markup(client.get(f"/activities/{group.pk}/"))
    make_placement(case.responsible, person=case.person, activity=group, starts_on=TODAY)
    assert "Må bra-gruppen" in client.get(f"/people/{case.person_id}/").content.decode()


@pytest.mark.requirement("R-098")
def test_own_and_partners_places_are_found_by_the_same_words_and_placed_in_alike(today, client):
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    own = make_activity("Café Vidingsjö", branch="restaurant", challenge=3)
    theirs = make_activity("Stadsmissionens café", make_unit("site", partner), branch="restaurant", challenge=3)
    make_activity("Snickeriet", branch="wood", challenge=3)
    case = make_case()
    sign_in(client, case.responsible)
    found = markup(client.get("/activities/?branch=restaurant&challenge=3"))
    assert [name in found for name in ("Café Vidingsjö", "Stadsmissionens café", "Snickeriet")] == [True, True, False]
    assert "Provkommunen</td>" in found
    assert "Stadsmissionen</td>" in found
    for activity, week in ((own, "tor 9-12"), (theirs, "tor 13-16")):
        made = make_placement(case.responsible, person=case.person, activity=activity, week=week, starts_on=TODAY)
        assert made.state == "agreed"


@pytest.mark.requirement("R-103")
def test_going_on_to_work_is_told_as_a_purpose_only_where_it_is(today, client):
    out, stay = make_activity("Utsluss", leads_out=True), make_activity("Syateljé")
    sign_in(client, make_colleague("consultant"))
    purpose = "<dt>Syfte</dt><dd>Att gå vidare till arbete</dd>"
    assert purpose in markup(client.get(f"/activities/{out.pk}/"))
    assert purpose not in markup(client.get(f"/activities/{stay.pk}/"))
    leader = make_colleague("site_leader", stay.unit)
    sign_in(client, leader)
    url = f"/activities/{stay.pk}/describe/"
    client.post(url, {"acting_as": leader.pk, "description": "Syr", "leads_out": "on"})
    assert purpose in markup(client.get(f"/activities/{stay.pk}/"))


@pytest.mark.requirement("R-145")
def test_a_branch_is_one_of_the_table_and_finds_its_activities(today, client):
    """The part of branches: occupations have no table of their own."""
    cafe, bikes = make_activity("Café"), make_activity("Cyklar")
    for activity, branch in ((cafe, "restaurant"), (bikes, "repair")):
        leader = make_colleague("site_leader", activity.unit)
        sign_in(client, leader)
        url = f"/activities/{activity.pk}/describe/"
        form = {"acting_as": leader.pk, "description": "x"}
        assert client.post(url, {**form, "branch": "bakery of my own"}).status_code == 422
        assert client.post(url, {**form, "branch": branch}).status_code == 302
    for branch, name, other in (("restaurant", "Café", "Cyklar"), ("repair", "Cyklar", "Café")):
        sign_in(client, make_colleague("consultant"))
        page = markup(client.get(f"/activities/?branch={branch}"))
        assert f'/">{name}</a>' in page
        assert f'/">{other}</a>' not in page
    with pytest.raises(DatabaseError), transaction.atomic():
        Activity.objects.filter(pk=cafe.pk).update(branch="bakery")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
