"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "staff.change_colleague": _("Colleague's name or address changed"),
    "staff.change_unit": _("Unit changed"),
    "staff.choose_password": _("Password chosen by a link"),
    "staff.close_account": _("Account closed"),
    "staff.confirm_membership": _("Membership confirmed"),
    "staff.end_membership": _("Membership ended"),
    "staff.export_units": _("Units and colleagues, taken as a file"),
    "staff.give_membership": _("Membership given"),
    "staff.keep_profile": _("Own profile changed"),
    "staff.change_address": _("Another address for signing in"),
    "staff.make_colleague": _("Colleague written down"),
    "staff.make_organisation": _("Organisation written down"),
    "staff.make_password_link": _("Link for a password made"),
    "staff.make_unit": _("Unit made"),
    "staff.open_list_file": _("File of a long list opened"),
    "staff.order_list_file": _("Long list ordered as a file"),
    "staff.open_account": _("Account opened again"),
    "staff.say_away": _("Said that a colleague is away"),
    "staff.say_back": _("Said that a colleague is back"),
    "staff.sign_in": _("Signed in"),
    "staff.subscribe": _("Calendar address made"),
    "staff.unsubscribe": _("Calendar address taken back"),
}
