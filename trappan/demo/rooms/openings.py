"""What the town's employers offer, some two each, and ads that nobody has agreed anything about. All of it invented."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.town import Town
from trappan.schedules.week import DAYS, read_week

DAYTIME = "mon 08:00-14:00, tue 08:00-14:00, wed 08:00-14:00, thu 08:00-14:00, fri 08:00-14:00"
WEEKS = (
    DAYTIME,
    "mon 07:00-13:00, tue 07:00-13:00, wed 07:00-13:00, thu 07:00-13:00, fri 07:00-13:00",
    "mon 09:00-12:00, wed 09:00-12:00, fri 09:00-12:00",
    "mon 08:00-16:30, tue 08:00-16:30, wed 08:00-16:30, thu 08:00-16:30, fri 08:00-16:30",
    "tue 10:00-15:00, thu 10:00-15:00, sat 10:00-14:00",
    "mon 13:00-18:00, tue 13:00-18:00, wed 13:00-18:00, thu 13:00-18:00",
    "",
)
# By branch: what the work is called, its occupation, what one does, what is needed, a driving licence.
WORK = {
    "restaurant": (
        ("Diskare", "Diskare", "Diska, torka, hämta varor", "Stå och gå hela passet", ""),
        ("Köksbiträde", "Köksbiträde", "Skala, skiva, förbereda lunchen, städa efter sig", "Börja på morgonen", ""),
        ("Bagarhjälp", "Bageribiträde", "Väga upp, baka ut, packa", "Börja före kl. 6", ""),
    ),
    "service": (
        ("Lokalvårdare", "Lokalvårdare", "Städa kontor och trapphus", "Bära upp till tio kilo", ""),
        ("Städare på hotell", "Hotellstädare", "Bädda, dammsuga, fylla på", "Arbeta vissa helger", ""),
        ("Hjälp i tvätteriet", "Tvätteribiträde", "Sortera, vika, packa", "", ""),
    ),
    "garden": (
        ("Parkarbetare", "Parkarbetare", "Klippa gräs, rensa, plantera", "Arbeta ute i alla väder", ""),
        ("Trädgårdsarbetare", "Trädgårdsarbetare", "Beskära, gräva, köra skottkärra", "Lyfta tungt", "B"),
        ("Säsongshjälp i odlingen", "Säsongsarbetare i odling", "Så, rensa, skörda", "", ""),
    ),
    "logistics": (
        ("Lagerarbetare", "Lagerarbetare", "Plocka order, packa, märka", "Läsa enkla listor på svenska", ""),
        ("Budbilsförare", "Budbilsförare", "Köra paket i stan", "Hitta i stan", "B"),
        ("Packare", "Paketerare", "Packa lådor, tejpa, väga", "", ""),
    ),
    "wood": (
        ("Hjälp i snickeriet", "Snickeribiträde", "Slipa, olja, montera", "Följa skyddsregler", ""),
        ("Byggbiträde", "Byggbiträde", "Bära, städa, hjälpa snickarna", "Lyfta tungt", ""),
    ),
    "retail": (
        ("Butiksmedarbetare", "Butiksmedarbetare", "Packa upp, fylla på, hjälpa kunder", "Prata med kunder", ""),
        ("Varuplockare", "Varuplockare i butik", "Plocka beställningar, kolla datum", "", ""),
        ("Medarbetare i secondhand", "Secondhandmedarbetare", "Sortera, prissätta, hänga upp", "", ""),
    ),
    "repair": (
        ("Däckskiftare", "Däckmontör", "Skifta däck, tvätta fälgar", "Lyfta tungt", ""),
        ("Hjälp på verkstan", "Bilrekonditionerare", "Tvätta, polera, städa", "", ""),
        ("Cykelreparatör", "Cykelreparatör", "Laga punkteringar, justera bromsar", "", ""),
    ),
    "care": (
        ("Vårdbiträde", "Vårdbiträde", "Hjälpa vid måltider, gå ut, städa", "Svenska i tal och skrift", ""),
        ("Serviceassistent", "Serviceassistent i omsorgen", "Duka, diska, fylla på förråd", "", ""),
        ("Extra hand i förskolan", "Resurs i förskola", "Duka, leka, klä på", "Utdrag ur belastningsregistret", ""),
    ),
    "office": (
        ("Kontorsassistent", "Kontorsassistent", "Post, kopiering, enkla register", "Skriva på dator", ""),
        ("Skanna arkivet", "Skanningbiträde", "Ta bort häftklamrar, skanna, kontrollera", "", ""),
        ("Hjälp på biblioteket", "Biblioteksassistent", "Ställa upp böcker, plasta in", "", ""),
    ),
    "textile": (
        ("Sömmare", "Sömmare", "Raka sömmar, fållar, knappar", "Ha sytt på maskin", ""),
        ("Hjälp i syateljén", "Ändringssömmare", "Sprätta, pressa, nåla", "", ""),
    ),
}
KINDS = ("job", "job", "internship", "internship", "work_trial", "subsidised")
FORMS = ("new_start", "wage_support", "introduction", "")
GOOD_IF = ("Kan läras här", "Livsmedelshygien, kan läras här", "Har gjort liknande förut", "", "")
ADAPTABLE = ("Kortare pass de första veckorna", "Egen takt, fasta uppgifter", "Går att göra sittande", "", "")
TRAVEL = ("Buss 3 från stationen, tio minuter", "Cykelväg hela vägen", "Första bussen är framme kl. 6.40", "")
SEASONS = {"garden": (4, 10)}
# Headline, what the ad calls the occupation, its concept and by what it was found; asks for experience, for a licence.
ADS = (
    ("Diskare till lunchrestaurang", "Diskare", "ekelunda-9412-2", "id", False, False),
    ("Lokalvårdare sökes för dagpass", "Lokalvårdare/Städare", "ekelunda-9111-1", "label", False, False),
    ("Lagermedarbetare med truckkort", "Motviktstruckförare", "ekelunda-8344", "group", True, False),
    ("Kock till skolkök", "Kock, storhushåll", "ekelunda-5120", "group", True, False),
    ("Chaufför för varuleveranser", "Distributionsförare", "ekelunda-8332-1", "id", True, True),
    ("Vårdbiträde, timmar", "Vårdbiträde", "ekelunda-5330-1", "id", False, False),
    ("Butiksmedarbetare, kvällar och helger", "Butiksmedarbetare", "ekelunda-5222-1", "id", False, False),
    ("Solpanelstvättare", "Solpanelstvättare", "ekelunda-ny-1", "unknown", False, True),
)


def offer(town: Town, made: Any, branch: str, concepts: dict[str, str], random: Random, *, ended: bool) -> None:
    """Let an employer offer two kinds of work, some of it filled by now; an employer that has ended offers nothing."""
    kinds = WORK.get(branch, WORK["service"])
    for title, occupation, tasks, needs, licence in random.sample(kinds, 2):
        kind = random.choice(KINDS)
        starts = TODAY + timedelta(days=random.randint(-300, 60))
        closed = starts + timedelta(days=20) if starts < TODAY - timedelta(days=150) else None
        if ended:
            starts, closed = made.since, min(made.since + timedelta(days=60), TODAY - timedelta(days=100))
        opening(
            town,
            made,
            title,
            kind=kind,
            support_form=random.choice(FORMS) if kind == "subsidised" else "",
            occupation_id=concepts[occupation],
            workplace_id=random.choice(made.places),
            contact_id=random.choice(made.contacts),
            places=random.choice((1, 1, 1, 2, 2, 3)),
            week=random.choice(WEEKS),
            starts_on=starts,
            ends_on=starts + timedelta(days=random.choice((91, 182))) if kind in ("internship", "work_trial") else None,
            season=SEASONS.get(branch) if random.random() < 0.4 else None,
            tasks=tasks,
            needs=needs,
            good_if=random.choice(GOOD_IF),
            languages=random.choice(([], [], ["svenska"], ["engelska"])),
            licence=licence,
            travel=random.choice(TRAVEL),
            adaptations=random.choice(ADAPTABLE),
            shaped_for_one=random.random() < 0.1,
            closed_on=closed,
        )


def opening(town: Town, made: Any, title: str, *, week: str = "", **about: Any) -> int:
    """Write down what an employer offers; without times it is twenty hours, Monday to Thursday."""
    hours = read_week(week) if week else None
    days = sorted({part.weekday for part in hours.parts}) if hours else range(4)
    season, starts_on = about.get("season"), about["starts_on"]
    agreed = about.get("agreed_on", min(starts_on, TODAY) - timedelta(days=14))
    closed = about.get("closed_on")
    return town.rows.add(
        "employers_opening",
        employer_id=made.id,
        came_with_id=None,
        workplace_id=about["workplace_id"],
        contact_id=about.get("contact_id"),
        lead_id=None,
        question_id=about.get("question_id"),
        code="",
        title=title,
        kind=about.get("kind", "job"),
        support_form=about.get("support_form", ""),
        occupation_id=about["occupation_id"],
        places=about.get("places", 1),
        week=str(hours) if hours else "",
        weekly_minutes=hours.minutes if hours else 20 * 60,
        weekdays=",".join(DAYS[day] for day in days),
        starts_on=starts_on,
        ends_on=about.get("ends_on"),
        season_from=season[0] if season else None,
        season_to=season[1] if season else None,
        tasks=about.get("tasks", ""),
        needs=about.get("needs", ""),
        good_if=about.get("good_if", ""),
        languages=list(about.get("languages", ())),
        licence=about.get("licence", ""),
        travel=about.get("travel", ""),
        adaptations=about.get("adaptations", ""),
        shaped_for_one=about.get("shaped_for_one", False),
        agreed_on=agreed,
        closed_on=closed,
        close_reason="Tillsatt." if closed else "",
        author_id=about.get("author_id", town.colleagues["linnea"]),
        at=moment(agreed, 13),
    )


def washer(town: Town, made: Any, concepts: dict[str, str], workplace_id: int, contact_id: int) -> None:
    """Write down the two places in the kitchen's scullery that were agreed in October."""
    opening(
        town,
        made,
        "Diskare och köksbiträde",
        occupation_id=concepts["Köksbiträde"],
        workplace_id=workplace_id,
        contact_id=contact_id,
        places=2,
        week=WEEKS[1],
        starts_on=date(2026, 12, 1),
        agreed_on=date(2026, 10, 29),
        tasks="Diska, torka, hämta varor, skala och skiva",
        needs="Börja senast kl. 7 alla vardagar. Stå och gå sex timmar.",
        good_if="Livsmedelshygien. Kan läras här.",
        travel="Buss 3 från stationen, första turen är framme kl. 6.40",
        adaptations="Kortare pass de fyra första veckorna",
    )


def advertise(town: Town, numbers: Sequence[tuple[str, str]]) -> None:
    """Write down a few ads, some of employers that the team knows: name and number of each."""
    for at, (headline, called, occupation, through, experience, licence) in enumerate(ADS):
        name, number = numbers[at] if at % 2 == 0 else (f"Annonserade {at} AB", "")
        town.rows.add(
            "employers_lead",
            municipality_id=town.municipality,
            source_id=f"3001{at:04}",
            headline=headline,
            employer_name=name,
            organisation_number=number,
            occupation_id=occupation,
            occupation_name=called,
            through=through,
            place_name="Ekelunda",
            vacancies=1 + at % 3,
            extent="Heltid, 100 %" if at % 2 else "Deltid, 50 %",
            wants_experience=experience,
            wants_licence=licence,
            url=f"https://annonser.example/{30010000 + at}",
            text="Påhittad annons. Vi söker dig som vill arbeta med oss.",
            published_on=TODAY - timedelta(days=at + 1),
            last_on=TODAY + timedelta(days=6 * at - 3),
            removed_on=None,
            put_aside_on=None,
            put_aside_reason="",
            author_id=town.colleagues["linnea"],
            at=moment(TODAY - timedelta(days=1), 8),
        )
