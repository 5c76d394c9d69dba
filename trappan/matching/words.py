"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "matching.hand_over_to_team": _("Ready, and handed over to the employer team"),
    "matching.receive_search": _("Received by the employer team"),
    "matching.end_search": _("Off the employer team's list"),
}

LOG = {
    "matching.see_find_people": _("Who asked for such work as an opening is"),
    "matching.see_find_place": _("Find a place"),
    "matching.see_find_work": _("Work that suits"),
    "matching.write_journey": _("Journey to a site written down"),
    "matching.keep_profile": _("The profile written"),
    "matching.give_profile_consent": _("The person lets others be told of the profile"),
    "matching.withdraw_profile_consent": _("The person took back that others are told of the profile"),
}
