-- Nobody comes to a team's list but by a yes to that team that holds today; a protected person never.
CREATE FUNCTION matching_begin_search() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.received_by_id := NULL; NEW.received_at := NULL; NEW.ended_on := NULL; NEW."end" := ''; NEW.end_note := '';
  -- Locked as whoever withdraws it locks it: of the two, the later sees the earlier.
  PERFORM FROM matching_profileconsent c WHERE c.person_id = NEW.person_id AND c.unit_id = NEW.unit_id
    AND c.audience = 'team' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND today() < c.ends_on FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'search_needs_a_yes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begin_search BEFORE INSERT ON matching_worksearch FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_begin_search();

-- Who received is whoever acts, of the team, once; and what has ended has ended.
CREATE FUNCTION matching_change_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_on IS NOT NULL THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'search_has_ended';
  END IF;
  IF NEW.received_by_id IS DISTINCT FROM OLD.received_by_id THEN
    IF OLD.received_by_id IS NOT NULL OR current_unit() <> OLD.unit_id THEN
      RAISE EXCEPTION 'received' USING ERRCODE = 'check_violation', CONSTRAINT = 'search_is_received_once';
    END IF;
    NEW.received_by_id := current_actor(); NEW.received_at := clock();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_search BEFORE UPDATE ON matching_worksearch FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_change_search();

CREATE FUNCTION matching_search_follows() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching_keep_access(NEW.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER follows AFTER INSERT OR UPDATE OF ended_on ON matching_worksearch FOR EACH ROW
  EXECUTE FUNCTION matching_search_follows();

-- With the case ends that somebody looks for work on a team's list, and the team reads no more.
CREATE FUNCTION matching_case_closes() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_worksearch SET ended_on = GREATEST(today(), starts_on), "end" = 'closed'
   WHERE case_id = NEW.id AND ended_on IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER search_ends AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL) EXECUTE FUNCTION matching_case_closes();

-- How a team reaches those on its list, and by which case number it speaks of them: nothing else of file or contact.
CREATE FUNCTION matching_reached(of_persons bigint[])
RETURNS TABLE (person_id bigint, phone text, case_number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p, COALESCE((SELECT c.phone FROM people_contact c WHERE c.person_id = p), ''), COALESCE((SELECT k.number
    FROM matching_worksearch s JOIN cases_case k ON k.id = s.case_id WHERE s.person_id = p
    ORDER BY s.ended_on IS NULL DESC, s.id DESC LIMIT 1), '')
  FROM unnest(people_held(of_persons, 'profile', true)) p
$$;
GRANT EXECUTE ON FUNCTION matching_reached TO trappan_app;
