"""What ten more kitchen places would start, asked by a head of unit."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "ten_places",
    "Karin Skissberg",
    _("Ten places more"),
    _(
        "Karin asks what ten more in a kitchen would start on Monday, what it would mean if a site closed, or what it "
        "would cost to set the queue aside. The answer comes at once, in numbers alone."
    ),
    "matching:what_ifs",
)
