"""Make the file of a month's participants, and say that it is handed in, or that there is nothing."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from psycopg.types.json import Jsonb

from trappan import database
from trappan.history.record import record
from trappan.projects.layouts import layout_of
from trappan.projects.models import EmptyMonth, MonthFile, Municipality
from trappan.projects.operations.refusals import NO
from trappan.refusals import Refused, call, refusal_of, refusing


@transaction.atomic
def make_month_file(*, municipality: Municipality, month: date, version: int) -> None:
    """Make the file of those who took part in a month, of the columns of that month's layout.

    Another version than `version`, the latest that whoever makes it has seen (0 where there was none). Refused: a month
    that is not over or outside the project, where nobody took part, an overtaken version.
    """
    columns = [one.as_data for one in layout_of(month).columns]
    call("projects_make_month", municipality.pk, month, version, Jsonb(columns), sentences=NO)
    record("projects.make_month_file", municipality=municipality.pk, month=month, version=version + 1)


@transaction.atomic
def hand_in_month(*, file: MonthFile, version: int) -> None:
    """Write down that the latest file of a month has been handed in today.

    Refused where it is no longer kept, where something has been written since it was made, and where whoever says so
    has handed in another `version`.
    """
    if file.version != version:
        raise refusal_of(NO, "month_file_is_the_latest")
    call("projects_hand_in", file.pk, sentences=NO)
    record("projects.hand_in_month", municipality=file.municipality_id, month=file.month, version=file.version)


@transaction.atomic
def say_nothing(*, municipality: Municipality, month: date) -> None:
    """Say that a municipality has nothing to hand in of a month; refused where somebody took part."""
    with refusing(NO):
        EmptyMonth.objects.create(municipality=municipality, month=month)
    record("projects.say_nothing", municipality=municipality.pk, month=month)


@transaction.atomic
def undo_nothing(*, empty: EmptyMonth, today: date) -> None:
    """Take back that there is nothing to hand in; the database writes who and when."""
    with refusing(NO):
        found = EmptyMonth.objects.filter(pk=empty.pk, undone_on=None)
        if not found.update(undone_on=today):
            raise Refused(_("Somebody has taken it back already."))
    record("projects.undo_nothing", municipality=empty.municipality_id, month=empty.month)


@transaction.atomic
def take_month_file(*, file: MonthFile) -> list[Mapping[str, Any]]:
    """Take a month's file out, which is noted: what it says of each; nothing where it may not be taken."""
    rows = [json.loads(one.projects_take_month) for one in database.rows("projects_take_month", file.pk)]
    record(
        "projects.take_month_file",
        kind="read",
        scope="log",
        found=len(rows),
        municipality=file.municipality_id,
        month=file.month,
        version=file.version,
    )
    return rows
