"""Contacts without a name, and somebody whom a partner refers by her own consent."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0006_decision_papers"),
        ("people", "0007_consent_to_sus"),
        ("staff", "0015_project_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Outreach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("day", models.DateField()),
                ("whole_month", models.BooleanField(default=False)),
                ("people", models.PositiveSmallIntegerField()),
                ("setting", models.CharField(max_length=120)),
                ("taken_out_on", models.DateField(blank=True, null=True)),
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
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
                "indexes": [models.Index(fields=["organisation", "day"], name="outreach_of_organisation")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("people__gte", 1), ("people__lte", 999)), name="outreach_of_somebody"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("setting", ""), _negated=True), name="outreach_says_where"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("whole_month", False), ("day__day", 1), _connector="OR"),
                        name="outreach_month_is_its_first",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("name", models.CharField(blank=True, max_length=120)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(blank=True, max_length=60)),
                ("interpreter", models.BooleanField(default=False)),
                ("why", models.CharField(blank=True, max_length=300)),
                ("consented_on", models.DateField()),
                (
                    "consented_how",
                    models.CharField(
                        choices=[("meeting", "In a meeting"), ("phone", "By phone"), ("paper", "On paper")],
                        max_length=10,
                    ),
                ),
                ("consented_to", models.CharField(max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("received", "Received"),
                            ("came", "Came"),
                            ("not", "Did not come"),
                            ("taken_back", "Consent taken back"),
                            ("lapsed", "Not answered in time"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
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
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_on", None),
                                ("state__in", ["asked", "received"]),
                                models.Q(("name", ""), _negated=True),
                                models.Q(("contact", ""), _negated=True),
                                models.Q(("why", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state__in", ["asked", "received"]), _negated=True),
                                ("answered_on__isnull", False),
                                ("contact", ""),
                                ("name", ""),
                                ("why", ""),
                            ),
                            _connector="OR",
                        ),
                        name="referral_keeps_a_name_while_it_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "not"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="no_to_a_referral_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("state", "came")),
                            models.Q(models.Q(("state", "came"), _negated=True), ("person", None)),
                            _connector="OR",
                        ),
                        name="who_came_is_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("consented_to", ""), _negated=True), name="referral_consent_says_to_what"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("to_unit")), _negated=True),
                        name="referred_to_another_unit",
                    ),
                    models.UniqueConstraint(
                        models.F("unit"),
                        models.F("to_unit"),
                        django.db.models.functions.text.Lower("name"),
                        django.db.models.functions.text.Lower("contact"),
                        condition=models.Q(("state__in", ["asked", "received"])),
                        name="one_open_referral",
                    ),
                ],
            },
        ),
    ]
