"""Placements: the conditions that the pages and the database have, each at its line."""

from collections import defaultdict
from datetime import date
from itertools import combinations

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row
from trappan.exchange.checks.places import check_places
from trappan.exchange.checks.stays import ALL_WEEK, Stay, stays
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import clock, weekday

FILE = "placements.csv"


def check_placements(checker: Checker) -> None:
    """Refuse what a colleague could not do on the page either."""
    if not (checker.of(FILE) or checker.of("activities.csv")):
        return
    there = stays(checker)
    answered_first(checker, there)
    marked_days(checker, there)
    within_the_activity(checker, there)
    with_consent(checker)
    named_supervisor(checker, there)
    one_place_at_a_time(checker, there)
    check_places(checker, there)


def answered_first(checker: Checker, there: list[Stay]) -> None:
    """A placement that is proposed here waits for its site's answer, and is not overtaken by a file."""
    for stay in there:
        if stay.row is not None and stay.was is not None and not stay.was.agreed:
            checker.no(
                FILE,
                stay.row,
                "starts_on",
                _("The placement is proposed here and waits for the site. Let the site answer, or take it back first."),
            )


def marked_days(checker: Checker, there: list[Stay]) -> None:
    """No placement ends before a day on which somebody has marked the person."""
    for stay in there:
        if stay.row is not None and stay.marked_on and stay.ends_on and stay.marked_on >= stay.ends_on:
            checker.no(
                FILE,
                stay.row,
                "ends_on",
                _("The person is marked here on %(day)s: that day was held. Choose that day or a later one.")
                % {"day": stay.marked_on},
            )


def within_the_activity(checker: Checker, there: list[Stay]) -> None:
    """Nobody begins where the activity is not open, and nobody stays beyond its end."""
    said = {row["code"]: row for row in checker.of("activities.csv")}
    period_of: dict[str, tuple[date, date | None]] = {
        code: (first, after)
        for code, first, after in database.query(
            "SELECT code, starts_on, ends_on FROM activities_activity WHERE code = ANY (%s)",
            [list({stay.activity for stay in there})],
        )
    } | {code: (row["starts_on"], row["ends_on"]) for code, row in said.items()}
    beyond: dict[str, Stay] = {}
    for stay in there:
        first, after = period_of.get(stay.activity, (stay.starts_on, None))
        late = after is not None and (stay.ends_on is None or stay.ends_on > after)
        if stay.row is None:
            if late and stay.activity in said and (stay.ends_on is None or stay.ends_on > checker.today):
                beyond.setdefault(stay.activity, stay)
        elif stay.was is None and (stay.starts_on < first or (after is not None and stay.starts_on >= after)):
            checker.no(
                FILE,
                stay.row,
                "starts_on",
                _("The activity is not open on that day: it is from %(first)s to %(last)s. Correct one of them.")
                % {"first": first, "last": day_before(after) or "…"},
            )
        elif late and stay.is_new:
            checker.no(
                FILE,
                stay.row,
                "ends_on",
                _("The activity closes before that: its last day is %(last)s. Choose that day or a sooner one.")
                % {"last": day_before(after)},
            )
    for code in beyond:
        checker.no(
            "activities.csv",
            said[code],
            "ends_on",
            _("People are placed there after that day. Write in placements.csv when their placements end."),
        )


def with_consent(checker: Checker) -> None:
    """A partner who cooperates takes nobody without the person's consent; the database judges those it knows."""
    cooperating = {
        unit
        for unit, cooperates in database.query(
            "SELECT u.code, o.kind <> 'municipality' AND o.basis <> 'provider' FROM staff_unit u "
            "JOIN staff_organisation o ON o.id = u.organisation_id"
        )
        if cooperates
    }
    organisations = dict(
        database.query("SELECT name, kind <> 'municipality' AND basis <> 'provider' FROM staff_organisation")
    )
    for row in checker.of("units.csv"):
        if row["code"] not in checker.known.units and organisations.get(
            row["organisation"], row["organisation_kind"] != "municipality"
        ):
            cooperating.add(row["code"])
    if not cooperating:
        return
    unit_of = dict(
        database.query("SELECT a.code, u.code FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id")
    ) | {row["code"]: row["unit"] for row in checker.of("activities.csv")}
    for row in checker.of(FILE):
        unit = unit_of.get(row["activity"])
        if unit is not None and unit in cooperating and not consented(checker, row, unit):
            checker.no(
                FILE,
                row,
                "activity",
                _(
                    "A partner who cooperates needs each person's consent. Write the consent down first, or leave "
                    "the row out."
                ),
            )


def consented(checker: Checker, row: Row, unit: str) -> bool:
    person, at = checker.known.people.get(row["pin"]), checker.known.units.get(unit)
    if person is None or at is None:
        # A unit that is new of a partner who is known: the database asks when the row comes.
        return person is not None
    return bool(database.value("placements_consented", person, at, row["starts_on"], row["ends_on"]))


def named_supervisor(checker: Checker, there: list[Stay]) -> None:
    """A protected person is placed by hand, with a decision and one named supervisor."""
    protected = {
        person_id
        for (person_id,) in database.query(
            "SELECT id FROM people_person WHERE protection <> 'none' AND id = ANY (%s)",
            [checker.here(checker.of(FILE))],
        )
    } | {checker.who(row) for row in checker.of("people.csv") if row["protection"] != "none"}
    for stay in there:
        if stay.row is not None and stay.was is None and stay.who in protected:
            checker.no(
                FILE,
                stay.row,
                "pin",
                _(
                    "A person with protected identity is placed by hand, with a decision and a named supervisor. "
                    "Leave the row out."
                ),
            )


def one_place_at_a_time(checker: Checker, there: list[Stay]) -> None:
    """Nobody is in two places at once. Where times are unknown it is told, not refused."""
    of_person: dict[object, list[Stay]] = defaultdict(list)
    for stay in there:
        of_person[stay.who].append(stay)
    for together in of_person.values():
        together.sort(key=lambda stay: (stay.starts_on, stay.row is not None))
        for one, other in combinations(together, 2):
            if (one.is_new or other.is_new) and one.meets(other):
                later, earlier = (other, one) if other.row is not None else (one, other)
                tell_overlap(checker, later, earlier)


def tell_overlap(checker: Checker, later: Stay, earlier: Stay) -> None:
    if later.row is None:
        return
    where = earlier.activity
    if earlier.row is not None:
        where = _("%(activity)s (line %(line)s)") % {"activity": where, "line": earlier.row["line"]}
    if later.activity == earlier.activity:
        reason = _("The person already has a place there from %(day)s, in %(place)s. End that one first.")
        checker.no(FILE, later.row, "starts_on", reason % {"day": earlier.starts_on, "place": where})
    elif ALL_WEEK in (later.week, earlier.week):
        reason = _("The person is also in %(place)s then, and not both have times: whether they meet is not known.")
        checker.note(FILE, later.row, "schedule", reason % {"place": where})
    else:
        for part in earlier.week.parts:
            if any(part.meets(mine) for mine in later.week.parts):
                when = f"{weekday(part.weekday)} {clock(part.starts_at)}–{clock(part.ends_at)}"
                reason = _("The person is in %(place)s %(time)s. Choose other times, or end that first.")
                checker.no(FILE, later.row, "schedule", reason % {"place": where, "time": when})
                return
