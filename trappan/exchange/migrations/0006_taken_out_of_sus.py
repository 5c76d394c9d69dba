from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("exchange", "0005_sus")]

    operations = [
        migrations.AddField("sussheet", "taken_out_on", models.DateField(blank=True, null=True)),
        migrations.AddConstraint(
            "sussheet",
            models.CheckConstraint(
                condition=Q(taken_out_on=None) | Q(keyed_on__isnull=False), name="what_is_taken_out_was_keyed_in"
            ),
        ),
    ]
