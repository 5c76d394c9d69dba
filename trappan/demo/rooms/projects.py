"""The town's part in a project of eight municipalities, 2017–2020, counted from rows.

382 of 418, two thirds of 21 million, at least 60 percent and about 70 are the newspaper's of 2020; how they divide by
municipality, result, sex and group is invented, as are all names.
"""

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from trappan import database
from trappan.demo.clock import TODAY, moment
from trappan.demo.names import FAMILY, MEN, WOMEN
from trappan.demo.rooms import staff
from trappan.demo.town import Town
from trappan.partnerships.decided import edition_of_decided
from trappan.partnerships.models.paper import HEAD
from trappan.people.models import Grant, Number, Person
from trappan.projects import operations
from trappan.projects.layouts import layout_of
from trappan.projects.models import (
    Continuation,
    CooperationGoal,
    EmptyMonth,
    Evidence,
    Funding,
    Gathering,
    MonthFile,
    MonthRow,
    Municipality,
    Participation,
    Project,
    ProjectPaper,
    Spending,
    SubInitiative,
)
from trappan.projects.papers import facts_now
from trappan.refusals.editions import saved_in
from trappan.schedules.months import months_between, next_month
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership, Unit

FIRST, END = date(2017, 9, 1), date(2020, 12, 1)
OWNER, LEADER = "Kommunförbundet Skissbygd", "Signe Mall"
# Municipality, coordinator, planned, began, and of these with work, studies and an internship.
MUNICIPALITIES = (
    ("Ekelunda", "Ebba Förlaga", 96, 92, 29, 17, 19),
    ("Provstad", "Prim Utkastsson", 78, 70, 22, 13, 14),
    ("Låtsby", "Lo Skenberg", 62, 58, 18, 11, 12),
    ("Exempelköping", "Elna Modellsson", 54, 50, 16, 9, 10),
    ("Tänkviken", "Tage Kuliss", 44, 38, 12, 7, 8),
    ("Skissnäs", "Sixten Skiss", 36, 33, 10, 6, 6),
    ("Påhittsmåla", "Pia Påhitt", 28, 24, 7, 5, 6),
    ("Övningsholm", "Örjan Övning", 20, 17, 4, 3, 3),
)
CLOSER, STILL_THERE = 49, 51  # of those without work, studies or an internship; the rest ended with none of these
WOMEN_PLANNED, WOMEN_BEGAN = 220, 203
IN_KALEJDO, IN_SOKANDELOTS, MOVED = 57, 30, 6
GROUPS = (("long_unemployed", 268), ("young", 143), ("new", 121), ("disability", 97))
# Who is late with the last month, and who corrected it; the second municipality has something changed since.
LATE, CORRECTED, LAST = "Tänkviken", "Låtsby", date(2020, 11, 1)
# Cooperation and what is left; but for that there were five seminars at a folk high school, as in 2020, invented.
GOALS = (
    ("En samverkan som håller när projektet är slut", "Sexton träffar mellan de åtta, och avtal i varje kommun"),
    ("Någon i varje kommun som har samverkan som uppgift", "En namngiven roll med tid, i varje kommun"),
)
EVIDENCE = (
    (0, None, "meeting", date(2017, 10, 4), "Första träffen mellan de åtta kommunerna"),
    (0, None, "meeting", date(2020, 9, 9), "Den fjortonde träffen: hur arbetet går vidare"),
    (0, 0, "agreement", date(2018, 2, 15), "Avtal med Arbetsförmedlingen om gemensam planering"),
    (0, 4, "agreement", date(2019, 5, 6), "Avtal med folkhögskolan om lokal"),
    (1, 1, "role", date(2018, 8, 20), "En lots på halvtid hos arbetsmarknadsenheten"),
    (1, 2, "role", date(2019, 1, 14), "En samordnare med ansvar för Kalejdo"),
)
SEMINARS: tuple[tuple[date, str, int, list[str]], ...] = (
    (date(2018, 3, 14), "Vägar till arbete", 46, []),
    (date(2018, 10, 10), "Validering", 31, ["new"]),
    (date(2019, 3, 20), "Unga som varken arbetar eller studerar", 52, ["young"]),
    (date(2019, 10, 16), "Arbetsgivare berättar", 38, []),
    (date(2020, 2, 12), "Stöd på arbetsplatsen", 29, ["disability", "long_unemployed"]),
)
# Of which sub-initiative, what, by whom, with whose money, and when somebody last looked; what ends has none of it.
AFTERWARDS = (
    ("Sökandelots", "Två tjänster", "Ekelunda och Provstad", "Egen budget, arbetsmarknadsnämnden", date(2021, 3, 1)),
    ("Kalejdo", "En grupp i taget", "Låtsby", "Egen budget; folkhögskolan håller lokalen", None),
    ("", "Träffar mellan de åtta, fyra om året", OWNER, "Medlemsavgiften", date(2021, 3, 1)),
    ("", "Den gemensamma databasen", "", "", None),
)
# By which paper the body that owns it decided; the project's own facts stand beside each section.
DECIDED = date(2017, 6, 14)
ON_PAPER = {
    "background": "Ingen av de åtta kommunerna når ensam alla som väntat länge. Tillsammans kan de dela på det dyra.",
    "economy": "Socialfonden bär två tredjedelar. Resten är kommunernas: mest egen tid, och en mindre del pengar.",
    "goals": "Minst sex av tio ska ha arbete, studier eller praktik när de slutar. Ett steg närmare räknas för sig.",
    "equality": "Lika många kvinnor som män ska få plats. Vilka som börjar följs upp varje halvår, var för sig.",
    "consultation": "Med de åtta kommunernas chefer, 22 mars 2017, och med Arbetsförmedlingen, 5 april 2017.",
    "mbl": "Information enligt 19 §, 25 april 2017, hos förbundet. Varje kommun informerar för sin egen del.",
    "follow_up": "Varje månad till fonden, varje halvår till förbundsstyrelsen, och en slutrapport efteråt.",
    "recipients": "De åtta kommunerna\nSvenska ESF-rådet\nArbetsförmedlingen",
}
FUNDING = (("fund", 14_000_000, 12_600_000), ("time", 4_600_000, 4_150_000), ("money", 2_400_000, 2_150_000))


