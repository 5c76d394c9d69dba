import django.db.models.deletion
from django.db import migrations, models

import trappan.history.models
import trappan.schedules.functions


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0009_renewal"), ("staff", "0015_project_roles")]

    operations = [
        migrations.AlterField(
            model_name="annualreport",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Is written"),
                    ("to_sign", "Waits for the partner's signature"),
                    ("sent", "Sent to the municipality"),
                    ("back", "Back with a comment"),
                    ("signed", "Signed by the municipality"),
                    ("delivered", "Delivered"),
                    ("nothing", "Nothing to report"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="reportstep",
            name="kind",
            field=models.CharField(
                choices=[
                    ("opened", "Opened by the municipality"),
                    ("finished", "Finished, to be signed by the partner"),
                    ("resumed", "Taken back by the partner, to be written further"),
                    ("sent", "Sent to the municipality"),
                    ("sent_back", "Sent back with a comment"),
                    ("signed", "Signed by the municipality"),
                    ("delivered", "Delivered"),
                    ("nothing", "Said that there is nothing to report"),
                    ("undone", "There is something to report after all"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=trappan.schedules.functions.Now())),
                ("mandate", models.CharField(max_length=200)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatories",
                        to="partnerships.agreement",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.membership"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("mandate", ""), _negated=True), name="signatory_has_a_mandate"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("agreement", "membership"),
                        name="signatory_named_once",
                    ),
                ],
            },
        ),
    ]
