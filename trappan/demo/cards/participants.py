"""A project of eight municipalities: what a coordinator sees of it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "participants",
    "Ebba Förlaga",
    _("A municipality’s own participants in a project"),
    _("Ebba sees those of her own municipality, writes down what came of it, and learns nothing of the other seven."),
    "projects:participants",
    "Tillsammans mot arbete",
)
