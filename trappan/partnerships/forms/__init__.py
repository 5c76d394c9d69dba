"""What may be typed in this room: shapes only, the operations judge."""

from trappan.partnerships.forms.agreement import (
    AgreementForm,
    AmendmentForm,
    ChangeAmendmentForm,
    ChangeDraftForm,
    ConsultForm,
    DecideForm,
    DraftAmendmentForm,
    DraftForm,
    LapseForm,
    RecipientForm,
    RenewForm,
    SendForm,
    SignForm,
)
from trappan.partnerships.forms.invitation import DeclineForm, InvitationForm
from trappan.partnerships.forms.meeting import ActionDoneForm, ActionForm, MeetingForm, MinutesForm
from trappan.partnerships.forms.money import BudgetForm, CostForm, IndexationForm, PaymentForm
from trappan.partnerships.forms.outreach import CameForm, OutreachForm, ReferralForm
from trappan.partnerships.forms.paper import (
    BeginPaperForm,
    ClosingForm,
    DecideByPaperForm,
    WriteDecidedPaperForm,
    WritePaperForm,
)
from trappan.partnerships.forms.partner import CheckForm, PartnerForm
from trappan.partnerships.forms.report import (
    DeliverForm,
    NothingForm,
    OpenReportForm,
    ReportForm,
    SendBackForm,
    SignReportForm,
)
from trappan.partnerships.forms.signatory import SignatoryForm
from trappan.partnerships.forms.story import StoryConsentForm, StoryForm
from trappan.partnerships.forms.term import AnnexForm, CommitForm, GoalForm, KeptForm, WithdrawAnnexForm

__all__ = [
    "ActionDoneForm",
    "ActionForm",
    "AgreementForm",
    "AmendmentForm",
    "AnnexForm",
    "BeginPaperForm",
    "BudgetForm",
    "CameForm",
    "ChangeAmendmentForm",
    "ChangeDraftForm",
    "CheckForm",
    "ClosingForm",
    "CommitForm",
    "ConsultForm",
    "CostForm",
    "DecideByPaperForm",
    "DecideForm",
    "DeclineForm",
    "DeliverForm",
    "DraftAmendmentForm",
    "DraftForm",
    "GoalForm",
    "IndexationForm",
    "InvitationForm",
    "KeptForm",
    "LapseForm",
    "MeetingForm",
    "MinutesForm",
    "NothingForm",
    "OpenReportForm",
    "OutreachForm",
    "PartnerForm",
    "PaymentForm",
    "RecipientForm",
    "ReferralForm",
    "RenewForm",
    "ReportForm",
    "SendBackForm",
    "SendForm",
    "SignForm",
    "SignReportForm",
    "SignatoryForm",
    "StoryConsentForm",
    "StoryForm",
    "WithdrawAnnexForm",
    "WriteDecidedPaperForm",
    "WritePaperForm",
]
