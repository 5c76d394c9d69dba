"""The people of the town: households on support, their cases, and the way each has walked.

Everything about one person is invented; only the number of households follows published figures.
"""

import json
from bisect import bisect_left
from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from trappan.demo.clock import TODAY, moment
from trappan.demo.flow import Home, households
from trappan.demo.journals import Journals
from trappan.demo.names import family, given
from trappan.demo.numbers import Numbers
from trappan.demo.rooms.placements import SUMMERS
from trappan.demo.town import Family, Human, Site, Town
from trappan.demo.visits import Visits
from trappan.schedules.models import Day
from trappan.schedules.week import MINUTES_A_DAY

EIGHT_YEARS_AGO = TODAY.replace(year=TODAY.year - 8)
ATTENDANCE_FROM = date(2025, 5, 12)  # the last eighteen months
LANGUAGES = (
    "svenska",
    "arabiska",
    "somaliska",
    "tigrinja",
    "dari",
    "ukrainska",
    "kurmanji",
    "persiska",
    "polska",
    "engelska",
    "thai",
    "turkiska",
)
EDUCATION = ("ej fullföljd grundskola", "grundskola", "gymnasium", "eftergymnasial", "ej validerad")
OBSTACLES = ("unemployed",) * 9 + (
    "establishment",
    "sick",
    "sick",
    "sickness_benefit",
    "social",
    "social",
    "parental",
    "part_time",
    "full_time",
    "unknown",
)
WISHES = (
    "Jag vill ha ett jobb där man får prata med folk.",
    "Jag kan köra truck, men kortet har gått ut. Jag vill köra igen.",
    "Jag vill bli undersköterska. Jag har tagit hand om min mamma i sex år.",
    "Helst något med händerna. Jag blir orolig av att sitta still.",
    "Jag vill lära mig svenska på riktigt, inte bara i klassrummet.",
    "Jag vill hinna hämta barnen. Annars kan jag göra vad som helst.",
    "Jag har varit kock i tolv år. Jag saknar ett kök.",
    "Jag vet inte än. Det var länge sedan någon frågade.",
    "Jag vill jobba ute, med växter eller bygge.",
    "Ett jobb som ryggen klarar. Gärna halvtid först.",
)
BACKGROUNDS = (
    "Grundskola i hemlandet. Har arbetat i butik och jordbruk.",
    "Gymnasium, ofullständigt. Flera korta jobb inom lager.",
    "Utbildad i annat land, inte validerad. Två år i Sverige.",
    "Varit hemma med barn i åtta år. Tidigare lokalvård.",
    "Lång tid utan arbete efter en arbetsskada.",
)
STRENGTHS = (
    "Punktlig och lugn.",
    "Lär sig snabbt när någon visar.",
    "Talar tre språk.",
    "Vill ha ansvar.",
    "Van vid högt tempo.",
)
ASSESSMENTS = (
    "Kan börja med halva dagar på en arbetsplats. Behöver stöd med svenskan vid sidan om.",
    "Nära arbete. Saknar referenser från Sverige.",
    "Behöver en trygg plats med få intryck först. Håller tider.",
    "Hälsan sätter gränsen i dag; följs upp med vården.",
)
REASONS = (
    "Personen vill själv, och platsen finns nu.",
    "Har gjort arbetet förut; det som saknas är referenser.",
    "Språket kommer snabbast i arbete, med stöd.",
    "Hälsan tillåter det om timmarna ökas långsamt.",
)
LEVELS = ("not_completed", "compulsory", "upper_secondary", "post_secondary", "not_validated")
PATHS = ("", "municipal", "partner", "either")
WAYS = (
    "Café eller storkök med språkstöd, sedan praktik i restaurang. Annat som kan fungera: lokalvård.",
    "Validering och truckkort, direkt till arbetsgivare. Annat: lager genom Servicegrupperna.",
    "Vuxenutbildning till undersköterska med arbetsträning vid sidan om.",
    "Arbetsplats i lugnt tempo, öka timmarna var fjärde vecka.",
)
GOALS = (
    "Komma i tid fyra dagar i veckan",
    "Ta emot en beställning på svenska",
    "Skriva ett cv",
    "Ringa en arbetsgivare",
    "Klara provet på sfi kurs C",
    "Sköta ett moment utan hjälp",
    "Säga till när jag behöver paus",
)
EVIDENCE = {
    1: "Kom till det första mötet.",
    2: "Har hållit tiderna tre dagar i veckan i en månad.",
    3: "Tar emot instruktioner och arbetar med andra.",
    4: "Tar nya uppgifter utan stöd, fyra dagar av fem i tid.",
    5: "Har börjat praktik hos en arbetsgivare.",
}
BACK = "Tiderna gick inte att hålla en period. Vi tog ett steg tillbaka tillsammans."
WORK = (
    "lokalvårdare, tillsvidare",
    "lager, nystartsjobb",
    "undersköterska, vikariat",
    "restaurangbiträde, tillsvidare",
    "vaktmästare, lönebidrag",
)
STUDIES = ("komvux, vård och omsorg", "yrkeshögskola", "folkhögskola, allmän kurs")
# Ordinary weeks: (weekday, start hour, end hour)
WEEKS = (
    ((0, 9, 13), (2, 9, 13), (4, 9, 13)),
    ((0, 9, 15), (1, 9, 15), (2, 9, 15), (3, 9, 15)),
    ((1, 9, 12), (3, 9, 12)),
    ((0, 8, 12), (1, 8, 12), (2, 8, 12), (3, 8, 12), (4, 8, 12)),
    ((0, 9, 14), (1, 9, 14), (3, 9, 14)),
)


