"""The formal days as a calendar feed: what the reader's own page shows, no person, and no longer than the role."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from icalendar import Calendar

from trappan import database
from trappan.desk.formal import KINDS, formal_days
from trappan.initiatives.testing import make_initiative
from trappan.insight import operations as insight
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement
from trappan.partnerships.testing import make_budget, make_draft, make_meeting, make_signed
from trappan.staff.models import Membership, Unit
from trappan.staff.operations import digest_of
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def house(today):
    """A town with a formal day of every kind but a project's, whose readers have no page of them."""

    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        administrator = make_colleague("administrator", director.unit)
        controller = make_colleague("controller", director.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        own_leader = make_colleague("site_leader", make_unit("site", municipality))
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby kommun")))

    about = {"ends_on": date(2028, 3, 31), "notice_months": 1, "evaluate_on": date(2027, 3, 1), "name": "Framtid"}
    agreed = make_signed(House.head, House.director, House.partner, **about)
    make_budget(House.head, agreed, 2026)
    make_draft(House.head, House.partner, name="Nästa", starts_on=date(2029, 1, 1), ends_on=None)
    met = make_meeting(House.head, agreement=agreed, held_on=TODAY - 9 * DAY, name="Höstens styrgrupp")
    make_meeting(House.head, held_on=TODAY + 9 * DAY, name="Egen träff")
    make_initiative(House.head, name="500-uppdraget")
    site = make_unit("site", House.municipality, name="Syateljén")
    Unit.objects.filter(pk=site.pk).update(ends_on=TODAY + 50 * DAY)
    with as_(House.head):
        operations.agree_action(meeting=met, text="Ring torget", due_on=TODAY - DAY, owner=House.head)
        operations.draft_amendment(agreement=agreed, starts_on=TODAY + DAY, scope="Butiken")
        insight.set_effect_goal(agreement=agreed, wording="Delaktig", level=1, unit="people", evaluate_on=TODAY - DAY)
    return House


def address(client, who):
    sign_in(client, who)
    page = client.post("/formal-days/feed/", {"acting_as": who.pk, "form": "make"}).content.decode()
    client.logout()
    found = page[page.index("/feed/", page.index("<code>")) :]
    return found[: found.index(".ics") + 4]


def in_feed(client, url):
    """Return what a calendar gets: the words, the day and where each leads."""
    events = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    assert len({str(one["UID"]) for one in events}) == len(events)
    return sorted((str(one["SUMMARY"]), one.decoded("DTSTART"), str(one["URL"])) for one in events)


@pytest.mark.requirement("R-178", "R-148")
def test_it_holds_the_days_of_the_readers_own_page_whoever_reads(house, client):
    kinds = set()
    for who in (house.head, house.administrator, house.director, house.controller, house.leader, house.head_abroad):
        with as_(who):
            page = formal_days(TODAY)
        shown = sorted((f"{one.words}: {one.name}", one.day, f"http://testserver{one.url}") for one in page)
        assert in_feed(client, address(client, who)) == shown, who.role
        kinds |= {one.kind for one in page}
        assert bool(shown) is (who is not house.head_abroad)
    assert kinds == KINDS.keys() - {"project"}


def test_nobody_is_named_in_it(house, client):
    content = client.get(address(client, house.head)).content.decode()
    assert "Ring torget" in content
    for colleague in (house.head.colleague, house.director.colleague):
        assert colleague.family_name not in content


def test_it_ends_with_the_membership_and_with_the_agreement_that_it_rests_on(house, client):
    url = address(client, house.leader)
    assert "Framtid" in client.get(url).content.decode()
    Agreement.objects.filter(name="Framtid").update(organisation=make_organisation("Navet", kind="association"))
    assert "Framtid" not in client.get(url).content.decode()
    Membership.objects.filter(pk=house.leader.pk).update(ends_on=TODAY)
    assert client.get(url).status_code == 404
    second = address(client, house.head)
    Membership.objects.filter(pk=house.head.pk).update(role="supervisor")
    assert client.get(second).status_code == 404, "another role has no formal days"


def test_who_has_no_page_of_formal_days_has_no_feed_of_them(house, client):
    sign_in(client, make_colleague("consultant", house.head.unit))
    assert client.get("/formal-days/feed/").status_code == 403
    sign_in(client, house.own_leader)
    assert client.get("/formal-days/feed/").status_code == 404


def test_an_address_opens_the_days_and_nothing_else(house, client):
    digest = digest_of(address(client, house.head).removeprefix("/feed/").removesuffix(".ics"))
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_web")
        assert database.rows("desk_formal_feed", digest)
        assert database.rows("desk_formal_feed", digest_of("gissat")) == []
        assert database.value("current_actor") is None
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query("SELECT * FROM partnerships_agreement")
        database.execute("SET LOCAL ROLE trappan_app")
        assert not Agreement.objects.filter(signed_on=None).exists()
        database.execute("SET LOCAL ROLE NONE")
