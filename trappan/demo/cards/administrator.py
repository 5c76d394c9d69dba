"""Units where nobody works: the new bicycle workshop."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "administrator",
    "Sture Systemsson",
    _("Units where nobody works"),
    _("Sture gives memberships and opens no files. The new bicycle workshop has nobody yet."),
    "desk:start",
)
