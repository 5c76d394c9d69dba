ALTER TABLE placements_suspension ADD CONSTRAINT placements_suspension_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- Back sooner than planned: a pause that goes on ends today or tomorrow, one to come never begins. Days gone by stay.
CREATE FUNCTION placements_resume(of_suspension bigint) RETURNS date
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE s placements_suspension; back date;
BEGIN
  SELECT * INTO s FROM placements_suspension x WHERE x.id = of_suspension FOR UPDATE;
  IF s.id IS NULL OR secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(s.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'days_not_yours';
  END IF;
  -- A time that has begun today was not held, and stays so: nobody can be absent from it afterwards.
  back := GREATEST(s.starts_on, today() + EXISTS (SELECT FROM placements_session t WHERE t.placement_id = s.placement_id
    AND t.day = today()
      AND (t.day + make_interval(mins => t.starts_at)) AT TIME ZONE 'Europe/Stockholm' <= clock())::int);
  IF s.ends_on <= back THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'pause_is_over';
  END IF;
  UPDATE placements_suspension SET ends_on = back WHERE id = s.id;
  RETURN back;
END $$;
GRANT EXECUTE ON FUNCTION placements_resume TO trappan_app;
