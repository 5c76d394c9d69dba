"""The town's organisations, offices and colleagues; the municipality and everybody in it are invented."""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from trappan.demo.clock import moment
from trappan.demo.names import family, given
from trappan.demo.town import Town

SOCIAL = ("Försörjningsstöd Öster", "Försörjningsstöd Väster")
LABOUR = ("Enhet Öster", "Enhet Väster", "Enhet Unga", "Enhet Språk och arbete")
# For the whole town.
SERVING = (
    ("Vägledningen", "guidance"),
    ("Arbetsterapin", "occupational_therapy"),
    ("Arbetsgivarteamet", "employer_team"),
    ("Systemförvaltningen", "management"),
)
SOCIAL_WORKERS = 28  # in all offices at scale 1
CONSULTANTS = 14  # in each labour market unit
FIRST_OFFICE = 0.2  # of a large town's households
ADMINISTRATION = "Integrations- och arbetsmarknadsförvaltningen"
BEFORE = date(2017, 1, 1)  # as long ago as the organisation is told of
START = date(2021, 1, 1)  # the joint administration began then [press text of 3 July 2024]
PASSWORD = "trappan i demon"


def organisations(town: Town) -> int:
    """Make the municipality and its two partners; return the administration that the offices belong to."""
    town.municipality = organisation(town, "Ekelunda kommun", "municipality")
    town.partners["stadsmissionen"] = organisation(town, "Östergötlands Stadsmission", "partner", basis="provider")
    town.partners["navet"] = organisation(town, "Föreningen Navet", "association", basis="cooperation")
    town.administration = unit(town, ADMINISTRATION, "department", "28")
    return town.administration


def before_2021(town: Town) -> None:
    """Make the organisation of 2017: two offices that were merged into that of 2021, and a unit that went on."""
    office = unit(town, "Socialkontoret", "department", "26", starts_on=BEFORE, ends_on=START)
    unit(town, "Ekonomiskt bistånd", "social_service", "26", parent=office, starts_on=BEFORE, ends_on=START)
    centre = unit(town, "Arbetsmarknadscentrum", "department", "28", starts_on=BEFORE, ends_on=START)
    town.rows.add(
        "staff_earlierunit",
        unit_id=town.labour[0],
        name="Arbetslag Öster",
        parent_id=centre,
        starts_on=BEFORE,
        ends_on=START,
        noted_by_id=None,
    )
    for before in (office, centre):
        town.rows.add("staff_succession", unit_id=town.administration, before_id=before)


def shares(offices: int) -> list[float]:
    """Share out the households: a fifth to the first office, the others from small to large."""
    first = max(FIRST_OFFICE, 1 / offices)
    others = offices - 1
    weights = [0.2 + 1.6 * (at + 0.5) / others for at in range(others)]
    return [first, *((1 - first) * weight / others for weight in weights)]


def offices(town: Town, area: int, areas: int, administration: int) -> list[int]:
    """Make one area's offices and colleagues, the first with those of the tour; return the labour market units."""
    suffix = f" {area + 1}" if area else ""
    social = [unit(town, name + suffix, "social_service", "26", parent=administration) for name in SOCIAL]
    # The first of them is older than the administration: it was called something else before.
    since = [START if area or at else BEFORE for at in range(len(LABOUR))]
    labour = [
        unit(town, name + suffix, "labour_market", "28", parent=administration, starts_on=first)
        for name, first in zip(LABOUR, since, strict=True)
    ]
    if not area:
        for name, kind in SERVING:
            town.serving[kind] = unit(town, name, kind, "28", parent=administration)
    for at, office in enumerate(social, len(town.social)):
        wanted = max(round(SOCIAL_WORKERS * town.scale * town.shares[at]), 2)
        named = [] if at else ["Ulla Provstedt"]
        town.social_workers[office] = colleagues(town, office, "social_worker", wanted, named)
    town.social += social
    for at, office in enumerate(labour, len(town.labour)):
        wanted = max(round(CONSULTANTS * (town.scale / areas)), 2)
        named = [] if at else ["Jonna Mallgren", "Pelle Utkast"]
        town.consultants[office] = colleagues(town, office, "consultant", wanted, named)
    town.labour += labour
    heads = ("", "", "") if area else ("Karin Skissberg", "Åke Diktén", "Eira Kuliss")
    leading = [
        colleague(town, office, "head_of_unit", name)
        for office, name in zip((*labour[:2], social[0]), heads, strict=True)
    ]
    if not area:
        colleagues_of_the_tour(town, leading[0])
    return labour


def colleagues_of_the_tour(town: Town, karin: int) -> None:
    """Note whom the tour signs in as, and make those who work for the whole town."""
    known = town.colleagues
    known["ulla"] = town.social_workers[town.social[0]][0]
    known["jonna"], known["pelle"] = town.consultants[town.labour[0]][:2]
    known["karin"] = karin
    office = town.serving["management"]
    known["sture"] = colleague(town, office, "administrator", "Sture Systemsson")
    for kind, role, name in (
        ("guidance", "counsellor", "Mio Mallin"),
        ("occupational_therapy", "occupational_therapist", "Tuva Prototypsson"),
    ):
        town.referred.append((town.serving[kind], colleague(town, town.serving[kind], role, name)))
    known["greta"] = colleague(town, office, "auditor", "Greta Granskare")


def organisation(town: Town, name: str, kind: str, basis: str = "") -> int:
    """Make an organisation."""
    return town.rows.add(
        "staff_organisation",
        name=name,
        kind=kind,
        number="",
        basis=basis,
        starts_on=date(2012, 1, 1),
        ends_on=None,
        succeeds_id=None,
        kept_by_id=town.municipality or None,
    )


def unit(
    town: Town,
    name: str,
    kind: str,
    regime: str,
    parent: int | None = None,
    of: int | None = None,
    starts_on: date = START,
    ends_on: date | None = None,
) -> int:
    """Make a unit, of the municipality or of a partner."""
    code = name.lower().replace(" ", "-")[:40]
    return town.rows.add(
        "staff_unit",
        code=code,
        name=name,
        kind=kind,
        organisation_id=of or town.municipality,
        parent_id=parent,
        regime=regime,
        starts_on=starts_on,
        ends_on=ends_on,
    )


@cache
def password() -> str:
    """Hash the demo's one password once: hashing is slow on purpose."""
    return make_password(PASSWORD)


def colleague(town: Town, in_unit: int, role: str, name: str = "", starts_on: date = START) -> int:
    """Make somebody who signs in with one confirmed membership; returns the membership."""
    rows, random = town.rows, town.random
    first, _space, last = (name or f"{given(random, random.choice('KM'))} {family(random)}").partition(" ")
    number = rows.counted["staff_colleague"] + 1
    email = f"kollega{number}@ekelunda.example"
    colleague_id = rows.add(
        "staff_colleague",
        given_name=first,
        family_name=last,
        email=email,
        phone=f"08-465 004 {number % 100:02}",
        kept_by_id=town.municipality,
    )
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


def colleagues(town: Town, office: int, role: str, wanted: int, named: list[str]) -> list[int]:
    """Make an office's colleagues; those of the tour carry their own names."""
    return [colleague(town, office, role, name) for name in [*named, *[""] * (wanted - len(named))]]
