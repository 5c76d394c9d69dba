"""What a message to a person says, in a municipality's own words from a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.history.models import Signed
from trappan.messages.models.reminder import Wish


class Wording(Signed):
    """Words of a kind of message in a language, from a day on; an earlier one stays what it was.

    Where a municipality has none, the product's own go out (`messages.texts`), and in Swedish where there are none in
    the language. Written only through `messages_write_wording`.
    """

    class Kind(models.TextChoices):
        LEAST = "least", _("Reminder that says no time")
        TIME = "time", _("Reminder with day and time")
        CALLED_OFF = "called_off", _("What we reminded of no longer holds")
        DAY = "day", _("Reminder of a day in the schedule, that says no time")
        DAY_TIME = "day_time", _("Reminder of a day in the schedule, with day and time")
        OFF = "off", _("A day is called off for everybody, that says no time")
        OFF_TIME = "off_time", _("A day is called off for everybody, with day and time")
        DAYS_OFF = "days_off", _("Several days are called off for everybody, that says no time")
        DAYS_TIME = "days_time", _("Several days are called off for everybody, with day and time")
        ON = "on", _("A day is held after all, that says no time")
        ON_TIME = "on_time", _("A day is held after all, with day and time")

    organisation = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    language = models.CharField(max_length=5, choices=Wish.Language)
    starts_on = models.DateField()
    text = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "messages_wording"
        ordering = ["kind", "language", "-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "language", "starts_on"], name="one_wording_a_day"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        *("least", "time", "called_off", "day", "day_time", "off", "off_time", "on", "on_time"),
                        *("days_off", "days_time"),
                    ]
                )
                & Q(language__in=["sv", "plain", "en", "ar", "uk", "so"]),
                name="wording_of_a_known_kind",
            ),
        ]
