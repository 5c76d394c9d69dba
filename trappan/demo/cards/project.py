"""A project of eight municipalities: what its leader is told."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "project",
    "Signe Mall",
    _("Eight municipalities, each person once"),
    _(
        "382 of 418, and 70 percent of whom? Signe sees numbers alone: who takes part stays with each municipality, "
        "few people are hidden, and whoever moved counts once. Results stand by municipality and sub-initiative. "
        "Beside it stands who is late with a month’s file; below, the fund’s codes, what the eight do together, and "
        "what is left afterwards."
    ),
    "projects:project",
    "Tillsammans mot arbete",
)
