"""A picture to put on an activity's page, and what is said of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.pictures import PICTURES
from trappan.documents.uploads import UploadField
from trappan.ui.forms import Form, OpenText


class PictureForm(Form):
    file = UploadField(
        kinds=PICTURES,
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG or WebP, at most 5 MB. No participant may be recognisable in it: take it when the room is "
            "empty, or of hands and work. What the camera wrote, place and time, is taken out."
        ),
    )
    shows = OpenText(
        max_length=200,
        label=_("What the picture shows"),
        help_text=_(
            "It is read aloud to whoever does not see the picture. For example: A kitchen with two long benches."
        ),
    )
    caption = OpenText(max_length=120, required=False, label=_("Text below the picture"))
    vouched = forms.BooleanField(
        label=_("I have looked at the picture, and no participant can be recognised in it"),
        error_messages={"required": _("Look at the picture, and say that no participant can be recognised in it.")},
    )
