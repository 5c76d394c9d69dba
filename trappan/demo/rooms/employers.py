"""The town's employers with two years of talk, and those whom the employer team works with. All of it invented.

Numbers begin with 4, with which no organisation's number begins; telephone numbers are kept for fiction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from stdnum import luhn

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.concepts import make_concepts
from trappan.demo.rooms.openings import advertise, offer, washer
from trappan.demo.rooms.staff import START, colleague, unit
from trappan.demo.town import Town

A_TOWN = 60  # employers in a town of the usual size
ASKED_APART = 31  # days between two questions, so that a workplace is asked no more often than the rules say
TRADES = (
    ("Köket", "restaurant", "Restaurang och catering"),
    ("Städ", "service", "Lokalvård"),
    ("Trädgårdar", "garden", "Trädgårdsskötsel"),
    ("Bageriet", "restaurant", "Bageri"),
    ("Frakt", "logistics", "Lager och körning"),
    ("Snickeriet", "wood", "Snickeri"),
    ("Butiken", "retail", "Livsmedelsbutik"),
    ("Verkstan", "repair", "Bilverkstad"),
    ("Omsorgen", "care", "Hemtjänst"),
    ("Kontorsservice", "office", "Kontorsservice"),
    ("Syateljén", "textile", "Sömnad"),
)
FIRST_NAMES = ("Tänkta", "Fiktiva", "Drömda", "Uppdiktade", "Sagolika")
NAMED = (
    ("Hotell Låtsasro AB", "company", "restaurant"),
    ("Fånghålet Hotell & Konferens AB", "company", "service"),
    ("Föreningen Låtsasnavet", "association", "retail"),
    ("Ekelunda Skogslek ideell förening", "association", "garden"),
    ("Region Ingenstans", "public", "care"),
    ("Universitetet på låtsas", "public", "office"),
)
DEPARTMENTS = (
    ("Fastighet och gata", "service"),
    ("Park och natur", "garden"),
    ("Måltid och städ", "restaurant"),
    ("Vård och omsorg", "care"),
    ("Förskola", "care"),
    ("Kultur och fritid", "office"),
    ("Miljö och bygg", "logistics"),
)
COOPERATING = (
    ("Arbetsförmedlingen Ekelunda", "public", "Samråd om planer, första tisdagen i månaden"),
    ("Näringslivskontoret", "department", "Tipsar om företag som ska anställa"),
    ("Företagarna i Ekelunda", "association", "Frukostmöte en gång i kvartalet"),
    ("Komvux Ekelunda", "department", "Yrkesutbildningar med praktik"),
)
STREETS = ("Storgatan", "Hamngatan", "Skolgatan", "Järnvägsgatan", "Industrivägen", "Torget", "Kvarnvägen")
TONGUES = ("svenska", "engelska", "arabiska", "somaliska", "ukrainska", "tigrinja", "persiska")
ACCESS = ("step_free", "sitting", "quiet", "few_people", "bus", "pictures")
ADAPTABLE = (
    "Korta pass, sittande uppgifter",
    "Start kl. 9, tydliga rutiner, bildstöd",
    "Bara förmiddagar",
    "Egen handledare första månaden",
    "Lugnt hörn, hörselskydd finns",
    "",
)
PEOPLE = ("Vera", "Nils", "Ali", "Greta", "Hassan", "Märta", "Olena", "Sixten", "Rut", "Daniel", "Samira", "Bo")
FAMILIES = ("Diktare", "Tänkström", "Kuliss", "Attrapp", "Låtsberg", "Provström", "Modellius", "Hittepå")
TITLES = ("driftchef", "arbetsledare", "butikschef", "ägare", "enhetschef", "köksmästare")
ASKING = (
    "Frågade om plats för en person till. De tittar på bemanningen.",
    "Frågade om praktik. Gärna efter helgerna.",
    "Frågade om arbetsträning några timmar i veckan. Ja, om det finns handledare.",
    "Frågade om de anställer. Inte just nu, men de vill bli tillfrågade igen.",
)
TALKING = (
    "Nöjda med hur starten gick: att någon från teamet var med första dagen.",
    "Vill inte ha folk på prov utan slutdatum.",
    "Besök på plats. Bullrigt men gott om hjälp.",
    "Berättade om nystartsjobb och handledarstöd.",
    "Ny chef. Vi visade vad vi kommit överens om.",
    "De undrar vem de ringer om något händer. Fick numret.",
)
PROMISES = ("Ringa om nästa plats", "Skicka underlag om handledarstöd", "Boka ett besök", "Höra av oss nästa månad")
DONE = ("", "", "", "De hade redan anställt")
# Those with a story of their own are numbered from here, beyond what the largest town counts to.
OWN = 999_900


@dataclass
class Made:
    """An employer while it is being made: its row, its workplaces and its contacts."""

    id: int
    since: date
    number: str = ""
    places: list[int] = field(default_factory=list)
    contacts: list[int] = field(default_factory=list)


def register(town: Town) -> dict[str, Made]:
    """Write down the town's employers, the employer team having talked for two years; return the own departments."""
    departments: dict[str, Made] = {}
    random, of_openings = Random("employers 1"), Random("openings 1")
    concepts = make_concepts()
    team = officers(town)
    kitchen(town, team, concepts)
    cleaners(town, team, random)
    numbers = []
    wanted = A_TOWN * max(round(town.scale), 1)
    for at, (name, kind, branch) in enumerate(names(wanted - 2)):
        made = employer(town, name, kind, team[at % 2], at, since=TODAY - timedelta(days=730 - at % 300), random=random)
        places(town, made, branch, random)
        contacts(town, made, random)
        if kind == "department":
            departments[name] = made
        talk(town, made, team, random, ended=at % 20 == 19)
        offer(town, made, branch, concepts, of_openings, ended=at % 20 == 19)
        numbers.append((name, made.number))
    advertise(town, [(name, number) for name, number in numbers if number])
    for at, (name, kind, good) in enumerate(COOPERATING):
        made = employer(town, name, kind, team[0], wanted + at, cooperates=True, good_to_know=good)
        contacts(town, made, random)
        for ago in range(20, 700, 75):
            say(town, made, team[at % 2], TODAY - timedelta(days=ago + at), good + ".", way="meeting")
    return departments


