-- A colleague's own profile is the colleague's own to write, whatever the role; never the address, which signs in.
CREATE FUNCTION staff_keep_profile(given text, family text, of_title text, of_phone text, of_languages text[])
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF current_colleague() IS NULL OR trim(given) = '' OR trim(family) = '' THEN
    RAISE EXCEPTION 'no name' USING ERRCODE = 'check_violation', CONSTRAINT = 'colleague_has_a_name';
  END IF;
  UPDATE staff_colleague SET named_here = named_here OR (given_name, family_name) <> (given, family),
    given_name = given, family_name = family, title = of_title, phone = of_phone,
    languages = of_languages WHERE id = current_colleague();
END $$;
GRANT EXECUTE ON FUNCTION staff_keep_profile TO trappan_app;

-- Whose name stood under what was written that day is kept; by no role to read, since it is about no person.
CREATE TRIGGER versions_update AFTER UPDATE ON staff_colleague REFERENCING OLD TABLE AS o
  FOR EACH STATEMENT EXECUTE FUNCTION keep_versions('log');
