"""A wish may tell the language alone: the person chose it on the own pages, and nobody has asked about the way yet."""

from django.db import migrations, models
from django.db.models import Q

WAYS = [
    ("sms", "Text message"),
    ("email", "E-mail"),
    ("mailbox", "Digital mailbox"),
    ("letter", "Letter on paper"),
    ("none", "No reminders"),
]


class Migration(migrations.Migration):
    dependencies = [("outbox", "0005_several_days_off")]

    operations = [
        migrations.AlterField(
            model_name="wish", name="way", field=models.CharField(blank=True, choices=WAYS, max_length=7)
        ),
        migrations.RemoveConstraint(model_name="wish", name="wish_of_a_known_way"),
        migrations.AddConstraint(
            model_name="wish",
            constraint=models.CheckConstraint(
                condition=Q(way__in=["", "sms", "email", "mailbox", "letter", "none"]), name="wish_of_a_known_way"
            ),
        ),
    ]
