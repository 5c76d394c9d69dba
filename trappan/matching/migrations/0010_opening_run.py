"""Who could be asked about which opening: how a run went, and a line a person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("employers", "0004_offer_is_an_opening"),
        ("matching", "0009_what_if"),
        ("people", "0006_what_stood"),
        ("staff", "0014_file_taken_away"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpeningRun",
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
                ("monday", models.DateField()),
                (
                    "order",
                    models.CharField(
                        choices=[
                            ("start_first", "who can start comes before what is wished for"),
                            ("wish_first", "what is wished for comes before who can start"),
                        ],
                        max_length=12,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("counts", models.JSONField()),
                ("made_at", models.DateTimeField()),
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
                "ordering": ["-run_id"],
                "indexes": [models.Index(fields=["organisation", "monday", "-run"], name="opening_run_of_week")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("monday__iso_week_day", 1)), name="opening_run_is_of_a_week"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("waits_since", models.DateField()),
                ("wish", models.SmallIntegerField(blank=True, null=True)),
                ("facts", models.JSONField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "The person is asked"),
                            ("changed", "Another opening is looked for"),
                            ("declined", "Declined"),
                        ],
                        db_default="",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, db_default="", max_length=300)),
                ("at", models.DateTimeField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
                (
                    "opening",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="employers.opening"
                    ),
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
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matching.worksearch"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="matching.openingrun",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="opening_line_of_person")],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "search"), name="one_line_a_search"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opening", None), ("wish", None)),
                            models.Q(("opening__isnull", False), ("wish__gte", 0), ("wish__lte", 1)),
                            _connector="OR",
                        ),
                        name="proposed_is_as_asked_for",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("reason", "")),
                            models.Q(
                                ("opening__isnull", False),
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
                        name="answer_about_opening_says_why",
                    ),
                ],
            },
        ),
    ]
