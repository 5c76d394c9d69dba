CREATE FUNCTION rules_codes_hold() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE wrong text;
BEGIN
  EXECUTE format('SELECT n.%1$I::text FROM (SELECT DISTINCT %1$I, %2$I FROM n) n
    WHERE n.%1$I::text <> '''' AND NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = %3$L
      AND c.code = n.%1$I::text AND c.valid_from <= n.%2$I
      AND (c.valid_to IS NULL OR n.%2$I < c.valid_to)) LIMIT 1',
    TG_ARGV[0], TG_ARGV[2], TG_ARGV[1]) INTO wrong;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;
