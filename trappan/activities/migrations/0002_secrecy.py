from django.db import migrations

from trappan.secrecy.policies import secret, versioned

SEATS = """
GRANT SELECT ON activities_activity TO trappan_app;

-- Counting is not seeing: seat uses carry no person and are open to municipal staff and to the
-- organisation whose place it is.
ALTER TABLE activities_seatuse ENABLE ROW LEVEL SECURITY;
CREATE POLICY counted ON activities_seatuse FOR SELECT TO trappan_app USING (
  (SELECT secrecy_role()) IS NOT NULL AND (
    (SELECT o.kind = 'municipality' FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
     WHERE u.id = current_unit())
    OR EXISTS (SELECT FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id
       WHERE a.id = activities_seatuse.activity_id AND u.organisation_id =
         (SELECT me.organisation_id FROM staff_unit me WHERE me.id = current_unit()))));
CREATE POLICY made ON activities_seatuse FOR INSERT TO trappan_app
  WITH CHECK ((SELECT secrecy_member_for('plan')) IS NOT NULL);
CREATE POLICY changed ON activities_seatuse FOR UPDATE TO trappan_app
  USING ((SELECT secrecy_member_for('plan')) IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (ends_on) ON activities_seatuse TO trappan_app;

-- The peak of places taken at once within one stretch of the week and period. Everybody's rows
-- count, also those that the asker may not see.
CREATE FUNCTION activities_peak(of_activity bigint, from_minute int, to_minute int, from_day date, to_day date)
RETURNS int STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH overlapping AS (
    SELECT * FROM activities_seatuse s WHERE s.activity_id = of_activity
      AND s.starts_at < to_minute AND from_minute < s.ends_at
      AND (to_day IS NULL OR s.starts_on < to_day) AND (s.ends_on IS NULL OR from_day < s.ends_on)
      AND s.ends_on IS DISTINCT FROM s.starts_on)
  SELECT COALESCE(max(n), 0)::int FROM (
    SELECT count(*) n
    FROM (SELECT DISTINCT GREATEST(starts_on, from_day) AS day FROM overlapping) d
    CROSS JOIN (SELECT DISTINCT GREATEST(starts_at, from_minute) AS minute FROM overlapping) m
    JOIN overlapping o ON o.starts_on <= d.day AND (o.ends_on IS NULL OR d.day < o.ends_on)
      AND o.starts_at <= m.minute AND m.minute < o.ends_at
    GROUP BY d.day, m.minute) peaks
$$;

CREATE FUNCTION activities_place_is_free() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE room int;
BEGIN
  -- To leave sooner is always allowed, also where an activity has come to hold too many.
  IF TG_OP = 'UPDATE' AND NEW.activity_id = OLD.activity_id AND NEW.starts_at >= OLD.starts_at
     AND NEW.ends_at <= OLD.ends_at AND NEW.starts_on >= OLD.starts_on
     AND (OLD.ends_on IS NULL OR NEW.ends_on <= OLD.ends_on) THEN
    RETURN NULL;
  END IF;
  -- The lock makes two who place at the same moment stand in line; then the count is the truth.
  SELECT places INTO room FROM activities_activity WHERE id = NEW.activity_id FOR NO KEY UPDATE;
  IF activities_peak(NEW.activity_id, NEW.starts_at, NEW.ends_at, NEW.starts_on, NEW.ends_on) > room THEN
    RAISE EXCEPTION 'no place left' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_free',
      DETAIL = (SELECT code FROM activities_activity WHERE id = NEW.activity_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER place_is_free AFTER INSERT OR UPDATE ON activities_seatuse
  FOR EACH ROW EXECUTE FUNCTION activities_place_is_free();

ALTER TABLE activities_activity ADD CONSTRAINT activity_of_unit UNIQUE (id, unit_id);
ALTER TABLE activities_placement ADD FOREIGN KEY (activity_id, unit_id)
  REFERENCES activities_activity (id, unit_id);
ALTER TABLE activities_placement ADD CONSTRAINT placement_of_person_and_unit UNIQUE (id, person_id, unit_id);
ALTER TABLE activities_attendance ADD FOREIGN KEY (placement_id, person_id, unit_id)
  REFERENCES activities_placement (id, person_id, unit_id);

-- Two conditions that must hold on every path: consent under cooperation, and for a protected
-- person a recorded decision and one named supervisor at the site.
CREATE FUNCTION activities_placement_is_right() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o staff_organisation; a activities_activity;
BEGIN
  SELECT * INTO a FROM activities_activity WHERE id = NEW.activity_id;
  IF NEW.starts_on < a.starts_on OR (a.ends_on IS NOT NULL AND NEW.starts_on >= a.ends_on) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_is_open';
  END IF;
  SELECT g.* INTO o FROM staff_organisation g JOIN staff_unit u ON u.organisation_id = g.id WHERE u.id = NEW.unit_id;
  IF o.kind <> 'municipality' AND o.basis <> 'provider' AND NOT EXISTS (
      SELECT FROM people_consent c WHERE c.person_id = NEW.person_id AND c.organisation_id = o.id
        AND 'placement' = ANY (c.parts) AND c.starts_on <= LEAST(NEW.starts_on, today())
        AND (c.ends_on IS NULL OR (NEW.ends_on IS NOT NULL AND c.ends_on >= NEW.ends_on))
        AND c.withdrawn_on IS NULL) THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_needs_consent';
  END IF;
  IF (SELECT protection FROM people_person WHERE id = NEW.person_id) <> 'none' AND (
      NEW.decision = '' OR NOT EXISTS (SELECT FROM staff_membership m
        WHERE m.id = NEW.supervisor_id AND m.unit_id = NEW.unit_id)) THEN
    RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_needs_named_supervisor';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_right BEFORE INSERT ON activities_placement
  FOR EACH ROW EXECUTE FUNCTION activities_placement_is_right();

REVOKE EXECUTE ON FUNCTION activities_peak, activities_place_is_free, activities_placement_is_right FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0001_activities")]
    operations = [
        secret(
            "activities_placement",
            "activity",
            unit=True,
            insert=True,
            update=("ends_on", "end_reason", "supervisor_id"),
            by="plan",
        ),
        secret("activities_attendance", "activity", unit=True, insert=True, update=("mark", "minutes")),
        versioned("activities_placement", "activity"),
        versioned("activities_attendance", "activity"),
        migrations.RunSQL(SEATS, migrations.RunSQL.noop),
    ]
