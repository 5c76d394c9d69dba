"""People of the tour who serve several of its cards, each in a certain place on the way."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY
from trappan.demo.rooms import attendance, cases, outcomes, placements, plans, requirement
from trappan.demo.rooms.activities import site_of
from trappan.demo.rooms.assistance import application
from trappan.demo.rooms.history import event
from trappan.demo.rooms.people import add_number, contact, known, with_children
from trappan.demo.town import Human, Town

# What Samira was judged to be ready for.
READY = (
    (date(2026, 4, 13), "place", "Orkar tre förmiddagar i veckan och vill tillbaka till köket."),
    (date(2026, 11, 5), "internship", "Tor och jag har sett henne ta emot beställningar och sköta disken själv."),
)
MORNINGS = ((1, 9, 12), (3, 9, 12))
AFTERNOONS = ((0, 13, 16), (2, 13, 16))
# name, gender, days since the plan was to be followed up
OVERDUE = (("Sixten", "Kulissman", "M", 4), ("Hamida", "Exempelzai", "K", 9), ("Ove", "Övningsson", "M", 15))
# name, gender, days until the plan is to be followed up
SOON = (("Lana", "Fabelsson", "K", 2), ("Kjell-Åke", "Sagoberg", "M", 4), ("Meriem", "Diktare", "K", 6))
# name, gender, days since they began to work
WORKING = (("Danyal", "Dröm", "M", 36), ("Sirkka", "Sagolik", "K", 39), ("Petter", "Provperson", "M", 47))


def samira(town: Town) -> None:
    """Make Samira, well on the way: two and a half years on the staircase, one move back.

    Cards show her steps, months, attendance, journal and own view, and that a partner elsewhere finds nobody.
    """
    ulla, jonna = town.colleagues["ulla"], town.colleagues["jonna"]
    human = known(
        town, "Samira", "Påhitt", "K", date(1991, 11, 5), languages=["arabiska", "svenska"], number="199111052388"
    )
    contact(town, human.id, "070-1740605", "Påhittsgatan 7")
    application(town, human, date(2024, 4, 8), town.social[0], ulla, decided=date(2024, 4, 19), reference="EB 2024-118")
    cases.case_of(town, human, date(2024, 4, 15))
    plans.map_with_words(
        town,
        human,
        date(2024, 4, 29),
        "Jag vill laga mat åt många. Jag vill ha ett schema så att jag hinner hämta barnen.\nأريد أن أطبخ للكثيرين.",
    )
    for number, day, evidence in (
        (1, date(2024, 4, 29), plans.EVIDENCE[1]),
        (2, date(2024, 9, 16), plans.EVIDENCE[2]),
        (3, date(2025, 5, 5), plans.EVIDENCE[3]),
        (2, date(2025, 10, 20), plans.BACK),
        (3, date(2026, 4, 13), "Tillbaka på tre dagar i veckan och tar emot instruktioner i köket."),
    ):
        plans.step(town, human, number, day, jonna, evidence)
    plans.add_step(town, human, 4, date(2026, 10, 5), jonna, "participant", None)
    goals = plan_of_samira(town, human)
    cases.meeting(town, human, jonna, TODAY, "Hur går det i köket?")
    with_children(town, human, [("Noor", date(2020, 8, 2)), ("Amir", date(2023, 3, 9))], date(2024, 5, 1))
    site = site_of(town, "tor")
    attendance.stay(town, human, site, jonna, date(2026, 4, 20), None, plans.WEEKS[0])
    for goal, day, text, sign in (
        (goals[1], date(2026, 11, 9), "Tog emot två beställningar på svenska och frågade när hon inte förstod.", ""),
        (goals[0], date(2026, 10, 28), "Kom tio minuter före sju dagar i rad.", ""),
        (None, date(2026, 11, 2), "I tid alla dagar i oktober utom en.", "Kommer i tid fyra dagar av fem"),
        (None, date(2026, 11, 4), "Skötte disken själv när två var borta.", "Tar nya uppgifter utan stöd"),
    ):
        plans.observe(town, human, site, goal, day, text, sign)


def plan_of_samira(town: Town, human: Human) -> list[int]:
    """Make her plan in force: the week, what was asked before it, and three goals, which are returned."""
    jonna = town.colleagues["jonna"]
    plan_id = plans.add_plan(
        town,
        human,
        jonna,
        goal="Arbeta i kök på en restaurang eller skola.",
        minutes=20 * 60,
        hours_reason="Två barn, 3 och 6 år; hämtar kl. 15.30.",
        proposal=plans.proposal(young_child=True),
        review_on=date(2026, 12, 3),
        agreed_on=date(2026, 9, 1),
        decided_on=date(2026, 9, 3),
        beside=(
            ("consultant", "Jonna Mallgren"),
            ("social_worker", "Ulla Provstedt"),
            ("supervisor", "Tor Låtsberg, Café Vidingsjö"),
            ("interpreter", "arabiska"),
        ),
    )
    for day, what, reason in READY:
        plans.judge(town, human, day, jonna, what, reason)
    event(town, human, date(2026, 9, 3), "plans.decide_plan", "plan", jonna)
    plans.part(town, human, plan_id, "activity", "Café Vidingsjö", plans.WEEKS[0])
    plans.part(town, human, plan_id, "sfi", "Sfi kurs C", MORNINGS)
    plans.part(town, human, plan_id, "job_search", "", minutes=120)
    plans.consultation(town, human, date(2026, 8, 31), jonna)
    site = site_of(town, "tor").unit
    return [
        plans.goal(town, human, plan_id, title, due, unit)
        for title, due, unit in (
            ("Komma i tid fyra dagar i veckan", date(2026, 11, 30), site),
            ("Ta emot en beställning på svenska", date(2026, 12, 18), site),
            ("Klara provet på sfi kurs C", date(2027, 1, 15), None),
        )
    ]


def hodan(town: Town) -> None:
    """Make Hodan, at a municipal site and a partner's at once: neither reads the other's rows."""
    jonna = town.colleagues["jonna"]
    human = known(town, "Hodan", "Sagolund", "K", date(1985, 5, 23), languages=["somaliska", "svenska"])
    cases.case_of(town, human, date(2025, 9, 1))
    plans.map_with_words(town, human, date(2025, 9, 15), "Jag vill stå i kassan. Jag är bra på att räkna.")
    plans.step(town, human, 1, date(2025, 9, 15), jonna, plans.EVIDENCE[1])
    plans.step(town, human, 2, date(2026, 2, 2), jonna, plans.EVIDENCE[2])
    plans.plan(town, human, jonna, date(2025, 10, 1))
    for key, week in (("tor", ((0, 9, 12), (3, 9, 12))), ("sara", ((1, 9, 15), (4, 9, 15)))):
        attendance.stay(town, human, site_of(town, key), jonna, date(2026, 3, 2), None, week)


def yonas(town: Town) -> None:
    """Make Yonas, who waited with a reservnummer until the personnummer came, and carries both."""
    jonna, birth = town.colleagues["jonna"], date(1996, 8, 30)
    human = known(town, "Yonas", "Exempelsson", "M", birth, languages=["tigrinja", "svenska"], number="19960830R901")
    add_number(town, human.id, town.numbers.next(birth, "M"), date(2026, 3, 2))
    cases.case_of(town, human, date(2026, 2, 2))
    plans.map_with_words(town, human, date(2026, 2, 16), "Jag vill laga cyklar. Jag vill tjäna egna pengar.")
    plans.step(town, human, 1, date(2026, 2, 16), jonna, plans.EVIDENCE[1])
    plans.plan(town, human, jonna, date(2026, 3, 4))
    attendance.stay(town, human, site_of(town, "tor"), jonna, date(2026, 3, 16), None, plans.WEEKS[3])


def followed_up(town: Town) -> None:
    """Make those whose plans Jonna is to follow up, and whose exemptions Ulla sees run out, now or soon."""
    jonna = town.colleagues["jonna"]
    for at, (first, last, gender, days) in enumerate(OVERDUE):
        human = to_follow_up(town, first, last, gender, TODAY - timedelta(days=days))
        exempted(town, human, TODAY - timedelta(days=days - 1))
        cases.meeting(town, human, jonna, TODAY - timedelta(days=at + 1), "Uppföljning av planen")
    for first, last, gender, days in SOON:
        human = to_follow_up(town, first, last, gender, TODAY + timedelta(days=days))
        exempted(town, human, TODAY + timedelta(days=days + 9))
        cases.meeting(town, human, jonna, TODAY, "Hur gick det i veckan?")


def to_follow_up(town: Town, first: str, last: str, gender: str, review: date) -> Human:
    """Make somebody with a decided plan that is to be followed up on a day."""
    jonna = town.colleagues["jonna"]
    human = known(town, first, last, gender, date(1981, 8, 14))
    decided = review - timedelta(days=90)
    cases.case_of(town, human, decided - timedelta(days=25))
    mapped = decided - timedelta(days=12)
    plans.map_with_words(town, human, mapped, "Jag vill ha ett arbete som går att nå med buss.")
    plans.step(town, human, 1, mapped, jonna, plans.EVIDENCE[1])
    plans.consultation(town, human, decided - timedelta(days=2), jonna)
    plan_id = plans.add_plan(
        town,
        human,
        jonna,
        goal="Arbete inom räckhåll för buss.",
        minutes=2400,
        proposal=plans.proposal(),
        review_on=review,
        agreed_on=decided,
        decided_on=decided,
    )
    event(town, human, decided, "plans.decide_plan", "plan", jonna)
    plans.part(town, human, plan_id, "job_search", "", minutes=300)
    return human


def exempted(town: Town, human: Human, until: date) -> None:
    """Exempt somebody who is ill, for two months up to a day."""
    requirement.exemption(town, human, "sick_pay", until - timedelta(days=60), until)


def working(town: Town) -> None:
    """Make those who began to work more than a month ago, and whom nobody has asked since."""
    jonna = town.colleagues["jonna"]
    for first, last, gender, days in WORKING:
        day = TODAY - timedelta(days=days)
        human = known(town, first, last, gender, date(1992, 6, 3))
        opened = day - timedelta(days=200)
        cases.case_of(town, human, opened, closed=day)
        mapped = opened + timedelta(days=10)
        plans.map_with_words(town, human, mapped, "Jag vill ha ett fast arbete.")
        plans.step(town, human, 1, mapped, jonna, plans.EVIDENCE[1])
        outcomes.record_exit(town, human, day, jonna, "work", "tillsvidare, heltid")


def with_a_plan(town: Town, first: str, last: str, gender: str) -> Human:
    """Make somebody with a plan in force, who is to have a place."""
    jonna, opened = town.colleagues["jonna"], date(2026, 6, 8)
    human = known(town, first, last, gender, date(1990, 9, 21))
    cases.case_of(town, human, opened)
    mapped = opened + timedelta(days=14)
    plans.map_with_words(town, human, mapped, "Jag vill ha något att gå till varje vecka.")
    plans.step(town, human, 1, mapped, jonna, plans.EVIDENCE[1])
    plans.plan(town, human, jonna, opened + timedelta(days=30))
    return human


def placed_at_tors(town: Town, human: Human, began: date) -> int:
    """Place somebody at Tor's on Tuesday and Thursday mornings, introduced on the second day; no day is marked."""
    site, jonna = site_of(town, "tor"), town.colleagues["jonna"]
    placement_id = placements.propose(
        town,
        human,
        site,
        jonna,
        began,
        None,
        MORNINGS,
        began - timedelta(days=9),
        accepted=True,
        aim="Komma i gång med fasta tider.",
    )
    placements.introduce(town, human, site, placement_id, began + timedelta(days=1))
    placements.open_to_site(town, human, site, jonna, began)
    attendance.report(town, human, site, placement_id, jonna)
    return placement_id


def marked_at_tors(town: Town, human: Human, placement_id: int, days: list[date], gone: list[date]) -> None:
    """Mark days at Tor's: away without a word on some, and there on the others."""
    for day in days:
        if day in gone:
            attendance.mark(town, human, site_of(town, "tor"), placement_id, day, "absent_not_told")
        else:
            attendance.mark(town, human, site_of(town, "tor"), placement_id, day, "present")
