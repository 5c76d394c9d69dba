"""What waits for one person, for the reader's role: the lists of the start page, asked about one case."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.desk.case_rows import Line
from trappan.desk.work.absence import grounds_waiting
from trappan.desk.work.consultant import about_cases
from trappan.desk.work.exits import after_the_end
from trappan.desk.work.fallen import fallen
from trappan.desk.work.referred import for_referred
from trappan.desk.work.requirement import requirement_queues
from trappan.desk.work.rows import Queue, Row, address, meeting_row, person_url, untold_queue
from trappan.desk.work.social_worker import begun, standing_still
from trappan.desk.work.sus import to_key_in
from trappan.outcomes.models import Exit
from trappan.outcomes.models.exit import NAMED
from trappan.people.models import Person
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import CASE_WORKERS, REFERRED

ORDER = ("today", "week", "watch")
WORKERS = (*CASE_WORKERS, *REFERRED)


@dataclass(frozen=True)
class Todo:
    """One thing to do about the person: what it is, and the line with its door."""

    name: str
    urgency: str
    row: Row


@dataclass(frozen=True)
class About:
    """What is known of a person: `case` is the newest, `line` that case while it is open, `done` its exit after.

    `meetings` are those that the reader is to tell the outcome of.
    """

    person: Person
    case: Case | None
    line: Line | None
    done: Exit | None
    meetings: list[Any]


def todos(actor: Actor, about: About) -> list[Todo]:
    """Return what waits for somebody of the actor's role, the most urgent first."""
    rows = [meeting_row(meeting, actor) for meeting in about.meetings]
    queues = [untold_queue(rows)]
    here = Q(person=about.person)
    if actor.role in REFERRED:
        queues = for_referred(actor, here)
    elif about.line is None:
        queues += without_case(actor, about)
    elif actor.role == "consultant":
        queues += [*about_cases([about.line], actor.today), to_key_in([about.line], about.person.pk)]
    else:
        mine = [about.line]
        queues += [
            grounds_waiting(actor, about.person.pk),
            *begun(mine),
            fallen(mine, "applications"),
            *requirement_queues(actor, mine),
        ]
        queues.append(standing_still(mine, actor.today))
    found = [Todo(queue.name, queue.urgency, row) for queue in queues for row in queue.rows]
    return sorted(found, key=lambda todo: ORDER.index(todo.urgency))


def without_case(actor: Actor, about: About) -> list[Queue]:
    """Return what waits where no case is open: an exit to follow up or check, one that did not last, a case to open."""
    done, person = about.done, about.person
    if done is not None and done.reason in NAMED and (queue := after_the_end(done, rules_on(actor.today), actor.today)):
        return [queue]
    if actor.role != "social_worker" or about.case is not None:
        return []
    why = _("Nobody works with %(name)s yet.") % {"name": person.given_name}
    door = address("cases:open_case", person.pk)
    row = Row(person.name, person_url(person.pk), why, None, _("Open case"), door)
    return [Queue(_("No open case"), "", "today", [row], "applications")]
