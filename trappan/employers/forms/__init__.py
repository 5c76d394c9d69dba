"""What may be typed about employers."""

from trappan.employers.forms.contact import ChangeContactForm, ContactForm, ToldForm
from trappan.employers.forms.conversation import ChangeConversationForm, ConversationForm, DoneForm
from trappan.employers.forms.department import ChangeOfferForm, NoneForm, OfferForm, TargetForm
from trappan.employers.forms.employer import (
    ChangeEmployerForm,
    EmployersFilter,
    EndForm,
    IntoForm,
    MakeEmployerForm,
    MergeForm,
    RestForm,
)
from trappan.employers.forms.lead import AgreedWithForm, ImportAdsForm, LeadsFilter, PutAsideForm
from trappan.employers.forms.opening import ChangeOpeningForm, CloseOpeningForm, OpeningForm, OpeningsFilter
from trappan.employers.forms.workplace import ChangeWorkplaceForm, CloseForm, WorkplaceForm

__all__ = [
    "AgreedWithForm",
    "ChangeContactForm",
    "ChangeConversationForm",
    "ChangeEmployerForm",
    "ChangeOfferForm",
    "ChangeOpeningForm",
    "ChangeWorkplaceForm",
    "CloseForm",
    "CloseOpeningForm",
    "ContactForm",
    "ConversationForm",
    "DoneForm",
    "EmployersFilter",
    "EndForm",
    "ImportAdsForm",
    "IntoForm",
    "LeadsFilter",
    "MakeEmployerForm",
    "MergeForm",
    "NoneForm",
    "OfferForm",
    "OpeningForm",
    "OpeningsFilter",
    "PutAsideForm",
    "RestForm",
    "TargetForm",
    "ToldForm",
    "WorkplaceForm",
]
