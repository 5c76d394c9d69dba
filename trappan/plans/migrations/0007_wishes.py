import django.contrib.postgres.fields
from django.db import migrations, models


def codes(name: str) -> migrations.AddField:
    """Add a list of codes to the kartläggning, empty where nobody has asked."""
    one = models.CharField(max_length=30)
    field = django.contrib.postgres.fields.ArrayField(
        base_field=one, blank=True, db_default=[], default=list, size=None
    )
    return migrations.AddField(model_name="mapping", name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_sign")]

    operations = [
        codes("branch_wish"),
        codes("needs"),
        migrations.AddField(
            model_name="mapping", name="most_travel", field=models.SmallIntegerField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            model_name="mapping",
            constraint=models.CheckConstraint(
                condition=models.Q(most_travel=None) | models.Q(most_travel__gte=1, most_travel__lte=180),
                name="journey_within_three_hours",
            ),
        ),
    ]
