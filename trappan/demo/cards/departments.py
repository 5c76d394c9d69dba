"""The coordinator's places in own departments: offered, used, missing, and who is silent."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "departments",
    "Petra Tänkdal",
    _("Do the own departments open their doors?"),
    _(
        "Places offered and used against the target, by department, and who has not answered: reminded twice, and soon "
        "told of to the head. What a department offers is an opening like others, for which people are found. Change "
        "the half-year, set a target, and see what was ordered from the crews."
    ),
    "activities:departments",
)
