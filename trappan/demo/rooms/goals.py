"""Who leads and decides in the town, the goals of the term, and what is to be better. All of it invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.staff import colleague, unit
from trappan.demo.town import Town
from trappan.insight import operations as insight
from trappan.insight.models import Goal, GoalResult, Improvement
from trappan.partnerships.models import Agreement
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership

BOARD, DIRECTOR = "Nämnden", "Direktören"
DECIDED = "Nämndens beslut 14 februari 2023, påhittat"
UNTOLD = (
    "Går inte att stämma av: beslutet säger inte vilka vuxna som räknas, under vilken tid eller ur vilken källa. "
    "Nämnden är ombedd att säga det."
)
WANTING = (
    (
        "Ingen såg hur länge någon väntade mellan plan och plats",
        "Utredning 2022, påhittad",
        "Väntan står på enhetens första sida, med vad ärendet väntar på",
        "Enhetscheferna",
        date(2022, 11, 15),
        date(2023, 9, 1),
        "Väntan syns varje dag. Medianen mäts varje månad.",
        date(2023, 8, 21),
    ),
    (
        "Målet 96 % har ingen definition",
        "Controllerns genomgång",
        "Nämnden får två sätt att räkna att välja mellan",
        DIRECTOR,
        date(2026, 2, 14),
        date(2026, 12, 15),
        "",
        None,
    ),
)


# What the partnership from 2018 is to bring about: in the words of the commissioning document, evaluated in December
# 2019, and one that somebody has said how to count.
EFFECTS: tuple[dict[str, Any], ...] = (
    {"wording": "Öka inkludering och delaktighet", "unit": "percent", "evaluate_on": date(2019, 12, 12)},
    {
        "wording": "De som deltar kommer igång, och fortsätter komma",
        "definition": "Av dem som omfattas av aktivitetskravet och har sin huvudsakliga plats hos partnern: andelen "
        "som deltog minst en gång under oktober 2026.",
        "indicator": "coverage",
        "level": Decimal(90),
        "unit": "percent",
        "evaluate_on": date(2026, 12, 1),
    },
)
NEVER_SAID = (
    "Går inte att stämma av i procent: överenskommelsen säger inte hur det räknas. Deltagarna har berättat, och "
    "parterna vill fortsätta."
)


def leaders(town: Town) -> None:
    """Let a director, a controller and a member of the board sign in."""
    office = unit(town, "Förvaltningsledningen", "management", "28")
    board = unit(town, "Arbetsmarknadsnämnden", "management", "28")
    for role, name in (
        ("director", "Diana Utkast"),
        ("controller", "Conny Kalkyl"),
        ("board_reader", "Maja Mallqvist"),
    ):
        colleague(town, board if role == "board_reader" else office, role, name)


def make_goals(scale: float) -> None:
    """Write down the term's goals, one of them as the source has it: without a definition."""
    director = Membership.objects.select_related("unit").get(role="director")
    made: dict[str, Goal] = {}
    for name, under, definition, direction, level, counted_in, year, whose, indicator in (
        ("96 % har annan försörjning", "", "", "at_least", 96, "percent", 2025, BOARD, "other_support_in_year"),
        (
            "Färre hushåll med bistånd",
            "96 % har annan försörjning",
            "Hushåll som fick ekonomiskt bistånd under oktober 2026, räknade en gång var, ur eget register.",
            "at_most",
            round(1977 * scale),
            "households",
            2026,
            DIRECTOR,
            "households",
        ),
        (
            "Alla som ska är i aktivitet",
            "",
            "De som omfattas av aktivitetskravet i december 2026 och deltog minst en gång den månaden.",
            "at_least",
            90,
            "percent",
            2026,
            "Enhetscheferna",
            "coverage",
        ),
        (
            "Hälften får plats inom 30 dagar",
            "Alla som ska är i aktivitet",
            "Median av dagar från beslutad plan till första dag i aktivitet, av dem som fick plats under året.",
            "at_most",
            30,
            "days",
            2026,
            DIRECTOR,
            "",
        ),
    ):
        made[name] = Goal.objects.create(
            municipality_id=director.unit.organisation_id,
            under=made.get(under),
            name=name,
            definition=definition,
            direction=direction,
            level=Decimal(level),
            unit=counted_in,
            year=year,
            responsible=whose,
            decided=DECIDED,
            indicator=indicator,
            author=director,
            at=moment(date(2023, 2, 14)),
        )
    untold = made["96 % har annan försörjning"]
    GoalResult.objects.create(goal=untold, as_of=date(2026, 2, 14), text=UNTOLD, author=director)
    for deficiency, source, action, whose, found_on, due_on, result, done_on in WANTING:
        Improvement.objects.create(
            municipality_id=director.unit.organisation_id,
            goal=None if done_on else untold,
            found_on=found_on,
            deficiency=deficiency,
            source=source,
            action=action,
            responsible=whose,
            due_on=due_on,
            result=result,
            done_on=done_on,
            author=director,
            at=moment(found_on),
        )


def make_effects() -> None:
    """Write down what the partnership is to bring about, and what the evaluation of 2019 could not say."""
    karin = Membership.objects.get(colleague__given_name="Karin", colleague__family_name="Skissberg")
    hope = Agreement.objects.get(kind=Agreement.Kind.IOP, starts_on=date(2018, 1, 1))
    with acting_as(karin.colleague_id, karin.pk):
        untold, _counted = (insight.set_effect_goal(agreement=hope, direction="at_least", **one) for one in EFFECTS)
        insight.evaluate_effect(
            goal=untold,
            as_of=date(2019, 12, 12),
            today=TODAY,
            value=None,
            text=NEVER_SAID,
            evaluated_by="Utredare på kommunen, med partnern",
        )