def officers(town: Town) -> list[int]:
    """Make the colleagues of the employer team, after everybody else, so that nobody's row moves."""
    office = town.serving["employer_team"]
    team = [colleague(town, office, "employer_officer", name) for name in ("Linnea Skissdal", "Hamid Utkast")]
    town.colleagues["linnea"], town.colleagues["hamid"] = team
    return team


def at_employers(town: Town) -> None:
    """Make the team's own site, from which those are followed who are at employers that have none here."""
    site = unit(town, "Hos arbetsgivare", "site", "28", parent=town.serving["employer_team"])
    town.colleagues["signe"] = colleague(town, site, "supervisor", "Signe Följberg")


def names(wanted: int) -> list[tuple[str, str, str]]:
    """Return so many employers, each with its kind and branch: the named ones, departments, then companies."""
    found = [*NAMED, *((name, "department", branch) for name, branch in DEPARTMENTS)]
    companies = [(f"{first} {trade} AB", "company", branch) for first in FIRST_NAMES for trade, branch, _what in TRADES]
    turn = 0
    while len(found) < wanted:
        suffix = f" {turn + 1}" if turn else ""
        found += [(f"{name}{suffix}", kind, branch) for name, kind, branch in companies[: wanted - len(found)]]
        turn += 1
    return found[:wanted]


def employer(
    town: Town, name: str, kind: str, keeper: int, at: int, *, random: Random | None = None, **about: Any
) -> Made:
    """Write an employer down; of every fourteen one rests, of every twenty one has ended."""
    since = about.get("since") or date(2024, 3, 4)
    rests, ends = random is not None and at % 14 == 13, random is not None and at % 20 == 19
    number = "" if kind == "department" else written(f"40{2 + at % 8}{at:06}")
    row = town.rows.add(
        "employers_employer",
        municipality_id=town.municipality,
        name=name,
        kind=kind,
        organisation_number=number,
        cooperates=about.get("cooperates", False),
        keeper_id=keeper,
        good_to_know=about.get("good_to_know", ""),
        since=since,
        rests_from=TODAY - timedelta(days=20) if rests and not ends else None,
        rests_until=TODAY + timedelta(days=50) if rests and not ends else None,
        rest_reason="Bygger om och vill inte bli tillfrågade." if rests and not ends else "",
        ended_on=TODAY - timedelta(days=100) if ends else None,
        end_reason="Verksamheten är nedlagd." if ends else "",
        merged_into_id=about.get("merged_into_id"),
        merged_on=about.get("merged_on"),
        author_id=keeper,
        at=moment(max(since, START), 9),
    )
    return Made(row, since, number)


def written(nine: str) -> str:
    """Write an organisation number of nine figures, with the tenth that fits them."""
    return f"{nine[:6]}-{nine[6:]}{luhn.calc_check_digit(nine)}"


