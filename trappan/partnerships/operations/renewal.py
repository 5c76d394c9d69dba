"""Renew an agreement that ends, or let it end."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Budget, Commitment, CommitmentState, Lapse, ServedGoal
from trappan.partnerships.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.months import months_after
from trappan.secrecy.acting import Actor


@transaction.atomic
def renew(*, agreement: Agreement, by: Actor, starts_on: date, ends_on: date | None = None) -> Agreement:
    """Begin the agreement that follows one that ends, as a draft that takes steps of its own.

    Carried over are the parties, the partner as it is named now, what was last agreed of places and notice, the
    commitments that nobody has said are kept, the goals whose period reaches into it, and the last budget as a proposal
    that nobody has approved (`proposal`). That it was to be let end is taken back. Refused: an agreement until further
    notice, a start before it has ended, one that follows already on those days.
    """
    end = agreement.last_end
    if end is None:
        raise Refused(_("It holds until further notice, so nothing follows it. Amend it with a last day first."))
    with refusing(NO):
        made = Agreement.objects.create(
            municipality_id=by.organisation_id,
            organisation=agreement.organisation,
            municipality_as=agreement.municipality_as,
            organisation_as=agreement.organisation.name,
            kind=agreement.kind,
            framework=agreement.framework,
            succeeds=agreement,
            name=agreement.name,
            purpose=agreement.purpose,
            places=agreement.places_on(end),
            notice_months=agreement.notice,
            target_groups=agreement.target_groups,
            routines=agreement.routines,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        Commitment.objects.bulk_create(
            Commitment(agreement=made, side=one.side, text=one.text)
            for one in agreement.commitments.filter(taken_out_on=None).prefetch_related("states")
            if one.latest is None or one.latest.state != CommitmentState.State.KEPT
        )
        ServedGoal.objects.bulk_create(
            ServedGoal(agreement=made, wording=one.wording, starts_on=one.starts_on, ends_on=one.ends_on)
            for one in agreement.goals.all()
            if one.ends_on is None or one.ends_on > starts_on
        )
        if (budget := proposal(agreement, made)) is not None:
            budget.save(force_insert=True)
    Lapse.objects.filter(agreement=agreement, taken_back_on=None).update(taken_back_on=by.today)
    record("partnerships.renew", organisation=made.organisation_id, agreement=agreement.pk, follows=made.pk)
    return made


def proposal(agreement: Agreement, made: Agreement) -> Budget | None:
    """Return the last budget of an agreement as the first of what follows; None where its days are not as many.

    An amount of a whole year says nothing of the part of one, so it is not cut.
    """
    last = agreement.budgets.filter(taken_out_on=None).last()
    end = date(made.starts_on.year + 1, 1, 1)
    end = min(end, made.ends_on) if made.ends_on else end
    if last is None or abs((end - made.starts_on) - (last.ends_on - last.starts_on)).days > 1:
        return None
    return Budget(
        agreement=made,
        starts_on=made.starts_on,
        ends_on=end,
        total_ore=last.total_ore,
        municipality_ore=last.municipality_ore,
        partner_ore=last.partner_ore,
        board=last.board,
        line=last.line,
    )


def as_long_after(agreement: Agreement) -> date | None:
    """Return the day after the last of what follows, were it as long, in whole months; None where they are not."""
    starts_on, end = agreement.starts_on, agreement.last_end
    if end is None or starts_on.day != 1 or end.day != 1:
        return None
    return months_after(end, (end.year - starts_on.year) * 12 + end.month - starts_on.month)


@transaction.atomic
def let_lapse(*, agreement: Agreement, why: str) -> None:
    """Say that an agreement is let end on its last day, and why.

    Refused: one that has ended, or holds until further notice, or that another follows, and a second time.
    """
    with refusing(NO):
        Lapse.objects.create(agreement=agreement, why=why)
    record("partnerships.let_lapse", agreement=agreement.pk)


@transaction.atomic
def take_back_lapse(*, agreement: Agreement, today: date) -> None:
    """Take back that an agreement is let end; what was said is kept."""
    if not Lapse.objects.filter(agreement=agreement, taken_back_on=None).update(taken_back_on=today):
        raise Refused(READS_ONLY)
    record("partnerships.take_back_lapse", agreement=agreement.pk)
