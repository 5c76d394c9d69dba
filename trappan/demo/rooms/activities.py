"""The town's workplaces: what their activities hold, their crews and themes.

What they hold is invented, after what such places are like. The names of workplaces, and that these
partners have such, come from the requirements (R-070 to R-098).
"""

from datetime import date, time
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.drawn import ENTRANCE, GREENHOUSE, KITCHEN, WORKSHOP, png
from trappan.demo.rooms.documents import stored
from trappan.demo.rooms.staff import START, colleague, unit
from trappan.demo.town import Site, Town

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
# title: branch, trains, environment, challenge, steps, body 1-9, together 1-9, languages, access, season
HELD: dict[str, tuple[Any, ...]] = {
    "Drivbänk odling": (
        "garden",
        "Så, rensa, skörda, hålla tider",
        "sheltered",
        1,
        (1, 3),
        8,
        5,
        ["svenska", "arabiska"],
        ["few_people", "quiet"],
        (3, 10),
    ),
    "Växtcentrum": (
        "garden",
        "Sköta växter, köra ut, möta personal",
        "workshop",
        2,
        (2, 4),
        7,
        4,
        ["svenska", "somaliska"],
        ["step_free", "bus"],
        None,
    ),
    "Café Vidingsjö": (
        "restaurant",
        "Baka, laga lunch, ta betalt, tala med gäster",
        "business",
        3,
        (2, 4),
        6,
        7,
        ["svenska", "arabiska", "dari"],
        ["bus", "pictures"],
        None,
    ),
    "Servicegrupperna": (
        "service",
        "Arbeta i lag, läsa ritning, bära och bygga",
        "workshop",
        2,
        (1, 4),
        9,
        8,
        ["svenska", "tigrinja", "somaliska"],
        ["pictures"],
        None,
    ),
    "Snickeriet": ("wood", "Mäta, såga, slipa, följa ritning", "workshop", 3, (2, 5), 8, 3, ["svenska"], ["bus"], None),
    "Textilverksamheten": (
        "textile",
        "Sy, laga, märka tvätt",
        "workshop",
        2,
        (1, 3),
        4,
        3,
        ["svenska", "arabiska", "persiska"],
        ["sitting", "quiet", "step_free"],
        None,
    ),
    "Café Drivbänk": (
        "restaurant",
        "Köksarbete i lunchtempo, hygien, kassa",
        "business",
        4,
        (3, 5),
        7,
        7,
        ["svenska"],
        ["step_free"],
        None,
    ),
    "Svenska på jobbet": (
        "course",
        "Ord och samtal från arbetet",
        "sheltered",
        1,
        (1, 3),
        2,
        8,
        ["svenska"],
        ["sitting", "step_free", "bus"],
        None,
    ),
    "Jobbsökarstudion": (
        "course",
        "Cv, samtal, kontakt med arbetsgivare",
        "sheltered",
        2,
        (3, 6),
        1,
        4,
        ["svenska", "engelska"],
        ["sitting", "bus"],
        None,
    ),
    "Cykelverkstaden": (
        "repair",
        "Laga, prova, ta emot kunder",
        "workshop",
        3,
        (2, 4),
        7,
        3,
        ["svenska", "tigrinja"],
        ["bus"],
        None,
    ),
    "Stadsmissionens café": (
        "restaurant",
        "Baka, servera, möta gäster",
        "business",
        3,
        (2, 4),
        6,
        7,
        ["svenska", "somaliska"],
        ["step_free"],
        None,
    ),
    "Stadsmissionens restaurang": (
        "restaurant",
        "Förbereda, servera, diska i tempo",
        "business",
        4,
        (3, 5),
        7,
        7,
        ["svenska", "engelska"],
        [],
        None,
    ),
    "Stadsmissionens second hand": (
        "retail",
        "Sortera, märka, sälja, köra ut",
        "business",
        2,
        (1, 4),
        7,
        5,
        ["svenska", "arabiska", "somaliska"],
        ["step_free", "bus"],
        None,
    ),
    "Matmissionen": (
        "retail",
        "Varor, kassa, lager",
        "business",
        3,
        (2, 5),
        7,
        6,
        ["svenska", "arabiska"],
        ["bus"],
        None,
    ),
    "Föreningen Navets systuga": (
        "textile",
        "Sömnad och samtal",
        "sheltered",
        1,
        (1, 2),
        3,
        6,
        ["svenska", "arabiska", "dari"],
        ["sitting", "quiet", "few_people"],
        None,
    ),
    "Kalejdo": (
        "course",
        "Teori och praktiska övningar efter teman",
        "sheltered",
        1,
        (1, 3),
        3,
        9,
        ["svenska", "arabiska", "ukrainska"],
        ["sitting", "step_free"],
        None,
    ),
}
# What nobody can be there without: languages, and a class to drive.
ASKED: dict[str, tuple[list[str], str]] = {"Café Drivbänk": (["svenska"], ""), "Växtcentrum": ([], "B")}
SUPPORT = {
    True: "Samtal med en fast handledare, påminnelse på morgonen, gemensam start första veckan.",
    False: "Tätare avstämning med handledaren och andra uppgifter en tid.",
}
THEMES = (
    (
        "Hälsa och vardag",
        "Teori på förmiddagen, promenad och matlagning efter lunch.",
        date(2026, 10, 26),
        date(2026, 11, 16),
    ),
    (
        "Arbetslivet i Sverige",
        "Rättigheter, kläder, tider; besök på en arbetsplats.",
        date(2026, 11, 16),
        date(2026, 12, 7),
    ),
    ("Pengar och post", "Läsa brev, budget, öva vid datorn.", date(2026, 12, 7), date(2026, 12, 21)),
)
CREWS = (
    ("Lag Stig", "Bygger spång över mossen", "Tinnerös", "Halt virke, tunga lyft, motorsåg i närheten."),
    ("Lag Sälg", "Röjer stigar och samlar ris", "Vidingsjöskogen", "Grenar i ögonhöjd, röjsåg, fästingar."),
    ("Lag Flytt", "Flyttar möbler mellan skolor", "Innerstaden", "Tunga lyft, trappor, backande bil."),
)
# What is seen, the text below, and of what shapes it is drawn.
DOOR = ("Ett tegelhus med ramp upp till en bred dörr. Busshållplatsen står intill.", "Entrén, med ramp", ENTRANCE)
GLASS = ("Ett växthus med fyra stora krukor på rad. Golvet är plant.", "Växthuset, där man oftast är", GREENHOUSE)
STOVE = ("Ett kök med två långa bänkar och ett fönster. Mellan bänkarna är det brett.", "Köket", KITCHEN)
BENCH = ("En hyvelbänk av trä. Verktygen hänger på en tavla på väggen.", "Verkstaden", WORKSHOP)
SHOWN = date(2026, 9, 7)
PICTURES = {
    "Växtcentrum": (GLASS, DOOR),
    "Drivbänk odling": (GLASS,),
    "Café Vidingsjö": (DOOR, STOVE),
    "Café Drivbänk": (STOVE,),
    "Snickeriet": (BENCH, DOOR),
    "Stadsmissionens café": (STOVE,),
}
LEADERS = {"Café Vidingsjö": "Lotta Låtsasson", "Stadsmissionens second hand": "Milo Mönsterlund"}
SUPERVISORS = {"Café Vidingsjö": "Tor Låtsberg", "Stadsmissionens second hand": "Sara Kulissdotter"}


