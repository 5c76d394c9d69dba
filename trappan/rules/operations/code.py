"""Keep the lists of codes: add one, give it other words from a day, say its last day."""

import re
from datetime import date
from unicodedata import normalize

from django.db import transaction

from trappan.database import lock
from trappan.history.record import record
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken
from trappan.rules.models import Code
from trappan.rules.operations.refusals import NO

WORDS = ("label_sv", "label_en")


def code_of(table: str, words: str) -> str:
    """Return a code for Swedish words: the next number where the list counts, or plain letters, at most twenty."""
    there = list(Code.objects.filter(table=table).values_list("code", flat=True))
    if there and all(code.isdecimal() for code in there):
        return str(max(map(int, there)) + 1)
    plain = normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain)[:20].strip("_") or "code"


@transaction.atomic
def add_code(*, table: str, label_sv: str, label_en: str, valid_from: date) -> int:
    """Add a code to a list from a day on, also one that has passed; refused where the list has it already."""
    values = (table, code_of(table, label_sv), label_sv, label_en or label_sv, valid_from)
    (made,) = call("rules_add_code", *values, sentences=NO)
    record("rules.add_code", scope="log", kind="access", table=table, code=made)
    return int(made)


@transaction.atomic
def rename_code(*, code: Code, edition: str, label_sv: str, label_en: str, from_day: date) -> int:
    """Give a code other words from today or a day to come; what is counted by it goes on."""
    lock("rules.code", code.pk)
    found = Code.objects.get(pk=code.pk)
    refuse_overtaken({name: getattr(found, name) for name in WORDS}, edition)
    (now,) = call("rules_rename_code", code.pk, label_sv, label_en or label_sv, from_day, sentences=NO)
    record("rules.rename_code", scope="log", kind="access", code=code.pk, now=now)
    return int(now)


@transaction.atomic
def close_code(*, code: Code, edition: str, valid_to: date | None) -> None:
    """Say the last day on which a code may be chosen, or that there is none; what was written with it stays."""
    lock("rules.code", code.pk)
    refuse_overtaken({"valid_to": Code.objects.get(pk=code.pk).valid_to}, edition)
    call("rules_close_code", code.pk, valid_to, sentences=NO)
    record("rules.close_code", scope="log", kind="access", code=code.pk, valid_to=valid_to)
