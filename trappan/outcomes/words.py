"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "outcomes.record_exit": _("Case closed"),
    "outcomes.check_exit": _("Checked after a month"),
    "outcomes.correct_exit": _("How the case ended was put right"),
    "outcomes.finish_studies": _("Studies finished"),
    "outcomes.follow_up": _("Followed up"),
    "outcomes.reopen": _("Case reopened"),
}

LOG = {
    "outcomes.name_exit": _("A name among those who came to work"),
    "outcomes.see_check": _("Check after a month"),
    "outcomes.see_exit": _("Close the case"),
    "outcomes.see_exits": _("The end and afterwards"),
    "outcomes.see_correct": _("Put right how the case ended"),
    "outcomes.see_follow_up": _("Follow-up"),
    "outcomes.see_follow_ups": _("Follow-ups to do"),
    "outcomes.see_reopen": _("Reopen the case"),
    "outcomes.see_team": _("How the employer team works"),
    "outcomes.see_to_work": _("Who came to work"),
    "outcomes.send_follow_up": _("A person asked by a link how it goes"),
    "outcomes.take_back_follow_up": _("A follow-up taken back"),
    "outcomes.take_in_follow_up": _("What a person answered by a link, taken in"),
}
