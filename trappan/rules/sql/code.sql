CREATE FUNCTION rules_codes_hold() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  wrong text;
  -- The day of a moment is Stockholm's, which after midnight is another than the database's.
  is_moment bool := (SELECT a.atttypid = 'timestamptz'::regtype FROM pg_attribute a
    WHERE a.attrelid = TG_RELID AND a.attname = TG_ARGV[2]);
  day text := format(CASE WHEN is_moment THEN 'stockholm_day(%I)' ELSE '%I' END, TG_ARGV[2]);
BEGIN
  EXECUTE format('SELECT n.code::text FROM (SELECT DISTINCT %1$I AS code, %2$s AS day FROM n) n
    WHERE n.code::text <> '''' AND NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = %3$L
      AND c.code = n.code::text AND c.valid_from <= n.day
      AND (c.valid_to IS NULL OR n.day < c.valid_to)) LIMIT 1',
    TG_ARGV[0], day, TG_ARGV[1]) INTO wrong;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;
