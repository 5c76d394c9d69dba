"""What is agreed with each partner."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "partners",
    "Karin Skissberg",
    _("What is agreed with each partner"),
    _(
        "How long it holds, how many places, what has widened it since, and what somebody has looked at. "
        "One agreement runs out soon."
    ),
    "partnerships:partners",
)
