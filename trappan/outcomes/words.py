"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "outcomes.record_exit": _("Case closed"),
    "outcomes.check_exit": _("Checked after a month"),
    "outcomes.reopen": _("Case reopened"),
}

LOG = {
    "outcomes.see_check": _("Check after a month"),
    "outcomes.see_exit": _("Close the case"),
    "outcomes.see_reopen": _("Reopen the case"),
}
