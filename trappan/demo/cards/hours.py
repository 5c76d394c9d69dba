"""Hours to decide: Leila, with part-time work, SFI, a small child and protected identity."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import plans
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.history import event
from trappan.demo.rooms.people import known, with_children
from trappan.demo.town import Human, Town

CARD = Card(
    "hours",
    "Jonna Mallgren",
    _("The week of 22 hours"),
    _(
        "Leila has protected identity, a child of four, work at the weekend and SFI three mornings. The "
        "hours are proposed with their arithmetic; she has agreed, and you decide."
    ),
    "plans:plan",
    "Leila Hypotesen",
)


def leila(town: Town) -> None:
    """Make Leila, a protected parent with part-time work and SFI: the hours wait for a decision."""
    jonna, opened = town.colleagues["jonna"], TODAY - timedelta(days=62)
    human = known(
        town, "Leila", "Hypotesen", "K", date(1993, 2, 14), protection="marked", languages=["kurmanji", "svenska"]
    )
    case_of(town, human, opened)
    mapped = opened + timedelta(days=12)
    plans.map_with_words(
        town, human, mapped, "Jag vill arbeta där jag kan bo kvar i lugn och ro. Helst med böcker eller barn."
    )
    plans.step(town, human, 1, mapped, jonna, plans.EVIDENCE[1])
    draft_of_leila(town, human)
    plans.consultation(town, human, TODAY - timedelta(days=4), jonna)
    event(town, human, TODAY - timedelta(days=3), "plans.write_plan", "plan", jonna)
    event(town, human, TODAY - timedelta(days=2), "plans.agree_plan", "plan", jonna)
    with_children(town, human, [("Dilan", date(2022, 6, 18))], date(2026, 8, 1))


def draft_of_leila(town: Town, human: Human) -> None:
    """Write the plan that she has agreed to, with its week of 22 hours."""
    plan_id = plans.add_plan(
        town,
        human,
        town.colleagues["jonna"],
        goal="Arbeta på ett bibliotek eller en förskola.",
        minutes=22 * 60,
        proposal=plans.proposal(young_child=True, part_time=480),
        review_on=TODAY + timedelta(days=80),
        agreed_on=TODAY - timedelta(days=2),
        decided_on=None,
    )
    for kind, title, times in (
        ("work", "Butik, timmar på helgen", ((5, 10, 14), (6, 10, 14))),
        ("sfi", "Sfi kurs D", ((0, 9, 12), (2, 9, 12), (4, 9, 12))),
        ("activity", "Arbetsplats i lugn miljö", ((1, 9, 13), (3, 9, 13))),
        ("care", "Samtalsstöd", ((4, 13, 15),)),
    ):
        plans.part(town, human, plan_id, kind, title, times)
    plans.part(town, human, plan_id, "job_search", "", minutes=180)
