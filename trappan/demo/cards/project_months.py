"""A project's months: what a coordinator hands in, and what was corrected afterwards."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "project_months",
    "Tage Kuliss",
    _("The month that is late, and the file to make"),
    _(
        "Tage has not handed in November. He looks at who stands in the file and what lacks, makes it, and says that "
        "it is handed in. Whoever has protected identity stands in none."
    ),
    "projects:months",
    "Tillsammans mot arbete",
)
