"""Mark how a day's sessions went, with what was seen."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.attendance.models import Attendance, AttendedTime, as_marked
from trappan.attendance.operations.refusals import NO, SIGNED_FIRST
from trappan.history.record import record_each
from trappan.placements.models import Introduction, Notice, Placement, Session
from trappan.placements.operations.placement import refuse_outside_placement
from trappan.plans.models import Goal
from trappan.plans.operations import observe
from trappan.refusals import Refused, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.week import minute_in_words
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Role, Scope

HERE = (Attendance.Mark.PRESENT, Attendance.Mark.PARTLY)
AWAY = "away"  # said of somebody, but not yet whether they have told


@dataclass(frozen=True)
class Mark:
    """What is said of one placement's session: a mark, the times where it is partly, what was shown before.

    The times are minutes of the day; `seen` is an `as_marked`.
    """

    placement_id: int
    mark: str
    came_at: int | None = None
    left_at: int | None = None
    seen: str = ""

    @property
    def as_marked(self) -> str:
        return as_marked(self.mark, self.came_at, self.left_at)


@dataclass(frozen=True)
class Seen:
    """What was seen of one placement's person that day, and the delmål that it concerns."""

    placement_id: int
    text: str
    goal_id: int | None = None


UPSERT = f"""
INSERT INTO {Attendance._meta.db_table} (placement_id, person_id, unit_id, day, mark, came_at, left_at, why, keyed_in)
SELECT t.placement, t.person, %s, %s, t.mark, t.came_at, t.left_at, %s, %s
FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::int[], %s::int[])
  AS t (placement, person, mark, came_at, left_at)
ON CONFLICT (placement_id, day) DO UPDATE SET mark = EXCLUDED.mark, minutes = 0, came_at = EXCLUDED.came_at,
  left_at = EXCLUDED.left_at, why = EXCLUDED.why, keyed_in = EXCLUDED.keyed_in
"""


@transaction.atomic
def mark_day(
    *,
    by: Actor,
    day: date,
    marks: Iterable[Mark],
    rest: Iterable[int] = (),
    seen: Iterable[Seen] = (),
    why: str = "",
    from_paper: bool = False,
) -> list[AttendedTime]:
    """Mark a day of the own site at once. Marking again corrects, on a later day with a reason (`why`).

    `rest` are the placements that were shown unmarked: all of them are here, but for those marked
    otherwise, those not introduced yet and those who have said that they do not come. Nobody who
    was not shown is among them. What was `seen` of somebody is kept in the same move.

    Returns the rows that a colleague has marked otherwise since they were shown: those are left as
    they are, and so is every mark where this is keyed in `from_paper`. Refused, all of them: a day to come, a
    day without a session or not held, times outside the session or to come, *has not told us* of somebody who has, and
    for a supervisor a day longer ago than the rules' window: a leader corrects that.
    """
    refuse_day_outside_window(by, day)
    rest = set(rest)
    # Two colleagues who save at the same moment stand in line, so that the second sees the first's marks.
    database.lock(f"attendance.day {day}", by.unit_id)
    rows = {
        row.placement_id: row
        for row in AttendedTime.objects.filter(unit_id=by.unit_id, day=day).select_related("person")
    }
    chosen = {mark.placement_id: mark for mark in marks}
    new = not_introduced(rows, day)
    told = set(Notice.objects.filter(unit_id=by.unit_id, day=day, says="absent").values_list("placement_id", flat=True))
    for row in rows.values():
        if row.placement_id in rest - new - told and not row.mark and row.state == Session.State.HELD:
            chosen.setdefault(row.placement_id, Mark(row.placement_id, Attendance.Mark.PRESENT))
    taken: list[tuple[AttendedTime, Mark]] = []
    conflicts: list[AttendedTime] = []
    for mark in chosen.values():
        found = rows.get(mark.placement_id)
        if found is None:
            raise Refused(_("There is no time in the schedule on that day."), "day")
        if not says_something(found, mark, new, told):
            continue
        if found.as_marked != mark.seen or (from_paper and found.mark):
            conflicts.append(found)
        else:
            taken.append((found, mark))
    if taken:
        write_marks(day, taken, why.strip(), from_paper)
    for one in seen:
        keep_seen(one, rows.get(one.placement_id), day)
    return conflicts


