"""What a participant says of a time to come: does not come, comes late, comes all the same."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form

# The municipality's own codes of why somebody is away, in the person's words, and no more than one reads at once.
REASONS = (
    ("sick", _("I am ill")),
    ("child", _("My child is ill")),
    ("doctor", _("I am going to a doctor")),
    ("authority", _("I am going to an authority")),
    ("other", _("Something else")),
)
# The same, as whoever helps says it of the person.
REASONS_OF_ANOTHER = (
    ("sick", _("Is ill")),
    ("child", _("Has a child who is ill")),
    ("doctor", _("Is going to a doctor")),
    ("authority", _("Is going to an authority")),
    ("other", _("Something else")),
)
MINUTES = ((10, _("10 minutes")), (20, _("20 minutes")), (30, _("30 minutes")), (60, _("More than 30 minutes")))


class BackForm(Form):
    """Of which time it is said."""

    placement = forms.IntegerField(min_value=1, max_value=2**53)
    day = forms.DateField()


class AwayForm(BackForm):
    reason = forms.ChoiceField(choices=REASONS)


class LateForm(BackForm):
    minutes = forms.TypedChoiceField(choices=MINUTES, coerce=int)
