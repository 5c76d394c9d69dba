"""The town's organisations, units, workplaces and colleagues.

The municipality and everybody in it are invented. The names of workplaces, and that these partners
have such, come from the commissioning documents (requirements.md §4, R-070 to R-098).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from trappan.demo.catalogue import groups, held
from trappan.demo.clock import moment
from trappan.demo.names import family, given
from trappan.demo.rows import Rows

SOCIAL = ("Försörjningsstöd Öster", "Försörjningsstöd Väster")
LABOUR = ("Enhet Öster", "Enhet Väster", "Enhet Unga", "Enhet Språk och arbete")
SOCIAL_WORKERS = 28  # in all offices at scale 1
CONSULTANTS = 14  # in each labour market unit
FIRST_OFFICE = 0.2  # of a large town's households
START = date(2021, 1, 1)  # the joint administration began then [press text of 3 July 2024]
PASSWORD = "trappan i demon"


@dataclass
class Site:
    """A workplace with one activity."""

    unit: int
    activity: int
    places: int
    kind: str
    starts_on: date
    supervisor: int = 0
    partner: bool = False
    organisation: int = 0


@dataclass
class Town:
    """The ids of what the people's lives hang on."""

    municipality: int = 0
    social: list[int] = field(default_factory=list)
    labour: list[int] = field(default_factory=list)
    social_workers: dict[int, list[int]] = field(default_factory=dict)
    consultants: dict[int, list[int]] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)  # of the households, by social office
    near: dict[int, list[Site]] = field(default_factory=dict)  # workplaces by labour market unit
    fixed: dict[str, int] = field(default_factory=dict)
    unit_of: dict[int, int] = field(default_factory=dict)
    partners: dict[str, int] = field(default_factory=dict)
    # Units that take referrals, each with a colleague there.
    referred: list[tuple[int, int]] = field(default_factory=list)


# When every site is closed in summer, half-open.
SUMMERS = tuple((date(year, 7, 5), date(year, 7, 31)) for year in (2025, 2026))
# name, kind of activity, places, what is done, real operation, first day
MUNICIPAL = (
    (
        "Drivbänk odling",
        "workplace",
        55,
        "Sår, rensar, skördar och säljer grönsaker. Mest ute, lugnt tempo.",
        True,
        START,
    ),
    ("Växtcentrum", "workplace", 60, "Sköter växter och krukor åt kommunens hus.", True, START),
    ("Café Vidingsjö", "workplace", 26, "Bakar, lagar lunch, tar betalt och möter gäster.", True, START),
    ("Servicegrupperna", "workplace", 190, "Åker ut i lag: bygger spång, röjer stigar, flyttar möbler.", True, START),
    ("Snickeriet", "workplace", 24, "Bygger bänkar och hyllor. Introduktion i maskiner första dagen.", True, START),
    ("Textilverksamheten", "workplace", 90, "Syr vimplar, lagar arbetskläder, märker tvätt.", True, START),
    ("Café Drivbänk", "workplace", 28, "Ett riktigt kök med lunchgäster varje dag.", True, START),
    (
        "Svenska på jobbet",
        "language",
        150,
        "Språkgrupp med orden från köket, verkstaden och omsorgen.",
        False,
        date(2021, 8, 16),
    ),
    (
        "Jobbsökarstudion",
        "job_search_conditions",
        160,
        "Skriver cv, övar samtal, ringer arbetsgivare tillsammans.",
        False,
        START,
    ),
    ("Cykelverkstaden", "workplace", 20, "Ny verkstad: lagar cyklar som sedan lånas ut.", True, date(2026, 11, 2)),
)
STADSMISSIONEN = (
    ("Stadsmissionens café", "workplace", 22, "Café med egna gäster och eget bageri.", True, START),
    ("Stadsmissionens restaurang", "workplace", 24, "Lunchrestaurang: förberedelser, servering, disk.", True, START),
    ("Stadsmissionens second hand", "workplace", 60, "Sorterar, märker, säljer och kör ut.", True, START),
    ("Matmissionen", "workplace", 34, "Social matbutik: varor, kassa, lager.", True, date(2024, 1, 15)),
)
# another partner, by cooperation: each person must consent
VERKSTADEN = (("Föreningen Navets systuga", "ability", 16, "Sömnad och samtal i liten grupp.", True, date(2023, 3, 1)),)
# a group with themes, held by the municipality
GROUPS = (
    (
        "Kalejdo",
        "ability",
        28,
        "Grupp för kvinnor: teori och praktiska övningar efter olika teman.",
        False,
        date(2025, 8, 18),
    ),
)


