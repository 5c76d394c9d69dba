-- The moment: real time, or the time of day on the day that a test or the demo has set, moved so far as it says
-- (read by name: tables that call this are brought up before the clock has such a column).
-- plpgsql, since it stands in every policy and its plan is then kept for the session.
CREATE FUNCTION clock() RETURNS timestamptz STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN COALESCE(
    (SELECT (day + ((now() + COALESCE((to_jsonb(c) ->> 'shift')::interval, interval '0'))
       AT TIME ZONE 'Europe/Stockholm')::time) AT TIME ZONE 'Europe/Stockholm'
     FROM schedules_clock c),
    now());
END $$;
GRANT EXECUTE ON FUNCTION clock TO trappan_app, trappan_web, trappan_matching;

CREATE FUNCTION today() RETURNS date STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (clock() AT TIME ZONE 'Europe/Stockholm')::date;
END $$;
GRANT EXECUTE ON FUNCTION today TO trappan_app, trappan_web, trappan_matching;
