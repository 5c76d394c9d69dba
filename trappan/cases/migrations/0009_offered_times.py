"""Times of a meeting that the person is offered, to choose one on the own pages."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_reminders"), ("people", "0007_consent_to_sus"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="MeetingOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts", django.contrib.postgres.fields.ArrayField(base_field=models.DateTimeField(), size=None)),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("visit", "At our office"),
                            ("elsewhere", "Somewhere else"),
                            ("phone", "By phone"),
                            ("video", "By video"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=120)),
                ("purpose", models.CharField(max_length=200)),
                ("interpreter", models.CharField(blank=True, max_length=40)),
                ("until", models.DateField()),
                ("said", models.CharField(blank=True, db_default="", max_length=500)),
                ("made_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("answered_at", models.DateTimeField(null=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meeting_offers", to="cases.case"
                    ),
                ),
                (
                    "colleague",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.meeting"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "colleague"),
                        name="one_open_offer_a_colleague",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts__len__gte", 2), ("starts__len__lte", 5)),
                        name="offer_has_two_to_five_times",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("said", ""),
                            models.Q(("answered_at__isnull", False), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="none_suits_ends_the_offer",
                    ),
                ],
            },
        )
    ]
