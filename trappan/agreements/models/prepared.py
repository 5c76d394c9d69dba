"""What the employer team has settled with an employer before the agreement is written."""

from django.db import models

from trappan.employers.models import Opening
from trappan.history.models import Signed
from trappan.people.models import Person
from trappan.staff.models import Unit


class Prepared(Signed):
    """Terms of an agreement to come about one person at one opening, as a team has talked them over with the employer.

    No agreement and no version: the consultant begins from it, and answers for what is written. Of the team that wrote
    it (`unit`) and of whoever holds the plan.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    opening = models.ForeignKey(Opening, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    tasks = models.CharField(max_length=1000, blank=True)
    supervisor = models.CharField(max_length=1000, blank=True)
    employer_promises = models.CharField(max_length=1000, blank=True)
    pay = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["person", "opening", "unit"], name="prepared_once_a_team")]
