"""A person's applications are found by the person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assistance", "0002_taken_back"), ("people", "0002_second_person"), ("staff", "0003_sign_in")]

    operations = [
        migrations.AddIndex(
            model_name="application", index=models.Index(fields=["person", "received_on"], name="application_of_person")
        )
    ]
