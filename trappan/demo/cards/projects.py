"""A project of eight municipalities: what its leader is told, and what a coordinator sees."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

LEADER = Card(
    "project",
    "Signe Mall",
    _("Eight municipalities, each person once"),
    _(
        "382 of 418, and 70 percent of whom? Signe sees numbers alone: who takes part stays with each municipality, "
        "few people are hidden, and whoever moved counts once."
    ),
    "projects:projects",
)
COORDINATOR = Card(
    "participants",
    "Ebba Förlaga",
    _("The own participants of a project"),
    _("Ebba sees those of her own municipality, writes down what came of it, and learns nothing of the other seven."),
    "projects:projects",
)
