"""A course that is called off: whoever was to come is told once, and told again if it is held after all."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "cancelled",
    "Tor Låtsberg",
    _("The course is called off"),
    _(
        "Tor calls off a day at Café Vidingsjö. In the same moment everybody who was to come is told, once, however "
        "often he presses, and he sees how many and whom he must ring. Taken back before it left, it is never sent; "
        "taken back afterwards, they are told that it is on again. No message says where."
    ),
    "placements:calendar",
)
