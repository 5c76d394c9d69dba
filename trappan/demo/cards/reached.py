"""Coming in through a partner: contacts without a name, and two who are referred by their own consent."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "reached",
    "Milo Mönsterlund",
    _("What a partner reached, and who came"),
    _(
        "Milo notes how many were met in the food line, and refers whoever wants it to the municipality. He sees that "
        "it is received and whether the person came, and nothing else of the matter."
    ),
    "partnerships:own_outreach",
)
