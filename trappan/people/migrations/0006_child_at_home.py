from django.db import migrations

SQL = """
-- Age and day are the rules' and today's own: with both free to choose, somebody could ask until
-- they knew a hidden child's birthday.
DROP FUNCTION people_lives_with_child_under(bigint, int, date);
CREATE FUNCTION people_lives_with_young_child(of_person bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN people_holds(of_person, 'requirement') THEN EXISTS (
    SELECT FROM people_householdmember mine
    JOIN people_householdmember child ON child.household_id = mine.household_id AND child.role = 'child'
    JOIN people_number n ON n.person_id = child.person_id
    WHERE mine.person_id = of_person AND child.person_id <> of_person
      AND mine.starts_on <= today() AND (mine.ends_on IS NULL OR today() < mine.ends_on)
      AND child.starts_on <= today() AND (child.ends_on IS NULL OR today() < child.ends_on)
      AND people_born(n.number) > today() - make_interval(years => rule('young_child_age', today())::int)) END
$$;
REVOKE EXECUTE ON FUNCTION people_lives_with_young_child FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_lives_with_young_child TO trappan_app;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0005_fewer_indexes"), ("rules", "0002_first_rules")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
