import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0005_invitations"), ("staff", "0015_project_roles")]

    operations = [
        migrations.AddField(
            model_name="decision", name="paper_edition", field=models.PositiveIntegerField(blank=True, null=True)
        ),
        migrations.CreateModel(
            name="ClosingInformation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "paragraph",
                    models.CharField(
                        choices=[
                            ("11", "Negotiation, section 11 of MBL"),
                            ("19", "Information, section 19 of MBL"),
                            ("none", "Tried: neither is needed"),
                        ],
                        max_length=5,
                    ),
                ),
                ("whom", models.CharField(max_length=200)),
                ("held_on", models.DateField()),
                ("outcome", models.CharField(max_length=500)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "ordering": ["held_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paragraph", ""), _negated=True),
                            models.Q(("whom", ""), _negated=True),
                            models.Q(("outcome", ""), _negated=True),
                        ),
                        name="closing_information_says_what",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("edition", models.PositiveIntegerField(db_default=1, default=1, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("officer", models.CharField(max_length=200)),
                ("manager", models.CharField(max_length=200)),
                ("reference", models.CharField(max_length=60)),
                ("proposal", models.TextField(blank=True, db_default="", default="")),
                ("background", models.TextField(blank=True, db_default="", default="")),
                ("economy", models.TextField(blank=True, db_default="", default="")),
                ("goals", models.TextField(blank=True, db_default="", default="")),
                ("equality", models.TextField(blank=True, db_default="", default="")),
                ("consultation", models.TextField(blank=True, db_default="", default="")),
                ("mbl", models.TextField(blank=True, db_default="", default="")),
                ("follow_up", models.TextField(blank=True, db_default="", default="")),
                ("said", models.JSONField(default=dict)),
                (
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="partnerships.agreement",
                    ),
                ),
                (
                    "amendment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="partnerships.amendment",
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
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "amendment"), name="one_paper_a_version", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("officer", ""), _negated=True),
                            models.Q(("manager", ""), _negated=True),
                            models.Q(("reference", ""), _negated=True),
                        ),
                        name="paper_says_who",
                    ),
                ],
            },
        ),
    ]
