"""What may be typed about employers."""

from trappan.employers.forms.contact import ChangeContactForm, ContactForm, ToldForm
from trappan.employers.forms.conversation import ChangeConversationForm, ConversationForm, DoneForm
from trappan.employers.forms.department import NoneForm, OfferForm, TargetForm
from trappan.employers.forms.employer import (
    ChangeEmployerForm,
    EmployersFilter,
    EndForm,
    IntoForm,
    MakeEmployerForm,
    MergeForm,
    RestForm,
)
from trappan.employers.forms.workplace import ChangeWorkplaceForm, CloseForm, WorkplaceForm

__all__ = [
    "ChangeContactForm",
    "ChangeConversationForm",
    "ChangeEmployerForm",
    "ChangeWorkplaceForm",
    "CloseForm",
    "ContactForm",
    "ConversationForm",
    "DoneForm",
    "EmployersFilter",
    "EndForm",
    "IntoForm",
    "MakeEmployerForm",
    "MergeForm",
    "NoneForm",
    "OfferForm",
    "RestForm",
    "TargetForm",
    "ToldForm",
    "WorkplaceForm",
]
