"""The invented people of the tour: the same at every seed, each in a certain place on the way."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY, moment
from trappan.demo.lives import BACK, EVIDENCE, WEEKS, Lives
from trappan.demo.town import Family, Human

NUMBERS = {"samira": "199111052388"}


def fixed_people(lives: Lives) -> None:
    """Make them before the crowd, so that they keep their places."""
    samira(lives)
    waiting(lives)
    at_two_sites(lives)
    protected_at_partner(lives)
    renumbered(lives)
    twenty_two_hours(lives)
    handed_over(lives)


def known(
    lives: Lives,
    first: str,
    last: str,
    gender: str,
    birth: date,
    *,
    protection: str = "none",
    languages: list[str] | None = None,
    number: str = "",
) -> Human:
    """Make one person, known to the first social services office through Ulla Provstedt."""
    rows, town = lives.rows, lives.town
    person_id = rows.add(
        "people_person",
        given_name=first,
        family_name=last,
        gender=gender,
        protection=protection,
        languages=languages or ["svenska"],
        interpreter=bool(languages and languages[0] != "svenska"),
        education="grundskola",
    )
    rows.add(
        "people_number",
        person_id=person_id,
        number=number or lives.numbers.next(birth, gender),
        starts_on=date(2024, 1, 1),
    )
    human = Human(person_id, gender, birth, "applicant", protection, first)
    for scope in ("assistance", "plan"):
        lives.grant(human, scope, "application", date(2024, 1, 8), unit=town.social[0], worker=town.colleagues["ulla"])
    return human


def case_of(
    lives: Lives, human: Human, opened: date, responsible: str | None = "jonna", closed: date | None = None
) -> int:
    """Open a case at the first unit, with one of the tour's consultants."""
    town = lives.town
    consultant = town.colleagues[responsible] if responsible else None
    case_id = lives.rows.add(
        "demo_case",
        person_id=human.id,
        unit_id=town.labour[0],
        social_worker_id=town.colleagues["ulla"],
        responsible_id=consultant,
        opened_on=opened,
        closed_on=closed,
    )
    lives.event(human, opened, "cases.open_case", "plan", town.colleagues["ulla"], town.social[0])
    if consultant:
        for scope in ("plan", "requirement"):
            lives.grant(human, scope, "assignment", opened, worker=consultant)
        lives.event(human, opened, "cases.assign", "plan", town.colleagues["ulla"], town.social[0])
    return case_id


def mapped(lives: Lives, human: Human, case_id: int, day: date, words: str) -> None:
    """Write a finished kartläggning with certain words."""
    lives.rows.add(
        "plans_mapping",
        person_id=human.id,
        case_id=case_id,
        held_on=day,
        own_words=words,
        background="Grundskola. Har lagat mat åt stora familjer och arbetat i kök i hemlandet.",
        strengths="Håller tider. Vill ha ansvar.",
        assessment="Kan arbeta 20 timmar i veckan nu. Behöver svenska för köket.",
        fastest_way="Café med språkstöd, sedan praktik i restaurang. Annat: storkök i skola.",
        way_reason="Har arbetat i kök och vill dit igen; det som saknas är svenska för arbetet.",
        education="compulsory",
        path_wish="either",
        finished_at=moment(day, 11),
        author_id=lives.town.colleagues["jonna"],
    )
    lives.event(human, day, "plans.map_person", "plan", lives.town.colleagues["jonna"])


