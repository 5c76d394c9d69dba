"""What the person says by the own pages: does not come, comes late."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_consent_to_sus"),
        ("placements", "0007_tasks_and_pace"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice", name="own", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AlterField(
            model_name="toldreason",
            name="author",
            field=models.ForeignKey(
                db_default=trappan.history.models.CurrentActor(),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.membership",
            ),
        ),
        migrations.CreateModel(
            name="SaidLate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("minutes", models.SmallIntegerField()),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "placement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="placements.placement",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "ordering": ["day", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("placement", "day"), name="said_late_once_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0), ("minutes__lte", 240)), name="late_by_some_minutes"
                    ),
                ],
            },
        ),
    ]
