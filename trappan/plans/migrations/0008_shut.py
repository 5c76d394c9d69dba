from django.db import migrations

from trappan.secrecy.policies import opens

SQL = f"""
-- No plan comes into force without a consultation, however it is written; one to come is none yet.
CREATE OR REPLACE FUNCTION plans_decided_after_consultation() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL AND rule('consultation_required', today())::boolean AND NOT EXISTS (
      SELECT FROM plans_consultation c WHERE c.case_id = NEW.case_id
        AND c.with_whom = 'employment_service' AND c.held_on <= today()
        AND c.held_on > today() - rule('consultation_valid_days', today())::int) THEN
    RAISE EXCEPTION 'no consultation' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_consultation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER made_after_consultation BEFORE INSERT ON plans_plan FOR EACH ROW
  WHEN (NEW.decided_at IS NOT NULL AND NOT NEW.imported)
  EXECUTE FUNCTION plans_decided_after_consultation();

CREATE FUNCTION plans_plan_is_draft() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL AND NOT EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id
      AND p.decided_at IS NULL AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_draft';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION plans_plan_is_draft FROM PUBLIC;
CREATE TRIGGER plan_is_draft BEFORE INSERT ON plans_planpart
  FOR EACH ROW EXECUTE FUNCTION plans_plan_is_draft();
CREATE TRIGGER plan_stays_draft BEFORE UPDATE ON plans_planpart FOR EACH ROW
  WHEN (OLD.taken_out_at IS DISTINCT FROM NEW.taken_out_at) EXECUTE FUNCTION plans_plan_is_draft();
CREATE TRIGGER plan_stays_open BEFORE UPDATE OF plan_id ON plans_goal
  FOR EACH ROW EXECUTE FUNCTION plans_plan_is_open();

-- Whether an organisation has a consent is told only about people one may see.
CREATE OR REPLACE FUNCTION people_consents_here(of_person bigint, of_part text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_holds(of_person, 'identity') AND EXISTS (
    SELECT FROM people_consent c JOIN staff_unit u ON u.organisation_id = c.organisation_id
    WHERE c.person_id = of_person AND u.id = current_unit() AND of_part = ANY (c.parts)
      AND c.starts_on <= today() AND (c.ends_on IS NULL OR today() < c.ends_on)
      AND (c.withdrawn_on IS NULL OR today() < c.withdrawn_on))
$$;

-- A step that was wrong is shown, marked, to those who hold the plan, and to nobody else.
DROP POLICY seen ON plans_stepmove;
CREATE POLICY seen ON plans_stepmove FOR SELECT TO trappan_app USING (
  {opens("activity", "plans_stepmove.person_id")}
  AND (NOT corrected OR {opens("plan", "plans_stepmove.person_id")})
  AND (NOT (SELECT staff_cooperates()) OR people_consents_here(person_id, 'goals')));
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_own_hand"), ("people", "0006_child_at_home")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
