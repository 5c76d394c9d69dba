"""What a participant signs in with: number and PIN, or a code and a PIN that is chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.portal.pins import read_code, refuse_weak
from trappan.refusals import Refused
from trappan.ui.forms import Form

# A browser that offers to keep a PIN would offer it to whoever borrows the telephone next.
UNKEPT = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
FIGURES = {**UNKEPT, "inputmode": "numeric", "dir": "ltr"}


class Shared(Form):
    """A form that asks whose device it is: borrowed, unless one says otherwise."""

    shared = forms.BooleanField(
        required=False,
        initial=True,
        label=_("I borrow this telephone or computer"),
        help_text=_("Then you are signed out sooner, and nothing is kept here."),
    )


class SignInForm(Shared):
    number = forms.CharField(
        max_length=20,
        label=_("Your number"),
        help_text=_("The eight figures on the paper that you got with the code."),
        widget=forms.TextInput(attrs=FIGURES),
    )
    pin = forms.CharField(max_length=20, label=_("Your PIN"), widget=forms.PasswordInput(attrs=FIGURES))
    field_order = ("number", "pin", "shared")

    def clean_number(self) -> str:
        """Return the figures alone: people write 1234 5678."""
        return "".join(sign for sign in self.cleaned_data["number"] if sign.isascii() and sign.isdigit())[:8]


class EidForm(Shared):
    """Whose device it is, and the own page that somebody was on the way to."""

    next = forms.CharField(required=False, widget=forms.HiddenInput())


class CodeForm(Shared):
    code = forms.CharField(
        max_length=20,
        label=_("The code on the paper"),
        help_text=_("Ten signs. It does not matter whether you write large or small letters."),
        widget=forms.TextInput(
            attrs={**UNKEPT, "class": "ds-input long-code", "autocapitalize": "characters", "dir": "ltr"}
        ),
    )
    field_order = ("code", "shared")

    def clean_code(self) -> str:
        """Return the code as it was drawn."""
        return read_code(self.cleaned_data["code"])


class PinForm(Form):
    """A PIN of one's own, twice; the code and whose device it is come along from the page before."""

    code = forms.CharField(max_length=20, widget=forms.HiddenInput())
    shared = forms.BooleanField(required=False, widget=forms.HiddenInput())
    pin = forms.CharField(max_length=20, label=_("Choose a PIN"), widget=forms.PasswordInput(attrs=FIGURES))
    again = forms.CharField(max_length=20, label=_("The same PIN again"), widget=forms.PasswordInput(attrs=FIGURES))

    def __init__(self, *args: Any, figures: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = figures
        self.fields["pin"].help_text = _(
            "%(n)s figures that you remember and nobody guesses. Not your birthday, and no figures in a row."
        ) % {"n": figures}

    def clean_code(self) -> str:
        """Return the code as it was drawn."""
        return read_code(self.cleaned_data["code"])

    def clean_pin(self) -> str:
        """Refuse a PIN that anybody would guess."""
        try:
            refuse_weak(self.cleaned_data["pin"], self.figures)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return str(self.cleaned_data["pin"])

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ: whoever mistypes a PIN is locked out with it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "pin" in cleaned and "again" in cleaned and cleaned["pin"] != cleaned["again"]:
            self.add_error("again", _("That is not the same PIN. Write it once more."))
        return cleaned