def samira(lives: Lives) -> None:
    """Somebody well on the way: two and a half years on the staircase, one move back."""
    town, rows = lives.town, lives.rows
    jonna = town.colleagues["jonna"]
    human = known(
        lives, "Samira", "Påhitt", "K", date(1991, 11, 5), languages=["arabiska", "svenska"], number=NUMBERS["samira"]
    )
    rows.add(
        "people_contact",
        person_id=human.id,
        phone="070-1740605",
        email="",
        address="Påhittsgatan 7",
        postal_code="",
        city="Ekelunda",
    )
    lives.event(
        human, date(2024, 4, 8), "assistance.receive_application", "assistance", town.colleagues["ulla"], town.social[0]
    )
    rows.add(
        "assistance_application",
        person_id=human.id,
        unit_id=town.social[0],
        received_on=date(2024, 4, 8),
        kind="new",
        reference="",
        waits=False,
        result="granted",
        decided_on=date(2024, 4, 19),
        result_reference="EB 2024-118",
    )
    case_id = case_of(lives, human, date(2024, 4, 15))
    mapped(
        lives,
        human,
        case_id,
        date(2024, 4, 29),
        "Jag vill laga mat åt många. Jag vill ha ett schema så att jag hinner hämta barnen.",
    )
    for number, day, evidence in (
        (1, date(2024, 4, 29), EVIDENCE[1]),
        (2, date(2024, 9, 16), EVIDENCE[2]),
        (3, date(2025, 5, 5), EVIDENCE[3]),
        (2, date(2025, 10, 20), BACK),
        (3, date(2026, 4, 13), "Tillbaka på tre dagar i veckan och tar emot instruktioner i köket."),
    ):
        lives.step(human, number, day, jonna, evidence)
    rows.add(
        "plans_stepmove",
        person_id=human.id,
        step_id=4,
        day=date(2026, 10, 5),
        rated_by="participant",
        evidence_id=None,
        author_id=jonna,
        at=moment(date(2026, 10, 5), 15),
    )
    plan_id = rows.add(
        "plans_plan",
        person_id=human.id,
        case_id=case_id,
        goal="Arbeta i kök på en restaurang eller skola.",
        weekly_minutes=20 * 60,
        hours_reason="Två barn, 3 och 6 år; hämtar kl. 15.30.",
        proposal=lives.visits.proposal(young_child=True),
        review_on=date(2026, 12, 3),
        agreed_on=date(2026, 9, 1),
        agreed_how="meeting",
        decided_at=moment(date(2026, 9, 3), 14),
        decided_by_id=jonna,
        replaced_at=None,
    )
    lives.event(human, date(2026, 9, 3), "plans.decide_plan", "plan", jonna)
    site = next(site for site in town.sites if site.supervisor == town.colleagues["tor"])
    goals = []
    for title, due in (
        ("Komma i tid fyra dagar i veckan", date(2026, 11, 30)),
        ("Ta emot en beställning på svenska", date(2026, 12, 18)),
        ("Klara provet på sfi kurs C", date(2027, 1, 15)),
    ):
        goals.append(
            rows.add(
                "plans_goal",
                person_id=human.id,
                plan_id=plan_id,
                unit_id=None if "sfi" in title else site.unit,
                title=title,
                due_on=due,
                reached_on=None,
                evidence="",
            )
        )
    lives.visits.part(human.id, plan_id, "activity", "Café Vidingsjö", WEEKS[0])
    lives.visits.part(human.id, plan_id, "sfi", "Sfi kurs C", ((1, 9, 12), (3, 9, 12)))
    lives.visits.part(human.id, plan_id, "job_search", "", minutes=120)
    lives.visits.consultation(human.id, case_id, date(2026, 8, 31), jonna)
    lives.visits.meeting(human.id, case_id, jonna, TODAY, "Hur går det i köket?")
    notes_of_samira(lives, human, case_id)
    ratings_of_samira(lives, human, case_id)
    family(lives, human, [("Noor", date(2020, 8, 2)), ("Amir", date(2023, 3, 9))], date(2024, 5, 1))
    lives.sit(human, site, jonna, date(2026, 4, 20), None, WEEKS[0])
    for day, text in (
        (date(2026, 11, 9), "Tog emot två beställningar på svenska och frågade när hon inte förstod."),
        (date(2026, 10, 28), "Kom tio minuter före sju dagar i rad."),
    ):
        rows.add(
            "plans_observation",
            person_id=human.id,
            unit_id=site.unit,
            goal_id=goals[day.month == 11],
            day=day,
            text=text,
            author_id=site.supervisor,
            at=moment(day, 13),
        )