def build(rows: Rows, random: Random, scale: float) -> Town:
    """Make the town's frame: organisations, units, colleagues and activities.

    A large town has more areas of the usual size, each with its offices and workplaces. Only the
    first social services office grows with the town: lists are to be quick there too.
    """
    town = Town()
    town.municipality = organisation(rows, "Ekelunda kommun", "municipality")
    town.partners["stadsmissionen"] = organisation(rows, "Östergötlands Stadsmission", "partner", basis="provider")
    town.partners["navet"] = organisation(rows, "Föreningen Navet", "association", basis="cooperation")
    administration = unit(rows, town, "Integrations- och arbetsmarknadsförvaltningen", "department", "28")
    areas = max(round(scale), 1)
    town.shares = shares(len(SOCIAL) * areas)
    for area in range(areas):
        build_area(rows, random, town, area, administration, scale, scale / areas)
    return town


def shares(offices: int) -> list[float]:
    """Share out the households: a fifth to the first office, the others from small to large."""
    first = max(FIRST_OFFICE, 1 / offices)
    others = offices - 1
    weights = [0.2 + 1.6 * (at + 0.5) / others for at in range(others)]
    return [first, *((1 - first) * weight / others for weight in weights)]


def build_area(
    rows: Rows, random: Random, town: Town, area: int, administration: int, scale: float, size: float
) -> None:
    """Make one area's offices, colleagues and workplaces; the first has those of the tour."""
    suffix = f" {area + 1}" if area else ""
    social = [unit(rows, town, name + suffix, "social_service", "26", parent=administration) for name in SOCIAL]
    labour = [unit(rows, town, name + suffix, "labour_market", "28", parent=administration) for name in LABOUR]
    if not area:
        for name, kind in (
            ("Vägledningen", "guidance"),
            ("Arbetsterapin", "occupational_therapy"),
            ("Arbetsgivarteamet", "employer_team"),
            ("Systemförvaltningen", "management"),
        ):
            town.fixed[kind] = unit(rows, town, name, kind, "28", parent=administration)
    for at, office in enumerate(social, len(town.social)):
        wanted = max(round(SOCIAL_WORKERS * scale * town.shares[at]), 2)
        town.social_workers[office] = crowd(
            rows, random, town, office, "social_worker", wanted, [] if at else ["Ulla Provstedt"]
        )
    town.social += social
    for at, office in enumerate(labour, len(town.labour)):
        named = [] if at else ["Jonna Mallgren", "Pelle Utkast"]
        wanted = max(round(CONSULTANTS * size), 2)
        town.consultants[office] = crowd(rows, random, town, office, "consultant", wanted, named)
    town.labour += labour
    heads = ("", "", "") if area else ("Karin Skissberg", "Åke Diktén", "Eira Kuliss")
    leading = [
        colleague(rows, random, town, office, "head_of_unit", name)
        for office, name in zip((*labour[:2], social[0]), heads, strict=True)
    ]
    if not area:
        known_colleagues(rows, random, town, leading[0])
    sites = [
        workplace(rows, random, town, described, partner, size, suffix)
        for listed, partner in (
            (MUNICIPAL, ""),
            (STADSMISSIONEN, "stadsmissionen"),
            (VERKSTADEN, "navet"),
            (GROUPS, ""),
        )
        for described in listed
    ]
    town.sites += sites
    town.near.update(dict.fromkeys(labour, sites))


def organisation(rows: Rows, name: str, kind: str, basis: str = "") -> int:
    return rows.add(
        "staff_organisation",
        name=name,
        kind=kind,
        number="",
        basis=basis,
        starts_on=date(2012, 1, 1),
        ends_on=None,
        succeeds_id=None,
    )


def unit(
    rows: Rows,
    town: Town,
    name: str,
    kind: str,
    regime: str,
    parent: int | None = None,
    of: int | None = None,
    starts_on: date = START,
) -> int:
    code = name.lower().replace(" ", "-")[:40]
    return rows.add(
        "staff_unit",
        code=code,
        name=name,
        kind=kind,
        organisation_id=of or town.municipality,
        parent_id=parent,
        regime=regime,
        starts_on=starts_on,
        ends_on=None,
        succeeds_id=None,
    )


@cache
def password() -> str:
    """Hash the demo's one password once: hashing is slow on purpose."""
    return make_password(PASSWORD)


