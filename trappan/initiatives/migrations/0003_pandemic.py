"""A pandemic is a kind of its own among the days that charts are marked with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0002_apart")]

    operations = [
        migrations.AlterField(
            model_name="landmark",
            name="kind",
            field=models.CharField(
                choices=[
                    ("administration", "New administration"),
                    ("law", "Law"),
                    ("method", "Way of working"),
                    ("pandemic", "Pandemic"),
                    ("other", "Something else"),
                ],
                max_length=15,
            ),
        )
    ]
