"""The formal days ahead, and the act that waits for one of them."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "formal_days",
    "Karin Skissberg",
    _("The formal days, and what waits for them"),
    _(
        "Notice, evaluation, meetings, the last days of initiatives and projects. An office closes next year, and "
        "nobody has told the unions: the closing is refused until Karin writes it down. The draft of 2027 has its "
        "decision paper, and says what has changed in the agreement since. One agreement ends with the year: Karin "
        "renews it or lets it end. The days can be followed in her own calendar."
    ),
    "desk:formal_days",
)
