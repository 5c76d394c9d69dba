"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences
from trappan.staff.operations import NO as STAFF_NO

NO: Sentences = {
    **PEOPLE_NO,
    "kept_by_another": STAFF_NO["kept_by_another"],
    "unit_is_open": ("starts_on", _("The workplace closes before that. Choose an earlier day.")),
    "activity_at_a_site": _("Activities are at workplaces. Make a workplace first."),
    "activities_activity_code_key": (
        "name",
        _("Somebody made an activity of that name at the same moment. Look whether it is there, or save again."),
    ),
    "activity_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "place_is_free": _(
        "There is no free place at those times. Somebody may just have taken the last one. Choose other times, "
        "a later start or another activity."
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
    "capacity_from_today": ("starts_on", _("Choose today or a day to come.")),
    "challenge_of_five": ("challenge", _("Choose a challenge from 1 to 5.")),
    "steps_in_order": ("steps_to", _("The last step comes after the first. Fill in both or neither.")),
    "axes_of_nine": ("bodily", _("Choose from 1 to 9.")),
    "season_is_two_months": ("season_to", _("A season has a first and a last month. Fill in both or neither.")),
    "closes_after_opening": ("closes", _("It closes after it opens. Fill in both or neither.")),
    "seat_in_opening_hours": ("week", _("It is not open then. Choose times within the opening hours.")),
    "code_of_access": ("access", _("That was not in use that day. Choose another.")),
    "code_of_branch": ("branch", _("That branch is not in use. Choose another.")),
    "picture_says_what_it_shows": ("shows", _("Write what the picture shows.")),
    "theme_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "theme_has_a_title": ("title", _("Write what the theme is called.")),
    "one_crew_a_name": ("name", _("There is already a crew of that name.")),
    "order_says_what": ("what", _("Write what is to be made.")),
    "declined_is_not_made": _("A colleague has answered that order already. Look at the page as it is now."),
    "made_says_what_and_when": ("made", _("Write what was made.")),
    "job_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "job_says_what_and_risks": ("risks", _("Write the risks that you go through with the crew first.")),
}
