"""How a place suits a person: named reasons, each *fits*, *lacks* or *we do not know*.

Pure: facts in, reasons out. What is unknown of a place never counts for it; what nobody has asked the person is
asked of no place. Gender, age, origin and religion are no facts here. How an opening at an employer suits is judged
in the same words (`fit_work`).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils.dates import MONTHS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.schedules.season import Season, is_in_season
from trappan.schedules.week import MINUTES_A_DAY, Part, Week

# Which licence it takes to drive what is asked for: one of these classes, and each of those.
DRIVES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "AM": (frozenset({"AM", "B", "C", "D"}), frozenset()),
    "B": (frozenset({"B", "C", "D"}), frozenset()),
    "BE": (frozenset({"B", "C", "D"}), frozenset({"E"})),
    "C": (frozenset({"C"}), frozenset()),
    "CE": (frozenset({"C"}), frozenset({"E"})),
    "D": (frozenset({"D"}), frozenset()),
}


class Verdict(StrEnum):
    """What a reason says."""

    FITS = "fits"
    LACKS = "lacks"
    UNKNOWN = "unknown"


class Topic(StrEnum):
    """What a reason is about, in the order in which it is read."""

    WORK = "work"
    SEASON = "season"
    DAYS = "days"
    HOURS = "hours"
    LICENCE = "licence"
    BRANCH = "branch"
    NEEDS = "needs"
    STEP = "step"
    LANGUAGE = "language"
    ASKED = "asked"
    SKILL = "skill"
    TRAVEL = "travel"
    PATH = "path"


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for a place, lacks there, or is not known; `is_hard` where nobody can start for it."""

    topic: Topic
    verdict: Verdict
    words: str
    is_hard: bool = False


@dataclass(frozen=True)
class Profile:
    """What is looked for. Empty or None is what nobody has asked: no place is judged by it.

    `week` is when the person can come; `month` that of the first day; `branches` and `needs` are codes with their
    words; `most_travel` in minutes; `partner` is whether a partner's place is wished for, None where all is the same.
    `languages` are those of the register, `speaks` and `licence` what the person has said in the profile, None where
    nobody has asked: only what a place asks for is judged by them.
    """

    week: Week | None = None
    month: int = 1
    branches: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    step: int | None = None
    languages: Sequence[str] = ()
    speaks: Sequence[str] | None = None
    licence: Sequence[str] | None = None
    most_travel: int | None = None
    partner: bool | None = None

    @property
    def times(self) -> str:
        """Return in words when the person can come; empty where nobody has planned it."""
        return in_words(self.week.parts) if self.week else ""


@dataclass(frozen=True)
class Free:
    """A stretch of the week in minutes since Monday, half-open, and how many places are free throughout."""

    start: int
    end: int
    places: int


@dataclass(frozen=True)
class Place:
    """What is known of a place; None or empty is what nobody has described.

    `season` is its first and last month, None where it is open all year; `hours` when it opens and closes, in
    minutes since midnight; `access` are codes, `branch_words` the branch as it is read; `travel` in minutes, as
    somebody has written it down for this person. `languages` are spoken there; `languages_asked`, each of them, and a
    driving `licence` of a class, are what nobody can be there without.
    """

    key: int
    name: str
    open_days: Sequence[int]
    free: Sequence[Free]
    season: Season | None = None
    hours: tuple[int, int] | None = None
    branch: str = ""
    branch_words: str = ""
    access: Sequence[str] = ()
    steps: tuple[int, int] | None = None
    languages: Sequence[str] = ()
    languages_asked: Sequence[str] = ()
    licence: str = ""
    licence_words: str = ""
    travel: int | None = None
    is_partner: bool = False


