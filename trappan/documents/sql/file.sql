-- A file's facts are written by whoever acts, through this function alone, and read only through the row of a room
-- that ties them: the policy stands beside that table (cases/sql/referral_file.sql, activities/sql/picture.sql). The
-- key is drawn by lot. Only what was kept for all may a row open to every colleague: nobody opens another file by
-- naming it.
CREATE FUNCTION documents_keep(of_kind text, of_size int, of_digest text, open_to_all boolean) RETURNS uuid
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made uuid := gen_random_uuid();
BEGIN
  IF current_actor() IS NULL THEN
    RAISE EXCEPTION 'nobody acts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO documents_file (id, kind, size, digest, for_all, at)
  VALUES (made, of_kind, of_size, of_digest, open_to_all, clock());
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION documents_keep TO trappan_app;

-- The cleaner's two questions: which bytes rows name, and whether any names these. By digest, of nobody.
CREATE FUNCTION documents_digests() RETURNS SETOF text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$ SELECT digest FROM documents_file $$;
GRANT EXECUTE ON FUNCTION documents_digests TO trappan_nightly;

CREATE FUNCTION documents_is_named(of_digest text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM documents_file WHERE digest = of_digest)
$$;
GRANT EXECUTE ON FUNCTION documents_is_named TO trappan_nightly;
