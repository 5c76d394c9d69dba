"""The database's no where people are, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import READS_ONLY, Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "place_is_free": _(
        "There is no free place at those times. Somebody may just have taken the last one. Choose other times, "
        "a later start or another activity."
    ),
    "placement_needs_consent": _(
        "The partner cooperates with us, so the person must first consent to our sharing the placement with "
        "them. Write down the consent on the person's page."
    ),
    "protected_needs_named_supervisor": (
        "supervisor",
        _("The person has protected identity: write the decision and name one supervisor at the site."),
    ),
    "places_below_placed": (
        "places",
        _(
            "More people than that are placed at some time of that period. Choose a later day, or end a "
            "placement first."
        ),
    ),
    "lowering_needs_notice": (
        "starts_on",
        _("Fewer places are told in advance, so that nobody is left without. Choose a later day."),
    ),
    "extra_has_a_reason": ("reason", _("Write why there are to be more than there is room for.")),
    "closure_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "one_cancellation_a_day": ("day", _("The day is already cancelled.")),
    "suspension_ends_after_start": ("ends_on", _("A pause always has an end. Choose the day when the person is back.")),
    "one_notice_a_day": ("day", _("It is already noted that the person does not come that day.")),
    "somebody_is_marked": _("Somebody is already marked on a day of it: that day was held. Choose later days."),
    "finding_of_an_absence": _("The person was not marked away that day."),
    "capacity_from_today": ("starts_on", _("Choose today or a day to come.")),
    "one_change_a_day": ("day", _("Something else is already agreed for that day.")),
    "unexcused_after_a_conversation": (
        "conversation",
        _("Talk with the person first, and note it in the journal as a conversation about absence."),
    ),
    "code_of_reason": ("reason", _("That reason was not in use that day. Choose another.")),
    "activity_is_open": ("starts_on", _("The activity is not open on that day.")),
    "one_placement_a_start": ("starts_on", _("The person is already placed here from that day.")),
    "placement_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "one_mark_a_day": _("A colleague marked the same person just now. Look at the list again."),
    "placement_within_activity": (
        "ends_on",
        _("The activity closes before that. Choose a day no later than its last."),
    ),
    "no_such_proposal": _("The proposal is no longer there. Load the page again."),
    "proposal_is_past": _("The time that was proposed has passed. Say no, and the consultant proposes anew."),
    "proposal_is_answered": _(
        "A colleague has already answered, or the consultant has taken it back. Load the page again."
    ),
    "proposal_is_answered_once": _("The site has already answered. Load the page again."),
    "refusal_says_why": ("reason", _("Write why it does not work: the consultant reads it and looks on.")),
    "introduced_first": _("Somebody has not been introduced yet. Note the introduction first; then they begin."),
    "introduced_when_there": ("day", _("Choose today or a day that has been, for somebody who has a place here.")),
    "marked_within_the_placement": ("day", _("That day is outside the placement.")),
    "introduction_has_points": ("points", _("Say what was gone through.")),
    "one_change_waits": _("You have already proposed that, and it waits for an answer."),
    "change_says_why": ("reason", _("Write why you propose it.")),
    "change_says_what": ("week", _("Write the days and times that you propose.")),
    "change_is_decided_once": _("A colleague has already decided it. Load the page again."),
    "declined_change_says_why": ("reason", _("Write why not: the site reads it.")),
    "activity_not_to_close": _("Only the leader of the site closes it, and only sooner than it would have closed."),
    "closing_needs_notice": (
        "closes_on",
        _("A closing is told in advance, so that nobody is left without. Choose a later day."),
    ),
    "report_is_written": ("text", _("Write how it goes, in a sentence or two.")),
    "one_report_a_day": _("There is already a report of today. Write the next one tomorrow."),
    "incident_is_written": ("text", _("Write what happened, and what was done about it.")),
    "dialogue_has_own_words": ("own_words", _("Write what the person says, in their own words.")),
    "support_says_what": ("asked", _("Write what you ask the site to do.")),
    "support_done_says_what_came_of_it": ("outcome", _("Write what was done and what came of it.")),
    "challenge_of_five": ("challenge", _("Choose a challenge from 1 to 5.")),
    "steps_in_order": ("steps_to", _("The last step comes after the first. Fill in both or neither.")),
    "axes_of_nine": ("bodily", _("Choose from 1 to 9.")),
    "season_is_two_months": ("season_to", _("A season has a first and a last month. Fill in both or neither.")),
    "code_of_kind": ("kind", _("That way to end was not in use that day. Choose another.")),
    "pause_is_over": _("The pause is over already. Load the page again."),
    "day_is_marked": _("The person is marked on that day already, so the times stand."),
    "days_not_yours": READS_ONLY,
    "day_is_over": _("The day has passed or begun, or it is taken back already. Load the page again."),
    "code_of_branch": ("branch", _("That branch is not in use. Choose another.")),
    "theme_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "theme_has_a_title": ("title", _("Write what the theme is called.")),
    "one_crew_a_name": ("name", _("There is already a crew of that name.")),
    "job_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "job_says_what_and_risks": ("risks", _("Write the risks that you go through with the crew first.")),
    "crew_of_the_activity": ("crew", _("That crew belongs to another activity.")),
    "absent_is_no_minutes": ("minutes", _("Somebody who was absent has no minutes. Choose either.")),
}
