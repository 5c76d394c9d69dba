"""What may be typed about commitments, goals and annexes of an agreement."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.documents.uploads import UploadField
from trappan.partnerships.models import Commitment, CommitmentState
from trappan.ui.forms import Form, LastDayField, OpenText, day


class CommitForm(Form):
    side = forms.ChoiceField(choices=Commitment.Side.choices, label=gettext_lazy("Who promises"))
    text = OpenText(max_length=300, label=gettext_lazy("What is promised"))


class KeptForm(Form):
    state = forms.ChoiceField(choices=CommitmentState.State.choices, label=gettext_lazy("Is it kept?"))
    as_of = day(gettext_lazy("As of"))
    word = OpenText(max_length=300, label=gettext_lazy("What that rests on"))


class GoalForm(Form):
    wording = OpenText(max_length=300, label=gettext_lazy("Goal of the municipality"))
    starts_on = day(gettext_lazy("First day"))
    ends_on = LastDayField(required=False)


class AnnexForm(Form):
    file = UploadField(label=gettext_lazy("File"))
    title = OpenText(max_length=120, label=gettext_lazy("What the annex is"))
    version = OpenText(max_length=60, required=False, label=gettext_lazy("Which version it is"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "PDF, JPEG, PNG, WebP, plain text, Word (docx) or ODT, at most %(limit)s. Both parties open it."
        ) % {"limit": filesizeformat(settings.FILE_LIMIT)}


class WithdrawAnnexForm(Form):
    why = OpenText(max_length=300, label=gettext_lazy("Why is it withdrawn?"))
