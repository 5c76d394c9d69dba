"""What whoever has a link may type: the code, the name, or why not."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form


class CodeForm(Form):
    code = forms.CharField(
        label=_("Code, six figures"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "ds-input code-input"}
        ),
    )

    def clean_code(self) -> str:
        """Return the figures alone: people write 123 456."""
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isascii() and sign.isdigit())


class AnswerForm(Form):
    name = forms.CharField(max_length=100, label=_("Your name"))
    title = forms.CharField(max_length=100, required=False, label=_("What you are there"))
    may_sign = forms.BooleanField(label=_("I may sign for the employer"))


class DeclineForm(Form):
    no = forms.CharField(max_length=1000, label=_("What is not right?"), widget=forms.Textarea(attrs={"rows": 3}))
