"""What is done in this room, in words of the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "rules.add_code": _("A code added to a list"),
    "rules.close_code": _("The last day of a code said"),
    "rules.load_taxonomy": _("Occupations brought in from the taxonomy"),
    "rules.rename_code": _("A code given other words from a day"),
    "rules.confirm_rules": _("A version of the rules decided by a second person"),
    "rules.return_rules": _("A version of the rules sent back"),
    "rules.send_rules": _("A version of the rules handed on or decided"),
    "rules.withdraw_rules": _("A version of the rules withdrawn"),
    "rules.write_text": _("A text of the municipality's own written"),
    "rules.write_mark": _("A mark of an occupation written"),
    "rules.confirm_mark": _("A mark of an occupation, or its end, decided by a second person"),
    "rules.return_mark": _("A mark of an occupation, or its end, taken back"),
    "rules.stop_mark": _("The last day of a mark said"),
    "rules.write_rules": _("A draft of rules written"),
}
