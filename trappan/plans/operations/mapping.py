"""Write the kartläggning."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.plans.models import Case, Mapping
from trappan.plans.operations.case import still_open
from trappan.plans.operations.sentences import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.scopes import Scope


@transaction.atomic
def map_person(*, case: Case, held_on: date, today: date, finish: bool, **texts: str) -> Mapping:
    """Write the kartläggning; `finish` closes it, which takes own words, assessment and way."""
    still_open(case)
    if held_on > today:
        raise Refused(_("The meeting cannot have been held after today."), "held_on")
    if held_on < case.opened_on:
        raise Refused(_("The meeting cannot have been held before the case was opened."), "held_on")
    if finish and Mapping.objects.filter(case=case, finished_at__isnull=False).exists():
        raise Refused(_("The kartläggning is already finished."))
    with refusing(NO):
        mapping, _made = Mapping.objects.update_or_create(
            case=case,
            person_id=case.person_id,
            defaults={"held_on": held_on, **texts, **({"finished_at": now()} if finish else {})},
        )
    record("plans.map_person", case.person_id, scope=Scope.PLAN, finished=finish)
    return mapping