def colleagues(town: Town) -> None:
    """Make the body that owns the project, the other municipalities, and who leads and coordinates."""
    since = date(2017, 8, 1)
    owner = body(town, OWNER, "association")
    staff.colleague(town, staff.unit(town, "Projektkontoret", "project", "28", of=owner), "project_leader", LEADER)
    for name, coordinator, *_numbers in MUNICIPALITIES:
        own = (
            town.municipality if name == "Ekelunda" else body(town, f"{name.removesuffix('s')}s kommun", "municipality")
        )
        unit = staff.unit(town, f"Projektet i {name}", "project", "28", of=own, starts_on=since)
        staff.colleague(town, unit, "project_coordinator", coordinator, since)


def body(town: Town, name: str, kind: str) -> int:
    """Make an organisation that nobody here keeps."""
    return town.rows.add(
        "staff_organisation",
        name=name,
        kind=kind,
        number="",
        basis="",
        starts_on=date(2012, 1, 1),
        ends_on=None,
        succeeds_id=None,
        kept_by_id=None,
    )


def make_project() -> None:
    """Write down the project with its money and parts, and everybody who took part."""
    leader = Membership.objects.get(role="project_leader")
    signed = {"author": leader, "at": moment(FIRST)}
    project = Project.objects.create(
        owner_id=leader.unit.organisation_id,
        name="Tillsammans mot arbete",
        aim="Samverkan mellan åtta kommuner, med stöd av Europeiska socialfonden, för dem som väntat längst.",
        starts_on=FIRST,
        ends_on=END,
        goal_basis_points=6000,
        **signed,
    )
    parts = [Municipality(project=project, **about, **signed) for about in planned()]
    Municipality.objects.bulk_create(parts)
    kalejdo, lots = SubInitiative.objects.bulk_create(
        [
            SubInitiative(project=project, planned=60, name="Kalejdo", theme="Teori och praktik varvas.", **signed),
            SubInitiative(
                project=project,
                municipality=parts[1],
                planned=30,
                name="Sökandelots",
                theme="Hitta rätt arbetsplats först, träna sedan på plats.",
                **signed,
            ),
        ]
    )
    for kind, budget, used in FUNDING:
        funding = Funding.objects.create(project=project, kind=kind, budget_ore=budget * 100, **signed)
        Spending.objects.create(
            funding=funding, as_of=date(2020, 9, 30), amount_ore=used * 100, author=leader, at=moment(date(2020, 10, 7))
        )
    work_together(project, parts, signed)
    go_on(project, kalejdo, lots, signed)
    take_part(parts, kalejdo, lots)
    hand_in(project, {one.pk: one for one in parts})


def decide() -> None:
    """Let the body that owns the project have decided about it by its paper before it began, through the operations."""
    leader, project = Membership.objects.get(role="project_leader"), Project.objects.get()
    with acting_as(leader.colleague_id, leader.pk):
        who = {"officer": f"{LEADER}, projektledare", "manager": "Sivert Modell, förbundsdirektör"}
        paper = operations.begin_paper(project=project, reference="KFS 2017/44", **who)
        paper.refresh_from_db()
        about = {**saved_in(paper, (*HEAD, "proposal")), **ON_PAPER}
        operations.write_paper(paper=paper, edition=edition_of_decided(paper, paper.said), **about)
        paper.refresh_from_db()
        read = edition_of_decided(paper, facts_now(project))
        told = {"body": "Förbundsstyrelsen", "paragraph": "§ 31"}
        operations.decide_by_paper(paper=paper, read=read, today=TODAY, decided_on=DECIDED, **told)
    ProjectPaper.objects.update(at=moment(date(2017, 4, 24)))


