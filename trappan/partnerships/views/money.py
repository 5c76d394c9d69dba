"""The money of an agreement, year by year: who pays what, what is paid, what it cost, what is left."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import BudgetForm, CostForm, IndexationForm, PaymentForm
from trappan.partnerships.models import Agreement, Budget, Cost, Payment
from trappan.partnerships.money import kronor, percent, shares
from trappan.partnerships.views.reading import agreement_or_404
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

SEE, KEEP = "partnerships.see_agreements", "partnerships.keep"
APPROVE, REPORT = "partnerships.approve", "partnerships.report_cost"


@dataclass(frozen=True)
class Line:
    """What one party has in a year's budget, in words: its part, its share, what is paid of it and what is left."""

    party: str
    part: str
    share: str
    paid: str = ""
    left: str = ""


class Year:
    """A budget as the page says it: every amount in words, made of whole öre."""

    def __init__(self, budget: Budget, today: date) -> None:
        self.budget = budget
        self.is_current = budget.covers(today) or budget.approved_at is None
        self.payments = [one for one in budget.payments.all() if one.taken_out_on is None]
        self.costs = list(budget.costs.all())
        self.paid_ore = sum(one.amount_ore for one in self.payments if one.approved_at)
        self.waits_ore = sum(one.amount_ore for one in self.payments if not one.approved_at)

    @property
    def reported(self) -> list[tuple[Cost, str]]:
        """Return what the partner has reported, the latest first, each with its amount."""
        return [(one, kronor(one.amount_ore)) for one in self.costs]

    @property
    def total(self) -> str:
        return kronor(self.budget.total_ore)

    @property
    def shares(self) -> list[int]:
        return shares([self.budget.municipality_ore, self.budget.partner_ore])

    @property
    def whole(self) -> str:
        """Say what the shares make up."""
        return percent(sum(self.shares))

    @property
    def percents(self) -> list[str]:
        return [percent(one) for one in self.shares]

    @property
    def lines(self) -> list[Line]:
        budget, (ours, theirs) = self.budget, self.percents
        left = budget.municipality_ore - self.paid_ore
        return [
            Line(_("The municipality"), kronor(budget.municipality_ore), ours, kronor(self.paid_ore), kronor(left)),
            Line(_("The partner"), kronor(budget.partner_ore), theirs),
        ]

    @property
    def waits(self) -> str:
        """Say how much is entered as paid and not approved; nothing where there is none."""
        return kronor(self.waits_ore) if self.waits_ore else ""

    @property
    def cost(self) -> str:
        return kronor(self.costs[0].amount_ore) if self.costs else ""

    @property
    def cost_left(self) -> str:
        """Say what is left of the whole budget by what the partner has reported."""
        left = self.budget.total_ore - self.costs[0].amount_ore
        said = kronor(abs(left))
        if left < 0:
            return _("%(amount)s more than the budget") % {"amount": said}
        return _("%(amount)s left of the budget") % {"amount": said}


@may(SEE)
def money(request: Request, agreed_id: int) -> HttpResponse:
    """Show the money of an agreement by year; enter, approve, pay and report."""
    found, ours = agreement_or_404(request, agreed_id)
    budgets = list(
        found.budgets.filter(taken_out_on=None)
        .select_related("author__colleague", "approved_by__colleague")
        .prefetch_related("payments__author__colleague", "payments__approved_by__colleague", "costs__author__colleague")
        .order_by("-starts_on", "-pk")
    )
    years = [Year(one, request.actor.today) for one in budgets]
    acts = Acts(request, acts_of(request, found, years, ours=ours))
    if acts.carried_out():
        return redirect("partnerships:money", found.pk)
    record("partnerships.see_money", kind="read", agreement=found.pk)
    names = ("approve", "take_out", "pay", "cost", "index")
    context = {
        "agreed": found,
        "years": [
            (one, {name: acts.get(f"{name}-{one.budget.pk}") for name in names}, paid(acts, one)) for one in years
        ],
        "indexations": [(one, percent(one.basis_points)) for one in found.indexations.all()],
        "opened": opened(years, acts),
        "ours": ours,
        "sees_cost": ours and has(request.actor, "insight.see_figures"),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/money.html", context, status=acts.status)


def opened(years: list[Year], acts: Acts) -> int:
    """Return the budget whose form was sent and is drawn again, so that it is seen; 0 where none was."""
    if acts.sent is None:
        return 0
    return next((one.budget.pk for one in years if one.budget.pk == acts.sent.row), 0)


def paid(acts: Acts, year: Year) -> list[tuple[Payment, str, Act | None, Act | None]]:
    """Return the payments of a year with their amounts in words and what may be done with each."""
    return [
        (one, kronor(one.amount_ore), acts.get(f"approve_payment-{one.pk}"), acts.get(f"take_out_payment-{one.pk}"))
        for one in year.payments
    ]


def acts_of(request: Request, found: Agreement, years: list[Year], *, ours: bool) -> list[Act]:
    """List what may be done with the money: the partner reports what it cost, and nothing else."""
    today, of_years = request.actor.today, []
    for year in years:
        of_years += acts_on_year(request, year, ours=ours)
    if not ours:
        return of_years
    on = {"agreement": found}
    return [
        Act("budget", operations.enter_budget, _("Enter the budget"), BudgetForm, on=on, right=KEEP),
        Act(
            "indexation",
            operations.set_indexation,
            _("Write it down"),
            IndexationForm,
            on=on,
            given={"initial": {"starts_on": today.replace(month=1, day=1)}},
            right=KEEP,
        ),
        *of_years,
    ]


def acts_on_year(request: Request, year: Year, *, ours: bool) -> list[Act]:
    """List what may be done with one budget and its payments."""
    budget, today = year.budget, request.actor.today
    beside, on = str(budget.starts_on.year), {"budget": budget, "today": today}
    cost = Act(
        "cost",
        operations.report_cost,
        _("Report"),
        CostForm,
        on=on,
        given={"initial": {"as_of": today}},
        row=budget.pk,
        beside=beside,
        right=REPORT,
    )
    if not ours:
        return [cost] if budget.approved_at else []
    if not budget.approved_at:
        return acts_on_entered("", budget, request, beside)
    pay = {"initial": {"paid_on": today}}
    acts = [
        cost,
        Act("pay", operations.enter_payment, _("Enter"), PaymentForm, on=on, given=pay, row=budget.pk, right=KEEP),
        Act(
            "index",
            operations.index_budget,
            _("Raise it into next year"),
            on={"budget": budget},
            row=budget.pk,
            beside=beside,
            right=KEEP,
        ),
    ]
    for one in year.payments:
        if not one.approved_at:
            acts += acts_on_entered("_payment", one, request, kronor(one.amount_ore))
    return acts


def acts_on_entered(of: str, money: Budget | Payment, request: Request, beside: str) -> list[Act]:
    """List what may be done with what is entered and not approved: another approves it, or it is taken out."""
    out = {"money": money, "today": request.actor.today}
    approve = Act(
        f"approve{of}",
        operations.approve,
        _("Approve"),
        on={"money": money},
        row=money.pk,
        beside=beside,
        right=APPROVE,
    )
    # What one has entered another approves: the door is not shown to who would be refused.
    entered_by = money.author.colleague_id if money.author else None
    return [
        *([] if entered_by == request.actor.colleague_id else [approve]),
        Act(f"take_out{of}", operations.take_out, _("Take it out"), on=out, row=money.pk, beside=beside, right=KEEP),
    ]