AIMS = (
    "Komma i gång med fasta tider.",
    "Öva svenska i arbetet och tala med kunder.",
    "Prova yrket innan studier.",
    "Öka timmarna i lugn takt.",
    "Få ett intyg och någon att fråga om referens.",
)
TOLD = {
    "forward": ("Tar egna initiativ och lär upp en ny.", "Kommer i tid och tar mer ansvar för varje vecka."),
    "steady": ("Kommer som avtalat. Vi väntar med nya uppgifter.", "Stadigt; trivs i gruppen."),
    "hard": ("Har svårt att komma i gång på morgonen just nu.",),
}
POINTS = [
    "Säkerhet: utgångar, första hjälpen, vad som kan skada",
    "Raster, och var saker finns",
    "Vem man frågar, och hur man säger att man inte kommer",
]
# How cases end and how often, and what that makes of the last placement; what may come between two.
EXITS = {"work": 38, "studies": 14, "internship": 4, "transferred": 14, "completed": 12, "other": 18}
LEAVES = {"work": "work", "studies": "studies", "other": "own_wish"}
BETWEEN = ("next_place", "next_place", "planned", "planned", "health", "own_wish")
AFTERWARDS = timedelta(days=30)  # a site reads on for the rules' hand-over days


def workdays() -> list[date]:
    """Return the days on which sites were open: as the calendar says, and not four weeks in July."""
    return [
        day
        for day in Day.objects.filter(day__gte=ATTENDANCE_FROM, day__lt=TODAY, weekday__lt=5, holiday="", eve="")
        .order_by("day")
        .values_list("day", flat=True)
        if not any(first <= day < last for first, last in SUMMERS)
    ]


def hours_of(week: Any) -> list[int]:
    """Return the hours of the week that a week's parts take, Monday at midnight 0."""
    return [weekday * 24 + hour for weekday, first, last in week for hour in range(first, last)]


