"""What is done and read in this room, in words; and what each kind of message is called."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "messages.leave": _("A message let be"),
    "messages.send_again": _("A message sent again"),
    "messages.send_test": _("A test message sent"),
}
# Every room that orders messages says so what its kinds are called.
MESSAGES = {"messages.test": _("Test message")}
