ALTER TABLE agreements_ending ADD CONSTRAINT agreements_ending_agreement_id_person_id_fkey
  FOREIGN KEY (agreement_id, person_id) REFERENCES agreements_agreement (id, person_id);

-- The most hours that anybody has been somewhere between two days: 40 a week, begun weeks by their days.
CREATE FUNCTION agreements_most_hours(first date, until date) RETURNS int IMMUTABLE LANGUAGE sql AS $$
  SELECT ceil(40.0 * GREATEST(until - first, 0) / 7)::int
$$;
GRANT EXECUTE ON FUNCTION agreements_most_hours TO trappan_app;

-- Whether all three have signed some version of an agreement: of what nobody agreed on nobody is asked how it went.
CREATE FUNCTION agreements_was_signed(of_agreement bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM agreements_version v JOIN agreements_signature s ON s.version_id = v.id
    WHERE v.agreement_id = of_agreement AND s.party = 'municipality')
$$;
GRANT EXECUTE ON FUNCTION agreements_was_signed TO trappan_app;

-- What an employer tells is of the end as it is today, of a placement that all had signed for; by a link it is what was
-- said there, word for word, and of that end. Told, nobody is asked any more.
CREATE FUNCTION agreements_tell_ending() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement; k agreements_statement; a jsonb;
BEGIN
  -- In line with whoever tells, extends or signs the same.
  SELECT q.* INTO p FROM agreements_agreement g JOIN placements_placement q ON q.id = g.placement_id
    WHERE g.id = NEW.agreement_id FOR NO KEY UPDATE;
  IF NOT p.agreed OR p.ends_on IS NULL OR p.ends_on > today() OR NOT agreements_was_signed(NEW.agreement_id) THEN
    RAISE EXCEPTION 'goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'ending_of_what_is_over';
  END IF;
  NEW.ends_on := p.ends_on; NEW.shown_on := NULL; NEW.own_words := ''; NEW.taken_back_at := NULL;
  IF NEW.statement_id IS NOT NULL THEN
    SELECT * INTO k FROM agreements_statement s WHERE s.id = NEW.statement_id AND s.placement_id = p.id
      AND s.purpose = 'end';
    IF k.id IS NULL OR k.subject <> (p.ends_on - 1)::text THEN
      RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'ending_of_this_end';
    END IF;
    a := k.said->'answers';
    NEW.went := left(a->>'went', 12);
    NEW.initiative := CASE WHEN NEW.went = 'completed' THEN '' ELSE left(COALESCE(a->>'initiative', ''), 12) END;
    NEW.hours := CASE WHEN NEW.went <> 'not_started' AND a->>'hours' ~ '^[1-9][0-9]{0,3}$' THEN (a->>'hours')::int END;
    NEW.again := left(COALESCE(a->>'again', ''), 8); NEW.led_to := left(COALESCE(a->>'led_to', ''), 10);
    NEW.words := left(COALESCE(a->>'words', ''), 1000);
    NEW.told_by := left(concat_ws(', ', COALESCE(NULLIF(k.said->>'name', ''), '–'), NULLIF(k.said->>'title', '')),
      201);
  END IF;
  IF NEW.hours > agreements_most_hours(p.starts_on, p.ends_on) THEN
    RAISE EXCEPTION 'hours' USING ERRCODE = 'check_violation', CONSTRAINT = 'hours_within_the_days';
  END IF;
  PERFORM agreements_end_links(p.person_id, p.id, 'end', (p.ends_on - 1)::text, 'told');
  RETURN NEW;
END $$;
CREATE TRIGGER tell_ending BEFORE INSERT ON agreements_ending FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_tell_ending();

-- Gone through with the person on a day from the end to today; taken back is taken back, and shown no more.
CREATE FUNCTION agreements_follow_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'back' USING ERRCODE = 'check_violation', CONSTRAINT = 'ending_stands';
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN
    NEW.taken_back_at := clock();
  END IF;
  IF NEW.shown_on IS DISTINCT FROM OLD.shown_on AND NOT COALESCE(NEW.shown_on BETWEEN OLD.ends_on AND today(), true)
  THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'shown_after_the_end';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_ending BEFORE UPDATE ON agreements_ending FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_follow_ending();

-- Where a placement is let go on, or ends on another day, what was asked of the end that it had is asked no more.
CREATE FUNCTION agreements_of_another_end() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM agreements_end_links(NEW.person_id, NEW.id, 'end', (OLD.ends_on - 1)::text, 'changed');
  RETURN NULL;
END $$;
CREATE TRIGGER of_another_end AFTER UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (OLD.ends_on IS NOT NULL AND NEW.ends_on IS DISTINCT FROM OLD.ends_on)
  EXECUTE FUNCTION agreements_of_another_end();

