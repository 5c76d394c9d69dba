"""Openings, refusals and searches are found at once in a long log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("history", "0001_baseline")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("kind__in", ["opening", "refused", "search"])),
                fields=["-at"],
                name="event_watched_at",
            ),
        )
    ]
