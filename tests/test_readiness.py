"""What somebody is judged to be ready for: dated, with a reason, kept, seen by few, and never a gate."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.placements.models import Placement
from trappan.placements.testing import accept, offer
from trappan.plans import operations
from trappan.plans.models import Readiness
from trappan.plans.testing import make_plan
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def case(today):
    return make_case()


def judge(case, what="place", reason="Kommer i tid varje dag", day=TODAY):
    with as_(case.responsible) as actor:
        return operations.judge_readiness(case=case, what=what, reason=reason, day=day, today=actor.today)


def refused(case, **said):
    with pytest.raises(Refused) as refusal:
        judge(case, **said)
    return refusal.value.field


@pytest.mark.requirement("R-010")
def test_a_judgement_has_its_reason_and_day_and_the_next_takes_its_place(case, client):
    first = judge(case, day=YESTERDAY)
    judge(case, "internship", "Klarade en hel dag i butiken")
    sign_in(client, case.responsible)
    for page in (reverse("desk:person", args=[case.person_id]), reverse("plans:plan", args=[case.pk])):
        said = markup(client.get(page))
        assert "Praktik hos en arbetsgivare" in said
        assert "Klarade en hel dag i butiken" in said
    assert "Tidigare bedömningar" in said
    assert "Kommer i tid varje dag" in said, "the earlier is kept and shown"
    with as_(case.responsible):
        first.refresh_from_db()
    assert (first.what, first.day, first.author_id) == ("place", YESTERDAY, case.responsible_id)
    told = Event.objects.filter(verb="plans.judge_readiness", person=case.person_id)
    assert [one.details["what"] for one in told.order_by("pk")] == ["place", "internship"]


def test_it_is_refused_without_a_reason_on_a_day_to_come_before_the_latest_and_of_an_unknown_code(case):
    judge(case)
    assert refused(case, reason="  ") == "reason"
    assert refused(case, day=TODAY + timedelta(days=1)) == "day"
    assert refused(case, day=YESTERDAY) == "day"
    assert refused(case, what="astronaut") == "what"
    Code.objects.filter(table="ready_for", code="studies").update(valid_to=YESTERDAY)
    assert refused(case, what="studies") == "what"
    Case.objects.filter(pk=case.pk).update(closed_on=TODAY)
    case.refresh_from_db()
    assert refused(case) == ""


def test_through_the_page_what_is_missing_is_asked_for_at_its_field(case, client):
    sign_in(client, case.responsible)
    page = reverse("plans:plan", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "form": "ready", "ready-what": "work", "ready-day": str(TODAY)}
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "Fyll i: Varför bedömer du så." in markup(answer)
    assert client.post(page, {**sent, "ready-reason": "Har jobbat extra"}).status_code == 302
    assert Readiness.objects.get().what == "work"


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_both_are_kept_and_the_later_stands(case):
    def wish(what):
        return lambda actor: operations.judge_readiness(case=case, what=what, reason="Sett", day=TODAY, today=TODAY)

    at_the_same_moment(by(case.responsible, wish("work")), by(case.responsible, wish("studies")))
    assert Readiness.objects.filter(person=case.person_id).count() == 2


class TestWhoSees:
    """In SQL as the app role: those who hold the plan, and nobody else."""

    def test_the_site_and_another_consultant_read_nothing_and_write_nothing(self, case):
        activity = make_activity("Café")
        accept(offer(case, activity))
        judge(case)
        site = make_colleague("supervisor", activity.unit)
        twin = make_case().responsible
        with as_(case.social_worker):
            assert Readiness.objects.count() == 1
        for other in (site, twin):
            with as_(other):
                assert Readiness.objects.count() == 0
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    Readiness.objects.create(
                        person_id=case.person_id, case_id=case.pk, what="work", reason="x", day=TODAY
                    )

    def test_nobody_changes_it_or_writes_it_in_anothers_name_or_of_a_day_to_come(self, case):
        judged = judge(case)
        with as_(case.responsible):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Readiness.objects.filter(pk=judged.pk).update(reason="Annat")
            made = Readiness.objects.create(
                person_id=case.person_id,
                case=case,
                what="work",
                reason="x",
                day=TODAY + timedelta(days=9),
                author=case.social_worker,
            )
            made.refresh_from_db()
            assert (made.author_id, made.day) == (case.responsible_id, TODAY)

    def test_of_a_case_that_is_somebody_elses_the_answer_is_the_same_open_or_closed(self, case):
        other = make_case()
        said = set()
        for closed_on in (None, TODAY):
            Case.objects.filter(pk=other.pk).update(closed_on=closed_on)
            with as_(case.responsible), pytest.raises(DatabaseError) as refusal, transaction.atomic():
                Readiness.objects.create(person_id=case.person_id, case_id=other.pk, what="work", reason="x", day=TODAY)
            said.add((type(refusal.value), str(refusal.value).splitlines()[0]))
        assert len(said) == 1


@pytest.mark.requirement("R-010")
def test_it_is_no_gate_places_are_found_proposed_and_given_alike_without_it_and_against_it(client, today):
    """The same place for two people with the same plan, of whom one is judged not to be ready."""
    activity = make_activity("Café", places=4)
    cases = [make_case(), make_case()]
    for case in cases:
        make_plan(case)
    judge(cases[1], "not_yet", "Orkar inte än")
    pages, states = [], []
    for case in cases:
        sign_in(client, case.responsible)
        answer = client.get(reverse("matching:find_place", args=[case.person_id]))
        assert answer.status_code == 200
        found = [*answer.context["shown"], *answer.context["folded"]]
        pages.append([(one.activity.pk, one.fit.is_suiting, one.fit.reasons) for one in found])
    for case in cases:
        placement = offer(case, activity)
        accept(placement)
        states.append(placement.state)
    assert pages[0] == pages[1] != []
    assert states == ["agreed", "agreed"]
    assert Placement.objects.filter(agreed=True).count() == 2
