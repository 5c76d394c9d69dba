"""What stands with one agreement, of several tables, in one question: its page would otherwise ask each by itself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from trappan import database
from trappan.partnerships.models import Agreement, Budget, Consultation, Decision, DecisionPaper, Recipient, ServedGoal

GATHERED = (Consultation, Decision, Recipient, ServedGoal, Budget, DecisionPaper)


def models_gathered() -> tuple[type[models.Model], ...]:
    """Return what is gathered: with the effects that an agreement is to have, which a higher room keeps."""
    return (*GATHERED, Agreement._meta.get_field("effect_goals").related_model)


def question() -> str:
    """Return the question: the rows as they are, by the policies of their tables as everywhere."""
    return " UNION ALL ".join(
        f"SELECT '{one._meta.model_name}' AS kind, to_jsonb(t) AS row FROM {one._meta.db_table} t "
        "WHERE t.agreement_id = %(agreement)s"
        for one in models_gathered()
    )


@dataclass(frozen=True)
class Gathered:
    """The steps of an agreement and of its amendments, its goals, money, papers and effects, each in its own order."""

    consultations: Iterable[Consultation]
    decisions: Iterable[Decision]
    recipients: Iterable[Recipient]
    goals: Iterable[ServedGoal] = ()
    budgets: Iterable[Budget] = ()
    papers: Iterable[DecisionPaper] = ()
    effects: Iterable[Any] = ()

    @classmethod
    def of(cls, agreement: Agreement) -> "Gathered":
        """Return the steps of an agreement that was read with others (`standing.whole`); no goals."""
        return cls(agreement.consultations.all(), agreement.decisions.all(), agreement.recipients.all())

    def paper_of(self, row: int) -> DecisionPaper | None:
        """Return the decision paper of a version: 0 is the agreement itself, else the amendment."""
        return next((one for one in self.papers if (one.amendment_id or 0) == row), None)


def gather(agreement: Agreement) -> Gathered:
    """Read what stands with one agreement."""
    gathered = models_gathered()
    found: dict[str, list[Any]] = {str(one._meta.model_name): [] for one in gathered}
    for row in database.query(question(), {"agreement": agreement.pk}):
        found[row.kind].append(json.loads(row.row))
    return Gathered(*(read(one, found[str(one._meta.model_name)]) for one in gathered))


def read(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Read rows that came as JSON, days as days again, in the order of their table."""
    fields = model._meta.concrete_fields
    made = [model(**{one.attname: one.to_python(row[str(one.column)]) for one in fields}) for row in rows]
    return sorted(made, key=lambda one: [getattr(one, str(column)) for column in model._meta.ordering or ()])
