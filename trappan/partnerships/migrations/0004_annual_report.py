import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
SIGNED = [
    ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
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
]


def of_report(related_name):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to="partnerships.annualreport"
    )


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0003_coordination"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                ("id", ID),
                *SIGNED,
                ("year", models.PositiveSmallIntegerField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Is written"),
                            ("sent", "Sent to the municipality"),
                            ("back", "Back with a comment"),
                            ("signed", "Signed by the municipality"),
                            ("delivered", "Delivered"),
                            ("nothing", "Nothing to report"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("done", models.TextField(blank=True, default="")),
                ("learnt", models.TextField(blank=True, default="")),
                ("asks", models.TextField(blank=True, default="")),
                ("answers", models.CharField(blank=True, default="", max_length=200)),
                ("cost_ore", models.PositiveBigIntegerField(editable=False, null=True)),
                ("cost_as_of", models.DateField(editable=False, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="partnerships.agreement",
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "-id"],
                "constraints": [models.UniqueConstraint(fields=("agreement", "year"), name="one_report_a_year")],
            },
        ),
        migrations.CreateModel(
            name="ReportCount",
            fields=[
                ("id", ID),
                ("figures", models.JSONField(default=list)),
                ("base", models.JSONField(default=dict)),
                ("months", models.PositiveSmallIntegerField()),
                ("build", models.BigIntegerField()),
                ("cutoff", models.DateTimeField(null=True)),
                ("counted_at", models.DateTimeField()),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="count",
                        to="partnerships.annualreport",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportFigures",
            fields=[
                ("id", ID),
                *SIGNED,
                ("figures", models.JSONField(default=list)),
                ("cutoff", models.DateTimeField(null=True)),
                ("report", of_report("frozen")),
            ],
            options={"ordering": ["-id"]},
        ),
        migrations.CreateModel(
            name="ReportStep",
            fields=[
                ("id", ID),
                *SIGNED,
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "Opened by the municipality"),
                            ("sent", "Sent to the municipality"),
                            ("sent_back", "Sent back with a comment"),
                            ("signed", "Signed by the municipality"),
                            ("delivered", "Delivered"),
                            ("nothing", "Said that there is nothing to report"),
                            ("undone", "There is something to report after all"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("comment", models.CharField(blank=True, default="", max_length=2000)),
                (
                    "to",
                    models.CharField(
                        blank=True,
                        choices=[("department", "The department"), ("board", "The board")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("whom", models.CharField(blank=True, default="", max_length=200)),
                ("report", of_report("steps")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "sent_back"), _negated=True),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="report_back_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "delivered"),
                                models.Q(("to", ""), _negated=True),
                                models.Q(("whom", ""), _negated=True),
                            ),
                            models.Q(models.Q(("kind", "delivered"), _negated=True), ("to", ""), ("whom", "")),
                            _connector="OR",
                        ),
                        name="delivered_says_to_whom",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "delivered")),
                        fields=("report", "to", "whom"),
                        name="delivered_once_to_each",
                    ),
                ],
            },
        ),
    ]
