"""Proposals that a site answers before it knows who."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "proposal",
    "Tor Låtsberg",
    _("A site answers before it knows who"),
    _(
        "Ahlam and Torsten are proposed: Tor sees first name, aim and times. Accept one and note the "
        "introduction, or say no with a reason that the consultant reads."
    ),
    "attendance:here",
)
