-- Nobody has spoken with somebody on a day to come, nor before the placement began.
CREATE FUNCTION agreements_refuse_along() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.day > today() OR NEW.day < (SELECT p.starts_on FROM agreements_agreement a
      JOIN placements_placement p ON p.id = a.placement_id WHERE a.id = NEW.agreement_id) THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'spoken_after_the_start';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_along BEFORE INSERT ON agreements_alongcontact FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_refuse_along();

-- With whom, and when, somebody is to speak next of each placement that goes on at an employer: on the day that was
-- promised, else as long after the last time, or the start, as the rhythm is. What the employer team has written of a
-- conversation with that workplace, or with whom one reaches there, counts with the employer, where it asks for no
-- places. As the one who asks, who sees only what is one's own.
CREATE FUNCTION agreements_along()
RETURNS TABLE (agreement_id bigint, person_id bigint, with_whom text, last_on date, due date, promised boolean)
STABLE LANGUAGE sql AS $$
  SELECT a.id, a.person_id, w.who, GREATEST(last.day, said.day),
    CASE WHEN last.next_on > COALESCE(said.day, '-infinity') THEN last.next_on
      ELSE COALESCE(GREATEST(last.day, said.day), p.starts_on) + w.days END,
    COALESCE(last.next_on > COALESCE(said.day, '-infinity'), false)
  FROM agreements_agreement a
  JOIN placements_placement p ON p.id = a.placement_id AND p.starts_on <= today() AND p.agreed
    AND p.waits_from IS NULL AND (p.ends_on IS NULL OR p.ends_on > today())
  CROSS JOIN LATERAL (VALUES ('person', COALESCE(a.person_days, rule('along_person_days', today())::int)),
    ('employer', COALESCE(a.employer_days, rule('along_employer_days', today())::int))) w (who, days)
  LEFT JOIN LATERAL (SELECT k.day, k.next_on FROM agreements_alongcontact k
    WHERE k.agreement_id = a.id AND k.with_whom = w.who ORDER BY k.day DESC, k.id DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT max(c.held_on) AS day FROM employers_conversation c
    WHERE w.who = 'employer' AND (c.workplace_id = a.workplace_id OR c.contact_id = a.contact_id) AND NOT c.asks
      AND c.held_on >= p.starts_on) said ON true
$$;
GRANT EXECUTE ON FUNCTION agreements_along TO trappan_app;
