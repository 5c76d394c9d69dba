"""The database's no where people are, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "place_is_free": _("There is no free place at those times. Somebody may just have taken the last one. Choose other times, a later start or another activity."),
    "placement_needs_consent": _("The partner cooperates with us, so the person must first consent to our sharing the placement with them. Write down the consent on the person's page."),
    "protected_needs_named_supervisor": ("supervisor", _("The person has protected identity: write the decision and name one supervisor at the site.")),
    "places_below_placed": ("places", _("More people than that are placed at some time of that period. Choose a later day, or end a placement first.")),
    "lowering_needs_notice": ("starts_on", _("Fewer places are told in advance, so that nobody is left without. Choose a later day.")),
    "extra_has_a_reason": ("reason", _("Write why there are to be more than there is room for.")),
    "closure_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "one_cancellation_a_day": ("day", _("The day is already cancelled.")),
    "suspension_ends_after_start": ("ends_on", _("A pause always has an end. Choose the day when the person is back.")),
    "one_notice_a_day": ("day", _("It is already noted that the person does not come that day.")),
    "somebody_is_marked": _("Somebody is already marked on a day of it: that day was held. Choose later days."),
    "finding_of_an_absence": _("The person was not marked away that day."),
    "capacity_from_today": ("starts_on", _("Choose today or a day to come.")),
    "one_change_a_day": ("day", _("Something else is already agreed for that day.")),
    "unexcused_after_a_conversation": ("conversation", _("Talk with the person first, and note it in the journal as a conversation about absence.")),
    "code_of_reason": ("reason", _("That reason was not in use that day. Choose another.")),
    "activity_is_open": ("starts_on", _("The activity is not open on that day.")),
    "one_placement_a_start": ("starts_on", _("The person is already placed here from that day.")),
    "placement_ends_after_start": ("ends_on", _("The last day must come after the first.")),
    "one_mark_a_day": _("A colleague marked the same person just now. Look at the list again."),
    "absent_is_no_minutes": ("minutes", _("Somebody who was absent has no minutes. Choose either.")),
}  # fmt: skip
