"""The database's no in this room, by the name of its constraint, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

TAKEN_BACK = _("It has already been taken back, or said anew.")
RECEIVED = _("A colleague has received the person already.")

NO: Sentences = {
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
}
