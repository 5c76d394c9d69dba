"""Links for several purposes, each answer a row of its own, and following along after the start."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


def keep_what_was_said(apps, schema_editor):
    statements = apps.get_model("agreements", "Statement")
    for link in apps.get_model("agreements", "Link").objects.filter(said__isnull=False):
        statements.objects.create(
            link=link,
            person_id=link.person_id,
            placement_id=link.placement_id,
            purpose=link.purpose,
            subject="",
            asked=[],
            said=link.said,
            at=link.used_at,
            seen_at=link.seen_at,
        )
    # What is held to the end of the transaction would keep the tables from being changed.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_link"),
        ("employers", "0003_own_departments"),
        ("people", "0006_what_stood"),
        ("placements", "0006_agreements"),
        ("staff", "0011_own_departments"),
    ]

    operations = [
        migrations.CreateModel(
            name="AlongContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "with_whom",
                    models.CharField(
                        choices=[("person", "The participant"), ("employer", "The employer")], max_length=10
                    ),
                ),
                ("day", models.DateField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("visit", "At the workplace"),
                            ("phone", "On the telephone"),
                            ("meeting", "At a meeting elsewhere"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=1000)),
                ("next_on", models.DateField(blank=True, null=True)),
            ],
            options={"ordering": ["-day", "-id"]},
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("sign", "To sign an agreement"),
                            ("week", "To tell of a week"),
                            ("end", "To tell how it went"),
                            ("follow_up", "To tell how it is now"),
                        ],
                        max_length=10,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=20)),
                ("asked", models.JSONField()),
                ("said", models.JSONField()),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("seen_at", models.DateTimeField(null=True)),
            ],
            options={"ordering": ["-id"]},
        ),
        migrations.RemoveConstraint(model_name="link", name="link_goes_somewhere"),
        migrations.RemoveConstraint(model_name="link", name="link_is_about_something"),
        migrations.AddField(
            model_name="statement",
            name="link",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="statement", to="agreements.link"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="statement",
            name="placement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statements",
                to="placements.placement",
            ),
        ),
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop),
        migrations.RemoveField(model_name="link", name="said"),
        migrations.RemoveField(model_name="link", name="seen_at"),
        migrations.AddField(
            model_name="agreement", name="employer_days", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="agreement", name="person_days", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="link", name="subject", field=models.CharField(blank=True, db_default="", max_length=20)
        ),
        migrations.AlterField(
            model_name="link",
            name="ended_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new", "Replaced by a new one"),
                    ("changed", "What it is about was changed"),
                    ("contact", "Whom we reach was put right, or has left"),
                    ("merged", "The employer has gone up in another one"),
                    ("tries", "Too many wrong codes"),
                    ("protected", "Nothing is sent about the person"),
                ],
                db_default="",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="link", name="organisation", field=models.CharField(blank=True, max_length=200)
        ),
        migrations.AlterField(
            model_name="link",
            name="placement",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="placements.placement"
            ),
        ),
        migrations.AlterField(
            model_name="link",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("sign", "To sign an agreement"),
                    ("week", "To tell of a week"),
                    ("end", "To tell how it went"),
                    ("follow_up", "To tell how it is now"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("person_days", None), ("person_days__range", (1, 120)), _connector="OR"),
                    models.Q(("employer_days", None), ("employer_days__range", (1, 120)), _connector="OR"),
                ),
                name="rhythm_within_its_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), _negated=True),
                    models.Q(models.Q(("organisation", ""), _negated=True), ("purpose", "follow_up"), _connector="OR"),
                ),
                name="link_goes_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("placement__isnull", False), ("purpose", "sign"), ("version__isnull", False)),
                    models.Q(("placement__isnull", False), ("purpose__in", ["week", "end"]), ("version", None)),
                    models.Q(("placement", None), ("purpose", "follow_up"), ("version", None)),
                    _connector="OR",
                ),
                name="link_is_about_something",
            ),
        ),
        migrations.AddField(
            model_name="alongcontact",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="along", to="agreements.agreement"
            ),
        ),
        migrations.AddField(
            model_name="alongcontact",
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
            model_name="alongcontact",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddConstraint(
            model_name="alongcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="along_says_how_it_goes"
            ),
        ),
        migrations.AddConstraint(
            model_name="alongcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on", None), ("next_on__gt", models.F("day")), _connector="OR"),
                name="next_contact_comes_after",
            ),
        ),
    ]
