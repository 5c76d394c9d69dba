import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("insight", "0003_goals")]

    operations = [
        migrations.CreateModel(
            name="Outlook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(unique=True)),
                ("build", models.BigIntegerField()),
                ("made_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("told", models.JSONField()),
                ("pictures", models.JSONField()),
                ("flow", models.JSONField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="outlook_is_of_a_month")
                ]
            },
        ),
        migrations.CreateModel(
            name="WhatIf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("places", models.JSONField(default=dict)),
                ("consultants", models.SmallIntegerField(default=0)),
                ("inflow", models.SmallIntegerField(default=0)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer", models.JSONField(null=True)),
                ("pictures", models.JSONField(null=True)),
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
                    "outlook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="insight.outlook"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("consultants__range", (-200, 200)), ("inflow__range", (-100, 200))),
                        name="asked_within_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", None), ("answered_at", None), ("pictures", None)),
                            models.Q(
                                ("answer__isnull", False), ("answered_at__isnull", False), ("pictures__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="answer_is_whole",
                    ),
                ]
            },
        ),
    ]
