"""What a run was reckoned of, kept without whom; and what somebody asks would be different of it."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("activities", "0008_opening"), ("matching", "0008_ruled_out"), ("staff", "0014_file_taken_away")]

    operations = [
        migrations.CreateModel(
            name="AllocationTown",
            fields=[
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="matching.allocationrun",
                    ),
                ),
                (
                    "activities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("facts", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="AllocationQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("places", "More places at an activity"),
                            ("closed", "An activity is closed"),
                            ("site_closed", "A whole site is closed"),
                            ("order", "The other order: who can start before wishes, or wishes before who can start"),
                            ("queue", "The queue set aside: as many as possible, however long others have waited"),
                        ],
                        max_length=11,
                    ),
                ),
                ("places", models.SmallIntegerField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.JSONField(blank=True, null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="activities.activity",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matching.allocationrun"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("activity__isnull", False),
                                ("change", "places"),
                                ("places__gte", 1),
                                ("places__lte", 300),
                            ),
                            models.Q(
                                ("activity__isnull", False),
                                ("change__in", ["closed", "site_closed"]),
                                ("places__isnull", True),
                            ),
                            models.Q(
                                ("activity__isnull", True), ("change__in", ["order", "queue"]), ("places__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="question_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__isnull", True), ("answered_at", None)),
                            models.Q(("answer__isnull", False), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="question_answered_is_told",
                    ),
                ],
            },
        ),
    ]
