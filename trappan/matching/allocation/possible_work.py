"""Which openings are possible for whom, of those who asked for such work: what is known of the one and the other.

Pure: facts in, a town out. An opening is one stretch with as many places as it has free. What rules it out is judged as
where work is found (`fit_work`); what nobody has said, of the opening or of the person, rules nothing out.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trappan.matching import fit_work
from trappan.matching.allocation.possible import is_no
from trappan.matching.allocation.town import Choice, Town
from trappan.matching.fit import licence
from trappan.matching.fit_work import Offer, Wanted


class HardWork(StrEnum):
    """For what nobody is asked about an opening."""

    HOURS = "hours"
    LICENCE = "licence"
    LANGUAGE = "language"
    NEEDS = "needs"
    TRIED = "tried"
    REFUSED = "refused"
    DECLINED = "declined"


@dataclass(frozen=True)
class Asked:
    """An opening of the kind that somebody asked for: 0 for that occupation, 1 for its group; by which word."""

    opening: int
    wish: int
    code: str


@dataclass(frozen=True)
class Asker:
    """Somebody on a team's list, by the number of the search, as far as the person lets the team be told.

    `asked` are the openings of the kind that was asked for. About `tried` the person was asked before, `refused` said
    no to the person, `declined` was a colleague's no; `kept` is what was proposed last and nobody has answered.
    """

    search: int
    since: date
    wanted: Wanted
    asked: Sequence[Asked] = ()
    tried: Collection[int] = ()
    refused: Collection[int] = ()
    declined: Collection[int] = ()
    kept: int | None = None


@dataclass(frozen=True)
class PossibleWork:
    """The town, and what each of its numbers is.

    `chosen` is what each choice is; `units` the opening of each stretch. `ruled_out` counts for each who waits the
    openings by what nobody is asked for. `kept` is what was proposed before and is possible still.
    """

    town: Town
    chosen: Sequence[Asked]
    units: Sequence[int]
    ruled_out: Sequence[Counter[str]]
    kept: Mapping[int, int]


def possible_work(askers: Sequence[Asker], offers: Mapping[int, Offer], free: Mapping[int, int]) -> PossibleWork:
    """Return the town of those who wait for work, in the order given, and every opening that is possible for each."""
    judge = Judge(offers)
    units = {opening: number for number, opening in enumerate(offers)}
    choices: list[Choice] = []
    chosen: list[Asked] = []
    ruled_out: list[Counter[str]] = []
    kept: dict[int, int] = {}
    for number, asker in enumerate(askers):
        why = Counter[str]()
        for one in asker.asked:
            if (hard := judge.hard(asker, one.opening)) is not None:
                why[hard.value] += 1
                continue
            if one.opening == asker.kept:
                kept[number] = len(choices)
            choices.append(Choice(number, one.wish, (units[one.opening],)))
            chosen.append(one)
        ruled_out.append(why)
    town = Town([one.search for one in askers], choices, [free[opening] for opening in offers])
    return PossibleWork(town, chosen, list(offers), ruled_out, kept)


class Judge:
    """Tells what stands in the way; days and hours are judged once for all who can come at the same times."""

    def __init__(self, offers: Mapping[int, Offer]) -> None:
        self.offers = offers
        self.hours: dict[tuple[str, int | None, int], bool] = {}

    def hard(self, asker: Asker, opening: int) -> HardWork | None:
        """Return the first thing for which this one is not asked about an opening; None where nothing is in the way."""
        wanted, offer = asker.wanted, self.offers[opening]
        if self.is_outside(wanted, offer):
            return HardWork.HOURS
        if is_no(licence(wanted.licence, offer.licence)):
            return HardWork.LICENCE
        if is_no(fit_work.language(wanted, offer)):
            return HardWork.LANGUAGE
        if any(is_no(one) for one in fit_work.needs(wanted, offer)):
            return HardWork.NEEDS
        if opening in asker.refused:
            return HardWork.REFUSED
        if opening in asker.tried:
            return HardWork.TRIED
        return HardWork.DECLINED if opening in asker.declined else None

    def is_outside(self, wanted: Wanted, offer: Offer) -> bool:
        """Tell whether some of the work is when the person cannot come, or it is more hours than are possible."""
        key = (str(wanted.week), wanted.minutes, offer.key)
        if key not in self.hours:
            self.hours[key] = is_no(fit_work.days(wanted, offer)) or is_no(fit_work.hours(wanted, offer))
        return self.hours[key]
