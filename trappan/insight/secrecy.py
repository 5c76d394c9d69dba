"""Nobody's page reads the spine: it is the worker's, in a role of its own that reads nothing else of people.

Pages read what may be told of the cells, by a function (sql/told.sql), and the charts drawn of that; goals and what is
to be better are the municipality's own, read by those who read figures and kept by those who answer for them.

The keys are read by no role at all, and the rows written by the database's functions alone. Cells are written by
the same role; which of them a page may show is decided before they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trappan.database.rules import ROLES, Kind, Rule
from trappan.insight.needs import by_number, counted, needs, part
from trappan.partnerships.secrecy import AGREED, SEEN
from trappan.secrecy.tables import Closed, Open, Table

FIGURES = "trappan_figures"


@dataclass(frozen=True)
class OfFigures(Open):
    """A table that the role for figures reads, or with `verbs` also writes, and no other role does."""

    app: str = ""
    verbs: str = "SELECT"

    def rules(self) -> Iterator[Rule]:
        text = f"ALTER TABLE {self.name} ENABLE ROW LEVEL SECURITY;\nREVOKE ALL ON {self.name} FROM {ROLES}"
        text += f";\nGRANT {self.verbs} ON {self.name} TO {FIGURES}"
        yield Rule(Kind.ACCESS, self.name, text)
        policy = f"CREATE POLICY counted ON {self.name} FOR ALL TO {FIGURES} USING (true) WITH CHECK (true)"
        yield Rule(Kind.POLICY, f"{self.name}.counted", policy)


@dataclass(frozen=True)
class Published(Open):
    """A table of what is published elsewhere: everybody reads it, and figures are reckoned of it."""

    def rules(self) -> Iterator[Rule]:
        access = next(super().rules())
        yield replace(access, text=f"{access.text};\nGRANT SELECT ON {self.name} TO {FIGURES}")


@dataclass(frozen=True)
class Drawn(OfFigures):
    """What the role for figures writes of what may be told, for those who read figures."""

    app: str = "SELECT"

    def rules(self) -> Iterator[Rule]:
        access, counted = super().rules()
        yield replace(access, text=f"{access.text};\nGRANT SELECT ON {self.name} TO trappan_app")
        yield counted
        seen = f"CREATE POLICY seen ON {self.name} FOR SELECT TO trappan_app USING ((SELECT insight_sees_figures()))"
        yield Rule(Kind.POLICY, f"{self.name}.seen", seen)


OWN = "municipality_id = ANY ((SELECT staff_own())::bigint[])"
SEES = f"(SELECT insight_sees()) AND {OWN}"
KEEPS = f"(SELECT insight_keeps()) AND {OWN}"
# A forecast is of everybody who was counted, as cells are.
OUTLOOK = f"(SELECT insight_sees_figures()) AND {KEEPS}"
# A question follows its forecast; the policy of the forecast is asked anew.
ABOUT_OURS = "(SELECT insight_keeps()) AND EXISTS (SELECT FROM insight_outlook o WHERE o.id = outlook_id)"
OF_GOAL = "EXISTS (SELECT FROM insight_goal g WHERE g.id = goal_id)"
OF_PUBLICATION = "EXISTS (SELECT FROM insight_publication p WHERE p.id = publication_id)"
OF_AGREEMENT = AGREED.format(further=" AND insight_keeps_effects(a.municipality_id)")
# What is asked for; nothing is decided or made of it yet (models/extract.py holds the rest to `outcome`).
UNDECIDED = "outcome = '' AND left_out IS NULL AND gone_at IS NULL AND told_at IS NULL"
# Of one that is taken out nothing more is written.
OF_STANDING = "EXISTS (SELECT FROM insight_goal g WHERE g.id = goal_id AND g.taken_out_on IS NULL)"

TABLES = [
    Table(
        "insight_goal",
        read=SEES,
        insert=True,
        insert_if=KEEPS,
        update=("definition", "indicator", "responsible", "decided", "taken_out_on"),
        update_if=KEEPS,
        versions="goal",
        sign_on="INSERT",
    ),
    Table(
        "insight_goalresult",
        read=OF_GOAL,
        insert=True,
        insert_if=f"(SELECT insight_keeps()) AND {OF_STANDING}",
        sign_on="INSERT",
    ),
    Table(
        "insight_improvement",
        read=SEES,
        insert=True,
        insert_if=f"{KEEPS} AND (goal_id IS NULL OR {OF_STANDING}) AND done_on IS NULL",
        update=("result", "done_on"),
        update_if=f"{KEEPS} AND done_on IS NULL",
        update_to=KEEPS,
        versions="goal",
        sign_on="INSERT",
    ),
    # Read by whoever reads the agreement with its terms, the partner too; the policy of the agreement is asked anew.
    Table(
        "insight_effectgoal",
        read=SEEN,
        insert=True,
        insert_if=OF_AGREEMENT,
        update=("taken_out_on",),
        update_if=OF_AGREEMENT,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "insight_effectresult",
        read="EXISTS (SELECT FROM insight_effectgoal g WHERE g.id = goal_id)",
        insert=True,
        insert_if="EXISTS (SELECT FROM insight_effectgoal g JOIN partnerships_agreement a ON a.id = g.agreement_id "
        "WHERE g.id = goal_id AND insight_keeps_effects(a.municipality_id))",
        sign_on="INSERT",
    ),
    Drawn("insight_chart", verbs="SELECT, INSERT, UPDATE, DELETE"),
    Published("insight_population"),
    Published("insight_seriesvalue"),
    OfFigures("insight_personmonth"),
    OfFigures("insight_personweek"),
    OfFigures("insight_placementmonth"),
    OfFigures("insight_placemonth"),
    OfFigures("insight_build"),
    OfFigures("insight_cell", verbs="SELECT, INSERT, UPDATE, DELETE"),
    Closed("insight_personmonthkey"),
    Closed("insight_householdkey"),
    Closed("insight_buildorder"),
    Closed("insight_tellorder"),
    # Who has answered, and apart from that what: no role reads either (sql/staff_question.sql).
    Closed("insight_staffasked"),
    Closed("insight_stafftally"),
    # Prepared for the page, without what it was reckoned from.
    Table(
        "insight_outlook", read=OUTLOOK, read_columns=("id", "made_at", "month", "municipality_id", "pictures", "told")
    ),
    Table(
        "insight_evaluation",
        read=f"(SELECT insight_sees_figures()) AND {SEES}",
        read_columns=("id", "made_at", "month", "municipality_id", "pictures", "told"),
    ),
    # Written by the function that publishes alone; nobody changes it. Read with goals, not with figures alone.
    Table("insight_publication", read=f"(SELECT insight_sees_figures()) AND {SEES}"),
    Table("insight_publishedcell", read=OF_PUBLICATION),
    # Everybody who reads publications may hold a file against its digest; the months themselves are nobody's page's.
    Table(
        "insight_frozenmonth",
        read=OF_PUBLICATION,
        read_columns=("id", "publication_id", "month", "of", "rows", "digest", "frozen_at"),
    ),
    # Asked for by the controller; decided and withdrawn by functions, which hold two persons apart (sql/extract.sql).
    Table(
        "insight_extract",
        read=KEEPS,
        insert=True,
        insert_if=f"{KEEPS} AND (SELECT secrecy_role()) = 'controller' AND {UNDECIDED}",
        sign_on="INSERT",
    ),
    Closed("insight_extractfile"),
    Table(
        "insight_whatif",
        read=ABOUT_OURS,
        insert=True,
        insert_if=f"{ABOUT_OURS} AND answered_at IS NULL",
        sign_on="INSERT",
    ),
]
# Who is counted, in which part, and what must be held to be told so: from the indicators' own text.
FUNCTIONS = [counted(), part(), needs(), by_number()]
