"""What the employer team has settled with the employer."""

from django import forms

from trappan.agreements.content import TERMS
from trappan.documents.signs import PaperForm
from trappan.ui.forms import SavedForm

SETTLED = ("tasks", "supervisor", "employer_promises", "pay")


class PrepareForm(PaperForm, SavedForm):
    """What an agreement will say of work, supervisor, promises and pay; of the person nothing."""

    on_paper = SETTLED


for term in SETTLED:
    PrepareForm.base_fields[term] = forms.CharField(
        label=TERMS[term][0], max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
