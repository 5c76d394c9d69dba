"""What is known of the town while it is being made: its ids, its dice, who lives there and who is where."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from trappan.demo.numbers import Numbers
from trappan.demo.rows import Rows


@dataclass
class Site:
    """A workplace with one activity."""

    unit: int
    activity: int
    places: int
    kind: str
    starts_on: date
    supervisor: int = 0
    leader: int = 0
    name: str = ""
    partner: bool = False
    organisation: int = 0


@dataclass
class Human:
    """A person of the town while it is being made."""

    id: int
    gender: str
    birth: date
    role: str
    protection: str
    given: str
    tongue: str = "svenska"
    young_child: bool = False
    # Under the requirement since October, and so asked to take part.
    under: bool = False
    # The latest case.
    case: int = 0
    # When the latest plan says that there is activity: weekday, first and last hour.
    week: tuple[tuple[int, int, int], ...] = ()


@dataclass
class Family:
    """People of the tour who are to live in one of the town's homes, on support about since when."""

    people: list[Human]
    kind: int
    since: date


@dataclass
class Town:
    """The ids of what the people's lives hang on, and what has been given out so far."""

    rows: Rows
    random: Random
    scale: float = 1.0

    # Staff: units and memberships.
    municipality: int = 0
    administration: int = 0
    partners: dict[str, int] = field(default_factory=dict)
    social: list[int] = field(default_factory=list)
    labour: list[int] = field(default_factory=list)
    serving: dict[str, int] = field(default_factory=dict)  # units for the whole town, by kind
    social_workers: dict[int, list[int]] = field(default_factory=dict)
    consultants: dict[int, list[int]] = field(default_factory=dict)
    colleagues: dict[str, int] = field(default_factory=dict)  # those of the tour, by given name
    unit_of: dict[int, int] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)  # of the households, by social office
    referred: list[tuple[int, int]] = field(default_factory=list)  # units that take referrals, and a colleague there

    # Workplaces, all and by labour market unit.
    sites: list[Site] = field(default_factory=list)
    near: dict[int, list[Site]] = field(default_factory=dict)
    workshop: int = 0  # the carpentry's activity
    open_days: list[date] = field(default_factory=list)  # on which sites could be attended

    # Assistance.
    months: list[date] = field(default_factory=list)  # with support, from the first to the last

    # People: numbers, those of the tour by name, and their families that wait for a home.
    numbers: Numbers = field(default_factory=lambda: Numbers({"199111052388"}))
    people: dict[str, Human] = field(default_factory=dict)
    families: list[Family] = field(default_factory=list)

    # Cases: how many new ones Jonna has got, and each colleague's meetings by day.
    recent: int = 0
    meetings: Counter[tuple[int, date]] = field(default_factory=Counter)
    # Plans: somebody who comes back may be mapped on the day of an earlier step.
    stepped: set[tuple[int, date]] = field(default_factory=set)
    # Placements: who is there on an hour of the week, by activity; how many have been there before; who waits.
    taken: Counter[tuple[int, int]] = field(default_factory=Counter)
    been: Counter[int] = field(default_factory=Counter)
    without_place: list[tuple[Human, int, date]] = field(default_factory=list)

    # Dice of their own for what came later, so that nothing else moves.
    journal_dice: Random = field(default_factory=lambda: Random("journals 1"))
    rating_dice: Random = field(default_factory=lambda: Random("ratings 1"))
