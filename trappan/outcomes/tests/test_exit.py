"""How a case ends: what kind of end, on which day, and whether it had lasted a month later."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from trappan.cases.models import Case, Meeting
from trappan.cases.testing import make_case
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import check_exit, record_exit, reopen
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
A_MONTH_LATER = date(2026, 12, 12)


@pytest.fixture
def case(today):
    return make_case()


def leave(case, reason, form="bagare, tillsvidare"):
    with as_(case.responsible):
        return record_exit(case=case, day=TODAY, today=TODAY, reason=reason, form=form)


def said_of(client, case):
    """Return how the person's page tells of the end."""
    sign_in(client, case.responsible)
    return markup(client.get(reverse("desk:person", args=[case.person_id])))


@pytest.mark.requirement("R-017")
@pytest.mark.parametrize(("answer", "counts"), [("yes", True), ("no", False)])
def test_self_support_is_work_of_a_kind_from_a_day_that_has_lasted_a_month(client, case, answer, counts):
    """Date, type and what became of it; the row's source is not kept."""
    sign_in(client, case.responsible)
    page = reverse("outcomes:exit", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "reason": "work", "sub_code": "a1", "day": "2026-11-12"}
    unnamed = client.post(page, {**sent, "form": ""})
    assert unnamed.status_code == 422
    assert "vilket slags arbete" in unnamed.content.decode()
    assert client.post(page, {**sent, "form": "bagare, tillsvidare"}).status_code == 302
    done = Exit.objects.get()
    assert (done.day, done.reason, done.form) == (TODAY, "work", "bagare, tillsvidare")
    assert Case.objects.get(pk=case.pk).closed_on == TODAY
    assert "Började arbeta, preliminärt" in said_of(client, case)
    assert not done.is_self_support, "nobody has asked yet"
    check = {"acting_as": case.responsible_id, "held": answer}
    set_today(A_MONTH_LATER - timedelta(days=1))
    assert client.post(reverse("outcomes:check", args=[done.pk]), check).status_code == 422
    set_today(A_MONTH_LATER)
    assert client.post(reverse("outcomes:check", args=[done.pk]), check).status_code == 302
    done.refresh_from_db()
    assert (done.checked_on, done.is_self_support) == (A_MONTH_LATER, counts)
    shown = said_of(client, case)
    assert ("har hållit en månad" in shown) is counts
    assert "preliminärt" not in shown


@pytest.mark.requirement("R-106")
@pytest.mark.parametrize(
    ("reason", "words", "self_support"),
    [("work", "Började arbeta", True), ("studies", "Började studera", True), ("internship", "Praktik", False)],
)
@pytest.mark.requirement("R-016")
def test_work_studies_and_internship_are_ends_of_their_own(client, case, reason, words, self_support):
    """The part of separate codes: there is no report of outcomes in which they could be merged."""
    done = leave(case, reason)
    set_today(A_MONTH_LATER)
    with as_(case.responsible) as actor:
        check_exit(exit=done, today=actor.today, held=True)
    done.refresh_from_db()
    assert done.reason == reason
    assert done.is_self_support is self_support
    others = {"Började arbeta", "Började studera", "Praktik"} - {words}
    tag = said_of(client, case)
    assert f">{words}" in tag
    assert not any(f">{other}" in tag for other in others)


