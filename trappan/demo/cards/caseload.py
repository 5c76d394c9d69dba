"""Jonna's cases, and those on their way between her and Pelle."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "caseload",
    "Jonna Mallgren",
    _("Jonna's cases, and one on its way to her"),
    _(
        "Every case with what it waits for and since when, hours planned of the target, latest contact. "
        "Pelle hands Ines to her: receive the case or send it back."
    ),
    "desk:caseload",
)
