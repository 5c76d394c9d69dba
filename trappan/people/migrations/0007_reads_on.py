from django.db import migrations

from trappan.secrecy.policies import opens
from trappan.secrecy.scopes import OPENED_BY

# Who opened a file for a day, waits to receive a case, or has handed it over, reads it and lets
# nobody else in: that takes a lasting grant.
LASTING = "g.basis NOT IN ('emergency', 'supervision', 'hand_over') AND "
CASES = "".join(
    f"WHEN '{scope}' THEN {opens(scope, 'of_person').replace('WHERE g.', f'WHERE {LASTING}g.')} " for scope in OPENED_BY
)
SQL = f"""
CREATE OR REPLACE FUNCTION people_works_with(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_holds(of_person, of_scope) AND CASE of_scope {CASES} ELSE false END
$$;

-- Every operation records what it did; so one that a reader's grant cannot write is undone here,
-- whatever tables it touched.
DROP POLICY made ON history_event;
CREATE POLICY made ON history_event FOR INSERT TO trappan_app WITH CHECK (
  (SELECT secrecy_role()) IS NOT NULL AND actor_id = current_actor() AND (person_id IS NULL
    OR (EXISTS (SELECT FROM people_person p WHERE p.id = history_event.person_id)
      AND (kind <> 'write' OR EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = history_event.person_id AND g.basis <> 'hand_over')))));
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0006_child_at_home")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