class TestTheFailedMonth:
    @pytest.fixture
    def failed(self, case, client):
        """A check that was answered no, through the page."""
        done = leave(case, "work")
        set_today(A_MONTH_LATER)
        sign_in(client, case.responsible)
        answer = client.post(
            reverse("outcomes:check", args=[done.pk]), {"acting_as": case.responsible_id, "held": "no"}, follow=True
        )
        assert "åter på din lista" in answer.content.decode()
        return Exit.objects.get()

    def test_is_on_the_consultants_list_in_the_same_moment_and_reopened_there(self, client, case, failed):
        button = reverse("outcomes:reopen", args=[failed.case_id])
        for page in ("/", reverse("desk:person", args=[case.person_id])):
            assert button in client.get(page).content.decode(), page
        assert "höll inte" in client.get(reverse("desk:person", args=[case.person_id])).content.decode()
        why = client.get(button).context["form"]["why"].value()
        assert why == "Arbetet eller studierna höll inte."
        assert client.post(button, {"acting_as": case.responsible_id, "why": why}).status_code == 302
        case.refresh_from_db()
        failed.refresh_from_db()
        assert case.closed_on is None
        assert (failed.held, failed.reopened_on) == (False, A_MONTH_LATER), "the exit stays as it was"
        assert button not in client.get("/").content.decode()
        assert reverse("plans:mapping", args=[case.pk]) in client.get("/").content.decode(), "on the way again"

    def test_is_the_social_workers_where_the_consultant_has_left(self, client, case, failed):
        Membership.objects.filter(pk=case.responsible_id).update(ends_on=A_MONTH_LATER)
        sign_in(client, case.social_worker)
        assert reverse("outcomes:reopen", args=[failed.case_id]) in client.get("/").content.decode()

    def test_ends_again_with_an_exit_of_its_own(self, case, failed):
        with as_(case.responsible) as actor:
            reopen(case=case, today=actor.today, why="Höll inte")
            case.refresh_from_db()
            record_exit(case=case, day=actor.today, today=actor.today, reason="studies", form="komvux")
        assert Exit.objects.filter(case=case).count() == 2
        assert Exit.objects.filter(case=case, reopened_on=None).get().reason == "studies"

    def test_once(self, case, failed):
        with as_(case.responsible) as actor:
            reopen(case=case, today=actor.today, why="Höll inte")
            with pytest.raises(Refused, match="öppet igen"):
                reopen(case=case, today=actor.today, why="Höll inte")
            with pytest.raises(Refused, match="öppet igen"):
                check_exit(exit=failed, today=actor.today, held=True)

    def test_not_by_somebody_with_the_same_right_on_somebody_else(self, client, failed):
        other = make_colleague("consultant")
        sign_in(client, other)
        assert (
            client.post(
                reverse("outcomes:reopen", args=[failed.case_id]), {"acting_as": other.pk, "why": "x"}
            ).status_code
            == 404
        )
        failed.refresh_from_db()
        assert failed.reopened_on is None


@pytest.mark.parametrize(("reason", "kind"), [("work", "a1"), ("studies", "b2"), ("completed", "")])
def test_the_receipt_speaks_of_a_check_only_where_there_is_one(client, case, reason, kind):
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "reason": reason, "sub_code": kind, "day": "2026-11-12", "form": "bagare"}
    answer = client.post(reverse("outcomes:exit", args=[case.pk]), sent, follow=True).content.decode()
    assert "Ärendet är avslutat." in answer
    assert ("preliminära tills du har kontrollerat" in answer) == bool(kind)


def test_no_end_comes_before_the_case_it_ends(client, case):
    """Told at its day with the days there are, and held by the database too, whoever writes."""
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "reason": "completed", "day": case.opened_on - timedelta(days=1)}
    answer = client.post(reverse("outcomes:exit", args=[case.pk]), sent)
    assert answer.status_code == 422
    assert "innan det öppnades" in str(answer.context["form"].errors["day"])
    assert not Exit.objects.exists()
    with pytest.raises(IntegrityError, match="case_ends_after_start"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(closed_on=case.opened_on - timedelta(days=1))


def test_what_falls_with_the_case_is_said_and_nothing_of_what_there_is_none(client, case):
    begins = now() + timedelta(days=3)
    with as_(case.responsible):
        Meeting.objects.create(
            case=case, person=case.person, starts_at=begins, ends_at=begins + timedelta(hours=1), purpose="Planering"
        )
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "reason": "completed", "day": "2026-11-12"}
    answer = markup(client.post(reverse("outcomes:exit", args=[case.pk]), sent))
    assert "Med ärendet faller: 1 kommande möte. Det kommer inte tillbaka" in answer
    assert not Exit.objects.exists()
