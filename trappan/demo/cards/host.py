"""The desk of a manager in an own department: who comes, what one may know, and an answer that is awaited."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "host",
    "Berit Tänkt",
    _("Who comes to us next week?"),
    _(
        "Berit runs a home for the old. She reads given name and a letter, days, aim and weeks, and whom to ring; not "
        "why somebody has support. Say yes or no to the proposal that waits, answer for the spring, also with none, "
        "and order something from the crews."
    ),
    "desk:start",
)
