"""Hours a week, proposed with the arithmetic shown. A colleague decides; this only counts."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from trappan.rules.rulesets import Rules


@dataclass(frozen=True)
class Line:
    """One line of the arithmetic: a rule's name, and the minutes it gives or takes."""

    rule: str
    minutes: int

    @property
    def words(self) -> str:
        """Return what the line stands for."""
        return {
            "full_time": _("full time"),
            "young_child": _("child under %(age)s at home"),
            "part_time": _("part-time work"),
        }[self.rule]


@dataclass(frozen=True)
class Proposal:
    """The hours that the rules give, line by line; never below none."""

    lines: tuple[Line, ...]
    young_child_age: int

    @property
    def minutes(self) -> int:
        return max(sum(line.minutes for line in self.lines), 0)

    @property
    def sentence(self) -> str:
        """Return the arithmetic as it is read aloud: 40 − 10 (child under 8) − 8 (…) = 22 h, or 40 h by itself."""
        first, *rest = self.lines
        if not rest:
            return f"{in_hours(first.minutes)}\u00a0h"
        said = in_hours(first.minutes)
        for line in rest:
            said += f" − {in_hours(-line.minutes)} ({self.word(line)})"
        return f"{said} = {in_hours(self.minutes)}\u00a0h"

    def word(self, line: Line) -> str:
        return line.words % {"age": self.young_child_age} if "%" in line.words else line.words

    @property
    def shown(self) -> list[tuple[str, int]]:
        """Return the lines in words, with their minutes, for the page and the document."""
        return [(self.word(line), line.minutes) for line in self.lines]

    def as_json(self) -> dict[str, Any]:
        """Return what is kept with the plan, so that a later rule does not change what was said."""
        return {"young_child_age": self.young_child_age, "lines": [[line.rule, line.minutes] for line in self.lines]}


def propose(rules: Rules, *, young_child: bool, part_time_minutes: int) -> Proposal:
    """Propose the hours: full time, less for a young child at home and for part-time work.

    Source: the rule set (domain: secondary, a vendor's reading of the guidance).
    """
    lines = [Line("full_time", rules.full_time_minutes)]
    if young_child and rules.young_child_minutes:
        lines.append(Line("young_child", -rules.young_child_minutes))
    if rules.part_time_deducted and part_time_minutes:
        lines.append(Line("part_time", -part_time_minutes))
    return Proposal(tuple(lines), rules.young_child_age)


def read_proposal(kept: dict[str, Any] | None) -> Proposal | None:
    """Read back what was kept with a plan; None for a plan from before proposals were kept."""
    if not kept:
        return None
    return Proposal(tuple(Line(rule, minutes) for rule, minutes in kept["lines"]), kept["young_child_age"])


def in_hours(minutes: int) -> str:
    """Write minutes as hours, in the reader's own decimals, as a form takes them back: 22 or 7,5."""
    plain = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    return plain.replace(".", get_format("DECIMAL_SEPARATOR"))
