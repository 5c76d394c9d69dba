"""What is done and read in this room, in words."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "portal.begin": _("The person signed in with a code, and chose a PIN"),
    "portal.begin_for": _("A helper or guardian signed in with a code, and chose a PIN"),
    "portal.drop_word": _("What a helper or guardian had said of a day fell with the mandate"),
    "portal.end_help": _("The person ended what a helper may do"),
    "portal.end_mandate": _("Mandate of a helper or guardian ended"),
    "portal.end_way_in": _("Way in to the own pages ended"),
    "portal.give_help": _("The person gave a helper a mandate"),
    "portal.hand_out_code": _("Code for the own pages handed over"),
    "portal.hand_out_to": _("Code for the own pages handed over to a helper or guardian"),
    "portal.lock": _("Own pages locked: too many wrong PINs"),
    "portal.lock_for": _("A helper’s or guardian’s way in locked: too many wrong PINs"),
    "portal.register_guardian": _("Guardian registered"),
    "portal.register_helper": _("Helper registered"),
    "portal.say_away": _("The person said: does not come"),
    "portal.say_away_for": _("A helper or guardian said: does not come"),
    "portal.say_late": _("The person said: comes late"),
    "portal.say_late_for": _("A helper or guardian said: comes late"),
    "portal.see_access": _("The way in to the own pages"),
    "portal.see_helpers": _("Helpers and guardians"),
    "portal.sign_in": _("The person signed in"),
    "portal.sign_in_for": _("A helper or guardian signed in"),
    "portal.take_back": _("The person said: comes all the same"),
    "portal.take_back_for": _("A helper or guardian said: comes all the same"),
    "portal.worn_out_for": _("A helper’s or guardian’s way in ended: too many wrong PINs"),
}
