"""Which openings those on the employer team's list could be asked about, as the night proposes it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "monday_jobs",
    "Linnea Skissdal",
    _("Monday's proposals for jobs"),
    _(
        "Who of those ready for work could be asked about which opening, why that one, and why not one asked for more. "
        "Answer one: ask the person, look for another, or decline with a reason. No employer sees a queue."
    ),
    "matching:opening_allocations",
)