class Lives:
    """Makes every person's rows, household by household."""

    def __init__(self, town: Town) -> None:
        rows, random = town.rows, town.random
        self.rows, self.random, self.town, self.scale = rows, random, town, town.scale
        self.numbers = Numbers({"199111052388"})
        # Who is there on an hour of the week, by activity; and how many have been there before.
        self.taken: Counter[tuple[int, int]] = Counter()
        self.been: Counter[int] = Counter()
        self.recent: dict[str, int] = {}
        self.without_place: list[tuple[Human, int, date]] = []
        # Somebody who comes back may be mapped on the day of an earlier step.
        self.stepped: set[tuple[int, date]] = set()
        self.families: list[Family] = []
        self.visits = Visits(rows, random, town)
        self.journals = Journals(rows, 1, town)
        self.workdays = workdays()

    def make(self) -> None:
        """Make all households in the order in which they first had support."""
        self.months, homes = households(self.random, self.scale)
        self.settle(homes)
        for home in sorted(homes, key=lambda home: home.spells[0][0]):
            self.household(home)
            if self.rows.full():
                self.rows.send()
        self.fill_workshop()

    def settle(self, homes: list[Home]) -> None:
        """Let the tour's people live in homes of the town, so that no month counts one too many."""
        lasting = [home for home in homes if len(home.spells) == 1 and home.spells[0][1] >= len(self.months)]
        for wanted in self.families:
            home = min(lasting, key=lambda home: abs((self.months[home.spells[0][0]] - wanted.since).days))
            lasting.remove(home)
            homes.remove(home)
            self.live_in(home, wanted.people, wanted.kind, {wanted.people[0].id: "unemployed"})

    # People -----------------------------------------------------------------------------------

    def person(self, role: str, last: str, oldest: int = 64, youngest: int = 19) -> Human:
        random = self.random
        gender = random.choice("KM")
        age = random.randint(0, 17) if role == "child" else min(oldest, max(youngest, int(random.gauss(38, 13))))
        birth = date(TODAY.year - age - 1, random.randint(1, 12), random.randint(1, 28))
        protection = random.choices(("none", "marked", "registration"), (985, 12, 3))[0]
        mother_tongue = random.choice(LANGUAGES)
        first = given(random, gender)
        number = self.numbers.next(birth, gender)
        person_id = self.rows.add(
            "people_person",
            given_name=first,
            family_name=last,
            gender=gender,
            protection=protection,
            languages=list(dict.fromkeys((mother_tongue, "svenska"))) if random.random() < 0.7 else [mother_tongue],
            interpreter=mother_tongue != "svenska" and random.random() < 0.3,
            education=random.choice(EDUCATION) if role != "child" else "",
        )
        self.rows.add("people_number", person_id=person_id, number=number, starts_on=max(birth, date(2021, 1, 1)))
        if number[8] == "R" and role != "child" and random.random() < 0.02:
            # Waited months for a personnummer, and now carries both.
            for year in range(1991, 2000):
                late = self.numbers.for_tests(date(year, birth.month, birth.day), gender)
                if late:
                    self.rows.add("people_number", person_id=person_id, number=late, starts_on=date(2026, 3, 2))
                    break
        if protection != "registration" and role != "child":
            self.rows.add(
                "people_contact",
                person_id=person_id,
                phone=f"070-1740{random.randint(605, 699)}",
                email="",
                address=f"Påhittsgatan {random.randint(1, 90)}" if protection == "none" else "",
                postal_code="",
                city="Ekelunda" if protection == "none" else "",
            )
        return Human(person_id, gender, birth, role, protection, first, mother_tongue)

    def household(self, home: Home) -> None:
        """Make one household's people, months and cases."""
        random = self.random
        last = family(random)
        couple, children = (random.random() < 0.24, random.choices((0, 1, 2, 3, 4), (62, 15, 13, 7, 3))[0])
        applicant = self.person("applicant", last)
        adults = [applicant] + ([self.person("co_applicant", last)] if couple else [])
        everybody = adults + [self.person("child", last) for _child in range(children)]
        young = any(human.role == "child" and human.birth > EIGHT_YEARS_AGO for human in everybody)
        for human in adults:
            human.young_child = young
        first_month = self.months[home.spells[0][0]]
        kind = (7 + (children > 0)) if couple else (3 if applicant.gender == "M" else 5) + (children > 0)
        office = random.choices(self.town.social, self.town.shares)[0]
        worker = random.choice(self.town.social_workers[office])
        for human in everybody:
            scopes = ("assistance", "plan") if human.role != "child" else ("assistance",)
            for scope in scopes:
                self.grant(human, scope, "application", first_month, unit=office, worker=worker)
        obstacle = {human.id: random.choice(OBSTACLES) for human in adults}
        self.live_in(home, everybody, kind, obstacle)
        self.exempt(adults, obstacle, home)
        for start, end in home.spells:
            for human in adults:
                self.case(human, office, worker, start, end)

    def exempt(self, adults: list[Human], obstacle: dict[int, str], home: Home) -> None:
        """Exempt those who are ill or on parental leave for a time; some of it has just run out."""
        start, end = home.spells[-1]
        if end < len(self.months):
            return
        random = self.random
        for human in adults:
            kind = {"sick": "sick_pay", "parental": "parental"}.get(obstacle[human.id])
            human.under = (
                self.months[start] <= date(2026, 8, 1)
                and kind is None
                and obstacle[human.id] not in ("sickness_benefit", "full_time")
            )
            if kind and self.months[start] <= date(2026, 9, 1) and random.random() < 0.8:
                first = max(self.months[start], TODAY - timedelta(days=random.randint(30, 200)))
                last = TODAY + timedelta(days=random.randint(-25, 190))
                self.rows.add(
                    "requirement_exemption",
                    person_id=human.id,
                    kind=kind,
                    starts_on=first,
                    ends_on=max(last, first + timedelta(days=14)),
                    evidence="Intyg, sett i original.",
                    decided_by_id=None,
                    decided_at=moment(first, 11),
                )

    def live_in(self, home: Home, everybody: list[Human], kind: int, obstacle: dict[int, str]) -> None:
        """Let people live in a home, and have support in its months."""
        household_id = self.rows.add("people_household", reference=f"H{home.number + 1:06}")
        first_month = self.months[home.spells[0][0]]
        for human in everybody:
            self.rows.add(
                "people_householdmember",
                household_id=household_id,
                person_id=human.id,
                role=human.role,
                starts_on=max(first_month, human.birth),
                ends_on=None,
            )
        for start, end in home.spells:
            for month in self.months[start:end]:
                for human in everybody:
                    self.rows.add(
                        "assistance_supportmonth",
                        person_id=human.id,
                        household_id=household_id,
                        month=month,
                        role=human.role,
                        household_type=kind,
                        obstacle=obstacle.get(human.id, "unknown"),
                        amount=None,
                    )

    def grant(
        self,
        human: Human,
        scope: str,
        basis: str,
        day: date,
        *,
        unit: int | None = None,
        worker: int | None = None,
        until: date | None = None,
    ) -> None:
        """Give a grant to a unit, or for a protected person to the named colleague."""
        by_name = human.protection != "none" or unit is None
        self.rows.add(
            "people_grant",
            person_id=human.id,
            unit_id=None if by_name else unit,
            membership_id=worker if by_name else None,
            scope=scope,
            basis=basis,
            reason="",
            starts_at=moment(day, 0),
            ends_at=moment(until, 0) if until else None,
            given_by_id=None,
            sort="",
            given_sort="",
        )

    # A case -----------------------------------------------------------------------------------

    def case(self, human: Human, office: int, worker: int, start: int, end: int) -> None:
        """Make one spell's application, case and way; the last days of the town are unfinished."""
        random = self.random
        applied = self.months[start] - timedelta(days=random.randint(2, 27))
        if self.months[start] >= date(2026, 11, 1):
            applied = TODAY - timedelta(days=random.randint(1, 24))
        age = (TODAY - applied).days
        opened = applied + timedelta(days=random.randint(2, 12))
        # Some wait for somebody to open the case.
        waits = opened >= TODAY or (age < 20 and random.random() < 0.35)
        decided = applied + timedelta(days=random.randint(3, 16))
        known = not waits and decided < TODAY
        self.rows.add(
            "assistance_application",
            person_id=human.id,
            unit_id=office,
            received_on=applied,
            kind="new",
            reference="",
            waits=waits,
            result="granted" if known else "",
            decided_on=decided if known else None,
            result_reference=f"EB {decided.year}-{human.id}" if known else "",
        )
        self.event(human, applied, "assistance.receive_application", "assistance", worker, office)
        if waits:
            return
        still = end >= len(self.months)
        closed = (
            None
            if still
            else min(self.months[end - 1] + timedelta(days=random.randint(28, 50)), TODAY - timedelta(days=1))
        )
        self.walk(human, worker, office, max(opened, date(2021, 1, 4)), closed)

    def walk(self, human: Human, worker: int, office: int, opened: date, closed: date | None) -> None:
        """Make the way of one case: consultant, kartläggning, plan, place, steps, exit."""
        random = self.random
        unit, consultant = self.consultant_for(opened, closed)
        case = {
            "person_id": human.id,
            "unit_id": unit,
            "social_worker_id": worker,
            "responsible_id": consultant,
            "opened_on": opened,
            "closed_on": max(closed, opened) if closed else None,
        }
        case_id = self.rows.add("demo_case", **case)
        self.event(human, opened, "cases.open_case", "plan", worker, office)
        if consultant is None:
            return
        end = closed or TODAY
        for scope in ("plan", "requirement"):
            until = closed + timedelta(days=60) if closed else None
            self.grant(human, scope, "assignment", opened, worker=consultant, until=until)
        self.event(human, opened, "cases.assign", "plan", worker, office)
        leaving = random.choices(tuple(EXITS), tuple(EXITS.values()))[0] if closed else ""
        mapped = opened + timedelta(days=random.randint(6, 24))
        if mapped >= end:
            return
        finished = mapped < TODAY - timedelta(days=3)
        self.mapping(human, case_id, consultant, mapped, finished=finished)
        self.step(human, 1, mapped, consultant, EVIDENCE[1])
        planned = mapped + timedelta(days=random.randint(5, 26))
        if finished and planned < end:
            self.plan(human, case_id, consultant, planned, closed)
            self.climb(human, consultant, planned, end)
            self.placing(human, consultant, planned, closed, case_id, LEAVES.get(leaving, "planned"))
        if closed:
            self.exit(human, case_id, case, consultant, leaving)
        else:
            self.visits.around(human.id, case_id, consultant)
            self.journals.around(human.id, case_id, consultant, opened)
            self.journals.ratings(human.id, case_id, consultant, opened)
            if not finished and human.protection == "none":
                self.journals.waits(human.id, case_id, consultant, mapped)
            if finished and random.random() < 0.05:
                self.refer(human, case_id, consultant, mapped)

    def refer(self, human: Human, case_id: int, consultant: int, mapped: date) -> None:
        """Refer somebody, lately or long ago; what is open lets the other unit in."""
        latest = TODAY - timedelta(days=self.random.choice((6, 12, 20, 30, 60, 90)))
        day = max(mapped + timedelta(days=1), latest)
        if day >= TODAY or human.protection != "none":
            return
        self.visits.referral(
            human.id,
            case_id,
            consultant,
            day,
            open_to=lambda unit, colleague: self.grant(human, "activity", "referral", day, unit=unit, worker=colleague),
        )
        self.event(human, day, "cases.refer", "plan", consultant)

    def consultant_for(self, opened: date, closed: date | None) -> tuple[int, int | None]:
        """Choose a unit and consultant; a few open cases wait for the head to hand them out."""
        random = self.random
        unit = random.choice(self.town.labour)
        if closed is None and (TODAY - opened).days < 45 and random.random() < 0.09:
            return unit, None
        jonna = self.town.colleagues["jonna"]
        if (
            closed is None
            and (TODAY - opened).days < 50
            and self.recent.get("jonna", 0) < 11
            and random.random() < 0.25
        ):
            self.recent["jonna"] = self.recent.get("jonna", 0) + 1
            return self.town.unit_of[jonna], jonna
        return unit, random.choice(self.town.consultants[unit])

    def mapping(self, human: Human, case_id: int, consultant: int, day: date, *, finished: bool) -> None:
        random = self.random
        self.rows.add(
            "plans_mapping",
            person_id=human.id,
            case_id=case_id,
            held_on=day,
            own_words=random.choice(WISHES),
            background=random.choice(BACKGROUNDS),
            strengths=random.choice(STRENGTHS),
            assessment=random.choice(ASSESSMENTS) if finished else "",
            fastest_way=random.choice(WAYS) if finished else "",
            way_reason=random.choice(REASONS) if finished else "",
            education=random.choice(LEVELS),
            path_wish=random.choice(PATHS),
            finished_at=moment(day, 11) if finished else None,
            author_id=consultant,
        )
        self.event(human, day, "plans.map_person", "plan", consultant)

    def plan(self, human: Human, case_id: int, consultant: int, day: date, closed: date | None) -> None:
        """Make the plan in force, and drafts or overdue follow-ups here and there."""
        random = self.random
        minutes = random.choice((12, 16, 20, 20, 22, 25, 30, 40)) * 60
        proposed = 1800 if human.young_child else 2400
        review = day + timedelta(days=90)
        while closed is None and review < TODAY - timedelta(days=random.choice((0, 0, 0, 0, 0, 0, 3, 11))):
            review += timedelta(days=90)
        decided = (TODAY - day).days > 8 or closed is not None
        plan_id = self.rows.add(
            "plans_plan",
            person_id=human.id,
            case_id=case_id,
            goal=random.choice(WAYS).split(".")[0] + ".",
            weekly_minutes=minutes,
            hours_reason="" if minutes == proposed else "Efter egen förmåga; ökas när det går.",
            proposal=self.visits.proposal(young_child=human.young_child),
            review_on=review,
            agreed_on=day if decided else None,
            agreed_how=random.choice(("meeting", "phone", "paper")) if decided else "",
            decided_at=moment(day, 14) if decided else None,
            decided_by_id=consultant if decided else None,
            replaced_at=None,
        )
        self.event(human, day, "plans.decide_plan" if decided else "plans.write_plan", "plan", consultant)
        consultation = self.visits.consultation(human.id, case_id, day - timedelta(days=1), consultant)
        if human.under and decided and closed is None and random.random() < 0.93:
            made = max(day, date(2026, 10, random.randint(1, 28)))
            self.visits.request(human.id, case_id, consultation, minutes, min(made, TODAY))
        if closed is None:
            self.week(human, plan_id)
        for title in random.sample(GOALS, random.randint(1, 3)):
            due = (
                max(day, TODAY) + timedelta(days=random.randint(10, 80)) if closed is None else day + timedelta(days=60)
            )
            self.rows.add(
                "plans_goal",
                person_id=human.id,
                plan_id=plan_id,
                unit_id=None,
                title=title,
                due_on=due,
                reached_on=None,
                evidence="",
            )

    def week(self, human: Human, plan_id: int) -> None:
        """Put an ordinary week into a plan that is in force or drafted."""
        random = self.random
        self.visits.part(human.id, plan_id, "activity", "Arbetsplats", random.choice(WEEKS))
        if human.tongue != "svenska" and random.random() < 0.4:
            self.visits.part(human.id, plan_id, "sfi", "Sfi, kvällskurs", ((1, 17, 20), (3, 17, 20)))
        if random.random() < 0.5:
            self.visits.part(human.id, plan_id, "job_search", "", minutes=180)

    def step(self, human: Human, number: int, day: date, author: int, evidence: str) -> None:
        """Set a step, with what it rests on; on the next day where one was set that day already."""
        while (human.id, day) in self.stepped:
            day += timedelta(days=1)
        self.stepped.add((human.id, day))
        kind = "reason" if evidence == BACK else "observation"
        self.rows.add(
            "plans_stepmove",
            person_id=human.id,
            step_id=number,
            day=day,
            rated_by="staff",
            evidence_id=self.visits.evidence(human.id, evidence, kind),
            author_id=author,
            at=moment(day, 15),
        )
        self.event(human, day, "plans.move_step", "plan", author, details={"step": number})

    def climb(self, human: Human, author: int, start: date, end: date) -> None:
        """Move up now and then, stand still often, sometimes back."""
        random = self.random
        now, day = 1, start
        while True:
            day += timedelta(days=random.randint(45, 260))
            if day >= end or now >= 5:
                return
            if now > 1 and random.random() < 0.14:
                now -= 1
                self.step(human, now, day, author, BACK)
            elif random.random() < 0.72:
                now += 1
                self.step(human, now, day, author, EVIDENCE[now])

    # Places and days --------------------------------------------------------------------------

    def placing(
        self, human: Human, consultant: int, planned: date, closed: date | None, case_id: int, leaves: str
    ) -> None:
        """Place people: earlier placements that have ended, and for most of them one that goes on."""
        random = self.random
        waits = closed is None and random.random() < 0.25
        start = planned + timedelta(days=random.randint(7, 60))
        end = closed or TODAY
        if waits:
            end = TODAY - timedelta(days=random.randint(3, 250))
        while start < end - timedelta(days=200):
            stop = min(start + timedelta(days=random.randint(60, 260)), end)
            if random.random() < 0.5:
                self.placement(human, consultant, start, stop, leaves if stop == closed else random.choice(BETWEEN))
            start = stop + timedelta(days=random.randint(7, 70))
        if waits:
            if self.town.unit_of[consultant] in self.town.labour[:4]:
                self.without_place.append((human, consultant, planned))
            if human.protection == "none":
                self.journals.waits(human.id, case_id, consultant, max(planned, end))
        elif start < end:
            self.placement(human, consultant, start, closed, leaves)

    def placement(self, human: Human, consultant: int, start: date, stop: date | None, leaves: str) -> None:
        random = self.random
        open_sites = [
            site
            for site in self.town.near[self.town.unit_of[consultant]]
            if site.supervisor and site.starts_on <= start and site.activity != self.town.workshop
        ]
        if human.protection != "none":
            open_sites = [site for site in open_sites if not site.partner]
        week = random.choice(WEEKS)
        open_sites = [site for site in open_sites if self.fits(site, week, stop)]
        if not open_sites:
            return
        site = random.choices(open_sites, [site.places for site in open_sites])[0]
        self.sit(human, site, consultant, start, stop, week, leaves=leaves)

    def fill_workshop(self) -> None:
        """Fill the carpentry workshop to its last place, with people who have a plan and no place."""
        site = next(site for site in self.town.sites if site.activity == self.town.workshop)
        while self.busiest(site, WEEKS[3]) < site.places - 1 and self.without_place:
            human, consultant, start = self.without_place.pop()
            if human.protection == "none":
                self.sit(human, site, consultant, max(start, date(2026, 9, 7)), None, WEEKS[3])

    def busiest(self, site: Site, week: Any) -> int:
        """Return how many are there at most while somebody with that week would be."""
        return max(self.taken[site.activity, hour] for hour in hours_of(week))

    def fits(self, site: Site, week: Any, stop: date | None) -> bool:
        """Keep a place or two free at every hour of today's week; the past is kept loose."""
        if stop is not None and stop <= TODAY:
            return self.been[site.activity] < site.places * 24
        return self.busiest(site, week) < site.places - (1 if site.places < 30 else 2)

    def sit(
        self,
        human: Human,
        site: Site,
        consultant: int,
        start: date,
        stop: date | None,
        week: Any,
        *,
        introduced: bool = True,
        leaves: str = "",
    ) -> int:
        """Make a placement with its seat, its grant, its event and its days; return its id."""
        random = self.random
        going_on = stop is None or stop > TODAY
        if not going_on:
            self.been[site.activity] += 1
        if going_on and random.random() < 0.2:
            stop = TODAY + timedelta(days=random.randint(8, 120))
        placement_id = self.offer(
            human,
            site,
            consultant,
            start,
            stop,
            week,
            start - timedelta(days=7),
            accepted=True,
            end_kind="" if going_on else leaves,
        )
        if introduced:
            self.rows.add(
                "placements_introduction",
                person_id=human.id,
                unit_id=site.unit,
                placement_id=placement_id,
                day=start,
                points=POINTS,
                author_id=site.supervisor,
                at=moment(start, 9),
            )
        if site.organisation == self.town.partners["navet"]:
            self.rows.add(
                "people_consent",
                person_id=human.id,
                organisation_id=site.organisation,
                parts=["placement"],
                given_how="meeting",
                starts_on=start - timedelta(days=3),
                ends_on=None,
                withdrawn_on=None,
            )
        self.grant(
            human,
            "activity",
            "placement",
            start,
            unit=site.unit,
            worker=site.supervisor,
            until=stop + AFTERWARDS if stop else None,
        )
        self.event(human, start, "placements.place", "activity", consultant, unit=site.unit)
        if introduced:
            self.days(human, site, placement_id, start, stop, week, consultant)
            if going_on and start < TODAY - timedelta(days=20):
                self.report(human, site, placement_id, consultant)
        return placement_id

    def report(self, human: Human, site: Site, placement_id: int, consultant: int) -> None:
        """Let the site have told how it goes lately; a few have not, and a few are not read."""
        random = self.random
        late = random.random() < 0.05
        day = TODAY - timedelta(days=random.randint(30, 60) if late else random.randint(1, 26))
        read = (TODAY - day).days > 3 or random.random() < 0.5
        going = random.choices(("forward", "steady", "hard"), (5, 4, 1))[0]
        self.rows.add(
            "attendance_report",
            person_id=human.id,
            unit_id=site.unit,
            placement_id=placement_id,
            day=day,
            going=going,
            text=random.choice(TOLD[going]),
            wants_talk=going == "hard",
            author_id=site.supervisor,
            at=moment(day, 15),
            read_by_id=consultant if read else None,
            read_at=moment(min(day + timedelta(days=2), TODAY), 8) if read else None,
        )

    def offer(
        self,
        human: Human,
        site: Site,
        consultant: int,
        start: date,
        stop: date | None,
        week: Any,
        proposed: date,
        *,
        accepted: bool = False,
        refused: str = "",
        aim: str = "",
        end_kind: str = "",
    ) -> int:
        """Propose somebody to a site, with the answer and the seat; return the placement."""
        answered = moment(min(proposed + timedelta(days=2), TODAY), 10)
        by_name = human.protection != "none"
        seat = UUID(int=self.random.getrandbits(128), version=4)
        last = start if refused else stop
        placement_id = self.rows.add(
            "placements_placement",
            person_id=human.id,
            unit_id=site.unit,
            activity_id=site.activity,
            seat=seat,
            starts_on=start,
            ends_on=last,
            supervisor_id=site.supervisor if by_name else None,
            decision="Beslut av enhetschef: platsen är prövad mot hotbilden." if by_name else "",
            placed_by_id=consultant,
            aim=aim or self.random.choice(AIMS),
            proposed_at=moment(proposed, 14),
            accepted_at=answered if accepted else None,
            refused_at=answered if refused else None,
            answered_by_id=site.supervisor if accepted or refused else None,
            answer=refused,
        )
        if end_kind:
            self.rows.add(
                "placements_placementend",
                placement_id=placement_id,
                person_id=human.id,
                kind=end_kind,
                reason="",
                told_on=last,
            )
        if last is None or last > TODAY:
            self.taken.update((site.activity, hour) for hour in hours_of(week))
        for weekday, first, until in week:
            self.rows.add(
                "activities_seatuse",
                activity_id=site.activity,
                seat=seat,
                starts_at=weekday * MINUTES_A_DAY + first * 60,
                ends_at=weekday * MINUTES_A_DAY + until * 60,
                starts_on=start,
                ends_on=last,
            )
        return placement_id

    def days(
        self, human: Human, site: Site, placement_id: int, start: date, stop: date | None, week: Any, consultant: int
    ) -> None:
        """Mark the scheduled days of the last eighteen months up to yesterday; a few stay unmarked."""
        random = self.random
        hours = {weekday: (last - first) * 60 for weekday, first, last in week}
        first = bisect_left(self.workdays, max(start, ATTENDANCE_FROM))
        last = bisect_left(self.workdays, min(stop or TODAY, TODAY))
        habit = random.choice((0.97, 0.93, 0.9, 0.85, 0.7))
        for day in self.workdays[first:last]:
            minutes = hours.get(day.weekday())
            if minutes and random.random() > 0.012:
                if random.random() < habit:
                    mark, here = ("partly", minutes - 40) if random.random() < 0.04 else ("present", minutes)
                else:
                    mark, here = ("absent_told" if random.random() < 0.65 else "absent_not_told"), 0
                self.rows.add(
                    "attendance_attendance",
                    person_id=human.id,
                    unit_id=site.unit,
                    placement_id=placement_id,
                    day=day,
                    mark=mark,
                    minutes=here,
                    author_id=site.supervisor,
                    at=moment(day, 9, 20),
                )
                if mark == "absent_told":
                    self.journals.told(human.id, site, placement_id, day, consultant)

    # The end ----------------------------------------------------------------------------------

    def exit(self, human: Human, case_id: int, case: dict[str, Any], consultant: int, reason: str) -> None:
        random = self.random
        form = random.choice(WORK) if reason == "work" else random.choice(STUDIES) if reason == "studies" else ""
        day = case["closed_on"]
        checkable = reason in ("work", "studies") and (TODAY - day).days > 45
        self.rows.add(
            "outcomes_exit",
            person_id=human.id,
            case_id=case_id,
            day=day,
            reason=reason,
            form=form,
            checked_on=day + timedelta(days=35) if checkable else None,
            held=random.random() < 0.84 if checkable else None,
        )
        self.event(human, day, "outcomes.record_exit", "plan", consultant)

    def event(
        self,
        human: Human,
        day: date,
        verb: str,
        scope: str,
        actor: int,
        actor_unit: int | None = None,
        *,
        unit: int | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        self.rows.add(
            "history_event",
            at=moment(day, 10),
            actor_id=actor,
            actor_unit_id=actor_unit or self.town.unit_of[actor],
            kind="write",
            verb=verb,
            person_id=human.id,
            scope=scope,
            unit_id=unit,
            details=json.dumps(details or {}),
        )
