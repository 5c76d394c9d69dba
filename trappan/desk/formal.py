"""The formal days of agreements, meetings, initiatives, projects and units: what comes, and what has passed undone."""

from calendar import Calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.partnerships.standing import coming, whole
from trappan.schedules.months import months_after

# What a day is about, in the order of the filter: what is said of it, and the page where it is seen to.
KINDS: Mapping[str, tuple[Promise, str]] = {
    "notice": (_("Last day to give notice"), "partnerships:agreement"),
    "renew": (_("Renew the agreement, or say that it is let end"), "partnerships:agreement"),
    "evaluation": (_("The agreement is evaluated"), "partnerships:agreement"),
    "end": (_("The agreement’s last day"), "partnerships:agreement"),
    "effect": (_("An effect goal is evaluated"), "insight:effects"),
    "budget": (_("The next budget is raised or entered"), "partnerships:money"),
    "meeting": (_("Meeting with partners"), "partnerships:meeting"),
    "action": (_("To be done, as agreed at a meeting"), "partnerships:meeting"),
    "begins": (_("Begins: the unions are informed first"), "partnerships:agreement"),
    "closes": (_("A unit closes: the unions are informed first"), "partnerships:closing"),
    "initiative": (_("An initiative’s last day"), "initiatives:initiative"),
    "project": (_("A project’s last day"), "projects:project"),
}
# One SELECT a kind, each as its row's own page names it and by the policies of its tables: kind, id, name, whose, of
# which body, day, and whether it is passed undone. Another kind of day joins by a SELECT here and its words in KINDS.
SOURCES = (
    """SELECT 'effect' AS kind, a.id, g.wording AS name, o.name AS whose, o.id AS body, g.evaluate_on AS day,
      g.evaluate_on < today() AS undone
    FROM insight_effectgoal g JOIN partnerships_agreement a ON a.id = g.agreement_id
    JOIN staff_organisation o ON o.id = a.organisation_id
    WHERE g.taken_out_on IS NULL AND NOT EXISTS (SELECT FROM insight_effectresult r WHERE r.goal_id = g.id
      AND r.as_of >= g.evaluate_on)""",
    """SELECT 'renew', r.id, r.name, o.name, o.id, r.day, r.day < today()
    FROM partnerships_to_renew() r JOIN staff_organisation o ON o.id = r.organisation_id""",
    """SELECT 'budget', a.id, a.name, o.name, o.id, max(b.ends_on) - 1, false
    FROM partnerships_agreement a JOIN partnerships_budget b ON b.agreement_id = a.id AND b.taken_out_on IS NULL
    JOIN staff_organisation o ON o.id = a.organisation_id
    WHERE a.signed_on IS NOT NULL AND (a.until IS NULL OR a.until > today())
    GROUP BY a.id, o.name, o.id HAVING max(b.ends_on) > today() AND (a.until IS NULL OR a.until > max(b.ends_on))""",
    """SELECT 'meeting', m.id, m.name, COALESCE(o.name, ''), o.id, m.held_on, m.held_on < today()
    FROM partnerships_jointmeeting m LEFT JOIN partnerships_agreement a ON a.id = m.agreement_id
    LEFT JOIN staff_organisation o ON o.id = a.organisation_id
    WHERE m.called_off_on IS NULL AND (m.held_on >= today() OR m.said = '')""",
    """SELECT 'action', m.id, x.text, COALESCE(c.given_name || ' ' || c.family_name, x.owner_as),
      a.organisation_id, x.due_on,
      x.due_on < today()
    FROM partnerships_meetingaction x JOIN partnerships_jointmeeting m ON m.id = x.meeting_id
    LEFT JOIN partnerships_agreement a ON a.id = m.agreement_id
    LEFT JOIN staff_membership s ON s.id = x.owner_id LEFT JOIN staff_colleague c ON c.id = s.colleague_id
    WHERE x.done_on IS NULL""",
    """SELECT 'begins', a.id, COALESCE(m.scope, a.name), o.name, o.id, COALESCE(m.starts_on, a.starts_on),
      COALESCE(m.starts_on, a.starts_on) < today()
    FROM partnerships_agreement a JOIN staff_organisation o ON o.id = a.organisation_id
    LEFT JOIN partnerships_amendment m ON m.agreement_id = a.id AND m.signed_on IS NULL AND m.withdrawn_on IS NULL
    WHERE a.withdrawn_on IS NULL AND (a.signed_on IS NULL OR m.id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM partnerships_consultation c WHERE c.agreement_id = a.id
        AND c.amendment_id IS NOT DISTINCT FROM m.id AND c.kind = 'mbl')""",
    """SELECT 'closes', u.id, u.name, o.name, o.id, u.ends_on - 1, false
    FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.ends_on > (SELECT today()) AND partnerships_informs_of(u.id)
      AND NOT partnerships_is_informed(u.id, u.ends_on)""",
    """SELECT 'initiative', i.id, i.name, i.funding, i.municipality_id, i.ends_on - 1, false
    FROM initiatives_initiative i WHERE i.ends_on > today()""",
    """SELECT 'project', p.id, p.name, o.name, o.id, p.ends_on - 1, p.ends_on <= today()
    FROM projects_project p JOIN staff_organisation o ON o.id = p.owner_id WHERE p.finished_on IS NULL""",
)
QUESTION = " UNION ALL ".join(f"({one})" for one in SOURCES)


@dataclass(frozen=True)
class FormalDay:
    """A day by which somebody does something: of what, whose it is, and whether it has passed undone."""

    kind: str
    id: int
    name: str
    whose: str
    body: int | None
    day: date
    undone: bool = False

    @property
    def words(self) -> str:
        """Say what the day is about."""
        return str(KINDS[self.kind][0])

    @property
    def url(self) -> str:
        """Return the page where it is seen to."""
        return reverse(KINDS[self.kind][1], args=[self.id])


def formal_days(today: date) -> list[FormalDay]:
    """Return the formal days that the actor may read of, those passed undone too, the first first."""
    found = []
    for one in coming(whole().filter(withdrawn_on=None), today):
        with_whom = one.agreement.organisation
        found.append(FormalDay(one.kind, one.agreement.pk, one.agreement.name, with_whom.name, with_whom.pk, one.day))
    found += [
        FormalDay(row.kind, row.id, row.name, row.whose, row.body, row.day, row.undone)
        for row in database.query(QUESTION)
    ]
    return sorted(found, key=lambda one: (one.day, one.kind, one.name, one.id))


def by_month(days: Iterable[FormalDay]) -> list[tuple[date, list[FormalDay]]]:
    """Put days into their months."""
    return [(month, list(those)) for month, those in groupby(days, key=lambda one: one.day.replace(day=1))]


def months(days: Sequence[FormalDay], today: date, count: int = 3) -> list[tuple[date, list[list[tuple[date, int]]]]]:
    """Return this month and the next as weeks of days, each with how much is on it; a day of another month has none."""
    on: dict[date, int] = {}
    for one in days:
        on[one.day] = on.get(one.day, 0) + 1
    made = []
    for ahead in range(count):
        month = months_after(today.replace(day=1), ahead)
        weeks = Calendar().monthdatescalendar(month.year, month.month)
        made.append(
            (month, [[(day, on.get(day, 0) if day.month == month.month else -1) for day in week] for week in weeks])
        )
    return made
