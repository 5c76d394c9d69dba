"""A partner's year: what is agreed with it, the money of it, and when one meets next."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "partners_year",
    "Milo Mönsterlund",
    _("The partner's year"),
    _(
        "Milo leads a workplace of Stadsmissionen and reads its own agreements: what both sides have promised, the "
        "money year by year, the next meeting, and what he has said that he does. Drafts he does not see, nor what "
        "is agreed with other partners."
    ),
    "partnerships:agreements",
)
