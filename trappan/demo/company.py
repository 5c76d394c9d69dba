"""Company for the people of the tour: a few in every list that its colleagues open in the morning."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY, moment
from trappan.demo.fixed import case_of, handed, known, mapped
from trappan.demo.lives import EVIDENCE, Lives
from trappan.demo.town import Family, Human

OVERDUE = (("Sixten", "Kulissman", "M", 4), ("Hamida", "Exempelzai", "K", 9), ("Ove", "Övningsson", "M", 15))
SOON = (("Lana", "Fabelsson", "K", 2), ("Kjell-Åke", "Sagoberg", "M", 4), ("Meriem", "Diktare", "K", 6))
UNHEARD = (("Tuva", "Skisslund", "K", 11), ("Abdi", "Påhittsson", "M", 13), ("Birgitta", "Luftslott", "K", 16))
WORKING = (("Danyal", "Dröm", "M", 36), ("Sirkka", "Sagolik", "K", 39), ("Petter", "Provperson", "M", 47))
OFFERED = (
    ("Alva", "Utopia", "K", 1, "", "Går i sfi på förmiddagar. Vi har precis pratat om lagerarbete."),
    ("Miro", "Tankesson", "M", 3, "", "Uppföljning av planen den 20 november; tolk behövs inte längre."),
    ("Greger", "Låtsas", "M", 8, "sent_back", "Vill ha en konsulent närmare hemmet."),
    ("Saga", "Fantasilund", "K", 11, "sent_back", "Har frågat efter någon som kan bagerier."),
)


def company(lives: Lives) -> None:
    """Make three or so for each list of Ulla, Jonna and Karin that the crowd leaves thin."""
    jonna = lives.town.colleagues["jonna"]
    for at, (first, last, gender, days) in enumerate(OVERDUE):
        human, case_id = planned(lives, first, last, gender, TODAY - timedelta(days=days))
        exempted(lives, human, TODAY - timedelta(days=days - 1))
        yesterday = TODAY - timedelta(days=at + 1)
        lives.visits.meeting(human.id, case_id, jonna, yesterday, "Uppföljning av planen")
    for first, last, gender, days in SOON:
        human, case_id = planned(lives, first, last, gender, TODAY + timedelta(days=days))
        exempted(lives, human, TODAY + timedelta(days=days + 9))
        lives.visits.meeting(human.id, case_id, jonna, TODAY, "Hur gick det i veckan?")
    for first, last, gender, days in UNHEARD:
        human = known(lives, first, last, gender, date(1984, 3, days))
        case_of(lives, human, TODAY - timedelta(days=days))
        lives.families.append(Family([human], 5 if gender == "K" else 4, date(2026, 5, 1)))
    for first, last, gender, days in WORKING:
        worked(lives, first, last, gender, TODAY - timedelta(days=days))
    for first, last, gender, days, answer, note in OFFERED:
        giver = "jonna" if answer else "pelle"
        handed(lives, first, last, gender, 1988, giver, days, answer, note)


def planned(lives: Lives, first: str, last: str, gender: str, review: date) -> tuple[Human, int]:
    """Make somebody with a decided plan that is to be followed up on a day."""
    jonna = lives.town.colleagues["jonna"]
    human = known(lives, first, last, gender, date(1981, 8, 14))
    decided = review - timedelta(days=90)
    case_id = case_of(lives, human, decided - timedelta(days=25))
    mapped(lives, human, case_id, decided - timedelta(days=12), "Jag vill ha ett arbete som går att nå med buss.")
    lives.step(human, 1, decided - timedelta(days=12), jonna, EVIDENCE[1])
    lives.visits.consultation(human.id, case_id, decided - timedelta(days=2), jonna)
    plan_id = lives.rows.add(
        "plans_plan",
        person_id=human.id,
        case_id=case_id,
        goal="Arbete inom räckhåll för buss.",
        weekly_minutes=2400,
        hours_reason="",
        proposal=lives.visits.proposal(),
        review_on=review,
        agreed_on=decided,
        agreed_how="meeting",
        decided_at=moment(decided, 14),
        decided_by_id=jonna,
        replaced_at=None,
    )
    lives.event(human, decided, "plans.decide_plan", "plan", jonna)
    lives.visits.part(human.id, plan_id, "job_search", "", minutes=300)
    return human, case_id


def exempted(lives: Lives, human: Human, until: date) -> None:
    """Exempt somebody up to a day."""
    first = until - timedelta(days=60)
    lives.rows.add(
        "requirement_exemption",
        person_id=human.id,
        kind="sick_pay",
        starts_on=first,
        ends_on=until,
        evidence="Intyg, sett i original.",
        decided_by_id=None,
        decided_at=moment(first, 11),
    )


def worked(lives: Lives, first: str, last: str, gender: str, day: date) -> None:
    """Make somebody who began to work more than a month ago, and whom nobody has asked since."""
    jonna = lives.town.colleagues["jonna"]
    human = known(lives, first, last, gender, date(1992, 6, 3))
    opened = day - timedelta(days=200)
    case_id = case_of(lives, human, opened, closed=day)
    mapped(lives, human, case_id, opened + timedelta(days=10), "Jag vill ha ett fast arbete.")
    lives.step(human, 1, opened + timedelta(days=10), jonna, EVIDENCE[1])
    lives.rows.add(
        "outcomes_exit",
        person_id=human.id,
        case_id=case_id,
        day=day,
        reason="work",
        form="tillsvidare, heltid",
        checked_on=None,
        held=None,
    )
    lives.event(human, day, "outcomes.record_exit", "plan", jonna)
