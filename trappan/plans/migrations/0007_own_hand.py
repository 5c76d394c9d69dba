from django.db import migrations

from trappan.secrecy.policies import opens

# Table, who wrote it, and the scope that writing takes: nobody signs for somebody else.
SIGNED = (
    ("plans_mapping", "author_id", "plan"),
    ("plans_meeting", "colleague_id", "plan"),
    ("plans_referral", "referred_by_id", "plan"),
    ("plans_consultation", "author_id", "plan"),
    ("plans_stepmove", "author_id", "plan"),
)
POLICIES = ";\n".join(
    f"DROP POLICY made ON {table}; CREATE POLICY made ON {table} FOR INSERT TO trappan_app "
    f"WITH CHECK ({column} = (SELECT current_actor()) AND {opens(scope, f'{table}.person_id')})"
    for table, column, scope in SIGNED
)
SAME_PERSON = """
-- What a row points at is the same person's, so that a wrong number tells nothing of anybody.
ALTER TABLE plans_goal ADD CONSTRAINT goal_of_person UNIQUE (id, person_id);
ALTER TABLE plans_stepevidence ADD CONSTRAINT evidence_of_person UNIQUE (id, person_id);
ALTER TABLE plans_stepmove ADD CONSTRAINT move_of_person UNIQUE (id, person_id);
ALTER TABLE plans_meeting ADD CONSTRAINT meeting_of_person UNIQUE (id, person_id);
ALTER TABLE plans_stepevidence ADD FOREIGN KEY (goal_id, person_id) REFERENCES plans_goal (id, person_id);
ALTER TABLE plans_stepmove ADD FOREIGN KEY (evidence_id, person_id) REFERENCES plans_stepevidence (id, person_id);
ALTER TABLE plans_stepmove ADD FOREIGN KEY (corrects_id, person_id) REFERENCES plans_stepmove (id, person_id);
ALTER TABLE plans_meeting ADD FOREIGN KEY (moved_from_id, person_id) REFERENCES plans_meeting (id, person_id);

-- Who decides a plan is whoever acts, whatever the statement says.
CREATE FUNCTION plans_decided_by_whoever_acts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL THEN NEW.decided_by_id := current_actor(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_by_whoever_acts BEFORE UPDATE ON plans_plan FOR EACH ROW
  WHEN (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL)
  EXECUTE FUNCTION plans_decided_by_whoever_acts();
CREATE FUNCTION plans_decider_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.decided_by_id := OLD.decided_by_id;
  RETURN NEW;
END $$;
CREATE TRIGGER decider_stays BEFORE UPDATE OF decided_by_id ON plans_plan FOR EACH ROW
  WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION plans_decider_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_waits")]
    operations = [
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        migrations.RunSQL(SAME_PERSON, migrations.RunSQL.noop),
    ]
