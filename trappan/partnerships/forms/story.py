"""What may be typed of a story, and of what its person says yes to: shape only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.pictures import PICTURES
from trappan.documents.uploads import UploadField
from trappan.partnerships.models import PartnerReferral, StoryConsent
from trappan.partnerships.operations.story import TEXT, Said
from trappan.people.models import Person
from trappan.ui.forms import NUMBER_OF_A_PERSON, Form, LastDayField, OpenText, day, offer

Part = StoryConsent.Part


def where(label: Any, help_text: Any = "", *, required: bool = False) -> forms.MultipleChoiceField:
    """Return a field for where a part of a story may stand; nowhere is a no."""
    return forms.MultipleChoiceField(
        choices=StoryConsent.Place.choices,
        widget=forms.CheckboxSelectMultiple,
        required=required,
        label=label,
        help_text=help_text,
    )


class SaidForm(Form):
    """When and how a person said yes, and until when it holds."""

    said_on = day(_("Said yes on"))
    given_how = forms.ChoiceField(
        choices=PartnerReferral.How.choices, widget=forms.RadioSelect, label=_("How did the person say yes?")
    )
    ends_on = LastDayField(label=_("Holds until and with"), help_text=_("At most five years. Then ask anew."))

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if {"said_on", "given_how", "ends_on"} <= values.keys():
            values["said"] = Said(values.pop("said_on"), values.pop("given_how"), values.pop("ends_on"))
        return values


class StoryForm(SaidForm):
    """Somebody's own words, and what she says yes to: words, name and picture each by themselves."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Who tells"))
    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=TEXT,
        validators=[NUMBER_OF_A_PERSON],
        label=_("The person’s own words"),
        help_text=_(
            "As the person has said them, and has read or heard them. Without the name, and nothing about health."
        ),
    )
    file = UploadField(
        kinds=PICTURES,
        required=False,
        label=_("Picture, if there is one"),
        help_text=_("JPEG, PNG or WebP, at most 5 MB. What the camera wrote, place and time, is taken out."),
    )
    shows = OpenText(max_length=200, required=False, label=_("What the picture shows"))
    words_at = where(_("The words may stand in"), required=True)
    name_at = where(_("The name may stand in"), _("Tick nothing if the person wants to stand without a name."))
    picture_at = where(_("The picture may stand in"))
    field_order = (
        *("person", "words", "file", "shows"),
        *("words_at", "name_at", "picture_at", "said_on", "given_how", "ends_on"),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", people)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["places"] = {
            Part.WORDS: values.pop("words_at", []),
            Part.NAME: values.pop("name_at", []),
            Part.PICTURE: values.pop("picture_at", []),
        }
        return values


class StoryConsentForm(SaidForm):
    """A yes to one part of a story that stands there already, after what its writer has read of the others."""

    edition = forms.CharField(widget=forms.HiddenInput, max_length=40)
    part = forms.ChoiceField(choices=Part.choices, label=_("To what"))
    places = forms.MultipleChoiceField(
        choices=StoryConsent.Place.choices, widget=forms.CheckboxSelectMultiple, label=_("May stand in")
    )
    field_order = ("part", "places", "said_on", "given_how", "ends_on")
