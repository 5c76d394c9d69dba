"""The chain from application to self-support through the pages, and how a case is handed out, found and closed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.testing import APPLICATION, CONSULTED, edition
from trappan.attendance.models import AttendedTime
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.outcomes.models import Exit
from trappan.people.models import Person
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.plans.models import Plan
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import search, sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R-001")
@pytest.mark.requirement("R-011")
@pytest.mark.requirement("R-061")
def test_the_whole_way_from_application_to_self_support(town, send, client, today):
    answer = send(town.ulla, "/applications/", **APPLICATION)
    assert "Ansökan är mottagen" in text(answer)
    assert "Farid Tänktsson" in text(answer), "she sees whom to open a case for"
    farid = Person.objects.get()
    assert farid.languages == ["dari", "svenska"]

    answer = send(
        town.ulla, reverse("cases:open_case", args=[farid.pk]), unit=town.labour.pk, responsible=town.jonna.pk
    )
    assert "Ärendet är öppet" in text(answer)
    case = Case.objects.get()
    assert case.number == "2026-0001"

    words = {
        "own_words": "Jag vill baka.",
        "assessment": "Kan 20 h.",
        "fastest_way": "Café, sedan bageri.",
        "way_reason": "Hon har bakat åt många.",
        "held_on": "2026-11-12",
    }
    answer = send(town.jonna, reverse("plans:mapping", args=[case.pk]), finish="yes", **words)
    assert "Kartläggningen är klar" in text(answer)

    page = reverse("plans:plan", args=[case.pk])
    draft = {
        "plan-goal": "Arbeta i bageri",
        "plan-weekly_hours": "20,5",
        "plan-hours_reason": "Barn",
        "plan-review_on": "2027-02-01",
    }
    send(town.jonna, page, form="plan", **draft)
    assert Plan.objects.get().weekly_minutes == 20 * 60 + 30
    send(town.jonna, page, form="goal", **{"goal-title": "Baka limpa", "goal-due_on": "2026-12-01"})
    send(
        town.jonna,
        page,
        form="agree",
        **{"agree-shown": edition(), "agree-agreed_how": "meeting", "agree-agreed_on": "2026-11-12"},
    )
    assert "Anteckna samrådet" in text(send(town.jonna, page, form="decide", **{"decide-shown": edition()}))
    send(town.jonna, page, form="consult", **CONSULTED)
    answer = send(town.jonna, page, form="decide", **{"decide-shown": edition()})
    assert "Planen är beslutad" in text(answer)

    place = {"activity": town.cafe.pk, **pressed("tor 9-12, fre 9-12"), "starts_on": "2026-11-12", "aim": "Bageri"}
    answer = send(town.jonna, reverse("placements:place", args=[farid.pk]), **place)
    assert "Föreslagen" in text(answer)
    placement = Placement.objects.get()
    sign_in(client, town.tor)
    assert "Farid Tänktsson" not in text(client.get("/here/")), "first name and no more"
    assert "Farid" in text(client.get("/here/"))
    answer = send(town.tor, reverse("placements:proposal", args=[placement.pk]), answer="yes")
    assert "Farid Tänktsson" in text(answer)
    points = {"introduce-points": town.cafe.introduction_points, "introduce-day": "2026-11-12"}
    send(town.tor, reverse("attendance:there", args=[placement.pk]), form="introduce", **points)

    answer = send(town.tor, "/day/", **{f"mark-{placement.pk}": "present"})
    assert "Farid Tänktsson" in text(answer)
    with as_(town.jonna):
        assert AttendedTime.objects.get(day=date(2026, 11, 12)).attended == 180

    step = {"step": 1, "rated_by": "staff", "evidence": "Kom i tid", "day": "2026-11-12"}
    answer = send(town.jonna, reverse("plans:step", args=[farid.pk]), **step)
    assert "Steg 1 av 6" in text(answer)

    send(town.jonna, reverse("placements:end", args=[placement.pk]), ends_on="2026-11-13", kind="work")
    set_today(today + timedelta(days=4))
    leave = {"reason": "work", "sub_code": "a1", "form": "bagare, tillsvidare", "day": "2026-11-16"}
    answer = send(town.jonna, reverse("outcomes:exit", args=[case.pk]), **leave)
    assert "preliminärt" in text(answer)
    done = Exit.objects.get()
    assert done.is_provisional
    assert not done.is_self_support

    check = reverse("outcomes:check", args=[done.pk])
    assert "tidigast en månad" in text(send(town.jonna, check, held="yes"))
    set_today(date(2026, 12, 16))
    answer = send(town.jonna, check, held="yes")
    assert "har hållit en månad" in text(answer)
    done.refresh_from_db()
    assert done.is_self_support

    sign_in(client, town.tor)
    assert client.get(reverse("desk:person", args=[farid.pk])).status_code == 404, "the site's door closed"


def test_a_case_with_a_placement_cannot_be_closed_under_it(town, planned, send, today):
    make_placement(town.jonna, person=planned.person, activity=town.cafe, starts_on=today)
    answer = send(town.jonna, reverse("outcomes:exit", args=[planned.pk]), reason="other", day="2026-11-12")
    assert "Avsluta placeringen först" in text(answer)
    answer = send(town.jonna, reverse("outcomes:exit", args=[planned.pk]), reason="work", form="", day="2026-11-12")
    assert "Exit matching" not in text(answer)
    assert not Exit.objects.exists()


def test_a_closed_case_takes_its_proposals_back(town, planned, today):
    from trappan.outcomes.operations import record_exit
    from trappan.placements.operations import propose
    from trappan.placements.proposals import proposals
    from trappan.schedules.week import read_week

    with as_(town.jonna):
        propose(person=planned.person, activity=town.cafe, week=read_week("tor 9-12"), starts_on=today, aim="Öva")
    with as_(town.tor):
        assert len(proposals()) == 1
    with as_(town.jonna):
        record_exit(case=planned, day=today, today=today, reason="other")
    with as_(town.tor):
        assert proposals() == []


def test_the_head_hands_out_by_number_and_sees_no_name(town, send, client, today):
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
    sign_in(client, town.karin)
    page = text(client.get("/"))
    assert case.number in page
    assert person.name not in page
    answer = send(town.karin, reverse("cases:reassign", args=[case.pk]), responsible=town.jonna.pk)
    assert "utdelat" in text(answer)
    sign_in(client, town.jonna)
    assert client.get(reverse("desk:person", args=[person.pk])).status_code == 200
    other_head = make_colleague("head_of_unit", make_unit("labour_market", town.municipality))
    answer = send(other_head, reverse("cases:reassign", args=[case.pk]), responsible=town.jonna.pk)
    assert answer.status_code == 404


def test_supervision_of_a_protected_person_takes_two_heads(town, planned, send, client):
    from trappan.people.operations import protect

    person = Person.objects.get(pk=planned.person_id)
    with as_(town.jonna):
        protect(person=person, protection="marked")
    page = reverse("desk:person", args=[person.pk])
    answer = send(town.karin, "/cases/open/", number=planned.number, reason="Klagomål från ombudet")
    assert "finns ingen annan chef" in text(answer)
    second = make_colleague("head_of_unit", make_unit("labour_market", town.municipality))
    answer = send(town.karin, "/cases/open/", number=planned.number, reason="Klagomål från ombudet")
    assert "redan frågat" in text(answer), "it was kept, and waits for whoever comes to be head"
    sign_in(client, town.karin)
    assert client.get(page).status_code == 404
    from trappan.people.models import Opening

    asked = Opening.objects.get()
    assert "En annan enhetschef än den som frågade" in text(send(town.karin, reverse("people:agree", args=[asked.pk])))
    assert "Du har godkänt" in text(send(second, reverse("people:agree", args=[asked.pk])))
    sign_in(client, town.karin)
    assert client.get(page).status_code == 200
    sign_in(client, second)
    assert client.get(page).status_code == 404


def test_search_finds_by_name_number_and_case_number_only(town, planned, client):
    number = test_number()
    person = make_person(town.ulla, "Åsa", "Öbergsdikt", number=number)
    sign_in(client, town.ulla)
    for query in ("öberg", "åsa", "Åsa", number[:8] + "-" + number[8:]):
        assert "Åsa Öbergsdikt" in text(search(client, query)), query
    assert person.name not in text(search(client, "%"))
    found = search(client, planned.number)
    assert found.redirect_chain[-1][0] == reverse("desk:person", args=[planned.person_id])
