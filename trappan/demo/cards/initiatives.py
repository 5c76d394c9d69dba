"""What the municipality set out to do, and what became of it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "initiatives",
    "Karin Skissberg",
    _("Initiatives that follow each other"),
    _(
        "Three in a line: how many started of how many, who went along into the next and counts once, how many left "
        "for work. The end report says what goes on, by whom and with whose money. Karin sees numbers, and no names."
    ),
    "initiatives:initiatives",
)
