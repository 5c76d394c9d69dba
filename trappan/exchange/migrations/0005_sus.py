"""What is keyed in to SUS of somebody's start or end in an initiative."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0004_individual"),
        ("initiatives", "0004_in_sus"),
        ("people", "0007_consent_to_sus"),
        ("rules", "0030_sus"),
        ("staff", "0014_file_taken_away"),
    ]

    operations = [
        migrations.CreateModel(
            name="SusSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("moment", models.CharField(choices=[("start", "Start"), ("end", "End")], max_length=5)),
                ("day", models.DateField()),
                ("effort", models.CharField(blank=True, db_default="", max_length=30)),
                ("education", models.CharField(blank=True, db_default="", max_length=30)),
                ("income", models.CharField(blank=True, db_default="", max_length=30)),
                ("occupation", models.CharField(blank=True, db_default="", max_length=30)),
                ("keyed_on", models.DateField(blank=True, null=True)),
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
                    "keyed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sus_sheets",
                        to="initiatives.participation",
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
                "constraints": [
                    models.UniqueConstraint(fields=("participation", "moment"), name="one_sus_sheet_a_moment"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keyed_by", None), ("keyed_on", None)),
                            models.Q(("keyed_by__isnull", False), ("keyed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="keyed_in_by_somebody",
                    ),
                ]
            },
        )
    ]
