"""A file to attach to the answer to a referral, and why a wrong one is withdrawn."""

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.documents.uploads import UploadField
from trappan.ui.forms import Form


class FileForm(Form):
    file = UploadField(label=gettext_lazy("File"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "PDF, JPEG, PNG, WebP, plain text, Word (docx) or ODT, at most %(limit)s. Nobody but those who read the "
            "referral opens it."
        ) % {"limit": filesizeformat(settings.FILE_LIMIT)}


class WithdrawForm(Form):
    why = forms.CharField(
        max_length=300,
        label=gettext_lazy("Why is it withdrawn?"),
        help_text=gettext_lazy("It is kept, with your reason, and nobody opens it any more."),
    )
