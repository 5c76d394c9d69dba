"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.activities.operations import NO as ACTIVITIES_NO
from trappan.refusals import READS_ONLY, Sentences
from trappan.staff.operations import NO as STAFF_NO

NO: Sentences = {
    "placed_by_a_yes": _("An employer takes whom it has said yes to. Send a proposal first."),
    **ACTIVITIES_NO,
    "kept_by_another": STAFF_NO["kept_by_another"],
    "not_the_own_unit": _("You work in the unit yourself. Ask a colleague of another unit."),
    "unit_closes_from_today": (
        "closes_on",
        _("Choose yesterday or a later day as the last, after the unit's first day. A closed unit stays closed."),
    ),
    "unit_is_empty": _("Somebody has come into the unit meanwhile. Look at the page again."),
    "unit_closing_waits_for_mbl": (
        "closes_on",
        _(
            "No information under MBL from before that day is written down, or it is older than the rules let it be. "
            "Write it down, or let a head of unit write why none is needed, and then close."
        ),
    ),
    "site_closing_waits_for_mbl": (
        "closes_on",
        _(
            "It is the last activity of the workplace, and no information under MBL from before that day is written "
            "down, or it is older than the rules let it be. A head of unit in the municipality writes it down, or why "
            "none is needed: then it can close."
        ),
    ),
    "unit_succeeds_in_a_circle": ("next_unit", _("That unit came after this one itself. Choose another.")),
    "succeeds_another_unit": ("next_unit", _("A unit cannot come after itself. Choose another.")),
    "somebody_is_marked": _("Somebody is already marked on a day of it: that day was held. Choose later days."),
    "code_of_reason": ("reason", _("That reason was not in use that day. Choose another.")),
    "placement_needs_consent": _(
        "The partner cooperates with us, so the person must first consent to our sharing the placement with "
        "them. Write down the consent on the person's page."
    ),
    "protected_needs_named_supervisor": (
        "supervisor",
        _("The person has protected identity: write the decision and name one supervisor at the site."),
    ),
    "closure_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "one_cancellation_a_day": ("day", _("The day is already cancelled.")),
    "suspension_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "one_pause_at_a_time": ("starts_on", _("It already pauses then. Choose other days, or end that pause first.")),
    "other_times_of_a_session": (
        "day",
        _("There is no time in the schedule on that day. Choose a day on which the person is there."),
    ),
    "placement_within_agreement": (
        "ends_on",
        _("The agreement with the partner ends before that. Choose a last day within it, or ask for a longer one."),
    ),
    "one_proposal_waits": (
        "activity",
        _("The person is proposed there already, and the site has not answered. Wait, or take that back first."),
    ),
    "proposed_not_years_ahead": ("starts_on", _("Choose a first day within the coming year.")),
    "one_notice_a_day": ("day", _("It is already noted that the person does not come that day.")),
    "notice_agrees_with_mark": ("day", _("The day is already marked. Correct the mark instead, if it is wrong.")),
    "one_change_a_day": ("day", _("Something else is already agreed for that day.")),
    "placement_in_season": ("starts_on", _("The season is over on that day. Choose a day in it.")),
    "activity_is_open": ("starts_on", _("The activity is not open on that day.")),
    "one_placement_a_start": ("starts_on", _("The person is already placed here from that day.")),
    "placement_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "placement_within_activity": (
        "ends_on",
        _("The activity closes before that. Choose a day no later than its last."),
    ),
    "no_such_proposal": _("The proposal is no longer there. Load the page again."),
    "adaptation_of_what_goes_on": _("The placement is over or was not agreed. Nothing is told to the site."),
    "adaptation_needs_consent": _(
        "The partner cooperates with us: write down first that the person consents to its knowing what to adapt."
    ),
    "adaptation_is_written": ("text", _("Write what the site is to know.")),
    "adaptation_says_what_it_cannot": (
        "words",
        _("Write what you can do and what you cannot: the consultant reads it."),
    ),
    "no_such_adaptation": _("The text has been taken back or replaced. Load the page again."),
    "one_adaptation_stands": _("A colleague has just told the site something else. Load the page again."),
    "refusal_says_its_kind": ("kind", _("Choose why it does not work.")),
    "code_of_answer_kind": ("kind", _("That reason was not in use that day. Choose another.")),
    "proposal_is_past": _("The time that was proposed has passed. Say no, and the consultant proposes anew."),
    "proposal_is_answered": _(
        "A colleague has already answered, or the consultant has taken it back. Load the page again."
    ),
    "proposal_is_answered_once": _("The site has already answered. Load the page again."),
    "refusal_says_why": ("reason", _("Write why it does not work: the consultant reads it and looks on.")),
    "introduced_when_there": ("day", _("Choose today or a day that has been, for somebody who has a place here.")),
    "introduction_has_points": ("points", _("Say what was gone through.")),
    "one_change_waits": _("You have already proposed that, and it waits for an answer."),
    "change_says_why": ("reason", _("Write why you propose it.")),
    "change_says_what": ("week", _("Write the days and times that you propose.")),
    "change_of_tasks_says_own_view": ("own_view", _("Write how the person sees it: that counts.")),
    "change_is_decided_once": _("A colleague has already decided it. Load the page again."),
    "declined_change_says_why": ("reason", _("Write why not: the site reads it.")),
    "activity_not_to_close": _("Only the leader of the site closes it, and only sooner than it would have closed."),
    "closing_needs_notice": (
        "closes_on",
        _("A closing is told in advance, so that nobody is left without. Choose a later day."),
    ),
    "code_of_kind": ("kind", _("That way to end was not in use that day. Choose another.")),
    "pause_is_over": _("The pause is over already. Load the page again."),
    "day_is_marked": _("The person is marked on that day already, so the times stand."),
    "days_not_yours": READS_ONLY,
    "day_is_over": _("The day has passed or begun, or it is taken back already. Load the page again."),
    "crew_of_the_activity": ("crew", _("That crew belongs to another activity.")),
}
