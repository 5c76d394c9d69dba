"""What the person has written of plan and goals, beside staff's own: shown, answered, and no gate."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.plans import operations
from trappan.plans.models import DraftToRead, Goal, LadderStep, OwnWord, Plan, StepMove, WordReply
from trappan.plans.testing import make_plan, put_in_week
from trappan.schedules.clock import now
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def draft(case):
    """A second plan, drafted beside the first."""
    make_plan(case)
    with as_(case.responsible):
        draft = operations.write_plan(
            case=case,
            today=TODAY,
            goal="Arbete i kök",
            weekly_minutes=2400,
            hours_reason="",
            review_on=TODAY + timedelta(days=60),
        )
        operations.set_goal(plan=draft, today=TODAY, title="Ringa själv", due_on=TODAY + timedelta(days=30))
        draft.refresh_from_db()
    return draft


def written(case, plan, **about):
    """Let the person have written something."""
    said = {"person": case.person, "plan": plan, "edition": plan.edition, "at": now(), **about}
    return OwnWord.objects.create(**said)


def page_of(client, case):
    return text(client.get(reverse("plans:plan", args=[case.pk])))


@pytest.mark.requirement("R-007")
def test_a_draft_is_given_in_the_edition_that_was_shown_and_anew_when_it_changed(client, case, draft):
    sign_in(client, case.responsible)
    url = reverse("plans:plan", args=[case.pk])
    button = f"Lämna till {case.person.given_name} att läsa"
    assert button in page_of(client, case)
    given = {"acting_as": case.responsible_id, "form": "give", "give-shown": f"{draft.pk}.{draft.edition}"}
    client.post(url, given)
    client.post(url, given)
    assert DraftToRead.objects.get().edition == draft.edition
    page = page_of(client, case)
    assert "Inget svar än." in page
    assert "har inte svarat på sina sidor. Det hindrar inget beslut" in page
    assert button not in page

    with as_(case.responsible):
        put_in_week(draft, kind="job_search", minutes=60)
    client.post(url, given)
    assert DraftToRead.objects.count() == 1, "what was not shown is not given"
    assert "Lämna det på nytt när det är klart" in page_of(client, case)


@pytest.mark.requirement("R-007", "R-059")
def test_an_answer_stands_by_the_draft_and_its_goals_and_hinders_no_decision(client, case, draft):
    goal = Goal.objects.get(plan=draft)
    written(case, draft, view="change", words="Fredag måste sluta 14")
    written(case, draft, goal=goal, view="disagrees", words="Jag är inte redo")
    sign_in(client, case.responsible)
    page = page_of(client, case)
    for words in ("Jag vill ändra något", "Fredag måste sluta 14", "Jag håller inte med", "Jag är inte redo"):
        assert words in page, words
    assert page.count("Att prata om") >= 3, "the plan, the goal, the decision"
    with as_(case.responsible) as actor:
        draft.refresh_from_db()
        operations.agree_plan(plan=draft, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        operations.decide_plan(plan=draft, by=actor)
    assert Plan.objects.in_force().get() == draft
    assert "Fredag måste sluta 14" in page_of(client, case), "it stands beside what was decided"


def test_an_answer_to_another_edition_says_so(client, case, draft):
    written(case, draft, view="agrees")
    with as_(case.responsible):
        put_in_week(draft, kind="job_search", minutes=60)
    sign_in(client, case.responsible)
    page = page_of(client, case)
    assert "Planen har ändrats sedan dess." in page
    assert "Utkastet har ändrats sedan dess." in page


def test_a_reply_is_written_once_and_the_words_are_nobodys_to_change(client, case, draft):
    word = written(case, draft, view="disagrees", words="Nej")
    sign_in(client, case.responsible)
    url = reverse("plans:plan", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "form": "reply", "row": word.pk}
    sent[f"reply-{word.pk}-text"] = "Vi talas vid på fredag"
    assert client.post(url, {**sent, f"reply-{word.pk}-text": " "}).status_code == 422
    client.post(url, sent)
    client.post(url, sent)
    assert WordReply.objects.get().text == "Vi talas vid på fredag"
    assert "Vi talas vid på fredag" in page_of(client, case)


def test_where_the_person_sees_the_step_otherwise_it_is_to_talk_about(client, case, draft):
    first, third = LadderStep.objects.filter(ladder__is_main=True, number__in=(1, 3)).order_by("number")
    with as_(case.responsible):
        operations.move_step(person=case.person, step=first, day=TODAY, today=TODAY, evidence="Kom i tid")
    StepMove.objects.create(person=case.person, step=third, day=TODAY, rated_by="participant", author=None)
    sign_in(client, case.responsible)
    page = page_of(client, case)
    assert f"ser det som steg 3: {third.name}" in page
    assert "skrivet på egna sidor 12 november 2026" in page
    assert "Att prata om" in page


def test_nothing_is_given_to_somebody_who_has_no_own_pages(client, case, draft):
    with as_(case.social_worker):
        protect(person=case.person, protection="marked")
    sign_in(client, case.responsible)
    assert "Lämna till" not in page_of(client, case)
