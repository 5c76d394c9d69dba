"""A version of the rules that is drafted, tried, and confirmed by a second person."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "rules",
    "Sture Systemsson",
    _("The rules are changed"),
    _(
        "Sture has drafted a fourth month from March. Try it: how many people and months would be judged otherwise? "
        "Then hand it on: Karin finds it on her start page and confirms, and only then does it apply."
    ),
    "rules:rulesets",
)
