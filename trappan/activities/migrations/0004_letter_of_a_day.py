"""A day at other times is of the week A or B that the calendar now says; afterwards a rule keeps it so."""

from django.db import migrations

LETTER = """UPDATE activities_seatuse s SET weeks = d.letter FROM schedules_day d
    WHERE s.once AND d.day = s.starts_on AND s.weeks <> d.letter"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_contact"), ("rules", "0008_weeks_a_and_b")]
    operations = [migrations.RunSQL(LETTER, migrations.RunSQL.noop)]
