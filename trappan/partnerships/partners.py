"""Which partners there are, what holds with each today, and what is missing or runs out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from trappan.partnerships.models import Agreement, PartnerCheck
from trappan.rules.codes import choices
from trappan.staff.models import Organisation

PARTNERS = (Organisation.Kind.PARTNER, Organisation.Kind.ASSOCIATION)  # with whom agreements are made
SOON = timedelta(days=180)  # in good time to agree on what comes next


@dataclass(frozen=True)
class Checked:
    """One thing that is to be looked at, and the latest time that somebody did."""

    kind: str
    words: str
    latest: PartnerCheck | None
    today: date

    @property
    def state(self) -> str:
        """Name where it stands: missing, past, soon or holds."""
        if self.latest is None:
            return "missing"
        until = self.latest.valid_until
        if until is None or until > self.today + SOON:
            return "holds"
        return "soon" if until > self.today else "past"


@dataclass(frozen=True)
class Partner:
    """A partner with its agreements, the latest first, and its checks."""

    organisation: Organisation
    agreements: list[Agreement]
    checks: list[Checked]
    today: date

    @property
    def in_force(self) -> list[Agreement]:
        return [one for one in self.agreements if one.covers(self.today)]

    @property
    def places(self) -> int:
        """Return the places agreed today."""
        return sum(one.places_on(self.today) for one in self.in_force)

    @property
    def ends_soon(self) -> list[Agreement]:
        """Return the agreements in force that end soon, where no other one goes on from there."""
        return [
            one
            for one in self.in_force
            if one.last_end is not None
            and one.last_end <= self.today + SOON
            and not any(other.covers(one.last_end) for other in self.agreements if other != one)
        ]

    @property
    def ended_on(self) -> date | None:
        """Return when the last agreement ended, where none holds and none is to come."""
        ends = [one.last_end for one in self.agreements]
        if not ends or any(end is None or end > self.today for end in ends):
            return None
        return max(end for end in ends if end is not None)

    @property
    def unchecked(self) -> list[Checked]:
        """Return what is missing or no longer holds."""
        return [one for one in self.checks if one.state in ("missing", "past")]

    @property
    def due_soon(self) -> list[tuple[str, date]]:
        """Return what still holds and is soon to be looked at again, each with its day."""
        return [
            (one.words, one.latest.valid_until)
            for one in self.checks
            if one.state == "soon" and one.latest and one.latest.valid_until
        ]


def signed() -> QuerySet[Agreement]:
    """Ask for what is signed with anybody, as it was last amended."""
    return Agreement.objects.exclude(signed_on=None).prefetch_related("amendments")


def partners(
    today: date, organisation_id: int | None = None, agreements: Iterable[Agreement] | None = None
) -> list[Partner]:
    """Return the partners of today, or the one asked for, with what the asker may read of them.

    Neither drafts nor frameworks stand there. What was agreed under an earlier name of a partner stands with it
    (R-072), and asked for by an earlier name it is found. Who has read all that is signed gives its `agreements`.
    """
    bodies = {one.pk: one for one in Organisation.objects.filter(kind__in=PARTNERS).select_related("succeeds")}
    after = {one.succeeds_id: one.pk for one in bodies.values() if one.starts_on <= today}
    now_called: dict[int, int] = {}
    for pk in bodies:
        called, chain = pk, {pk}
        while (following := after.get(called)) is not None and following not in chain:
            called = following
            chain.add(called)
        now_called[pk] = called
    agreed: dict[int, list[Agreement]] = {}
    for agreement in signed() if agreements is None else agreements:
        if agreement.kind != Agreement.Kind.FRAMEWORK and agreement.organisation_id in bodies:
            agreed.setdefault(now_called[agreement.organisation_id], []).append(agreement)
    latest: dict[tuple[int, str], PartnerCheck] = {}
    for check in PartnerCheck.objects.select_related("author__colleague"):
        latest.setdefault((now_called[check.organisation_id], check.kind), check)
    kinds = choices("partner_check", today)
    current = [
        one
        for one in bodies.values()
        if now_called[one.pk] == one.pk
        and one.starts_on <= today
        and (one.ends_on is None or one.ends_on > today)
        and (organisation_id is None or now_called.get(organisation_id) == one.pk)
    ]
    return [
        Partner(
            one,
            agreed.get(one.pk, []),
            [Checked(kind, words, latest.get((one.pk, kind)), today) for kind, words in kinds],
            today,
        )
        for one in sorted(current, key=lambda one: one.name)
    ]
