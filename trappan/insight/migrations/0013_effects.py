import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0012_months_of_one"),
        ("partnerships", "0002_agreements_whole"),
        ("staff", "0014_file_taken_away"),
    ]

    operations = [
        migrations.CreateModel(
            name="EffectGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("wording", models.CharField(max_length=300)),
                ("definition", models.CharField(blank=True, max_length=1000)),
                ("indicator", models.CharField(blank=True, max_length=40)),
                ("baseline", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                ("baseline_on", models.DateField(blank=True, null=True)),
                (
                    "direction",
                    models.CharField(
                        choices=[("at_least", "No less than"), ("at_most", "No more than")],
                        default="at_least",
                        max_length=10,
                    ),
                ),
                ("level", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
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
                ("evaluate_on", models.DateField()),
                ("taken_out_on", models.DateField(blank=True, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="effect_goals",
                        to="partnerships.agreement",
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
            ],
            options={
                "ordering": ["evaluate_on", "id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("wording", ""), _negated=True), name="effect_says_what"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("baseline", None), ("baseline_on", None)),
                            models.Q(("baseline__isnull", False), ("baseline_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="baseline_is_of_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline_on", None), ("evaluate_on__gt", models.F("baseline_on")), _connector="OR"
                        ),
                        name="effect_comes_after_baseline",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("taken_out_on", None)),
                        fields=("agreement", "wording", "evaluate_on"),
                        name="one_effect_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EffectResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("as_of", models.DateField()),
                ("value", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                ("text", models.CharField(max_length=1000)),
                ("evaluated_by", models.CharField(max_length=200)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="insight.effectgoal"
                    ),
                ),
            ],
            options={
                "ordering": ["-as_of", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True), models.Q(("evaluated_by", ""), _negated=True)
                        ),
                        name="evaluation_says_what_and_who",
                    )
                ],
            },
        ),
    ]
