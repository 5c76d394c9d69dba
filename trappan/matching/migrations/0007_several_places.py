"""Several places may make up one person's week: a line for each."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0006_allocation")]

    operations = [
        migrations.RemoveConstraint(model_name="allocationline", name="one_line_a_run"),
        migrations.AddConstraint(
            model_name="allocationline",
            constraint=models.UniqueConstraint(fields=("run", "person", "week"), name="one_line_of_times"),
        ),
    ]
