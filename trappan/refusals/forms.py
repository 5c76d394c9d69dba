"""Carry an operation out for a form: a no lands at the field it concerns, nothing is lost."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.forms import BaseForm

from trappan.refusals import AT_ONCE, READS_ONLY, Refused, is_collision, is_unwritable


def row_number(text: str) -> int:
    """Return the row that a button names; 0, which is none, for anything that is no row's number."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def carry_out(form: BaseForm, operation: Callable[..., Any], /, **values: Any) -> bool:
    """Run the operation; on a refusal put its sentence on the form and return False."""
    try:
        with transaction.atomic():
            operation(**values)
    except Refused as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))
        return False
    except ObjectDoesNotExist:
        # Locked for writing and not there: the reader sees the row and may not change it.
        form.add_error(None, str(READS_ONLY))
        return False
    except DatabaseError as error:
        if not (is_unwritable(error) or is_collision(error)):
            raise
        form.add_error(None, str(READS_ONLY if is_unwritable(error) else AT_ONCE))
        return False
    return True
