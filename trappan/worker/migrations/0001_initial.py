"""What is done of each day, and the tables of the job library: the text that it brings for an empty database.

The library's own migrations for Django use new values of a type in the transaction that adds them, which PostgreSQL
refuses; ours is one transaction. `tests/test_worker.py` holds the text by digest: a release of the library that
brings another one needs a migration of its own here, with what the release says is to be changed.
"""

from importlib.resources import files

from django.db import migrations, models

BELLS = files("procrastinate").joinpath("sql", "schema.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Done",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("day", models.DateField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("name", "day"), name="once_a_day")]},
        ),
        migrations.RunSQL(BELLS),
    ]
