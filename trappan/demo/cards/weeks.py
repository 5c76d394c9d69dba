"""Free places week by week, as the whole town takes them."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "weeks",
    "Jonna Mallgren",
    _("The next free place"),
    _(
        "Free places for half a year, week by week and site by site, from what is planned: who begins, "
        "ends and moves. The queue stands beside, and nobody is named."
    ),
    "activities:forecast",
)
