from django.db import migrations

SQL = """
-- An application waits until somebody opens a case; one that comes in while a case is open never does.
CREATE FUNCTION plans_application_comes_in() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.waits AND (NEW.result IN ('refused', 'withdrawn') OR EXISTS (SELECT FROM plans_case k
      WHERE k.person_id = NEW.person_id AND (k.opened_on >= NEW.received_on OR k.closed_on IS NULL))) THEN
    NEW.waits := false;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comes_in BEFORE INSERT OR UPDATE OF result ON assistance_application
  FOR EACH ROW EXECUTE FUNCTION plans_application_comes_in();

CREATE FUNCTION plans_case_opens() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE assistance_application a SET waits = false FROM n
   WHERE a.person_id = n.person_id AND a.waits AND a.received_on <= n.opened_on;
  RETURN NULL;
END $$;
CREATE TRIGGER opens AFTER INSERT ON plans_case REFERENCING NEW TABLE AS n
  FOR EACH STATEMENT EXECUTE FUNCTION plans_case_opens();
REVOKE EXECUTE ON FUNCTION plans_application_comes_in, plans_case_opens FROM PUBLIC;

UPDATE assistance_application a SET waits = false WHERE EXISTS (SELECT FROM plans_case k
  WHERE k.person_id = a.person_id AND (k.opened_on >= a.received_on OR k.closed_on IS NULL));

CREATE OR REPLACE FUNCTION plans_applications_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT a.id FROM assistance_application a
  WHERE secrecy_role() = 'social_worker' AND a.unit_id = current_unit() AND a.waits
  ORDER BY a.received_on, a.id LIMIT 200
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_evidence"), ("assistance", "0004_waits")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
