import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0008_frozen_and_extract"), ("staff", "0012_leaders")]

    operations = [
        migrations.CreateModel(
            name="StaffAsked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.SmallIntegerField()),
                ("answered", models.BooleanField(default=False)),
                ("put_off_until", models.DateField(null=True)),
                (
                    "colleague",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.colleague"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("year", "colleague"), name="asked_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(("answered", False), ("put_off_until", None), _connector="OR"),
                        name="answered_or_put_off",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="StaffTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.SmallIntegerField()),
                ("question", models.CharField(max_length=30)),
                ("answers", models.IntegerField()),
                ("total", models.IntegerField()),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("year", "unit", "question"), name="one_tally_a_question"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answers__gt", 0),
                            ("total__gte", models.F("answers")),
                            (
                                "total__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.Value(5), "*", models.F("answers")
                                ),
                            ),
                        ),
                        name="tally_is_of_grades",
                    ),
                ]
            },
        ),
    ]
