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
    "former_number_is_seen_to": _("That is seen to already: nothing more has happened with a former number."),
    "code_with_open_case": _("The case is closed. A code is for somebody whose case is open."),
}