def workplaces(town: Town, area: int, areas: int, labour: list[int]) -> list[Site]:
    """Make one area's workplaces, near to its labour market units; the first area has those of the tour."""
    suffix = f" {area + 1}" if area else ""
    sites = [
        workplace(town, described, partner, labour[0], town.scale / areas, suffix)
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
    return sites


def workplace(town: Town, described: Any, partner: str, under: int, size: float, suffix: str) -> Site:
    """Make one workplace with its activity, leader and supervisor; the head of the unit above confirms who works."""
    title, kind, places, text, real, starts_on = described
    name = title + suffix
    of = town.partners.get(partner)
    site_unit = unit(town, name, "site", "28", parent=under, of=of, starts_on=starts_on)
    # However small the town, those of the tour have room.
    number = max(round(places * size), 12 if title == "Café Vidingsjö" else 5)
    activity = town.rows.add(
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
        **reached(site_unit),
    )
    site = Site(
        site_unit,
        activity,
        number,
        kind,
        starts_on,
        name=name,
        partner=bool(partner),
        organisation=of or town.municipality,
    )
    if name == "Snickeriet":
        town.workshop = activity
    if title == "Cykelverkstaden":
        return site  # new, empty, and with nobody in charge yet: the administrator's list says so
    leader, supervisor = LEADERS.get(name, ""), SUPERVISORS.get(name, "")
    leads = site.leader = colleague(town, site_unit, "site_leader", leader, starts_on)
    site.supervisor = colleague(town, site_unit, "supervisor", supervisor, starts_on)
    for known, membership in ((leader, leads), (supervisor, site.supervisor)):
        if known:
            town.colleagues[known.split()[0].lower()] = membership
    groups(town, title, activity, site.supervisor)
    return site


def site_of(town: Town, key: str) -> Site:
    """Return the workplace of one of the tour's supervisors."""
    return next(site for site in town.sites if site.supervisor == town.colleagues[key])


def held(title: str, partner: bool) -> dict[str, Any]:
    """Return the columns of what an activity holds."""
    branch, trains, environment, challenge, steps, bodily, together, languages, access, season = HELD[title]
    languages_asked, licence = ASKED.get(title, ([], ""))
    return {
        "branch": branch,
        "trains": trains,
        "environment": environment,
        "challenge": challenge,
        "steps_from": steps[0],
        "steps_to": steps[1],
        "bodily": bodily,
        "together": together,
        "languages": languages,
        "languages_asked": languages_asked,
        "licence": licence,
        "access": access,
        "season_from": season[0] if season else None,
        "season_to": season[1] if season else None,
        "leads_out": title == "Jobbsökarstudion",
        "meant_for": "Kvinnor som vill pröva i en liten grupp" if title == "Kalejdo" else "",
        "support_offered": SUPPORT[partner],
        "introduction": [
            "Säkerhet: maskiner, skydd, nödstopp",
            "Raster, och var saker finns",
            "Vem man frågar, och hur man säger att man inte kommer",
        ]
        if title == "Snickeriet"
        else [],
    }


def reached(number: int) -> dict[str, Any]:
    """Return the columns of how a workplace is reached: an invented street, a reserved number, ordinary hours."""
    return {
        "address": f"Hittpågatan {number}, Ekelunda",
        "contact": "Arbetsledaren",
        "phone": f"070-17406{10 + number % 80}",
        "opens": time(8),
        "closes": time(17),
    }


def show_pictures(town: Town) -> None:
    """Put the pictures of the workplaces there, as their leaders do."""
    for site in town.sites:
        for place, (shows, caption, shapes) in enumerate(PICTURES.get(site.name, ()), start=1):
            town.rows.add(
                "activities_picture",
                activity_id=site.activity,
                file_id=stored(png(shapes), SHOWN, site.name),
                shows=shows,
                caption=caption,
                place=place,
                author_id=site.leader,
                at=moment(SHOWN, 10),
            )


def groups(town: Town, title: str, activity: int, leader: int) -> None:
    """Make the crews of the service groups and the themes of Kalejdo."""
    add = town.rows.add
    if title == "Kalejdo":
        for name, text, first, last in THEMES:
            add("activities_theme", activity_id=activity, title=name, text=text, starts_on=first, ends_on=last)
    if title == "Servicegrupperna":
        for name, what, place, risks in CREWS:
            crew = add("activities_crew", activity_id=activity, name=name, leader_id=leader)
            add(
                "activities_crewjob",
                crew_id=crew,
                what=what,
                place=place,
                risks=risks,
                starts_on=TODAY.replace(day=2),
                ends_on=TODAY.replace(day=28),
            )
