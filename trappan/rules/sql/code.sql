-- Refuse codes that were not in force on their row's day: of a column, or of each in a list where the fourth word
-- is many.
CREATE FUNCTION rules_codes_hold() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  wrong text;
  -- The day of a moment is Stockholm's, which after midnight is another than the database's.
  is_moment bool := (SELECT a.atttypid = 'timestamptz'::regtype FROM pg_attribute a
    WHERE a.attrelid = TG_RELID AND a.attname = TG_ARGV[2]);
  day text := format(CASE WHEN is_moment THEN 'stockholm_day(%I)' ELSE '%I' END, TG_ARGV[2]);
BEGIN
  EXECUTE format('SELECT n.code FROM (SELECT DISTINCT %1$s::text AS code, %2$s AS day FROM n) n
    WHERE n.code <> '''' AND NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = %3$L
      AND c.code = n.code AND c.valid_from <= n.day
      AND (c.valid_to IS NULL OR n.day < c.valid_to)) LIMIT 1',
    format(CASE TG_ARGV[3] WHEN 'many' THEN 'unnest(%I)' ELSE '%I' END, TG_ARGV[0]), day, TG_ARGV[1]) INTO wrong;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;

-- A code more, from a day on, at the end of its table but before what stands for everything else.
CREATE FUNCTION rules_add_code(of_table text, of_code text, swedish text, english text, from_day date)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint; at_place smallint;
BEGIN
  PERFORM rules_refuse_unkept();
  LOCK TABLE rules_code IN SHARE ROW EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = of_table) THEN
    PERFORM rules_refuse('no_such_table');
  END IF;
  IF EXISTS (SELECT FROM rules_code c WHERE c."table" = of_table AND (c.code = of_code
      OR (lower(c.label_sv) = lower(swedish) AND (c.valid_to IS NULL OR c.valid_to > from_day)))) THEN
    PERFORM rules_refuse('code_is_there');
  END IF;
  SELECT max(c.position) + 1 INTO at_place FROM rules_code c WHERE c."table" = of_table AND c.code <> 'other';
  UPDATE rules_code SET position = at_place + 1 WHERE "table" = of_table AND code = 'other' AND position <= at_place;
  INSERT INTO rules_code ("table", code, label_sv, label_en, position, valid_from)
  VALUES (of_table, of_code, swedish, english, at_place, from_day) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION rules_add_code TO trappan_app;

-- Other words for the same code, from today or a day to come: what was counted by it goes on.
CREATE FUNCTION rules_rename_code(of_row bigint, swedish text, english text, from_day date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE c rules_code; made bigint;
BEGIN
  PERFORM rules_refuse_unkept();
  LOCK TABLE rules_code IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO c FROM rules_code WHERE id = of_row;
  IF c.id IS NULL OR c.valid_to <= today() THEN PERFORM rules_refuse('code_is_closed'); END IF;
  IF from_day < today() THEN PERFORM rules_refuse('words_from_today'); END IF;
  IF c.valid_to <= from_day THEN PERFORM rules_refuse('words_before_its_end'); END IF;
  IF from_day < c.valid_from THEN PERFORM rules_refuse('words_after_it_begins'); END IF;
  IF from_day = c.valid_from THEN
    UPDATE rules_code SET label_sv = swedish, label_en = english, author_id = current_actor(), at = clock()
     WHERE id = of_row;
    RETURN of_row;
  END IF;
  UPDATE rules_code SET valid_to = from_day WHERE id = of_row;
  INSERT INTO rules_code ("table", code, label_sv, label_en, position, valid_from, valid_to)
  VALUES (c."table", c.code, swedish, english, c.position, from_day, c.valid_to) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION rules_rename_code TO trappan_app;

-- Say the last day on which a code may be chosen, today or later, or that there is none; never of the last one left.
CREATE FUNCTION rules_close_code(of_row bigint, after_last date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE c rules_code;
BEGIN
  PERFORM rules_refuse_unkept();
  LOCK TABLE rules_code IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO c FROM rules_code WHERE id = of_row;
  IF c.id IS NULL OR c.valid_to <= today() THEN PERFORM rules_refuse('code_is_closed'); END IF;
  IF EXISTS (SELECT FROM rules_code l WHERE l."table" = c."table" AND l.code = c.code
      AND l.valid_from > c.valid_from) THEN
    PERFORM rules_refuse('code_has_later_words');
  END IF;
  IF after_last <= today() THEN PERFORM rules_refuse('code_ends_from_today'); END IF;
  IF after_last <= c.valid_from THEN PERFORM rules_refuse('code_ends_after_start'); END IF;
  IF after_last IS NOT NULL AND NOT EXISTS (SELECT FROM rules_code o WHERE o."table" = c."table" AND o.code <> c.code
      AND o.valid_from <= after_last AND o.valid_to IS NULL) THEN
    PERFORM rules_refuse('one_code_is_left');
  END IF;
  UPDATE rules_code SET valid_to = after_last WHERE id = of_row;
END $$;
GRANT EXECUTE ON FUNCTION rules_close_code TO trappan_app;
