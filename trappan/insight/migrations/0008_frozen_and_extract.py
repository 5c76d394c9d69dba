import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("insight", "0007_evaluation"), ("staff", "0012_leaders")]

    operations = [
        migrations.CreateModel(
            name="Extract",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("reference", models.CharField(max_length=60)),
                ("project", models.CharField(max_length=200)),
                ("recipient", models.CharField(max_length=200)),
                ("purpose", models.CharField(max_length=1000)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), size=None),
                ),
                ("since", models.DateField()),
                ("month", models.DateField()),
                ("ends_on", models.DateField()),
                ("words", models.JSONField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("granted", "The extract is granted"), ("refused", "The extract is refused")],
                        db_default="",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, db_default="", max_length=1000)),
                ("decided_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, db_default="", max_length=500)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField(null=True)),
                ("rows", models.IntegerField(null=True)),
                ("people", models.IntegerField(null=True)),
                ("left_out", models.IntegerField(null=True)),
                ("digest", models.CharField(blank=True, db_default="", max_length=64)),
                ("gone_at", models.DateTimeField(null=True)),
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
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.organisation"
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1), ("since__day", 1), ("since__lte", models.F("month"))),
                        name="extract_is_of_months",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reference", ""), _negated=True),
                            models.Q(("project", ""), _negated=True),
                            models.Q(("recipient", ""), _negated=True),
                            models.Q(("purpose", ""), _negated=True),
                            models.Q(("columns", []), _negated=True),
                        ),
                        name="extract_says_what_for",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("outcome", ""), ("reason", "")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("outcome__in", ["granted", "refused"]),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="extract_is_decided_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_why", "")),
                            models.Q(
                                ("outcome", "granted"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="extract_is_withdrawn_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), ("made_at", None), ("people", None), ("rows", None)),
                            models.Q(
                                ("made_at__isnull", False),
                                ("outcome", "granted"),
                                ("people__isnull", False),
                                ("rows__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="extract_is_made_when_granted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtractFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.BinaryField()),
                (
                    "extract",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="insight.extract"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FrozenMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                (
                    "of",
                    models.CharField(
                        choices=[("person", "people"), ("placement", "placements"), ("place", "places")], max_length=10
                    ),
                ),
                ("content", models.BinaryField(null=True)),
                ("rows", models.IntegerField(null=True)),
                ("digest", models.CharField(blank=True, db_default="", max_length=64)),
                ("frozen_at", models.DateTimeField(null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="frozen",
                        to="insight.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "month", "of"), name="frozen_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content", None), ("digest", ""), ("frozen_at", None), ("rows", None)),
                            models.Q(
                                ("content__isnull", False),
                                ("digest__regex", "^[0-9a-f]{64}$"),
                                ("frozen_at__isnull", False),
                                ("rows__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="frozen_is_whole",
                    ),
                ],
                "indexes": [
                    models.Index(condition=models.Q(("frozen_at", None)), fields=["month"], name="frozen_waits")
                ],
            },
        ),
    ]
