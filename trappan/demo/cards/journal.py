"""Samira's journal."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "journal",
    "Jonna Mallgren",
    _("What happened, what we judge, and what she says"),
    _(
        "Samira's journal: facts apart from assessments, a locked note that was wrong, the note that "
        "corrects it, and her own objection beside. Write one and close the tab: what you typed is still "
        "there."
    ),
    "cases:journal",
    "Samira Påhitt",
)
