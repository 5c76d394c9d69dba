"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

NO: Sentences = {
    "number_is_known": (
        "number",
        _("The number is already known here. Search for it and you learn which unit to ask."),
    ),
    "one_person_a_number": (
        "number",
        _("Somebody registered the number at the same moment. Search for it and you learn which unit to ask."),
    ),
    "nobody_born_then": ("number", _("Nobody who lives was born on that day. Check the year.")),
    "role_may_not_register": _("Your role does not register new people. A social worker does."),
    "role_may_not_search": _("Your role does not search for people."),
    "role_may_not_open": _("Your role cannot open a file in an emergency."),
    "too_many_searches": _(
        "You have searched for many numbers in a short time. Wait ten minutes, or ask your head of unit."
    ),
    "scope_not_held": _(
        "You do not work with this person, so you cannot let somebody else in. Ask the one who is responsible."
    ),
    "not_to_oneself": _("You cannot give yourself access. Ask your head of unit."),
    "receiver_may_not_hold": _(
        "That colleague's role cannot have the case, or the membership is not confirmed. Choose somebody else."
    ),
    "protected_by_name_only": _(
        "The person has protected identity: only a named colleague can be let in, never a whole unit."
    ),
    "opening_needs_reason": (
        "reason",
        _("Write why you need to open the file now, at least ten characters. Whoever is told of it reads it."),
    ),
    "lifting_needs_reason": (
        "reason",
        _("Write why the protection is to be lifted, at least ten characters. The head who is to agree reads it."),
    ),
    "openings_are_counted": _(
        "You have opened as many files today as one colleague may. Ask your head of unit, or the unit that "
        "has the person."
    ),
    "nobody_could_agree": _(
        "The person has protected identity, so a head of unit must agree, and there is no other head here. Ask "
        "the administrator who is to be one."
    ),
    "asked_already": _(
        "You have already asked. It waits for a head of unit to agree; after 24 hours you may ask anew."
    ),
    "opening_is_answered": _("Somebody has already agreed, or 24 hours have passed. Then it must be asked for anew."),
    "asker_has_left": _("The colleague who asked no longer works there. There is nothing to agree to."),
    "number_is_unknown": ("number", _("Nobody with that number is known here.")),
    "no_contact_for_protected": _(
        "The person has protected registration: address and phone are never stored here. Reach them through "
        "Skatteverket."
    ),
    "one_household_at_a_time": _("The person already belongs to a household in that period. End that first."),
    "household_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "consent_names_parts": ("parts", _("A consent that shares nothing is withdrawn instead.")),
    "consent_only_narrows": (
        "parts",
        _("Take away at least one part, of a consent that goes on. More is a new consent."),
    ),
    "registration_takes_a_written_consent": (
        "given_how",
        _("To be registered in SUS takes a consent on paper. Leave that part out until the paper is signed."),
    ),
    "consent_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "person_has_a_name": ("given_name", _("A person has a given name and a family name.")),
    "nothing_to_rectify": _("Nothing differs from what is saved. Change what is wrong, and save again."),
    "rectified_for_a_reason": ("why", _("Write what was wrong. What stood before is kept with it.")),
    "number_not_carried": (
        "wrong",
        _("The person does not carry that number any more: somebody has replaced it. Load the page again."),
    ),
    "person_keeps_a_number": ("number", _("It is the only number there is. Write the right one.")),
    "member_is_taken_out": _("It has already been taken out of the household. Look at the page as it is now."),
    "only_another_head": _("Another head of unit must agree, not the one who asked."),
}
