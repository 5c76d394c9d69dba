ALTER TABLE people_grant ADD CONSTRAINT grant_is_shielded_as_its_person
  FOREIGN KEY (person_id, shielded) REFERENCES people_person (id, shielded) ON UPDATE CASCADE;

-- Every grant carries the person's sort keys, and none to a unit opens a protected person.
CREATE FUNCTION people_complete_grant() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.sort, p.shielded INTO NEW.sort, NEW.shielded
  FROM people_person p WHERE p.id = NEW.person_id;
  IF NEW.shielded AND NEW.unit_id IS NOT NULL AND (NEW.ends_at IS NULL OR NEW.ends_at > clock()) THEN
    RAISE EXCEPTION 'protected: by name only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_by_name_only';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER complete_grant BEFORE INSERT ON people_grant
  FOR EACH ROW EXECUTE FUNCTION people_complete_grant();

-- Those among these people for whom the actor holds this scope now: the same question as the policies
-- ask. A `lasting` grant is one that lets somebody else in: whoever opened a file for a day, waits to
-- receive a case or has handed it over, only reads.
CREATE FUNCTION people_held(of_persons bigint[], of_scope text, lasting boolean) RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  my_unit bigint := secrecy_unit_for(of_scope); me bigint := secrecy_member_for(of_scope);
  scopes text[] := secrecy_opened_by(of_scope); moment timestamptz := clock();
BEGIN
  -- OFFSET 0: each person by their own index, never by all that the unit holds.
  RETURN ARRAY(SELECT p FROM unnest(of_persons) p WHERE EXISTS (
    SELECT FROM people_grant g WHERE g.person_id = p AND g.scope = ANY (scopes)
      AND (NOT lasting OR secrecy_lasts(g.basis))
      AND (NOT g.shielded OR g.membership_id = me)
      AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
      AND (g.unit_id = my_unit OR g.membership_id = me) OFFSET 0));
END $$;

-- Does the actor hold this scope for this person, now?
CREATE FUNCTION people_holds(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_held(ARRAY[of_person], of_scope, false) <> '{}'
$$;
GRANT EXECUTE ON FUNCTION people_holds TO trappan_app;

-- A row about somebody out of reach is refused before any other trigger looks: what those say of a missed day, or of
-- a protected address, would be told to whoever may not know. In the words and the code of row-level security, which
-- would have refused it afterwards. Every table with a scope has the trigger (secrecy/tables.py).
CREATE FUNCTION people_refuse_out_of_reach() RETURNS trigger
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'new row violates row-level security policy for table "%"', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- Does the actor hold this scope by assignment, application, placement or import?
CREATE FUNCTION people_works_with(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_held(ARRAY[of_person], of_scope, true) <> '{}'
$$;

-- Let guidance, occupational therapy or a project's coordinator in by a referral, the only grant that a colleague
-- gives in so many words: asked is what the operation asks. A consultant who works with the person, to a unit of the
-- municipality, or by name to somebody there whose role may hold it; never to oneself. Who becomes
-- responsible, or gets a placement, is let in by the functions that make them so.
CREATE FUNCTION people_refer(of_person bigint, to_unit bigint, to_membership bigint)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF to_unit = current_unit() OR EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_unit u
      JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
      WHERE u.kind IN ('guidance', 'occupational_therapy', 'project') AND u.id = COALESCE(to_unit,
        (SELECT m.unit_id FROM staff_membership m WHERE m.id = to_membership
          AND m.role IN ('counsellor', 'occupational_therapist', 'project_coordinator') AND staff_in_force(m)))) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, sort)
  SELECT of_person, to_unit, to_membership, 'activity', 'referral', '', ''
  WHERE NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = of_person AND g.basis = 'referral'
    AND g.unit_id IS NOT DISTINCT FROM to_unit AND g.membership_id IS NOT DISTINCT FROM to_membership
    -- One that is to end was given for a while: let in anew, the receiver sees on from today.
    AND (g.ends_at IS NULL
      OR (g.ends_at > clock() AND g.starts_at >= today()::timestamp AT TIME ZONE 'Europe/Stockholm')));
END $$;
GRANT EXECUTE ON FUNCTION people_refer TO trappan_app;

-- The second lock of protected identity lies on grants, which every policy about a person asks:
-- one place to keep, and one question less for every table that is read. Whose name it is, the first lock asks.
CREATE POLICY by_name ON people_grant AS RESTRICTIVE FOR SELECT TO trappan_app, trappan_matching
  USING (NOT shielded OR membership_id IS NOT NULL);
