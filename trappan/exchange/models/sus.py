"""What is to be keyed in to SUS of somebody who takes part in an initiative: at its start, and at its end."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.history.models import Signed


class SusSheet(Signed):
    """What is registered of one participation at its start or its end, and that somebody has keyed it in.

    SUS is the follow-up system of the coordination associations; nothing is sent there. `day` is the day of start, or
    the last day, and the database's to write (sql/sus.sql). The answers are codes of dated lists, of which the layout
    of the day says which are asked (exchange/sus.py); `education`, `income` and `occupation` are those before at the
    start, and those after at the end. `keyed_on` and `keyed_by` are written by the database, and nothing is changed
    after that. Once the written consent holds no longer, or the person is protected, the answers are erased, and what
    nobody has keyed in is deleted. What is keyed in is then to be taken out of SUS, and `taken_out_on` says that it
    has been; with a new consent such a row is deleted, and registered anew.
    """

    class Moment(models.TextChoices):
        START = "start", _("Start")
        END = "end", pgettext_lazy("of an effort", "End")

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    participation = models.ForeignKey(
        "initiatives.Participation", models.PROTECT, related_name="sus_sheets", db_index=False
    )
    moment = models.CharField(max_length=5, choices=Moment)
    day = models.DateField()
    effort = models.CharField(max_length=30, blank=True, db_default="")
    education = models.CharField(max_length=30, blank=True, db_default="")
    income = models.CharField(max_length=30, blank=True, db_default="")
    occupation = models.CharField(max_length=30, blank=True, db_default="")
    keyed_on = models.DateField(null=True, blank=True)
    keyed_by = models.ForeignKey("staff.Membership", models.PROTECT, null=True, related_name="+", db_index=False)
    taken_out_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participation", "moment"], name="one_sus_sheet_a_moment"),
            models.CheckConstraint(
                condition=Q(keyed_on=None, keyed_by=None) | Q(keyed_on__isnull=False, keyed_by__isnull=False),
                name="keyed_in_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(taken_out_on=None) | Q(keyed_on__isnull=False), name="what_is_taken_out_was_keyed_in"
            ),
        ]
