"""A week at an employer as it is marked by the team, from what the employer said or what is known otherwise."""

from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.agreements.forms.link import AskedForm
from trappan.agreements.models import Statement
from trappan.agreements.questions import Question
from trappan.agreements.week import MARKS, WorkWeek, day_in_words, in_words, minutes
from trappan.schedules.week import minute_in_words
from trappan.ui.forms import Form

WHOLE_DAY = 24 * 60


class AskedWeekForm(AskedForm):
    """A week as the employer tells of it: what the team could not take in is said while somebody is there."""

    def clean(self) -> dict[str, Any]:
        """Refuse a part of a day without a time, and times outside the day or in the wrong order."""
        cleaned = super().clean()
        said = self.answers
        for one in self.questions:
            if one.kind == "time" and one.key.startswith("came-"):
                self.check_part(one, said, one.key.removeprefix("came-"))
        return cleaned

    def check_part(self, asked: Question, said: dict[str, Any], day: str) -> None:
        """Put a no at the day's first time, where a part of it is not told as it can be marked."""
        field, left = f"answer-{asked.key}", f"answer-left-{day}"
        if said.get(f"mark-{day}") != MARKS.PARTLY or field in self.errors or left in self.errors:
            return
        # Links from before the hours went along have none: the whole day.
        first, last = asked.lowest, asked.highest or WHOLE_DAY
        hours = {"first": minute_in_words(first), "last": minute_in_words(last)}
        times = [at for key in (asked.key, f"left-{day}") if (at := minutes(said.get(key))) is not None]
        if not times:
            self.add_error(field, _("Write when: came or left, between %(first)s and %(last)s.") % hours)
        elif any(later <= earlier for earlier, later in pairwise([first, *times, last])):
            words = _("The day is %(first)s to %(last)s. Write times within it, first came, then left.")
            self.add_error(field, words % hours)


class ReadWeekForm(Form):
    """Nothing is typed: what the employer said is read, and the page tells what it showed of it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)


class WeekForm(AskedForm):
    """The days of a week, those that were held with mark and times; why, where an earlier mark is changed.

    It begins with what stands, or with what the employer has `said` and nobody has taken in.
    """

    template_name = "agreements/week_form.html"
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    why = forms.CharField(
        max_length=300,
        required=False,
        label=_("Why is a mark of an earlier day changed?"),
        help_text=_("Only where a day was marked before and is marked otherwise now."),
    )

    def __init__(self, *args: Any, week: WorkWeek, said: Statement | None, **kwargs: Any) -> None:
        self.week, self.said_by_employer = week, said
        answers = said.said.get("answers", {}) if said and said.seen_at is None else {}
        begins = {f"answer-{key}": value for key, value in {**week.marked(), **answers}.items()}
        super().__init__(
            *args, questions=week.questions(), named=False, initial={**begins, "seen": week.seen}, **kwargs
        )
        if not any(one.mark for one in week.held):
            del self.fields["why"]

    @property
    def days(self) -> list[dict[str, Any]]:
        """Return the days in order: each in words, with what the employer said and the fields that mark it."""
        fields, said = dict(self.groups), self.said_by_employer
        found = []
        for one in self.week.days:
            words = day_in_words(one)
            told = in_words(said, one.day) if said else ""
            found.append({"row": one, "words": words, "told": told, "fields": fields.get(words, [])})
        return found

    def clean(self) -> dict[str, Any]:
        """Return what the operation takes: the answers by their key, and what the page showed."""
        cleaned = super().clean()
        if self.errors:
            # What is shown again is how the week stands now, so that pressed once more it is saved.
            self.show_again()
            return cleaned
        return {"answers": self.answers, "seen": cleaned["seen"], "why": cleaned.get("why", "")}

    def show_again(self) -> None:
        """Go on from how the week is marked now, with what was typed."""
        sent: Any = self.data
        self.data = sent.copy()  # what is sent is not written in
        self.data[self.add_prefix("seen")] = self.week.seen  # type: ignore[index]  # a copy may be written

    def add_error(self, field: str | None, error: Any) -> None:
        """Put a no of the operation at the week; then the next try is of the week as it is now."""
        super().add_error(field, error)
        self.show_again()
