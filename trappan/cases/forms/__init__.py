"""Forms of the case, one module a noun: shape only."""

from trappan.cases.forms.away import AwayForm, CoverForm
from trappan.cases.forms.case import AssignForm, CaseForm, OpenAsHeadForm, ReassignForm
from trappan.cases.forms.hand_over import (
    HandOutForm,
    HandOverForm,
    HandUnitOverForm,
    ReceiveForm,
    SendBackForm,
    TakeBackForm,
)
from trappan.cases.forms.keep_way import KeepWayForm
from trappan.cases.forms.leaving import EndMembershipForm
from trappan.cases.forms.meeting import MeetingForm, MoveForm, OutcomeForm, TimeForm
from trappan.cases.forms.meeting_offer import OfferForm, ReadForm
from trappan.cases.forms.note import NoteForm, ObjectionForm, WrittenForm
from trappan.cases.forms.referral import AssessmentForm, EndReferralForm, PurposeForm, ReferralForm
from trappan.cases.forms.referral_file import FileForm, WithdrawForm
from trappan.cases.forms.referral_paper import StudyPlanForm, WorkAbilityForm
from trappan.cases.forms.stall import MoveOnForm, StallForm

__all__ = [
    "AssessmentForm",
    "AssignForm",
    "AwayForm",
    "CaseForm",
    "CoverForm",
    "EndMembershipForm",
    "EndReferralForm",
    "FileForm",
    "HandOutForm",
    "HandOverForm",
    "HandUnitOverForm",
    "KeepWayForm",
    "MeetingForm",
    "MoveForm",
    "MoveOnForm",
    "NoteForm",
    "ObjectionForm",
    "OfferForm",
    "OpenAsHeadForm",
    "OutcomeForm",
    "PurposeForm",
    "ReadForm",
    "ReassignForm",
    "ReceiveForm",
    "ReferralForm",
    "SendBackForm",
    "StallForm",
    "StudyPlanForm",
    "TakeBackForm",
    "TimeForm",
    "WithdrawForm",
    "WorkAbilityForm",
    "WrittenForm",
]
