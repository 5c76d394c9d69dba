"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "people.register": _("Registered"),
    "people.give_consent": _("Consent given"),
    "people.narrow_consent": _("A consent narrowed"),
    "people.withdraw_consent": _("Consent withdrawn"),
    "people.add_number": _("New number"),
    "people.rectify_person": _("Name or language put right"),
    "people.replace_number": _("Wrong number replaced"),
}

LOG = {
    "people.add_member": _("Added to the household"),
    "people.agree_opening": _("A second head agreed to an opening"),
    "people.ask_emergency": _("Asked to open a protected person's file in an emergency"),
    "people.ask_lift": _("Asked for protection to be lifted"),
    "people.ask_supervision": _("Asked to open a protected person's file for supervision"),
    "people.find_number": _("Search by personal number"),
    "people.join_household": _("Household made"),
    "people.keep_contact": _("Contact details changed"),
    "people.leave_household": _("Left the household"),
    "people.let_in_by_referral": _("Access given"),
    "people.lift_protection": _("Protection lifted, by two"),
    "people.open_by_emergency": _("Opened in an emergency"),
    "people.open_by_supervision": _("Opened for supervision"),
    "people.open_in_emergency": _("Opened in an emergency"),
    "people.protect": _("Protection changed"),
    "people.rectify_member": _("Household put right"),
    "people.see_consent": _("Consent"),
    "people.see_details": _("Contact and protection"),
    "people.see_household": _("Household"),
    "people.take_out": _("Taken out of the household"),
    "people.undo_household": _("Household taken away, made by mistake"),
}
