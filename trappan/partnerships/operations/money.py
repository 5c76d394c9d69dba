"""Enter budgets, payments and costs of an agreement, approve what another has entered, raise a budget by its rule."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.partnerships.models import Agreement, Budget, Cost, Indexation, Payment
from trappan.partnerships.money import indexed, kronor
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now


@transaction.atomic
def enter_budget(
    *,
    agreement: Agreement,
    starts_on: date,
    ends_on: date,
    total_ore: int,
    municipality_ore: int,
    partner_ore: int,
    board: str,
    line: str,
) -> Budget:
    """Enter what an agreement costs in a year and who pays what; another approves it.

    Refused: parts that do not make up the total, days of two years, outside the agreement, or of another budget.
    """
    if total_ore != municipality_ore + partner_ore:
        raise Refused(
            _("The parts make up %(parts)s, and the total is %(total)s. Put one of the three right.")
            % {"parts": kronor(municipality_ore + partner_ore), "total": kronor(total_ore)},
            "total_ore",
        )
    with refusing(NO):
        made = Budget.objects.create(
            agreement=agreement,
            starts_on=starts_on,
            ends_on=ends_on,
            total_ore=total_ore,
            municipality_ore=municipality_ore,
            partner_ore=partner_ore,
            board=board,
            line=line,
        )
    record("partnerships.enter_budget", agreement=agreement.pk, budget=made.pk)
    return made


@transaction.atomic
def enter_payment(*, budget: Budget, today: date, paid_on: date, amount_ore: int, note: str = "") -> Payment:
    """Enter what was paid of a budget; another approves it.

    Refused: a day to come, a budget that is not approved, more than is left of the municipality's part.
    """
    refuse_day_to_come(paid_on, today, "paid_on")
    with refusing(NO):
        made = Payment.objects.create(budget=budget, paid_on=paid_on, amount_ore=amount_ore, note=note)
    record("partnerships.enter_payment", agreement=budget.agreement_id, budget=budget.pk, payment=made.pk)
    return made


@transaction.atomic
def approve(*, money: Budget | Payment) -> None:
    """Approve a budget or a payment that somebody else has entered; the database compares the colleagues."""
    with refusing(NO):
        if not type(money).objects.filter(pk=money.pk).update(approved_at=now()):
            raise Refused(READS_ONLY)
    record("partnerships.approve", **money_named(money))


@transaction.atomic
def take_out(*, money: Budget | Payment, today: date) -> None:
    """Take out a budget or a payment that was entered wrongly and is not approved."""
    with refusing(NO):
        if not type(money).objects.filter(pk=money.pk).update(taken_out_on=today):
            raise Refused(READS_ONLY)
    record("partnerships.take_out", **money_named(money))


@transaction.atomic
def report_cost(*, budget: Budget, today: date, as_of: date, amount_ore: int, note: str = "") -> None:
    """Report what all of it has cost from the budget's first day to a day; refused for a day to come or before it."""
    refuse_outside(
        as_of,
        "as_of",
        first=budget.starts_on,
        early=_("The budget had not begun then."),
        last=today,
        late=_("That day is to come."),
    )
    with refusing(NO):
        Cost.objects.create(budget=budget, as_of=as_of, amount_ore=amount_ore, note=note)
    record("partnerships.report_cost", agreement=budget.agreement_id, budget=budget.pk)


@transaction.atomic
def set_indexation(*, agreement: Agreement, starts_on: date, basis_points: int, source: str) -> None:
    """Say by how many hundredths of a percent a new budget is more than the last, from a day on."""
    with refusing(NO):
        Indexation.objects.create(agreement=agreement, starts_on=starts_on, basis_points=basis_points, source=source)
    record("partnerships.set_indexation", agreement=agreement.pk)


@transaction.atomic
def index_budget(*, budget: Budget) -> Budget:
    """Enter the next year's budget: this one's parts, raised by the rule of its first day; another approves it.

    Refused: a budget that is no whole year, and where no rule holds then.
    """
    begins = date(budget.starts_on.year + 1, 1, 1)
    if budget.starts_on != date(begins.year - 1, 1, 1) or budget.ends_on != begins:
        raise Refused(_("Only the budget of a whole year is raised. Enter the next one by hand."))
    rule = Indexation.objects.filter(agreement_id=budget.agreement_id, starts_on__lte=begins).first()
    if rule is None:
        raise Refused(_("No rule says by how much. Write it down first."))
    record("partnerships.index_budget", agreement=budget.agreement_id, budget=budget.pk)
    municipality, partner = (indexed(one, rule.basis_points) for one in (budget.municipality_ore, budget.partner_ore))
    return enter_budget(
        agreement=budget.agreement,
        starts_on=begins,
        ends_on=date(begins.year + 1, 1, 1),
        total_ore=municipality + partner,
        municipality_ore=municipality,
        partner_ore=partner,
        board=budget.board,
        line=budget.line,
    )


def money_named(money: Budget | Payment) -> dict[str, Any]:
    """Return the rows that an event about money names."""
    if isinstance(money, Payment):
        return {"agreement": money.budget.agreement_id, "budget": money.budget_id, "payment": money.pk}
    return {"agreement": money.agreement_id, "budget": money.pk}
