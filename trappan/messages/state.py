"""How it goes with what is sent, for machines that ask whether the installation is up: numbers about nobody."""

from typing import Any

from trappan import database
from trappan.messages.orders import sms_is_set


def of_reminders() -> dict[str, Any]:
    """Return how many reminders are late, by the ways that are set up, and how many seconds ago the last one went."""
    return dict(database.row("messages_reminder_state", sms_is_set())._asdict())


def of_channels() -> dict[str, dict[str, int]]:
    """Return how many messages of this week were sent by each way, came, failed and wait."""
    counted = [one._asdict() for one in database.rows("messages_by_channel")]
    return {one.pop("channel"): one for one in counted}
