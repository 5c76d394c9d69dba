"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "placements.place": _("Placed in an activity"),
    "placements.propose": _("Proposed to a site"),
    "placements.accept": _("The site accepted"),
    "placements.refuse": _("The site said no"),
    "placements.withdraw": _("Proposal taken back"),
    "placements.introduce": _("Introduced at the site"),
    "placements.extend": _("Placement extended"),
    "placements.change_week": _("Other days and times"),
    "placements.propose_change": _("The site proposed a change"),
    "placements.decide_change": _("The proposed change decided"),
    "placements.close_activity": _("The activity closes"),
    "placements.share_adaptation": _("The site was told what to adapt, by consent"),
    "placements.withdraw_adaptation": _("What the site was to adapt taken back"),
    "placements.answer_adaptation": _("The site answered what it can adapt"),
    "placements.suspend": _("Placement paused for a time"),
    "placements.change_day": _("Other times agreed for a day"),
    "placements.resume": _("Back from the pause"),
    "placements.take_back_day": _("Other times taken back"),
    "placements.end_placement": _("Placement ended"),
}

LOG = {
    "placements.close_unit": _("Unit closed"),
    "placements.answer": _("Proposal answered"),
    "placements.cancel_day": _("Day cancelled"),
    "placements.close_site": _("Site closed for a time"),
    "placements.join_crew": _("Joined a crew"),
    "placements.name_supervisor": _("Supervisor named"),
    "placements.open_site": _("Site open again"),
    "placements.read_answer": _("The site's answer about adaptation read"),
    "placements.restore_day": _("Cancelled day restored"),
    "placements.see_end": _("End the placement"),
    "placements.see_place": _("Find a place"),
    "placements.see_placement": _("The placement"),
    "placements.see_placements": _("Placements"),
    "placements.tell_beforehand": _("Told beforehand: does not come"),
    "placements.tell_reason": _("Reason for an absence passed on"),
}
