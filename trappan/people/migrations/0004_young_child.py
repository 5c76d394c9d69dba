from django.db import migrations

SQL = """
-- The day that a number says somebody was born; NULL where it says none (194 samordningsnummer).
CREATE FUNCTION people_born(of_number text) RETURNS date IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE d int := substr(of_number, 7, 2)::int;
BEGIN
  RETURN make_date(substr(of_number, 1, 4)::int, substr(of_number, 5, 2)::int,
    CASE WHEN d > 60 THEN d - 60 ELSE d END);
EXCEPTION WHEN datetime_field_overflow OR invalid_text_representation THEN RETURN NULL;
END $$;

-- Does the person live with a child under this age? Yes or no is all that hours take; the child's
-- own file and number stay closed.
CREATE FUNCTION people_lives_with_child_under(of_person bigint, years int, on_day date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN people_holds(of_person, 'requirement') THEN EXISTS (
    SELECT FROM people_householdmember mine
    JOIN people_householdmember child ON child.household_id = mine.household_id AND child.role = 'child'
    JOIN people_number n ON n.person_id = child.person_id
    WHERE mine.person_id = of_person AND child.person_id <> of_person
      AND mine.starts_on <= on_day AND (mine.ends_on IS NULL OR on_day < mine.ends_on)
      AND child.starts_on <= on_day AND (child.ends_on IS NULL OR on_day < child.ends_on)
      AND people_born(n.number) > on_day - make_interval(years => years)) END
$$;
REVOKE EXECUTE ON FUNCTION people_lives_with_child_under FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_lives_with_child_under TO trappan_app;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_shield")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
