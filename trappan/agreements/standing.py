"""How an agreement stands: which version is to be signed, who has signed it, whose turn it is, and what went out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from trappan.agreements.content import times_of
from trappan.agreements.models import Agreement, Link, Signature, Version

PARTY = Signature.Party


@dataclass(frozen=True)
class Turn:
    """A party in the order of signing: its name, its signature if there is one, and whether it is its turn."""

    party: str
    name: str
    signature: Signature | None
    now: bool


@dataclass(frozen=True)
class Standing:
    """An agreement with its versions (the latest first), and the links of the latest.

    `holds` is the version that all have signed and that has not been followed, if there is one.
    """

    agreement: Agreement
    versions: list[Version]
    links: list[Link]

    @property
    def latest(self) -> Version:
        return self.versions[0]

    @property
    def holds(self) -> Version | None:
        return next((one for one in self.versions if is_signed(one) and one.withdrawn_at is None), None)

    @property
    def is_signed(self) -> bool:
        """Tell whether all have signed the latest version."""
        return is_signed(self.latest)

    @property
    def signed(self) -> set[str]:
        return {one.party for one in self.latest.signatures.all()}

    @property
    def turns(self) -> list[Turn]:
        """Return the parties in order; the first two in any, the municipality last."""
        found = {one.party: one for one in self.latest.signatures.all()}
        content = self.latest.content
        names = {PARTY.PARTICIPANT: content["name"], PARTY.EMPLOYER: content["employer"]}
        ready = {PARTY.PARTICIPANT, PARTY.EMPLOYER} <= found.keys()
        return [
            Turn(
                party,
                names.get(party, ""),
                found.get(party),
                party not in found and (party != PARTY.MUNICIPALITY or ready),
            )
            for party in PARTY
        ]

    @property
    def is_merged(self) -> bool:
        """Tell whether the employer has gone up in another since the latest version was written."""
        return not self.is_signed and self.agreement.workplace.employer_id != self.latest.employer_id

    def differs(self) -> str:
        """Return the placement's days and times of today, where they are others than were agreed on."""
        agreed = next((one["text"] for one in self.latest.content["lines"] if one["key"] == "times"), "")
        times = times_of(self.agreement.placement)
        return times if times and times != agreed else ""

    def last_possible(self, most: int) -> date:
        """Return the first day after the longest that the support form allows, of so many days."""
        return date.fromordinal(self.latest.starts_on.toordinal() + most)


def is_signed(version: Version) -> bool:
    """Tell whether all have signed a version: the municipality signs last."""
    return any(one.party == PARTY.MUNICIPALITY for one in version.signatures.all())


def standing_of(agreement: Any) -> Standing:
    """Gather how an agreement stands."""
    versions = list(
        Version.objects.filter(agreement=agreement)
        .select_related("author__colleague")
        .prefetch_related("signatures__author__colleague")
        .order_by("-number")
    )
    links = list(Link.objects.filter(version__agreement=agreement).select_related("statement").order_by("-pk"))
    return Standing(agreement, versions, links)
