"""By what figures are told apart; which of these together, the publication plan says (disclosure/plan.py)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Each by the column of the spine that it is.
DIMENSIONS = {
    "gender": "gender",
    "age_band": "age_band",
    "unit": "unit_id",
    "organiser": "organiser_id",
    "kind": "kind",
}
TITLES: dict[str, Promise] = {
    "gender": _("Legal gender"),
    "age_band": _("Age"),
    "unit": _("Unit of the case"),
    "organiser": _("Organiser of the main activity"),
    "kind": _("Kind of the main activity"),
}
# Of places, which nobody has a main one of.
TITLES_OF_PLACES: dict[str, Promise] = {**TITLES, "kind": _("Kind of activity")}
