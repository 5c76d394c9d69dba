"""What may be typed about the ladder, and chosen as the step that a step of another frame stands for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.plans.models import Ladder, LadderStep
from trappan.refusals.editions import edition_of
from trappan.ui.forms import Form, OpenText, SavedForm


class FrameForm(SavedForm):
    """For each step of another frame, the step of the main frame that it stands for."""

    forgets = True

    def __init__(self, *args: Any, ladder: Ladder, **kwargs: Any) -> None:
        saved = ladder.meanings
        super().__init__(*args, initial={**saved, "edition": edition_of(saved)}, **kwargs)
        steps = LadderStep.objects.filter(ladder__is_main=True).order_by("number")
        for step in ladder.steps.all():
            self.fields[f"step_{step.pk}"] = forms.ModelChoiceField(
                steps, required=False, label=str(step), empty_label=_("None of them")
            )


MOST = 10


class LadderForm(SavedForm):
    """The next ladder: its name, whose it is, and up to ten steps with the signs by which each is seen."""

    template_name = "plans/ladder_form.html"
    name = OpenText(max_length=100, label=_("Name"))
    owner = OpenText(max_length=200, label=_("Whose it is, and who decided it"))

    def __init__(self, *args: Any, saved: Mapping[str, Any], begun: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, initial={**begun, "edition": edition_of(saved)}, **kwargs)
        self.saved = {**saved, "edition": edition_of(saved)}
        for number in range(1, MOST + 1):
            about = {"number": number}
            name, signs = _("Step %(number)s") % about, _("Signs of step %(number)s, one a line") % about
            self.fields[f"name_{number}"] = OpenText(max_length=60, required=False, label=name)
            lines = forms.Textarea(attrs={"rows": 3})
            self.fields[f"signs_{number}"] = OpenText(widget=lines, max_length=2000, required=False, label=signs)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return name and signs of each step, as the page draws them."""
        return [(self[f"name_{number}"], self[f"signs_{number}"]) for number in range(1, MOST + 1)]

    def clean(self) -> dict[str, Any]:
        """Ask for the name and the signs of every step that has the other, and for short signs."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, MOST + 1):
            name, signs = data.get(f"name_{number}"), data.get(f"signs_{number}")
            if name and not signs:
                self.add_error(f"signs_{number}", _("Write at least one sign by which the step is seen."))
            if signs and not name:
                self.add_error(f"name_{number}", _("Write what the step is called, or empty its signs too."))
            if any(len(line) > 200 for line in lines_of(signs)):
                self.add_error(f"signs_{number}", _("Write each sign in at most 200 letters, one a line."))
        return data

    @property
    def steps(self) -> list[tuple[str, list[str]]]:
        """Return the steps that have been written, from the lowest."""
        data = self.cleaned_data
        written = ((data[f"name_{number}"], data[f"signs_{number}"]) for number in range(1, MOST + 1))
        return [(name, lines_of(signs)) for name, signs in written if name]


def lines_of(text: str | None) -> list[str]:
    """Return the lines that say something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class DropLadderForm(Form):
    """Nothing is typed: it says which draft was read."""

    edition = forms.CharField(widget=forms.HiddenInput, required=False)


class UseLadderForm(Form):
    """For each step of the ladder in use, the step of the next one to which people go."""

    edition = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, main: Ladder, draft: Ladder, edition: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"edition": edition}, **kwargs)
        self.old, new = list(main.steps.order_by("number")), list(draft.steps.order_by("number"))
        for step in self.old:
            like = [one for one in new if one.name == step.name] or new[step.number - 1 : step.number]
            self.fields[f"step_{step.pk}"] = forms.ModelChoiceField(
                LadderStep.objects.filter(ladder=draft).order_by("number"),
                label=_("Whoever stands on %(step)s goes to") % {"step": step},
                empty_label=_("Choose a step"),
                initial=like[0].pk if like else None,
            )
        self.name_what_is_missing()

    @property
    def meanings(self) -> dict[LadderStep, LadderStep]:
        """Return for each step in use the one that it stands for."""
        return {step: self.cleaned_data[f"step_{step.pk}"] for step in self.old}
