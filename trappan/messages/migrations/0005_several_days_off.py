"""Where several days are called off at once the reminder knows the last of them, and has words of its own."""

from django.db import migrations, models
from django.db.models import F, Q

KINDS = [
    ("least", "Reminder that says no time"),
    ("time", "Reminder with day and time"),
    ("called_off", "What we reminded of no longer holds"),
    ("day", "Reminder of a day in the schedule, that says no time"),
    ("day_time", "Reminder of a day in the schedule, with day and time"),
    ("off", "A day is called off for everybody, that says no time"),
    ("off_time", "A day is called off for everybody, with day and time"),
    ("days_off", "Several days are called off for everybody, that says no time"),
    ("days_time", "Several days are called off for everybody, with day and time"),
    ("on", "A day is held after all, that says no time"),
    ("on_time", "A day is held after all, with day and time"),
]


class Migration(migrations.Migration):
    dependencies = [("outbox", "0004_channels")]

    operations = [
        migrations.AddField(model_name="reminder", name="last_day", field=models.DateField(null=True)),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=Q(last_day=None) | Q(kind__in=["day_off", "day_on"], last_day__gt=F("about_day")),
                name="told_of_several_days",
            ),
        ),
        migrations.RemoveConstraint(model_name="wording", name="wording_of_a_known_kind"),
        migrations.AlterField(model_name="wording", name="kind", field=models.CharField(choices=KINDS, max_length=10)),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        *("least", "time", "called_off", "day", "day_time", "off", "off_time", "on", "on_time"),
                        *("days_off", "days_time"),
                    ]
                )
                & Q(language__in=["sv", "plain", "en", "ar", "uk", "so"]),
                name="wording_of_a_known_kind",
            ),
        ),
    ]
