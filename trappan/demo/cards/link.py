"""The employer with a link: nobody signs in, and nothing is seen before the code."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.rooms.agreements import TOKEN

CARD = Card(
    "link",
    "",
    _("The employer with a link"),
    _(
        "An agreement on a work trial waits for the hotel. The page names no person. The code has been read aloud: "
        "write 123 456, read, and sign, or say what is not right. The consultant signs last. Used once it opens "
        "nothing more."
    ),
    "agreements:enter",
    link=TOKEN,
)
