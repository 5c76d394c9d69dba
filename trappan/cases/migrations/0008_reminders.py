"""What was booked before there were reminders is reminded of too."""

from django.db import migrations

# A meeting to come of an open case; the rest is past, or stopped already.
COMING = """
INSERT INTO messages_reminder (person_id, author_id, about_table, about_row, starts_at, booked_at, moved, why)
SELECT m.person_id, m.colleague_id, 'cases_meeting', m.id, m.starts_at, m.booked_at, m.moved_from_id IS NOT NULL, ''
FROM cases_meeting m JOIN cases_case c ON c.id = m.case_id
WHERE m.outcome = '' AND c.closed_on IS NULL AND m.starts_at > clock()
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_closed_in_unit"), ("outbox", "0002_reminders")]
    operations = [migrations.RunSQL(COMING, migrations.RunSQL.noop)]
