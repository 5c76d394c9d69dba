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
  INSERT INTO documents_file (id, kind, size, digest, for_all, kept_by, at)
  VALUES (made, of_kind, of_size, of_digest, open_to_all, current_actor(), clock());
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION documents_keep TO trappan_app;

-- A row ties the file that its writer has just kept, and no other: whoever has come by the key of another's file opens
-- it by no row of her own. Afterwards nobody has it to tie. Each table that ties files has this trigger; it comes after
-- the row, so that the table's own policy speaks first.
CREATE FUNCTION documents_tie() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE documents_file f SET kept_by = NULL WHERE f.id = NEW.file_id AND f.kept_by = current_actor();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not kept by the writer'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'file_is_tied_by_its_keeper';
  END IF;
  RETURN NULL;
END $$;

-- The cleaner's two questions: which bytes rows name, and whether any names these. By digest, of nobody.
CREATE FUNCTION documents_digests() RETURNS SETOF text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$ SELECT digest FROM documents_file $$;
GRANT EXECUTE ON FUNCTION documents_digests TO trappan_nightly;

CREATE FUNCTION documents_is_named(of_digest text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM documents_file WHERE digest = of_digest)
$$;
GRANT EXECUTE ON FUNCTION documents_is_named TO trappan_nightly;
