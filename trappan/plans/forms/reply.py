"""What is answered to something that the person has written."""

from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form, text


class ReplyForm(Form):
    text = text(_("Answer"), 2, _("The person reads it on the own pages."), required=True)
