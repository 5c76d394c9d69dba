"""Who lives and is supported together: joined, left, and put right."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.people.models import HouseholdMember, Person
from trappan.people.operations.person import find_number, holds, refuse_elsewhere, register
from trappan.people.operations.refusals import NO
from trappan.refusals import READS_ONLY, Refused, call, refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.secrecy.scopes import Scope


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
    """End a person's time in a household; refused where it has ended."""
    if ends_on <= member.starts_on:
        raise Refused(_("The last day cannot come before the first."), "ends_on")
    found = HouseholdMember.objects.filter(pk=member.pk)
    with refusing(NO):
        if not found.filter(ends_on=None).update(ends_on=ends_on):
            ended = found.exclude(ends_on=None).exists()
            raise Refused(
                _("That has ended already. Put it right instead, if the day is wrong.") if ended else READS_ONLY
            )
    record("people.leave_household", member.person_id, scope=Scope.REQUIREMENT)


@transaction.atomic
def rectify_member(
    *, member: HouseholdMember, role: str, starts_on: date, ends_on: date | None, why: str, edition: str = ""
) -> None:
    """Put right how and when somebody belonged to a household; what stood before is kept with the reason.

    `ends_on` is the day after the last, None for somebody who still lives there. Refused where nothing
    differs, for somebody who has been taken out, and where somebody else has saved since `edition`.
    """
    database.lock("people.rectify_member", member.pk)  # what has ended is nobody's to lock: it is changed by this alone
    found = HouseholdMember.objects.filter(pk=member.pk).first()
    refuse_overtaken(saved_in(found, ("role", "starts_on", "ends_on")), edition)
    call("people_rectify_member", member.pk, role, starts_on, ends_on, why.strip(), sentences=NO)
    record("people.rectify_member", member.person_id, scope=Scope.REQUIREMENT, household=member.household_id)


@transaction.atomic
def take_out(*, member: HouseholdMember, why: str) -> None:
    """Take out somebody who never belonged to the household: it counts for no day, and is kept with the reason."""
    call("people_rectify_member", member.pk, member.role, member.starts_on, member.starts_on, why.strip(), sentences=NO)
    record("people.take_out", member.person_id, scope=Scope.REQUIREMENT, household=member.household_id)


@transaction.atomic
def undo_household(*, person: Person, household_id: int, why: str) -> int:
    """Take everybody whom one works with out of a household that was made by mistake; return how many."""
    members = HouseholdMember.objects.standing().filter(household_id=household_id).order_by("pk")
    if not members.filter(person=person).exists():
        raise Refused(_("The household is not there any more. Look at the page as it is now."))
    taken = list(members)
    for member in taken:
        take_out(member=member, why=why)
    record("people.undo_household", person.pk, scope=Scope.REQUIREMENT, household=household_id)
    return len(taken)
