"""The case, one module a noun."""

from trappan.cases.models.case import Case, CaseSerial
from trappan.cases.models.draft import Draft
from trappan.cases.models.hand_over import HandOver
from trappan.cases.models.meeting import Meeting
from trappan.cases.models.meeting_offer import MeetingOffer
from trappan.cases.models.note import Note, Objection, Written
from trappan.cases.models.referral import Referral
from trappan.cases.models.referral_file import ReferralFile
from trappan.cases.models.referral_note import ReferralNote, ReferralObjection
from trappan.cases.models.referral_paper import StudyPlan, StudyStep, WorkAbility
from trappan.cases.models.stall import Stall

__all__ = [
    "Case",
    "CaseSerial",
    "Draft",
    "HandOver",
    "Meeting",
    "MeetingOffer",
    "Note",
    "Objection",
    "Referral",
    "ReferralFile",
    "ReferralNote",
    "ReferralObjection",
    "Stall",
    "StudyPlan",
    "StudyStep",
    "WorkAbility",
    "Written",
]
