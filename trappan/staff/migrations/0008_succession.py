"""A unit may come after several: what was a column is rows of its own. And who has a name written here."""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
INSERT INTO staff_succession (unit_id, before_id)
SELECT id, succeeds_id FROM staff_unit WHERE succeeds_id IS NOT NULL ORDER BY id
"""


class Migration(migrations.Migration):
    dependencies = [("staff", "0007_profile")]

    operations = [
        migrations.RemoveConstraint(model_name="unit", name="succeeds_another_unit"),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.unit"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("before")), _negated=True), name="succeeds_another_unit"
                    ),
                    models.UniqueConstraint(fields=("unit", "before"), name="unit_succeeds_once"),
                ]
            },
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="unit", name="succeeds"),
        migrations.AddField(
            model_name="unit",
            name="succeeds",
            field=models.ManyToManyField(
                related_name="successors",
                through="staff.Succession",
                through_fields=("unit", "before"),
                to="staff.unit",
            ),
        ),
        migrations.AddField(
            model_name="colleague", name="named_here", field=models.BooleanField(db_default=False, default=False)
        ),
    ]
