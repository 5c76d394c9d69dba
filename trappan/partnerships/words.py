"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "partnerships.agree": _("Agreement written down"),
    "partnerships.amend": _("Agreement amended"),
    "partnerships.check_partner": _("Partner checked"),
    "partnerships.export_partners": _("The partners, taken as a file"),
    "partnerships.make_partner": _("Partner written down"),
    "partnerships.see": _("The partners"),
}
