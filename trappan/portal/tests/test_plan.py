"""My plan: what is agreed, the draft that is read and answered, and what the person writes, which nobody changes."""

import pytest
from django.db import DatabaseError, connection, transaction

from trappan import database
from trappan.history.models import Event
from trappan.plans import operations as plans
from trappan.plans.models import Goal, OwnWord, Plan, StepMove
from trappan.plans.testing import put_in_week
from trappan.portal.own import COOKIE
from trappan.portal.testing import as_person_by_eid, drafted, session_for
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text

PLAN, DRAFT, OBJECT, STEP = "/me/plan/", "/me/plan/draft/", "/me/plan/object/", "/me/steps/mine/"

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R-007", "R-059")
def test_the_plan_in_force_in_plain_words(samira, plan, django_assert_max_num_queries):
    # Two of them are the test browser's own.
    with django_assert_max_num_queries(12):
        page = text(samira.get(PLAN))
    for words in (
        "Det beslutades 12 november 2026",
        "Arbete",
        "40\N{NO-BREAK SPACE}timmar",
        "Onsdag",
        "9–12",
        "Lärcentrum",
        "Ta emot en beställning",
        "Svåra ord",
    ):
        assert words in page, words
    assert "<script" not in page


def test_nobody_without_a_plan_is_left_without_words(samira, case):
    assert "Det finns ingen plan än" in text(samira.get(PLAN))


