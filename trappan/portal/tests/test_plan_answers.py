"""My plan: what is answered is what was read, and nothing that is written is lost."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.plans import operations as plans
from trappan.plans.models import DraftToRead, Goal, LadderStep, OwnWord, Plan, StepMove
from trappan.plans.testing import put_in_week
from trappan.portal.testing import drafted
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text

PLAN, DRAFT, OBJECT, STEP = "/me/plan/", "/me/plan/draft/", "/me/plan/object/", "/me/steps/mine/"

pytestmark = pytest.mark.django_db


def anew(case, draft, jonna):
    """Decide the draft."""
    with as_(jonna) as actor:
        plans.agree_plan(plan=Plan.objects.get(pk=draft.pk), today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        plans.decide_plan(plan=Plan.objects.get(pk=draft.pk), by=actor)


@pytest.mark.requirement("R-007")
def test_a_goal_set_changed_or_closed_in_a_draft_is_not_read_before_it_is_given_anew(samira, case, jonna, plan):
    draft = drafted(case, jonna, goals=["Prata i telefon"])
    with as_(jonna):
        plans.agree_plan(plan=draft, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        plans.set_goal(plan=draft, today=TODAY, title="Jobba natt", due_on=TODAY + timedelta(days=9))
    now = Plan.objects.get(pk=draft.pk)
    assert (now.edition, now.agreed_on) == (draft.edition + 1, None)
    assert "Jobba natt" not in text(samira.get(DRAFT))
    assert samira.post(DRAFT, {"view": "agrees", "edition": draft.edition}).status_code == 422
    assert not OwnWord.objects.exists()
    with as_(jonna):
        plans.give_draft(plan=now)
    assert "Jobba natt" in text(samira.get(DRAFT))
    goal = Goal.objects.get(title="Jobba natt")
    with as_(jonna):
        Goal.objects.filter(pk=goal.pk).update(title="Jobba dag")
        plans.close_goal(goal=goal, today=TODAY, staff_rating="not_yet")
    assert Plan.objects.get(pk=draft.pk).edition == draft.edition + 3
    with as_(jonna):
        plans.give_draft(plan=Plan.objects.get(pk=draft.pk))
    anew(case, draft, jonna)
    assert Plan.objects.get(pk=draft.pk).edition == draft.edition + 3, "what follows on makes no other edition"


def test_the_same_objection_is_said_again_once_it_was_answered_or_the_plan_followed_up(samira, plan, jonna):
    said = {"words": "Timmarna är för många", "plan": plan.pk}
    samira.post(OBJECT, said)
    samira.post(OBJECT, said)
    assert OwnWord.objects.count() == 1
    with as_(jonna):
        plans.reply_to_word(word=OwnWord.objects.get(), text="Vi talas vid")
    samira.post(OBJECT, said)
    assert OwnWord.objects.count() == 2, "after the answer"
    set_today(TODAY + timedelta(days=1))
    samira.post(OBJECT, said)
    assert OwnWord.objects.count() == 2
    with as_(jonna) as actor:
        plans.review_plan(plan=plan, outcome="Går vidare", next_on=TODAY + timedelta(days=60), today=actor.today)
    samira.post(OBJECT, said)
    assert OwnWord.objects.count() == 3, "after the follow-up"


def test_staff_are_not_led_to_correct_what_the_person_wrote(client, samira, case, jonna):
    samira.post(STEP, {"step": "2", "words": "Jag vågar mer"})
    own = StepMove.objects.get()
    sign_in(client, jonna)
    correct = reverse("plans:correct", args=[own.pk])
    assert correct not in text(client.get(reverse("desk:person", args=[case.person_id])))
    sent = {"step": own.step_id, "day": f"{TODAY}", "reason": "Fel", "acting_as": jonna.pk}
    answer = client.post(correct, sent)
    assert answer.status_code == 422
    assert "Bara personen skriver det på nytt" in text(answer)


def test_an_objection_lands_on_the_plan_that_was_read_or_nowhere(samira, case, jonna, plan):
    assert f"{OBJECT}?plan={plan.pk}" in text(samira.get(PLAN))
    anew(case, drafted(case, jonna), jonna)
    read = f'name="plan" value="{plan.pk}"'
    assert read in text(samira.get(f"{OBJECT}?plan={plan.pk}"))
    answer = samira.post(OBJECT, {"words": "För många timmar", "plan": plan.pk})
    assert answer.status_code == 422
    assert "Se planen som den är nu" in text(answer)
    assert "För många timmar" in text(answer)
    assert not OwnWord.objects.exists()


def test_the_place_does_not_read_how_the_person_rates_its_goal(samira, case, jonna, plan, tor, placement):
    with as_(tor) as actor:
        due = TODAY + timedelta(days=9)
        plans.set_site_goal(
            person_id=case.person_id, unit_id=actor.unit_id, today=TODAY, title="Stå i kassan", due_on=due
        )
    goal = Goal.objects.get(title="Stå i kassan")
    samira.post(f"/me/plan/goals/{goal.pk}/", {"rating": "not_yet", "words": "Jag är rädd"})
    assert OwnWord.objects.get().rating == "not_yet"
    with as_(tor):
        assert Goal.objects.get(pk=goal.pk).own_rating == ""
        plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", own_rating="partly")
        assert Goal.objects.get(pk=goal.pk).own_rating == "partly", "what was said to the place"


def test_what_was_written_of_a_plan_is_read_when_it_is_replaced_and_every_unanswered_word(
    client, samira, case, jonna, plan
):
    goal = Goal.objects.get()
    samira.post(OBJECT, {"words": "Timmarna är för många", "plan": plan.pk})
    url = f"/me/plan/goals/{goal.pk}/"
    for words in ("Jag blir tyst", "Lite bättre", "Nu går det"):
        samira.post(url, {"rating": "partly", "words": words})
    with as_(jonna):
        plans.reply_to_word(word=OwnWord.objects.get(words="Jag blir tyst"), text="Vi övar")
    sign_in(client, jonna)
    page = text(client.get(reverse("plans:plan", args=[case.pk])))
    assert "Lite bättre" in page, "older, and unanswered"
    assert page.index("Nu går det") < page.index("Skrivet tidigare, och besvarat") < page.index("Jag blir tyst")
    anew(case, drafted(case, jonna), jonna)
    page = text(client.get(reverse("plans:decided", args=[plan.pk])))
    for words in ("Timmarna är för många", "Jag blir tyst", "Vi övar", goal.title):
        assert words in page, words


def test_an_answer_about_a_goal_is_read_in_the_draft_and_in_the_plan(samira, case, jonna, plan):
    draft = drafted(case, jonna, goals=["Prata i telefon"])
    goal = Goal.objects.get(plan=draft)
    said = {"view": "agrees", "edition": draft.edition, f"view_{goal.pk}": "change"}
    samira.post(DRAFT, {**said, f"words_{goal.pk}": "Hellre mejl"})
    with as_(jonna):
        plans.reply_to_word(word=OwnWord.objects.get(goal=goal), text="Mejl går bra")
    assert "Mejl går bra" in text(samira.get(DRAFT))
    anew(case, draft, jonna)
    assert "Mejl går bra" in text(samira.get(PLAN))


def test_what_was_typed_is_there_when_the_draft_was_changed_or_dropped_meanwhile(samira, case, jonna, plan):
    draft = drafted(case, jonna)
    sent = {"view": "change", "words": "Sluta klockan 14", "edition": draft.edition}
    with as_(jonna):
        put_in_week(draft, kind="job_search", minutes=60)
    answer = samira.post(DRAFT, sent)
    assert answer.status_code == 422
    for words in ("Det här sparades inte så som du skickade det", "Sluta klockan 14"):
        assert words in text(answer)
    with as_(jonna):
        plans.give_draft(plan=Plan.objects.get(pk=draft.pk))
    answer = samira.post(DRAFT, sent)
    assert answer.status_code == 422
    assert "Utkastet ändrades medan du läste" in text(answer)
    assert "Sluta klockan 14" in text(answer)
    with as_(jonna):
        plans.end_plan(plan=Plan.objects.get(pk=draft.pk), reason="Nytt läge")
        plans.end_plan(plan=plan, reason="Nytt läge")
    goal = Goal.objects.get()
    for url in (DRAFT, OBJECT, f"/me/plan/goals/{goal.pk}/"):
        answer = samira.post(url, sent)
        assert answer.status_code == 422, url
        assert "Sluta klockan 14" in text(answer), url
    assert not OwnWord.objects.exists()


def test_goals_that_follow_on_stand_in_the_draft(samira, case, jonna, plan):
    drafted(case, jonna)
    page = text(samira.get(DRAFT))
    assert "Inga delmål är satta än" not in page
    assert page.index("Ta emot en beställning") < page.index("Följer med från planen som gäller nu")


def test_a_colleagues_later_note_does_not_hide_what_the_person_wrote(client, samira, case, jonna, plan):
    samira.post(STEP, {"step": "3", "words": "Jag vågar mer"})
    set_today(TODAY + timedelta(days=1))
    first = LadderStep.objects.get(ladder__is_main=True, number=1)
    with as_(jonna) as actor:
        plans.move_step(
            person=case.person, step=first, day=actor.today, today=actor.today, rated_by=StepMove.RatedBy.PARTICIPANT
        )
    for page in (text(samira.get(STEP)), text(sign_in(client, jonna).get(reverse("plans:plan", args=[case.pk])))):
        assert "steg 1" in page
        assert "steg 3" in page
        assert "Jag vågar mer" in page


def test_only_a_draft_is_given_to_read_in_the_edition_that_it_is_in(case, jonna, plan):
    draft = drafted(case, jonna, give=False)
    for one, edition in ((draft, draft.edition + 1), (plan, plan.edition)):
        with as_(jonna), pytest.raises(DatabaseError, match="another"), transaction.atomic():
            DraftToRead.objects.create(plan=one, person=case.person, edition=edition)
    with as_(jonna), pytest.raises(Refused):
        plans.give_draft(plan=Plan(pk=plan.pk, case=case, person=case.person, edition=plan.edition))