def colleague(
    rows: Rows, random: Random, town: Town, in_unit: int, role: str, name: str = "", starts_on: date = START
) -> int:
    """Make somebody who signs in with one confirmed membership; returns the membership."""
    first, _space, last = (name or f"{given(random, random.choice('KM'))} {family(random)}").partition(" ")
    number = rows.counted["staff_colleague"] + 1
    email = f"kollega{number}@ekelunda.example"
    colleague_id = rows.add("staff_colleague", given_name=first, family_name=last, email=email)
    rows.add(
        "staff_user",
        password=password(),
        last_login=None,
        colleague_id=colleague_id,
        email=email,
        is_active=True,
        epoch=0,
        language="sv",
    )
    membership = rows.add(
        "staff_membership",
        colleague_id=colleague_id,
        unit_id=in_unit,
        role=role,
        starts_on=starts_on,
        ends_on=None,
        given_by_id=None,
        confirmed_by_id=None,
        confirmed_at=moment(starts_on, 8),
    )
    town.unit_of[membership] = in_unit
    return membership


def crowd(rows: Rows, random: Random, town: Town, office: int, role: str, wanted: int, named: list[str]) -> list[int]:
    """Make an office's colleagues; those of the tour carry fixed names."""
    return [colleague(rows, random, town, office, role, name) for name in [*named, *[""] * (wanted - len(named))]]


def known_colleagues(rows: Rows, random: Random, town: Town, karin: int) -> None:
    """Note whom the tour signs in as, and make those who work for the whole town."""
    town.fixed["ulla"] = town.social_workers[town.social[0]][0]
    town.fixed["jonna"], town.fixed["pelle"] = town.consultants[town.labour[0]][:2]
    town.fixed["karin"] = karin
    office = town.fixed["management"]
    town.fixed["sture"] = colleague(rows, random, town, office, "administrator", "Sture Systemsson")
    for kind, role, name in (
        ("guidance", "counsellor", "Mio Mallin"),
        ("occupational_therapy", "occupational_therapist", "Tuva Prototypsson"),
    ):
        member = colleague(rows, random, town, town.fixed[kind], role, name)
        town.fixed[role] = member
        town.referred.append((town.fixed[kind], member))
    town.fixed["greta"] = colleague(rows, random, town, office, "auditor", "Greta Granskare")


def workplace(rows: Rows, random: Random, town: Town, described: Any, partner: str, size: float, suffix: str) -> Site:
    """Make one workplace with its activity, leader and supervisors."""
    title, kind, places, text, real, starts_on = described
    name = title + suffix
    of = town.partners.get(partner)
    site_unit = unit(rows, town, name, "site", "28", of=of, starts_on=starts_on)
    # However small the town, those of the tour have room.
    number = max(round(places * size), 12 if title == "Café Vidingsjö" else 5)
    activity = rows.add(
        "activities_activity",
        code=name.lower().replace(" ", "-"),
        name=name,
        unit_id=site_unit,
        kind=kind,
        places=number,
        description=text,
        real_operation=real,
        starts_on=starts_on,
        ends_on=None,
        **held(title, bool(partner)),
    )
    site = Site(
        site_unit, activity, number, kind, starts_on, partner=bool(partner), organisation=of or town.municipality
    )
    if name == "Snickeriet":
        town.fixed["workshop"] = activity
    for first, last in SUMMERS:
        rows.add(
            "placements_closure",
            unit_id=site_unit,
            starts_on=first,
            ends_on=last,
            reason="Semesterstängt",
            author_id=None,
            at=moment(first - timedelta(days=60)),
        )
    rows.add(
        "placements_closure",
        unit_id=site_unit,
        starts_on=date(2026, 12, 21),
        ends_on=date(2027, 1, 7),
        reason="Julstängt",
        author_id=None,
        at=moment(date(2026, 10, 30)),
    )
    if title == "Cykelverkstaden":
        return site  # new, empty, and with nobody in charge yet: the administrator's list says so
    leaders = {"Café Vidingsjö": "Lotta Låtsasson", "Stadsmissionens second hand": "Milo Mönsterlund"}
    leader = leaders.get(name, "")
    colleague(rows, random, town, site_unit, "site_leader", leader, starts_on)
    fixed = {"Café Vidingsjö": "Tor Låtsberg", "Stadsmissionens second hand": "Sara Kulissdotter"}
    site.supervisor = colleague(rows, random, town, site_unit, "supervisor", fixed.get(name, ""), starts_on)
    groups(rows, title, activity, site.supervisor)
    key = {"Café Vidingsjö": "tor", "Stadsmissionens second hand": "sara"}.get(name)
    if key:
        town.fixed[key] = site.supervisor
    return site
