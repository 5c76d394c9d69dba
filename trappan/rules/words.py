"""What is done in this room, in words of the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "rules.confirm_rules": _("A version of the rules decided by a second person"),
    "rules.return_rules": _("A version of the rules sent back"),
    "rules.send_rules": _("A version of the rules handed on or decided"),
    "rules.withdraw_rules": _("A version of the rules withdrawn"),
    "rules.write_rules": _("A draft of rules written"),
}
