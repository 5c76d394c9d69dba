"""The sign-in library's forms in our own words: a label says what to write, and nothing repeats it in the field."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOW, NEW, AGAIN = _("The password that you have now"), _("New password"), _("The new password once more")


class OurWords:
    """Put our labels and help texts on a form's fields, and take out what stands in the fields themselves."""

    labels: ClassVar[dict[str, Promise]] = {}
    helps: ClassVar[dict[str, Promise]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]  # the form's, beside which this stands
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")


class LoginForm(OurWords, account.LoginForm):
    labels: ClassVar = {"login": _("Your e-mail address at work"), "password": _("Password")}


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    labels: ClassVar = {"oldpassword": NOW, "password1": NEW, "password2": AGAIN}


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    labels: ClassVar = {"email": _("Your e-mail address at work")}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    labels: ClassVar = {"password1": NEW, "password2": AGAIN}


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    labels: ClassVar = {"password": _("Password")}


class AuthenticateForm(OurWords, base.AuthenticateForm):
    labels: ClassVar = {"code": _("Code")}


class ReauthenticateByCodeForm(OurWords, base.ReauthenticateForm):
    labels: ClassVar = {"code": _("Code")}


class ActivateTOTPForm(OurWords, totp.ActivateTOTPForm):
    labels: ClassVar = {"code": _("Code")}


class AddWebAuthnForm(OurWords, webauthn.AddWebAuthnForm):
    labels: ClassVar = {"name": _("What you call it"), "passwordless": _("Sign me in with this alone")}
    helps: ClassVar = {
        "name": _("For example: my phone."),
        "passwordless": _("Without the password. It asks for your finger, face or PIN each time."),
    }


class EditWebAuthnForm(OurWords, webauthn.EditWebAuthnForm):
    labels: ClassVar = {"name": _("What you call it")}
