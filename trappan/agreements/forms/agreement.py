"""An agreement as it is typed: where, how long, and its terms; whom one reaches; what is paid."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.agreements.content import TERMS
from trappan.agreements.models import Version
from trappan.documents.signs import PaperForm
from trappan.employers.models import Contact, Workplace
from trappan.rules.codes import choices
from trappan.secrecy.acting import Actor
from trappan.ui.forms import EditionField, Form, LastDayField, SavedForm, offer

NEEDED = ("tasks", "supervisor")


class WorkplaceChoice(forms.ModelChoiceField):
    """A workplace by its employer's name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.employer.name}, {obj.name}"


class ContactChoice(forms.ModelChoiceField):
    """Somebody at an employer, by name and whose."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {obj.employer.name}"


class AgreementForm(PaperForm, Form):
    on_paper = tuple(TERMS)
    workplace = WorkplaceChoice(Workplace.objects.none(), label=_("Workplace"), empty_label=_("Choose"))
    contact = ContactChoice(Contact.objects.none(), label=_("Who signs for the employer?"), empty_label=_("Choose"))
    form = forms.ChoiceField(choices=Version.Form.choices, label=_("Support form"))
    support_form = forms.ChoiceField(
        required=False, label=_("Form of support"), help_text=_("Only of a subsidised employment. Others have none.")
    )
    ends_on = LastDayField()

    def __init__(self, *args: Any, by: Actor, held: tuple[int, int] = (0, 0), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usable = choices("support_form", by.today, [self.initial.get("support_form") or ""])
        offer(self, "support_form", [("", _("None")), *usable])
        goes_on = Q(employer__merged_into=None, employer__ended_on=None, employer__cooperates=False)
        places = Workplace.objects.select_related("employer").filter(
            Q(pk__in=Workplace.objects.open(by.today)) & goes_on | Q(pk=held[0])
        )
        contacts = Contact.objects.select_related("employer").filter(Q(left_on=None) & goes_on | Q(pk=held[1]))
        offer(self, "workplace", places.order_by("employer__name", "name"))
        offer(self, "contact", contacts.order_by("employer__name", "name"))


for term, (label, _begins) in TERMS.items():
    AgreementForm.base_fields[term] = forms.CharField(
        label=label, max_length=1000, required=term in NEEDED, widget=forms.Textarea(attrs={"rows": 2})
    )


class ChangeAgreementForm(AgreementForm):
    """An agreement written anew, begun from the version before."""

    why = forms.CharField(
        max_length=300, label=_("Why is it changed?"), help_text=_("It stands beside what has changed.")
    )
    edition = EditionField()


class ReachForm(SavedForm):
    """Whom one reaches at the employer, where links and codes go."""

    contact = ContactChoice(Contact.objects.none(), label=_("Who signs for the employer?"), empty_label=None)
    phone = forms.CharField(max_length=40, required=False, label=_("Telephone"), help_text=_("Codes go there."))
    email = forms.EmailField(required=False, label=_("E-mail"), help_text=_("Links go there."))

    def __init__(self, *args: Any, employer_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = getattr(self.initial.get("contact"), "pk", None)
        offer(
            self,
            "contact",
            Contact.objects.select_related("employer").filter(Q(left_on=None) | Q(pk=held), employer_id=employer_id),
        )


class PaidForm(SavedForm):
    """Up to which day the employer is paid."""

    paid_until = LastDayField(
        required=False, label=_("Last day that is paid"), help_text=_("The agreement cannot end before that day.")
    )
