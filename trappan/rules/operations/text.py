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
from trappan.rules.texts import texts_of
from trappan.secrecy.acting import Actor


def text_as_saved(kind: str, organisation_id: int) -> dict[str, Any]:
    """Return a municipality's latest words of a kind, also those to come, as their form shows them."""
    latest = next(iter(texts_of(organisation_id, MunicipalText.objects.filter(kind=kind).order_by("-starts_on"))), None)
    return {"text": latest.text, "starts_on": latest.starts_on} if latest else {}


@transaction.atomic
def write_text(*, kind: str, by: Actor, text: str, starts_on: date, edition: str) -> int:
    """Write words from today or a day to come, in place of those of that day; empty where there are none from then on.

    They are the municipality's of whoever writes: another's stay as they are, and what applied before stays on the
    papers of then. Refused where somebody else has written since `edition`.
    """
    lock(f"rules.text.{kind}", by.organisation_id)
    refuse_overtaken(text_as_saved(kind, by.organisation_id), edition)
    words = text.replace("\r\n", "\n").strip()
    (written,) = call("rules_write_text", kind, words, starts_on, sentences=NO)
    record("rules.write_text", scope="log", kind="access", text=written, of=kind)
    return int(written)
