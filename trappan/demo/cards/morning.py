"""A participant's morning on the phone, in Arabic: in by a code; what is said stands on the supervisor's list."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "morning",
    "",
    _("A morning on the phone"),
    _(
        "Samira has no eID, and a paper with the code EKTRA PPAN3 from her consultant. Write it, choose a PIN of six "
        "figures, and see her week: in Arabic, as Samira has said that she wants it. The language is changed at the "
        "top, and the reminders with it. Say in two taps that she cannot come: it stands at once under the list at "
        "Tor’s, and Jonna alone reads why. Look also at her steps, and at who has read about her."
    ),
    "portal:code",
)
