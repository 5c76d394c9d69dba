"""One's own sign-in: password, app, passkeys, and sessions left open."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "sign_in",
    "Jonna Mallgren",
    _("Jonna's own sign-in"),
    _("Add a passkey, turn on an app with codes, end sessions left on other computers. The demo itself asks for none."),
    "mfa_index",
)
