"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "no_code_about_protected": _(
        "Nobody with protected identity gets a code: a PIN is too little for pages that tell where somebody is and "
        "when."
    ),
    "no_mandate_about_protected": _(
        "The person has protected identity: nobody but the person comes in to pages that tell where somebody is and "
        "when."
    ),
    "mandate_with_open_case": _("The case is closed. Nobody helps on pages that are closed."),
    "guardian_until_18": _(
        "A guardian comes in only while the person is under 18, by the birth date that is known here. After that the "
        "person may give a mandate instead."
    ),
    "two_guardians_at_most": _("There are two guardians already. End one first, if it is wrong."),
    "mandate_too_long": ("ends_on", _("A mandate does not last so long. Choose an earlier day.")),
    "mandate_lasts_a_day": ("ends_on", _("The last day is over already. Choose a later one.")),
    "mandate_stands": ("name", _("Somebody of that name helps already. End that first, if it is to be another.")),
    "mandate_has_ended": _("The mandate has ended. Register another, if the person wants it."),
    "former_number_is_seen_to": _("That is seen to already: nothing more has happened with a former number."),
    "code_with_open_case": _("The case is closed. A code is for somebody whose case is open."),
}
