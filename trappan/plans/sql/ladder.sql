-- An administrator says which step of the main frame a step of another frame stands for (R-025).
CREATE FUNCTION plans_map_step(of_step bigint, to_step bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM plans_refuse_others_the_ladder();
  IF EXISTS (SELECT FROM plans_ladderstep s JOIN plans_ladder l ON l.id = s.ladder_id
       WHERE s.id = of_step AND l.is_main)
     OR (to_step IS NOT NULL AND NOT EXISTS (SELECT FROM plans_ladderstep s
       JOIN plans_ladder l ON l.id = s.ladder_id WHERE s.id = to_step AND l.is_main)) THEN
    RAISE EXCEPTION 'frames' USING ERRCODE = 'check_violation', CONSTRAINT = 'mapped_to_the_main_frame';
  END IF;
  UPDATE plans_ladderstep SET maps_to_id = to_step WHERE id = of_step;
END $$;
GRANT EXECUTE ON FUNCTION plans_map_step TO trappan_app;

-- Only an administrator keeps the ladder; who else asks is refused. It is one for all municipalities of a house, and
-- kept by the one that writes it; an example is anybody's to replace. Two who do it wait for one another.
CREATE FUNCTION plans_refuse_others_the_ladder() RETURNS void
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_administrator_keeps_ladder';
  END IF;
  IF EXISTS (SELECT FROM plans_ladder l WHERE (l.is_main OR l.is_draft) AND staff_is_anothers(l.author_id)) THEN
    RAISE EXCEPTION 'kept' USING ERRCODE = 'check_violation', CONSTRAINT = 'ladder_kept_by_another';
  END IF;
  LOCK TABLE plans_ladder IN SHARE ROW EXCLUSIVE MODE;
END $$;

-- The draft of the municipality's next ladder: its name, whose it is, and its steps with their signs, from the lowest.
CREATE FUNCTION plans_write_ladder(named text, owned text, of_steps jsonb) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE draft bigint;
BEGIN
  PERFORM plans_refuse_others_the_ladder();
  IF jsonb_array_length(of_steps) NOT BETWEEN 2 AND 10 THEN
    RAISE EXCEPTION 'steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'ladder_of_two_to_ten';
  END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(of_steps) s WHERE s->>'name' = '' OR jsonb_array_length(s->'signs') = 0)
  THEN
    RAISE EXCEPTION 'signs' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_has_name_and_signs';
  END IF;
  IF EXISTS (SELECT FROM plans_ladder l WHERE l.name = named AND NOT l.is_draft) THEN
    RAISE EXCEPTION 'name' USING ERRCODE = 'check_violation', CONSTRAINT = 'ladder_name_is_there';
  END IF;
  UPDATE plans_ladder SET name = named, owner = owned, author_id = current_actor(), at = clock()
   WHERE is_draft RETURNING id INTO draft;
  IF draft IS NULL THEN
    INSERT INTO plans_ladder (name, owner, valid_from, is_example, is_draft) VALUES (named, owned, today(), false, true)
    RETURNING id INTO draft;
  END IF;
  DELETE FROM plans_ladderstep WHERE ladder_id = draft;
  INSERT INTO plans_ladderstep (ladder_id, number, name, signs)
  SELECT draft, s.place, s.step->>'name', ARRAY(SELECT jsonb_array_elements_text(s.step->'signs'))
  FROM jsonb_array_elements(of_steps) WITH ORDINALITY s (step, place);
  RETURN draft;
END $$;
GRANT EXECUTE ON FUNCTION plans_write_ladder TO trappan_app;

CREATE FUNCTION plans_drop_ladder() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM plans_refuse_others_the_ladder();
  DELETE FROM plans_ladderstep s USING plans_ladder l WHERE l.id = s.ladder_id AND l.is_draft;
  DELETE FROM plans_ladder WHERE is_draft;
END $$;
GRANT EXECUTE ON FUNCTION plans_drop_ladder TO trappan_app;

-- Let the draft be the main ladder from today. Each step of the one before says which of the new ones it stands for
-- ({"old": new}), so that nobody is left on a step that is gone; what stood for an old one stands for that too.
CREATE FUNCTION plans_use_ladder(meanings jsonb) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE draft bigint; main bigint;
BEGIN
  PERFORM plans_refuse_others_the_ladder();
  SELECT id INTO draft FROM plans_ladder WHERE is_draft;
  SELECT id INTO main FROM plans_ladder WHERE is_main;
  IF draft IS NULL THEN
    RAISE EXCEPTION 'draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_draft_of_the_ladder';
  END IF;
  IF EXISTS (SELECT FROM plans_ladderstep o WHERE o.ladder_id = main AND NOT EXISTS (SELECT FROM plans_ladderstep n
      WHERE n.ladder_id = draft AND n.id = (meanings ->> o.id::text)::bigint)) THEN
    RAISE EXCEPTION 'steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'every_step_goes_on';
  END IF;
  UPDATE plans_ladderstep s SET maps_to_id = (meanings ->> s.maps_to_id::text)::bigint
   WHERE s.maps_to_id IN (SELECT o.id FROM plans_ladderstep o WHERE o.ladder_id = main);
  UPDATE plans_ladderstep s SET maps_to_id = (meanings ->> s.id::text)::bigint WHERE s.ladder_id = main;
  UPDATE plans_ladder SET is_main = false, replaced_on = today() WHERE id = main;
  UPDATE plans_ladder SET is_main = true, is_draft = false, valid_from = today() WHERE id = draft;
  RETURN draft;
END $$;
GRANT EXECUTE ON FUNCTION plans_use_ladder TO trappan_app;
