"""Every verb that writes about persons: registering, numbers, protection, contact, consent, grants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.people.models import Consent, Contact, Grant, HouseholdMember, Person
from trappan.refusals import READS_ONLY, Refused, Sentences, call, refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.secrecy.scopes import Scope
from trappan.secrecy.tables import PASSING
from trappan.staff.models import Organisation

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
    "consent_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "only_another_head": _("Another head of unit must agree, not the one who asked."),
}


@dataclass(frozen=True)
class Finding:
    """What a search by number answers.

    `yours` with the person; to those who register people `new`, or `ask_unit` with the unit's name;
    to all others `not_yours`, whether the person is known elsewhere, protected or nobody.
    """

    answer: str
    person_id: int | None
    unit_name: str


def find_number(*, number: str) -> Finding:
    """Ask whose a number is; the asking is logged by the database and slowed down when repeated."""
    return Finding(*call("people_find_number", number, sentences=NO))


def refuse_elsewhere(found: Finding) -> None:
    """Refuse somebody whom another unit has, in the same words whether protected or not."""
    if found.answer == "ask_unit":
        raise Refused(elsewhere(found.unit_name), "number")


def elsewhere(unit_name: str) -> str:
    """Say whom to ask about somebody whom another unit has; the head where no unit works with the person."""
    if not unit_name:
        return str(_("The person is already known here. Ask your head of unit who works with them."))
    return str(_("The person is already known at %(unit)s. Ask them to let you in.") % {"unit": unit_name})


@transaction.atomic
def register(
    *,
    number: str,
    given_name: str,
    family_name: str,
    born: date | None = None,
    gender: str = "",
    protection: str = "none",
    languages: Sequence[str] = (),
    interpreter: bool = False,
    scopes: Iterable[str] = (Scope.ASSISTANCE, Scope.PLAN),
) -> Person:
    """Register somebody new and open the file to the own unit (protected: to oneself by name).

    Without a number the day of birth is told, and a reservnummer is given.
    """
    (person_id,) = call(
        "people_register",
        number,
        born,
        given_name,
        family_name,
        gender,
        protection,
        list(languages),
        interpreter,
        [str(scope) for scope in scopes],
        sentences=NO,
    )
    record("people.register", person_id, scope=Scope.IDENTITY)
    return Person.objects.get(pk=person_id)


@transaction.atomic
def add_number(*, person: Person, number: str) -> None:
    """Let the person carry one more number, as when a reservnummer becomes a personnummer.

    Refused for those who do not register people, before anything is told of the number.
    """
    call("people_add_number", person.pk, number, sentences=NO)
    record("people.add_number", person.pk, scope=Scope.PLAN)


@transaction.atomic
def protect(*, person: Person, protection: str, reason: str = "") -> bool:
    """Set protected identity, which closes every way in through a unit, or ask for it to be lifted.

    To lift it, or make it weaker, takes a reason and a head of unit who agrees: true is returned while it waits.
    """
    (waits,) = call("people_protect", person.pk, protection, reason, sentences=NO)
    record("people.protect", person.pk, scope=Scope.IDENTITY, protection=protection, waits=waits)
    return bool(waits)


@transaction.atomic
def keep_contact(*, person: Person, edition: str = "", **fields: str) -> Contact:
    """Keep how to reach the person; refused for protected registration, and where `edition` has been overtaken."""
    found = Contact.objects.select_for_update().filter(person=person).first()
    refuse_overtaken(saved_in(found, fields), edition)
    with refusing(NO):
        contact, _made = Contact.objects.update_or_create(person=person, defaults=fields)
    record("people.keep_contact", person.pk, scope=Scope.PLAN, fields=sorted(fields))
    return contact


@transaction.atomic
def join_household(
    *, person: Person, role: str, starts_on: date, household_id: int | None = None, reference: str = ""
) -> HouseholdMember:
    """Let the person belong to a household, a new one where none is named."""
    if household_id is None:
        (household_id,) = call("people_new_household", reference, sentences=NO)
    with refusing(NO):
        member = HouseholdMember.objects.create(
            household_id=household_id, person=person, role=role, starts_on=starts_on
        )
    record("people.join_household", person.pk, scope=Scope.REQUIREMENT, household=household_id)
    return member


@transaction.atomic
def add_member(
    *,
    person: Person,
    number: str,
    given_name: str,
    family_name: str,
    role: str,
    starts_on: date,
    same_person: bool = False,
) -> HouseholdMember:
    """Let somebody live in the person's household: registered if new, under the same protection.

    Refused for a number that another unit has: ask it. One that belongs to somebody of another name is
    asked about, until `same_person` says that it is right.
    """
    found = find_number(number=number)
    refuse_elsewhere(found)
    if found.answer == "new":
        other = register(
            number=number,
            given_name=given_name,
            family_name=family_name,
            protection=person.protection,
            scopes=(Scope.ASSISTANCE,),
        )
    elif found.person_id is not None and holds(found.person_id, Scope.REQUIREMENT):
        other = Person.objects.get(pk=found.person_id)
        if not same_person and not other.is_called(given_name, family_name):
            raise Refused(
                _("The number belongs to %(name)s, and you have written %(written)s. Is it the same person?")
                % {"name": other.name, "written": f"{given_name} {family_name}"},
                "same_person",
            )
    else:
        raise Refused(_("You do not work with this person's support. Ask your head of unit."), "number")
    home = HouseholdMember.objects.in_force().filter(person=person).first()
    if home is None:
        home = join_household(person=person, role=HouseholdMember.Role.APPLICANT, starts_on=starts_on)
    member = join_household(person=other, role=role, starts_on=starts_on, household_id=home.household_id)
    record("people.add_member", person.pk, scope=Scope.REQUIREMENT, household=home.household_id)
    return member


@transaction.atomic
def leave_household(*, member: HouseholdMember, ends_on: date) -> None:
    """End a person's time in a household."""
    with refusing(NO):
        HouseholdMember.objects.filter(pk=member.pk).update(ends_on=ends_on)
    record("people.leave_household", member.person_id, scope=Scope.REQUIREMENT)


