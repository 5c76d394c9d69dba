"""What the unit's cases wait for, as the whole town does."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "ageing",
    "Karin Skissberg",
    _("What the unit's cases wait for"),
    _("No place, a doctor, a course: how many wait for what and for how long. Everybody is counted, nobody is named."),
    "desk:ageing",
)
