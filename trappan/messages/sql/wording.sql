-- Words of the administrator's own municipality from today or a day to come; those of that day are written anew.
CREATE FUNCTION messages_write_wording(of_kind text, of_language text, words text, from_day date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'not allowed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF from_day < today() THEN
    RAISE EXCEPTION 'from today' USING ERRCODE = 'check_violation', CONSTRAINT = 'wording_from_today';
  END IF;
  INSERT INTO messages_wording (organisation_id, kind, language, starts_on, text)
  SELECT u.organisation_id, of_kind, of_language, from_day, words FROM staff_unit u WHERE u.id = current_unit()
  ON CONFLICT (organisation_id, kind, language, starts_on)
    DO UPDATE SET text = words, author_id = current_actor(), at = clock()
  RETURNING id INTO written;
  RETURN written;
END $$;
GRANT EXECUTE ON FUNCTION messages_write_wording TO trappan_app;

-- A municipality's own words of a kind in a language that hold today; nothing where it has none.
CREATE FUNCTION messages_wording(of_organisation bigint, of_kind text, of_language text) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.text FROM messages_wording w WHERE w.organisation_id = of_organisation AND w.kind = of_kind
    AND w.language = of_language AND w.starts_on <= today() ORDER BY w.starts_on DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION messages_wording TO trappan_nightly, trappan_app;
