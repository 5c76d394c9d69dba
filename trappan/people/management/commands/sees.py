"""`trappan sees COLLEAGUE PERSON`: why a person is visible to a colleague, or not.

Missing rows look like missing data; this answers for those who must explain. It signs in as the
owner, and asks the database itself in the colleague's place.
"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan import database
from trappan.people.models import Grant, Number, Person
from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.schedules.clock import now, today
from trappan.secrecy.acting import NotActing, acting_as
from trappan.secrecy.scopes import HELD_BY, OPENED_BY
from trappan.staff.models import Membership


class Command(BaseCommand):
    help = "Say why a person is visible to a colleague, or not"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("colleague", help="e-mail address")
        parser.add_argument("person", help="id or personal number")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        memberships = Membership.objects.filter(colleague__email=options["colleague"].lower()).select_related(
            "unit", "colleague"
        )
        if not memberships:
            raise CommandError(f"Nobody has the address {options['colleague']}.", returncode=2)
        person = self.person(options["person"])
        answers = [self.answer(membership, person) for membership in memberships]
        if options["format"] == "json":
            self.stdout.write(json.dumps(answers, ensure_ascii=False, default=str))
            return
        for answer in answers:
            self.stdout.write(f"{answer['role']} in {answer['unit']}: {answer['why']}")
            for grant in answer["grants"]:
                self.stdout.write(f"  {grant}")

    def person(self, text: str) -> Person:
        try:
            if text.isdecimal() and len(text) < 10:
                return Person.objects.get(pk=int(text))
            return Number.objects.select_related("person").get(number=read_number(text, today())).person
        except (Person.DoesNotExist, Number.DoesNotExist, Refused):
            raise CommandError("Nobody has that id or number.", returncode=2) from None

    def answer(self, membership: Membership, person: Person) -> dict[str, Any]:
        """Return what the membership sees of the person, and every grant that bears on it."""
        moment = now()
        mine = Grant.objects.filter(person=person).select_related("unit", "membership__colleague")
        bearing = [
            grant for grant in mine if grant.unit_id == membership.unit_id or grant.membership_id == membership.pk
        ]
        scopes = self.scopes(membership, person)
        return {
            "membership": membership.pk,
            "role": membership.role,
            "unit": membership.unit.name,
            "sees": scopes,
            "why": self.why(membership, person, scopes, bearing, moment),
            "grants": [
                f"{grant.scope} to {'the unit' if grant.unit_id else 'the name'}, {grant.basis}, from "
                f"{grant.starts_at:%Y-%m-%d}{f' until {grant.ends_at:%Y-%m-%d %H:%M}' if grant.ends_at else ''}"
                for grant in bearing
            ],
        }

    def scopes(self, membership: Membership, person: Person) -> list[str] | None:
        """Ask the database in the colleague's place; None where the membership cannot act."""
        try:
            with acting_as(membership.colleague_id, membership.pk):
                return [scope for scope in OPENED_BY if database.value("people_holds", person.pk, scope)]
        except NotActing:
            return None

    def why(
        self, membership: Membership, person: Person, scopes: list[str] | None, bearing: list[Grant], moment: Any
    ) -> str:
        if scopes is None:
            return "not visible: the membership is not confirmed or not in force today"
        if scopes:
            return f"visible: {', '.join(scopes)}"
        if not bearing:
            return "not visible: no grant to the unit or the name"
        in_force = [
            grant
            for grant in bearing
            if grant.starts_at <= moment and (grant.ends_at is None or moment < grant.ends_at)
        ]
        if not in_force:
            return "not visible: every grant has ended or not begun"
        if person.is_protected and not any(grant.membership_id for grant in in_force):
            return "not visible: protected identity opens only to a grant by name"
        through_unit, by_name = HELD_BY[membership.role]
        held = ", ".join((*through_unit, *by_name)) or "nothing"
        unit = ", ".join(through_unit) or "nothing"
        return f"not visible: the role {membership.role} may hold {held}, through the unit {unit}"
