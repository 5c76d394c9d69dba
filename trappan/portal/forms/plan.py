"""What a participant writes of the own plan: a view, how a goal goes, on which step one stands, own words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.plans.models import Goal, OwnWord
from trappan.ui.forms import Form

WORDS = gettext_lazy("Your own words")
NOBODY = gettext_lazy("Nobody else can change what you write.")
SAY_WHAT = gettext_lazy("Write what you want in another way.")
PLAIN = (OwnWord.View.AGREES.value, "")


def own_words(label: Any = WORDS, *, required: bool = False, help_text: Any = NOBODY) -> forms.CharField:
    """Return the field of own words: a few lines."""
    return forms.CharField(
        max_length=1000, required=required, label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


class DraftForm(Form):
    """The answer to a draft, as a whole and goal by goal; whoever wants something otherwise says what."""

    view = forms.ChoiceField(
        choices=OwnWord.View.choices,
        widget=forms.RadioSelect,
        label=gettext_lazy("What do you think of the whole plan?"),
    )
    words = own_words(help_text="")
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, goals: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        for goal in self.goals:
            view, words = self.names(goal)
            self.fields[view] = forms.ChoiceField(
                choices=OwnWord.View.choices, widget=forms.RadioSelect, required=False, label=goal.title
            )
            self.fields[words] = own_words(_("Your own words about %(goal)s") % {"goal": goal.title}, help_text="")
        self.order_fields([*(name for goal in self.goals for name in self.names(goal)), "view", "words"])
        self.name_what_is_missing()

    @staticmethod
    def names(goal: Any) -> tuple[str, str]:
        return f"view_{goal.id}", f"words_{goal.id}"

    def clean(self) -> dict[str, Any]:
        """Ask whoever does not agree for own words: nobody else knows them."""
        said = super().clean() or {}
        for view, words in [("view", "words"), *map(self.names, self.goals)]:
            if said.get(view, "") not in PLAIN and not said.get(words) and words not in self.errors:
                self.add_error(words, SAY_WHAT)
        return said

    @property
    def of_goals(self) -> list[dict[str, Any]]:
        """Return what was answered of each goal, where something was."""
        named = ((goal, *self.names(goal)) for goal in self.goals)
        return [
            {"goal": goal.id, "view": self.cleaned_data[view], "words": self.cleaned_data[words]}
            for goal, view, words in named
            if self.cleaned_data[view]
        ]


class GoalRatingForm(Form):
    """How a goal goes, as the person sees it."""

    rating = forms.ChoiceField(
        choices=Goal.Rating.choices, widget=forms.RadioSelect, label=gettext_lazy("How does it go?")
    )
    words = own_words()


class ObjectForm(Form):
    """What the person does not agree with."""

    words = own_words(gettext_lazy("What do you not agree with?"), required=True)
    # Which plan was read.
    plan = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**63 - 1)


class OwnStepForm(Form):
    """On which step the person stands, as the person sees it."""

    step = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, label=gettext_lazy("On which step do you think that you stand?")
    )
    words = own_words()

    def __init__(self, *args: Any, steps: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(row.number, f"{row.number}. {row.name}") for row in steps]
        self.fields["step"].choices = named  # type: ignore[attr-defined]  # a field with choices
