from django.db import migrations

SQL = """
CREATE OR REPLACE FUNCTION demo_card(of_colleague text, of_person text, page text)
RETURNS TABLE (colleague_id bigint, membership_id bigint, object_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.colleague_id, m.id, CASE WHEN of_person = '' THEN NULL
    WHEN page IN ('plans:mapping', 'plans:plan', 'plans:journal', 'plans:ratings') THEN (SELECT k.id FROM plans_case k
      JOIN people_person p ON p.id = k.person_id WHERE p.given_name || ' ' || p.family_name = of_person ORDER BY k.id LIMIT 1)
    ELSE (SELECT min(p.id) FROM people_person p WHERE p.given_name || ' ' || p.family_name = of_person) END
  FROM schedules_clock, staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE c.given_name || ' ' || c.family_name = of_colleague ORDER BY m.id LIMIT 1
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("demo", "0002_journal")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
