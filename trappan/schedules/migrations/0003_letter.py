"""Every day says whether its week is A or B: at first as it was counted so far, by odd and even ISO weeks.

The clock of tests and demo may have an hour beside its day.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("schedules", "0002_calendar")]
    operations = [
        migrations.AddField("clock", "shift", models.DurationField(blank=True, null=True)),
        migrations.AddField("day", "letter", models.CharField(default="a", max_length=1), preserve_default=False),
        migrations.RunSQL("UPDATE schedules_day SET letter = 'b' WHERE week % 2 = 0", migrations.RunSQL.noop),
        migrations.AddConstraint(
            "day", models.CheckConstraint(condition=models.Q(("letter__in", ["a", "b"])), name="week_a_or_b")
        ),
    ]
