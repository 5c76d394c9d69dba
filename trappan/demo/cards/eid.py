"""A participant's own pages by an eID: more than a PIN opens."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "eid",
    "",
    _("My pages with an eID"),
    _(
        "Samira signs in as if by an eID: in the demo nobody asks for one. Beside her week and her steps it opens what "
        "a PIN is too little for."
    ),
    "portal:week",
    person="Samira Påhitt",
)
