-- An activity that closes on a day: what is proposed falls, what has not begun does not begin, what goes
-- on ends that day, and each person's own consultant reads it. The last activity of a site is the
-- site: before it closes the unions are informed. Told as long before as fewer places are.
CREATE FUNCTION placements_close(of_activity bigint, on_day date, why text) RETURNS int
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement; touched int := 0;
BEGIN
  PERFORM FROM activities_activity a WHERE a.id = of_activity AND a.unit_id = current_unit()
    AND secrecy_role() = 'site_leader' AND (a.ends_on IS NULL OR a.ends_on > on_day) AND on_day > a.starts_on
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_not_to_close';
  END IF;
  IF on_day < today() + rule('places_notice_days', today())::int THEN
    RAISE EXCEPTION 'notice' USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_needs_notice';
  END IF;
  -- Two that are closed at once, or one after the other on any days, leave the last to wait: the unit's row is locked.
  PERFORM FROM staff_unit u WHERE u.id = current_unit() FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM activities_activity b WHERE b.unit_id = current_unit() AND b.id <> of_activity
      AND b.ends_on IS NULL) AND NOT partnerships_is_informed(current_unit(), on_day) THEN
    RAISE EXCEPTION 'unions' USING ERRCODE = 'check_violation', CONSTRAINT = 'site_closing_waits_for_mbl';
  END IF;
  FOR p IN SELECT * FROM placements_placement q WHERE q.activity_id = of_activity
      AND q.refused_at IS NULL AND q.withdrawn_at IS NULL AND (q.ends_on IS NULL OR q.ends_on > on_day)
      ORDER BY q.id FOR UPDATE
  LOOP
    IF NOT p.agreed THEN
      UPDATE placements_placement SET refused_at = clock(), answered_by_id = current_actor(), answer = why,
        answer_kind = 'closes', ends_on = starts_on WHERE id = p.id;
      UPDATE activities_seatuse SET ends_on = starts_on WHERE seat = p.seat;
    ELSE
      PERFORM placements_cut(p.id, GREATEST(p.starts_on, on_day), 'closes', why);
      PERFORM placements_keep_access(p.person_id, p.unit_id);
    END IF;
    INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details) VALUES ('write',
      'placements.close_activity', p.person_id, 'activity', p.unit_id, jsonb_build_object('placement', p.id, 'on',
        on_day));
    touched := touched + 1;
  END LOOP;
  UPDATE activities_activity SET ends_on = on_day WHERE id = of_activity;
  RETURN touched;
END $$;
GRANT EXECUTE ON FUNCTION placements_close TO trappan_app;
