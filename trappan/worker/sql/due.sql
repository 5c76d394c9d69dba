-- Is a chore of the day, the database's own, still to be done? Whoever is told so does it in the same transaction.
CREATE FUNCTION worker_begin(of_name text) RETURNS boolean VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO worker_done (name, day) VALUES (of_name, today()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION worker_begin TO trappan_nightly;