def work_together(project: Project, parts: list[Municipality], signed: dict[str, Any]) -> None:
    """Write down the goals of cooperation with what shows them, and five seminars at a folk high school."""
    coordinators = {one.unit_id: one for one in Membership.objects.filter(role="project_coordinator")}
    goals = CooperationGoal.objects.bulk_create(
        CooperationGoal(project=project, wording=wording, shown_by=shown_by, due_on=date(2020, 11, 30), **signed)
        for wording, shown_by in GOALS
    )
    evidence = []
    for at, (goal, part, kind, day, words) in enumerate(EVIDENCE):
        own = None if part is None else parts[part]
        author = coordinators[own.unit_id] if own else signed["author"]
        about = {"project": project, "goal": goals[goal], "kind": kind, "day": day, "words": words}
        evidence.append(Evidence(**about, municipality=own, author=author, at=moment(day + timedelta(days=at))))
    Evidence.objects.bulk_create(evidence)
    Gathering.objects.bulk_create(
        Gathering(
            project=project,
            day=day,
            venue="Skissbygds folkhögskola",
            theme=theme,
            came=came,
            target_groups=groups,
            author=signed["author"],
            at=moment(day),
        )
        for day, theme, came, groups in SEMINARS
    )


def go_on(project: Project, kalejdo: SubInitiative, lots: SubInitiative, signed: dict[str, Any]) -> None:
    """Write down what is left of the project and its two sub-initiatives, and since when nobody has looked."""
    told = {"project": project, "author": signed["author"], "at": moment(date(2020, 11, 20))}
    Continuation.objects.bulk_create(
        Continuation(
            sub_initiative={"Kalejdo": kalejdo, "Sökandelots": lots}.get(part),
            what=what,
            goes_on=bool(by_whom),
            by_whom=by_whom,
            money=money,
            starts_on=END if by_whom else None,
            checked_on=checked_on,
            **told,
        )
        for part, what, by_whom, money, checked_on in AFTERWARDS
    )


def planned() -> list[dict[str, Any]]:
    """Return what is planned for each municipality, women and men, which make up the project's."""
    units = {unit.name: unit for unit in Unit.objects.filter(kind="project")}
    found: list[dict[str, Any]] = []
    so_far = women_so_far = 0
    everybody = sum(people for _name, _who, people, *_rest in MUNICIPALITIES)
    for name, _who, people, *_rest in MUNICIPALITIES:
        unit = units[f"Projektet i {name}"]
        so_far += people
        women = so_far * WOMEN_PLANNED // everybody - women_so_far
        women_so_far += women
        found.append(
            {
                "unit": unit,
                "organisation_id": unit.organisation_id,
                "planned_women": women,
                "planned_men": people - women,
            }
        )
    return found


def take_part(parts: list[Municipality], kalejdo: SubInitiative, lots: SubInitiative) -> None:
    """Let everybody begin, and most of them end, in rows of the municipality where they began; some moved."""
    coordinators = {one.unit_id: one for one in Membership.objects.filter(role="project_coordinator")}
    began = zip_results(parts)
    everybody = len(began)
    people = Person.objects.bulk_create(
        Person(
            given_name=(WOMEN if is_woman(at, everybody) else MEN)[at * 7 % 40],
            family_name=FAMILY[at * 31 % len(FAMILY)],
            gender="K" if is_woman(at, everybody) else "M",
            languages=["svenska"],
        )
        for at in range(everybody)
    )
    Number.objects.bulk_create(
        Number(person=person, number=f"{date(1960, 1, 1) + timedelta(days=at * 37):%Y%m%d}R7{at % 100:02}")
        for at, person in enumerate(people)
    )
    rows: list[Participation] = []
    in_kalejdo = in_lots = moved = 0
    for at, (person, (part, result)) in enumerate(zip(people, began, strict=True)):
        starts = FIRST + timedelta(days=at * 11 % 900)
        ends = starts + timedelta(days=90 + at % 180)
        sub = None
        if part is parts[1] and at % 2 and in_lots < IN_SOKANDELOTS:  # of each result
            sub, in_lots = lots, in_lots + 1
        elif part in (parts[0], parts[2], parts[3]) and person.gender == "K" and in_kalejdo < IN_KALEJDO:
            sub, in_kalejdo = kalejdo, in_kalejdo + 1
        groups = [code for turn, (code, of) in enumerate(GROUPS, 3) if at * (2 * turn + 1) % everybody < of]
        about = {"person": person, "target_groups": groups, "sub_initiative": sub}
        if result == "there":
            rows.append(row(part, coordinators, starts_on=starts, **about))
        elif part is parts[0] and result == "work" and moved < MOVED:
            # Moved to the next municipality, and found work there: counted once, where she began.
            moved += 1
            rows.append(row(part, coordinators, starts_on=starts, ends_on=ends, result="closer", **about))
            about["sub_initiative"] = None
            later = ends + timedelta(days=60)
            rows.append(row(parts[1], coordinators, starts_on=ends, ends_on=later, result=result, **about))
        else:
            rows.append(row(part, coordinators, starts_on=starts, ends_on=ends, result=result, **about))
    Grant.objects.bulk_create(
        Grant(
            person=one.person,
            unit_id=one.unit_id,
            scope="activity",
            basis="referral",
            starts_at=moment(one.starts_on),
            given_by=one.author,
        )
        for one in rows
    )
    Participation.objects.bulk_create(rows)