-- Whether an employer is being asked of somebody else's end: one form at a time.
CREATE FUNCTION agreements_is_being_asked(of_employer bigint, but_placement bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM agreements_agreement a JOIN employers_workplace w ON w.id = a.workplace_id
    JOIN agreements_link l ON l.placement_id = a.placement_id AND l.purpose = 'end'
    WHERE w.employer_id = of_employer AND a.placement_id <> but_placement AND l.outcome <> 'refused'
      AND agreements_link_is(l) = 'open')
$$;

-- Whether the form about an agreement's end waits for another at the same employer.
CREATE FUNCTION agreements_ending_waits(of_agreement bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT agreements_is_being_asked(w.employer_id, a.placement_id) FROM agreements_agreement a
  JOIN employers_workplace w ON w.id = a.workplace_id
  WHERE a.id = of_agreement AND people_holds(a.person_id, 'plan')
$$;
GRANT EXECUTE ON FUNCTION agreements_ending_waits TO trappan_app;

-- An employer is asked how it went, by the last day that the form is told apart by, when the placement is over and
-- nobody has told, and of one at a time.
CREATE FUNCTION agreements_ask_in_turn() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a agreements_agreement; p placements_placement; e bigint;
BEGIN
  SELECT * INTO a FROM agreements_agreement g WHERE g.placement_id = NEW.placement_id;
  SELECT * INTO p FROM placements_placement q WHERE q.id = NEW.placement_id FOR SHARE;
  -- In line with whoever asks the same employer.
  SELECT m.id INTO e FROM employers_workplace w JOIN employers_employer m ON m.id = w.employer_id
    WHERE w.id = a.workplace_id FOR NO KEY UPDATE OF m;
  IF a.id IS NULL OR NOT p.agreed OR p.ends_on IS NULL OR p.ends_on > today() OR NOT agreements_was_signed(a.id)
    OR NEW.subject <> (p.ends_on - 1)::text THEN
    RAISE EXCEPTION 'goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'ending_of_what_is_over';
  END IF;
  IF EXISTS (SELECT FROM agreements_ending g WHERE g.agreement_id = a.id AND g.ends_on = p.ends_on
      AND g.taken_back_at IS NULL) THEN
    RAISE EXCEPTION 'told' USING ERRCODE = 'check_violation', CONSTRAINT = 'ending_is_told';
  END IF;
  IF agreements_is_being_asked(e, p.id) THEN
    RAISE EXCEPTION 'turn' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_form_an_employer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_in_turn BEFORE INSERT ON agreements_link FOR EACH ROW
  WHEN (NEW.purpose = 'end') EXECUTE FUNCTION agreements_ask_in_turn();

-- The ends of which an employer is to be asked by a link, by employer, the longest past first, for as many days as the
-- rules say; each once by itself. The worker asks of the first that can be asked of, one an employer, and reads nobody:
-- whom it is about it is not told.
CREATE FUNCTION agreements_endings_to_ask()
RETURNS TABLE (placement_id bigint, employer_id bigint, organisation text, workplace text, to_whom text, email text,
  phone text, starts_on date, ends_on date, most int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.id, w.employer_id, e.name::text, w.name::text, c.name::text, a.email::text, a.phone::text,
    p.starts_on, p.ends_on, agreements_most_hours(p.starts_on, p.ends_on)
  FROM placements_placement p JOIN agreements_agreement a ON a.placement_id = p.id
  JOIN people_person x ON x.id = p.person_id AND NOT x.shielded
  JOIN employers_workplace w ON w.id = a.workplace_id JOIN employers_employer e ON e.id = w.employer_id
  JOIN employers_contact c ON c.id = a.contact_id AND c.left_on IS NULL
  WHERE p.ends_on <= today() AND p.ends_on > today() - rule('ending_days', today())::int AND p.agreed
    AND p.withdrawn_at IS NULL AND p.refused_at IS NULL AND a.email <> '' AND agreements_was_signed(a.id)
    AND NOT EXISTS (SELECT FROM agreements_ending g WHERE g.agreement_id = a.id AND g.ends_on = p.ends_on
      AND g.taken_back_at IS NULL)
    AND NOT EXISTS (SELECT FROM agreements_link l WHERE l.placement_id = p.id AND l.purpose = 'end'
      AND l.subject = (p.ends_on - 1)::text AND l.ended_why <> 'changed')
    AND NOT agreements_is_being_asked(w.employer_id, p.id)
  ORDER BY w.employer_id, p.ends_on, p.id
$$;
GRANT EXECUTE ON FUNCTION agreements_endings_to_ask TO trappan_nightly;

-- Order the link for one of them, in the name of who keeps the agreement, or has the case; the name of whom it is about
-- is put into its text here. Its pages are where a colleague last sent a link from. False where it cannot be.
CREATE FUNCTION agreements_ask_ending(of_placement bigint, text_of jsonb, to_address text, by_code text, to_phone text)
RETURNS boolean VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f record; made bigint;
BEGIN
  SELECT p.person_id, p.ends_on, x.given_name || ' ' || x.family_name AS name, c.name AS to_whom,
    e.name AS organisation,
    COALESCE(m.id, k.responsible_id) AS author,
    (SELECT l.site FROM agreements_link l JOIN staff_membership s ON s.id = l.author_id
      JOIN staff_unit u ON u.id = s.unit_id WHERE u.organisation_id = e.municipality_id ORDER BY l.id DESC LIMIT 1)
      AS site
  INTO f FROM placements_placement p JOIN agreements_agreement a ON a.placement_id = p.id
  JOIN people_person x ON x.id = p.person_id JOIN employers_contact c ON c.id = a.contact_id
  JOIN employers_workplace w ON w.id = a.workplace_id JOIN employers_employer e ON e.id = w.employer_id
  LEFT JOIN staff_membership m ON m.id = a.keeper_id AND (m.ends_on IS NULL OR m.ends_on > today())
  LEFT JOIN LATERAL (SELECT h.responsible_id FROM cases_case h WHERE h.person_id = p.person_id
    ORDER BY h.opened_on DESC LIMIT 1) k ON true
  WHERE p.id = of_placement;
  IF f.site IS NULL OR f.author IS NULL THEN
    RETURN false;
  END IF;
  text_of := jsonb_set(text_of, '{lines,0,text}', to_jsonb(f.name));
  INSERT INTO agreements_link (person_id, placement_id, purpose, subject, to_whom, organisation, site, channel, address,
    code_by, phone, content, digest, expires_at, author_id, at)
  VALUES (f.person_id, of_placement, 'end', (f.ends_on - 1)::text, f.to_whom, f.organisation, f.site, 'email',
    to_address, by_code, to_phone, text_of, agreements_digest(text_of::text), agreements_link_until(), f.author,
    clock())
  RETURNING id INTO made;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'agreements.ask_ending', f.person_id, 'plan', jsonb_build_object('link', made));
  RETURN true;
EXCEPTION WHEN check_violation THEN
  RETURN false;  -- somebody has told, asked or extended it at the same moment, or nothing may be sent about the person
END $$;
GRANT EXECUTE ON FUNCTION agreements_ask_ending TO trappan_nightly;

-- What the ends of some people's placements at employers ask for: to read what an employer said by a link, to send a
-- new one that is asked for, to ring where no link is out, and to go through it with the person. A link that is on its
-- way, or waits for another at the same employer, asks for nothing. As the one who asks, who sees only people of one's
-- own.
CREATE FUNCTION agreements_endings_on_desk(of_people bigint[])
RETURNS TABLE (agreement_id bigint, placement_id bigint, asks text, day date)
STABLE LANGUAGE sql AS $$
  SELECT t.* FROM (
    SELECT a.id, a.placement_id,
      CASE WHEN s.at IS NOT NULL THEN 'said'
        WHEN g.id IS NOT NULL THEN CASE WHEN g.shown_on IS NULL AND g.went <> 'unanswered' THEN 'show' ELSE '' END
        WHEN l.is_open THEN '' WHEN n.at IS NOT NULL THEN 'anew'
        WHEN l.id IS NULL AND a.email <> '' AND NOT x.shielded
          AND (p.ends_on = today() OR agreements_ending_waits(a.id)) THEN ''
        ELSE 'ring' END AS asks,
      COALESCE(stockholm_day(s.at), stockholm_day(n.at), p.ends_on - 1)
    FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
    JOIN people_person x ON x.id = a.person_id
    LEFT JOIN LATERAL (SELECT min(k.at) AS at FROM agreements_statement k WHERE k.placement_id = p.id
      AND k.purpose = 'end' AND k.seen_at IS NULL) s ON true
    LEFT JOIN LATERAL (SELECT min(k.at) AS at FROM agreements_asked_anew(p.id) k WHERE k.purpose = 'end') n ON true
    LEFT JOIN agreements_ending g ON g.agreement_id = a.id AND g.ends_on = p.ends_on AND g.taken_back_at IS NULL
    LEFT JOIN LATERAL (SELECT k.id, agreements_link_is(k) = 'open' AND k.outcome <> 'refused' AS is_open
      FROM agreements_link k WHERE k.placement_id = p.id AND k.purpose = 'end' AND k.subject = (p.ends_on - 1)::text
      ORDER BY k.id DESC LIMIT 1) l ON true
    WHERE a.person_id = ANY (of_people)
      AND p.agreed AND (s.at IS NOT NULL OR n.at IS NOT NULL
        OR p.ends_on BETWEEN today() - rule('ending_days', today())::int + 1 AND today())
      AND agreements_was_signed(a.id)) t
  WHERE t.asks <> ''
$$;
GRANT EXECUTE ON FUNCTION agreements_endings_on_desk TO trappan_app;
