"""A leader's pictures of the own site, which show the place and nobody in it."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "pictures",
    "Lotta Låtsasson",
    _("Pictures of the place, and of nobody"),
    _(
        "Lotta's café shows its entrance and its kitchen; a consultant and Gun-Britt see them where a place is looked "
        "for. Try a photograph of your own: what the camera wrote is taken out, and what it shows is read aloud."
    ),
    "activities:activity",
    "Café Vidingsjö",
)
