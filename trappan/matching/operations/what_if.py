"""Ask what would be different of a week's proposals: the worker answers."""

from django.db import transaction

from trappan.activities.models import Activity
from trappan.history.record import record
from trappan.matching.models import AllocationQuestion, AllocationRun
from trappan.matching.operations.refusals import NO
from trappan.refusals import refusing


@transaction.atomic
def ask_what_if(
    *, run: AllocationRun, change: str, activity: Activity | None = None, places: int | None = None
) -> AllocationQuestion:
    """Ask what one change would make different of a run; the worker hears it at once.

    Refused: of a run that a newer has replaced or whose week has begun, and about an activity that it was not reckoned
    with or that has closed.
    """
    with refusing(NO):
        asked = AllocationQuestion.objects.create(run=run, change=change, activity=activity, places=places)
    record("matching.ask_what_if", question=asked.pk)
    return asked
