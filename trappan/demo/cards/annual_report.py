"""A partner's report of a year, which is back with a comment."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "annual_report",
    "Milo Mönsterlund",
    _("A partner's report of a year"),
    _(
        "The figures are counted and frozen, the words are Milo's, the cost is the agreement's. The report of 2025 is "
        "back with a comment, that of 2024 stands as it was delivered beside what is told today, and of 2020 there was "
        "nothing to report. When Milo has finished it, Stina signs it for the partner. Somebody’s own words stand in "
        "that of 2025 by her consent; those of 2024 are taken back."
    ),
    "partnerships:reports",
)
