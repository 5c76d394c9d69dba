"""Days of a schedule are reminded of too, and told of when they are called off or held after all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "0002_reminders"), ("people", "0007_consent_to_sus"), ("staff", "0015_project_roles")]

    operations = [
        migrations.RemoveConstraint(model_name="reminder", name="reminded_of_once"),
        migrations.RemoveConstraint(model_name="wording", name="wording_of_a_known_kind"),
        migrations.AddField(model_name="reminder", name="about_day", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="reminder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("remind", "Something booked"),
                    ("remind_day", "A day in the schedule"),
                    ("day_off", "A day called off for everybody"),
                    ("day_on", "A day held after all"),
                ],
                db_default="remind",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="wording",
            name="kind",
            field=models.CharField(
                choices=[
                    ("least", "Reminder that says no time"),
                    ("time", "Reminder with day and time"),
                    ("called_off", "What we reminded of no longer holds"),
                    ("day", "Reminder of a day in the schedule, that says no time"),
                    ("day_time", "Reminder of a day in the schedule, with day and time"),
                    ("off", "A day is called off for everybody, that says no time"),
                    ("off_time", "A day is called off for everybody, with day and time"),
                    ("on", "A day is held after all, that says no time"),
                    ("on_time", "A day is held after all, with day and time"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("about_day", None), _negated=True),
                fields=["about_row", "about_day"],
                name="reminder_of_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("about_day", None)), fields=("about_table", "about_row"), name="reminded_of_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("about_day__isnull", False), ("stopped_at", None)),
                fields=("about_table", "about_row", "about_day", "kind"),
                name="told_of_a_day_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about_day", None), ("kind", "remind")),
                    models.Q(("about_day__isnull", False), ("kind__in", ["remind_day", "day_off", "day_on"])),
                    _connector="OR",
                ),
                name="reminder_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["least", "time", "called_off", "day", "day_time", "off", "off_time", "on", "on_time"],
                    ),
                    ("language__in", ["sv", "plain", "en", "ar", "uk", "so"]),
                ),
                name="wording_of_a_known_kind",
            ),
        ),
    ]
