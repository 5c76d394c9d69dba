"""What is written in a kartläggning: five parts of a conversation, over one visit or several."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.signs import PaperForm
from trappan.plans.models import Mapping
from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, EditionField, Form, MonthField, offer, text

# The conversation's parts in the order in which it is usually held: name, what to ask, fields.
PARTS = (
    ("wish", _("What the person wants"), _("Begin here. Write what is said, as it is said."), ("held_on", "own_words")),
    (
        "background",
        _("School, work and languages"),
        _("What has the person done, and what can they do?"),
        ("education", "background", "without_work_since", "language_notes", "arrived_on"),
    ),
    (
        "everyday",
        _("Health and everyday life"),
        _("Only what matters for work, and in the person's own words. Never a diagnosis by you."),
        ("health", "housing", "family"),
    ),
    (
        "strengths",
        _("Strengths, motivation and choices"),
        _("What does the person do well, and what would make them get up in the morning?"),
        ("strengths", "motivation", "contact_wish", "path_wish", "branch_wish", "needs", "most_travel"),
    ),
    (
        "way",
        _("Our assessment and the fastest way"),
        _("Yours, apart from what the person said. Needed to finish."),
        ("assessment", "fastest_way", "way_reason", "alternatives"),
    ),
)


class MappingForm(PaperForm, Form):
    on_paper = ("own_words",)
    held_on = forms.DateField(widget=DateInput(), label=_("Day of the meeting"))
    own_words = text(_("What does the person want?"), help_text=_("In the person's own words. Nobody rewrites them."))
    education = forms.ChoiceField(required=False, label=_("Education"))
    background = text(
        _("School and work"), help_text=_("What the person has studied and worked with, here and before.")
    )
    without_work_since = MonthField(
        required=False,
        label=_("Without work since"),
        help_text=_("The last month of the latest job that lasted more than a month."),
    )
    language_notes = text(_("Languages"), 2, _("What the person speaks, reads and writes, and how well."))
    arrived_on = MonthField(
        required=False, label=_("Came to Sweden"), help_text=_("Only where it matters for establishment.")
    )
    health = text(_("Health, in the person's own words"), 3)
    housing = text(_("Housing"), 2)
    family = text(_("Family and care"), 2, _("Only what decides which hours are possible."))
    strengths = text(_("Strengths"), 3)
    motivation = text(_("Motivation"), 2)
    contact_wish = text(_("Whom does the person want to have contact with?"), 2, _("The person's choice, and why."))
    path_wish = forms.ChoiceField(
        choices=[("", _("Not asked yet")), *Mapping.Path.choices],
        required=False,
        widget=forms.RadioSelect,
        label=_("Where would the person rather be?"),
    )
    branch_wish = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("What would the person rather work with?"),
        help_text=_("Several are fine. Places are searched by it."),
    )
    needs = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("What must a place have for it to work?"),
        help_text=_("What you have agreed on, never why. Places are searched by it; the site does not see it."),
    )
    most_travel = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=180,
        label=_("The longest journey there, in minutes"),
        help_text=_("One way, from home. Leave it empty if it is not asked yet."),
    )
    assessment = text(
        _("Our assessment"), help_text=_("What you judge that the person can do now, and with what support.")
    )
    fastest_way = text(_("The fastest way to self-support"), 3)
    way_reason = text(_("Why that is the fastest way"), 3)
    alternatives = text(_("What else could work"), 2)
    edition = EditionField()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("own_words", "assessment", "fastest_way", "way_reason"):
            self.fields[name].required_later = True  # type: ignore[attr-defined]  # read by ui/field.html
        codes = [("", _("Not asked yet")), *choices("education", today, [self.initial.get("education") or ""])]
        offer(self, "education", codes)
        for name, table in (("branch_wish", "branch"), ("needs", "access")):
            known = choices(table, today, self.initial.get(name) or ())
            offer(self, name, known)

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Return the parts with their fields, for the page."""
        return [
            {"key": key, "title": title, "ask": ask, "fields": [self[name] for name in names]}
            for key, title, ask, names in PARTS
        ]
