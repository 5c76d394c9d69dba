"""A case that was closed by mistake, or is needed again, goes on under its number; why is kept."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases.models import Case, HandOver
from trappan.cases.operations import open_case
from trappan.cases.testing import make_case
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import record_exit, reopen
from trappan.people.operations import holds
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in


def closed(case, reason="completed"):
    with as_(case.responsible):
        record_exit(case=case, day=TODAY, today=TODAY, reason=reason)
    case.refresh_from_db()
    return case


@pytest.fixture
def case(today):
    return closed(make_case())


def send(client, who, case, **fields):
    sign_in(client, who)
    page = reverse("outcomes:reopen", args=[case.pk])
    return client.post(page, {"acting_as": who.pk, **fields}) if fields else client.get(page)


@pytest.mark.django_db
class TestReopen:
    def test_goes_on_under_its_number_and_the_end_counts_no_more(self, client, case):
        person = reverse("desk:person", args=[case.person_id])
        sign_in(client, case.responsible)
        assert reverse("outcomes:reopen", args=[case.pk]) in client.get(person).content.decode(), "under More"
        assert send(client, case.responsible, case, why="Fel ärende avslutat").status_code == 302
        again = Case.objects.get()
        assert (again.number, again.closed_on, again.responsible) == (case.number, None, case.responsible)
        done = Exit.objects.get()
        assert (done.reopened_on, done.reopened_why) == (TODAY, "Fel ärende avslutat")
        shown = markup(client.get(person))
        assert reverse("outcomes:reopen", args=[case.pk]) not in shown
        assert "Ärendet öppnat igen" in shown

    def test_a_new_consultant_is_chosen_and_gets_file_and_receipt(self, client, case):
        new = make_colleague("consultant", case.responsible.unit)
        assert send(client, case.social_worker, case, why="Bistånd igen", responsible=new.pk).status_code == 302
        assert Case.objects.get().responsible == new
        with as_(new):
            assert holds(case.person_id, "plan")
            assert holds(case.person_id, "requirement")
        assert HandOver.objects.get(receiver=new).answer == ""

    def test_a_consultant_chooses_nobody_else(self, client, case):
        assert "responsible" not in send(client, case.responsible, case).context["form"].fields
        other = make_colleague("consultant", case.responsible.unit)
        assert send(client, case.responsible, case, why="Åter", responsible=other.pk).status_code == 302
        assert Case.objects.get().responsible == case.responsible

    def test_who_has_left_is_said_and_the_head_hands_it_out(self, client, case):
        Membership.objects.filter(pk=case.responsible_id).update(ends_on=TODAY)
        assert "Ingen är ansvarig" in markup(send(client, case.social_worker, case))
        assert send(client, case.social_worker, case, why="Bistånd igen").status_code == 302
        head = make_colleague("head_of_unit", case.responsible.unit)
        sign_in(client, head)
        assert case.number in client.get("/").content.decode()

    def test_one_that_was_closed_before_exits_were_kept_opens_too(self, client, case):
        Exit.objects.all().delete()
        assert send(client, case.responsible, case, why="Bistånd igen").status_code == 302
        assert Exit.objects.values_list("reason", "day", "reopened_on").get() == ("other", TODAY, TODAY)
        assert Case.objects.get().closed_on is None

    @pytest.mark.parametrize("why", ["", " ", "x" * 301])
    def test_a_reason_is_asked_for_at_its_field(self, client, case, why):
        answer = send(client, case.responsible, case, why=why)
        assert answer.status_code == 422
        assert "why" in answer.context["form"].errors
        assert Case.objects.get().closed_on == TODAY

    def test_not_beside_another_open_case(self, client, case):
        with as_(case.social_worker) as actor:
            open_case(person=case.person, by=actor, unit=case.unit)
        answer = send(client, case.responsible, case, why="Åter")
        assert answer.status_code == 422
        assert "redan ett öppet ärende" in answer.content.decode()

    def test_not_by_the_same_role_on_somebody_else(self, client, case):
        stranger = make_colleague("consultant")
        assert send(client, stranger, case, why="Åter").status_code == 404
        with as_(stranger):
            assert Case.objects.filter(pk=case.pk).update(closed_on=None) == 0
        with as_(case.responsible), pytest.raises(DatabaseError, match="reopened_says_why"), transaction.atomic():
            Exit.objects.update(reopened_on=TODAY)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_reopen_it_one_is_told():
    set_today(TODAY)
    case = closed(make_case())
    doing = [
        by(who, lambda actor: reopen(case=case, today=actor.today, why="Åter"))
        for who in (case.responsible, case.social_worker)
    ]
    (refusal,) = [one for one in at_the_same_moment(*doing) if one is not None]
    assert isinstance(refusal, Refused)
    assert "öppet igen" in str(refusal)
    assert Exit.objects.count() == 1


def test_in_a_unit_that_is_to_close_no_case_is_opened_again_but_in_another_it_is(case):
    """Moved to whoever is chosen in the same act: the unit it lay in is not asked."""
    jonna = case.responsible
    Unit.objects.filter(pk=jonna.unit_id).update(ends_on=TODAY + timedelta(days=30))
    for responsible in (None, jonna, make_colleague("consultant", jonna.unit)):
        with as_(case.social_worker), pytest.raises(Refused, match="Enheten är stängd eller ska stänga"):
            reopen(case=case, today=TODAY, why="Tillbaka", responsible=responsible)
        case.refresh_from_db()
        assert case.closed_on == TODAY
    other = make_colleague("consultant", make_unit("labour_market", jonna.unit.organisation))
    with as_(case.social_worker):
        reopen(case=case, today=TODAY, why="Tillbaka", responsible=other)
    case.refresh_from_db()
    assert (case.closed_on, case.unit_id, case.responsible_id) == (None, other.unit_id, other.pk)
