"""The town's kartläggning and plans: the week, goals, steps, and how people see it themselves."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.history import event
from trappan.demo.town import Human, Site, Town
from trappan.schedules.week import MINUTES_A_DAY

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
# What some of the wishes are about, as a branch.
BRANCHES = {WISHES[1]: ["logistics"], WISHES[2]: ["care"], WISHES[6]: ["restaurant"], WISHES[8]: ["garden", "wood"]}
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
# A week: (weekday, first hour, last hour), and so on.
Hours = tuple[tuple[int, int, int], ...]
# Ordinary weeks: (weekday, start hour, end hour)
WEEKS: tuple[Hours, ...] = (
    ((0, 9, 13), (2, 9, 13), (4, 9, 13)),
    ((0, 9, 15), (1, 9, 15), (2, 9, 15), (3, 9, 15)),
    ((1, 9, 12), (3, 9, 12)),
    ((0, 8, 12), (1, 8, 12), (2, 8, 12), (3, 8, 12), (4, 8, 12)),
    ((0, 9, 14), (1, 9, 14), (3, 9, 14)),
)
# What people say of themselves, by statement.
WORDS = {
    "confidence": ("Jag klarade kassan själv i fredags.", "Bättre när jag vet vad jag ska göra."),
    "everyday": ("Barnen har fått plats på fritids.", "Det är mycket papper hemma."),
    "safety": ("De känner mig där nu.", "Jag sover bättre."),
    "next_step": ("Jag vill söka, men inte än.", "Om någon följer med första gången."),
}


@dataclass
class Written:
    """A plan that has been written, and the consultation before it."""

    id: int
    consultation: int
    minutes: int
    decided: bool


def map_person(town: Town, human: Human, consultant: int, day: date, *, finished: bool) -> None:
    """Write a kartläggning of the crowd's; one that is not finished lacks assessment and way."""
    random = town.random
    words = random.choice(WISHES)
    town.rows.add(
        "plans_mapping",
        person_id=human.id,
        case_id=human.case,
        held_on=day,
        own_words=words,
        branch_wish=BRANCHES.get(words, []),
        needs=["sitting"] if words == WISHES[9] else [],
        most_travel=None,
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
    event(town, human, day, "plans.map_person", "plan", consultant)


def map_with_words(
    town: Town,
    human: Human,
    day: date,
    words: str,
    *,
    branch_wish: Sequence[str] = (),
    needs: Sequence[str] = (),
    most_travel: int | None = None,
) -> None:
    """Write a finished kartläggning of Jonna's with certain words, and wishes where they have been asked."""
    jonna = town.colleagues["jonna"]
    town.rows.add(
        "plans_mapping",
        person_id=human.id,
        case_id=human.case,
        held_on=day,
        own_words=words,
        branch_wish=list(branch_wish),
        needs=list(needs),
        most_travel=most_travel,
        background="Grundskola. Har lagat mat åt stora familjer och arbetat i kök i hemlandet.",
        strengths="Håller tider. Vill ha ansvar.",
        assessment="Kan arbeta 20 timmar i veckan nu. Behöver svenska för köket.",
        fastest_way="Café med språkstöd, sedan praktik i restaurang. Annat: storkök i skola.",
        way_reason="Har arbetat i kök och vill dit igen; det som saknas är svenska för arbetet.",
        education="compulsory",
        path_wish="either",
        finished_at=moment(day, 11),
        author_id=jonna,
    )
    event(town, human, day, "plans.map_person", "plan", jonna)


def plan(town: Town, human: Human, consultant: int, day: date) -> None:
    """Make a plan in force for somebody of the tour, with its week and goals."""
    written = write(town, human, consultant, day, None)
    week(town, human, written.id)
    goals(town, human, written.id, day, None)


def write(town: Town, human: Human, consultant: int, day: date, closed: date | None) -> Written:
    """Write the plan in force, followed up every ninety days, and drafts or overdue follow-ups here and there."""
    random = town.random
    minutes = random.choice((12, 16, 20, 20, 22, 25, 30, 40)) * 60
    proposed = 1800 if human.young_child else 2400
    review = first = day + timedelta(days=90)
    while closed is None and review < TODAY - timedelta(days=random.choice((0, 0, 0, 0, 0, 0, 3, 11))):
        review += timedelta(days=90)
    decided = (TODAY - day).days > 8 or closed is not None
    plan_id = add_plan(
        town,
        human,
        consultant,
        goal=random.choice(WAYS).split(".")[0] + ".",
        minutes=minutes,
        hours_reason="" if minutes == proposed else "Efter egen förmåga; ökas när det går.",
        proposal=proposal(young_child=human.young_child),
        review_on=first,
        agreed_on=day if decided else None,
        agreed_how=random.choice(("meeting", "phone", "paper")) if decided else "",
        decided_on=day if decided else None,
    )
    if review > first:
        follow_up(town, human, plan_id, review - timedelta(days=90), consultant, review)
    event(town, human, day, "plans.decide_plan" if decided else "plans.write_plan", "plan", consultant)
    return Written(plan_id, consultation(town, human, day - timedelta(days=1), consultant), minutes, decided)


def add_plan(
    town: Town,
    human: Human,
    consultant: int,
    *,
    goal: str,
    minutes: int,
    proposal: str,
    review_on: date,
    agreed_on: date | None,
    decided_on: date | None,
    agreed_how: str = "meeting",
    hours_reason: str = "",
    beside: Sequence[tuple[str, str]] = (),
) -> int:
    """Write a plan down: a draft, or decided by the consultant on a day; `beside` are those who made it, by role."""
    made_by = [("participant", ""), *beside] if agreed_on else []
    return town.rows.add(
        "plans_plan",
        person_id=human.id,
        case_id=human.case,
        goal=goal,
        weekly_minutes=minutes,
        hours_reason=hours_reason,
        proposal=proposal,
        review_on=review_on,
        agreed_on=agreed_on,
        agreed_how=agreed_how,
        decided_at=moment(decided_on, 14) if decided_on else None,
        decided_by_id=consultant if decided_on else None,
        replaced_at=None,
        took_part=json.dumps([{"role": role, "name": name} for role, name in made_by]),
    )


def follow_up(town: Town, human: Human, plan_id: int, day: date, author: int, next_on: date) -> None:
    """Keep that a plan was followed up on a day, the latest time, and goes on."""
    town.rows.add(
        "plans_review",
        person_id=human.id,
        plan_id=plan_id,
        outcome="Planen fortsätter som den är.",
        next_on=next_on,
        author_id=author,
        at=moment(day, 14),
    )


def judge(town: Town, human: Human, day: date, author: int, what: str, reason: str) -> None:
    """Judge what somebody is ready for on a day, by a code and in words."""
    town.rows.add(
        "plans_readiness",
        person_id=human.id,
        case_id=human.case,
        what=what,
        reason=reason,
        day=day,
        author_id=author,
        at=moment(day, 15),
    )
    event(town, human, day, "plans.judge_readiness", "plan", author, details={"what": what})


def proposal(*, young_child: bool = False, part_time: int = 0) -> str:
    """Return the arithmetic of the hours as it is kept with a plan."""
    lines = [["full_time", 2400]]
    if young_child:
        lines.append(["young_child", -600])
    if part_time:
        lines.append(["part_time", -part_time])
    return json.dumps({"young_child_age": 8, "lines": lines})


def consultation(town: Town, human: Human, day: date, author: int) -> int:
    """Let the consultant have asked the Employment Service before the plan."""
    return town.rows.add(
        "plans_consultation",
        person_id=human.id,
        case_id=human.case,
        with_whom="employment_service",
        held_on=day,
        outcome="Inget program just nu. Inget hinder för planen.",
        author_id=author,
        at=moment(day, 10),
    )


def week(town: Town, human: Human, plan_id: int) -> None:
    """Put an ordinary week into a plan that is in force or drafted."""
    random = town.random
    human.week = random.choice(WEEKS)
    part(town, human, plan_id, "activity", "Arbetsplats", human.week)
    if human.tongue != "svenska" and random.random() < 0.4:
        part(town, human, plan_id, "sfi", "Sfi, kvällskurs", ((1, 17, 20), (3, 17, 20)))
    if random.random() < 0.5:
        part(town, human, plan_id, "job_search", "", minutes=180)


def part(town: Town, human: Human, plan_id: int, kind: str, title: str, times: Any = (), minutes: int = 0) -> None:
    """Add a part to a plan's week: at times, or minutes at no certain time."""
    for weekday, first, last in times:
        starts = weekday * MINUTES_A_DAY + first * 60
        add_part(town, human, plan_id, kind, title, starts, (last - first) * 60)
    if minutes:
        add_part(town, human, plan_id, kind, title, None, minutes)


def add_part(town: Town, human: Human, plan_id: int, kind: str, title: str, starts: int | None, minutes: int) -> None:
    """Write one time of a plan's week down."""
    town.rows.add(
        "plans_planpart",
        person_id=human.id,
        plan_id=plan_id,
        kind=kind,
        title=title,
        held_by="",
        starts_at=starts,
        ends_at=None if starts is None else starts + minutes,
        minutes=minutes,
    )


def goals(town: Town, human: Human, plan_id: int, day: date, closed: date | None) -> None:
    """Set a goal or a few under a plan of a day; those of an open case are due soon."""
    random = town.random
    for title in random.sample(GOALS, random.randint(1, 3)):
        if closed is None:
            goal(town, human, plan_id, title, max(day, TODAY) + timedelta(days=random.randint(10, 80)))
        else:
            goal(town, human, plan_id, title, day + timedelta(days=60))


def goal(town: Town, human: Human, plan_id: int, title: str, due: date, unit: int | None = None) -> int:
    """Set a goal under a plan; one of a site's is seen there."""
    return town.rows.add(
        "plans_goal",
        person_id=human.id,
        plan_id=plan_id,
        unit_id=unit,
        title=title,
        due_on=due,
        reached_on=None,
        evidence="",
    )


def step(town: Town, human: Human, number: int, day: date, author: int, evidence: str) -> None:
    """Set a step, with what it rests on; on the next day where one was set that day already."""
    while (human.id, day) in town.stepped:
        day += timedelta(days=1)
    town.stepped.add((human.id, day))
    kind = "reason" if evidence == BACK else "observation"
    seen = town.rows.add("plans_stepevidence", person_id=human.id, kind=kind, text=evidence, goal_id=None)
    add_step(town, human, number, day, author, "staff", seen)
    event(town, human, day, "plans.move_step", "plan", author, details={"step": number})


def add_step(
    town: Town, human: Human, number: int, day: date, author: int, rated_by: str, evidence: int | None
) -> None:
    """Write a step down: staff's with its evidence, or the person's own."""
    town.rows.add(
        "plans_stepmove",
        person_id=human.id,
        step_id=number,
        day=day,
        rated_by=rated_by,
        evidence_id=evidence,
        author_id=author,
        at=moment(day, 15),
    )


def climb(town: Town, human: Human, author: int, start: date, end: date) -> None:
    """Move up now and then, stand still often, sometimes back."""
    random = town.random
    now, day = 1, start
    while True:
        day += timedelta(days=random.randint(45, 260))
        if day >= end or now >= 5:
            return
        if now > 1 and random.random() < 0.14:
            now -= 1
            step(town, human, now, day, author, BACK)
        elif random.random() < 0.72:
            now += 1
            step(town, human, now, day, author, EVIDENCE[now])


def propose_step(town: Town, human: Human, site: Site, number: int, day: date, evidence: str) -> None:
    """Let a site propose a step, which nobody has answered yet."""
    town.rows.add(
        "plans_proposedstep",
        person_id=human.id,
        unit_id=site.unit,
        step_id=number,
        day=day,
        evidence=evidence,
        author_id=site.supervisor,
        at=moment(day, 14),
        accepted=None,
        answer="",
        decided_by_id=None,
        decided_at=None,
    )


def observe(town: Town, human: Human, site: Site, goal: int | None, day: date, text: str, sign: str = "") -> None:
    """Let a site write down what it saw of a goal, or of a sign of the next step."""
    town.rows.add(
        "plans_observation",
        person_id=human.id,
        unit_id=site.unit,
        goal_id=goal,
        day=day,
        text=text,
        sign=sign,
        author_id=site.supervisor,
        at=moment(day, 13),
    )


def self_ratings(town: Town, human: Human, author: int, opened: date) -> None:
    """Let a third of the open cases have answers about how they see it, up to three times."""
    dice = town.rating_dice
    if dice.random() > 0.35:
        return
    degrees = {statement: dice.randint(1, 4) for statement in WORDS}
    for days in (190, 100, 12)[dice.randint(0, 2) :]:
        day = TODAY - timedelta(days=days + dice.randint(0, 20))
        if day <= opened:
            continue
        for statement, degree in degrees.items():
            answer = min(5, max(1, degree + dice.choice((-1, 0, 0, 1, 1))))
            if dice.random() < 0.85:
                words = dice.choice(WORDS[statement]) if dice.random() < 0.15 else ""
                rate(town, human, author, day, statement, answer, words)


def rate(town: Town, human: Human, author: int, day: date, statement: str, answer: int, words: str) -> None:
    """Write down an answer, and what was said to it."""
    town.rows.add(
        "plans_selfrating",
        person_id=human.id,
        case_id=human.case,
        day=day,
        statement=statement,
        answer=answer,
        words=words,
        author_id=author,
        at=moment(day, 14),
        taken_back_at=None,
    )
