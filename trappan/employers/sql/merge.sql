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

-- Everything that stood with it stands with the one that goes on, and says with whom it came. A workplace whose name
-- the other has too carries both names.
CREATE FUNCTION employers_move_merged() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE employers_workplace w SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(w.came_with_id, NEW.id),
    name = CASE WHEN EXISTS (SELECT FROM employers_workplace o WHERE o.employer_id = NEW.merged_into_id
        AND o.name = w.name AND o.closed_on IS NULL)
      THEN left(w.name || ' (' || NEW.name || ' ' || w.id || ')', 200) ELSE w.name END
   WHERE w.employer_id = NEW.id;
  UPDATE employers_contact c SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(c.came_with_id, NEW.id)
   WHERE c.employer_id = NEW.id;
  UPDATE employers_conversation c SET employer_id = NEW.merged_into_id, came_with_id = COALESCE(c.came_with_id, NEW.id)
   WHERE c.employer_id = NEW.id;
  UPDATE employers_employer e SET merged_into_id = NEW.merged_into_id WHERE e.merged_into_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER move_merged AFTER UPDATE OF merged_into_id ON employers_employer FOR EACH ROW
  WHEN (OLD.merged_into_id IS NULL AND NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION employers_move_merged();
