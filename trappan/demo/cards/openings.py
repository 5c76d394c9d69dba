"""What employers offer, and ads that nobody has agreed anything about."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "openings",
    "Linnea Skissdal",
    _("What employers offer"),
    _(
        "Look for work where new people can often begin, and open one: tasks in plain words, the week, and what "
        "support may be possible, with who decides. Ads stand apart: one becomes an opening when you say on which day "
        "it was agreed."
    ),
    "employers:openings",
)
