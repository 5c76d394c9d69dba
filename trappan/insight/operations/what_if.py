"""Ask what would be different: the worker answers."""

from django.db import transaction

from trappan.history.record import record
from trappan.insight.models import Outlook, WhatIf


@transaction.atomic
def ask(*, outlook: Outlook, places: dict[str, int], consultants: int, inflow: int) -> WhatIf:
    """Ask what more or fewer places, consultants and newcomers would make different; the worker hears it at once."""
    asked = WhatIf.objects.create(outlook=outlook, places=places, consultants=consultants, inflow=inflow)
    record("insight.ask", what_if=asked.pk)
    return asked