@dataclass(frozen=True)
class Judged:
    """What the reasons say together; fewer known facts than `at_least` are too few to say that something suits."""

    reasons: tuple[Reason, ...]
    at_least: int

    def those(self, verdict: Verdict) -> list[Reason]:
        return [reason for reason in self.reasons if reason.verdict == verdict]

    @cached_property
    def fits(self) -> list[Reason]:
        return self.those(Verdict.FITS)

    @cached_property
    def lacks(self) -> list[Reason]:
        return self.those(Verdict.LACKS)

    @cached_property
    def unknown(self) -> list[Reason]:
        return self.those(Verdict.UNKNOWN)

    @property
    def against(self) -> list[Reason]:
        """Return what lacks, then what is not known."""
        return [*self.lacks, *self.unknown]

    @property
    def known(self) -> int:
        """Return how many facts are known, for and against."""
        return len(self.reasons) - len(self.unknown)

    @property
    def is_suiting(self) -> bool:
        """Tell whether it suits: one can start, enough is known, and more fits than lacks."""
        return self.can_start and self.known >= self.at_least and len(self.fits) > len(self.lacks)

    @property
    def can_start(self) -> bool:
        """Tell whether nothing is in the way that nobody can start for."""
        return not any(reason.is_hard for reason in self.reasons)

    @property
    def is_too_little_known(self) -> bool:
        """Tell whether fewer facts are known than it takes to say anything."""
        return self.known < self.at_least

    @property
    def why_not(self) -> str:
        """Return in words why it does not suit now: what nobody can start for, too little known, or what lacks."""
        if hard := [reason.words for reason in self.lacks if reason.is_hard]:
            return sentences(hard)
        if self.is_too_little_known:
            count = ngettext("only %(known)s fact is known", "only %(known)s facts are known", self.known)
            return _("We know too little: %(count)s.") % {"count": count % {"known": self.known}}
        return sentences([reason.words for reason in self.lacks])


@dataclass(frozen=True)
class Fit(Judged):
    """A place with its reasons."""

    place: Place

    @property
    def is_for_the_site_to_say(self) -> bool:
        """Tell whether the site knows something that we do not: all but what only the person can say."""
        of_person = (Topic.TRAVEL, Topic.ASKED, Topic.LICENCE)
        return any(reason.topic not in of_person for reason in self.unknown)


def sentences(several: Sequence[str]) -> str:
    """Return reasons as sentences after one another."""
    return " ".join(f"{words}." for words in several)


def fits_of(profile: Profile, places: Iterable[Place], at_least: int) -> list[Fit]:
    """Judge places and put them in order; of `at_least` see `Judged`."""
    judge = Judge(profile)
    return sorted((Fit(judge.reasons(place), at_least, place) for place in places), key=order)


def order(fit: Fit) -> tuple[int, int, str, int]:
    """Return where a place stands: fewest lacks first, then most known, then by name."""
    return len(fit.lacks), -fit.known, fit.place.name, fit.place.key


def unasked(profile: Profile) -> list[Topic]:
    """Return what nobody has asked the person: no place is judged by it."""
    asked = {
        Topic.DAYS: profile.week is not None,
        Topic.BRANCH: bool(profile.branches),
        Topic.STEP: profile.step is not None,
        Topic.LANGUAGE: bool(profile.languages),
        Topic.TRAVEL: profile.most_travel is not None,
    }
    return [topic for topic, is_asked in asked.items() if not is_asked]


def reasons(profile: Profile, place: Place) -> tuple[Reason, ...]:
    """Return the reasons for and against one place, in the order in which they are read."""
    return Judge(profile).reasons(place)