def notes_of_samira(lives: Lives, human: Human, case_id: int) -> None:
    """Three notes: one locked and corrected, one with an objection, one still open."""
    write, jonna = lives.journals.note, lives.town.colleagues["jonna"]
    wrong = write(
        human.id,
        case_id,
        jonna,
        date(2026, 9, 8),
        "contact",
        "partner",
        "Handledaren säger att Samira var borta hela förra veckan.",
        name="Tor Låtsberg, handledare",
    )
    lives.rows.add(
        "cases_objection",
        person_id=human.id,
        note_id=wrong,
        said_on=date(2026, 9, 15),
        text="Jag var borta i två dagar, och jag ringde på morgonen.",
        author_id=jonna,
        at=moment(date(2026, 9, 15), 10),
    )
    lives.rows.add(
        "cases_note",
        person_id=human.id,
        case_id=case_id,
        kind="contact",
        source="partner",
        source_name="Tor Låtsberg, handledare",
        happened_at=moment(date(2026, 9, 8), 10),
        fact="Samira var borta måndag och tisdag. Hon hade ringt båda dagarna; det hade inte förts vidare.",
        assessment="",
        author_id=jonna,
        unit_id=lives.town.unit_of[jonna],
        written_at=moment(date(2026, 9, 25), 9),
        corrects_id=wrong,
    )
    write(
        human.id,
        case_id,
        jonna,
        date(2026, 10, 5),
        "meeting",
        "person",
        "Vi gick igenom trappan. Samira visar själv på steg 4: hon tar emot beställningar på svenska.",
        "Är på väg mot steg 4. Vi följer upp med handledaren i november.",
        hour=14,
    )
    write(
        human.id,
        case_id,
        jonna,
        TODAY - timedelta(days=2),
        "contact",
        "person",
        "Ringde: provet på sfi är flyttat till den 15 januari.",
        "Målets dag stämmer fortfarande.",
        late=1,
    )


def ratings_of_samira(lives: Lives, human: Human, case_id: int) -> None:
    """Three rounds of her own view: trust in herself and daring rise, and in November in her words."""
    jonna, nothing = lives.town.colleagues["jonna"], ""
    for day, rounds in (
        (
            date(2026, 3, 24),
            (
                ("confidence", 2, "Jag är rädd att svara i telefon."),
                ("everyday", 3, nothing),
                ("safety", 2, nothing),
                ("next_step", 1, nothing),
            ),
        ),
        (
            date(2026, 7, 2),
            (("confidence", 3, nothing), ("everyday", 3, nothing), ("safety", 4, nothing), ("next_step", 2, nothing)),
        ),
        (
            date(2026, 11, 4),
            (
                ("confidence", 4, "Jag tog beställningar hela lunchen."),
                ("everyday", 3, nothing),
                ("safety", 4, nothing),
                ("next_step", 4, "Jag vill prova ett riktigt kök."),
            ),
        ),
    ):
        for statement, answer, words in rounds:
            lives.journals.rate(human.id, case_id, jonna, day, statement, answer, words)


def handed_over(lives: Lives) -> None:
    """Cases between Jonna and Pelle: one waits for her, one came back, one he has received."""
    handed(
        lives,
        "Ines",
        "Skissdal",
        "K",
        1990,
        "pelle",
        2,
        "",
        "Vill börja på lagret. Har tid hos vägledaren på torsdag; följ gärna med första gången.",
    )
    handed(
        lives,
        "Isak",
        "Modellsson",
        "M",
        1981,
        "jonna",
        6,
        "sent_back",
        "Vill byta konsulent sedan i somras; önskar någon som talar finska.",
    )
    handed(
        lives,
        "Rosa",
        "Attrapp",
        "K",
        1976,
        "jonna",
        9,
        "received",
        "Börjar på Vallaverkstan i december. Ring på förmiddagar.",
    )


def handed(
    lives: Lives, first: str, last: str, gender: str, year: int, from_whom: str, days: int, answer: str, note: str
) -> None:
    """Make somebody whose case one of the two has handed to the other, some days ago."""
    town, rows = lives.town, lives.rows
    jonna, pelle = town.colleagues["jonna"], town.colleagues["pelle"]
    giver = town.colleagues[from_whom]
    receiver = jonna if giver == pelle else pelle
    human = known(lives, first, last, gender, date(year, 5, 9))
    opened, offered = TODAY - timedelta(days=120), TODAY - timedelta(days=days)
    answered = offered + timedelta(days=1)
    holder = "pelle" if (receiver if answer == "received" else giver) == pelle else "jonna"
    case_id = case_of(lives, human, opened, holder)
    mapped(lives, human, case_id, opened + timedelta(days=14), "Jag vill ha ett arbete där jag rör på mig.")
    lives.step(human, 1, opened + timedelta(days=14), giver, EVIDENCE[1])
    lives.plan(human, case_id, giver, opened + timedelta(days=30), None)
    for scope in ("plan", "requirement"):
        if answer == "received":
            until = answered + timedelta(days=30)
            lives.grant(human, scope, "hand_over", answered, worker=giver, until=until)
        elif answer == "":
            lives.grant(human, scope, "hand_over", offered, worker=receiver)
    reason = "Jag har fullt nu. Fråga Karin om någon annan kan ta över." if answer == "sent_back" else ""
    rows.add(
        "cases_handover",
        person_id=human.id,
        case_id=case_id,
        seat="responsible",
        giver_id=giver,
        receiver_id=receiver,
        note=note,
        offered_at=moment(offered, 15),
        answer=answer,
        answered_at=moment(answered, 9) if answer else None,
        reason=reason,
        read_at=None,
    )
    lives.event(human, offered, "cases.hand_over", "plan", giver)
    if answer:
        verb = "cases.receive" if answer == "received" else "cases.send_back"
        lives.event(human, answered, verb, "plan", receiver)


