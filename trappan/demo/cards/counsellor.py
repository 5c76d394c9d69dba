"""The counsellor, who answers what the town's consultants have asked: notes, a study plan, a file."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.rooms import cases
from trappan.demo.rooms.documents import stored
from trappan.demo.town import Town

CARD = Card(
    "counsellor",
    "Mio Mallin",
    _("The counsellor's part, and no more"),
    _(
        "Mio answers what the consultants have asked. He sees name, steps and the question; with Yonas he has "
        "written a study plan and attached the answer about his grades; what Yonas says against a note stands beside "
        "it. When he ends the referral he no longer "
        "sees the person."
    ),
    "desk:start",
)
GRADES = """Svar om betyg från Asmara

Gymnasiet, naturvetenskaplig inriktning, motsvarar en svensk gymnasieexamen i matematik och engelska.
Svenska som andraspråk 1 fattas.
"""
STEPS = (
    ("Svenska som andraspråk 1", "Komvux", date(2027, 1, 11), date(2027, 6, 12), "Sfi kurs D klar i december", "CSN"),
    ("Fordonsmekaniker", "Yrkesvux", date(2027, 8, 16), date(2028, 12, 16), "Svenska 1 fattas till dess", "CSN"),
)


def answered(town: Town) -> None:
    """Let Mio work with Yonas: two notes, a study plan in two editions, and a file."""
    human, (unit, mio) = town.people["Yonas Exempelsson"], town.referred[0]
    referral = cases.taken_on(
        town, human, unit, mio, date(2026, 10, 12), "Vilken utbildning leder till en cykel- eller bilverkstad?"
    )
    for day, fact, assessment in (
        (date(2026, 10, 19), "Berättar att han lagade cyklar i Asmara och vill laga bilar.", "Vet vad han vill."),
        (date(2026, 11, 4), "Ringde yrkesvux: nästa start är i augusti, svenska 1 krävs.", ""),
    ):
        note = cases.referral_note(town, human, referral, unit, mio, day, fact, assessment)
    # Against the latter: the former is as he told it.
    words, day = "Jag vill helst börja i januari.", date(2026, 11, 9)
    cases.object_to(town, human, note, mio, day, words, "cases_referralobjection", unit_id=unit)
    cases.study_plan(town, human, referral, unit, mio, date(2026, 10, 26), "Fordonsmekaniker", STEPS[1:], edition=1)
    goal = "Fordonsmekaniker, med svenskan först."
    cases.study_plan(town, human, referral, unit, mio, date(2026, 11, 5), goal, STEPS, edition=2)
    cases.attach(
        town,
        human,
        referral,
        unit,
        mio,
        date(2026, 11, 9),
        "Svar om betyg.txt",
        stored(GRADES.encode(), date(2026, 11, 9)),
    )
