"""How an opening at an employer suits a person: the same named reasons as for a place, in the same words for both.

Pure: facts in, reasons out. What is unknown, of the opening or of the person, counts neither for nor against. Nobody
starts where no day is possible, or where a driving licence is asked for that is known to lack. Gender, age, origin,
religion, name and address are no facts here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from trappan.matching.fit import Judged, Reason, Topic, Verdict, in_words, licence
from trappan.schedules.week import Part, Week
from trappan.ui.templatetags.ui import hours as in_hours


class Nearness(StrEnum):
    """How near the work lies to what the person has said, the nearest first."""

    WISH = "wish"
    DONE = "done"
    NEAR = "near"
    GROUP = "group"
    NONE = ""


@dataclass(frozen=True)
class Wanted:
    """What a person has said of work, as far as its reader may know; None is what nobody has asked.

    `has_said_work` tells whether there are occupations wished for or had. `week` is when the person can come,
    `minutes` how many a week at most, `limits` codes of what is needed with their words, `travel` the longest journey.
    """

    has_said_work: bool = False
    week: Week | None = None
    minutes: int | None = None
    licence: frozenset[str] | None = None
    languages: Sequence[str] | None = None
    limits: Mapping[str, str] | None = None
    travel: int | None = None

    @property
    def days(self) -> list[int] | None:
        """Return the weekdays that are possible, Monday 0; None where nobody has asked."""
        return sorted({part.weekday for part in self.week.parts}) if self.week else None


@dataclass(frozen=True)
class Offer:
    """What is known of an opening, and how near its work lies to what was said; empty is what nobody has written.

    `via` is the occupation that stands in for it, or the group that both belong to. `skills` are those of the person's
    that are used in such work. `licence` is a class, `licence_words` how it is read.
    """

    key: int
    occupation: str = ""
    nearness: Nearness = Nearness.NONE
    via: str = ""
    week: Week | None = None
    days: Sequence[int] = ()
    minutes: int | None = None
    licence: str = ""
    licence_words: str = ""
    languages: Sequence[str] = ()
    access: Sequence[str] = ()
    skills: Sequence[str] = field(default=())


@dataclass(frozen=True)
class WorkFit(Judged):
    """An opening with its reasons."""

    offer: Offer


def judge(wanted: Wanted, offer: Offer, at_least: int) -> WorkFit:
    """Return an opening with the reasons for and against it, in the order in which they are read."""
    found = [
        work(wanted, offer),
        days(wanted, offer),
        hours(wanted, offer),
        licence(wanted.licence, offer.licence, offer.licence_words),
        language(wanted, offer),
        *needs(wanted, offer),
        skill(offer),
        travel(wanted),
    ]
    return WorkFit(tuple(reason for reason in found if reason is not None), at_least, offer)


def work(wanted: Wanted, offer: Offer) -> Reason:
    """Whether the person has asked for such work, has done it, or something near it."""
    if not offer.occupation:
        return Reason(Topic.WORK, Verdict.UNKNOWN, _("Which occupation it is"))
    names = {"occupation": offer.occupation, "via": offer.via}
    said = {
        Nearness.WISH: _("%(occupation)s, as asked for"),
        Nearness.DONE: _("%(occupation)s, as before"),
        Nearness.NEAR: _("%(occupation)s: whoever is %(via)s can do it"),
        Nearness.GROUP: _("%(occupation)s, of the same kind: %(via)s"),
    }
    if words := said.get(offer.nearness):
        return Reason(Topic.WORK, Verdict.FITS, words % names)
    if not wanted.has_said_work:
        return Reason(Topic.WORK, Verdict.UNKNOWN, _("What work is asked for"))
    return Reason(Topic.WORK, Verdict.LACKS, _("%(occupation)s, which is not asked for") % names)


def days(wanted: Wanted, offer: Offer) -> Reason:
    """Whether the work is when the person can come; nobody starts where no time is possible."""
    if not offer.week and not offer.days:
        return Reason(Topic.DAYS, Verdict.UNKNOWN, _("Which days and times it is"))
    if wanted.week is None or wanted.days is None:
        return Reason(Topic.DAYS, Verdict.UNKNOWN, _("Which days and times are possible"))
    can = {"can": in_words(wanted.week.parts)}
    if offer.week:
        outside = [part for part in offer.week.parts if not is_within(part, wanted.week)]
        if not outside:
            words = _("The times are possible: %(times)s") % {"times": in_words(offer.week.parts)}
            return Reason(Topic.DAYS, Verdict.FITS, words)
        meets = any(part.meets(other) for part in offer.week.parts for other in wanted.week.parts)
        words = _("Work %(times)s, possible is %(can)s") % {"times": in_words(outside), **can}
        return Reason(Topic.DAYS, Verdict.LACKS, words, is_hard=not meets)
    missing = [day for day in offer.days if day not in wanted.days]
    listed = {"days": ", ".join(str(WEEKDAYS_ABBR[day]) for day in missing or offer.days)}
    if not missing:
        return Reason(Topic.DAYS, Verdict.FITS, _("The days are possible: %(days)s") % listed)
    words = _("Work %(days)s, possible is %(can)s") % {**listed, **can}
    return Reason(Topic.DAYS, Verdict.LACKS, words, is_hard=len(missing) == len(offer.days))


def is_within(part: Part, week: Week) -> bool:
    """Tell whether a stretch of work lies within a stretch that is possible, each week that it is there."""
    return any(
        other.start <= part.start and part.end <= other.end and other.weeks in ("every", part.weeks)
        for other in week.parts
    )


def hours(wanted: Wanted, offer: Offer) -> Reason:
    if offer.minutes is None:
        return Reason(Topic.HOURS, Verdict.UNKNOWN, _("How many hours a week it is"))
    if wanted.minutes is None:
        return Reason(Topic.HOURS, Verdict.UNKNOWN, _("How many hours a week are possible"))
    said = {"hours": in_hours(offer.minutes), "most": in_hours(wanted.minutes)}
    if offer.minutes <= wanted.minutes:
        return Reason(Topic.HOURS, Verdict.FITS, _("%(hours)s a week, at most %(most)s is asked for") % said)
    return Reason(Topic.HOURS, Verdict.LACKS, _("%(hours)s a week, and at most %(most)s is possible") % said)


def language(wanted: Wanted, offer: Offer) -> Reason | None:
    """Only what the work asks for is looked at: what else somebody speaks says nothing here."""
    if not offer.languages:
        return None
    if wanted.languages is None:
        asked = {"languages": ", ".join(offer.languages)}
        return Reason(Topic.LANGUAGE, Verdict.UNKNOWN, _("If this is spoken: %(languages)s") % asked)
    speaks = {one.lower() for one in wanted.languages}
    if missing := [one for one in offer.languages if one.lower() not in speaks]:
        words = _("The work asks for %(languages)s") % {"languages": ", ".join(missing)}
        return Reason(Topic.LANGUAGE, Verdict.LACKS, words)
    return Reason(Topic.LANGUAGE, Verdict.FITS, _("Speaks %(languages)s") % {"languages": ", ".join(offer.languages)})


def needs(wanted: Wanted, offer: Offer) -> list[Reason]:
    """Whether the workplace has what the person needs; where it says nothing of the kind, that is not known."""
    if wanted.limits is None:
        return []
    found = []
    for code, words in wanted.limits.items():
        if not offer.access:
            found.append(Reason(Topic.NEEDS, Verdict.UNKNOWN, _("If it has this: %(need)s") % {"need": words}))
        elif code in offer.access:
            found.append(Reason(Topic.NEEDS, Verdict.FITS, words))
        else:
            lacks = _("Not among what the site has: %(need)s") % {"need": words}
            found.append(Reason(Topic.NEEDS, Verdict.LACKS, lacks))
    return found


def skill(offer: Offer) -> Reason | None:
    if not offer.skills:
        return None
    words = _("Used in such work: %(skills)s") % {"skills": ", ".join(offer.skills)}
    return Reason(Topic.SKILL, Verdict.FITS, words)


def travel(wanted: Wanted) -> Reason | None:
    """How long the way to an employer is, nobody has written down: no map is asked."""
    if wanted.travel is None:
        return None
    return Reason(Topic.TRAVEL, Verdict.UNKNOWN, _("How long the journey takes"))
