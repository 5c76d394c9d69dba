"""The employer's week by its link, which becomes marks when the consultant takes it in."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.rooms.agreements import WEEK_TOKEN

CARD = Card(
    "week",
    "",
    _("The employer’s week"),
    _(
        "A hotel is asked how the week went, day by day. Write the code 123 456 and answer. It is the employer’s own "
        "word: at Jonna Mallgren’s it stands under From the sites, with the week before, until she takes it in."
    ),
    "agreements:enter",
    link=WEEK_TOKEN,
)
