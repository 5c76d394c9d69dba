"""The database's no by the name of its constraint, in words."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences
from trappan.schedules.allowed import refuse_outside

PERSON = _("Everybody reads this, so nothing about a person may stand here. Take the personal number out.")
NO: Sentences = {
    "agreement_ends_after_start": ("ends_on", _("The agreement must end after it begins.")),
    "agreement_says_for_what": ("purpose", _("Write what the agreement is for.")),
    "agreement_says_target_groups": (
        "target_groups",
        _("An agreement with the Employment Service says for which groups it is, and how one works together."),
    ),
    "agreement_with_a_partner": (
        "kind",
        _("Agreements are made with partners and associations; with an authority of that kind alone."),
    ),
    "framework_is_one": ("framework", _("Choose a framework of ours that is signed.")),
    "succeeds_a_signed_one": ("succeeds", _("Choose a signed agreement of ours that it follows.")),
    "successor_begins_after": (
        "starts_on",
        _("It would hold on the same days as the one before it. Let it begin when that one has ended."),
    ),
    "amendment_says_what": ("scope", _("Write what changes.")),
    "amendment_ends_after_start": ("ends_on", _("It cannot end before the change begins.")),
    "amends_what_is_signed": _("The agreement itself is not signed yet. What is signed is amended."),
    "agreement_has_places_left": (
        "places",
        _("That would leave fewer places than none on some day. Write how many fewer there are from that day."),
    ),
    "one_agreement_a_name": (
        "name",
        _(
            "An agreement with that name and first day is written down already. Give this one another name, or "
            "write below the other what was agreed since."
        ),
    ),
    "amended_once": ("scope", _("That is written down already: you see it above.")),
    "partner_stays_with_its_history": (
        "organisation",
        _("Something is written down with this partner already. Withdraw the draft, and begin another one."),
    ),
    "changed_before_decision": _(
        "It is decided already, and what was decided is what is signed. Nothing is changed in it."
    ),
    "check_holds_after_it_was_seen": ("valid_until", _("It must hold until after the day when it was seen.")),
    "code_of_kind": ("kind", _("That check was not in use that day. Choose another.")),
    "consultation_says_paragraph": (
        "paragraph",
        _("Say under which paragraph of MBL the unions were informed. A consultation has none."),
    ),
    "consultation_says_with_whom": ("whom", _("Write with whom, and what came of it.")),
    "decision_of_a_draft": _("It is signed or withdrawn already, so there is nothing to decide."),
    "decision_waits_for_consultation": _(
        "No consultation is written down from before the decision. Write down with whom you consulted, and then decide."
    ),
    "decision_waits_for_mbl": _(
        "No information under MBL is written down from before the decision, or it is older than the rules let it be. "
        "Write it down, or why none is needed, and then decide."
    ),
    "a_head_says_not_needed": ("paragraph", _("That neither is needed is a head of unit's to say, with the reason.")),
    "what_is_to_begin_takes_its_steps": (
        "starts_on",
        _(
            "It has not begun, so it takes its steps here: begin a draft, write down the consultation and the "
            "information under MBL, decide, and sign."
        ),
    ),
    "closing_information_says_what": ("whom", _("Write with whom, under which paragraph, and what came of it.")),
    "closing_information_comes_before": (
        "held_on",
        _("The unit has closed by that day. The unions are informed before, so write the day when they were."),
    ),
    "lapse_says_why": ("why", _("Write why it is let end.")),
    "lapses_once": _("It is said already that it is let end."),
    "lapses_what_ends": _(
        "It has ended, holds until further notice, or is followed by another. Look at the page as it is now."
    ),
    "one_paper_a_version": _("There is a paper for it already."),
    "paper_says_who": ("reference", _("Write the title, the officer, the manager and the registry number.")),
    "paper_is_frozen": _("It is decided by this paper, so the paper stays as it was. What changes is an amendment."),
    "decision_of_the_edition_read": _(
        "The paper was saved again while the decision was being written down. Read it as it is now, and then decide."
    ),
    "paper_says_to_whom": _(
        "Nobody is on the list of those who are to have the decision. Fill it in: the paper says whom it goes to."
    ),
    "decision_says_who_and_where": ("body", _("Write who decided, the registry number and the officer.")),
    "one_decision_a_version": _("The decision is written down already."),
    "recipient_has_a_name": ("name", _("Write who is to have the decision.")),
    "one_recipient_a_name": ("name", _("That one is on the list already.")),
    "sent_once": _("The decision has been sent already."),
    "sent_when_decided": ("sent_on", _("It is sent when it is decided, and not before.")),
    "signing_waits_for_decision": (
        "signed_on",
        _("It is not decided by that day. Write down the decision, and then sign."),
    ),
    "signature_says_who": ("signatory", _("Write who signs, on which mandate, and who signs for the partner.")),
    "signed_by_a_signatory": _("A director signs for the municipality."),
    "withdrawn_by_its_keeper": _("Whoever keeps the agreement withdraws it."),
    "commitment_says_what": ("text", _("Write what is promised.")),
    "state_says_on_what": ("word", _("Write what it rests on.")),
    "served_goal_says_what": ("wording", _("Write the goal.")),
    "served_goal_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "annex_has_a_title": ("title", _("Write what the annex is.")),
    "annex_is_withdrawn_once": _("The annex has already been withdrawn."),
    "withdrawn_annex_says_why": ("why", _("Write why it is withdrawn.")),
    "budget_adds_up": ("total_ore", _("The two parts do not make up the total. Put one of the three right.")),
    "budget_says_whose_money": ("board", _("Write which board pays, and out of which line of its budget.")),
    "budget_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "budget_within_a_year": ("ends_on", _("A budget does not span two years. Write one for each year.")),
    "budget_while_it_holds": ("starts_on", _("The agreement does not hold on all of those days.")),
    "one_budget_at_a_time": ("starts_on", _("There is a budget for some of those days already.")),
    "budget_approved_by_another": _("Somebody else than who entered it approves it."),
    "payment_approved_by_another": _("Somebody else than who entered it approves it."),
    "approved_by_another": _("You entered it yourself. Somebody else approves it."),
    "money_is_settled": _("It is approved, paid of or taken out already. Look at the page as it is now."),
    "payment_is_something": ("amount_ore", _("Write how much was paid.")),
    "payment_of_approved_budget": _("The budget is not approved yet, so nothing is paid of it."),
    "payment_of_what_is_agreed": _(
        "The agreement is not signed, or does not reach to that budget: nothing is paid of it."
    ),
    "budget_approved_or_taken_out": _("It is approved, paid of or taken out already. Look at the page as it is now."),
    "payment_approved_or_taken_out": _("It is approved, paid of or taken out already. Look at the page as it is now."),
    "payment_within_budget": ("amount_ore", _("That is more than is left of the municipality's part of the budget.")),
    "indexation_is_likely": ("basis_points", _("Write a percentage between -50 and 50.")),
    "indexation_says_its_source": ("source", _("Write what it follows: an index, or a decision.")),
    "one_indexation_a_day": ("starts_on", _("There is a rule from that day already.")),
    "joint_meeting_has_a_name": ("name", _("Write what the meeting is about.")),
    "meeting_body_has_a_name": ("others", _("Write what the body is called.")),
    "one_meeting_body_a_name": ("others", _("That body takes part already.")),
    "meeting_names_nobody": PERSON,
    "meeting_body_names_nobody": PERSON,
    "action_names_nobody": PERSON,
    "action_says_what": ("text", _("Write what is to be done.")),
    "action_has_one_owner": ("owner", _("Choose a colleague who does it, or write which body does: one of the two.")),
    "action_owner_takes_part": ("owner", _("Choose a colleague of ours, or of a partner that takes part.")),
    "action_is_done_with_a_result": ("result", _("Write what came of it.")),
    "action_is_done_once": _("It is done already."),
    "meeting_is_called_off": _("The meeting was called off, so nothing is agreed at it."),
    "one_report_a_year": ("year", _("The report of that year is opened already. You find it in the list.")),
    "report_while_it_held": (
        "year",
        _("The agreement did not hold in that year, so there is nothing to report of it."),
    ),
    "report_names_nobody": PERSON,
    "step_names_nobody": PERSON,
    "mandate_names_nobody": PERSON,
    "signatory_has_a_mandate": ("mandate", _("Write on which mandate they sign for the partner.")),
    "signatory_named_once": ("membership", _("They are named already.")),
    "signatory_named_by_another": ("membership", _("Nobody names themselves. Ask another head of unit.")),
    "signatory_of_the_partner": (
        "membership",
        _("Whoever signs for the partner leads a workplace of the partner’s own, in an agreement that is signed."),
    ),
    "report_takes_its_steps": _("The report has come further, or not so far. Look at the page as it is now."),
    "report_is_whole": _("Something is missing in the report. Its page says what."),
    "report_signed_by_another": _("You opened it yourself, or work with the partner. Somebody else signs it."),
    "stories_are_few": _("There are twelve stories already. A report is read to its end when it is short."),
    "story_by_consent": _(
        "A story in it has no consent of today for the annual report. Ask the person anew, or take the story out."
    ),
    "story_of_ones_own": _("Stories are those of people who are with you now. Look at the page as it is."),
    "story_while_written": _("The report is sent, so no story is added to it."),
    "story_shows_no_more_than_was_read": _(
        "The report is finished: its paper shows no name and no picture that whoever signs it has not read. Take the "
        "report back to write on, or let the yes be to another place."
    ),
    "no_story_of_protected": ("person", _("Nothing is told of somebody with protected identity.")),
    "story_does_not_say_the_name": (
        "words",
        _("The person’s name stands in the words. Take it out: it stands below them, if the person says yes to it."),
    ),
    "story_has_no_number": ("words", _("A personal number never stands in a story. Take it out.")),
    "story_has_words": ("words", _("Write what the person says.")),
    "story_picture_says_what_it_shows": ("shows", _("Write what the picture shows, for whoever does not see it.")),
    "story_has_a_picture": _("The story has no picture to say yes to."),
    "story_consent_says_where": ("words_at", _("Say where the words may stand.")),
    "story_consent_is_fresh": ("said_on", _("Write the day the person said yes: today, or in the month before.")),
    "story_consent_is_anew": (
        "said_on",
        _("The person has taken it back since that day. Ask anew, and write the day of the new yes."),
    ),
    "story_consent_as_read": _(
        "What the person has said yes to has changed since the page was opened. Open it anew, and read it first."
    ),
    "story_consent_has_an_end": ("ends_on", _("A yes holds until a day to come, within five years. Then ask anew.")),
    "story_consent_ends_after_start": ("ends_on", _("The last day cannot be before the person said yes.")),
    "story_consent_withdrawn_once": _("It is taken back already, or was never given."),
    "story_is_not_delivered": _("It is taken out already, or delivered: what was delivered cannot be unwritten."),
    "invitation_taken_back_by_its_author": _("Whoever asked for the colleague takes it back, and nobody else."),
    "report_back_says_why": ("comment", _("Write what is missing, or to be put right.")),
    "delivered_says_to_whom": ("whom", _("Write to whom it was delivered.")),
    "delivered_once_to_each": ("whom", _("It is written down already that they have it.")),
    "figures_stand_when_sent": _("The report is sent, so its figures stand as they were frozen."),
    "figures_are_counted_first": _(
        "The figures are not counted yet. They are when the year is over, and its months have been counted."
    ),
    "outreach_of_somebody": ("people", _("Write how many: from 1 to 999. Several settings are several notes.")),
    "outreach_says_where": ("setting", _("Write where, in words.")),
    "outreach_names_nobody": ("setting", PERSON),
    "referred_by_agreement": (
        "to_unit",
        _("You have no agreement that holds with that municipality, so nobody is referred there."),
    ),
    "referral_consent_is_fresh": (
        "consented_on",
        _("The consent is to come, or so old that the name would not be kept. Ask the person anew."),
    ),
    "referral_keeps_a_name_while_it_waits": ("name", _("Write what the person is called, how to reach, and why.")),
    "referral_names_no_number": ("why", _("No personal number is written here. Take it out.")),
    "one_open_referral": ("name", _("You have referred that person already, and it waits for an answer.")),
    "referral_waits": _("It is answered or taken back already. Load the page again."),
    "referral_is_received_once": _("A colleague has received it already."),
    "who_came_is_ours": _("You do not work with that person. Ask whoever does to answer."),
    "only_what_comes_is_called_off": _("It has been, or is called off already."),
    "only_its_head": _("Only the head above the workplace answers, and only its own organisation lets somebody go."),
    "invited_in_a_partners_role": ("role", _("Choose supervisor or site leader.")),
    "invited_has_a_name": ("given_name", _("Write a given name and a family name.")),
    "invitation_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "invitation_begins_soon": ("starts_on", _("Choose a first day from today on, within a year.")),
    "invitation_names_nobody": PERSON,
    "invites_another": ("email", _("Write the address of the colleague who is to come, not your own.")),
    "one_invitation_waits": ("email", _("Somebody with that address waits for the head's answer already.")),
    "one_open_membership": ("role", _("The colleague already has that role at the workplace on those days.")),
    "invited_where_a_head_confirms": (
        "unit",
        _("No head of the municipality answers for that workplace then. Ask the municipality's system administrator."),
    ),
    "invited_while_agreed": ("starts_on", _("Nothing is agreed with the municipality on that day.")),
    "invitation_within_agreement": (
        "ends_on",
        _("Choose a last day within what is agreed with the municipality: the agreement ends before that."),
    ),
    "invitation_answered_once": _("It is answered already. Look at the page as it is now."),
    "inviter_is_still_there": _(
        "Whoever asked for it does not lead a workplace there any more. Say no, and let another of them ask anew."
    ),
    "invitation_is_past": _("Its last day has passed. Say no, and let them ask anew."),
    "no_says_why": ("why", _("Write why, so that they know what to do.")),
    "not_to_oneself": _("The address is your own. Another head answers."),
    "given_by_oneself": _("You have asked for it yourself. Another head answers."),
}


def refuse_day_to_come(day: date, today: date, field: str = "signed_on") -> None:
    """Refuse a day to come."""
    refuse_outside(
        day, field, last=today, late=_("That day is to come. Write the day when it was done: today or earlier.")
    )
