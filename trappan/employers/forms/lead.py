"""Ads as they are imported, found in the list, put aside and agreed with an employer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.uploads import UploadField
from trappan.employers.ads import read_ads
from trappan.employers.forms.fields import line
from trappan.employers.models import Employer
from trappan.refusals import Refused
from trappan.ui.forms import Form, offer


class ImportAdsForm(Form):
    """A file of ads, read before anything is written."""

    file = UploadField(
        kinds=(),
        label=_("File with ads"),
        help_text=_("JSON as JobSearch gives it. Of each text the first 300 characters are kept, and no one to ring."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".json,application/json"

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if file := values.pop("file", None):
            try:
                values["ads"], values["unreadable"] = read_ads(file.read())
            except Refused as refusal:
                self.add_error("file", str(refusal))
        return values


class PutAsideForm(Form):
    put_aside_reason = line(_("Why is it nothing for us?"), 300)


class AgreedWithForm(Form):
    """With which employer somebody has agreed what an ad says."""

    employer = forms.ModelChoiceField(
        Employer.objects.none(), label=_("With which employer?"), empty_label=_("Choose an employer")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "employer", Employer.objects.living().filter(cooperates=False))


class LeadsFilter(Form):
    """Which leads the list shows."""

    STATES = (
        ("", _("Those that last")),
        ("known", _("Of employers that we know")),
        ("opening", _("Have become an opening")),
        ("aside", _("Put aside")),
        ("all", _("All")),
    )

    name = forms.CharField(max_length=100, required=False, label=_("Work, occupation or employer"))
    place = forms.CharField(max_length=100, required=False, label=_("Municipality"))
    state = forms.ChoiceField(choices=STATES, required=False, label=_("Where it stands"))
    experience = forms.ChoiceField(
        choices=[("", _("Any")), ("none", _("None is asked for")), ("some", _("Asked for"))],
        required=False,
        label=_("Experience"),
    )
