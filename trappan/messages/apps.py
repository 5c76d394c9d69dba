"""The room's name in the project: Django's own messages have the other one."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """What is sent out of the house; its tables are called `messages_…`, as the room."""

    name = "trappan.messages"
    label = "outbox"
