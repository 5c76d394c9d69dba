"""Openings, refusals and searches are found at once in a long log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("history", "0003_sign_in")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("kind", "opening"), ("kind", "refused"), ("kind", "search"), _connector="OR"),
                fields=["-at"],
                name="event_watched_at",
            ),
        )
    ]
