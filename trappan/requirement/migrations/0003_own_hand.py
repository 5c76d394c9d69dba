from django.db import migrations

from trappan.secrecy.policies import opens

POLICIES = ";\n".join(
    f"DROP POLICY made ON {table}; CREATE POLICY made ON {table} FOR INSERT TO trappan_app "
    f"WITH CHECK ({column} = (SELECT current_actor()) AND (SELECT secrecy_role()) = 'social_worker' "
    f"AND {opens('requirement', f'{table}.person_id')})"
    for table, column in (("requirement_exemption", "decided_by_id"), ("requirement_activityrequest", "made_by_id"))
)

SHORTER = """
CREATE FUNCTION requirement_exemption_only_shorter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ends_on > OLD.ends_on AND current_actor() IS NOT NULL THEN
    RAISE EXCEPTION 'longer' USING ERRCODE = 'check_violation', CONSTRAINT = 'exemption_only_shorter';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_shorter BEFORE UPDATE OF ends_on ON requirement_exemption
  FOR EACH ROW EXECUTE FUNCTION requirement_exemption_only_shorter();
"""


class Migration(migrations.Migration):
    dependencies = [("requirement", "0002_secrecy")]
    operations = [
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        migrations.RunSQL(SHORTER, migrations.RunSQL.noop),
    ]
