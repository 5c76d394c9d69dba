import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0004_in_sus"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="InitiativePaper",
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
                ("recipients", models.TextField(blank=True, db_default="", default="")),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("body", models.CharField(blank=True, db_default="", default="", max_length=200)),
                ("paragraph", models.CharField(blank=True, db_default="", default="", max_length=60)),
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="initiatives.initiative"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_on", None)),
                        fields=("initiative",),
                        name="one_open_initiative_paper",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("officer", ""), _negated=True),
                            models.Q(("manager", ""), _negated=True),
                            models.Q(("reference", ""), _negated=True),
                        ),
                        name="initiative_paper_says_who",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", ""), ("decided_on", None), ("paragraph", "")),
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("body", ""), _negated=True),
                                models.Q(("consultation", ""), _negated=True),
                                models.Q(("mbl", ""), _negated=True),
                                models.Q(("recipients", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="initiative_paper_is_whole",
                    ),
                ],
            },
        )
    ]
