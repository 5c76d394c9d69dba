"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "desk.number": _("The personal number of a protected person"),
    "desk.refused": _("Refused"),
    "desk.see_person": _("The person's page"),
}