def test_a_pin_opens_none_of_it(case, jonna, plan, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    goal = Goal.objects.get().pk
    for url in (PLAN, DRAFT, OBJECT, STEP, f"/me/plan/goals/{goal}/"):
        for answer in (browser.get(url), browser.post(url, {"words": "Nej", "rating": "reached"})):
            assert answer.status_code == 403, url
            assert "Ta emot en" not in text(answer), url
    assert not OwnWord.objects.exists()
    assert "Kräver e-legitimation" in text(browser.get("/me/more/"))


@pytest.mark.requirement("R-007")
def test_a_draft_is_read_and_answered_before_it_is_decided(samira, case, jonna, plan):
    draft = drafted(case, jonna, goals=["Prata i telefon"])
    assert "förslag till ny plan" in text(samira.get(PLAN))
    page = text(samira.get(DRAFT))
    assert "Ett utkast. Det gäller inte än." in page
    assert "Arbete i kök" in page
    goal = Goal.objects.get(plan=draft)
    said = {"view": "change", "words": "", f"view_{goal.pk}": "disagrees", "edition": draft.edition}
    refused = samira.post(DRAFT, said)
    assert refused.status_code == 422
    assert text(refused).count("Skriv vad du vill ha på ett annat sätt.") == 4, "by each field, and above"
    assert not OwnWord.objects.exists()

    said |= {"words": "Fredag måste sluta 14", f"words_{goal.pk}": "Jag är inte redo"}
    assert samira.post(DRAFT, said)["Location"] == f"{PLAN}?kept=1"
    samira.post(DRAFT, said)
    of_goal, whole = OwnWord.objects.all()
    assert (whole.view, whole.words, whole.edition) == ("change", "Fredag måste sluta 14", draft.edition)
    assert (of_goal.goal_id, of_goal.view, of_goal.words) == (goal.pk, "disagrees", "Jag är inte redo")
    assert Event.objects.filter(verb="portal.answer_draft", actor=None).count() == 1
    assert "Du har svarat: Du vill ändra något." in text(samira.get(PLAN))


def test_a_draft_nobody_gave_is_not_there_and_one_being_written_is_not_read(samira, case, jonna, plan):
    draft = drafted(case, jonna, give=False)
    assert "Arbete i kök" not in text(samira.get(PLAN))
    assert "Arbete i kök" not in text(samira.get(DRAFT))
    assert samira.post(DRAFT, {"view": "agrees", "edition": draft.edition}).status_code == 422
    with as_(jonna):
        plans.give_draft(plan=draft)
    samira.post(DRAFT, {"view": "agrees", "edition": draft.edition})
    with as_(jonna):
        put_in_week(draft, kind="job_search", minutes=120)
    page = text(samira.get(DRAFT))
    assert "Din konsulent ändrar i det" in page
    assert "Arbete i kök" not in page
    samira.post(DRAFT, {"view": "disagrees", "words": "Nej", "edition": draft.edition})
    assert OwnWord.objects.count() == 1, "what is being written is not answered"
    with as_(jonna):
        plans.give_draft(plan=Plan.objects.get(pk=draft.pk))
    assert "Planen har ändrats sedan du svarade" in text(samira.get(DRAFT))
    old = samira.post(DRAFT, {"view": "agrees", "edition": draft.edition})
    assert (old.status_code, "Utkastet ändrades medan du läste" in text(old)) == (422, True)


@pytest.mark.requirement("R-059")
def test_the_own_rating_of_a_goal_stands_beside_staffs_whoever_writes_last(samira, case, jonna, plan):
    goal = Goal.objects.get()
    url = f"/me/plan/goals/{goal.pk}/"
    assert samira.post(url, {"rating": ""}).status_code == 422
    samira.post(url, {"rating": "not_yet", "words": "Jag blir tyst"})
    samira.post(url, {"rating": "partly", "words": "Det går bättre"})
    with as_(jonna):
        plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", own_rating="reached")
    goal.refresh_from_db()
    assert (goal.staff_rating, goal.own_rating) == ("reached", "partly"), "nobody answers for the person"
    page = text(samira.get(PLAN))
    assert "<strong>Delvis</strong>" in page
    assert "Din konsulent, 12 november 2026: Uppnått" in page
    assert [one.words for one in OwnWord.objects.all()] == ["Det går bättre", "Jag blir tyst"]
    assert samira.get("/me/plan/goals/1000000000000/").status_code == 404


def test_an_objection_stands_beside_the_plan_and_is_answered_and_never_altered(samira, case, jonna, plan):
    assert samira.post(OBJECT, {"words": " ", "plan": plan.pk}).status_code == 422
    samira.post(OBJECT, {"words": "Timmarna är för många", "plan": plan.pk})
    word = OwnWord.objects.get()
    with as_(jonna):
        plans.reply_to_word(word=word, text="Vi talas vid på fredag")
        with pytest.raises(Refused, match="besvarat"):
            plans.reply_to_word(word=word, text="En gång till")
    for role in ("trappan_app", "trappan_own", "trappan_owner"):
        for verb in ("UPDATE plans_ownword SET words = 'x'", "DELETE FROM plans_ownword"):
            if role == "trappan_owner" and verb.startswith("DELETE"):
                continue
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL ROLE {role}")
                cursor.execute(verb)
    page = text(samira.get(PLAN))
    assert "Timmarna är för många" in page
    assert "Vi talas vid på fredag" in page
    assert f"{jonna.colleague.given_name} svarade torsdag 12 november" in page


@pytest.mark.requirement("R-059")
def test_the_own_step_stands_beside_staffs_and_only_the_person_writes_it_anew(samira, case, jonna):
    assert samira.post(STEP, {"step": "99"}).status_code == 422
    samira.post(STEP, {"step": "2", "words": "Jag vågar mer"})
    samira.post(STEP, {"step": "2", "words": "Jag vågar mer"})
    samira.post(STEP, {"step": "3", "words": ""})
    first, second = StepMove.objects.order_by("id")
    assert (first.corrected, second.corrected, second.corrects_id) == (True, False, first.pk)
    assert (second.author_id, second.rated_by, second.step.number) == (None, "participant", 3)
    assert "Du själv tycker att det är steg 3" in text(samira.get("/me/steps/")) or second.step.name in text(
        samira.get(STEP)
    )
    with as_(jonna), pytest.raises(Refused, match="Bara personen skriver det på nytt"):
        plans.correct_step(move=second, step=first.step, day=TODAY, today=TODAY, reason="Fel")


def test_another_persons_plan_and_goal_are_nobodys(case, jonna, plan, other):
    goal = Goal.objects.get()
    with as_person_by_eid(other.person):
        assert database.rows("portal_plans") == []
        assert database.rows("portal_own_words") == []
        assert database.value("portal_object", plan.pk, "Nej") == "gone"
        assert database.value("portal_rate_goal", goal.pk, "reached", "") == "gone"
        assert database.value("portal_answer_draft", plan.pk, plan.edition, "agrees", "", "[]") == "gone"
    assert not OwnWord.objects.exists()


def test_a_goal_of_another_plan_is_not_answered_with_a_draft(case, jonna, plan, other):
    draft = drafted(case, jonna)
    theirs = Goal.objects.get()
    asked = f'[{{"goal": {theirs.pk}, "view": "agrees", "words": ""}}]'
    with as_person_by_eid(case.person):
        assert database.value("portal_answer_draft", draft.pk, draft.edition, "agrees", "", asked) == ""
    assert OwnWord.objects.get().goal_id is None


def test_signed_in_staff_reach_the_person_by_no_own_page(client, jonna, plan):
    assert sign_in(client, jonna).get(PLAN)["Location"] == "/me/"
    assert WebClient().get(DRAFT)["Location"] == "/me/"
