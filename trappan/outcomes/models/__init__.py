"""How cases ended, and how people fare afterwards."""

from trappan.outcomes.models.exit import Exit
from trappan.outcomes.models.follow_up import FollowUp, Return

__all__ = ["Exit", "FollowUp", "Return"]
