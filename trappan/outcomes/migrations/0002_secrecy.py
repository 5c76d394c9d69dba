from django.db import migrations

from trappan.secrecy.policies import secret, versioned

CHECKS = """
-- An exit is provisional until at least a calendar month has passed (Kolada U40406).
ALTER TABLE outcomes_exit ADD CONSTRAINT checked_after_a_month
  CHECK (checked_on IS NULL OR checked_on >= (day + interval '1 month')::date);
ALTER TABLE outcomes_exit ADD FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);
"""


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0001_outcomes"), ("plans", "0002_secrecy")]
    operations = [
        secret("outcomes_exit", "plan", insert=True, update=("checked_on", "held")),
        versioned("outcomes_exit", "plan"),
        migrations.RunSQL(CHECKS, migrations.RunSQL.noop),
    ]
