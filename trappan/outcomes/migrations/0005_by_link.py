"""A follow-up that the person has answered by a link."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0005_ending"),
        ("outcomes", "0004_outcome"),
        ("people", "0006_what_stood"),
        ("staff", "0011_own_departments"),
    ]

    operations = [
        migrations.AddField(
            model_name="followup",
            name="statement",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agreements.statement"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_at", None)), fields=("statement",), name="one_follow_up_a_statement"
            ),
        ),
    ]
