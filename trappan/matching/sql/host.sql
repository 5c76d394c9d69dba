-- What is sent about the openings of an own department's workplaces and open, as it went out, word for word, while the
-- person lets employers be told each part that it tells; a neutral card tells none. Nobody's: a part of those below. Of
-- somebody protected there is nothing.
CREATE FUNCTION matching_with_managers()
RETURNS TABLE (proposal_id bigint, opening_id bigint, workplace_id bigint, words text, sent_on date, answer_by date,
  meets_at timestamptz, meets_where text, sent_by_id bigint)
STABLE LANGUAGE sql AS $$
  SELECT p.id, o.id, o.workplace_id, s.words, stockholm_day(p.sent_at), p.answer_by, p.meets_at, p.meets_where::text,
    p.sent_by_id
  FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id
  JOIN people_person x ON x.id = p.person_id AND NOT x.shielded
  JOIN matching_sentpaper s ON s.proposal_id = p.id
  WHERE p.outcome = '' AND p.parts::text[] <@ matching_lets(p.person_id)
$$;

-- The proposals that whoever manages a workplace answers. The manager holds no grant: this is all there is to be read,
-- of nobody by key.
CREATE FUNCTION matching_proposed_here()
RETURNS TABLE (proposal_id bigint, opening_id bigint, words text, sent_on date, answer_by date, meets_at timestamptz,
  meets_where text, contact text, phone text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.proposal_id, p.opening_id, p.words, p.sent_on, p.answer_by, p.meets_at, p.meets_where,
    c.given_name || ' ' || c.family_name, c.phone::text
  FROM matching_with_managers() p
  JOIN staff_membership m ON m.id = p.sent_by_id JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE p.workplace_id = employers_hosted()
  ORDER BY p.answer_by, p.proposal_id
$$;
GRANT EXECUTE ON FUNCTION matching_proposed_here TO trappan_app;

-- At which workplaces of own departments proposals wait for a manager's answer, since when and until when: for who
-- coordinates their places, and without a person, a proposal, an opening or a number of people. Where a meeting is
-- agreed and has not been, nobody is waited for.
CREATE FUNCTION matching_waits_for_managers()
RETURNS TABLE (workplace_id bigint, employer_id bigint, sent_on date, answer_by date, managed boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.id, e.id, min(p.sent_on), min(p.answer_by), EXISTS (SELECT FROM staff_membership m
    WHERE m.unit_id = w.unit_id AND m.role = 'host_manager' AND staff_in_force(m))
  FROM matching_with_managers() p JOIN employers_workplace w ON w.id = p.workplace_id
  JOIN employers_employer e ON e.id = w.employer_id AND e.kind = 'department' AND e.municipality_id = ANY (staff_own())
  WHERE employers_coordinates() AND w.unit_id IS NOT NULL AND (p.meets_at IS NULL OR p.meets_at < clock())
  GROUP BY w.id, e.id ORDER BY 3, 1
$$;
GRANT EXECUTE ON FUNCTION matching_waits_for_managers TO trappan_app;

-- Read one of them, which is written in the person's log; nothing where it is not the manager's to answer.
CREATE FUNCTION matching_read_here(of_proposal bigint)
RETURNS TABLE (proposal_id bigint, opening_id bigint, words text, sent_on date, answer_by date, meets_at timestamptz,
  meets_where text, contact text, phone text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
  SELECT 'read', 'matching.see_proposed', p.person_id, 'profile', s.unit_id, jsonb_build_object('proposal', p.id)
  FROM matching_proposed_here() h JOIN matching_proposal p ON p.id = h.proposal_id
  JOIN matching_worksearch s ON s.id = p.search_id WHERE h.proposal_id = of_proposal;
  SELECT h.* FROM matching_proposed_here() h WHERE h.proposal_id = of_proposal
$$;
GRANT EXECUTE ON FUNCTION matching_read_here TO trappan_app;

-- The manager's yes, to what is still offered, or no, for one of the reasons. Locked as whoever writes of the person's
-- proposals locks them, so that of two employers that answer at once the later sees the earlier; a yes ends what else
-- the person was asked about (matching_others_end).
CREATE FUNCTION matching_answer_here(of_proposal bigint, accepts boolean, of_why text, of_note text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p matching_proposal; of_person bigint;
BEGIN
  SELECT q.person_id INTO of_person FROM matching_proposal q JOIN employers_opening o ON o.id = q.opening_id
    AND o.workplace_id = employers_hosted() WHERE q.id = of_proposal AND q.sent_at IS NOT NULL;
  IF of_person IS NULL THEN
    RAISE EXCEPTION 'hosted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_where_it_was_sent';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('matching.profile', of_person));
  SELECT * INTO p FROM matching_proposal q WHERE q.id = of_proposal FOR UPDATE;
  IF p.outcome <> '' THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_has_ended';
  END IF;
  IF NOT EXISTS (SELECT FROM matching_proposed_here() h WHERE h.proposal_id = of_proposal) THEN
    RAISE EXCEPTION 'hosted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_where_it_was_sent';
  END IF;
  IF accepts THEN
    PERFORM matching_refuse_full(p.opening_id);  -- which stands in line with whoever takes the offer back
    IF EXISTS (SELECT FROM employers_opening o WHERE o.id = p.opening_id
        AND LEAST(o.closed_on, o.ends_on) <= today()) THEN
      RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'yes_while_it_is_offered';
    END IF;
  ELSIF of_why NOT IN ('journey', 'times', 'tasks', 'terms', 'filled', 'experience', 'language', 'health', 'unsaid',
      'other') THEN
    RAISE EXCEPTION 'why' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_no_has_its_reason';
  END IF;
  UPDATE matching_proposal SET outcome = CASE WHEN accepts THEN 'accepted' ELSE 'employer' END,
    why = CASE WHEN accepts THEN '' ELSE of_why END, note = of_note, ended_on = today() WHERE id = p.id;
  INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
  SELECT 'write', 'matching.tell_outcome', p.person_id, 'profile', s.unit_id,
    jsonb_build_object('proposal', p.id, 'accepted', accepts, 'why', CASE WHEN accepts THEN '' ELSE of_why END)
  FROM matching_worksearch s WHERE s.id = p.search_id;
END $$;
GRANT EXECUTE ON FUNCTION matching_answer_here TO trappan_app;
