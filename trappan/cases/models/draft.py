"""Drafts: what a colleague has typed on a page about a person and not yet saved."""

from django.db import models

from trappan.history.models import CurrentActor
from trappan.schedules.functions import Now


class Draft(models.Model):
    """What a colleague has typed on a page about a person and not yet saved: theirs alone to read.

    `page` names the form and `key` what it was opened for. Emptied when the form is saved.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        "staff.Membership", models.PROTECT, related_name="+", db_default=CurrentActor(), db_index=False
    )
    page = models.CharField(max_length=40)
    key = models.BigIntegerField()
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "page", "key"], name="one_draft_a_page")]
