"""The organisation as it is and as it was: two offices that were merged, and a unit that went on."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "units",
    "Sture Systemsson",
    _("Two offices became one"),
    _(
        "The joint administration came after two offices in 2021. Choose a day in 2020 and see the organisation of "
        "that time, with what each unit was called; the closed ones say what came after them."
    ),
    "staff:organisation",
)
