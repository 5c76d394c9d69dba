-- A code that is chosen now is one of those in use today; what a workplace has since before it was closed may stay.
CREATE FUNCTION employers_in_use(of_table text, of_code text) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM rules_code c WHERE c."table" = of_table AND c.code = of_code
    AND c.valid_from <= today() AND (c.valid_to IS NULL OR today() < c.valid_to))
$$;
GRANT EXECUTE ON FUNCTION employers_in_use TO trappan_app;

CREATE FUNCTION employers_refuse_codes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  branch_before text := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) ->> 'branch' ELSE '' END;
  access_before text[] := CASE TG_OP WHEN 'UPDATE' THEN ARRAY(SELECT jsonb_array_elements_text(to_jsonb(OLD) -> 'access'))
    ELSE '{}' END;
BEGIN
  IF NEW.branch NOT IN ('', branch_before) AND NOT employers_in_use('branch', NEW.branch) THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_branch';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.access) a WHERE a <> ALL (access_before) AND NOT employers_in_use('access', a)) THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_access';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_codes BEFORE INSERT OR UPDATE OF branch, access ON employers_workplace FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_codes();
