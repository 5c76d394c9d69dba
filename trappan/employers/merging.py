"""What moves when an employer goes up in another one."""

from dataclasses import astuple, dataclass

from trappan.employers.models import Contact, Conversation, Employer, Opening, Workplace
from trappan.refusals.editions import edition_of


@dataclass(frozen=True)
class Moves:
    """How much of an employer moves: workplaces and what stands with them, and names that it had taken up itself."""

    employer: int
    workplaces: int
    contacts: int
    conversations: int
    openings: int
    names: int

    @classmethod
    def of(cls, employer: Employer) -> "Moves":
        """Count what stands with an employer."""
        return cls(
            employer.pk,
            Workplace.objects.filter(employer=employer).count(),
            Contact.objects.filter(employer=employer).count(),
            Conversation.objects.filter(employer=employer).count(),
            Opening.objects.filter(employer=employer).count(),
            Employer.objects.filter(merged_into=employer).count(),
        )

    @property
    def edition(self) -> str:
        """Name what was counted, so that whoever merges has seen it."""
        return edition_of({"counted": astuple(self)})
