-- Words of the municipality's own from today or a day to come; those of a day that is to come may be written anew.
CREATE FUNCTION rules_write_text(of_kind text, words text, from_day date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
  PERFORM rules_refuse_others();
  IF from_day < today() THEN PERFORM rules_refuse('text_from_today'); END IF;
  INSERT INTO rules_municipaltext (kind, starts_on, text) VALUES (of_kind, from_day, words)
  ON CONFLICT (kind, starts_on) DO UPDATE SET text = words, author_id = current_actor(), at = clock()
  RETURNING id INTO written;
  RETURN written;
END $$;
GRANT EXECUTE ON FUNCTION rules_write_text TO trappan_app;
