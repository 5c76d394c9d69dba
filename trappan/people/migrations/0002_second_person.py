from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_baseline"), ("staff", "0001_baseline")]

    operations = [
        migrations.RenameField("opening", "head", "asked_by"),
        migrations.AddField(
            "opening",
            "wants",
            models.CharField(
                choices=[
                    ("emergency", "Open in an emergency"),
                    ("supervision", "Open for supervision"),
                    ("lift", "Lift protection"),
                ],
                db_default="supervision",
                default="supervision",
                max_length=12,
            ),
        ),
        migrations.AddField("opening", "protection", models.CharField(blank=True, db_default="", max_length=12)),
        migrations.AddIndex(
            "grant",
            models.Index(
                condition=models.Q(("basis", "emergency"), ("basis", "supervision"), _connector="OR"),
                fields=["starts_at"],
                name="grant_that_opened",
            ),
        ),
    ]
