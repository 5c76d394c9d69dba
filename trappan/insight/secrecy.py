"""Nobody's page reads the spine: it is the worker's, in a role of its own that reads nothing else of people.

The keys are read by no role at all, and the rows written by the database's functions alone. Cells are written by
the same role; which of them a page may show is decided before they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trappan.database.rules import ROLES, Kind, Rule
from trappan.secrecy.tables import Closed, Open

FIGURES = "trappan_figures"


@dataclass(frozen=True)
class OfFigures(Open):
    """A table that the role for figures reads, or with `verbs` also writes, and no other role does."""

    app: str = ""
    verbs: str = "SELECT"
    sequence: str = ""

    def rules(self) -> Iterator[Rule]:
        text = f"ALTER TABLE {self.name} ENABLE ROW LEVEL SECURITY;\nREVOKE ALL ON {self.name} FROM {ROLES}"
        text += f";\nGRANT {self.verbs} ON {self.name} TO {FIGURES}"
        text += f";\nGRANT USAGE ON SEQUENCE {self.sequence} TO {FIGURES}" if self.sequence else ""
        yield Rule(Kind.ACCESS, self.name, text)
        policy = f"CREATE POLICY counted ON {self.name} FOR ALL TO {FIGURES} USING (true) WITH CHECK (true)"
        yield Rule(Kind.POLICY, f"{self.name}.counted", policy)


TABLES = [
    OfFigures("insight_personmonth"),
    OfFigures("insight_placementmonth"),
    OfFigures("insight_placemonth"),
    OfFigures("insight_build"),
    OfFigures("insight_cell", verbs="SELECT, INSERT, UPDATE, DELETE"),
    Closed("insight_personmonthkey"),
    Closed("insight_householdkey"),
    Closed("insight_buildorder"),
]
