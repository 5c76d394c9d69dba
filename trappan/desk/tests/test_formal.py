"""The formal days: what comes by month, what has passed undone, for whoever may read of it and nobody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.desk.formal import formal_days, months
from trappan.insight import operations as insight
from trappan.partnerships import operations
from trappan.partnerships.testing import consult, make_budget, make_draft, make_meeting, make_signed
from trappan.partnerships.waiting import waiting_for
from trappan.staff.models import Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAGE = "/formal-days/"


@pytest.fixture
def house(today):
    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        leader = make_colleague("site_leader", make_unit("site", partner))
        own_leader = make_colleague("site_leader", make_unit("site", municipality))
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby kommun")))

    return House


def days(who):
    with as_(who):
        return [(one.kind, one.day, one.undone) for one in formal_days(TODAY)]


@pytest.fixture
def agreed(house):
    about = {"ends_on": date(2028, 1, 1), "notice_months": 6, "evaluate_on": date(2027, 3, 1)}
    made = make_signed(house.head, house.director, house.partner, name="Hoppfull framtid", **about)
    make_budget(house.head, made, 2026)
    met = make_meeting(house.head, agreement=made, held_on=TODAY - 9 * DAY, name="Höstens styrgrupp")
    make_meeting(house.head, agreement=made, held_on=TODAY + 9 * DAY, name="Vinterns styrgrupp")
    with as_(house.head):
        operations.agree_action(meeting=met, text="Ring torget", due_on=TODAY - DAY, owner=house.head)
        for wording, day in (("Delaktighet", TODAY - 2 * DAY), ("Arbete", date(2027, 12, 1))):
            insight.set_effect_goal(agreement=made, wording=wording, level=1, unit="people", evaluate_on=day)
    return made


@pytest.mark.requirement("R-148", "R-178")
def test_what_comes_and_what_has_passed_undone_stands_in_its_order(house, agreed):
    assert days(house.head) == [
        ("meeting", TODAY - 9 * DAY, True),
        ("effect", TODAY - 2 * DAY, True),
        ("action", TODAY - DAY, True),
        ("meeting", TODAY + 9 * DAY, False),
        ("budget", date(2026, 12, 31), False),
        ("evaluation", date(2027, 3, 1), False),
        ("notice", date(2027, 6, 30), False),
        ("renew", date(2027, 6, 30), False),
        ("effect", date(2027, 12, 1), False),
        ("end", date(2027, 12, 31), False),
    ]
    with as_(house.head):
        goal = agreed.effect_goals.get(wording="Delaktighet")
        about = {"as_of": TODAY, "today": TODAY, "value": None, "text": "Bra", "evaluated_by": "Utredaren"}
        insight.evaluate_effect(goal=goal, **about)
    assert ("effect", TODAY - 2 * DAY, True) not in days(house.head)


def test_another_municipality_reads_none_and_a_partner_its_own(house, agreed):
    assert days(house.head_abroad) == []
    assert {kind for kind, _day, _undone in days(house.leader)} >= {"notice", "end", "meeting", "action"}
    draft = make_draft(house.head, house.partner, name="Nästa", starts_on=date(2028, 1, 1), ends_on=None)
    assert ("begins", date(2028, 1, 1), False) in days(house.head)
    assert "begins" not in {kind for kind, _day, _undone in days(house.leader)}, "a draft is the municipality's own"
    consult(house.head, draft)
    assert "begins" not in {kind for kind, _day, _undone in days(house.head)}


def test_a_unit_that_is_to_close_stands_there_and_on_the_desk_until_the_unions_are_told(house, client):
    site = make_unit("site", house.municipality, name="Syateljén")
    Unit.objects.filter(pk=site.pk).update(ends_on=TODAY + 50 * DAY)
    closes = ("closes", TODAY + 49 * DAY, False)
    assert closes in days(house.head)
    assert closes not in days(house.head_abroad)
    with as_(house.head) as actor:
        assert [(one.name, one.late) for one in waiting_for(actor)] == [("Syateljén", False)]
    sign_in(client, house.head)
    assert "informera facken enligt MBL" in text(client.get("/"))
    with as_(house.head) as actor:
        told = {"paragraph": "11", "whom": "Facken", "held_on": TODAY, "outcome": "Förhandlat"}
        operations.inform_of_closing(unit=site, by=actor, **told)
        assert waiting_for(actor) == []
    assert closes not in days(house.head)


def test_the_page_by_month_with_its_filters(house, agreed, client, django_assert_max_num_queries):
    sign_in(client, house.head)
    client.get(PAGE)
    with django_assert_max_num_queries(16):  # four of them open and close the transaction
        page = client.get(PAGE)
    shown = text(page)
    assert "Passerat och inte gjort" in shown
    assert "juni 2027" in shown
    assert f'href="#d-{TODAY + 9 * DAY}"' in page.content.decode()
    some = text(client.get(f"{PAGE}?kind=meeting&body={house.partner.pk}"))
    assert "Vinterns styrgrupp" in some
    assert "Delaktighet" not in some
    for odd in ("kind=ovan", "body=99999999999999999999", "body=%00", "kind=meeting&kind=x"):
        assert client.get(f"{PAGE}?{odd}").status_code == 200
    sign_in(client, make_colleague("consultant", house.head.unit))
    assert client.get(PAGE).status_code == 403
    sign_in(client, house.own_leader)
    assert client.get(PAGE).status_code == 404, "who leads a workplace of the municipality's own reads no terms"
    sign_in(client, house.head_abroad)
    assert "Ingen dag" in text(client.get(PAGE))


def test_a_month_of_the_small_calendar_counts_its_own_days_alone():
    (month, weeks), *_others = months([], date(2026, 11, 12))
    assert month == date(2026, 11, 1)
    assert [count for _day, count in weeks[0]] == [-1] * 6 + [0], "the first of November 2026 is a Sunday"


def test_each_day_leads_to_its_page(house, agreed, client):
    sign_in(client, house.head)
    with as_(house.head):
        urls = {one.url for one in formal_days(TODAY)}
    assert reverse("partnerships:agreement", args=[agreed.pk]) in urls
    for url in sorted(urls):
        assert client.get(url).status_code == 200, url
