"""What a link asks, frozen in its text: questions that a page draws and a form takes, whoever made them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

MOST_WORDS = 1000


@dataclass(frozen=True)
class Question:
    """One question: its key, its label, and what may be answered.

    `kind` is *choice* (of `choices`, value and label), *number* (a whole one, `lowest` to `highest`), *time* (of a day,
    between two minutes of it) or *text*, of at most `most` signs. `group` is a heading that it stands under with
    others. One that is not `needed` may be left.
    """

    key: str
    label: str
    kind: str
    choices: Sequence[tuple[str, str]] = ()
    lowest: int = 0
    highest: int = 0
    needed: bool = False
    help: str = ""
    group: str = ""
    most: int = MOST_WORDS

    def frozen(self) -> dict[str, Any]:
        """Return it as it is kept in a link's text."""
        said = {key: str(value) if isinstance(value, Promise) else value for key, value in vars(self).items()}
        return {**said, "choices": [[value, str(label)] for value, label in self.choices]}

    @classmethod
    def read(cls, frozen: Mapping[str, Any]) -> "Question":
        """Return a question as it was kept."""
        return cls(**{**frozen, "choices": [(value, label) for value, label in frozen["choices"]]})

    def in_words(self, answer: Any) -> str:
        """Say an answer as it was read; of none nothing."""
        if self.kind == "choice":
            return dict(self.choices).get(str(answer), "")
        return "" if answer is None else str(answer)


def text_with(title: str, lines: Iterable[tuple[str, str, str]], questions: Iterable[Question]) -> dict[str, Any]:
    """Put what a link shows together: heading, lines to read (key, label, words), and what is asked."""
    return {
        "title": title,
        "lines": [{"key": key, "label": label, "text": words} for key, label, words in lines if words],
        "questions": [one.frozen() for one in questions],
    }


def answers_in_words(statement: Any) -> list[tuple[str, str]]:
    """Return what somebody with a link answered, question by question, as it was asked and said."""
    said = statement.said.get("answers", {})
    found = []
    for one in map(Question.read, statement.asked):
        words = one.in_words(said.get(one.key))
        if words:
            label = f"{one.group}: {one.label}" if one.group and one.label != one.group else one.label
            found.append((label, words))
    return found


def who_said(statement: Any) -> str:
    """Return the name that somebody with a link wrote, and what they are there."""
    said = statement.said
    return ", ".join(filter(None, [said.get("name", ""), said.get("title", "")])) or _("Without a name")
