"""What was said of an end before it was put right: from the versions of its row, each with who, when and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trappan.history.models import Version
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import SAID
from trappan.rules.codes import labels

COLUMNS = tuple("occupation_id" if name == "occupation" else name for name in SAID)


@dataclass(frozen=True)
class Said:
    """What stood, until when, who put it right, and why."""

    reason: str
    kind: str
    support: str
    form: str
    employer: str
    day: date
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
            found.append(
                Said(
                    str(dict(Exit.Reason.choices).get(was["reason"], was["reason"])),
                    words.get(("exit_kind", was.get("sub_code", "")), ""),
                    words.get(("support_form", was.get("support_form", "")), ""),
                    was["form"],
                    was.get("employer_name", ""),
                    date.fromisoformat(was["day"]),
                    version.at,
                    version.actor.colleague.name if version.actor else "",
                    after.get("corrected_why", ""),
                )
            )
    return found[::-1]


def now_of(done: Exit) -> dict[str, Any]:
    """Return what stands now, as a version would say it."""
    return {name: getattr(done, name) for name in (*COLUMNS, "corrected_why")}
