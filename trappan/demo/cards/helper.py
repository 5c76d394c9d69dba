"""A sister who helps: she says in her own name what stands on the supervisor's list, until it is ended."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "helper",
    "",
    _("Somebody who helps"),
    _(
        "Amina lets her sister Karin help: she signed it on paper, and Jonna gave Karin the code OMBUD KARIN. "
        "Write it, choose a PIN, and see Amina’s week, and nothing else of her. Say that she does not come on "
        "Monday: it stands as said by a helper under Tor’s list and on Amina’s own page. Amina comes in by the "
        "code AMINA TRAPP, in another browser, and ends it under Who helps me (/me/help/): then Karin’s open page"
        " opens nothing more, and says so."
    ),
    "portal:code",
)
