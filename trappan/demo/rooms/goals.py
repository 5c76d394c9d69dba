"""Who leads and decides in the town, the goals of the term, and what is to be better. All of it invented."""

from datetime import date
from decimal import Decimal

from trappan.demo.clock import moment
from trappan.demo.rooms.staff import colleague, unit
from trappan.demo.town import Town
from trappan.insight.models import Goal, GoalResult, Improvement
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
