import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0004_annual_report"), ("staff", "0015_project_roles")]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("given_name", models.CharField(max_length=100)),
                ("family_name", models.CharField(max_length=100)),
                ("email", models.EmailField(max_length=254)),
                (
                    "role",
                    models.CharField(
                        choices=[("supervisor", "Supervisor"), ("site_leader", "Site leader")], max_length=30
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("declined", models.CharField(blank=True, db_default="", default="", max_length=300)),
                ("answered_at", models.DateTimeField(editable=False, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
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
                    "membership",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["supervisor", "site_leader"])),
                        name="invited_in_a_partners_role",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"),
                        name="invitation_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_name", ""), _negated=True), models.Q(("family_name", ""), _negated=True)
                        ),
                        name="invited_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("declined", ""), ("membership", None)),
                            models.Q(("answered_at__isnull", False), ("declined", ""), ("membership__isnull", False)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("membership", None),
                                models.Q(("declined", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_answered_one_way",
                    ),
                    models.UniqueConstraint(
                        models.F("unit"),
                        models.F("role"),
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("answered_at", None)),
                        name="one_invitation_waits",
                    ),
                ],
            },
        )
    ]
