-- May I read of employers? Those of the employer team, and the municipality's consultants and heads.
CREATE FUNCTION employers_sees() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit()
    AND secrecy_role() IN ('employer_officer', 'consultant', 'head_of_unit'))
$$;
GRANT EXECUTE ON FUNCTION employers_sees TO trappan_app, trappan_matching;

-- May I write of them? The employer team alone.
CREATE FUNCTION employers_keeps() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT employers_sees() AND secrecy_role() = 'employer_officer'
$$;
GRANT EXECUTE ON FUNCTION employers_keeps TO trappan_app;

-- The questions below see with the writer's eyes: of what is hidden they find nothing, and row-level security answers.
--
-- Where an employer has gone up in another, nothing more is written with it.
CREATE FUNCTION employers_refuse_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.employer_id AND e.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'employer_is_merged';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_merged BEFORE INSERT ON employers_workplace FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON employers_contact FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON employers_conversation FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_merged();

-- A workplace or a contact that a row names is of the same employer.
CREATE FUNCTION employers_refuse_others() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_contact bigint := (to_jsonb(NEW) ->> 'contact_id')::bigint;
BEGIN
  IF NEW.workplace_id IS NOT NULL AND NOT EXISTS (SELECT FROM employers_workplace w
      WHERE w.id = NEW.workplace_id AND w.employer_id = NEW.employer_id) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'workplace_of_the_employer';
  END IF;
  IF of_contact IS NOT NULL AND NOT EXISTS (SELECT FROM employers_contact c
      WHERE c.id = of_contact AND c.employer_id = NEW.employer_id) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_of_the_employer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_others BEFORE INSERT OR UPDATE OF workplace_id ON employers_contact FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_others();
CREATE TRIGGER refuse_others BEFORE INSERT OR UPDATE OF workplace_id, contact_id ON employers_conversation
  FOR EACH ROW EXECUTE FUNCTION employers_refuse_others();
