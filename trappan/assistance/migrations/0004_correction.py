"""What was wrong of months with support and of months elsewhere, and why."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("assistance", "0003_of_person"), ("people", "0005_rectification"), ("staff", "0008_succession")]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "about",
                    models.CharField(
                        choices=[("month", "A month with support"), ("elsewhere", "Months in another municipality")],
                        max_length=10,
                    ),
                ),
                ("month", models.DateField()),
                ("was", models.JSONField()),
                ("taken_out", models.BooleanField(db_default=False, default=False)),
                ("reason", models.CharField(max_length=300)),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["person", "-at"], name="correction_of_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="corrected_for_a_reason"
                    )
                ],
            },
        )
    ]
