"""What is done and read in this room, in words."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "portal.answer_draft": _("The person answered the draft of the plan"),
    "portal.begin": _("The person signed in with a code, and chose a PIN"),
    "portal.choose_language": _("The person chose a language"),
    "portal.end_way_in": _("Way in to the own pages ended"),
    "portal.hand_out_code": _("Code for the own pages handed over"),
    "portal.lock": _("Own pages locked: too many wrong PINs"),
    "portal.object": _("The person does not agree with the plan"),
    "portal.rate_goal": _("The person said how a goal goes"),
    "portal.rate_step": _("The person said on which step it is"),
    "portal.refuse_eid": _("Sign-in by an eID that opened nothing"),
    "portal.say_away": _("The person said: does not come"),
    "portal.say_late": _("The person said: comes late"),
    "portal.see_access": _("The way in to the own pages"),
    "portal.sign_in": _("The person signed in"),
    "portal.sign_in_by_eid": _("The person signed in by an eID"),
    "portal.take_back": _("The person said: comes all the same"),
}
