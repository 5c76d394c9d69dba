"""A paper carries the name that its signer had that day, whatever the colleague is called since."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases import operations as cases
from trappan.cases.testing import make_case
from trappan.documents.testing import said
from trappan.plans.testing import make_plan
from trappan.refusals.editions import edition_of, saved_in
from trappan.requirement.testing import decided, found, on_its_way
from trappan.schedules.testing import set_today
from trappan.staff.operations import keep_profile
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

THEN, SINCE = "Dåvarande", "Numera"


def rename(who, family_name):
    """Let a colleague take another name, on the own profile."""
    who.colleague.refresh_from_db()
    stands = saved_in(who.colleague, ("given_name", "family_name", "title", "phone", "languages"))
    with as_(who):
        keep_profile(colleague=who.colleague, edition=edition_of(stands), **{**stands, "family_name": family_name})


@pytest.fixture
def signed(chain):
    """Everything that is signed of a case, by three who were called else before that day, and are so since."""
    case = chain[0]
    mio = make_colleague("counsellor", make_unit("guidance"))
    signers = (case.responsible, case.social_worker, mio)
    set_today(TODAY - timedelta(days=1))
    for who in signers:
        rename(who, THEN)
    set_today(TODAY)
    plan = make_plan(case)
    with as_(case.responsible):
        referral = cases.refer(case=case, unit=mio.unit, purpose="Vad kan leda vidare?", responsible=mio)
    with as_(mio) as actor:
        cases.take_on(referral=referral, by=actor)
        referral.refresh_from_db()
        edition = cases.write_study_plan(referral=referral, by=actor, goal="Undersköterska", steps=[], edition=0)
    found(chain)
    grounds = on_its_way(chain)
    decision = decided(grounds, case.social_worker)
    set_today(TODAY + timedelta(days=1))
    for name in ("Mellan", SINCE):
        for who in signers:
            rename(who, name)
        set_today(TODAY + timedelta(days=2))
    return {"case": case, "plan": plan, "grounds": grounds, "decision": decision, "edition": edition, "mio": mio}


def test_pages_and_papers_tell_who_signed_as_that_colleague_was_called_then(signed, client):
    case, grounds, plan = signed["case"], signed["grounds"], signed["plan"]
    sign_in(client, case.responsible)
    for page in (
        reverse("plans:decided", args=[plan.pk]),
        reverse("plans:plan", args=[case.pk]),
        reverse("requirement:grounds", args=[grounds.pk]),
        reverse("cases:referral", args=[signed["edition"].referral_id]),
    ):
        shown = markup(client.get(page))
        assert THEN in shown, page
        assert "Först" not in shown, page
        assert "Mellan" not in shown, page
    for page, times in (
        (reverse("plans:document", args=[plan.pk]), 1),
        (reverse("requirement:document", args=[grounds.pk]), 2),
        (reverse("requirement:decision_document", args=[signed["decision"].pk]), 2),
    ):
        printed = said(client.get(page).content)
        assert printed.count(THEN) == times, page
        assert SINCE not in printed, page


@pytest.mark.parametrize(
    ("function", "of"),
    [
        ("plans_decider", "plan"),
        ("requirement_writer", "grounds"),
        ("requirement_decider", "decision"),
        ("cases_study_plan_writer", "edition"),
    ],
)
def test_a_name_of_before_is_told_with_the_paper_and_to_nobody_else(signed, function, of):
    """In SQL, as colleagues who hold the same of somebody else."""
    case, row = signed["case"], signed[of].pk
    other = make_case()
    with as_(case.responsible):
        assert THEN in database.value(function, row)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.value("staff_called_at", case.responsible_id, TODAY)
    twin = make_colleague("counsellor", make_unit("guidance"))
    for who in (other.responsible, other.social_worker, twin, make_colleague("supervisor", signed["case"].unit)):
        with as_(who):
            assert database.value(function, row) is None


def test_whoever_is_called_the_same_as_ever_is_told_so(chain):
    plan = make_plan(chain[0])
    with as_(chain[0].responsible):
        assert database.value("plans_decider", plan.pk) == chain[0].responsible.colleague.name
