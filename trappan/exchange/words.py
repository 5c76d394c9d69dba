"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "exchange.keep_naming": _("Saved what an extract calls its columns"),
    "exchange.order_delivery": _("File to deliver ordered"),
    "exchange.order_version": _("File to deliver ordered anew"),
    "exchange.see_deliveries": _("Deliveries"),
    "exchange.see_faults": _("What to put right before the statistics"),
    "exchange.see_quarters": _("The quarter’s counts"),
    "exchange.send_delivery": _("Written down that a file was sent"),
    "exchange.take_file": _("File to deliver taken"),
    "exchange.take_in": _("Extract taken in"),
}
