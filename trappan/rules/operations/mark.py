"""Mark an occupation as one where people lack or where new people can begin: by one colleague and a second."""

from datetime import date

from django.db import transaction

from trappan.history.record import record
from trappan.refusals import call
from trappan.rules.models import Concept, ConceptMark
from trappan.rules.operations.refusals import NO


@transaction.atomic
def write_mark(*, concept: Concept, kind: str, starts_on: date, source: str, ends_on: date | None = None) -> int:
    """Write a mark from a day on, also one that has passed; it counts when a second person has decided it.

    Refused: without a source, and where the same is said of it already on one of these days.
    """
    (made,) = call("rules_write_mark", concept.pk, kind, starts_on, ends_on, source, sentences=NO)
    record("rules.write_mark", scope="log", kind="access", mark=made, concept=concept.pk, of=kind)
    return int(made)


@transaction.atomic
def stop_mark(*, mark: ConceptMark, ends_on: date) -> None:
    """Say the last day of a mark, today or later; it ends when a second person has agreed."""
    call("rules_stop_mark", mark.pk, ends_on, sentences=NO)
    record("rules.stop_mark", scope="log", kind="access", mark=mark.pk, ends_on=ends_on)


@transaction.atomic
def confirm_mark(*, mark: ConceptMark) -> None:
    """Decide, as a second person, a mark or its end."""
    call("rules_decide_mark", mark.pk, True, sentences=NO)
    record("rules.confirm_mark", scope="log", kind="access", mark=mark.pk, concept=mark.concept_id, of=mark.kind)


@transaction.atomic
def return_mark(*, mark: ConceptMark) -> None:
    """Say no, as a second person, to a mark or its end; or take back what one has written oneself."""
    call("rules_decide_mark", mark.pk, False, sentences=NO)
    record("rules.return_mark", scope="log", kind="access", mark=mark.pk, concept=mark.concept_id, of=mark.kind)