@transaction.atomic
def give_consent(
    *,
    person: Person,
    organisation: Organisation,
    parts: Sequence[str],
    given_how: str,
    starts_on: date,
    ends_on: date | None = None,
) -> Consent:
    """Keep the person's consent that these parts may be shared with one organisation."""
    with refusing(NO):
        consent = Consent.objects.create(
            person=person,
            organisation=organisation,
            parts=list(parts),
            given_how=given_how,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    record("people.give_consent", person.pk, scope=Scope.PLAN, organisation=organisation.pk)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, on: date) -> None:
    """Withdraw a consent; the database ends, in the same transaction, what rested on it."""
    found = Consent.objects.filter(pk=consent.pk)
    if not found.filter(withdrawn_on=None).update(withdrawn_on=on):
        raise Refused(_("The consent has already been withdrawn.") if found.exclude(withdrawn_on=None) else READS_ONLY)
    record("people.withdraw_consent", consent.person_id, scope=Scope.PLAN, consent=consent.pk)


@transaction.atomic
def let_in_by_referral(*, person_id: int, unit_id: int | None = None, membership_id: int | None = None) -> None:
    """Let guidance or occupational therapy in, a unit or one colleague; a part of referring to them."""
    call("people_refer", person_id, unit_id, membership_id, sentences=NO)
    record("people.let_in_by_referral", person_id, scope=Scope.PLAN, to_unit=unit_id, to_membership=membership_id)


@transaction.atomic
def open_in_emergency(*, number: str, reason: str) -> Person | None:
    """Open a file without being responsible, for 24 hours; `heads_told` says who is told.

    None where the person is protected: a head of unit who is somebody else must agree first.
    """
    (person_id,) = call("people_open_in_emergency", number, reason, sentences=NO)
    record("people.open_in_emergency", waits=person_id is None)
    return None if person_id is None else Person.objects.get(pk=person_id)


@transaction.atomic
def agree_opening(*, opening_id: int) -> str:
    """Agree, as a head of unit, to what somebody else asked for, and return what that was.

    A protected person's file opens to the one who asked, or the protection is lifted.
    """
    (wanted,) = call("people_agree_opening", opening_id, sentences=NO)
    record("people.agree_opening", opening=opening_id, wanted=wanted)
    return str(wanted)


def holds(person_id: int, scope: str) -> bool:
    """Tell whether the actor holds a scope for a person now."""
    return bool(database.value("people_holds", person_id, scope))


def only_reads(person_id: int) -> bool:
    """Tell whether the actor may only read about a person: a case on its way or gone on, or a file opened."""
    return not Grant.objects.filter(person_id=person_id).exclude(basis__in=PASSING).exists()


def may_note(person_id: int) -> bool:
    """Tell whether the actor may write in the person's journal: also where the file is opened in an emergency."""
    return Grant.objects.filter(person_id=person_id).exclude(basis="hand_over").exists()


def lives_with_young_child(person_id: int) -> bool:
    """Tell whether a child young enough for the rules of today lives with the person; no more."""
    return bool(database.value("people_lives_with_young_child", person_id))
