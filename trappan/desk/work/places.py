"""What a consultant's placements ask for: answers, proposed changes, reports, ends with nothing after."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trappan import database
from trappan.desk.work.over import OVER, over_queue, over_row
from trappan.desk.work.rows import OPEN, Queue, Row, address, by_age, person_url, until
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words

SOON = timedelta(days=28)
LATELY = timedelta(days=21)

# Only the placements that ask for something: written out, since the page is opened every morning and
# putting the question together took longer than answering it. A report is due as activities.reports
# says; the test of the town compares the two.
ASKED = """
WITH reports AS (
  SELECT r.placement_id, max(r.day) AS last_on, min(r.at) FILTER (WHERE r.read_at IS NULL) AS unread_at
  FROM attendance_report r WHERE r.person_id = ANY (%(people)s) GROUP BY r.placement_id
), incidents AS (
  SELECT i.placement_id, min(i.at) AS unread_at FROM attendance_incident i
  WHERE i.person_id = ANY (%(people)s) AND i.read_at IS NULL GROUP BY i.placement_id
), changes AS (
  SELECT DISTINCT c.placement_id FROM placements_proposedchange c
  WHERE c.person_id = ANY (%(people)s) AND c.accepted IS NULL
), adapts AS (
  SELECT d.placement_id, min(d.answered_at) AS unread_at FROM placements_adaptation d
  WHERE d.person_id = ANY (%(people)s) AND d.withdrawn_at IS NULL AND d.read_at IS NULL GROUP BY d.placement_id
), steps AS MATERIALIZED (
  SELECT s.person_id, s.unit_id, s.at FROM plans_proposedstep s
  WHERE s.person_id = ANY (%(people)s) AND s.accepted IS NULL
)
SELECT * FROM (
  SELECT p.id, p.person_id, x.given_name || ' ' || x.family_name AS name, u.name AS unit, a.name AS activity, p.ends_on,
    CASE WHEN p.agreed THEN 'agreed' WHEN p.refused_at IS NOT NULL THEN 'refused'
      WHEN p.withdrawn_at IS NULL THEN 'waits' END AS state,
    p.refused_at, p.answer,
    p.agreed AND p.ends_on > %(today)s AND p.ends_on <= %(soon)s AND NOT EXISTS (
      SELECT FROM placements_placement o WHERE o.person_id = p.person_id AND o.id <> p.id AND o.refused_at IS NULL
        AND o.withdrawn_at IS NULL AND (o.ends_on IS NULL OR o.ends_on > p.ends_on)) AS ends_alone,
    p.agreed AND changes.placement_id IS NOT NULL AS changing,
    CASE WHEN p.agreed AND p.starts_on <= %(today)s AND (p.ends_on IS NULL OR p.ends_on > %(today)s) THEN
      GREATEST(p.starts_on, reports.last_on) + (SELECT rule('report_interval_days', %(today)s)::int)
      WHEN p.agreed AND p.starts_on < p.ends_on AND p.ends_on <= %(today)s
        AND %(today)s < p.ends_on + (SELECT rule('hand_over_days', %(today)s)::int)
        AND COALESCE(reports.last_on < p.ends_on - 1, true) THEN p.ends_on
      END AS due,
    reports.unread_at AS report_at, incidents.unread_at AS incident_at,
    (SELECT min(s.at) FROM steps s WHERE s.person_id = p.person_id AND s.unit_id = p.unit_id) AS step_at,
    adapts.unread_at AS adapts_at,
    rests.until AS rests_until, rests.what AS rests_on,
    g.agreement_id, g.asks AS agreement_asks, g.day AS agreement_day,
    w.agreement_id AS along_id, w.with_whom AS along_with, w.due AS along_due, w.promised AS along_promised
  FROM placements_placement p JOIN people_person x ON x.id = p.person_id JOIN staff_unit u ON u.id = p.unit_id
  JOIN activities_activity a ON a.id = p.activity_id
  LEFT JOIN reports ON reports.placement_id = p.id LEFT JOIN incidents ON incidents.placement_id = p.id
  LEFT JOIN changes ON changes.placement_id = p.id LEFT JOIN adapts ON adapts.placement_id = p.id
  LEFT JOIN placements_rest_until(%(people)s) rests ON rests.placement_id = p.id
  LEFT JOIN agreements_on_desk(%(people)s) g ON g.placement_id = p.id
  LEFT JOIN (SELECT DISTINCT ON (placement_id) * FROM agreements_along(%(people)s) WHERE due <= %(today)s + 7
    ORDER BY placement_id, due) w ON w.placement_id = p.id
  WHERE p.person_id = ANY (%(people)s)
) asked WHERE state = 'waits' OR refused_at >= %(lately)s OR ends_alone OR changing OR due < %(today)s
  OR rests_until IS NOT NULL OR report_at IS NOT NULL OR incident_at IS NOT NULL OR step_at IS NOT NULL
  OR adapts_at IS NOT NULL OR agreement_asks IS NOT NULL OR along_id IS NOT NULL
