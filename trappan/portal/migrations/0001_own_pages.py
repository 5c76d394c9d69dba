"""A participant's way in to the own pages: account, codes and sessions."""

import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    initial = True

    dependencies = [("people", "0007_consent_to_sus"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=8, unique=True)),
                ("pin", models.CharField(blank=True, db_default="", max_length=200)),
                ("tries", models.SmallIntegerField(db_default=0)),
                ("wrong", models.SmallIntegerField(db_default=0)),
                ("locked_until", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("chosen_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("staff", "Ended by a colleague"),
                            ("protected", "Protected identity"),
                            ("closed", "The case was closed"),
                            ("guessed", "Too many wrong PINs"),
                        ],
                        db_default="",
                        max_length=10,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("person",), name="one_way_in_a_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__regex", "^[1-9][0-9]{7}$")), name="user_number_of_eight"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_why", "")),
                            models.Q(("ended_at__isnull", False), models.Q(("ended_why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="way_in_ends_with_a_reason",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "proven",
                    models.CharField(
                        choices=[
                            ("document", "Showed an identity document"),
                            ("known", "I know the person from before"),
                            ("vouched", "A colleague who knows the person was there"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="portal.account"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_default=trappan.history.models.CurrentActor(),
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
            options={"ordering": ["-at", "-id"]},
        ),
        migrations.CreateModel(
            name="OwnSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("shared", models.BooleanField()),
                ("began_at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("seen_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.account"
                    ),
                ),
            ],
        ),
    ]
