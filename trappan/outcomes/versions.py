"""What was said of an end before it was put right: from the versions of its row, each with who, when and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trappan.history.models import Version
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import SAID
from trappan.rules.codes import labels
from trappan.ui.templatetags.ui import day

COLUMNS = tuple("occupation_id" if name == "occupation" else name for name in SAID)


@dataclass(frozen=True)
class Said:
    """What stood in words, until when, who put it right, and why."""

    words: str
    until: datetime
    by: str
    why: str


def said_before(done: Exit, versions: Sequence[Version]) -> list[Said]:
    """Return what stood before each correction, the latest first; other changes of the row are none."""
    rows: list[dict[str, Any]] = [*(one.was for one in versions), now_of(done)]
    found = []
    words = labels("exit_kind", "support_form") if versions else {}
    for version, was, after in zip(versions, rows, rows[1:], strict=False):
        if any(str(was.get(name) or "") != str(after.get(name) or "") for name in COLUMNS):
            stood = [
                f"{dict(Exit.Reason.choices).get(was['reason'], was['reason'])}, {day(date.fromisoformat(was['day']))}",
                words.get(("exit_kind", was.get("sub_code", "")), ""),
                words.get(("support_form", was.get("support_form", "")), ""),
                was["form"],
                was.get("employer_name", ""),
            ]
            by = version.actor.colleague.name if version.actor else ""
            found.append(
                Said(". ".join(part for part in stood if part), version.at, by, after.get("corrected_why", ""))
            )
    return found[::-1]


def now_of(done: Exit) -> dict[str, Any]:
    """Return what stands now, as a version would say it."""
    return {name: getattr(done, name) for name in (*COLUMNS, "corrected_why")}
