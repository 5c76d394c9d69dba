"""How many wait for a place is kept as it was counted, and who has one is found by its end."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0003_contact"),
        ("people", "0004_cover"),
        ("placements", "0004_adaptation"),
        ("staff", "0005_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="QueueCount",
            fields=[
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="staff.organisation",
                    ),
                ),
                ("counted_at", models.DateTimeField()),
                ("counts", models.JSONField()),
            ],
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(("refused_at", None), ("withdrawn_at", None)),
                fields=["ends_on", "person"],
                name="placement_lasting",
            ),
        ),
    ]