def hand_in(project: Project, parts: dict[int, Municipality]) -> None:
    """Hand in every month of every municipality, or say that there was nothing; one is late, one corrected."""
    coordinators = {one.unit_id: one for one in Membership.objects.filter(role="project_coordinator")}
    lines: dict[tuple[int, date], list[Any]] = defaultdict(list)
    for one in database.rows("projects_month_rows", project.pk, None, None):
        lines[one.municipality_id, one.month].append(one)
    files: list[MonthFile] = []
    empty: list[EmptyMonth] = []
    for turn, part in enumerate(parts.values()):
        name = MUNICIPALITIES[turn][0]
        for month in months_between(FIRST, day_before(END)):
            by, on = coordinators[part.unit_id], next_month(month) + timedelta(days=4 + turn % 4)
            about = {"municipality": part, "month": month, "author": by, "at": moment(on)}
            if (part.pk, month) not in lines:
                empty.append(EmptyMonth(**about))
            elif (name, month) != (LATE, LAST):
                files += versions(about, by, on, 2 if (name, month) == (CORRECTED, LAST) else 1)
    MonthFile.objects.bulk_create(files)
    EmptyMonth.objects.bulk_create(empty)
    rows = [
        MonthRow(file=file, participation_id=one.participation_id, person_id=one.person_id, facts=json.loads(one.facts))
        for file in files
        for one in lines[file.municipality_id, file.month]
    ]
    changed = next(
        one for one in rows if MUNICIPALITIES[1][0] in one.file.municipality.unit.name and one.file.month == LAST
    )
    changed.facts |= {"starts_on": str(LAST)}
    MonthRow.objects.bulk_create(rows)


def versions(about: dict[str, Any], by: Membership, on: date, count: int) -> list[MonthFile]:
    """Return a month's file as it was handed in, and once more where it was corrected."""
    columns = [one.as_data for one in layout_of(about["month"]).columns]
    return [
        MonthFile(
            **{**about, "at": moment(on + timedelta(days=7 * number))},
            version=number + 1,
            columns=columns,
            changes={"ended": 1} if number else {},
            handed_on=on + timedelta(days=7 * number),
            handed_by=by,
            expires_on=on + timedelta(days=30),
        )
        for number in range(count)
    ]


def row(part: Municipality, coordinators: dict[int, Membership], *, starts_on: date, **about: Any) -> Participation:
    """Return a participation as the municipality's coordinator wrote it."""
    author = coordinators[part.unit_id]
    return Participation(
        municipality=part, unit_id=part.unit_id, author=author, at=moment(starts_on), starts_on=starts_on, **about
    )


def zip_results(parts: list[Municipality]) -> list[tuple[Municipality, str]]:
    """Return for each who began the municipality and what came of it; those without any of the three by turns."""
    others = ["there"] * STILL_THERE + ["closer"] * CLOSER
    found: list[tuple[Municipality, str]] = []
    turn = 0
    without = sum(began - work - studies - practice for *_said, began, work, studies, practice in MUNICIPALITIES)
    others += ["none"] * (without - len(others))
    for part, (*_said, began, work, studies, practice) in zip(parts, MUNICIPALITIES, strict=True):
        results = ["work"] * work + ["studies"] * studies + ["internship"] * practice
        while len(results) < began:
            results.append(others[turn * 7 % len(others)])  # 7 and their number have no divisor in common
            turn += 1
        found += [(part, result) for result in results]
    return found


def is_woman(at: int, everybody: int) -> bool:
    """Tell whether the one in this place is a woman, so that they are spread evenly."""
    return (at + 1) * WOMEN_BEGAN // everybody > at * WOMEN_BEGAN // everybody
