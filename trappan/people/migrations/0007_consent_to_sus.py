"""To be registered in SUS takes a consent on paper."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0006_what_stood"), ("staff", "0014_file_taken_away")]

    operations = [
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("parts__contains", ["sus"]), _negated=True), ("given_how", "paper"), _connector="OR"
                ),
                name="registration_takes_a_written_consent",
            ),
        )
    ]
