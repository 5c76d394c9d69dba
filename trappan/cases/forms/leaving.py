"""What may be typed when a membership ends."""

from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import AskedField, Form, LastDayField


class EndMembershipForm(Form):
    ends_on = LastDayField(help_text=_("Choose yesterday to end it at once."))
    sure = AskedField(_("End it all the same"))
