"""Versions of rules and words of codes are written on pages; the municipality has texts of its own."""

from datetime import date

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions

# A support form that was taken away in 2022: read in old data, and chosen no more.
CLOSED = ("placement_end", "extratjanst", "Börjar en extratjänst", "Begins an extra service job", 20)


def close(apps, schema_editor):
    table, code, swedish, english, position = CLOSED
    apps.get_model("rules", "Code").objects.create(
        table=table,
        code=code,
        label_sv=swedish,
        label_en=english,
        position=position,
        valid_from=date(2015, 11, 1),
        valid_to=date(2022, 1, 1),
    )


class Migration(migrations.Migration):
    dependencies = [("rules", "0008_weeks_a_and_b"), ("staff", "0005_search")]

    operations = [
        migrations.CreateModel(
            name="MunicipalText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contact", "How to reach us"),
                            ("complaint", "Where to complain"),
                            ("appeal", "Where an appeal is sent"),
                            ("paper", "At the foot of a paper"),
                        ],
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("text", models.TextField()),
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
                "ordering": ["kind", "starts_on", "id"],
                "constraints": [models.UniqueConstraint(fields=("kind", "starts_on"), name="one_text_a_day")],
            },
        ),
        migrations.AlterModelOptions(name="code", options={"ordering": ["table", "position", "valid_from"]}),
        migrations.AlterModelOptions(name="ruleset", options={"ordering": ["valid_from", "id"]}),
        migrations.RemoveConstraint(model_name="code", name="one_meaning_a_code"),
        migrations.RemoveConstraint(model_name="ruleset", name="one_rule_set_a_day"),
        migrations.AddField(
            model_name="code", name="at", field=models.DateTimeField(db_default=trappan.schedules.functions.Now())
        ),
        migrations.AddField(
            model_name="code",
            name="author",
            field=models.ForeignKey(
                db_default=trappan.history.models.CurrentActor(),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.membership",
            ),
        ),
        migrations.AddField(
            model_name="ruleset", name="at", field=models.DateTimeField(db_default=trappan.schedules.functions.Now())
        ),
        migrations.AddField(
            model_name="ruleset",
            name="author",
            field=models.ForeignKey(
                db_default=trappan.history.models.CurrentActor(),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.membership",
            ),
        ),
        migrations.AddField(
            model_name="ruleset", name="backdated", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(
            model_name="ruleset",
            name="decided_at",
            field=models.DateTimeField(blank=True, db_default=trappan.schedules.functions.Now(), null=True),
        ),
        migrations.AddField(
            model_name="ruleset",
            name="decided_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
            ),
        ),
        migrations.AddField(model_name="ruleset", name="sent_at", field=models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            model_name="ruleset",
            name="sent_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
            ),
        ),
        migrations.AddField(
            model_name="ruleset", name="stop_asked_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="ruleset",
            name="stop_asked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
            ),
        ),
        migrations.AddField(
            model_name="ruleset", name="withdrawn_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="ruleset",
            name="withdrawn_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
            ),
        ),
        migrations.AddConstraint(
            model_name="code",
            constraint=models.UniqueConstraint(fields=("table", "code", "valid_from"), name="one_meaning_a_code"),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("decided_at__isnull", False), ("withdrawn_at", None)),
                expressions=[(models.Func(models.F("valid_from"), models.F("valid_to"), function="daterange"), "&&")],
                name="one_rule_set_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at", None), ("withdrawn_at", None)),
                fields=("withdrawn_at",),
                name="one_draft_of_rules",
                nulls_distinct=False,
            ),
        ),
        migrations.RunPython(close, migrations.RunPython.noop),
    ]
