"""What a site proposes about a placement, and what the consultant decides."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.placements.models import Placement, ProposedChange
from trappan.placements.operations.placement import OUTSIDE, change_week, end_placement, extend
from trappan.placements.operations.refusals import NO
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.week import Week, read_week
from trappan.secrecy.scopes import Scope


@transaction.atomic
def propose_change(
    *,
    placement: Placement,
    kind: str,
    from_day: date,
    today: date,
    reason: str,
    week: Week | None = None,
    own_view: str = "",
) -> None:
    """Propose, as the site, another last day, other times, or other tasks; nothing changes until it is decided.

    Other tasks or another pace are proposed with how the person sees it, in the person's own words or told on.
    """
    refuse_outside(
        from_day,
        "from_day",
        first=today,
        early=_("Choose today or a day to come."),
        last=None if kind == ProposedChange.Kind.END else placement.last_on,
        late=OUTSIDE,
    )
    if kind == ProposedChange.Kind.WEEK and week is None:
        raise Refused(_("Write the days and times that you propose."), "week")
    if kind == ProposedChange.Kind.TASKS and not own_view.strip():
        raise Refused(_("Write how the person sees it: that counts."), "own_view")
    said = str(week) if week is not None and kind == ProposedChange.Kind.WEEK else ""
    with refusing(NO):
        ProposedChange.objects.create(
            placement=placement,
            person_id=placement.person_id,
            unit_id=placement.unit_id,
            kind=kind,
            from_day=from_day,
            week=said,
            reason=reason.strip(),
            own_view=own_view.strip() if kind == ProposedChange.Kind.TASKS else "",
        )
    record(
        "placements.propose_change",
        placement.person_id,
        scope=Scope.ACTIVITY,
        unit_id=placement.unit_id,
        placement=placement.pk,
        kind_of=kind,
    )


@transaction.atomic
def decide_change(*, change: ProposedChange, accepts: bool, today: date, reason: str = "", seen: bool = False) -> None:
    """Decide, as the consultant, what a site proposed; accepted, it is carried out in the same move.

    Other tasks or another pace the site carries out itself: a yes may have a word with it, or be only that it is seen.
    """
    if not accepts and not reason.strip():
        raise Refused(_("Write why not: the site reads it."), "reason")
    with refusing(NO):
        decided = ProposedChange.objects.filter(pk=change.pk, accepted=None).update(
            accepted=accepts, answer=reason.strip(), seen=seen
        )
    if not decided:
        raise Refused(_("A colleague has already decided it. Load the page again."))
    placement = change.placement
    if accepts and change.kind == ProposedChange.Kind.WEEK:
        change_week(placement=placement, week=read_week(change.week), from_day=max(change.from_day, today), today=today)
    elif (
        accepts
        and change.kind == ProposedChange.Kind.END
        and placement.ends_on is not None
        and change.from_day > placement.ends_on
    ):
        extend(placement=placement, ends_on=change.from_day, today=today)
    elif accepts and change.kind == ProposedChange.Kind.END:
        end_placement(placement=placement, ends_on=change.from_day, reason=change.reason[:200])
    record(
        "placements.decide_change",
        change.person_id,
        scope=Scope.ACTIVITY,
        unit_id=change.unit_id,
        placement=placement.pk,
        accepts=accepts,
    )
