"""What is sent, what is reminded of, and what a person has said of it."""

from trappan.messages.models.message import DeadAddress, Message
from trappan.messages.models.reminder import Pause, Reminder, Wish
from trappan.messages.models.wording import Wording

__all__ = ["DeadAddress", "Message", "Pause", "Reminder", "Wish", "Wording"]
