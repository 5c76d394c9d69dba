-- What has gone up in another is as it was: it is found by its name and number, and changed no more. It goes up in one
-- of the same municipality that goes on itself; what is not there, hidden or merged is one answer.
CREATE FUNCTION employers_refuse_merging() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF OLD.merged_into_id IS NOT NULL THEN
    RAISE EXCEPTION 'merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'employer_is_merged';
  END IF;
  IF NEW.merged_into_id IS NOT NULL THEN
    PERFORM FROM employers_employer e WHERE e.id IN (NEW.merged_into_id, NEW.id) ORDER BY e.id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.merged_into_id AND e.id <> NEW.id
        AND e.municipality_id = NEW.municipality_id AND e.merged_into_id IS NULL) THEN
      RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_with_one_that_goes_on';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_merging BEFORE UPDATE ON employers_employer FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_merging();

-- Everything that stood with it stands with the one that goes on, and says with whom it came; also what a colleague
-- has typed and not saved, below what is typed there already. Of two open workplaces with one name, the one that came
-- says its address too, or with whom it came; a number only where that is not enough.
CREATE FUNCTION employers_move_merged() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE place employers_workplace; beside text; named text; tried int;
BEGIN
  FOR place IN SELECT * FROM employers_workplace w WHERE w.employer_id = NEW.id ORDER BY w.id LOOP
    named := place.name;
    tried := 1;
    WHILE (place.closed_on IS NULL OR place.closed_on > today()) AND EXISTS (SELECT FROM employers_workplace o
        WHERE o.employer_id IN (NEW.merged_into_id, NEW.id) AND o.id <> place.id AND o.name = named
        AND (o.closed_on IS NULL OR o.closed_on > today())) LOOP
      beside := left(COALESCE(NULLIF(NULLIF(place.address, ''), place.name), NEW.name), 80)
        || CASE tried WHEN 1 THEN '' ELSE ' ' || tried END;
      named := left(place.name, 100) || ' (' || beside || ')';
      tried := tried + 1;
    END LOOP;
    UPDATE employers_workplace w SET employer_id = NEW.merged_into_id, name = named,
      came_with_id = COALESCE(w.came_with_id, NEW.id) WHERE w.id = place.id;
  END LOOP;
  UPDATE employers_contact c SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(c.came_with_id, NEW.id)
   WHERE c.employer_id = NEW.id;
  UPDATE employers_conversation c SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(c.came_with_id, NEW.id)
   WHERE c.employer_id = NEW.id;
  UPDATE employers_opening c SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(c.came_with_id, NEW.id),
      code = CASE WHEN EXISTS (SELECT FROM employers_opening o WHERE o.employer_id = NEW.merged_into_id
        AND o.code = c.code AND c.code <> '') THEN left(c.code, 25) || '-' || c.id ELSE c.code END
   WHERE c.employer_id = NEW.id;
  UPDATE employers_draft o SET saved_at = GREATEST(o.saved_at, d.saved_at),
    fields = d.fields || o.fields || jsonb_build_object(
      'text', concat_ws(E'\n\n', NULLIF(o.fields ->> 'text', ''), NULLIF(d.fields ->> 'text', '')))
    FROM employers_draft d WHERE d.employer_id = NEW.id AND d.fields <> '{}' AND o.owner_id = d.owner_id
      AND o.employer_id = NEW.merged_into_id;
  UPDATE employers_draft d SET employer_id = NEW.merged_into_id WHERE d.employer_id = NEW.id AND NOT EXISTS (
    SELECT FROM employers_draft o WHERE o.owner_id = d.owner_id AND o.employer_id = NEW.merged_into_id);
  UPDATE employers_draft d SET fields = '{}' WHERE d.employer_id = NEW.id;
  UPDATE employers_employer e SET merged_into_id = NEW.merged_into_id WHERE e.merged_into_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER move_merged AFTER UPDATE OF merged_into_id ON employers_employer FOR EACH ROW
  WHEN (OLD.merged_into_id IS NULL AND NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION employers_move_merged();
