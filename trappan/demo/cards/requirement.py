"""Who comes under the requirement, month by month: Samira's months and Ulla's lists."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "requirement",
    "Ulla Provstedt",
    _("Who comes under the requirement, and why"),
    _(
        "Month by month, with the reason in words and the rules of that month. Ulla's own lists say who "
        "lacks a plan or a request, and whose exemption runs out."
    ),
    "requirement:requirement",
    "Samira Påhitt",
)