ORDER BY id
"""


class Asked(NamedTuple):
    """A placement that asks for something, and what."""

    id: int
    person_id: int
    name: str
    unit: str
    activity: str
    ends_on: date | None
    state: str
    refused_at: datetime | None
    answer: str
    ends_alone: bool
    changing: bool
    due: date | None
    report_at: datetime | None
    incident_at: datetime | None
    step_at: datetime | None
    adapts_at: datetime | None
    rests_until: date | None
    rests_on: str | None
    agreement_id: int | None
    agreement_asks: str | None
    agreement_day: date | None
    along_id: int | None
    along_with: str | None
    along_due: date | None
    along_promised: bool | None


@dataclass
class Places:
    """The queues about own people's placements, and the proposals that wait for a site, by person."""

    today: date
    changes: list[Row] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)
    told: list[Row] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)
    ends: list[Row] = field(default_factory=list)
    rests: list[Row] = field(default_factory=list)
    unsigned: list[Row] = field(default_factory=list)
    ending: list[Row] = field(default_factory=list)
    over: list[Row] = field(default_factory=list)
    weeks: list[Row] = field(default_factory=list)
    along: list[Row] = field(default_factory=list)
    waiting: dict[int, Asked] = field(default_factory=dict)

    @property
    def urgent(self) -> list[Queue]:
        """Return what is to be done today."""
        return [
            Queue(
                _("Agreements and consents that end"),
                _("The placement would go on beyond what it rests on. End it, or see to a longer one. Soonest first."),
                "today",
                by_age(self.rests),
                "sites",
            ),
            over_queue(self.over),
            Queue(
                _("Agreements to sign"),
                _("Nobody is expected until all three have signed. Soonest first."),
                "today",
                by_age(self.unsigned),
                "sites",
            ),
            Queue(
                _("Weeks at employers"),
                _("What the employer says becomes marks when you take it in. Oldest first."),
                "today",
                by_age(self.weeks),
                "sites",
            ),
            Queue(
                _("Changes that sites propose"), _("The site waits for your answer."), "today", self.changes, "sites"
            ),
            Queue(
                _("Sites that said no"),
                _("Within the last three weeks, and nothing new is proposed."),
                "today",
                by_age(self.refused),
                "places",
            ),
            Queue(
                _("Told by the sites"),
                _("Not read yet: reports, incidents, proposed steps. Oldest first."),
                "today",
                by_age(self.told),
                "sites",
            ),
        ]

    @property
    def coming(self) -> list[Queue]:
        """Return what is to be done this week."""
        return [
            Queue(
                _("How it goes at employers"),
                _("Speak with the person and the employer, as promised or as the rhythm says. Soonest first."),
                "week",
                by_age(self.along),
                "sites",
            ),
            Queue(
                _("Ends soon, and nothing follows"),
                _("The placement ends within four weeks. Soonest first."),
                "week",
                by_age(self.ends),
                "places",
            ),
            Queue(
                _("Agreements that end"),
                _("Extend them, or prepare the end. Soonest first."),
                "week",
                by_age(self.ending),
                "sites",
            ),
            Queue(
                _("Reports that are missing"),
                _("The site should have told by now. Longest first."),
                "week",
                by_age(self.missing),
                "sites",
            ),
        ]


def about_places(person_ids: Sequence[int], today: date) -> Places:
    """Gather what own people's placements ask for, in one question."""
    asked = {"people": list(person_ids), "today": today, "soon": today + SOON, "lately": today - LATELY}
    rows = [Asked(*found) for found in database.query(ASKED, asked)]
    found = Places(today)
    found.waiting = {one.person_id: one for one in rows if one.state == "waits"}
    refused: set[int] = set()
    for one in {one.id: one for one in rows}.values():
        if one.refused_at is not None and one.person_id not in found.waiting and one.person_id not in refused:
            refused.add(one.person_id)
            found.refused.append(
                row(
                    one,
                    _("%(unit)s said no: %(answer)s") % {"unit": one.unit, "answer": one.answer},
                    localtime(one.refused_at).date(),
                    _("Find a place"),
                    "matching:find_place",
                    one.person_id,
                )
            )
        elif one.state == "agreed":
            running(found, one)
        told(found, one)
        follow_along(found, one)
    for one in rows:  # one that is over may ask for its last week and for how it went
        agreed(found, one)
    return found


