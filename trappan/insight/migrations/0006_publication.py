import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

# What was told before there was a word for it has been followed long ago.
FOLLOWED = "UPDATE insight_tellorder SET drawn_at = done_at WHERE done_at IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("insight", "0005_stayed_away"), ("staff", "0012_leaders")]

    operations = [
        migrations.AddField(model_name="tellorder", name="drawn_at", field=models.DateTimeField(null=True)),
        migrations.RunSQL(FOLLOWED, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("month", models.DateField()),
                ("since", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("words", models.JSONField()),
                ("builds", models.JSONField()),
                ("pictures", models.JSONField()),
                ("figures", models.IntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="insight.publication",
                    ),
                ),
            ],
            options={
                "ordering": ["-month", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", None)), fields=("municipality", "month"), name="one_publication"
                    ),
                    models.UniqueConstraint(fields=("replaces",), name="replaced_once"),
                    models.UniqueConstraint(
                        fields=("id", "municipality", "month", "since"), name="publication_of_its_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("month__day", 1),
                            ("since__day", 1),
                            models.Q(
                                ("since", models.F("month")),
                                models.Q(
                                    ("since__lt", models.F("month")),
                                    ("since__month", 1),
                                    ("since__year", models.F("month__year")),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="publication_is_of_a_month_or_its_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), ("replaces", None)),
                            models.Q(("replaces__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="replaced_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedCell",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=40)),
                ("month", models.DateField()),
                (
                    "by",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                (
                    "part",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("value", models.FloatField(null=True)),
                ("numerator", models.IntegerField()),
                ("denominator", models.IntegerField(null=True)),
                ("corrected", models.BooleanField(default=False)),
                ("cutoff", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cells",
                        to="insight.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "by", "indicator", "month", "part"), name="one_figure_a_publication"
                    )
                ]
            },
        ),
    ]
