"""Registering, numbers, protection, contact, consent, and opening a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.people.models import Consent, Contact, Grant, Person
from trappan.people.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, call, refusing
from trappan.refusals.editions import lock_edition, refuse_overtaken, saved_in
from trappan.secrecy.scopes import Scope
from trappan.secrecy.tables import PASSING
from trappan.staff.models import Organisation


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
    record("people.protect", person.pk, scope=Scope.PLAN, protection=protection, waits=waits)
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
def narrow_consent(*, consent: Consent, parts: Sequence[str], edition: str = "") -> None:
    """Let a consent name fewer parts, at once: what rested on the others ends with them, and what it named is kept.

    Refused: more parts or others, since that is a new yes; the same; a withdrawn consent; an overtaken edition.
    """
    lock_edition(consent, ("parts",), edition)
    with refusing(NO):
        Consent.objects.filter(pk=consent.pk).update(parts=list(parts))
    record("people.narrow_consent", consent.person_id, scope=Scope.PLAN, consent=consent.pk)


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