def family(lives: Lives, parent: Human, children: list[tuple[str, date]], since: date) -> None:
    """Give a parent of the tour children, and a home among the town's."""
    people = [parent]
    for first, birth in children:
        gender = "K" if len(people) % 2 else "M"
        child_id = lives.rows.add(
            "people_person",
            given_name=first,
            family_name="Påhitt",
            gender=gender,
            protection=parent.protection,
            languages=["svenska"],
            interpreter=False,
            education="",
        )
        lives.rows.add("people_number", person_id=child_id, number=lives.numbers.next(birth, gender), starts_on=birth)
        child = Human(child_id, gender, birth, "child", parent.protection, first)
        people.append(child)
        lives.grant(
            child, "assistance", "application", since, unit=lives.town.social[0], worker=lives.town.colleagues["ulla"]
        )
    lives.families.append(Family(people, 6 if parent.gender == "K" else 4, since))


def twenty_two_hours(lives: Lives) -> None:
    """A parent with part-time work and SFI, protected: the hours wait for a decision."""
    jonna = lives.town.colleagues["jonna"]
    human = known(
        lives, "Leila", "Hypotesen", "K", date(1993, 2, 14), protection="marked", languages=["kurmanji", "svenska"]
    )
    opened = TODAY - timedelta(days=62)
    case_id = case_of(lives, human, opened)
    mapped(
        lives,
        human,
        case_id,
        opened + timedelta(days=12),
        "Jag vill arbeta där jag kan bo kvar i lugn och ro. Helst med böcker eller barn.",
    )
    lives.step(human, 1, opened + timedelta(days=12), jonna, EVIDENCE[1])
    plan_id = lives.rows.add(
        "plans_plan",
        person_id=human.id,
        case_id=case_id,
        goal="Arbeta på ett bibliotek eller en förskola.",
        weekly_minutes=22 * 60,
        hours_reason="",
        proposal=lives.visits.proposal(young_child=True, part_time=480),
        review_on=TODAY + timedelta(days=80),
        agreed_on=TODAY - timedelta(days=2),
        agreed_how="meeting",
        decided_at=None,
        decided_by_id=None,
        replaced_at=None,
    )
    part = lives.visits.part
    part(human.id, plan_id, "work", "Butik, timmar på helgen", ((5, 10, 14), (6, 10, 14)))
    part(human.id, plan_id, "sfi", "Sfi kurs D", ((0, 9, 12), (2, 9, 12), (4, 9, 12)))
    part(human.id, plan_id, "activity", "Arbetsplats i lugn miljö", ((1, 9, 13), (3, 9, 13)))
    part(human.id, plan_id, "care", "Samtalsstöd", ((4, 13, 15),))
    part(human.id, plan_id, "job_search", "", minutes=180)
    lives.visits.consultation(human.id, case_id, TODAY - timedelta(days=4), jonna)
    lives.event(human, TODAY - timedelta(days=3), "plans.write_plan", "plan", jonna)
    lives.event(human, TODAY - timedelta(days=2), "plans.agree_plan", "plan", jonna)
    family(lives, human, [("Dilan", date(2022, 6, 18))], date(2026, 8, 1))


