-- Words of the administrator's own municipality from today or a day to come; those of that day are written anew.
CREATE FUNCTION rules_write_text(of_kind text, words text, from_day date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
  PERFORM rules_refuse_others();
  IF from_day < today() THEN PERFORM rules_refuse('text_from_today'); END IF;
  INSERT INTO rules_municipaltext (organisation_id, kind, starts_on, text)
  SELECT u.organisation_id, of_kind, from_day, words FROM staff_unit u WHERE u.id = current_unit()
  ON CONFLICT (organisation_id, kind, starts_on) DO UPDATE SET text = words, author_id = current_actor(), at = clock()
  RETURNING id INTO written;
  RETURN written;
END $$;
GRANT EXECUTE ON FUNCTION rules_write_text TO trappan_app;
