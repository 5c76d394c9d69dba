"""The chain from application to self-support, and every bad input on the way, through the pages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.assistance.models import Application
from trappan.attendance import operations as attendance
from trappan.attendance.models import Attendance
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.outcomes.models import Exit
from trappan.people.models import Person
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Mapping, Plan, StepMove
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in

pytestmark = [pytest.mark.django_db]
FARID = "19940417-2398"


class Town:
    """A small municipality with one of each."""

    def __init__(self):
        self.municipality = make_organisation("Ekelunda kommun")
        self.labour = make_unit("labour_market", self.municipality)
        self.site = make_unit("site", self.municipality)
        self.ulla = make_colleague(
            "social_worker", make_unit("social_service", self.municipality), name="Ulla Provstedt"
        )
        self.jonna = make_colleague("consultant", self.labour, name="Jonna Mallgren")
        self.karin = make_colleague("head_of_unit", self.labour)
        self.tor = make_colleague("supervisor", self.site, name="Tor Låtsberg")
        self.cafe = self.activity("Café Vidingsjö", self.site, 1)

    def activity(self, name, unit, places):
        return Activity.objects.create(
            code=name, name=name, unit=unit, kind="workplace", places=places, starts_on=date(2021, 1, 1)
        )


@pytest.fixture
def town(today):
    return Town()


@pytest.fixture
def send(client):
    """Send a form as a colleague, as the page would, and follow."""

    def go(who, url, follow=True, **fields):
        sign_in(client, who)
        return client.post(url, {"acting_as": who.pk, **fields}, follow=follow)

    return go


def text(answer):
    return answer.content.decode()


APPLICATION = {
    "number": FARID,
    "given_name": "Farid",
    "family_name": "Tänktsson",
    "protection": "none",
    "kind": "new",
    "received_on": "2026-11-06",
    "languages": "dari, svenska",
}


@pytest.mark.requirement("R-001")
@pytest.mark.requirement("R-011")
@pytest.mark.requirement("R-017")
@pytest.mark.requirement("R-061")
def test_the_whole_way_from_application_to_self_support(town, send, client, today):
    answer = send(town.ulla, "/applications/new/", **APPLICATION)
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

    place = {"activity": town.cafe.pk, "week": "tor 9-12, fre 9-12", "starts_on": "2026-11-12", "aim": "Bageri"}
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
    assert Attendance.objects.get().minutes == 180

    step = {"step": 1, "rated_by": "staff", "evidence": "Kom i tid", "day": "2026-11-12"}
    answer = send(town.jonna, reverse("plans:step", args=[farid.pk]), **step)
    assert "Steg 1 av 6" in text(answer)

    send(town.jonna, reverse("placements:end", args=[placement.pk]), ends_on="2026-11-13", kind="work")
    set_today(today + timedelta(days=4))
    leave = {"reason": "work", "form": "bagare, tillsvidare", "day": "2026-11-16"}
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


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"number": "199404172397"}, "Sista siffran"),
        ({"number": "19940230-2393"}, "Den dagen"),
        ({"number": "1,99404E+11"}, "Ställ kolumnen som text"),
        ({"number": "94041723"}, "10 eller 12 siffror"),
        ({"received_on": "2026-11-13"}, "inte ha kommit in efter i dag"),
        ({"received_on": "2026-02-30"}, "giltigt datum"),
        ({"given_name": ""}, "Fyll i: Förnamn"),
    ],
)
def test_an_application_with_something_wrong_keeps_what_was_typed(town, send, change, sentence):
    answer = send(town.ulla, "/applications/new/", **{**APPLICATION, **change})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="Tänktsson"' in text(answer)
    assert not Person.objects.exists()


def test_an_application_twice_is_refused_and_half_of_nothing_is_kept(town, send):
    send(town.ulla, "/applications/new/", **APPLICATION)
    answer = send(town.ulla, "/applications/new/", **APPLICATION)
    assert "finns redan" in text(answer)
    assert Application.objects.count() == Person.objects.count() == 1


def test_a_person_whom_another_unit_has_is_not_told_but_whom_to_ask(town, send):
    other = make_colleague(
        "social_worker", make_unit("social_service", town.municipality, name="Försörjningsstöd Väster")
    )
    send(town.ulla, "/applications/new/", **APPLICATION)
    answer = send(other, "/applications/new/", **APPLICATION)
    assert "redan känd på" in text(answer)
    assert town.ulla.unit.name in text(answer)
    assert Application.objects.count() == 1


@pytest.fixture
def planned(town, today):
    """A case with a finished kartläggning and nothing more."""

    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    with as_(town.jonna):
        plans.map_person(
            case=case,
            held_on=today,
            today=today,
            finish=True,
            own_words="Jag vill",
            assessment="Kan",
            fastest_way="Café",
            way_reason="Vill laga mat",
        )
    return case


def edition():
    """Return what the page's hidden field says of the draft."""
    return Plan.objects.get(decided_at=None).edition


CONSULTED = {
    "consult-with_whom": "employment_service",
    "consult-held_on": "2026-11-11",
    "consult-outcome": "Inget hinder.",
}


