"""Hand somebody over to the employer team, receive them, and take them off its list."""

from datetime import date

from django.db import transaction

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.matching.models import WorkSearch
from trappan.matching.operations.refusals import NO, RECEIVED
from trappan.plans.operations import judge_readiness
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Unit


@transaction.atomic
def hand_over_to_team(*, case: Case, unit: Unit, wants: str, reason: str, day: date, today: date) -> WorkSearch:
    """Judge that the person is ready, and put them on an employer team's list, from any step of the staircase.

    Refused: what `judge_readiness` refuses; without the person's yes to that team, which protected people never
    give; and somebody who is on a list already.
    """
    judge_readiness(case=case, what=wants, reason=reason, day=day, today=today)
    with refusing(NO):
        search = WorkSearch.objects.create(
            person_id=case.person_id, case=case, unit=unit, wants=wants, reason=reason.strip(), starts_on=day
        )
    record("matching.hand_over_to_team", case.person_id, scope=Scope.PROFILE, unit=unit.pk, wants=wants, day=day)
    return search


@transaction.atomic
def receive_search(*, search: WorkSearch, by: Actor) -> None:
    """Say that the team has received somebody; refused where a colleague has, and once it has ended."""
    with refusing(NO):
        found = WorkSearch.objects.filter(pk=search.pk)
        if not found.filter(received_by=None).update(received_by_id=by.membership_id):
            raise Refused(RECEIVED if found.exclude(received_by=None) else READS_ONLY)
    record("matching.receive_search", search.person_id, scope=Scope.PROFILE, search=search.pk)


@transaction.atomic
def end_search(*, search: WorkSearch, end: str, today: date, end_note: str = "") -> None:
    """Take somebody off the team's list, which closes the profile to it at once; refused where it has ended."""
    # Said before it is done: with it ends what lets the team say it.
    record("matching.end_search", search.person_id, scope=Scope.PROFILE, search=search.pk, end=end)
    with refusing(NO):
        if not WorkSearch.objects.filter(pk=search.pk).update(ended_on=today, end=end, end_note=end_note):
            raise Refused(READS_ONLY)
