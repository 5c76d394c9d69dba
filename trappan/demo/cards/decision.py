"""Grounds that wait for a decision: Jamal."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "decision",
    "Ulla Provstedt",
    _("From grounds to a decision"),
    _(
        "Jamal's grounds are frozen to the minute, he has been heard, and Ulla has received them. She "
        "decides, by another hand than the writer's; the paper says how to appeal. Tor has no such button."
    ),
    "requirement:absence",
    "Jamal Kulissi",
)
