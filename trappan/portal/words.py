"""What is done and read in this room, in words."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "portal.begin": _("The person signed in with a code, and chose a PIN"),
    "portal.end_way_in": _("Way in to the own pages ended"),
    "portal.hand_out_code": _("Code for the own pages handed over"),
    "portal.look_at_number": _("Looked at: somebody signed in with a former number"),
    "portal.lock": _("Own pages locked: too many wrong PINs"),
    "portal.refuse_eid": _("Sign-in by an eID that opened nothing"),
    "portal.say_away": _("The person said: does not come"),
    "portal.say_late": _("The person said: comes late"),
    "portal.see_access": _("The way in to the own pages"),
    "portal.sign_in": _("The person signed in"),
    "portal.sign_in_by_eid": _("The person signed in by an eID"),
    "portal.take_back": _("The person said: comes all the same"),
}
