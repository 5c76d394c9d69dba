"""What each kind of message is called."""

from django.utils.functional import Promise

from trappan.history.words_of_rooms import gathered


def words_of(kind: str) -> str | Promise:
    """Return what a kind of message is called, as the room that orders it says."""
    return gathered("MESSAGES").get(kind, kind)
