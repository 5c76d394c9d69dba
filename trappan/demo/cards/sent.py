"""What goes out of the house, and what nobody knows of."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "sent",
    "Sture Systemsson",
    _("What is sent, and what nobody knows of"),
    _(
        "Sture sees how many messages went out this week, and no word of them. One text message had no answer: it is "
        "sent again when he says so, and never by itself. Reminders of meetings wait for their moment, and one that "
        "should have gone out is told of. Try a way: the worker sends it while you watch. "
        "Letters wait for the consultant to print, and an address from which mail came back is hers to ask about."
    ),
    "messages:sent",
)
