"""A partner's supervisor: one protected person of her own, and a clear no to Samira."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

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
