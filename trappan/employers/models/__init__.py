"""Employers, what they have to offer, and ads that may become an offer."""

from trappan.employers.models.department import DepartmentTarget, PlaceNotice, PlaceQuestion
from trappan.employers.models.employer import Contact, Conversation, Draft, Employer, Workplace
from trappan.employers.models.lead import Lead
from trappan.employers.models.opening import Opening

__all__ = [
    "Contact",
    "Conversation",
    "DepartmentTarget",
    "Draft",
    "Employer",
    "Lead",
    "Opening",
    "PlaceNotice",
    "PlaceQuestion",
    "Workplace",
]
