import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_naming"), ("staff", "0012_leaders")]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statistics_month", "Statistics, month"),
                            ("statistics_year", "Statistics, whole year"),
                            ("supervision_quarter", "Supervision, quarter"),
                            ("kolada_items", "Kolada items, year"),
                        ],
                        max_length=20,
                    ),
                ),
                ("first", models.DateField()),
                ("version", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField(null=True)),
                ("rows", models.IntegerField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("report", models.JSONField(default=list)),
                ("faults", models.SmallIntegerField(default=0)),
                ("expires_on", models.DateField(null=True)),
                ("sent_on", models.DateField(null=True)),
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
                    "sent_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="staff.membership",
                    ),
                ),
            ],
            options={
                "ordering": ["-first", "kind", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "kind", "first", "version"), name="one_delivery_a_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), ("version", 1)),
                            models.Q(("version__gt", 1), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="another_version_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("digest", ""),
                                ("expires_on", None),
                                ("made_at", None),
                                ("rows", None),
                                ("sent_on", None),
                            ),
                            models.Q(
                                ("digest__regex", "^[0-9a-f]{64}$"),
                                ("expires_on__isnull", False),
                                ("made_at__isnull", False),
                                ("rows__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="delivery_is_made_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_by", None), ("sent_on", None)),
                            models.Q(("sent_by__isnull", False), ("sent_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="sent_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryFile",
            fields=[
                (
                    "delivery",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="exchange.delivery",
                    ),
                ),
                ("content", models.TextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Taking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
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
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="takings", to="exchange.delivery"
                    ),
                ),
            ],
            options={"ordering": ["-at", "-id"]},
        ),
    ]
