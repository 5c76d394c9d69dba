"""A workplace that nobody leads: the new bicycle workshop."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "administrator",
    "Sture Systemsson",
    _("A workplace that nobody leads"),
    _("Sture gives memberships and opens no files. The new bicycle workshop has no leader yet."),
    "desk:start",
)
