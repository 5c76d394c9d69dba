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
    RecipientForm,
    SendForm,
    SignForm,
)
from trappan.partnerships.forms.meeting import ActionDoneForm, ActionForm, MeetingForm, MinutesForm
from trappan.partnerships.forms.money import BudgetForm, CostForm, IndexationForm, PaymentForm
from trappan.partnerships.forms.outreach import CameForm, NoToReferralForm, OutreachForm, ReferralForm
from trappan.partnerships.forms.partner import CheckForm, PartnerForm
from trappan.partnerships.forms.term import AnnexForm, CommitForm, GoalForm, KeptForm, WithdrawAnnexForm

__all__ = [
    "ActionDoneForm",
    "ActionForm",
    "AgreementForm",
    "AmendmentForm",
    "AnnexForm",
    "BudgetForm",
    "CameForm",
    "ChangeAmendmentForm",
    "ChangeDraftForm",
    "CheckForm",
    "CommitForm",
    "ConsultForm",
    "CostForm",
    "DecideForm",
    "DraftAmendmentForm",
    "DraftForm",
    "GoalForm",
    "IndexationForm",
    "KeptForm",
    "MeetingForm",
    "MinutesForm",
    "NoToReferralForm",
    "OutreachForm",
    "PartnerForm",
    "PaymentForm",
    "RecipientForm",
    "ReferralForm",
    "SendForm",
    "SignForm",
    "WithdrawAnnexForm",
]
