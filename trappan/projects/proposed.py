"""What the municipality's cases say came of those who take part in a project: a proposal, never a result by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trappan import database
from trappan.projects.models import Municipality, Participation

Result = Participation.Result
# An end to work in the municipality's own service is no work of the labour market, and is a step closer.
RESULT_OF = {
    "work": Result.WORK,
    "studies": Result.STUDIES,
    "internship": Result.INTERNSHIP,
    "municipal": Result.CLOSER,
}


@dataclass(frozen=True)
class Proposal:
    """What a case says came of somebody, and since which day."""

    result: Participation.Result
    day: date

    def differs_from(self, participation: Participation) -> bool:
        """Tell whether the coordinator has written another result."""
        return participation.result not in ("", Result.MISTAKE, self.result)


def proposed(municipality: Municipality) -> Mapping[int, Proposal]:
    """Return what cases of the own municipality say, by participation, of those whom the actor sees."""
    rows = database.rows("outcomes_in_project", municipality.pk)
    return {row.participation_id: Proposal(RESULT_OF[row.reason], row.day) for row in rows}
