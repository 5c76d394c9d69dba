"""A new workplace with its activity and its leader, in one form."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "workplace",
    "Sture Systemsson",
    _("A new workplace"),
    _(
        "Sture makes a workplace with its first activity and its leader in one form: two clicks and five fields. "
        "Karin, who heads the unit above, confirms the leader. Above it stands the organisation, also as it was "
        "in 2017."
    ),
    "staff:organisation",
)
