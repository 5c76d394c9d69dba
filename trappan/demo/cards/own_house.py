"""A partner's own house: the workplaces together, and who is asked for."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "own_house",
    "Milo Mönsterlund",
    _("The partner's own house"),
    _(
        "Milo sees all workplaces of Stadsmissionen together: places, days left to mark, who begins and ends, in "
        "numbers alone. Under our colleagues he has asked for Nora, who gets no way in before Karin has said yes. "
        "A role that is to end he ends himself."
    ),
    "desk:house",
)
