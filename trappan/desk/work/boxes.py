"""The boxes of a start page, by what one does: late rows first, five shown, the rest a page away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from trappan.desk.work.rows import Appointment, Queue, Row

SHOWN = 5
# What each box is called, and what one does there.
WORDS = {
    "absence": (_("Absence to talk about"), _("A conversation first. A reason to talk, and no finding.")),
    "plans": (_("Plans"), _("To make, to follow up, or to think over.")),
    "mapping": (_("Kartläggningar"), _("No plan without it. Oldest case first.")),
    "places": (
        _("Looking for a place"),
        _("An employer that said yes, no activity, one that ends soon, or a site that said no."),
    ),
    "sites": (
        _("From the sites"),
        _("What sites have told and proposed, reports that are missing, agreements that end."),
    ),
    "meetings": (
        _("Meetings and messages"),
        _("Say whether the person came, move the meeting, or see to what did not come."),
    ),
    "cases": (_("Cases on their way"), _("To you, back to you, or from you until somebody has received them.")),
    "after": (_("After the end"), _("Ask how it goes, and reopen the case where work or studies did not last.")),
    "applications": (_("Applications"), _("New ones, those that fell, and cases without a consultant. Oldest first.")),
    "grounds": (_("Grounds to decide on"), _("Receive them, read the person’s words, and decide. Oldest first.")),
    "exemptions": (_("Exemptions"), _("Have ended, or end soon. The first to end first.")),
    "requirement": (
        _("Under the requirement"),
        _("Not asked to take part, without a plan, or a request not received."),
    ),
    "month": (
        _("Support for the month"),
        _("Support the month before, and none written for the last one. The requirement is counted from the months."),
    ),
    "handled": (
        _("Meetings, messages and hand-overs"),
        _("Say whether the person came, move a meeting, see to what did not come, receive or take over a case."),
    ),
    "still": (_("Stands still"), _("Nothing for six weeks, and nobody has said why. Longest first.")),
    "referrals": (_("Referrals to take on"), _("Somebody has asked for your part. Longest wait first.")),
    "referred": (_("Your referrals"), _("You are responsible until you end them. Oldest first.")),
    "cover": (_("Meetings of colleagues who are away"), _("Move them, give them to a colleague, or cancel them.")),
    "hand_out": (_("Cases to hand out"), _("Nobody is responsible. You see the case number only. Oldest first.")),
    "unmarked": (
        _("Sites with unmarked days"),
        _("Days before today that are left, of your people. Unmarked is not absent: ring the site."),
    ),
    "memberships": (_("Memberships to confirm"), _("They open nothing until you have confirmed them.")),
    "agree": (
        _("Protected identity: a second person must agree"),
        _("A file opens to the one who asks, or protection is lifted, only when you agree. Within 24 hours."),
    ),
    "openings": (_("Opened without assignment"), _("Emergency and supervision in your unit. Latest first.")),
    "partners": (
        _("Partners to look at again"),
        _(
            "An agreement ends within half a year, something about the partner is not looked at, money waits to be "
            "approved, or you have said at a meeting that you do something."
        ),
    ),
    "rules": (
        _("Rules to confirm"),
        _("What the law sets or what guards is changed by two persons. Read, try and confirm, or send back."),
    ),
    "promises": (
        _("Promises to employers"),
        _("We said that we would be in touch: past, or due within a week. Oldest first."),
    ),
    "answers": (
        _("Proposals that wait"),
        _("For the person's answer, to be sent, or for the employer's. Unanswered they close by themselves."),
    ),
    "signatures": (
        _("Agreements without all signatures"),
        _("Nobody begins before all three have signed. Whoever should have begun stands first."),
    ),
    "ready": (
        _("Ready for work"),
        _("Handed over, openings lie near, and nothing is on its way. Who has waited longest stands first."),
    ),
    "vacant": (
        _("Openings without people"),
        _("A place is left and nobody is asked about it. What is soon over stands first."),
    ),
    "unmatched": (
        _("People without openings"),
        _("Handed over, and no work that is offered lies near. Who has waited longest stands first."),
    ),
    "along": (
        _("Ends, and how it goes"),
        _("Agreements that end, and employers to ask after somebody began: until you have spoken with them."),
    ),
    "untold": (
        _("Contacts who do not know that we keep their name"),
        _("Tell them what the municipality says of it, and note when."),
    ),
    "silent": (
        _("Departments that have not answered"),
        _("Ring them. After two reminders the head is told. Asked first, longest silent."),
    ),
    "awaited": (
        _("Proposals that wait for a manager"),
        _("Ring the manager. About whom it is you do not see, and unanswered it closes by itself. Oldest first."),
    ),
    "leaders": (_("Workplaces that nobody leads"), _("A proposal there is answered by nobody.")),
    "messages": (
        _("Messages to see to"),
        _("Nobody knows whether they were sent, or they were not. You see no words."),
    ),
    "unconfirmed": (_("Memberships that wait for the head"), _("They open nothing until the head has confirmed them.")),
    "units": (_("Units where nobody works"), _("Nobody can receive what is sent there.")),
}
# The boxes of a start page from the top, at most eight a role.
BOXES = {
    "consultant": ("absence", "plans", "mapping", "places", "sites", "meetings", "cases", "after"),
    "social_worker": ("applications", "grounds", "exemptions", "requirement", "mapping", "still", "month", "handled"),
    "counsellor": ("referrals", "referred"),
    "occupational_therapist": ("referrals", "referred"),
    "head_of_unit": ("agree", "cover", "hand_out", "unmarked", "memberships", "rules", "openings", "partners"),
    "place_coordinator": ("silent", "awaited"),
    "employer_officer": ("promises", "signatures", "answers", "ready", "vacant", "unmatched", "along", "untold"),
    "administrator": ("leaders", "rules", "messages", "units", "unconfirmed", "partners"),
}
# Two kinds that stand in one box, so that there are eight.
TOGETHER = {"social_worker": {"meetings": "handled", "cases": "handled"}}


@dataclass(frozen=True)
class Box:
    """Everything of a kind that waits for the colleague, what is late first."""

    key: str
    name: str
    why: str
    rows: list[Row]

    @property
    def late(self) -> int:
        """Return how many of the rows are late."""
        return sum(row.late for row in self.rows)

    @property
    def shown(self) -> list[Row]:
        return self.rows[:SHOWN]

    @property
    def more(self) -> bool:
        """Tell whether there are more rows than are shown."""
        return len(self.rows) > SHOWN


@dataclass(frozen=True)
class Step:
    """Something that went forward: who, what, and when."""

    day: date
    name: str
    url: str
    what: str


@dataclass(frozen=True)
class Day:
    """A colleague's start page: what waits, the meetings of a week, and what went forward lately.

    `follows` is how many open cases are the colleague's own, None for whoever has no cases; `members` are the
    memberships of a head's unit and of those under it.
    """

    queues: Sequence[Queue]
    role: str
    coming: Sequence[Appointment] = ()
    forward: Sequence[Step] = ()
    follows: int | None = None
    members: Sequence[Any] = ()
    boxes: list[Box] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "boxes", boxed(self.role, self.queues))

    @property
    def late(self) -> int:
        """Return how many rows are late, in all boxes."""
        return sum(box.late for box in self.boxes)


def boxed(role: str, queues: Iterable[Queue]) -> list[Box]:
    """Put lists into the boxes of a role: those with something late first, none that is empty."""
    rows: dict[str, list[Row]] = {key: [] for key in BOXES.get(role, ())}
    for queue in queues:
        rows[TOGETHER.get(role, {}).get(queue.box, queue.box)] += queue.rows
    found = [
        Box(key, str(WORDS[key][0]), str(WORDS[key][1]), sorted(mine, key=lateness))
        for key, mine in rows.items()
        if mine
    ]
    return sorted(found, key=lambda box: not box.late)


def lateness(row: Row) -> tuple[bool, date]:
    """Return what late rows are put first by, the longest late first; all others stay as they stand."""
    return (not row.late, row.due if row.late and row.due else date.max)