def waiting(lives: Lives) -> None:
    """Somebody at each stage, waiting for the tour's colleagues."""
    town = lives.town
    farid = known(lives, "Farid", "Tänktsson", "M", date(1994, 4, 17), languages=["dari", "svenska"])
    lives.rows.add(
        "assistance_application",
        person_id=farid.id,
        unit_id=town.social[0],
        received_on=TODAY - timedelta(days=6),
        kind="new",
        reference="",
        waits=True,
        result="",
        decided_on=None,
        result_reference="",
    )
    lives.event(
        farid,
        TODAY - timedelta(days=6),
        "assistance.receive_application",
        "assistance",
        town.colleagues["ulla"],
        town.social[0],
    )
    oksana = known(lives, "Oksana", "Testenko", "K", date(1987, 3, 12), languages=["ukrainska"])
    case_of(lives, oksana, TODAY - timedelta(days=9))
    marko = known(lives, "Marko", "Fiktivić", "M", date(1983, 6, 20))
    mapped(
        lives,
        marko,
        case_of(lives, marko, TODAY - timedelta(days=30)),
        TODAY - timedelta(days=13),
        "Jag vill köra lastbil igen.",
    )
    lives.step(marko, 1, TODAY - timedelta(days=13), town.colleagues["jonna"], EVIDENCE[1])
    gun = known(lives, "Gun-Britt", "Utkastsson", "K", date(1979, 9, 3))
    case_id = case_of(lives, gun, TODAY - timedelta(days=80))
    mapped(lives, gun, case_id, TODAY - timedelta(days=60), "Jag vill snickra. Det gjorde jag med pappa.")
    lives.step(gun, 1, TODAY - timedelta(days=60), town.colleagues["jonna"], EVIDENCE[1])
    lives.plan(gun, case_id, town.colleagues["jonna"], TODAY - timedelta(days=41), None)
    unassigned = (("Wilma", "Kuliss", "K", 5), ("Bo", "Kladdman", "M", 8), ("Nasrin", "Prototyp", "K", 12))
    for first, last, gender, days in unassigned:
        somebody = known(lives, first, last, gender, date(1998, 2, days))
        case_of(lives, somebody, TODAY - timedelta(days=days), None)


def at_two_sites(lives: Lives) -> None:
    """One who is at a municipal site and a partner's at once: neither reads the other's rows."""
    town = lives.town
    hodan = known(lives, "Hodan", "Sagolund", "K", date(1985, 5, 23), languages=["somaliska", "svenska"])
    case_id = case_of(lives, hodan, date(2025, 9, 1))
    mapped(lives, hodan, case_id, date(2025, 9, 15), "Jag vill stå i kassan. Jag är bra på att räkna.")
    lives.step(hodan, 1, date(2025, 9, 15), town.colleagues["jonna"], EVIDENCE[1])
    lives.step(hodan, 2, date(2026, 2, 2), town.colleagues["jonna"], EVIDENCE[2])
    lives.plan(hodan, case_id, town.colleagues["jonna"], date(2025, 10, 1), None)
    for key, week in (("tor", ((0, 9, 12), (3, 9, 12))), ("sara", ((1, 9, 15), (4, 9, 15)))):
        site = next(site for site in town.sites if site.supervisor == town.colleagues[key])
        lives.sit(hodan, site, town.colleagues["jonna"], date(2026, 3, 2), None, week)


def protected_at_partner(lives: Lives) -> None:
    """One protected person at a partner's site: one named supervisor sees who it is."""
    town = lives.town
    eira = known(lives, "Eira", "Fantasidotter", "K", date(1988, 1, 15), protection="marked")
    case_id = case_of(lives, eira, date(2026, 1, 12))
    mapped(lives, eira, case_id, date(2026, 1, 26), "Jag vill vara på en plats där jag känner mig trygg.")
    lives.step(eira, 1, date(2026, 1, 26), town.colleagues["jonna"], EVIDENCE[1])
    lives.plan(eira, case_id, town.colleagues["jonna"], date(2026, 2, 9), None)
    site = next(site for site in town.sites if site.supervisor == town.colleagues["sara"])
    lives.sit(eira, site, town.colleagues["jonna"], date(2026, 3, 9), None, WEEKS[0])


def renumbered(lives: Lives) -> None:
    """One who waited with a reservnummer until the personnummer came, and carries both."""
    yonas = known(
        lives, "Yonas", "Exempelsson", "M", date(1996, 8, 30), languages=["tigrinja", "svenska"], number="19960830R901"
    )
    lives.rows.add(
        "people_number",
        person_id=yonas.id,
        number=lives.numbers.next(date(1996, 8, 30), "M"),
        starts_on=date(2026, 3, 2),
    )
    case_id = case_of(lives, yonas, date(2026, 2, 2))
    mapped(lives, yonas, case_id, date(2026, 2, 16), "Jag vill laga cyklar. Jag vill tjäna egna pengar.")
    lives.step(yonas, 1, date(2026, 2, 16), lives.town.colleagues["jonna"], EVIDENCE[1])
    lives.plan(yonas, case_id, lives.town.colleagues["jonna"], date(2026, 3, 4), None)
    site = next(site for site in lives.town.sites if site.supervisor == lives.town.colleagues["tor"])
    lives.sit(yonas, site, lives.town.colleagues["jonna"], date(2026, 3, 16), None, WEEKS[3])
