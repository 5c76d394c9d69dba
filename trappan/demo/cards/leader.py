"""A partner's leader, who says how many places there are."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "leader",
    "Milo Mönsterlund",
    _("The partner says how many places there are"),
    _(
        "Milo leads Stadsmissionen's second hand. More places at once, fewer with notice and never below "
        "those placed; one more than there is room for takes a reason. The consultants read it among the "
        "changes."
    ),
    "activities:activities",
)
