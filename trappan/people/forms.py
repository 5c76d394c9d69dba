"""What may be typed about a person."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.people.models import Consent, HouseholdMember, Person
from trappan.staff.models import Organisation
from trappan.ui.forms import DateInput, Form, LanguagesField, LastDayField, SavedForm, in_our_time, offer

HOW = (("meeting", _("In a meeting")), ("phone", _("By phone")), ("paper", _("On paper")))
PARTS = (
    ("placement", _("The placement: name, aim and schedule")),
    ("goals", _("Goals and steps")),
    ("attendance", _("Attendance")),
    ("adaptation", _("What the place adapts for the person")),
    ("sus", _("Registration in SUS: number, dates, education, income and occupation (on paper only)")),
)


WHY = forms.CharField(
    max_length=300,
    label=_("What was wrong?"),
    help_text=_("What stood before is kept with this, for those who may read it."),
)


class RectifyPersonForm(SavedForm):
    given_name = forms.CharField(max_length=100, label=_("Given name"))
    family_name = forms.CharField(max_length=100, label=_("Family name"))
    gender = forms.ChoiceField(
        choices=[("", _("Not stated")), *Person.Gender.choices], required=False, label=_("Legal gender")
    )
    languages = LanguagesField()
    interpreter = forms.BooleanField(required=False, label=_("Wants an interpreter"))
    why = WHY


class WrongNumberForm(Form):
    """Which of the person's numbers is wrong, and the right one; as rows, so that the page sends no number twice."""

    wrong = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, label=_("Which number is wrong?"))
    number = forms.CharField(
        max_length=20,
        required=False,
        label=_("The right number"),
        help_text=_("May be left empty where the person carries another."),
    )
    why = WHY

    def __init__(self, *args: Any, numbers: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "wrong", list(numbers))


class ConsentForm(Form):
    organisation = forms.ModelChoiceField(
        Organisation.objects.in_force().exclude(kind="municipality").order_by("name"),
        label=_("With whom may we share?"),
        empty_label=_("Choose"),
    )
    parts = forms.MultipleChoiceField(choices=PARTS, widget=forms.CheckboxSelectMultiple, label=_("What may we share?"))
    given_how = forms.ChoiceField(choices=HOW, label=_("How did the person consent?"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From and with"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it holds until further notice."))


class NarrowForm(SavedForm):
    """Which of the parts that a consent names are still shared."""

    parts = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=_("What may we still share?"),
        help_text=_("To share more is a new consent: ask the person, and write down a new one."),
    )

    def __init__(self, *args: Any, consent: Consent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "parts", [(part, words) for part, words in PARTS if part in consent.parts])


class ContactForm(SavedForm):
    phone = forms.CharField(max_length=40, required=False, label=_("Phone"))
    email = forms.EmailField(required=False, label=_("E-mail"))
    address = forms.CharField(max_length=200, required=False, label=_("Address"))
    postal_code = forms.CharField(max_length=10, required=False, label=_("Postal code"))
    city = forms.CharField(max_length=100, required=False, label=_("Town"))


class ProtectionForm(Form):
    protection = forms.ChoiceField(
        choices=Person.Protection.choices, widget=forms.RadioSelect, label=_("Protected identity")
    )
    reason = forms.CharField(
        max_length=500,
        required=False,
        label=_("Why is it lifted?"),
        help_text=_("Only where protection is lifted or becomes weaker. A head of unit agrees first."),
    )

    def __init__(self, *args: Any, protected: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not protected:
            del self.fields["reason"]


class NumberForm(Form):
    number = forms.CharField(max_length=20, label=_("New personal number"))


class EmergencyForm(Form):
    number = forms.CharField(max_length=20, label=_("Personal number"))
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        label=_("Why do you need to open the file now?"),
        help_text=_("At least ten characters. Never write the person's name or number here."),
    )


class MemberForm(Form):
    number = forms.CharField(
        max_length=20, label=_("Personal number"), help_text=_("Personnummer, samordningsnummer or reservnummer.")
    )
    given_name = forms.CharField(max_length=100, label=_("Given name"))
    family_name = forms.CharField(max_length=100, label=_("Family name"))
    role = forms.ChoiceField(choices=HouseholdMember.Role.choices, initial="child", label=_("In the household"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From"))
    same_person = forms.BooleanField(required=False, label=_("Yes, it is the same person"))

    def ask_only_if_it_matters(self) -> None:
        """Leave the question out of the page where the number and the name do not contradict each other."""
        if "same_person" not in self.errors:
            del self.fields["same_person"]


class LeaveForm(Form):
    ends_on = LastDayField(label=_("Last day in the household"))


class RectifyMemberForm(SavedForm):
    role = forms.ChoiceField(choices=HouseholdMember.Role.choices, label=_("In the household"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From and with"), validators=[in_our_time])
    ends_on = LastDayField(required=False, help_text=_("Leave it empty for somebody who still lives here."))
    why = WHY


class WhyForm(Form):
    why = WHY
