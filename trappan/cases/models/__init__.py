"""The case, one module a noun."""

from trappan.cases.models.case import Case, CaseSerial
from trappan.cases.models.draft import Draft
from trappan.cases.models.hand_over import HandOver
from trappan.cases.models.meeting import Meeting
from trappan.cases.models.note import Note, Objection
from trappan.cases.models.referral import Referral
from trappan.cases.models.stall import Stall

__all__ = ["Case", "CaseSerial", "Draft", "HandOver", "Meeting", "Note", "Objection", "Referral", "Stall"]
