-- The meetings of whoever has this address, with nothing of the person; those of protected persons are in no
-- feed. Whoever comes with an address acts in here, for as long as this takes, and is nobody afterwards.
CREATE FUNCTION desk_feed(of_digest text, since timestamptz, until timestamptz)
RETURNS TABLE (id bigint, starts_at timestamptz, ends_at timestamptz, how text, number text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE reader record;
BEGIN
  SELECT s.colleague_id, s.membership_id, s.unit_id INTO reader FROM staff_subscriber(of_digest) s;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM secrecy_seal(reader.membership_id, reader.colleague_id, reader.unit_id);
  RETURN QUERY SELECT m.id, m.starts_at, m.ends_at, m.how::text, c.number::text
    FROM cases_meeting m JOIN cases_case c ON c.id = m.case_id JOIN people_person p ON p.id = m.person_id
    WHERE m.colleague_id = reader.membership_id AND m.starts_at >= since AND m.starts_at < until
      AND m.outcome NOT IN ('cancelled', 'moved') AND p.protection = 'none' AND people_holds(m.person_id, 'plan')
    ORDER BY m.starts_at, m.id;
  PERFORM secrecy_leave();
END $$;
GRANT EXECUTE ON FUNCTION desk_feed TO trappan_web;
