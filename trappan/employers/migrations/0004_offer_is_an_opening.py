"""What a department offers becomes an ordinary opening, which the fit meets; what was offered goes over to one each."""

import django.db.models.deletion
from django.db import migrations, models

# The occupation by what the work was called, where there is one of that name; times were text and stay so. Of an
# employer that has ended, or at a workplace that is closed, it is closed.
GO_OVER = """
INSERT INTO employers_opening (employer_id, workplace_id, question_id, code, title, kind, support_form, occupation_id,
  places, week, weekdays, starts_on, ends_on, tasks, needs, good_if, languages, licence, travel, adaptations,
  shaped_for_one, agreed_on, closed_on, close_reason, author_id, at)
SELECT w.employer_id, w.id, q.id, '', o.occupation, o.kind, '', (SELECT c.id FROM rules_concept c
    WHERE c.kind = 'occupation' AND c.ended_on IS NULL AND NOT c.is_unknown AND upper(c.label) = upper(o.occupation)
    ORDER BY c.id LIMIT 1),
  o.places, '', '', q.half, (q.half + interval '6 months')::date,
  CASE o.times WHEN '' THEN '' ELSE 'Dagar och tider: ' || o.times || '.' END, '', '', '{}', '', '', o.adaptable,
  false, (o.at AT TIME ZONE 'Europe/Stockholm')::date, closed.day, CASE WHEN closed.day IS NULL THEN ''
    WHEN o.taken_back_at IS NULL THEN 'Arbetsstället är stängt.' ELSE 'Togs tillbaka av arbetsstället.' END,
  o.author_id, o.at
FROM employers_placeoffer o JOIN employers_placequestion q ON q.id = o.question_id
JOIN employers_workplace w ON w.id = q.workplace_id JOIN employers_employer e ON e.id = w.employer_id
CROSS JOIN LATERAL (SELECT COALESCE((o.taken_back_at AT TIME ZONE 'Europe/Stockholm')::date,
  LEAST(w.closed_on, e.ended_on)) AS day) closed
ORDER BY o.id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED
"""


class Migration(migrations.Migration):
    dependencies = [("employers", "0003_own_departments"), ("rules", "0013_concept")]

    operations = [
        migrations.AddField(
            model_name="opening",
            name="question",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="openings",
                to="employers.placequestion",
            ),
        ),
        migrations.RunSQL(GO_OVER, migrations.RunSQL.noop),
        migrations.DeleteModel(name="PlaceOffer"),
    ]
