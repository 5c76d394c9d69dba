"""What a person has said of each part of the profile, as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from trappan.matching.models import ProfilePart


@dataclass(frozen=True)
class Said:
    """What is said of one part; all empty where it has not been asked, or was taken back."""

    words: str = ""
    codes: tuple[str, ...] = ()
    week: str = ""
    number: int | None = None

    @classmethod
    def of(cls, row: ProfilePart) -> "Said":
        """Return what a row says."""
        return cls(row.words, tuple(row.codes), row.week, row.number)


def standing(person_id: int) -> dict[str, ProfilePart]:
    """Return the parts of a profile as they stand, by their name, as far as the reader may know."""
    return {row.part: row for row in ProfilePart.objects.filter(person_id=person_id, replaced_at=None)}


def saved_profile(rows: Iterable[ProfilePart]) -> dict[str, Said]:
    """Return what an edition of the profile is told by."""
    return {row.part: said for row in rows if (said := Said.of(row)) != Said()}
