"""What a person is reminded of, how the person wants it, when nobody reminds, and a municipality's own words."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

LANGUAGES = [
    ("sv", "Swedish"),
    ("plain", "Plain Swedish"),
    ("en", "English"),
    ("ar", "Arabic"),
    ("uk", "Ukrainian"),
    ("so", "Somali"),
]
PROTECT = django.db.models.deletion.PROTECT


def key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def author():
    return models.ForeignKey(
        db_default=trappan.history.models.CurrentActor(),
        null=True,
        on_delete=PROTECT,
        related_name="+",
        to="staff.membership",
    )


def at():
    return models.DateTimeField(db_default=trappan.schedules.functions.Now())


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial"), ("people", "0007_consent_to_sus"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", key()),
                ("person", models.ForeignKey(on_delete=PROTECT, related_name="+", to="people.person")),
                (
                    "author",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="+", to="staff.membership"),
                ),
                ("about_table", models.CharField(max_length=40)),
                ("about_row", models.BigIntegerField()),
                ("starts_at", models.DateTimeField()),
                ("booked_at", at()),
                ("moved", models.BooleanField(db_default=False)),
                ("stopped_at", models.DateTimeField(null=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[("off", "Moved or called off"), ("over", "The case has ended")],
                        db_default="",
                        max_length=4,
                    ),
                ),
            ],
            options={
                "db_table": "messages_reminder",
                "ordering": ["starts_at", "id"],
                "indexes": [models.Index(fields=["starts_at"], name="reminder_starts_at")],
                "constraints": [
                    models.UniqueConstraint(fields=("about_table", "about_row"), name="reminded_of_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stopped_at", None), ("why", "")),
                            models.Q(("stopped_at__isnull", False), ("why__in", ["off", "over"])),
                            _connector="OR",
                        ),
                        name="stopped_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", key()),
                ("author", author()),
                ("at", at()),
                ("person", models.OneToOneField(on_delete=PROTECT, related_name="+", to="people.person")),
                (
                    "way",
                    models.CharField(
                        choices=[("sms", "Text message"), ("email", "E-mail"), ("none", "No reminders")], max_length=5
                    ),
                ),
                ("language", models.CharField(choices=LANGUAGES, max_length=5)),
                ("tells_time", models.BooleanField()),
            ],
            options={
                "db_table": "messages_wish",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["sms", "email", "none"])), name="wish_of_a_known_way"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["sv", "plain", "en", "ar", "uk", "so"])),
                        name="wish_of_a_known_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", key()),
                ("author", author()),
                ("at", at()),
                ("person", models.ForeignKey(on_delete=PROTECT, related_name="+", to="people.person")),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("reason", models.CharField(max_length=200)),
            ],
            options={
                "db_table": "messages_pause",
                "ordering": ["-starts_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="pause_ends_after_start"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("person_id"),
                                    models.F("person_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (models.Func(models.F("starts_on"), models.F("ends_on"), function="daterange"), "&&"),
                        ],
                        name="one_quiet_time_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", key()),
                ("author", author()),
                ("at", at()),
                (
                    "organisation",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="+", to="staff.organisation"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("least", "Reminder that says no time"),
                            ("time", "Reminder with day and time"),
                            ("called_off", "What we reminded of no longer holds"),
                        ],
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(choices=LANGUAGES, max_length=5)),
                ("starts_on", models.DateField()),
                ("text", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "db_table": "messages_wording",
                "ordering": ["kind", "language", "-starts_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "kind", "language", "starts_on"), name="one_wording_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["least", "time", "called_off"]),
                            ("language__in", ["sv", "plain", "en", "ar", "uk", "so"]),
                        ),
                        name="wording_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.AlterField(
            model_name="message",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("declined", "The receiver's service said no."),
                    ("not_reached", "The service was not reached, for most of a day."),
                    ("protected", "It is not sent: what it was about may not leave the house."),
                    (
                        "stopped",
                        "It was stopped before it left: what it reminded of no longer holds, or a pause began.",
                    ),
                    ("late", "It would have come too late: the service was not reached in time."),
                ],
                db_default="",
                max_length=11,
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="reminder",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=PROTECT, related_name="messages", to="outbox.reminder"
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("reminder__isnull", False)), fields=["reminder"], name="messages_of_reminder"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("again_of", None)),
                fields=("reminder", "kind"),
                name="one_message_a_reminder_and_kind",
            ),
        ),
    ]
