"""The database's no in this room, by the name of its constraint, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.messages.orders import NO as MESSAGES_NO
from trappan.placements.operations import NO as PLACEMENTS_NO
from trappan.refusals import Sentences

TAKEN_BACK = _("It has already been taken back, or said anew.")
ENDED = _("Something has become of the proposal already. Look at it as it is now.")
RECEIVED = _("A colleague has received the person already.")
ANSWERED = _("Somebody has answered, or something newer is proposed. Look at it as it is now.")

NO: Sentences = {
    "line_is_answered_once": ANSWERED,
    "answer_says_why": ("reason", _("Say why.")),
    "answer_about_opening_says_why": ("reason", _("Say why.")),
    "allocation_of_a_week_to_come": _("That week has begun. Load the page again."),
    "question_of_a_run_that_stands": _(
        "The proposals have been reckoned anew, or the week has begun. Load the page again, and ask then."
    ),
    "question_of_an_open_activity": (
        "activity",
        _("It was not reckoned with: it is closed, or another municipality's. Choose one of the list."),
    ),
    "question_is_whole": _("Say one change: how many places more and where, or what is closed."),
    "journey_of_a_day": ("minutes", _("Write the journey in minutes, from 1 to 300.")),
    "number_of_profile_is_possible": _("Write 1 to 40 hours a week, and a journey from 1 to 180 minutes."),
    "protected_is_told_to_no_team": _(
        "Somebody with protected identity is on no unit's list. Speak with one colleague of the employer team, "
        "without saying who it is about, and look for work together with the person."
    ),
    "team_of_the_municipality": ("unit", _("Choose an employer team of your own municipality.")),
    "yes_names_parts": ("parts", _("Choose at least one part.")),
    "yes_for_a_year_at_most": ("ends_on", _("A yes holds for a year at most. Choose an earlier day.")),
    "consent_is_withdrawn_once": TAKEN_BACK,
    "search_needs_a_yes": _(
        "The person's yes that this team may read the profile is not there, or has run out. Ask the person, and write "
        "it down first."
    ),
    "one_search_at_a_time": _("The person is already on an employer team's list."),
    "search_has_ended": _("The person is no longer on the employer team's list."),
    "search_is_received_once": RECEIVED,
    "search_ends_for_a_reason": _("Say why it ends."),
    "proposed_from_the_list": _("The person is not on your team's list any more."),
    "nobody_asked_after_a_yes": _(
        "An employer has said yes to the person. If it comes to nothing, take the person off the list, and hand over "
        "anew."
    ),
    "proposed_for_an_open_one": ("opening", _("The opening is closed. Choose another.")),
    "asked_once_about_an_opening": ("opening", _("The person is already asked about that opening.")),
    "proposal_has_ended": ENDED,
    "sent_after_a_yes": _("Ask the person first: nothing goes out before a yes."),
    "mailed_to_an_address": (
        "contact",
        _(
            "By e-mail it goes to somebody. Choose a contact with an e-mail address, or write one on the contact's "
            "page."
        ),
    ),
    "no_message_about_protected": MESSAGES_NO["no_message_about_protected"],
    "only_what_the_person_lets": _(
        "The person does not let employers be told all of that any more. Read what goes out again, and send it then."
    ),
    "what_went_out_stands": _("It has been sent already, and what went out stands."),
    "met_after_it_was_sent": _("Send the proposal first."),
    "answered_after_it_was_sent": _("Send the proposal first: an employer answers what it has."),
    "answered_where_it_was_sent": ENDED,
    "answered_by_a_manager": (
        "sent_how",
        _("Nobody signs in there as its manager. Choose another way, or ask the coordinator of places."),
    ),
    "a_no_has_its_reason": ("why", _("Choose a reason. It stays within the house.")),
    "accepted_once_a_search": _("The person has a yes from another employer already."),
    "placed_by_a_yes": PLACEMENTS_NO["placed_by_a_yes"],
    "a_job_is_no_placement": _("It is a job: there is no placement. End the case as work when it begins."),
    "opening_has_a_site": _(
        "There is no site to follow it from. Ask the administrator to make a workplace under the employer team, for "
        "those who are at employers."
    ),
    "yes_while_it_is_offered": _(
        "The workplace does not offer it any more. Say no, and offer it anew if there is a place after all."
    ),
    "no_place_left_at_the_opening": _(
        "Somebody else has got the last place. Change how many places the opening has, if there is one more."
    ),
}
