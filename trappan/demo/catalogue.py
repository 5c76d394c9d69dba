"""What the town's activities hold, their crews and themes: invented, after what such places are like."""

from datetime import date
from typing import Any

from trappan.demo.clock import TODAY
from trappan.demo.rows import Rows

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


def held(title: str, partner: bool) -> dict[str, Any]:
    """Return the columns of what an activity holds."""
    branch, trains, environment, challenge, steps, bodily, together, languages, access, season = HELD[title]
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
        "access": access,
        "season_from": season[0] if season else None,
        "season_to": season[1] if season else None,
        "leads_out": title == "Jobbsökarstudion",
        "support_offered": SUPPORT[partner],
        "introduction": [
            "Säkerhet: maskiner, skydd, nödstopp",
            "Raster, och var saker finns",
            "Vem man frågar, och hur man säger att man inte kommer",
        ]
        if title == "Snickeriet"
        else [],
    }


def groups(rows: Rows, title: str, activity: int, leader: int | None) -> None:
    """Make the crews of the service groups and the themes of Kalejdo."""
    if title == "Kalejdo":
        for name, text, first, last in THEMES:
            rows.add("activities_theme", activity_id=activity, title=name, text=text, starts_on=first, ends_on=last)
    if title == "Servicegrupperna":
        for name, what, place, risks in CREWS:
            crew = rows.add("activities_crew", activity_id=activity, name=name, leader_id=leader)
            rows.add(
                "activities_crewjob",
                crew_id=crew,
                what=what,
                place=place,
                risks=risks,
                starts_on=TODAY.replace(day=2),
                ends_on=TODAY.replace(day=28),
            )
