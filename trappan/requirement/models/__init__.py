"""What is decided about the requirement by people; who comes under it is derived (`standing`)."""

from trappan.requirement.models.activity_request import ActivityRequest
from trappan.requirement.models.exemption import Exemption
from trappan.requirement.models.grounds import Decision, Grounds

__all__ = ["ActivityRequest", "Decision", "Exemption", "Grounds"]
