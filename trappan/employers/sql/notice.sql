-- The worker asks own departments on the day that the rules say, and tells of it once, twice again, and their head.

-- The half-year that the own departments are to be asked about now.
CREATE FUNCTION employers_half_to_ask() RETURNS date STABLE LANGUAGE sql AS $$
  SELECT h.half FROM (SELECT (date_trunc('year', today()::timestamp)
      + CASE WHEN extract(month FROM today()) < 7 THEN interval '6 months' ELSE interval '1 year' END)::date AS half) h
  WHERE today() >= h.half - (rule('places_asked_days', today()) #>> '{}')::int
$$;
GRANT EXECUTE ON FUNCTION employers_half_to_ask TO trappan_app;

-- Ask every open workplace of the own departments that has not been asked, in the name of the one who has coordinated
-- longest; how many were asked. Where nobody coordinates nobody is asked.
CREATE FUNCTION employers_ask_in_time() RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE asked bigint;
BEGIN
  INSERT INTO employers_placequestion (workplace_id, half, asked_on, answer_by, none_reason, author_id, at)
  SELECT w.id, h.half, today(), today() + (rule('places_answer_days', today()) #>> '{}')::int, '', c.id, clock()
  FROM employers_workplace w JOIN employers_employer e ON e.id = w.employer_id AND e.kind = 'department'
    AND NOT e.cooperates AND e.merged_into_id IS NULL AND (e.ended_on IS NULL OR e.ended_on > today())
  CROSS JOIN (SELECT employers_half_to_ask() AS half) h
  JOIN LATERAL (SELECT m.id FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
    AND u.organisation_id = e.municipality_id WHERE m.role = 'place_coordinator' AND staff_in_force(m)
    ORDER BY m.starts_on, m.id LIMIT 1) c ON true
  WHERE h.half IS NOT NULL AND (w.closed_on IS NULL OR w.closed_on > today())
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS asked = ROW_COUNT;
  RETURN asked;
END $$;
GRANT EXECUTE ON FUNCTION employers_ask_in_time TO trappan_nightly;

-- The questions of which somebody is to be told today: nobody has answered, the half-year goes on, and the last word
-- of it is as old as the rules of the day of the question say.
CREATE FUNCTION employers_to_tell() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT q.id FROM employers_placequestion q JOIN employers_workplace w ON w.id = q.workplace_id
    AND (w.closed_on IS NULL OR w.closed_on > today())
  WHERE q.none_reason = '' AND q.half + interval '6 months' > today() AND q.author_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM employers_opening o WHERE o.question_id = q.id)
    AND employers_next_notice(q.id) IS NOT NULL
  ORDER BY q.id
$$;
GRANT EXECUTE ON FUNCTION employers_to_tell TO trappan_nightly;

-- Which word of a question comes next, and has its day come? Nothing where it has not, or the last was said.
CREATE FUNCTION employers_next_notice(of_question bigint) RETURNS int STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN t.latest IS NULL THEN 0
      WHEN t.latest < 3 AND t.told_on + (rule('places_reminder_days', q.asked_on) #>> '{}')::int <= today()
      THEN t.latest + 1 END
  FROM employers_placequestion q CROSS JOIN LATERAL (SELECT max(n.nth) AS latest, max(n.told_on) AS told_on
    FROM employers_placenotice n WHERE n.question_id = q.id) t WHERE q.id = of_question
$$;

-- Take a question of which somebody is to be told: which word of it, and what the mail needs; no other takes it before
-- the transaction ends.
CREATE FUNCTION employers_take_question(of_question bigint)
RETURNS TABLE (nth int, workplace text, department text, half date, asked_on date, answer_by date)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM employers_placequestion q WHERE q.id = of_question FOR UPDATE SKIP LOCKED;
  IF NOT FOUND OR of_question NOT IN (SELECT employers_to_tell()) THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT employers_next_notice(q.id), w.name::text, e.name::text, q.half, q.asked_on, q.answer_by
    FROM employers_placequestion q JOIN employers_workplace w ON w.id = q.workplace_id
    JOIN employers_employer e ON e.id = w.employer_id WHERE q.id = of_question;
END $$;
GRANT EXECUTE ON FUNCTION employers_take_question TO trappan_nightly;

-- Write that somebody was told, and order the mails: to those who manage the site, the last to the head of the unit
-- above it, or above the other sites of the department where the workplace has none. Nothing where the word is not the
-- next. Where there is nobody, that is written.
CREATE FUNCTION employers_tell(of_question bigint, of_nth int, of_subject text, of_text text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE q employers_placequestion; w employers_workplace; one bigint;
BEGIN
  SELECT * INTO q FROM employers_placequestion o WHERE o.id = of_question FOR UPDATE;
  IF q.id IS NULL OR employers_next_notice(q.id) IS DISTINCT FROM of_nth THEN
    RETURN;
  END IF;
  SELECT * INTO w FROM employers_workplace o WHERE o.id = q.workplace_id;
  FOR one IN SELECT DISTINCT m.colleague_id FROM staff_membership m WHERE staff_in_force(m)
      AND CASE WHEN of_nth < 3 THEN m.role = 'host_manager' AND m.unit_id = w.unit_id
        ELSE m.role = 'head_of_unit' AND (m.unit_id = w.unit_id OR m.unit_id IN (SELECT u.parent_id FROM staff_unit u
          JOIN employers_workplace o ON o.unit_id = u.id WHERE o.id = w.id
            OR w.unit_id IS NULL AND o.employer_id = w.employer_id)) END
      ORDER BY m.colleague_id LOOP
    INSERT INTO employers_placenotice (question_id, nth, told_on, colleague_id) VALUES (q.id, of_nth, today(), one);
    PERFORM messages_in_the_name_of(q.author_id, one, 'employers.places', 'email', of_subject, of_text);
  END LOOP;
  IF NOT EXISTS (SELECT FROM employers_placenotice n WHERE n.question_id = q.id AND n.nth = of_nth) THEN
    INSERT INTO employers_placenotice (question_id, nth, told_on, colleague_id) VALUES (q.id, of_nth, today(), NULL);
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION employers_tell TO trappan_nightly;

CREATE TRIGGER rings AFTER INSERT ON employers_placequestion FOR EACH ROW
  EXECUTE FUNCTION worker_ring('employers.tell');