@pytest.mark.requirement("R-002")
def test_no_plan_without_kartlaggning_also_past_the_page(town, today):
    from trappan.refusals import Refused

    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    with as_(town.jonna), pytest.raises(Refused, match="kartläggningen först"):
        plans.write_plan(
            case=case, today=today, goal="g", weekly_minutes=2400, hours_reason="", review_on=today + timedelta(days=1)
        )


@pytest.mark.requirement("R-004")
def test_own_words_are_never_rewritten(town, planned, today):
    from trappan.refusals import Refused, refusing

    fields = {"assessment": "Kan", "fastest_way": "Café", "way_reason": "Vill"}
    with as_(town.jonna):
        mapping = plans.map_person(
            case=planned, held_on=today, today=today, finish=False, edition=1, own_words="Och köra truck.", **fields
        )
        assert mapping.own_words == "Jag vill\n\nOch köra truck."
        with pytest.raises(Refused, match="läggs till"), refusing(plans.NO):
            Mapping.objects.filter(pk=mapping.pk).update(own_words="Personalens ord")


def test_a_kartlaggning_that_is_not_whole_cannot_be_finished(town, send, today):
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
    page = reverse("plans:mapping", args=[case.pk])
    answer = send(town.ulla, page, finish="yes", held_on="2026-11-12", own_words="Jag vill")
    assert answer.status_code == 422
    assert "Jag vill" in text(answer), "what was written stays"
    answer = send(town.ulla, page, finish="no", held_on="2026-11-12", own_words="Jag vill")
    assert "Sparat." in text(answer)


def test_a_plan_by_somebody_without_the_case_is_answered_as_nobodys(town, planned, send):
    other = make_colleague("consultant", town.labour)
    assert send(other, reverse("plans:plan", args=[planned.pk]), form="plan").status_code == 404


@pytest.mark.requirement("R-007")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"plan-weekly_hours": "4o"}, "mellan 0 och 40"),
        ({"plan-weekly_hours": "41"}, "mellan 0 och 40"),
        ({"plan-weekly_hours": "-1"}, "mellan 0 och 40"),
        ({"plan-hours_reason": ""}, "skiljer sig från de föreslagna 40"),
        ({"plan-review_on": "2026-11-12"}, "följas upp efter i dag"),
    ],
)
def test_a_plan_with_something_wrong(town, planned, send, change, sentence):
    good = {
        "plan-goal": "Arbete",
        "plan-weekly_hours": "20",
        "plan-hours_reason": "Barn",
        "plan-review_on": "2027-01-10",
    }
    answer = send(town.jonna, reverse("plans:plan", args=[planned.pk]), form="plan", **{**good, **change})
    assert sentence in text(answer)
    assert not Plan.objects.exists()


def test_a_plan_is_not_decided_before_the_person_has_agreed(town, planned, send):
    page = reverse("plans:plan", args=[planned.pk])
    draft = {"plan-goal": "Arbete", "plan-weekly_hours": "40", "plan-review_on": "2027-01-10"}
    send(town.jonna, page, form="plan", **draft)
    answer = send(town.jonna, page, form="decide", **{"decide-shown": edition()})
    assert "när och hur personen sa ja" in text(answer)
    assert Plan.objects.get().decided_at is None


def test_a_decided_plan_stays_in_force_while_the_next_is_drafted(town, planned, send):
    page = reverse("plans:plan", args=[planned.pk])
    send(town.jonna, page, form="consult", **CONSULTED)
    for goal in ("Första", "Andra"):
        send(
            town.jonna,
            page,
            form="plan",
            **{"plan-goal": goal, "plan-weekly_hours": "40", "plan-review_on": "2027-01-10"},
        )
        in_force = Plan.objects.filter(decided_at__isnull=False, replaced_at=None)
        assert [plan.goal for plan in in_force] == ([] if goal == "Första" else ["Första"])
        send(
            town.jonna,
            page,
            form="agree",
            **{"agree-shown": edition(), "agree-agreed_how": "phone", "agree-agreed_on": "2026-11-12"},
        )
        send(town.jonna, page, form="decide", **{"decide-shown": edition()})
    assert [plan.goal for plan in in_force.all()] == ["Andra"]


@pytest.mark.requirement("R-023")
def test_a_step_says_what_was_seen_and_never_erases(town, planned, send):
    page = reverse("plans:step", args=[planned.person_id])
    step = {"rated_by": "staff", "day": "2026-11-10"}
    assert "vad du har sett" in text(send(town.jonna, page, step=2, evidence="", **step))
    send(town.jonna, page, step=2, evidence="Håller tider", **step)
    assert "redan satt" in text(send(town.jonna, page, step=3, evidence="Mer", **step))
    assert "Välj en dag efter" in text(
        send(town.jonna, page, step=1, evidence="Bak", rated_by="staff", day="2026-11-09")
    )
    answer = send(town.jonna, page, step=1, evidence="Förskolan stängde", rated_by="staff", day="2026-11-12")
    assert "Steg 1 av 6" in text(answer)
    assert "ned till 1 Kontakt" in text(answer)
    assert StepMove.objects.count() == 2