def follow_along(found: Places, one: Asked) -> None:
    """Put with whom somebody is to speak after the start, and when, as it was promised or as the rhythm says."""
    if one.along_id is None or one.along_due is None:
        return
    words = {
        ("person", True): _("You promised to ask how it goes at the workplace"),
        ("person", False): _("Ask how it goes at the workplace"),
        ("employer", True): _("You promised the employer to ask how it goes"),
        ("employer", False): _("Ask the employer how it goes"),
    }
    why = words[str(one.along_with), bool(one.along_promised)]
    line = row(one, why, None, str(OPEN), "agreements:along", one.along_id)
    line = replace(line, door_url=f"{line.door_url}?with={one.along_with}")
    found.along.append(until(line, one.along_due, found.today))


def agreed(found: Places, one: Asked) -> None:
    """Put what an agreement with an employer asks for where it is seen to; a start that has passed is late."""
    if one.agreement_id is None or one.agreement_day is None:
        return
    if one.agreement_asks in OVER:
        ends = over_row(one.name, one.person_id, one.agreement_asks, one.agreement_id, one.agreement_day, found.today)
        found.over.append(ends)
        return
    words = {
        "answered": _("The employer did not sign: read why"),
        "asked": _("The employer asks for a new link: send it"),
        "merged": _("The employer has gone up in another: write the agreement anew"),
        "last": _("Both have signed: sign for the municipality"),
        "waits": _("The agreement waits for signatures"),
        "asked_week": _("The employer asks for a new link to tell of a week: send it"),
        "week": _("The employer has told of a week: take it in"),
        "unmarked": _("A week at the employer is not marked: send the link, or ring"),
        "ends": _("The agreement with the employer ends"),
    }
    why = words[str(one.agreement_asks)]
    if one.agreement_asks in ("week", "asked_week", "unmarked"):
        line = row(one, why, one.agreement_day, str(OPEN), "agreements:week", one.agreement_id)
        found.weeks.append(replace(line, door_url=f"{line.door_url}?day={one.agreement_day}"))
        return
    line = row(one, why, None, str(OPEN), "agreements:agreement", one.agreement_id)
    where = found.ending if one.agreement_asks == "ends" else found.unsigned
    where.append(until(line, one.agreement_day, found.today))


def running(found: Places, one: Asked) -> None:
    """Put a placement that goes on where it asks for something."""
    if one.changing:
        found.changes.append(
            row(
                one,
                _("%(unit)s proposes a change") % {"unit": one.unit},
                None,
                pgettext("matter", "Decide"),
                "placements:placement",
                one.id,
            )
        )
    if one.ends_alone and one.ends_on:
        why = _("%(activity)s: last day %(day)s") % {"activity": one.activity, "day": in_words(day_before(one.ends_on))}
        line = row(one, why, None, _("Plan what comes next"), "placements:placement", one.id)
        found.ends.append(until(line, day_before(one.ends_on), found.today))
    if one.rests_until is not None:
        words = {"unit": one.unit, "day": in_words(day_before(one.rests_until))}
        if one.rests_on == "consent":
            why = _("The consent for %(unit)s: last day %(day)s") % words
        else:
            why = _("The agreement with %(unit)s: last day %(day)s") % words
        line = row(one, why, None, pgettext("matter", "Decide"), "placements:placement", one.id)
        found.rests.append(until(line, day_before(one.rests_until), found.today))
    if one.due is not None and one.due < found.today:
        why = _("No report from %(activity)s") % {"activity": one.activity}
        line = row(one, why, None, _("Ask the site"), "attendance:progress", one.person_id)
        found.missing.append(until(line, one.due, found.today))


def told(found: Places, one: Asked) -> None:
    """Put what the site has told and nobody has answered where it is read; once a person and kind."""
    for said, at in (
        (_("A report of how it goes"), one.report_at),
        (_("Something went wrong"), one.incident_at),
        (_("A step is proposed"), one.step_at),
    ):
        if at is not None:
            line = row(one, said, localtime(at).date(), _("Read"), "attendance:progress", one.person_id)
            if line not in found.told:
                found.told.append(line)

    if one.adapts_at is not None:
        said = _("%(unit)s has answered what it can adapt") % {"unit": one.unit}
        day = localtime(one.adapts_at).date()
        found.told.append(row(one, said, day, _("Read"), "placements:placement", one.id))


def row(one: Asked, why: str, since: date | None, door: str, page: str, key: int) -> Row:
    """Return a line about a placement with its one door."""
    return Row(one.name, person_url(one.person_id), why, since, door, address(page, key))
