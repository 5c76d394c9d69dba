"""What is done and read in this room, in words for the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "insight.ask": _("Asked what would be different"),
    "insight.see_forecast": _("Forecast"),
    "insight.see_what_if": _("What would be different"),
}
