"""The meeting that suited: a colleague offers times, and the person chooses one on the phone."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "own_meeting",
    "Jonna Mallgren",
    _("The meeting that suited"),
    _(
        "Jonna has offered Samira three times. Sign in as Samira in another window (A morning on the phone), open My "
        "meetings and choose one, or write that none suits: it is booked at once, and stands on Jonna’s start page "
        "until she has read it."
    ),
    "cases:offers",
    "Samira Påhitt",
)
