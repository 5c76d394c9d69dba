"""What sixty places would do: the forecast, its proof, and a question to it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "forecast",
    "Conny Kalkyl",
    _("What would sixty places do?"),
    _(
        "Three years to come with half of the cases and nine of ten, how such guesses have held, and what is taken for "
        "granted. Ask what sixty more places would make different: from and to. A new town is counted first, which "
        "takes the worker some minutes."
    ),
    "insight:forecast",
)