@transaction.atomic
def mark_placement(*, by: Actor, placement: Placement, marks: Mapping[date, Mark], why: str = "") -> list[AttendedTime]:
    """Mark days of one placement, whosever site it is: for whoever works with the person and marks what others tell.

    Returns the rows that a colleague has marked otherwise since they were shown, which are left as they are. Refused as
    for the site (`mark_day`).
    """
    conflicts = []
    for day, mark in sorted(marks.items()):
        refuse_outside(day, "day", last=by.today, late=_("The day has not come yet."))
        database.lock(f"attendance.day {day}", placement.unit_id)
        found = AttendedTime.objects.filter(placement=placement, day=day).select_related("person").first()
        if found is None:
            raise Refused(_("There is no time in the schedule on that day."), "day")
        told = set(
            Notice.objects.filter(placement=placement, day=day, says="absent").values_list("placement_id", flat=True)
        )
        if not says_something(found, mark, not_introduced([placement.pk], day), told):
            continue
        if found.as_marked != mark.seen:
            conflicts.append(found)
        else:
            write_marks(day, [(found, mark)], why.strip(), from_paper=False)
    return conflicts


def says_something(found: AttendedTime, mark: Mark, new: set[int], told: set[int]) -> bool:
    """Tell whether a mark says something that does not stand already; refuse one that cannot be.

    `new` are the placements not introduced yet, `told` those whose person has said that they do not come.
    """
    refuse_unread(found, mark)
    name = {"name": found.person.given_name}
    if found.placement_id in new and mark.mark in HERE:
        raise Refused(_("%(name)s has not been introduced yet. Note the introduction first.") % name)
    if mark.as_marked in (mark.seen, found.as_marked):
        return False  # nothing was said, or it stands already
    refuse_times(found, mark)
    if mark.mark == Attendance.Mark.NOT_TOLD and found.placement_id in told:
        raise Refused(_("%(name)s has said that they do not come. Mark that they have told us.") % name)
    return True


@transaction.atomic
def mark_kept(
    *, by: Actor, day: date, marks: Iterable[Mark], rest: Iterable[int], why: str, from_paper: bool
) -> tuple[list[AttendedTime], list[int]]:
    """Mark what a device has kept since the network went: one that can be taken no more keeps no other back.

    Returns the rows that a colleague marked otherwise meanwhile, which stand, and the placements of the marks that
    were refused, those among `rest` too: the day is not held any more, the person has moved, or does not come.
    """
    marks = list(marks)
    others = set(rest) - {mark.placement_id for mark in marks}
    conflicts: list[AttendedTime] = []
    refused: list[int] = []
    try:
        with transaction.atomic():
            conflicts = mark_day(by=by, day=day, marks=marks, rest=others, why=why, from_paper=from_paper)
    except Refused:
        for mark in marks:
            try:
                conflicts += mark_day(by=by, day=day, marks=[mark], why=why, from_paper=from_paper)
            except Refused:
                refused.append(mark.placement_id)
        conflicts += mark_day(by=by, day=day, marks=[], rest=others, why=why, from_paper=from_paper)
    # On the phone all others were here: of whom that could not be said is told as well.
    rows = AttendedTime.objects.filter(unit_id=by.unit_id, day=day, placement_id__in=others).exclude(mark="")
    return conflicts, refused + sorted(others - set(rows.values_list("placement_id", flat=True)))


def not_introduced(placement_ids: Iterable[int], day: date) -> set[int]:
    """Return which of these placements still wait for their introduction on a day."""
    introduced = Introduction.objects.filter(placement=OuterRef("pk"), day__lte=day)
    return set(
        Placement.objects.filter(
            ~Exists(introduced), pk__in=list(placement_ids), proposed_at__isnull=False
        ).values_list("pk", flat=True)
    )


def refuse_day_outside_window(by: Actor, day: date) -> None:
    """Refuse a day to come, and for a supervisor one that is longer ago than the rules' window."""
    window = timedelta(days=rules_on(by.today).marking_days)
    refuse_outside(
        day,
        "day",
        first=None if by.role == Role.SITE_LEADER else by.today - window,
        early=_("That day is longer ago than you mark. The leader of the site can correct it."),
        last=by.today,
        late=_("The day has not come yet."),
    )


def write_marks(day: date, taken: list[tuple[AttendedTime, Mark]], why: str, from_paper: bool) -> None:
    """Write the marks of one site that were taken, with an event each, in two statements."""
    unit_id = taken[0][0].unit_id
    columns = zip(
        *((row.placement_id, row.person_id, mark.mark, mark.came_at, mark.left_at) for row, mark in taken), strict=True
    )
    with refusing(NO):
        database.execute(UPSERT, [unit_id, day, why, from_paper, *(list(column) for column in columns)])
    record_each(
        "attendance.record_attendance",
        [
            (row.person_id, {"day": day, "mark": mark.mark, **({"keyed_in": True} if from_paper else {})})
            for row, mark in taken
        ],
        scope=Scope.ACTIVITY,
        unit_id=unit_id,
    )


