"""A plan to write: Marko's kartläggning is done."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "plan",
    "Jonna Mallgren",
    _("A plan that both agree to"),
    _("Marko's kartläggning is done. Write the plan, set a goal, note how he agreed, decide it, and read the PDF."),
    "plans:plan",
    "Marko Fiktivić",
)
