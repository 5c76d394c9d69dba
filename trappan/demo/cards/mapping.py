"""A kartläggning to write: those whom Jonna has not heard yet."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "mapping",
    "Jonna Mallgren",
    _("Kartläggning with the person's own words"),
    _(
        "Jonna is a consultant. Oksana has not been heard yet: write down what she wants in her own words, "
        "and your assessment beside it."
    ),
    "plans:mapping",
    "Oksana Testenko",
)
