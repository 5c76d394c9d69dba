"""Write the municipality's own words on pages and papers, from a day."""

from datetime import date
from typing import Any

from django.db import transaction

from trappan.database import lock
from trappan.history.record import record
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken
from trappan.rules.models import MunicipalText
from trappan.rules.operations.refusals import NO


def text_as_saved(kind: str) -> dict[str, Any]:
    """Return the latest words of a kind, also those to come, as their form shows them."""
    latest = MunicipalText.objects.filter(kind=kind).order_by("starts_on").last()
    return {"text": latest.text, "starts_on": latest.starts_on} if latest else {}


@transaction.atomic
def write_text(*, kind: str, text: str, starts_on: date, edition: str) -> int:
    """Write words from today or a day to come, in place of those of that day; empty where there are none from then on.

    Refused where somebody else has written since `edition`; what applied before stays on the papers of then.
    """
    lock(f"rules.text.{kind}", 0)
    refuse_overtaken(text_as_saved(kind), edition)
    words = text.replace("\r\n", "\n").strip()
    (written,) = call("rules_write_text", kind, words, starts_on, sentences=NO)
    record("rules.write_text", scope="log", kind="access", text=written, of=kind)
    return int(written)
