-- An administrator says which step of the main frame a step of another frame stands for (R-025).
CREATE FUNCTION plans_map_step(of_step bigint, to_step bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator'
     OR EXISTS (SELECT FROM plans_ladderstep s JOIN plans_ladder l ON l.id = s.ladder_id
       WHERE s.id = of_step AND l.is_main)
     OR (to_step IS NOT NULL AND NOT EXISTS (SELECT FROM plans_ladderstep s
       JOIN plans_ladder l ON l.id = s.ladder_id WHERE s.id = to_step AND l.is_main)) THEN
    RAISE EXCEPTION 'frames' USING ERRCODE = 'check_violation', CONSTRAINT = 'mapped_to_the_main_frame';
  END IF;
  UPDATE plans_ladderstep SET maps_to_id = to_step WHERE id = of_step;
END $$;
GRANT EXECUTE ON FUNCTION plans_map_step TO trappan_app;
