"""What may be typed about the money of an agreement."""

from django.utils.translation import gettext_lazy as _

from trappan.partnerships.forms.fields import OreField, PercentField
from trappan.ui.forms import Form, LastDayField, OpenText, day


class BudgetForm(Form):
    """What it costs in a year, and who pays what."""

    starts_on = day(_("First day"))
    ends_on = LastDayField(help_text=_("In the same year: a budget does not span two years."))
    total_ore = OreField(label=_("All of it, in kronor"))
    municipality_ore = OreField(label=_("The municipality's part, in kronor"))
    partner_ore = OreField(label=_("The partner's part, in kronor"))
    board = OpenText(max_length=200, label=_("Board that pays"))
    line = OpenText(max_length=200, label=_("Out of which line of its budget"))


class PaymentForm(Form):
    """What was paid of a budget."""

    paid_on = day(_("Paid"))
    amount_ore = OreField(label=_("How much, in kronor"))
    note = OpenText(max_length=200, required=False, label=_("Number of the voucher, or a word"))


class CostForm(Form):
    """What it has cost so far."""

    as_of = day(_("Until and including"))
    amount_ore = OreField(
        label=_("What all of it has cost, in kronor"), help_text=_("From the first day of the budget until that day.")
    )
    note = OpenText(max_length=300, required=False, label=_("A word"))


class IndexationForm(Form):
    """By how much a new year's budget is more."""

    starts_on = day(_("From"))
    basis_points = PercentField(label=_("More by, in percent"), help_text=_("For example 2,5. Less with a minus."))
    source = OpenText(max_length=200, label=_("What it follows"))