def keep_seen(one: Seen, row: AttendedTime | None, day: date) -> None:
    """Keep what was seen of somebody who is on the day's list."""
    if row is None:
        raise Refused(_("There is no time in the schedule on that day."), "day")
    goal = Goal.objects.filter(pk=one.goal_id).first() if one.goal_id else None
    observe(person_id=row.person_id, unit_id=row.unit_id, day=day, text=one.text, goal=goal)


@transaction.atomic
def undo_marks(*, by: Actor, day: date, at: datetime) -> int:
    """Take back the marks of a day that one save made, by whoever made it and on the same day; say how many.

    What was unmarked is unmarked again, what was marked stands as before, and the versions keep both. A mark
    that somebody has changed since stands. Refused where nothing is left, or what is left has been judged.
    """
    with refusing(NO):
        people = [person_id for (person_id,) in database.rows("attendance_take_back", day, at)]
    if not people:
        raise Refused(_("There is nothing left to undo: it was marked again since, or another day."))
    record_each(
        "attendance.undo_marks",
        [(person_id, {"day": day}) for person_id in people],
        scope=Scope.ACTIVITY,
        unit_id=by.unit_id,
    )
    return len(people)


def record_attendance(
    *,
    placement: Placement,
    day: date,
    by: Actor,
    mark: str,
    came_at: int | None = None,
    left_at: int | None = None,
    why: str = "",
) -> None:
    """Say how one session went, whatever was said of it before: `mark_day` for one."""
    refuse_outside_placement(placement, day, "day")
    now_there = AttendedTime.objects.filter(placement=placement, day=day).first()
    seen = now_there.as_marked if now_there else ""
    mark_day(by=by, day=day, marks=[Mark(placement.pk, mark, came_at, left_at, seen)], why=why)


def refuse_unread(row: AttendedTime, mark: Mark) -> None:
    """Refuse a mark that is none, and one of a day that is not held."""
    if mark.mark == AWAY:
        raise Refused(
            _("Say of %(name)s whether they have told you, yes or no.") % {"name": row.person.given_name}, "told"
        )
    if mark.mark not in Attendance.Mark.values:
        raise Refused(_("That mark could not be read. Load the page again and mark once more."))
    if row.state == Session.State.UNSIGNED:
        raise Refused(SIGNED_FIRST)
    if row.state != Session.State.HELD:
        raise Refused(_("The day is not held: nobody is marked."), "day")


def refuse_times(row: AttendedTime, mark: Mark) -> None:
    """Refuse times of somebody who was not here a part of the day, and times outside it or still to come."""
    name, field = {"name": row.person.given_name}, f"came-{row.placement_id}"
    if mark.mark != Attendance.Mark.PARTLY:
        if (mark.came_at, mark.left_at) != (None, None):
            raise Refused(
                _("%(name)s: times are of somebody who came late or left early. Choose either.") % name, field
            )
        return
    if row.starts_at is None or row.ends_at is None:
        raise Refused(_("%(name)s has no hours that day: mark here or away.") % name, field)
    hours = {**name, "first": minute_in_words(row.starts_at), "last": minute_in_words(row.ends_at)}
    if (mark.came_at, mark.left_at) == (None, None):
        raise Refused(_("Write when %(name)s came or left, between %(first)s and %(last)s.") % hours, field)
    times = [row.starts_at, *(at for at in (mark.came_at, mark.left_at) if at is not None), row.ends_at]
    if any(later <= earlier for earlier, later in itertools.pairwise(times)):
        raise Refused(
            _("%(name)s: the day is %(first)s to %(last)s. Write times within it, first came, then left.") % hours,
            field,
        )
    last = max(at for at in (mark.came_at, mark.left_at) if at is not None)
    if moment_of(row.day, last) > now():
        raise Refused(
            _("%(name)s: %(at)s has not come yet. Write the time once it is there.")
            % {**name, "at": minute_in_words(last)},
            field,
        )


def moment_of(day: date, minute: int) -> datetime:
    """Return the moment of a minute of a day in Stockholm."""
    return make_aware(datetime.combine(day, time()) + timedelta(minutes=minute))
