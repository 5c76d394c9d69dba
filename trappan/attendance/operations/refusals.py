"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.placements.operations import NO as PLACEMENTS_NO
from trappan.refusals import Sentences

SIGNED_FIRST = _("The agreement with the workplace waits for signatures. Until then nobody is marked.")
NO: Sentences = {
    **PLACEMENTS_NO,
    "code_of_support": ("support", _("That support was not in use that day. Choose another.")),
    "finding_of_an_absence": _("The person was not marked away that day."),
    "unexcused_after_a_conversation": (
        "conversation",
        _("Talk with the person first, and note it in the journal as a conversation about absence."),
    ),
    "one_mark_a_day": _("A colleague marked the same person just now. Look at the list again."),
    "introduced_first": _("Somebody has not been introduced yet. Note the introduction first; then they begin."),
    "signed_first": SIGNED_FIRST,
    "marked_within_the_placement": ("day", _("That day is outside the placement.")),
    "report_is_written": ("text", _("Write how it goes, in a sentence or two.")),
    "one_report_a_day": _("There is already a report of today. Write the next one tomorrow."),
    "incident_is_written": ("text", _("Write what happened, and what was done about it.")),
    "dialogue_has_own_words": ("own_words", _("Write what the person says, in their own words.")),
    "support_says_what": ("asked", _("Write what you ask the site to do.")),
    "support_done_says_what_came_of_it": ("outcome", _("Write what was done and what came of it.")),
    "correction_says_why": ("why", _("You change what was marked on an earlier day. Write why.")),
    "keyed_in_never_overwrites": _("It is already marked. What is keyed in from paper changes no mark."),
    "mark_agrees_with_notice": _("Somebody has said that they do not come. Mark that they have told us."),
    "times_are_of_a_part": ("came", _("Times are of somebody who came late or left early. Choose either.")),
    "times_have_been": ("came", _("A time has not come yet. Write it once it is there.")),
    "mark_is_judged": _("An absence among these has already been judged. Mark again instead, with a reason."),
    "absent_is_no_minutes": ("minutes", _("Somebody who was absent has no minutes. Choose either.")),
}
