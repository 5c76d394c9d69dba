"""The page on which a plan's week is pressed: all of it at once, by two at the same time, and every other week."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.plans import operations
from trappan.plans.models import Plan, PlanPart
from trappan.plans.testing import make_mapping, put_in_week
from trappan.refusals import Overtaken, Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(today):
    case = make_case()
    make_mapping(case)
    with as_(case.responsible):
        return operations.write_plan(
            case=case,
            today=today,
            review_on=today + timedelta(days=30),
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
        )


@pytest.fixture
def page(draft):
    return reverse("plans:week", args=[draft.case_id])


def sent(draft, *parts, **other):
    """Return what the page sends: each part a kind, a title and its times."""
    form = {"acting_as": draft.case.responsible_id, "edition": Plan.objects.get(pk=draft.pk).edition}
    form["parts"] = len(parts)
    for at, (kind, title, times) in enumerate(parts):
        form |= {f"part-{at}-kind": kind, f"part-{at}-title": title, **pressed(times, f"part-{at}-times")}
    return {**form, **other}


def test_two_things_are_written_in_one_go_and_the_whole_week_is_replaced_in_the_next(draft, page, client):
    sign_in(client, draft.case.responsible)
    sfi, cafe = ("sfi", "Sfi kurs C", "tis 9-12, tor 9-12"), ("activity", "Café", "mån 9-13")
    assert client.post(page, sent(draft, sfi, cafe)).status_code == 302
    kept = PlanPart.objects.standing().get(title="Café").pk
    assert client.post(page, sent(draft, ("sfi", "Sfi kurs D", "tis 9-12"), cafe)).status_code == 302
    assert [part.title for part in PlanPart.objects.standing()] == ["Café", "Sfi kurs D"]
    assert PlanPart.objects.standing().get(title="Café").pk == kept, "what has not changed is left alone"
    assert PlanPart.objects.filter(title="Sfi kurs C").count() == 2, "taken out, never deleted"


def test_a_button_of_the_week_saves_nothing_and_keeps_what_was_typed(draft, page, client):
    sign_in(client, draft.case.responsible)
    form = sent(draft, ("sfi", "Sfi kurs C", "tis 9-12"), press="add")
    answer = client.post(page, form)
    assert answer.status_code == 200
    assert 'name="parts" value="2"' in markup(answer)
    assert 'value="Sfi kurs C"' in markup(answer)
    answer = client.post(page, {**form, "press": "every 4 13", "part-0-times-0-from": "nio"})
    assert 'value="nio"' in markup(answer)
    assert "Det här behöver rättas" not in markup(answer)
    answer = client.post(page, {**form, "press": "drop 0"})
    assert "Sfi kurs C" not in markup(answer)
    assert not PlanPart.objects.exists()


def test_what_is_wrong_is_told_at_its_part_and_nothing_is_saved(draft, page, client):
    sign_in(client, draft.case.responsible)
    answer = client.post(page, sent(draft, ("sfi", "Sfi", "ons 9-12"), ("activity", "Café", "ons 11-15")))
    assert answer.status_code == 422
    assert "Café krockar med Sfi: ons 11–15. Ändra dag eller tid för en av dem." in markup(answer)
    answer = client.post(page, sent(draft, ("sfi", "Sfi", "")))
    assert "Tryck på dagarna och skriv tiderna, eller skriv hur många timmar i veckan det tar." in markup(answer)
    assert not PlanPart.objects.exists()


def test_a_part_of_every_other_week_counts_half_and_leaves_the_other_week_free(draft, page, client):
    sign_in(client, draft.case.responsible)
    parts = [("activity", "Café", "mån 9-13 A"), ("job_search", "Vägledning", "mån 9-13 B")]
    assert client.post(page, sent(draft, *parts)).status_code == 302
    assert [part.minutes for part in PlanPart.objects.standing()] == [120, 120]
    with as_(draft.case.responsible), pytest.raises(DatabaseError, match="one_part_at_a_time"):
        with transaction.atomic():
            PlanPart.objects.create(
                person_id=draft.person_id, plan=draft, kind="sfi", starts_at=540, ends_at=600, minutes=60
            )
    shown = markup(client.get(page))
    assert shown.count("<table") == 2
    assert "4 timmar av 40 timmar." in shown.replace("\u00a0", " ")


def test_who_saves_second_sees_what_the_first_saved_and_loses_nothing(draft, page, client):
    sign_in(client, draft.case.responsible)
    mine = sent(draft, ("activity", "Café", "mån 9-13"))
    with as_(draft.case.responsible):
        put_in_week(draft, kind="sfi", title="Sfi kurs C", week=read_week("tis 9-12"))
    answer = client.post(page, mine)
    assert answer.status_code == 422
    shown = markup(answer)
    assert "Så har någon annan sparat veckan under tiden" in shown
    assert "Sfi kurs C: tis 9–12" in shown.replace("\u00a0", " ")
    assert 'value="Café"' in shown
    edition = Plan.objects.get().edition
    assert f'name="edition" value="{edition}"' in shown
    assert client.post(page, {**mine, "edition": edition}).status_code == 302
    assert [part.title for part in PlanPart.objects.standing()] == ["Café"]


def test_a_press_does_not_carry_the_writer_past_what_another_has_saved(draft, page, client):
    sign_in(client, draft.case.responsible)
    mine = sent(draft, ("activity", "Café", "mån 9-13"))
    with as_(draft.case.responsible):
        put_in_week(draft, kind="sfi", title="Sfi kurs C", week=read_week("tis 9-12"))
    assert f'name="edition" value="{mine["edition"]}"' in markup(client.post(page, {**mine, "press": "draw"}))


def test_a_decided_plan_keeps_its_week(draft, page, client, today):
    case = draft.case
    with as_(case.responsible) as actor:
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        operations.agree_plan(plan=draft, today=today, agreed_on=today, agreed_how="meeting")
        draft.refresh_from_db()
        operations.decide_plan(plan=draft, by=actor)
        with pytest.raises(Refused, match="beslutad"):
            operations.write_week(plan=draft, planned=[], edition=draft.edition)
    sign_in(client, case.responsible)
    answer = client.get(page, follow=True)
    assert "Gör ett utkast till nästa plan först" in markup(answer)


def test_an_edition_of_another_draft_is_none(draft):
    with as_(draft.case.responsible), pytest.raises(Overtaken):
        operations.write_week(plan=draft, planned=[], edition=draft.edition + 1)


def test_the_week_costs_the_same_however_full_it_is(draft, page, client, django_assert_num_queries):
    sign_in(client, draft.case.responsible)
    client.get(page)
    with django_assert_num_queries(13):
        client.get(page)
    with as_(draft.case.responsible):
        for day in ("mån", "tis", "ons", "tor", "fre"):
            put_in_week(draft, kind="sfi", title=f"Sfi {day}", week=read_week(f"{day} 9-12"))
    with django_assert_num_queries(13):
        client.get(page)


@pytest.mark.parametrize("parts", [None, "", "x", "-1", "41", "9" * 5000])
def test_a_page_that_did_not_come_whole_takes_nothing_out(draft, page, client, parts):
    with as_(draft.case.responsible):
        put_in_week(draft, kind="sfi", title="Sfi kurs C", week=read_week("tis 9-12"))
    sign_in(client, draft.case.responsible)
    form = sent(draft)
    form.pop("parts")
    answer = client.post(page, form if parts is None else {**form, "parts": parts})
    assert answer.status_code == 422
    assert "Hela sidan kom inte fram" in markup(answer)
    assert PlanPart.objects.standing().count() == 1


def test_rows_that_cannot_be_counted_are_told_of(draft, page, client):
    sign_in(client, draft.case.responsible)
    form = sent(draft, ("sfi", "Sfi kurs C", "tis 9-12"))
    answer = client.post(page, {**form, "part-0-times-rows": "9" * 5000})
    assert answer.status_code == 422
    assert not PlanPart.objects.exists()
