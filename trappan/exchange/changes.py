"""What an import changes, for people to read: per file, line and column, what is stored and what would be."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trappan.exchange.cells import shape
from trappan.exchange.merging import Merged

# A household is often called by its applicant's number, and a name cell may hold one by mistake.
NUMBER = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+]?(?:\d{4}|R\d{3})(?!\d)")
Shown = Mapping[str, tuple[str, Callable[[Any], Any]]]


@dataclass(frozen=True)
class Change:
    """One cell that differs from what is stored."""

    file: str
    line: int
    column: str
    old: str
    new: str


@dataclass
class Tally:
    """What became of one file's rows: which lines were new, which changed, and how."""

    file: str
    rows: list[dict[str, Any]]
    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)

    @property
    def counts(self) -> tuple[int, int, int]:
        changed = len(self.changed - self.new)
        return len(self.new), changed, len(self.rows) - len(self.new) - changed

    def change(self, line: int, column: str, old: Any, new: Any) -> None:
        """Note that a cell differs from what was stored, both said in the file's own words."""
        if line not in self.new and said(old) != said(new):
            self.changes.append(Change(self.file, line, column, said(old), said(new)))

    def differ(self, merged: Merged, columns: Iterable[str], shown: Shown) -> None:
        """Note the differences in columns that the file has, under the names it has for them."""
        for line, name, old, new in merged.differences:
            if name in shown:
                column, show = shown[name]
                self.change(line, column, show(old), show(new))
            elif name in columns:
                self.change(line, name, old, new)


def said(value: Any) -> str:
    """Return a stored value as the file would write it, numbers of persons by their shape only."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, list):
        value = ", ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return NUMBER.sub(lambda found: shape(found[0]), str(value))


def veil(tally: Tally, people: Mapping[str, int], protected: set[int]) -> None:
    """Take out what a change says about somebody whose identity is protected."""
    differ = {change.line for change in tally.changes}
    lines = [row for row in tally.rows if row["line"] in differ]
    hidden = {row["line"] for row in lines if people.get(row.get("pin", "")) in protected}
    secret = _("protected: shown to nobody")
    tally.changes = [
        replace(change, old=secret, new=secret) if change.line in hidden else change
        for change in sorted(tally.changes, key=lambda one: (one.line, one.column))
    ]
