"""The town's people: who they are, their numbers, the households they live in, and who may see them."""

from datetime import date

from trappan.demo.clock import TODAY, moment
from trappan.demo.names import given
from trappan.demo.town import Family, Human, Town

FIRST = date(2021, 1, 1)  # the town's first month with support
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


def person(town: Town, role: str, last: str, since: date = FIRST) -> Human:
    """Invent one person of the crowd: an adult of working age in the household's first month (`since`), or a child."""
    random = town.random
    gender = random.choice("KM")
    age = random.randint(0, 17) if role == "child" else min(64, max(19, int(random.gauss(38, 13))))
    birth = date(TODAY.year - age - 1, random.randint(1, 12), random.randint(1, 28))
    protection = random.choices(("none", "marked", "registration"), (985, 12, 3))[0]
    tongue = random.choice(LANGUAGES)
    first = given(random, gender)
    if role != "child":
        birth = of_age(birth, since, town.rows.counted["people_person"])
    person_id = add_person(
        town,
        first,
        last,
        gender,
        protection,
        list(dict.fromkeys((tongue, "svenska"))) if random.random() < 0.7 else [tongue],
        interpreter=tongue != "svenska" and random.random() < 0.3,
        education=random.choice(EDUCATION) if role != "child" else "",
    )
    human = Human(person_id, gender, birth, role, protection, first, tongue)
    number(town, human)
    if protection != "registration" and role != "child":
        contact(
            town,
            person_id,
            f"070-1740{random.randint(605, 699)}",
            f"Påhittsgatan {random.randint(1, 90)}" if protection == "none" else "",
        )
    return human


def of_age(birth: date, since: date, turn: int) -> date:
    """Return the birth of somebody who is 18 by then at least; who was not is from 18 to 22, each in turn."""
    if birth.replace(year=birth.year + 18) <= since:
        return birth
    return birth.replace(year=since.year - 19 - turn % 4)


def number(town: Town, human: Human) -> None:
    """Give one of the crowd a number; a few waited months for a personnummer, and now carry both."""
    birth = human.birth
    first = town.numbers.next(birth, human.gender)
    add_number(town, human.id, first, max(birth, date(2021, 1, 1)))
    if first[8] == "R" and human.role != "child" and town.random.random() < 0.02:
        for year in range(1991, 2000):
            late = town.numbers.for_tests(date(year, birth.month, birth.day), human.gender)
            if late:
                add_number(town, human.id, late, date(2026, 3, 2))
                break


def known(
    town: Town,
    first: str,
    last: str,
    gender: str,
    birth: date,
    *,
    protection: str = "none",
    languages: list[str] | None = None,
    number: str = "",
) -> Human:
    """Make one person of the tour, known to the first social services office through Ulla Provstedt."""
    person_id = add_person(
        town,
        first,
        last,
        gender,
        protection,
        languages or ["svenska"],
        interpreter=bool(languages and languages[0] != "svenska"),
        education="grundskola",
    )
    add_number(town, person_id, number or town.numbers.next(birth, gender), date(2024, 1, 1))
    human = Human(person_id, gender, birth, "applicant", protection, first)
    for scope in ("assistance", "plan"):
        grant(town, human, scope, "application", date(2024, 1, 8), unit=town.social[0], worker=town.colleagues["ulla"])
    town.people[f"{first} {last}"] = human
    return human


def with_children(town: Town, parent: Human, children: list[tuple[str, date]], since: date) -> None:
    """Give a parent of the tour children, and let them wait for a home among the town's."""
    people = [parent]
    for first, birth in children:
        gender = "K" if len(people) % 2 else "M"
        child_id = add_person(
            town, first, "Påhitt", gender, parent.protection, ["svenska"], interpreter=False, education=""
        )
        add_number(town, child_id, town.numbers.next(birth, gender), birth)
        child = Human(child_id, gender, birth, "child", parent.protection, first)
        people.append(child)
        grant(town, child, "assistance", "application", since, unit=town.social[0], worker=town.colleagues["ulla"])
    town.families.append(Family(people, 6 if parent.gender == "K" else 4, since))


def add_person(
    town: Town,
    first: str,
    last: str,
    gender: str,
    protection: str,
    languages: list[str],
    *,
    interpreter: bool,
    education: str,
) -> int:
    """Write down who somebody is."""
    return town.rows.add(
        "people_person",
        given_name=first,
        family_name=last,
        gender=gender,
        protection=protection,
        languages=languages,
        interpreter=interpreter,
        education=education,
    )


def add_number(town: Town, person: int, number: str, starts_on: date) -> None:
    """Write down a number that somebody has from a day on."""
    town.rows.add("people_number", person_id=person, number=number, starts_on=starts_on)


def contact(town: Town, person: int, phone: str, address: str) -> None:
    """Write down how somebody is reached; without an address there is no town either."""
    town.rows.add(
        "people_contact",
        person_id=person,
        phone=phone,
        email="",
        address=address,
        postal_code="",
        city="Ekelunda" if address else "",
    )


def household(town: Town, number: int, everybody: list[Human], since: date) -> int:
    """Let people be a household from a month on, the small ones from their birth."""
    household_id = town.rows.add("people_household", reference=f"H{number + 1:06}")
    for human in everybody:
        town.rows.add(
            "people_householdmember",
            household_id=household_id,
            person_id=human.id,
            role=human.role,
            starts_on=max(since, human.birth),
            ends_on=None,
        )
    return household_id


def grant(
    town: Town,
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
    town.rows.add(
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
    )


def consent(town: Town, human: Human, organisation: int, day: date) -> None:
    """Let somebody have said yes to sharing a placement with an organisation."""
    town.rows.add(
        "people_consent",
        person_id=human.id,
        organisation_id=organisation,
        parts=["placement"],
        given_how="meeting",
        starts_on=day,
        ends_on=None,
        withdrawn_on=None,
    )
