"""What is agreed with partners, step by step, with its money, and what has been checked of them."""

from trappan.partnerships.models.agreement import Agreement, Amendment
from trappan.partnerships.models.check import PartnerCheck
from trappan.partnerships.models.closing import ClosingInformation
from trappan.partnerships.models.invitation import Invitation
from trappan.partnerships.models.meeting import JointMeeting, MeetingAction, MeetingBody
from trappan.partnerships.models.money import Budget, Cost, Indexation, Payment
from trappan.partnerships.models.outreach import Outreach, PartnerReferral
from trappan.partnerships.models.paper import DecisionPaper
from trappan.partnerships.models.renewal import Lapse
from trappan.partnerships.models.report import AnnualReport, ReportCount, ReportFigures, ReportNotice, ReportStep
from trappan.partnerships.models.signatory import Signatory
from trappan.partnerships.models.step import Consultation, Decision, Recipient
from trappan.partnerships.models.story import Story, StoryConsent
from trappan.partnerships.models.term import Annex, Commitment, CommitmentState, ServedGoal

__all__ = [
    "Agreement",
    "Amendment",
    "Annex",
    "AnnualReport",
    "Budget",
    "ClosingInformation",
    "Commitment",
    "CommitmentState",
    "Consultation",
    "Cost",
    "Decision",
    "DecisionPaper",
    "Indexation",
    "Invitation",
    "JointMeeting",
    "Lapse",
    "MeetingAction",
    "MeetingBody",
    "Outreach",
    "PartnerCheck",
    "PartnerReferral",
    "Payment",
    "Recipient",
    "ReportCount",
    "ReportFigures",
    "ReportNotice",
    "ReportStep",
    "ServedGoal",
    "Signatory",
    "Story",
    "StoryConsent",
]
