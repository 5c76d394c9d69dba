"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {"exchange.take_in": _("Extract taken in"), "exchange.keep_naming": _("Saved what an extract calls its columns")}
