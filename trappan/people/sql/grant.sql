ALTER TABLE people_grant ADD CONSTRAINT grant_is_shielded_as_its_person
  FOREIGN KEY (person_id, shielded) REFERENCES people_person (id, shielded) ON UPDATE CASCADE;

-- Every grant carries the person's sort keys, and none to a unit opens a protected person.
CREATE FUNCTION people_complete_grant() RETURNS trigger
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
      AND (NOT lasting OR g.basis NOT IN ('emergency', 'supervision', 'hand_over'))
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

-- Does the actor hold this scope by assignment, application, placement or import?
CREATE FUNCTION people_works_with(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_held(ARRAY[of_person], of_scope, true) <> '{}'
$$;

-- Give a grant: the giver must hold the scope, the receiver's role must be able to, never oneself. A
-- placement's grant is not given here: it opens when the site accepts.
CREATE FUNCTION people_give_grant(of_person bigint, to_unit bigint, to_membership bigint,
  of_scope text, on_basis text, until timestamptz)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF NOT people_works_with(of_person, of_scope) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF on_basis NOT IN ('assignment', 'referral', 'hand_over', 'consent') THEN
    RAISE EXCEPTION 'basis' USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_not_for_giving';
  END IF;
  IF to_unit = current_unit() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    IF EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = of_person AND g.membership_id = to_membership AND g.scope = of_scope
          AND g.basis NOT IN ('emergency', 'supervision')
          AND (g.ends_at IS NULL OR g.ends_at > clock())) THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND NOT EXISTS (SELECT FROM staff_membership m
      JOIN secrecy_rolescope s ON s.role = m.role AND s.scope = of_scope AND s.through_unit
      WHERE m.id = to_membership AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  SELECT g.id INTO made FROM people_grant g WHERE g.person_id = of_person AND g.scope = of_scope
    AND g.basis = on_basis AND g.unit_id IS NOT DISTINCT FROM to_unit
    AND g.membership_id IS NOT DISTINCT FROM to_membership AND g.ends_at IS NOT DISTINCT FROM until
    AND (g.ends_at IS NULL OR g.ends_at > clock());
  IF made IS NULL THEN
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
    VALUES (of_person, to_unit, to_membership, of_scope, on_basis, '', until, '', '') RETURNING id INTO made;
  END IF;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION people_give_grant TO trappan_app;

-- End what a unit or a membership holds on a basis, from a moment on.
CREATE FUNCTION people_end_grants(of_person bigint, of_unit bigint, of_membership bigint,
  on_basis text, at_moment timestamptz)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, at_moment)
   WHERE person_id = of_person AND unit_id IS NOT DISTINCT FROM of_unit
     AND membership_id IS NOT DISTINCT FROM of_membership AND basis = on_basis
     AND (ends_at IS NULL OR ends_at > at_moment);
END $$;
GRANT EXECUTE ON FUNCTION people_end_grants TO trappan_app;

-- The second lock of protected identity lies on grants, which every policy about a person asks:
-- one place to keep, and one question less for every table that is read.
CREATE POLICY by_name ON people_grant AS RESTRICTIVE FOR SELECT TO trappan_app
  USING (NOT shielded OR membership_id = (SELECT secrecy_member_for('identity')));
