-- The person's own word on the language, for the pages and the reminders alike. How the person is reminded stays as it
-- was; where nobody has asked about that, it stays unsaid. Said again it is no news.
CREATE FUNCTION portal_choose_language(to_language text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person();
BEGIN
  INSERT INTO messages_wish AS w (person_id, way, language, tells_time, author_id)
  VALUES (me, '', to_language, false, NULL)
  ON CONFLICT (person_id) DO UPDATE SET language = EXCLUDED.language, author_id = NULL, at = clock()
    WHERE w.language <> EXCLUDED.language;
  IF FOUND THEN
    PERFORM portal_note('portal.choose_language', me, 'write', 'plan', NULL,
      jsonb_build_object('language', to_language));
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION portal_choose_language TO trappan_own;
