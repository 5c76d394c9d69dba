"""What may be typed in this room: shapes only, the operations judge."""

from trappan.partnerships.forms.agreement import (
    AgreementForm,
    AmendmentForm,
    ConsultForm,
    DecideForm,
    DraftAmendmentForm,
    DraftForm,
    RecipientForm,
    SendForm,
    SignForm,
)
from trappan.partnerships.forms.money import BudgetForm, CostForm, IndexationForm, PaymentForm
from trappan.partnerships.forms.partner import CheckForm, PartnerForm
from trappan.partnerships.forms.term import AnnexForm, CommitForm, GoalForm, KeptForm, WithdrawAnnexForm

__all__ = [
    "AgreementForm",
    "AmendmentForm",
    "AnnexForm",
    "BudgetForm",
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
    "PartnerForm",
    "PaymentForm",
    "RecipientForm",
    "SendForm",
    "SignForm",
    "WithdrawAnnexForm",
]
