"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.placements.operations import NO as PLACEMENTS_NO
from trappan.refusals import Sentences

CHANGED = _("The agreement has been changed meanwhile. Read it as it stands now, and sign that.")
NO: Sentences = {
    **PLACEMENTS_NO,
    "prepared_after_a_yes": _("The agreement is prepared when the employer has said yes to your team's proposal."),
    "agreement_of_what_goes_on": _("The placement is over or was never agreed on. Propose the person anew first."),
    "contact_of_the_workplace": ("contact", _("That contact is another employer's. Choose one of the workplace's.")),
    "version_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "agreement_within_its_form": (
        "ends_on",
        _("That is longer than the support form allows. Choose an earlier last day, or another support form."),
    ),
    "support_form_of_an_employment": (
        "support_form",
        _("Choose which support a subsidised employment has; others have none."),
    ),
    "code_of_support_form": ("support_form", _("That support was not in use on the first day. Choose another.")),
    "agreement_not_before_what_is_paid": (
        "ends_on",
        _("It is paid for longer than that. Choose a later last day, or put right what is paid first."),
    ),
    "paid_within_the_agreement": (
        "paid_until",
        _("The agreement ends before that. Nothing is paid after its last day."),
    ),
    "agreement_names_who_goes_on": _(
        "The employer has gone up in another one since the agreement was written. Write it anew, with the one that "
        "goes on."
    ),
    "signed_as_it_stands": CHANGED,
    "one_signature_a_party": _("That party has signed already. Load the page again."),
    "signature_has_a_name": ("name", _("Write who signs.")),
    "on_behalf_has_a_ground": ("ground", _("Write on what ground: it stands on the paper.")),
    "municipality_signs_last": _("The municipality signs last, when both the others have."),
    "employer_has_signed": _("The employer has signed already. No link is needed."),
    "no_link_about_protected": _(
        "No link is ever sent about somebody with protected identity. Meet, or sign on behalf with a ground."
    ),
    "link_goes_by_mail": ("way", _("The link goes by e-mail: the code comes to the telephone.")),
    "link_to_who_is_there": _(
        "Whoever we reach has left the employer. Choose another under Whom we reach, and send the link then."
    ),
    "spoken_after_the_start": ("day", _("Write a day from the first of the placement up to today.")),
    "along_says_how_it_goes": ("text", _("Write how it goes, in a line or two.")),
    "next_contact_comes_after": ("next_on", _("The next time comes after this one. Choose a later day.")),
    "rhythm_within_its_bounds": _("Write a number of days from 1 to 120, or leave it to the rules."),
    "ending_of_what_is_over": _(
        "The placement goes on, or all three never signed. The employer is asked after the end."
    ),
    "ending_is_told": _("The employer has told already. Take that back first where it is wrong."),
    "one_ending_an_end": _("Somebody has written it down already. Load the page again."),
    "one_form_an_employer": _("The employer has a form about somebody else. Wait for the answer, or ring."),
    "ending_of_this_end": _("The answer tells of another end than today's. Read it, and ask the employer again."),
    "ending_says_what_was_asked": _("The answer cannot be read. Ring the employer, and write down what you are told."),
    "ending_stands": _("It is gone through or taken back already. Load the page again."),
    "initiative_of_what_broke_off": ("initiative", _("Nobody broke off what was completed. Leave it empty.")),
    "hours_of_what_began": ("hours", _("There are no hours where it did not start. Leave it empty.")),
    "hours_within_the_days": ("hours", _("So many hours do not go into the days. Write fewer.")),
    "unanswered_tells_nothing": ("went", _("Where nobody has answered nothing else is told. Empty the other fields.")),
    "shown_after_the_end": ("shown_on", _("Write a day from the end up to today.")),
    "own_words_when_shown": ("shown_on", _("Write on which day you went through it.")),
}