@pytest.mark.requirement("R-097")
def test_the_last_place_is_refused_in_words_and_an_end_frees_it(town, planned, send, today):
    place = {"activity": town.cafe.pk, "week": "tor 9-12", "starts_on": "2026-11-12", "aim": "Öva"}
    send(town.jonna, reverse("placements:place", args=[planned.person_id]), **place)
    second = another(town, today)
    answer = send(town.jonna, reverse("placements:place", args=[second.pk]), **place)
    assert "ingen ledig plats" in text(answer)
    answer = send(town.jonna, reverse("placements:place", args=[second.pk]), **{**place, "week": "tor 12-15"})
    assert "Föreslagen" in text(answer), "another hour of the same place is free"
    assert Placement.objects.count() == 2


def another(town, today):
    """One more person with a case of Jonna's."""
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        cases.assign(case=cases.open_case(person=person, by=actor, unit=town.labour), to=town.jonna)
    return person


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"week": "måndagar"}, "går inte att läsa"),
        ({"week": "mån 15-9"}, "slutet komma efter början"),
        ({"week": "mån 9-12, mån 11-13"}, "går in i varandra"),
        ({"ends_on": "2026-11-12"}, "efter den första"),
        ({"starts_on": "2020-01-01"}, "inte öppen"),
    ],
)
def test_a_placement_with_something_wrong(town, planned, send, change, sentence):
    place = {"activity": town.cafe.pk, "week": "tor 9-12", "starts_on": "2026-11-12", "aim": "Öva", **change}
    answer = send(town.jonna, reverse("placements:place", args=[planned.person_id]), **place)
    assert sentence in text(answer)
    assert not Placement.objects.exists()


def test_a_cooperation_partner_needs_the_persons_consent(town, planned, send):
    navet = make_organisation("Föreningen Navet", kind="association", basis="cooperation")
    systuga = town.activity("Systugan", make_unit("site", navet), 3)
    place = {"activity": systuga.pk, "week": "tor 9-12", "starts_on": "2026-11-12", "aim": "Öva"}
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
    place = {"activity": town.cafe.pk, "week": "tor 9-12", "starts_on": "2026-11-12"}
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
    from trappan.refusals import Refused

    person = Person.objects.get(pk=planned.person_id)
    placement = make_placement(town.jonna, person=person, activity=town.cafe, starts_on=today)
    with as_(town.tor) as actor:
        marks = {"placement": placement, "by": actor}
        for day, sentence in ((today + timedelta(days=7), "inte kommit"), (today - timedelta(days=7), "utanför")):
            with pytest.raises(Refused, match=sentence):
                attendance.record_attendance(day=day, mark="present", **marks)
        with pytest.raises(Refused, match="mellan 1 och 180"):
            attendance.record_attendance(day=today, mark="partly", minutes=181, **marks)
        for _double_tap in range(2):
            attendance.record_attendance(day=today, mark="present", **marks)
    assert Attendance.objects.count() == 1


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
    answer = send(town.karin, reverse("cases:reassign", args=[case.number]), responsible=town.jonna.pk)
    assert "utdelat" in text(answer)
    sign_in(client, town.jonna)
    assert client.get(reverse("desk:person", args=[person.pk])).status_code == 200
    other_head = make_colleague("head_of_unit", make_unit("labour_market", town.municipality))
    answer = send(other_head, reverse("cases:reassign", args=[case.number]), responsible=town.jonna.pk)
    assert answer.status_code == 422


def test_supervision_of_a_protected_person_takes_two_heads(town, planned, send, client):
    from trappan.people.operations import protect

    person = Person.objects.get(pk=planned.person_id)
    with as_(town.jonna):
        protect(person=person, protection="marked")
    page = reverse("desk:person", args=[person.pk])
    answer = send(town.karin, "/cases/open/", number=planned.number, reason="Klagomål från ombudet")
    assert "En annan enhetschef" in text(answer)
    sign_in(client, town.karin)
    assert client.get(page).status_code == 404
    from trappan.people.models import Opening

    asked = Opening.objects.get()
    assert "inte den som frågade" in text(send(town.karin, reverse("people:agree", args=[asked.pk])))
    second = make_colleague("head_of_unit", make_unit("labour_market", town.municipality))
    assert "Du har hållit med" in text(send(second, reverse("people:agree", args=[asked.pk])))
    sign_in(client, town.karin)
    assert client.get(page).status_code == 200
    sign_in(client, second)
    assert client.get(page).status_code == 404


def test_search_finds_by_name_number_and_case_number_only(town, planned, client):
    number = test_number()
    person = make_person(town.ulla, "Åsa", "Öbergsdikt", number=number)
    sign_in(client, town.ulla)
    for query in ("öberg", "åsa", "Åsa", number[:8] + "-" + number[8:]):
        assert "Åsa Öbergsdikt" in text(client.get("/search/", {"q": query}, follow=True)), query
    assert person.name not in text(client.get("/search/", {"q": "%"}))
    assert client.get("/search/", {"q": planned.number}).url == reverse("desk:person", args=[planned.person_id])
