"""What is done and read in this room, in words; and what each kind of message is called."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "messages.cannot_post": _("A letter that could not be sent"),
    "messages.confirm_address": _("An address or number works again"),
    "messages.end_pause": _("Reminders go on again"),
    "messages.keep_wish": _("How a person wants to be reminded, written down"),
    "messages.leave": _("A message let be"),
    "messages.pause_reminders": _("Reminders paused"),
    "messages.post_letters": _("A letter posted"),
    "messages.print_letters": _("A letter printed"),
    "messages.see_letters": _("Letters to print"),
    "messages.see_person": _("What was sent to a person, and reminders"),
    "messages.send_again": _("A message sent again"),
    "messages.send_again_to": _("A message to a person sent again"),
    "messages.send_test": _("A test message sent"),
    "messages.write_wording": _("Words of messages written"),
}
# Every room that orders messages says so what its kinds are called.
MESSAGES = {
    "messages.call_off": _("What was reminded of no longer holds"),
    "messages.day_off": _("A day called off for everybody"),
    "messages.day_on": _("A day held after all"),
    "messages.remind": _("Reminder of something booked"),
    "messages.remind_day": _("Reminder of a day in the schedule"),
    "messages.test": _("Test message"),
}
