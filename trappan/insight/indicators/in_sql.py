"""A question to a row of the spine said in SQL, and which columns it reads, without the library that counts.

What the counting asks of everybody the database asks here of one row, from the same text (definitions.py); a test
holds the two equal.
"""

from collections.abc import Iterable
from datetime import date


class Said:
    """What has been said of a row so far: SQL over `m`, the columns it reads, and whether it is yes or no."""

    __hash__ = None  # type: ignore[assignment]  # `==` says something of a row here

    def __init__(self, text: str, columns: frozenset[str], *, is_answer: bool) -> None:
        self.text, self.columns, self.is_answer = text, columns, is_answer

    def __bool__(self) -> bool:
        raise TypeError("said of a row that nobody has seen: write & and |, not and, or, not")

    def __and__(self, other: object) -> "Said":
        return self._with("AND", other)

    def __or__(self, other: object) -> "Said":
        return self._with("OR", other)

    def __invert__(self) -> "Said":
        return Said(f"(NOT {self.text})", self.columns, is_answer=True)

    def __eq__(self, other: object) -> "Said":  # type: ignore[override]  # says it, and does not compare
        return self._with("=", other)

    def __ne__(self, other: object) -> "Said":  # type: ignore[override]  # says it, and does not compare
        return self._with("<>", other)

    def __lt__(self, other: object) -> "Said":
        return self._with("<", other)

    def __le__(self, other: object) -> "Said":
        return self._with("<=", other)

    def __gt__(self, other: object) -> "Said":
        return self._with(">", other)

    def __ge__(self, other: object) -> "Said":
        return self._with(">=", other)

    def __add__(self, other: object) -> "Said":
        return self._with("+", other, is_answer=False)

    def __sub__(self, other: object) -> "Said":
        return self._with("-", other, is_answer=False)

    def __mul__(self, other: object) -> "Said":
        return self._with("*", other, is_answer=False)

    def year(self) -> "Said":
        return Said(f"extract(year FROM {self.text})::int", self.columns, is_answer=False)

    def month(self) -> "Said":
        return Said(f"extract(month FROM {self.text})::int", self.columns, is_answer=False)

    def isin(self, values: Iterable[object]) -> "Said":
        return Said(f"({self.text} IN ({', '.join(map(literal, values))}))", self.columns, is_answer=True)

    def isnull(self) -> "Said":
        return Said(f"({self.text} IS NULL)", self.columns, is_answer=True)

    def notnull(self) -> "Said":
        return Said(f"({self.text} IS NOT NULL)", self.columns, is_answer=True)

    def _with(self, how: str, other: object, *, is_answer: bool = True) -> "Said":
        text, columns = (other.text, other.columns) if isinstance(other, Said) else (literal(other), frozenset())
        return Said(f"({self.text} {how} {text})", self.columns | columns, is_answer=is_answer)


class Row:
    """A row of which anything can be said: each column by its name. `answers` are those that are yes or no."""

    def __init__(self, columns: Iterable[str], answers: Iterable[str]) -> None:
        self._columns, self._answers = frozenset(columns), frozenset(answers)

    def __getattr__(self, name: str) -> Said:
        if name not in self._columns:
            raise AttributeError(f"the spine has no column {name}")
        return Said(f'm."{name}"', frozenset([name]), is_answer=name in self._answers)


def literal(value: object) -> str:
    """Return a value as SQL has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f"DATE '{value:%Y-%m-%d}'"
    return "'" + str(value).replace("'", "''") + "'"
