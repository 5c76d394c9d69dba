"""A site changes tasks or pace for one person: asked with the person's own view, answered or seen by the consultant."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.placements.models import ProposedChange
from trappan.placements.operations import decide_change, propose_change
from trappan.placements.testing import accept, offer
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
ASKED = {
    "kind": "tasks",
    "from_day": TODAY + timedelta(days=3),
    "reason": "Packar i stället för att stå i kassan",
    "own_view": "Det känns lugnare",
}


@pytest.fixture
def placement(case, cafe, tor):
    made = offer(case, cafe, ends_on=TODAY + timedelta(days=30))
    accept(made)
    return made


def ask(placement, tor, **about):
    with as_(tor):
        propose_change(placement=placement, today=TODAY, **{**ASKED, **about})
    return ProposedChange.objects.get()


@pytest.mark.requirement("R-255")
def test_asked_on_the_sites_page_answered_on_the_consultants_and_seen_by_the_site(case, placement, tor, client):
    sign_in(client, tor)
    here = f"/here/{placement.pk}/"
    form = {"acting_as": tor.pk, "form": "change", **{f"change-{name}": str(value) for name, value in ASKED.items()}}
    assert "ser på det" in markup(client.post(here, {**form, "change-own_view": ""}))
    assert client.post(here, form).status_code == 302
    change = ProposedChange.objects.get()
    assert change.own_view in markup(client.get(here))

    sign_in(client, case.responsible)
    assert "föreslår en ändring" in markup(client.get("/"))
    page = f"/placements/{placement.pk}/"
    shown = markup(client.get(page))
    assert "Personen själv: Det känns lugnare" in shown
    yes = {"acting_as": case.responsible.pk, "form": "accept", "row": change.pk}
    yes[f"accept-{change.pk}-reason"] = "Bra, prova två veckor"
    ends = placement.ends_on
    assert client.post(page, yes).status_code == 302
    placement.refresh_from_db()
    assert placement.ends_on == ends, "tasks are the site's own to carry out"
    assert "föreslår en ändring" not in markup(client.get("/"))
    sign_in(client, tor)
    assert "Bra, prova två veckor" in markup(client.get(here))


@pytest.mark.requirement("R-255")
def test_simply_seen_or_no_with_a_word(case, placement, tor, client):
    change = ask(placement, tor)
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible.pk, "form": "seen", "row": change.pk}
    assert client.post(f"/placements/{placement.pk}/", sent).status_code == 302
    change.refresh_from_db()
    assert (change.accepted, change.seen, change.answer) == (True, True, "")
    sign_in(client, tor)
    assert "Sett av konsulenten" in markup(client.get(f"/here/{placement.pk}/"))
    with as_(tor):
        propose_change(placement=placement, today=TODAY, **ASKED)
    again = ProposedChange.objects.get(accepted=None)
    with as_(case.responsible):
        with pytest.raises(Refused, match="varför inte"):
            decide_change(change=again, accepts=False, today=TODAY)
        decide_change(change=again, accepts=False, today=TODAY, reason="Vi ses först")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"own_view": " "}, "ser på det"),
        ({"reason": " "}, "varför"),
        ({"from_day": TODAY - timedelta(days=1)}, "i dag"),
    ],
)
def test_what_is_missing_is_refused(placement, tor, wrong, words):
    with pytest.raises(Refused, match=words):
        ask(placement, tor, **wrong)


def test_the_site_answers_nothing_and_only_tasks_are_seen(case, placement, tor):
    change = ask(placement, tor)
    elsewhere = make_colleague("supervisor")
    for who in (tor, elsewhere):
        with as_(who):
            assert database.execute("UPDATE placements_proposedchange SET accepted = true, seen = true") == 0
    with as_(elsewhere):
        assert not ProposedChange.objects.exists()
    ProposedChange.objects.filter(pk=change.pk).update(kind="end", own_view="")
    with as_(case.responsible), pytest.raises(DatabaseError, match="tasks_are_seen"), transaction.atomic():
        ProposedChange.objects.filter(pk=change.pk).update(accepted=True, seen=True)
