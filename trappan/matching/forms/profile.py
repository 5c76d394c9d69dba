"""What may be typed of the person's profile."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models.functions import Upper
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.employers.models import Opening
from trappan.matching.models.profile import NO_LICENCE, Part
from trappan.rules.codes import choices
from trappan.rules.models import Concept
from trappan.ui.forms import LanguagesField, SavedForm, offer
from trappan.ui.week.fields import WeekField

MOST = 20  # words of one kind in a profile
NEAR = 3


class ConceptsField(forms.CharField):
    """Occupations or skills, one a line, in the words of the list; given on as their ids."""

    def __init__(self, kind: str, **about: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000, **about)
        self.kind = kind

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        words = list(dict.fromkeys(line.upper() for line in lines))
        if len(words) > MOST:
            raise forms.ValidationError(_("Write at most %(most)s.") % {"most": MOST})
        known = self.known(words)
        if odd := next((line for line in lines if line.upper() not in known), ""):
            raise forms.ValidationError(unknown(odd, self.kind))
        return list(dict.fromkeys(known[word] for word in words))

    def known(self, words: Iterable[str]) -> dict[str, str]:
        """Return the ids of those words that the list has; what is in use before what has ended."""
        found = Concept.objects.filter(kind=self.kind, is_unknown=False).annotate(said=Upper("label"))
        rows = found.filter(said__in=list(words)).order_by("-ended_on", "pk").values_list("said", "pk")
        return dict(reversed(list(rows)))


def unknown(line: str, kind: str) -> str:
    """Say that the list has no such word, and which are like it."""
    like = Concept.objects.filter(kind=kind, ended_on=None, is_unknown=False, label__icontains=line[:40])
    near = list(like.values_list("label", flat=True)[:NEAR])
    if near:
        return _("“%(word)s” is not in the list. Did you mean: %(near)s?") % {"word": line, "near": ", ".join(near)}
    return _("“%(word)s” is not in the list. Write it as the list of occupations and skills has it.") % {"word": line}


def said(part: Part, help_text: Any) -> forms.CharField:
    """Return a field for some sentences of the person's."""
    return forms.CharField(
        max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}), label=part.label, help_text=help_text
    )


class ProfileForm(SavedForm):
    """The whole profile, begun from what stands; a part that is empty has not been asked about."""

    able = said(Part.ABLE, gettext_lazy("What the person has done, at home and at work, and does well."))
    likes = said(Part.LIKES, gettext_lazy("In the person's own words."))
    wishes = ConceptsField(
        "occupation",
        label=Part.WISHES.label,
        help_text=gettext_lazy("One a line, as the list of occupations has them."),
    )
    done = ConceptsField("occupation", label=Part.DONE.label, help_text=gettext_lazy("One a line."))
    skills = ConceptsField("skill", label=Part.SKILLS.label, help_text=gettext_lazy("One a line."))
    languages = LanguagesField(label=Part.LANGUAGES.label)
    week = WeekField(label=Part.HOURS.label, required=False, weeks=False)
    hours = forms.IntegerField(min_value=1, max_value=40, required=False, label=gettext_lazy("Hours a week"))
    travel = forms.IntegerField(
        min_value=1, max_value=180, required=False, label=gettext_lazy("The longest journey, minutes one way")
    )
    licence = forms.MultipleChoiceField(
        choices=[(NO_LICENCE, gettext_lazy("No driving licence")), *Opening.Licence.choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=Part.LICENCE.label,
    )
    needs = said(Part.NEEDS, gettext_lazy("What work needs to know, and not why: no illness, no family."))
    limits = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("What a workplace must have")
    )

    def __init__(self, *args: Any, today: date, held: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "limits", choices("access", today, held))

    def clean_languages(self) -> list[str]:
        return [word.lower() for word in self.cleaned_data["languages"]]

    def clean_licence(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["licence"]
        if NO_LICENCE in chosen and len(chosen) > 1:
            raise forms.ValidationError(_("Choose the licences that there are, or that there is none."))
        return chosen

    def clean(self) -> None:
        hours = self.cleaned_data.pop("hours", None)
        self.cleaned_data["minutes_a_week"] = hours * 60 if hours else None
