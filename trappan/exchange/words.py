"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "exchange.export_sus": _("List to key in to SUS taken out"),
    "exchange.keep_naming": _("Saved what an extract calls its columns"),
    "exchange.key_in_sus_sheet": _("Written down that it is keyed in to SUS"),
    "exchange.order_delivery": _("File to deliver ordered"),
    "exchange.order_version": _("File to deliver ordered anew"),
    "exchange.save_sus_sheet": _("Sheet for SUS written"),
    "exchange.see_deliveries": _("Deliveries"),
    "exchange.see_faults": _("What to put right before the statistics"),
    "exchange.see_quarters": _("The quarter’s counts"),
    "exchange.see_readiness": _("What is missing before individual delivery"),
    "exchange.take_out_of_sus": _("Written down that it is taken out of SUS"),
    "exchange.see_sus": _("What is to be keyed in to SUS"),
    "exchange.see_sus_counts": _("How many are registered in SUS"),
    "exchange.send_delivery": _("Written down that a file was sent"),
    "exchange.take_file": _("File to deliver taken"),
    "exchange.take_in": _("Extract taken in"),
}
