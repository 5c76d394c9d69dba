"""Goals with what became of them, what is to be better, and charts."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("insight", "0002_series"), ("staff", "0012_leaders")]

    operations = [
        migrations.CreateModel(
            name="Chart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40)),
                ("size", models.CharField(choices=[("wide", "Wide"), ("narrow", "Narrow")], max_length=6)),
                ("svg", models.TextField()),
                ("marks", models.JSONField(default=list)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("name", "size"), name="one_chart_a_size")]},
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("name", models.CharField(max_length=120)),
                ("definition", models.CharField(blank=True, max_length=1000)),
                (
                    "direction",
                    models.CharField(
                        choices=[("at_least", "No less than"), ("at_most", "No more than")],
                        default="at_least",
                        max_length=10,
                    ),
                ),
                ("level", models.DecimalField(decimal_places=1, max_digits=9)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("percent", "percent"),
                            ("households", "households"),
                            ("people", "people"),
                            ("days", "days"),
                            ("places", "places"),
                        ],
                        max_length=10,
                    ),
                ),
                ("year", models.SmallIntegerField()),
                ("responsible", models.CharField(max_length=120)),
                ("decided", models.CharField(max_length=200)),
                ("indicator", models.CharField(blank=True, max_length=40)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
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
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
                (
                    "under",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="insight.goal",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_out_on", None)),
                        fields=("municipality", "year", "name"),
                        name="one_goal_a_name",
                    ),
                    models.UniqueConstraint(fields=("id", "municipality"), name="goal_of_its_municipality"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("responsible", ""), _negated=True),
                            models.Q(("decided", ""), _negated=True),
                        ),
                        name="goal_says_whose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000), ("year__lte", 2100)), name="goal_is_of_a_year"
                    ),
                ],
                "ordering": ["year", "id"],
            },
        ),
        migrations.CreateModel(
            name="GoalResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("as_of", models.DateField()),
                ("value", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                ("text", models.CharField(max_length=1000)),
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="insight.goal"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="result_says_what")
                ],
                "ordering": ["-as_of", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Improvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("found_on", models.DateField()),
                ("deficiency", models.CharField(max_length=500)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("action", models.CharField(max_length=500)),
                ("responsible", models.CharField(max_length=120)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=1000)),
                ("done_on", models.DateField(blank=True, null=True)),
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
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="improvements",
                        to="insight.goal",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deficiency", ""), _negated=True),
                            models.Q(("action", ""), _negated=True),
                            models.Q(("responsible", ""), _negated=True),
                        ),
                        name="improvement_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on", None), ("result", "")),
                            models.Q(("done_on__gte", models.F("found_on")), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="improvement_is_done_with_a_result",
                    ),
                ],
                "ordering": ["-found_on", "-id"],
            },
        ),
    ]
