"""Write down an employer, change it, let it rest, end the contact, and merge two."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.employers.merging import Moves
from trappan.employers.models import Employer
from trappan.employers.operations.refusals import MERGED, NO
from trappan.history.record import record
from trappan.refusals import READS_ONLY, Overtaken, Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership

ABOUT = ("name", "kind", "organisation_number", "cooperates", "since", "keeper", "good_to_know")


@transaction.atomic
def make_employer(
    *,
    by: Actor,
    name: str,
    kind: str,
    organisation_number: str = "",
    cooperates: bool = False,
    since: date | None = None,
    keeper: Membership | None = None,
    good_to_know: str = "",
    all_the_same: bool = False,
) -> Employer:
    """Write down an employer, or an actor that one works with.

    Refused: a number that is here already, and, unless `all_the_same`, a name that is.
    """
    refuse_known_number(organisation_number)
    same = Employer.objects.living().filter(name__iexact=name.strip()).first()
    if same and not all_the_same:
        raise Refused(
            _("%(name)s is here already. Open it in the list, or tick the box if this is another one.")
            % {"name": same.name},
            "all_the_same",
        )
    with refusing(NO):
        made = Employer.objects.create(
            municipality_id=by.organisation_id,
            name=name.strip(),
            kind=kind,
            organisation_number=organisation_number,
            cooperates=cooperates,
            since=since,
            keeper=keeper,
            good_to_know=good_to_know,
        )
    record("employers.make_employer", employer=made.pk)
    return made


@transaction.atomic
def change_employer(*, employer: Employer, edition: str = "", keeper: Membership | None = None, **values: Any) -> None:
    """Change what is known of an employer; refused where somebody else has saved since, or it has been merged."""
    lock_employer(employer)
    lock_edition(employer, ABOUT, edition)
    refuse_known_number(values.get("organisation_number", ""), employer)
    with refusing(NO):
        Employer.objects.filter(pk=employer.pk).update(keeper=keeper, **values)
    record("employers.change_employer", employer=employer.pk)


@transaction.atomic
def rest_employer(*, employer: Employer, rests_from: date, rest_reason: str, rests_until: date | None = None) -> None:
    """Let an employer rest from a day: it is not asked up to `rests_until`, or until the contact is taken up."""
    lock_employer(employer)
    with refusing(NO):
        Employer.objects.filter(pk=employer.pk).update(
            rests_from=rests_from, rests_until=rests_until, rest_reason=rest_reason
        )
    record("employers.rest_employer", employer=employer.pk, until=rests_until)


@transaction.atomic
def end_employer(*, employer: Employer, today: date, end_reason: str) -> None:
    """End the contact with an employer from today; everything stays to be read."""
    lock_employer(employer)
    with refusing(NO):
        Employer.objects.filter(pk=employer.pk).update(ended_on=today, end_reason=end_reason)
    record("employers.end_employer", employer=employer.pk)


@transaction.atomic
def take_up_employer(*, employer: Employer) -> None:
    """Take up the contact again with an employer that rests or whose contact has ended."""
    lock_employer(employer)
    Employer.objects.filter(pk=employer.pk).update(
        rests_from=None, rests_until=None, rest_reason="", ended_on=None, end_reason=""
    )
    record("employers.take_up_employer", employer=employer.pk)


@transaction.atomic
def merge_employer(*, employer: Employer, into: Employer, today: date, edition: str) -> None:
    """Let an employer go up in another: all that stood with it stands with the other, and its name is still found.

    `edition` names what was shown of what moves; refused where that is no longer so, and where one of them has
    gone up in another meanwhile.
    """
    for one in sorted((employer, into), key=lambda one: one.pk):
        lock_employer(one)
    if Moves.of(employer).edition != edition:
        raise Overtaken(_("Something was written with one of them meanwhile. Look at what moves, and merge again."))
    with refusing(NO):
        Employer.objects.filter(pk=employer.pk).update(merged_into=into, merged_on=today)
    record("employers.merge_employer", employer=employer.pk, into=into.pk)


def refuse_known_number(number: str, employer: Employer | None = None) -> None:
    """Refuse an organisation number that another employer of the municipality has, and say which."""
    others = Employer.objects.filter(organisation_number=number)
    other = (others.exclude(pk=employer.pk) if employer else others).first() if number else None
    if other:
        raise Refused(
            _("%(name)s has that number. Open it in the list, and go on there.") % {"name": other.name},
            "organisation_number",
        )


def lock_employer(employer: Employer) -> None:
    """Lock an employer for its writer; refused where it is not the writer's, or has gone up in another one."""
    database.lock("employers.employer", employer.pk)
    found = Employer.objects.select_for_update().filter(pk=employer.pk).select_related(None).first()
    if found is None:
        raise Refused(READS_ONLY)
    if found.merged_into_id is not None:
        raise Refused(MERGED)
