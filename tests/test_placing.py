"""A placement through the pages: places, consent, protection, and marks outside the rules."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.testing import another
from trappan.attendance import operations as attendance
from trappan.attendance.models import Attendance
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


def test_the_last_place_is_refused_in_words(town, planned, send, today):
    place = {"activity": town.cafe.pk, **pressed("tor 9-12"), "starts_on": "2026-11-12", "aim": "Öva"}
    send(town.jonna, reverse("placements:place", args=[planned.person_id]), **place)
    second = another(town, today)
    answer = send(town.jonna, reverse("placements:place", args=[second.pk]), **place)
    assert "ingen ledig plats" in text(answer)
    answer = send(town.jonna, reverse("placements:place", args=[second.pk]), **{**place, **pressed("tor 12-15")})
    assert "Föreslagen" in text(answer), "another hour of the same place is free"
    assert Placement.objects.count() == 2


@pytest.mark.requirement("R-097")
def test_a_placement_that_ends_frees_its_place_from_that_day_and_not_before(town, planned, send, client, today):
    placement = make_placement(town.jonna, person=planned.person, activity=town.cafe, starts_on=today)
    second = another(town, today)
    page = reverse("placements:place", args=[second.pk])
    place = {"activity": town.cafe.pk, **pressed("tor 9-12"), "starts_on": "2026-11-19", "aim": "Öva"}
    sign_in(client, town.jonna)
    assert "1 av 1" in text(client.get("/activities/"))
    assert "ingen ledig plats" in text(send(town.jonna, page, **place))
    send(town.jonna, reverse("placements:end", args=[placement.pk]), ends_on="2026-11-18", kind="work")
    assert "ingen ledig plats" in text(send(town.jonna, page, **{**place, "starts_on": "2026-11-12"}))
    set_today(date(2026, 11, 19))
    assert "0 av 1" in text(client.get("/activities/"))
    assert "Föreslagen" in text(send(town.jonna, page, **place))
    assert "1 av 1" in text(client.get("/activities/"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"week-0-from": "nio"}, "är inget klockslag"),
        ({"week-0-from": "15", "week-0-to": "9"}, "15–9: slutet måste komma efter början"),
        ({"week-0-to": ""}, "Skriv från när till när"),
        ({"week-0-days": []}, "9–12: välj minst en dag"),
        ({"week-rows": 0}, "Tryck på minst en dag"),
        (
            {"week-rows": 2, "week-1-days": ["3"], "week-1-from": "11", "week-1-to": "13.30"},
            "tors 9–12 och tors 11–13.30 går in i varandra",
        ),
        ({"ends_on": "2026-11-11"}, "före den första"),
        ({"starts_on": "2020-01-01"}, "inte öppen"),
    ],
)
def test_a_placement_with_something_wrong(town, planned, send, change, sentence):
    place = {"activity": town.cafe.pk, **pressed("tor 9-12"), "starts_on": "2026-11-12", "aim": "Öva", **change}
    answer = send(town.jonna, reverse("placements:place", args=[planned.person_id]), **place)
    assert sentence in text(answer)
    assert not Placement.objects.exists()


def test_a_cooperation_partner_needs_the_persons_consent(town, planned, send):
    navet = make_organisation("Föreningen Navet", kind="association", basis="cooperation")
    systuga = town.activity("Systugan", make_unit("site", navet), 3)
    place = {"activity": systuga.pk, **pressed("tor 9-12"), "starts_on": "2026-11-12", "aim": "Öva"}
    page = reverse("placements:place", args=[planned.person_id])
    assert "måste först samtycka" in text(send(town.jonna, page, **place))
    consent = {"organisation": navet.pk, "parts": "placement", "given_how": "meeting", "starts_on": "2026-11-12"}
    send(town.jonna, reverse("people:consent", args=[planned.person_id]), **consent)
    assert "Föreslagen" in text(send(town.jonna, page, **place))


def test_a_protected_person_is_placed_by_decision_and_opens_to_one_supervisor(town, planned, send, client):
    from trappan.people.operations import protect

    person = Person.objects.get(pk=planned.person_id)
    with as_(town.jonna):
        protect(person=person, protection="marked")
    second = make_colleague("supervisor", town.site)
    place = {"activity": town.cafe.pk, **pressed("tor 9-12"), "starts_on": "2026-11-12"}
    page = reverse("placements:place", args=[person.pk])
    assert "Fyll i: Handledare" in text(send(town.jonna, page, **place))
    place["aim"] = "Öva"
    send(town.jonna, page, supervisor=town.tor.pk, decision="Prövat mot hotbilden.", **place)
    address = reverse("placements:proposal", args=[Placement.objects.get().pk])
    sign_in(client, second)
    assert person.given_name not in text(client.get("/here/"))
    assert client.post(address, {"acting_as": second.pk, "answer": "yes"}).status_code == 404
    send(town.tor, address, answer="yes")
    sign_in(client, town.tor)
    assert person.name in text(client.get("/day/"))
    sign_in(client, second)
    assert person.name not in text(client.get("/day/"))
    sign_in(client, town.jonna)
    assert "1 av 1" in text(client.get("/activities/")), "a taken place, without a person"


def test_a_days_mark_outside_the_rules(town, planned, send, client, today):
    person = Person.objects.get(pk=planned.person_id)
    placement = make_placement(town.jonna, person=person, activity=town.cafe, starts_on=today)
    with as_(town.tor) as actor:
        marks = {"placement": placement, "by": actor}
        for day, sentence in ((today + timedelta(days=7), "inte kommit"), (today - timedelta(days=7), "utanför")):
            with pytest.raises(Refused, match=sentence):
                attendance.record_attendance(day=day, mark="present", **marks)
        with pytest.raises(Refused, match="dagen är 9 till 12"):
            attendance.record_attendance(day=today, mark="partly", came_at=25 * 60, **marks)
        for _double_tap in range(2):
            attendance.record_attendance(day=today, mark="present", **marks)
    assert Attendance.objects.count() == 1
