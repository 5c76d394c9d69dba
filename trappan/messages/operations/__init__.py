"""Every verb of the room: what an administrator does with what is sent, and what a person has said of reminders."""

from trappan.messages.operations.letter import cannot_post, confirm_address, post_letters, print_letters
from trappan.messages.operations.reminder import NO, end_pause, keep_wish, pause_reminders, send_again_to
from trappan.messages.operations.sending import leave, send_again, send_test
from trappan.messages.operations.wording import write_wording

__all__ = [
    "NO",
    "cannot_post",
    "confirm_address",
    "end_pause",
    "keep_wish",
    "leave",
    "pause_reminders",
    "post_letters",
    "print_letters",
    "send_again",
    "send_again_to",
    "send_test",
    "write_wording",
]
