"""The employer team's day: what was promised to employers, and how often they were asked."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "promises",
    "Linnea Skissdal",
    _("What we promised the employers"),
    _(
        "Two promises have passed. Open Påhittade Köket: how often it was asked, its workplaces, what was said and by "
        "whom, also as Köksfabeln, which went up in it. Ask Luftslottets Städ once more, and the rules want a reason."
    ),
    "desk:start",
)
