"""A study plan with its steps, and what somebody is able to do at work, in own words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.cases.models import StudyPlan, WorkAbility
from trappan.ui.forms import DateInput, EditionField, Form, LastDayField, in_our_time, text

PLACES = range(1, StudyPlan.MOST_STEPS + 1)
# What each step is asked; the names are those of its columns.
STEP: Mapping[str, Callable[[], forms.Field]] = {
    "course": lambda: forms.CharField(max_length=120, label=gettext_lazy("What is studied?")),
    "school": lambda: forms.CharField(max_length=120, label=gettext_lazy("School")),
    "starts_on": lambda: forms.DateField(widget=DateInput(), label=gettext_lazy("First day"), validators=[in_our_time]),
    "ends_on": LastDayField,
    "eligibility": lambda: forms.CharField(
        max_length=300, label=gettext_lazy("Eligibility"), help_text=gettext_lazy("What it takes, and what is lacking.")
    ),
    "paid": lambda: forms.CharField(
        max_length=200,
        label=gettext_lazy("How is it paid?"),
        help_text=gettext_lazy("For example student aid, or support as today."),
    ),
}


class Place(NamedTuple):
    """A place for a step in the form: its number, its fields, and whether anything stands there."""

    number: int
    fields: list[forms.BoundField]
    is_filled: bool


def step_fields() -> Iterator[tuple[str, forms.Field]]:
    """Make the fields of every place; none has to be filled."""
    for number in PLACES:
        for name, make in STEP.items():
            field = make()
            field.required = False
            yield f"{name}_{number}", field


class StudyPlanForm(Form):
    """The goal, and places for six steps; an empty place is no step."""

    template_name = "cases/study_plan_form.html"

    goal = text(gettext_lazy("Where are the studies to lead?"), 3, gettext_lazy("The person reads it."), True)
    edition = EditionField()

    @classmethod
    def begun(cls, plan: StudyPlan | None) -> dict[str, Any]:
        """Return where the form begins: with what an edition says."""
        steps = list(plan.steps.all()) if plan else []
        found = {f"{name}_{step.position}": getattr(step, name) for step in steps for name in STEP}
        return {"goal": plan.goal if plan else "", **found}

    @property
    def places(self) -> list[Place]:
        """Return the places for steps, in their order."""
        rows = [[self[f"{name}_{number}"] for name in STEP] for number in PLACES]
        return [
            Place(number, fields, any(field.value() or field.errors for field in fields))
            for number, fields in zip(PLACES, rows, strict=True)
        ]

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        steps = []
        for number in PLACES:
            step = {name: values.pop(f"{name}_{number}", None) for name in STEP}
            if any(step.values()):
                self.refuse_half(number, step)
                steps.append(step)
        return {**values, "steps": steps}

    def refuse_half(self, number: int, step: Mapping[str, Any]) -> None:
        """Refuse a step without its course or first day, and one that ends before it begins; at the field."""
        for name, sentence in (
            ("course", _("Write what is studied in step %(number)s.")),
            ("starts_on", _("Write from when step %(number)s is: a day as near as is known.")),
        ):
            if not step[name] and not self.has_error(f"{name}_{number}"):
                self.add_error(f"{name}_{number}", sentence % {"number": number})
        if step["starts_on"] and step["ends_on"] and step["ends_on"] <= step["starts_on"]:
            self.add_error(f"ends_on_{number}", _("A step cannot end before it begins."))


StudyPlanForm.base_fields.update(step_fields())


class WorkAbilityForm(Form):
    """What works, what is hard, what helps and what follows; of an instrument nothing but what was concluded."""

    able = text(
        gettext_lazy("What works well?"),
        4,
        gettext_lazy("What the person does, for how long, alone or with whom."),
        True,
    )
    hard = text(gettext_lazy("What is hard?"), 3)
    helps = text(
        gettext_lazy("What helps?"),
        3,
        gettext_lazy("Aids, breaks, times, how one is told. No diagnosis is needed for it."),
    )
    advice = text(
        gettext_lazy("What does it mean for a place?"), 3, gettext_lazy("What to look for, and what to leave out.")
    )
    edition = EditionField()

    @classmethod
    def begun(cls, paper: WorkAbility | None) -> dict[str, Any]:
        """Return where the form begins: with what an edition says."""
        return {name: getattr(paper, name, "") for name in ("able", "hard", "helps", "advice")}