def workplace(town: Town, made: Made, name: str, branch: str, **about: Any) -> int:
    """Write down where an employer's people work."""
    row = town.rows.add(
        "employers_workplace",
        employer_id=made.id,
        came_with_id=None,
        name=name,
        address=about.get("address", f"{name}, Ekelunda"),
        branch=branch,
        size=about.get("size"),
        languages=list(about.get("languages", ["svenska"])),
        access=list(about.get("access", [])),
        adaptable=about.get("adaptable", ""),
        closed_on=None,
        unit_id=about.get("unit_id"),
        author_id=town.colleagues["linnea"],
        at=moment(max(made.since, START), 10),
    )
    made.places.append(row)
    return row


def places(town: Town, made: Made, branch: str, random: Random) -> None:
    """Give an employer one to three workplaces."""
    for street in random.sample(STREETS, random.choice((1, 1, 1, 2, 2, 3))):
        workplace(
            town,
            made,
            f"{street} {random.randint(1, 60)}",
            branch,
            size=random.choice((None, 3, 5, 8, 12, 16, 25, 40, 120)),
            languages=["svenska", *random.sample(TONGUES[1:], random.choice((0, 1, 1, 2)))],
            access=random.sample(ACCESS, random.choice((0, 1, 2, 3))),
            adaptable=random.choice(ADAPTABLE),
        )


def contact(town: Town, made: Made, name: str, title: str, phone: str, told_on: date | None, **about: Any) -> int:
    """Write down whom one rings, and whether they were told how the name is kept."""
    row = town.rows.add(
        "employers_contact",
        employer_id=made.id,
        came_with_id=None,
        workplace_id=about.get("workplace_id"),
        name=name,
        title=title,
        phone=phone,
        email="",
        note=about.get("note", ""),
        told_on=told_on,
        left_on=None,
        author_id=town.colleagues["linnea"],
        at=moment(max(made.since, START), 11),
    )
    made.contacts.append(row)
    return row


def contacts(town: Town, made: Made, random: Random) -> None:
    """Give an employer one or two contacts; one in fifteen has not been told yet."""
    for name in random.sample(PEOPLE, random.choice((1, 1, 2))):
        told = None if random.random() < 1 / 15 else made.since + timedelta(days=random.randint(0, 20))
        whole = f"{name} {random.choice(FAMILIES)}"
        phone = f"08-465 004 {random.randint(0, 99):02}"
        contact(town, made, whole, random.choice(TITLES), phone, told)


def talk(town: Town, made: Made, team: Sequence[int], random: Random, *, ended: bool) -> None:
    """Let the team have talked with an employer since they began, asking no workplace more often than agreed."""
    day, asked = made.since, made.since - timedelta(days=ASKED_APART)
    last = TODAY - timedelta(days=110 if ended else 1)
    while day < last:
        who = random.choice(team)
        # Nobody is asked in the last weeks, in which some rest.
        asks = day - asked >= timedelta(days=ASKED_APART) and random.random() < 0.5 and day < TODAY - timedelta(days=25)
        if asks:
            asked = day
        about: dict[str, Any] = {"asks": asks, "contact_id": random.choice(made.contacts)}
        about["workplace_id"] = random.choice(made.places)
        if random.random() < 0.4:
            due = day + timedelta(days=random.randint(7, 21))
            kept = due <= TODAY - timedelta(days=3)
            about |= {"next_step": random.choice(PROMISES), "next_on": due}
            about |= {"done_on": due if kept else None, "done_note": random.choice(DONE) if kept else ""}
        way = random.choice(("phone", "phone", "phone", "visit", "email"))
        say(town, made, who, day, random.choice(ASKING if asks else TALKING), way=way, **about)
        day += timedelta(days=random.randint(35, 120))


def say(town: Town, made: Made, who: int, day: date, text: str, **about: Any) -> int:
    """Write a conversation down, with what was promised."""
    return town.rows.add(
        "employers_conversation",
        employer_id=made.id,
        came_with_id=about.get("came_with_id"),
        workplace_id=about.get("workplace_id"),
        contact_id=about.get("contact_id"),
        held_on=day,
        way=about.get("way", "phone"),
        text=text,
        asks=about.get("asks", False),
        over_reason=about.get("over_reason", ""),
        next_step=about.get("next_step", ""),
        next_on=about.get("next_on"),
        promised_by_id=who if about.get("next_step") else None,
        done_on=about.get("done_on"),
        done_note=about.get("done_note", ""),
        author_id=who,
        at=moment(day, 15),
    )


