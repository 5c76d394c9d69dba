"""Who comes to a person's own pages beside the person, and that an account may be theirs."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_consent_to_sus"),
        ("portal", "0002_level_of_a_session"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("helper", "Helper"), ("guardian", "Guardian")], max_length=8)),
                ("name", models.CharField(max_length=100)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("relation", models.CharField(max_length=60)),
                (
                    "allows",
                    models.CharField(
                        choices=[
                            ("week", "To see the week"),
                            ("say", "To see the week, and to say that the person does not come or comes late"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "given",
                    models.CharField(
                        choices=[
                            ("paper", "Signed on paper"),
                            ("eid", "Given by the person, with an eID"),
                            ("register", "An extract from the population register"),
                            ("decision", "A court’s decision"),
                        ],
                        max_length=8,
                    ),
                ),
                ("starts_on", models.DateField(db_default=trappan.schedules.functions.Today())),
                ("ends_on", models.DateField()),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "Ended by the person"),
                            ("staff", "Ended by a colleague"),
                            ("protected", "Protected identity"),
                            ("closed", "The case was closed"),
                        ],
                        db_default="",
                        max_length=10,
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="mandate_lasts_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given__in", ["paper", "eid"]), ("kind", "helper")),
                            models.Q(("given__in", ["register", "decision"]), ("kind", "guardian")),
                            _connector="OR",
                        ),
                        name="mandate_by_will_or_by_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_why", "")),
                            models.Q(("ended_at__isnull", False), models.Q(("ended_why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="mandate_ends_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="account",
            name="mandate",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="portal.mandate",
            ),
        ),
        migrations.AlterField(
            model_name="account",
            name="ended_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("staff", "Ended by a colleague"),
                    ("person", "Ended by the person"),
                    ("protected", "Protected identity"),
                    ("closed", "The case was closed"),
                    ("guessed", "Too many wrong PINs"),
                ],
                db_default="",
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(model_name="account", name="one_way_in_a_person"),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("mandate", None)),
                fields=("person",),
                name="one_way_in_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("mandate",), name="one_way_in_a_mandate"
            ),
        ),
    ]
