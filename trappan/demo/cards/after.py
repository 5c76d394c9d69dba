"""The year after: Rahel, who went to work a year ago and is to be asked how it goes."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import cases, outcomes, plans
from trappan.demo.rooms.people import known
from trappan.demo.town import Town
from trappan.outcomes.follow_ups import due_day

CARD = Card(
    "after",
    "Jonna Mallgren",
    _("The year after"),
    _(
        "Rahel went to work a year ago. Read what kind it was, how we know, and what she has said after one, three and "
        "six months. After twelve she has answered by a link: take it in as she said it, or ask on the telephone. Put "
        "the first day right, and see what stood."
    ),
    "outcomes:exits",
    "Rahel Låtsasdal",
)
# After how many months, how many days after its day, what she answered, and her own words.
ASKED = (
    (1, 2, "still", ""),
    (3, 0, "still", "Jag har fått egna nycklar."),
    (6, 1, "not_reached", ""),
    (6, 5, "not_reached", ""),
    (6, 8, "still", "Trött i början, men nu går det bra."),
)
# What she said of herself after six months: statement, degree, words.
OWN = (("confidence", 4, ""), ("everyday", 4, ""), ("belonging", 5, "De ringer och frågar var jag är om jag är sen."))


def rahel(town: Town) -> None:
    """Make Rahel, who has been at work for a year and five days."""
    jonna = town.colleagues["jonna"]
    ended = TODAY.replace(year=TODAY.year - 1) - timedelta(days=5)
    human = known(town, "Rahel", "Låtsasdal", "K", date(1988, 4, 17))
    opened = ended - timedelta(days=310)
    cases.case_of(town, human, opened, closed=ended)
    mapped = opened + timedelta(days=12)
    plans.map_with_words(town, human, mapped, "Jag vill arbeta med människor, gärna inom äldreomsorgen.")
    for number, days in ((1, 0), (3, 120), (5, 250)):
        plans.step(town, human, number, mapped + timedelta(days=days), jonna, plans.EVIDENCE[min(number, 3)])
    done = outcomes.record_exit(
        town,
        human,
        ended,
        jonna,
        "work",
        "undersköterska, vikariat",
        ended + outcomes.CHECKED,
        held=True,
        employer_name="Drömvården",
        source="paper",
        named=True,
    )
    for months, after, answer, words in ASKED:
        outcomes.ask(town, human, done, months, due_day(ended, months) + timedelta(days=after), jonna, answer, words)
    for statement, degree, words in OWN:
        day = due_day(ended, 6) + timedelta(days=8)
        plans.rate(town, human, jonna, day, statement, degree, words)
