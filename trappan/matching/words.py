"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "matching.hand_over_to_team": _("Ready, and handed over to the employer team"),
    "matching.receive_search": _("Received by the employer team"),
    "matching.end_search": _("Off the employer team's list"),
    "matching.ask_person": _("Asked about an opening"),
    "matching.answer_as_person": _("Answered about an opening"),
    "matching.send_proposal": _("Proposed to an employer"),
    "matching.agree_meeting": _("Meeting with an employer agreed"),
    "matching.tell_outcome": _("The employer answered"),
    "matching.take_back_proposal": _("A proposal taken back"),
    "matching.place_at_opening": _("Placed where the employer said yes"),
    "matching.accept_allocation": _("A proposed start taken up"),
}

LOG = {
    "matching.see_allocations": _("Proposals for the week"),
    "matching.see_allocation": _("A proposal for the week"),
    "matching.ask_what_if": _("Asked what would be different of the week's proposals"),
    "matching.see_what_ifs": _("What if, of the week's proposals"),
    "matching.see_what_if": _("What would be different of the week's proposals"),
    "matching.see_who_would_move": _("Among those who could move, so that somebody else could start"),
    "matching.order_allocation": _("Proposals for the week ordered"),
    "matching.change_allocation": _("Another place looked for than was proposed"),
    "matching.decline_allocation": _("A proposal for the week declined"),
    "matching.accept_opening": _("A proposed opening taken up"),
    "matching.change_opening": _("Another opening looked for than was proposed"),
    "matching.decline_opening": _("A proposed opening declined"),
    "matching.see_opening_allocations": _("Proposals for jobs"),
    "matching.see_opening_allocation": _("A proposal for a job"),
    "matching.see_ruled_out": _("What ruled women and men out"),
    "matching.see_profile": _("The profile"),
    "matching.see_place_at_opening": _("A placement where the employer said yes"),
    "matching.see_proposed": _("A proposal, read by the manager of the workplace"),
    "matching.see_proposal": _("A proposal to an employer"),
    "matching.see_proposals": _("Proposals to employers"),
    "matching.see_ready": _("Ready for work"),
    "matching.see_sharing": _("What may be told of the profile"),
    "matching.see_work": _("Work"),
    "matching.see_find_people": _("Who asked for such work as an opening is"),
    "matching.see_find_place": _("Find a place"),
    "matching.see_find_work": _("Work that suits"),
    "matching.write_journey": _("Journey to a site written down"),
    "matching.keep_profile": _("The profile written"),
    "matching.give_profile_consent": _("The person lets others be told of the profile"),
    "matching.withdraw_profile_consent": _("The person took back that others are told of the profile"),
}

MESSAGES = {
    "matching.send_proposal": _("A proposal to an employer"),
    "matching.tell_managers": _("A proposal waits for a manager"),
}
