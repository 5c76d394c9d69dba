-- What a head is told of files opened without assignment in the unit and those right below, and where
-- nobody nearer is told: who, when, which case and why, and no name.
CREATE FUNCTION cases_openings()
RETURNS TABLE (colleague text, at timestamptz, number text, reason text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT c.given_name || ' ' || c.family_name, g.starts_at,
    COALESCE((SELECT k.number FROM cases_case k WHERE k.person_id = g.person_id
              ORDER BY k.opened_on DESC LIMIT 1), ''), g.reason
  FROM people_grant g JOIN staff_membership m ON m.id = g.membership_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE g.basis IN ('emergency', 'supervision') AND secrecy_role() = 'head_of_unit'
    AND (current_unit() IN (u.id, u.parent_id) OR current_unit() = people_told_of(m.id))
    AND g.starts_at > clock() - interval '30 days'
  ORDER BY 2 DESC
$$;
GRANT EXECUTE ON FUNCTION cases_openings TO trappan_app;

-- The head opens a file of the own unit for supervision; a protected one waits for a second head.
CREATE FUNCTION cases_open_as_head(of_number text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE number = of_number AND closed_on IS NULL;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  PERFORM people_refuse_opening(why);
  IF (SELECT protection FROM people_person WHERE id = k.person_id) <> 'none' THEN
    PERFORM people_ask(k.person_id, 'supervision', '', why);
    RETURN NULL;
  END IF;
  PERFORM people_open(k.person_id, current_actor(), 'supervision', why);
  RETURN k.person_id;
END $$;
GRANT EXECUTE ON FUNCTION cases_open_as_head TO trappan_app;

-- What a second head is told before agreeing: who asks for what, which case and why, and no name.
CREATE FUNCTION cases_openings_asked()
RETURNS TABLE (id bigint, colleague text, wants text, asked_at timestamptz, number text, reason text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id, c.given_name || ' ' || c.family_name, o.wants, o.asked_at,
    COALESCE((SELECT k.number FROM cases_case k WHERE k.person_id = o.person_id
              ORDER BY k.opened_on DESC LIMIT 1), ''), o.reason
  FROM people_opening o JOIN staff_membership m ON m.id = o.asked_by_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c ON c.id = m.colleague_id
  JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
  WHERE secrecy_role() = 'head_of_unit' AND o.agreed_at IS NULL
    AND m.colleague_id <> current_colleague() AND o.asked_at > clock() - interval '24 hours'
  ORDER BY o.asked_at
$$;
GRANT EXECUTE ON FUNCTION cases_openings_asked TO trappan_app;
