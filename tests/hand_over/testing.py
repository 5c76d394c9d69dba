"""Offer a case to a colleague, and try whether somebody sees it and writes in it."""

from itertools import count

from django.db import DatabaseError, connection, transaction

from trappan.cases import operations as cases
from trappan.cases.models import HandOver
from trappan.people.models import Person
from trappan.refusals import Refused
from trappan.staff.testing import as_

serial = count(1)


def offer(town, to):
    with as_(town.jonna):
        cases.hand_over(case=town.case, to=to, note="Börjar sfi på måndag.")
    return HandOver.objects.get(answer="", receiver=to)


def sees(membership, case):
    with as_(membership):
        return Person.objects.filter(pk=case.person_id).exists()


def writes(membership, case):
    """Try as a page would, and then past the pages."""
    with as_(membership) as actor:
        try:
            with transaction.atomic():
                cases.write_note(
                    case=case,
                    by=actor,
                    happened_at=connection_now(),
                    kind="contact",
                    source="staff",
                    fact=f"Skrev {next(serial)}",
                )
        except (Refused, DatabaseError):
            with connection.cursor() as cursor:
                cursor.execute("UPDATE plans_mapping SET background = 'x' WHERE case_id = %s", [case.pk])
                return cursor.rowcount > 0
    return True


def connection_now():
    from trappan.schedules.clock import now

    return now()
