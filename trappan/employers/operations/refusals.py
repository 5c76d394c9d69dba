"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

PERSON = _("Nothing about a participant may stand here. Take the personal number out, and write it in the journal.")
MERGED = _("The employer has gone up in another one. Nothing was saved: write it there.")
OVER = _("That half-year is over, and its answer stays as it is. Answer for the next one.")
NO: Sentences = {
    "one_employer_a_number": (
        "organisation_number",
        _("An employer with that number is here already. Look for the number in the list, and go on there."),
    ),
    "employer_has_a_name": ("name", _("Write what the employer is called.")),
    "department_has_no_number": (
        "organisation_number",
        _("An own department has the municipality's number. Leave the field empty."),
    ),
    "rest_has_day_and_reason": ("rest_reason", _("Write why they are not to be asked.")),
    "rest_ends_after_start": ("rests_until", _("The last day cannot come before the first.")),
    "end_has_day_and_reason": ("end_reason", _("Write why the contact ends.")),
    "employer_is_merged": MERGED,
    "merges_with_one_that_goes_on": ("into", _("Choose an employer of ours that goes on.")),
    "one_workplace_a_name": ("name", _("A workplace of that name is here already. Give this one another name.")),
    "workplace_has_a_name": ("name", _("Write what the workplace is called.")),
    "workplace_of_the_employer": ("workplace", _("That workplace is another employer's. Choose one in the list.")),
    "contact_of_the_employer": ("contact", _("That contact is another employer's. Choose one in the list.")),
    "contact_has_a_name": ("name", _("Write what the contact is called.")),
    "conversation_says_what": ("text", _("Write what was said.")),
    "next_step_has_a_day": ("next_on", _("Write both what was promised and by which day.")),
    "next_step_comes_after": ("next_on", _("The promise cannot be due before the conversation was held.")),
    "reason_of_an_asking": (
        "over_reason",
        _("A reason belongs to a question for places. Tick that too, or take it out."),
    ),
    "ended_is_not_asked": ("asks", _("The contact has ended. Take it up again on the employer's page first.")),
    "resting_is_not_asked": ("over_reason", _("They rest, and are not to be asked. Write why you asked all the same.")),
    "asked_often_enough": (
        "over_reason",
        _("They have been asked as often as the rules say. Write why you asked once more, or ask somebody else."),
    ),
    "one_workplace_a_site": ("unit", _("Another workplace has that site already. Choose another, or none.")),
    "site_of_a_department": ("unit", _("Choose a site of the own municipality, for an own department alone.")),
    "one_target_a_half_year": ("places", _("Somebody has just set the target. Load the page again, and change it.")),
    "one_question_a_half_year": _("Somebody has just asked them. Load the page again."),
    "target_says_who_decided": ("decision", _("Write who decided the target, and when.")),
    "asked_is_a_department": _("Only own departments have targets and are asked like this."),
    "offer_says_what_work": ("occupation", _("Write which work it is, for example kitchen assistant.")),
    "offer_of_one_or_more": ("places", _("Write how many, from 1 to 200. None at all is said below, with the reason.")),
    "offers_none_or_some": (
        "none_reason",
        _("There are places offered here. Take them back first, and then say why there are none."),
    ),
    "half_year_is_over": OVER,
    "target_names_nobody": ("decision", PERSON),
    "answer_names_nobody": ("none_reason", PERSON),
    "offer_of_the_workplace": _("What answers a question stays at the workplace that was asked. Close it instead."),
    "ad_is_agreed_first": (
        "agreed_on",
        _("Write on which day the employer agreed. An ad by itself is nobody's word to us."),
    ),
    "one_opening_a_code": ("title", _("An opening with that key is here already. Open it in the list.")),
    "opening_has_a_title": ("title", _("Write what the work is called.")),
    "opening_has_a_place": ("places", _("Write how many places there are, at least one.")),
    "places_are_taken": (
        "places",
        _("More people than that have got a place there already. Write as many as have, or more."),
    ),
    "opening_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "opening_has_hours": ("weekly_minutes", _("Write between a quarter of an hour and 60 hours a week.")),
    "support_form_of_subsidised": (
        "support_form",
        _("A support form belongs to subsidised employment. Choose that kind, or take the form out."),
    ),
    "code_of_support_form": (
        "support_form",
        _("That support form is not in use on the first day. Choose another, or another first day."),
    ),
    "opening_season_is_two_months": ("season_to", _("Choose both the first and the last month, or neither.")),
    "closed_for_a_reason": ("close_reason", _("Write why it is offered no more.")),
    "ended_offers_nothing": _("The contact has ended. Take it up again on the employer's page first."),
    "cooperates_offers_nothing": _("They take nobody on. Change that on the employer's page first, if they do."),
    "closed_offers_nothing": ("workplace", _("That workplace is closed. Choose another, or open it again first.")),
    "lead_of_the_municipality": _("That ad is not among ours."),
    "employers_opening_lead_id_key": _("That ad has led to an opening already. Open it from the list of ads."),
    "opening_names_nobody": PERSON,
    "one_lead_an_ad": _("Somebody imported the same ads at the same moment. Import them again."),
    "lead_has_a_headline": _("An ad without a headline or a key cannot be kept."),
    "put_aside_for_a_reason": ("put_aside_reason", _("Write why it is nothing for us.")),
    "lead_names_nobody": PERSON,
    "employer_names_nobody": PERSON,
    "workplace_names_nobody": PERSON,
    "contact_names_nobody": PERSON,
    "conversation_names_nobody": ("text", PERSON),
    "code_of_branch": ("branch", _("That branch is not in use. Choose another.")),
    "code_of_access": ("access", _("One of those is not in use. Choose among those in the list.")),
}
