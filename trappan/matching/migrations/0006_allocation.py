"""Who could start where, as it was proposed: runs, and a line a person."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0008_opening"),
        ("cases", "0006_objection"),
        ("matching", "0005_manager_answers"),
        ("people", "0006_what_stood"),
        ("staff", "0012_leaders"),
    ]

    operations = [
        migrations.CreateModel(
            name="AllocationRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("monday", models.DateField()),
                ("ordered_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "order",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("start_first", "who can start comes before what is wished for"),
                            ("wish_first", "what is wished for comes before who can start"),
                        ],
                        db_default="",
                        max_length=12,
                    ),
                ),
                ("digest", models.CharField(blank=True, db_default="", max_length=64)),
                ("counts", models.JSONField(blank=True, null=True)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ordered_by",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("made_at", None)),
                        fields=("organisation", "monday"),
                        name="one_allocation_a_week_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("monday__iso_week_day", 1)), name="allocation_is_of_a_week"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("counts__isnull", True), ("made_at", None)),
                            models.Q(("counts__isnull", False), ("made_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="allocation_made_is_counted",
                    ),
                ],
                "indexes": [models.Index(fields=["organisation", "monday", "-id"], name="allocation_of_week")],
            },
        ),
        migrations.CreateModel(
            name="AllocationLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.CharField(blank=True, max_length=1000)),
                ("waits_since", models.DateField()),
                ("wish", models.SmallIntegerField(blank=True, null=True)),
                ("facts", models.JSONField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Proposed to the site"),
                            ("changed", "Another place is looked for"),
                            ("declined", "Declined"),
                        ],
                        db_default="",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, db_default="", max_length=300)),
                ("at", models.DateTimeField(blank=True, null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="activities.activity",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="matching.allocationrun",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("run", "person"), name="one_line_a_run"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("activity", None), ("week", ""), ("wish", None)),
                            models.Q(
                                ("activity__isnull", False),
                                ("wish__gte", 0),
                                ("wish__lte", 3),
                                models.Q(("week", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="proposed_is_place_and_times",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("reason", "")),
                            models.Q(
                                ("activity__isnull", False),
                                models.Q(
                                    models.Q(("answer", "accepted"), ("reason", "")),
                                    models.Q(
                                        models.Q(("answer", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="answer_says_why",
                    ),
                ],
                "indexes": [models.Index(fields=["person"], name="allocation_of_person")],
            },
        ),
    ]
