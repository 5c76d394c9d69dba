"""By what figures are told apart: the dimensions, and which of them together."""

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
BREAKDOWNS: tuple[tuple[str, ...], ...] = (
    (),
    ("gender",),
    ("age_band",),
    ("unit",),
    ("organiser",),
    ("kind",),
    ("gender", "age_band"),
    ("gender", "unit"),
    ("gender", "kind"),
)
