import django.db.models.deletion
from django.db import migrations, models

import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("insight", "0006_publication"), ("staff", "0012_leaders")]

    operations = [
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(unique=True)),
                ("build", models.BigIntegerField()),
                ("made_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("told", models.JSONField()),
                ("pictures", models.JSONField()),
                ("counted", models.JSONField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1), ("month__month__in", [6, 12])),
                        name="evaluation_is_of_a_half_year",
                    )
                ]
            },
        )
    ]
