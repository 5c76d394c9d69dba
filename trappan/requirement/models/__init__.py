"""What is decided about the requirement by people; who comes under it is derived (`standing`)."""

from trappan.requirement.models.grounds import Decision, Grounds
from trappan.requirement.models.request import ActivityRequest, Exemption

__all__ = ["ActivityRequest", "Decision", "Exemption", "Grounds"]