class Judge:
    """Judges places for one person: of a fact that several places share the reason is made once, words and all."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.made: list[dict[Hashable, tuple[Reason, ...]]] = [{} for _judge in JUDGED]

    def reasons(self, place: Place) -> tuple[Reason, ...]:
        """Return the reasons for and against one place, in the order in which they are read."""
        # What each of `JUDGED` looks at.
        facts: tuple[Hashable, ...] = (
            place.season,
            (tuple(place.open_days), place.hours, tuple(place.free)),
            (place.branch, place.branch_words),
            tuple(place.access),
            place.steps,
            tuple(place.languages),
            tuple(place.languages_asked),
            (place.licence, place.licence_words),
            place.travel,
            place.is_partner,
        )
        found: list[Reason] = []
        for made, fact, judge in zip(self.made, facts, JUDGED, strict=True):
            if fact not in made:
                made[fact] = tuple(reason for reason in judge(self.profile, place) if reason is not None)
            found += made[fact]
        return tuple(found)


def season(profile: Profile, place: Place) -> Reason | None:
    """Nobody starts where the season is over; a place that is open is told of by its days."""
    if place.season is None or is_in_season(profile.month, place.season):
        return None
    words = _("The season is over: opens again in %(month)s") % {"month": MONTHS[place.season[0]]}
    return Reason(Topic.SEASON, Verdict.LACKS, words, is_hard=True)


def days(profile: Profile, place: Place) -> Reason:
    """Whether it is open and has room when the person can come; where nobody has planned when, whether it has room."""
    if profile.week is None:
        there = [day for day in place.open_days if free_on(day, place)]
        if not there:
            return Reason(Topic.DAYS, Verdict.LACKS, _("Full every day"), is_hard=True)
        words = _("A place is free %(days)s") % {"days": ", ".join(str(WEEKDAYS_ABBR[day]) for day in there)}
        return Reason(Topic.DAYS, Verdict.FITS, words)
    closed = [part for part in profile.week.parts if not is_open_in(part, place)]
    full = [part for part in profile.week.parts if part not in closed and not free_in(part, place)]
    if not closed and not full:
        words = _("A place is free at all times: %(week)s") % {"week": in_words(profile.week.parts)}
        return Reason(Topic.DAYS, Verdict.FITS, words)
    said = []
    if full:
        said.append(_("full %(times)s") % {"times": in_words(full)})
    if closed:
        said.append(_("closed %(times)s") % {"times": in_words(closed)})
    is_hard = len(closed) + len(full) == len(profile.week.parts)
    return Reason(Topic.DAYS, Verdict.LACKS, capfirst(", ".join(said)), is_hard=is_hard)


def in_words(parts: Iterable[Part]) -> str:
    """Return parts as they are read, the days of the same hours together: mån, ons 9–12, tors 13–15."""
    days: dict[str, list[str]] = {}
    for part in parts:
        days.setdefault(part.times_in_words, []).append(str(WEEKDAYS_ABBR[part.weekday]))
    return ", ".join(f"{', '.join(there)} {times}" for times, there in days.items())


def is_open_in(part: Part, place: Place) -> bool:
    """Tell whether the place is open throughout a part; hours that nobody has said close nothing."""
    if part.weekday not in place.open_days:
        return False
    start = part.start % MINUTES_A_DAY
    return place.hours is None or (place.hours[0] <= start and start + part.minutes <= place.hours[1])


def free_in(part: Part, place: Place) -> int:
    """Return the places that are free throughout a part of the week; none where nothing is told of it."""
    return least_free(place.free, part)


def least_free(stretches: Iterable[Free], part: Part) -> int:
    """Return the places that are free throughout a part of the week, of the stretches told of; none where none is."""
    return min((one.places for one in stretches if one.start < part.end and part.start < one.end), default=0)


def free_on(day: int, place: Place) -> int:
    """Return the places that are free all day."""
    return free_in(Part(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY), place)


def branch(profile: Profile, place: Place) -> Reason | None:
    if not profile.branches:
        return None
    if not place.branch:
        return Reason(Topic.BRANCH, Verdict.UNKNOWN, _("Which branch it is"))
    if place.branch in profile.branches:
        return Reason(Topic.BRANCH, Verdict.FITS, _("%(branch)s, as wished for") % {"branch": place.branch_words})
    words = _("%(branch)s, which is not wished for") % {"branch": place.branch_words}
    return Reason(Topic.BRANCH, Verdict.LACKS, words)


def need(code: str, words: str, place: Place) -> Reason:
    """Whether the site says that it has something the person needs; where it says nothing of the kind, unknown."""
    if not place.access:
        return Reason(Topic.NEEDS, Verdict.UNKNOWN, _("If it has this: %(need)s") % {"need": words})
    if code in place.access:
        return Reason(Topic.NEEDS, Verdict.FITS, words)
    return Reason(Topic.NEEDS, Verdict.LACKS, _("Not among what the site has: %(need)s") % {"need": words})


def step(profile: Profile, place: Place) -> Reason | None:
    """A step is no gate: a place for others lacks one thing, and can be chosen."""
    if profile.step is None:
        return None
    if place.steps is None:
        return Reason(Topic.STEP, Verdict.UNKNOWN, _("Which steps it is for"))
    first, last = place.steps
    words = {"first": first, "last": last, "step": profile.step}
    if first <= profile.step <= last:
        return Reason(Topic.STEP, Verdict.FITS, _("For steps %(first)s–%(last)s") % words)
    return Reason(Topic.STEP, Verdict.LACKS, _("For steps %(first)s–%(last)s, not step %(step)s") % words)


def language(profile: Profile, place: Place) -> Reason | None:
    if not profile.languages:
        return None
    if not place.languages:
        return Reason(Topic.LANGUAGE, Verdict.UNKNOWN, _("Which languages are spoken there"))
    if common := [one for one in profile.languages if one in place.languages]:
        words = _("%(languages)s is spoken there") % {"languages": capfirst(", ".join(common))}
        return Reason(Topic.LANGUAGE, Verdict.FITS, words)
    words = _("Spoken there: %(languages)s") % {"languages": ", ".join(place.languages)}
    return Reason(Topic.LANGUAGE, Verdict.LACKS, words)


def language_asked(profile: Profile, place: Place) -> Reason | None:
    """Nobody starts where a language is asked for that is not spoken; where nobody has asked the person, unknown."""
    if not place.languages_asked:
        return None
    asked = {"languages": ", ".join(place.languages_asked)}
    if profile.speaks is None:
        return Reason(Topic.ASKED, Verdict.UNKNOWN, _("If this is spoken: %(languages)s") % asked)
    speaks = {one.lower() for one in profile.speaks}
    if missing := [one for one in place.languages_asked if one.lower() not in speaks]:
        words = _("It takes %(languages)s") % {"languages": ", ".join(missing)}
        return Reason(Topic.ASKED, Verdict.LACKS, words, is_hard=True)
    return Reason(Topic.ASKED, Verdict.FITS, _("Speaks %(languages)s") % asked)


def licence(held: Iterable[str] | None, asked_for: str, words: str = "") -> Reason | None:
    """Nobody starts where a licence is asked for that lacks; where nobody has asked the person, it is not known."""
    if not asked_for:
        return None
    asked = {"licence": words or asked_for}
    if held is None:
        return Reason(Topic.LICENCE, Verdict.UNKNOWN, _("If there is a driving licence: %(licence)s") % asked)
    if asked_for in drives(held):
        return Reason(Topic.LICENCE, Verdict.FITS, _("Driving licence: %(licence)s") % asked)
    return Reason(Topic.LICENCE, Verdict.LACKS, _("It takes a driving licence: %(licence)s") % asked, is_hard=True)


def drives(licence: Iterable[str]) -> list[str]:
    """Return what somebody with these classes may drive, in the classes that are asked for."""
    held = set(licence)
    return [asked for asked, (one_of, each) in DRIVES.items() if held & one_of and each <= held]


def travel(profile: Profile, place: Place) -> Reason | None:
    if profile.most_travel is None:
        return None
    if place.travel is None:
        return Reason(Topic.TRAVEL, Verdict.UNKNOWN, _("How long the journey takes"))
    words = {"minutes": place.travel, "most": profile.most_travel}
    if place.travel <= profile.most_travel:
        return Reason(Topic.TRAVEL, Verdict.FITS, _("%(minutes)s minutes there") % words)
    return Reason(Topic.TRAVEL, Verdict.LACKS, _("%(minutes)s minutes there, at most %(most)s") % words)


def path(profile: Profile, place: Place) -> Reason | None:
    if profile.partner is None:
        return None
    if profile.partner == place.is_partner:
        words = _("A partner, as wished for") if place.is_partner else _("The municipality's own, as wished for")
        return Reason(Topic.PATH, Verdict.FITS, words)
    words = _("A partner: would rather be with the municipality") if place.is_partner else _("Not with a partner")
    return Reason(Topic.PATH, Verdict.LACKS, words)


# Each looks at facts of its own, which `Judge.reasons` names in the same order.
JUDGED: tuple[Callable[[Profile, Place], Iterable[Reason | None]], ...] = (
    lambda profile, place: [season(profile, place)],
    lambda profile, place: [days(profile, place)],
    lambda profile, place: [branch(profile, place)],
    lambda profile, place: [need(code, words, place) for code, words in profile.needs.items()],
    lambda profile, place: [step(profile, place)],
    lambda profile, place: [language(profile, place)],
    lambda profile, place: [language_asked(profile, place)],
    lambda profile, place: [licence(profile.licence, place.licence, place.licence_words)],
    lambda profile, place: [travel(profile, place)],
    lambda profile, place: [path(profile, place)],
)
