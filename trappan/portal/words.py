"""What is done and read in this room, in words."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "portal.begin": _("The person signed in with a code, and chose a PIN"),
    "portal.choose_time": _("The person chose a time of a meeting"),
    "portal.none_suits": _("The person said that no offered time suits"),
    "portal.end_way_in": _("Way in to the own pages ended"),
    "portal.fetch_paper": _("The person fetched a paper"),
    "portal.hand_out_code": _("Code for the own pages handed over"),
    "portal.lock": _("Own pages locked: too many wrong PINs"),
    "portal.say_away": _("The person said: does not come"),
    "portal.say_late": _("The person said: comes late"),
    "portal.see_access": _("The way in to the own pages"),
    "portal.sign_in": _("The person signed in"),
    "portal.stop_sharing": _("The person took a consent back"),
    "portal.take_back": _("The person said: comes all the same"),
}
