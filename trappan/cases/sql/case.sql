-- A goal belongs to a plan of the same person; so with mapping and plan to their case.
ALTER TABLE cases_case ADD CONSTRAINT case_of_person UNIQUE (id, person_id);

-- The ten thousandth case of a year has five figures; four are only the least.
CREATE FUNCTION cases_next_case_number() RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO cases_caseserial AS s (year, latest) VALUES (extract(year FROM today())::int, 1)
  ON CONFLICT (year) DO UPDATE SET latest = s.latest + 1
  RETURNING year || '-' || lpad(latest::text, GREATEST(4, length(latest::text)), '0')
$$;
GRANT EXECUTE ON FUNCTION cases_next_case_number TO trappan_app;

-- The auditor reads a case number where others read a name.
CREATE FUNCTION cases_case_numbers(of_persons bigint[]) RETURNS TABLE (person_id bigint, number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT ON (k.person_id) k.person_id, k.number FROM cases_case k
  WHERE k.person_id = ANY (of_persons) AND (secrecy_role() = 'auditor'
    OR (secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit()))
  ORDER BY k.person_id, k.opened_on DESC
$$;
GRANT EXECUTE ON FUNCTION cases_case_numbers TO trappan_app;

-- Whose is a case, for the auditor, who sees no names.
CREATE FUNCTION cases_person_of(of_number text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.person_id FROM cases_case k WHERE k.number = of_number AND secrecy_role() = 'auditor'
$$;
GRANT EXECUTE ON FUNCTION cases_person_of TO trappan_app;

CREATE FUNCTION cases_case_opens() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE assistance_application a SET waits = false FROM n
   WHERE a.person_id = n.person_id AND a.waits AND a.received_on <= n.opened_on;
  RETURN NULL;
END $$;

CREATE TRIGGER opens AFTER INSERT ON cases_case REFERENCING NEW TABLE AS n
  FOR EACH STATEMENT EXECUTE FUNCTION cases_case_opens();

CREATE FUNCTION cases_case_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'trappan_app' THEN NEW.responsible_id := NULL; NEW.social_worker_id := current_actor(); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER begins_empty BEFORE INSERT ON cases_case FOR EACH ROW EXECUTE FUNCTION cases_case_begins_empty();

CREATE FUNCTION cases_unit_cases()
RETURNS TABLE (case_id bigint, number text, opened_on date, responsible_id bigint, responsible text, sent_back text,
  since date, languages text[], interpreter boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  -- Whether somebody works there today is asked once for each colleague, not for each case.
  WITH seats AS MATERIALIZED (
    SELECT m.id, m.colleague_id, staff_in_force(m) AS acts, CASE WHEN m.ends_on <= today() THEN m.ends_on END AS left_on
    FROM staff_membership m WHERE m.id IN (SELECT k.responsible_id FROM cases_case k
      WHERE k.unit_id = current_unit() AND k.closed_on IS NULL))
  SELECT k.id, k.number, k.opened_on, CASE WHEN m.acts THEN k.responsible_id END,
    c.given_name || ' ' || c.family_name,
    COALESCE((SELECT h.reason FROM cases_handover h WHERE h.case_id = k.id AND h.seat = 'responsible'
      AND h.answer = 'sent_back' AND m.acts IS NOT TRUE ORDER BY h.id DESC LIMIT 1), ''),
    -- Nobody since the day when whoever had it left; from the opening where nobody ever did.
    GREATEST(k.opened_on, m.left_on),
    -- Who speaks what decides who gets the case: told of everybody, and never with a name.
    p.languages, p.interpreter
  FROM cases_case k JOIN people_person p ON p.id = k.person_id LEFT JOIN seats m ON m.id = k.responsible_id
  LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL
  ORDER BY m.acts IS TRUE, 7, k.number
$$;
GRANT EXECUTE ON FUNCTION cases_unit_cases TO trappan_app;
