"""A partner's supervisor: one protected person of her own, and a clear no to Samira."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.rooms import attendance, plans
from trappan.demo.rooms.activities import site_of
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "partner",
    "Sara Kulissdotter",
    _("The partner, and the clear no"),
    _(
        "Sara works at Stadsmissionen's second hand and sees her own. The link opens Samira's page, who is "
        "somewhere else: the answer is the same as for nobody."
    ),
    "desk:person",
    "Samira Påhitt",
)


def eira(town: Town) -> None:
    """Make Eira, protected and at Sara's: one named supervisor sees who it is."""
    jonna = town.colleagues["jonna"]
    human = known(town, "Eira", "Fantasidotter", "K", date(1988, 1, 15), protection="marked")
    case_of(town, human, date(2026, 1, 12))
    plans.map_with_words(town, human, date(2026, 1, 26), "Jag vill vara på en plats där jag känner mig trygg.")
    plans.step(town, human, 1, date(2026, 1, 26), jonna, plans.EVIDENCE[1])
    plans.plan(town, human, jonna, date(2026, 2, 9))
    attendance.stay(town, human, site_of(town, "sara"), jonna, date(2026, 3, 9), None, plans.WEEKS[0])
