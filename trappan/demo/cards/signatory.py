"""The partner's own signatory, who signs what is reported."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "signatory",
    "Stina Påhitt",
    _("Who signs for the partner"),
    _(
        "Milo writes, and the report is handed in when Stina has signed it: the municipality’s head has named her, on "
        "the partner’s own mandate. What is changed is signed anew. Those of earlier years say that she signed them; "
        "when Milo finishes that of 2025 it waits here."
    ),
    "partnerships:reports",
)
