from django.db import migrations, models

SHIELD = """
-- A grant's shield is its person's, whoever writes and whatever trigger is switched off.
UPDATE people_grant g SET shielded = true FROM people_person p WHERE p.id = g.person_id AND p.shielded;
ALTER TABLE people_person ADD CONSTRAINT shield_of_person UNIQUE (id, shielded);
ALTER TABLE people_grant ADD CONSTRAINT grant_is_shielded_as_its_person
  FOREIGN KEY (person_id, shielded) REFERENCES people_person (id, shielded) ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION people_grant_is_right() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.sort, p.given_sort, p.shielded INTO NEW.sort, NEW.given_sort, NEW.shielded
  FROM people_person p WHERE p.id = NEW.person_id;
  IF NEW.shielded AND NEW.unit_id IS NOT NULL AND (NEW.ends_at IS NULL OR NEW.ends_at > clock()) THEN
    RAISE EXCEPTION 'protected: by name only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_by_name_only';
  END IF;
  RETURN NEW;
END $$;

-- The second lock of protected identity lies on grants, which every policy about a person asks:
-- one place to keep, and one question less for every table that is read.
CREATE POLICY by_name ON people_grant AS RESTRICTIVE FOR SELECT TO trappan_app USING (
  NOT shielded OR membership_id = (SELECT secrecy_member_for('identity')));
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_policies WHERE policyname = 'named' AND permissive = 'RESTRICTIVE' LOOP
    EXECUTE format('DROP POLICY named ON %I', t);
  END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_secrecy"), ("staff", "0002_doors")]
    operations = [
        migrations.RemoveIndex(model_name="grant", name="grant_of_person"),
        migrations.AddField(
            model_name="grant", name="shielded", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(
            model_name="person",
            name="shielded",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Q(("protection", "none"), _negated=True),
                output_field=models.BooleanField(),
            ),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(
                fields=["person"],
                include=("unit", "membership", "scope", "starts_at", "ends_at", "shielded"),
                name="grant_of_person",
            ),
        ),
        migrations.RunSQL(SHIELD, migrations.RunSQL.noop),
    ]
