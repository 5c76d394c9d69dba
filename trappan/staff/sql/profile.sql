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

-- Whose name stood under what was written that day is kept; by no role to read: the paper tells it, and nothing else.
CREATE TRIGGER versions_update AFTER UPDATE ON staff_colleague REFERENCING OLD TABLE AS o
  FOR EACH STATEMENT EXECUTE FUNCTION keep_versions('log');

-- What a colleague was called at a moment: the first name that was changed after it, or today's. Nobody's to ask: each
-- room has a function for its own papers, which asks whether the actor may read that one.
CREATE FUNCTION staff_called_at(of_membership bigint, moment timestamptz) RETURNS text
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE((SELECT concat_ws(' ', v.was->>'given_name', v.was->>'family_name') FROM history_version v
      WHERE v.of_table = 'staff_colleague' AND v.row_id = c.id AND v.at > moment ORDER BY v.id LIMIT 1),
    concat_ws(' ', c.given_name, c.family_name))
  FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id WHERE m.id = of_membership
$$;
