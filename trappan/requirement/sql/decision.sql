ALTER TABLE requirement_decision ADD CONSTRAINT requirement_decision_grounds_id_person_id_fkey
  FOREIGN KEY (grounds_id, person_id) REFERENCES requirement_grounds (id, person_id);

-- Signed by whoever acts, now, and not yet appealed.
CREATE FUNCTION requirement_sign_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.decided_by_id := current_actor(); NEW.at := clock();
  NEW.appealed_on := NULL; NEW.appeal_words := ''; NEW.appeal_result := ''; NEW.appeal_ended_on := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER a_signed BEFORE INSERT ON requirement_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_sign_decision();

-- Decided by a social worker, on received grounds; where the rules say four eyes, not on one's own,
-- whichever membership they were written under. The appeal is all that is added afterwards.
CREATE FUNCTION requirement_refuse_decision() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE g requirement_grounds;
BEGIN
  SELECT * INTO g FROM requirement_grounds x WHERE x.id = NEW.grounds_id FOR UPDATE;
  IF g.received_at IS NULL OR g.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'receipt' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_after_receipt';
  END IF;
  IF NEW.decided_on > today() OR NEW.decided_on < (g.at AT TIME ZONE 'Europe/Stockholm')::date THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_after_it_was_written';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.sent_to) x WHERE trim(x) = '') THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_is_sent_to_somebody';
  END IF;
  IF rule('four_eyes', today())::boolean AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = g.author_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
  END IF;
  -- Nobody decides on what has changed since without having seen it; what had changed stays with the decision.
  IF NEW.changes_seen <> requirement_changes_digest(g.id) THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_on_what_is_seen';
  END IF;
  NEW.changes := (SELECT COALESCE(jsonb_agg(jsonb_build_object('day', c.day, 'activity', c.activity, 'was', c.was,
    'now', c.now) ORDER BY c.day, c.key), '[]') FROM requirement_grounds_changes(ARRAY[g.id]) c);
  RETURN NEW;
END $$;

-- An appeal and what came of it are added once each, and stay.
CREATE FUNCTION requirement_appealed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.appealed_on IS NOT NULL AND (NEW.appealed_on, NEW.appeal_words) IS DISTINCT FROM (OLD.appealed_on,
    OLD.appeal_words))
     OR (OLD.appeal_result <> '' AND (NEW.appeal_result, NEW.appeal_ended_on) IS DISTINCT FROM (OLD.appeal_result,
       OLD.appeal_ended_on))
     OR NEW.appealed_on > today() OR NEW.appealed_on < OLD.decided_on OR NEW.appeal_ended_on > today() THEN
    RAISE EXCEPTION 'once' USING ERRCODE = 'check_violation', CONSTRAINT = 'appealed_once';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER appealed_once BEFORE UPDATE ON requirement_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_appealed_once();

CREATE TRIGGER refuse_decision BEFORE INSERT ON requirement_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_refuse_decision();

-- Who made a decision, as that colleague was called then.
CREATE FUNCTION requirement_decider(of_decision bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT staff_called_at(x.decided_by_id, x.at) FROM requirement_decision x
  WHERE x.id = of_decision AND people_holds(x.person_id, 'requirement')
$$;
GRANT EXECUTE ON FUNCTION requirement_decider TO trappan_app;