def kitchen(town: Town, team: Sequence[int], concepts: dict[str, str]) -> None:
    """Write down Påhittade Köket, with which Köksfabeln went up, a promise that has passed, and what it offers."""
    linnea, hamid = team
    good = "Skor med halkskydd, lånas ut.\nFörsta dagen börjar kl. 9.30.\nHandledare: Vera eller Ali, aldrig ensam."
    made = employer(town, "Påhittade Köket AB", "company", hamid, OWN + 1, since=date(2023, 3, 6), good_to_know=good)
    before = employer(
        town,
        "Köksfabeln AB",
        "company",
        hamid,
        OWN + 2,
        since=date(2022, 9, 5),
        merged_into_id=made.id,
        merged_on=date(2025, 3, 3),
    )
    tongues = ["arabiska", "engelska", "svenska"]
    at = {
        name: workplace(town, made, name, "restaurant", size=size, adaptable=what, languages=tongues, access=access)
        for name, size, what, access in (
            ("Storgatan 1", 12, "Korta pass, sittande uppgifter", ["bus", "sitting"]),
            ("Hamngatan 9", 16, "Start kl. 9, tydliga rutiner, bildstöd", ["pictures"]),
            ("Skolgatan 4", 6, "Bara förmiddagar", ["quiet"]),
        )
    }
    told = date(2025, 3, 4)
    vera = contact(town, made, "Vera Diktare", "driftchef", "08-465 004 11", told, note="helst före kl. 10")
    nils = contact(town, made, "Nils Tänkström", "köksmästare", "08-465 004 12", told, workplace_id=at["Hamngatan 9"])
    washer(town, made, concepts, at["Storgatan 1"], vera)
    with_before = {"came_with_id": before.id}
    for day, who, text, about in (
        (
            date(2023, 3, 6),
            hamid,
            "Första besöket. Tar emot två i taget.",
            {"way": "visit", "asks": True, **with_before},
        ),
        (date(2024, 11, 12), linnea, "Byter ägare i vår. Vill fortsätta.", with_before),
        (date(2025, 12, 4), hamid, "Frågade om två platser efter nyår.", {"asks": True, "contact_id": vera}),
        (date(2026, 1, 20), linnea, "Frågade om en praktik i disken. Ja.", {"asks": True, "contact_id": vera}),
        (date(2026, 3, 3), hamid, "Frågade om cateringen. Inte nu.", {"asks": True, "contact_id": nils}),
        (date(2026, 5, 14), linnea, "En person anställdes här. Tårta.", {"way": "visit", "contact_id": vera}),
        (date(2026, 8, 19), linnea, "Frågade om hösten.", {"asks": True, "workplace_id": at["Storgatan 1"]}),
        (
            date(2026, 9, 9),
            linnea,
            "Diskrummet på Hamngatan är varmt och bullrigt. Ny golvmatta ger bättre grepp.",
            {"way": "visit", "contact_id": nils, "workplace_id": at["Hamngatan 9"]},
        ),
        (
            date(2026, 10, 7),
            hamid,
            "Frågade om en till på Storgatan.",
            {"asks": True, "workplace_id": at["Storgatan 1"]},
        ),
        (
            date(2026, 10, 29),
            hamid,
            "Vill ha två till i disken från december. Nöjd med hur starten gick: att någon från teamet var med första "
            "dagen. Vill inte ha folk på prov utan slutdatum.",
            {
                "asks": True,
                "contact_id": vera,
                "workplace_id": at["Storgatan 1"],
                "next_step": "Ringa Vera Diktare om två platser i disken",
                "next_on": date(2026, 11, 10),
            },
        ),
    ):
        say(town, made, who, day, text, **about)


def cleaners(town: Town, team: Sequence[int], random: Random) -> None:
    """Write down Luftslottets Städ, asked as often as the rules say, once more for a reason, and owed an answer."""
    linnea, _hamid = team
    made = employer(town, "Luftslottets Städ AB", "company", linnea, OWN + 3, since=date(2024, 5, 13))
    base = workplace(town, made, "Industrivägen 7", "service", size=40, adaptable=ADAPTABLE[0], access=["bus"])
    contacts(town, made, random)
    for ago in (80, 61, 40, 22):
        day = TODAY - timedelta(days=ago)
        say(town, made, linnea, day, ASKING[0], asks=True, workplace_id=base)
    say(
        town,
        made,
        linnea,
        date(2026, 11, 5),
        "De ringde och söker tre till kvällar. Vi frågade om en plats på dagtid i stället.",
        asks=True,
        over_reason="De ringde själva",
        workplace_id=base,
        next_step="Skicka underlag om handledarstöd",
        next_on=date(2026, 11, 11),
    )
