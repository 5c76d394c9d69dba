-- Meetings to come with who, when, where and how, never what about; and times that one is offered, to choose among.

CREATE FUNCTION portal_meetings()
RETURNS TABLE (id bigint, starts_at timestamptz, ends_at timestamptz, who text, phone text, how text, place text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT b.id, b.starts_at, b.ends_at, c.given_name || ' ' || c.family_name, c.phone::text, b.how::text,
    b.place::text
  FROM cases_meeting b JOIN staff_membership w ON w.id = b.colleague_id JOIN staff_colleague c ON c.id = w.colleague_id
  WHERE b.person_id = me AND b.outcome = '' AND b.ends_at > clock() ORDER BY b.starts_at, b.id;
END $$;
GRANT EXECUTE ON FUNCTION portal_meetings TO trappan_own;

-- Whether the colleague or the person is in another meeting at an offered time.
CREATE FUNCTION portal_time_is_taken(o cases_meetingoffer, at timestamptz) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM cases_meeting m WHERE (m.colleague_id = o.colleague_id OR m.person_id = o.person_id)
    AND m.outcome NOT IN ('moved', 'cancelled') AND m.id IS DISTINCT FROM o.meeting_id
    AND m.starts_at < at + make_interval(mins => o.minutes) AND m.ends_at > at)
$$;

-- What one is offered and may answer, with the times that are still free; `booked` is the time that stands now.
CREATE FUNCTION portal_offers()
RETURNS TABLE (id bigint, starts timestamptz[], minutes int, who text, how text, place text, until date,
  booked timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT o.id,
    ARRAY(SELECT t FROM unnest(o.starts) t WHERE t > clock() AND NOT portal_time_is_taken(o, t)
      AND t IS DISTINCT FROM m.starts_at ORDER BY t),
    o.minutes::int, c.given_name || ' ' || c.family_name, o.how::text, o.place::text, o.until, m.starts_at
  FROM cases_meetingoffer o JOIN staff_membership w ON w.id = o.colleague_id
  JOIN staff_colleague c ON c.id = w.colleague_id LEFT JOIN cases_meeting m ON m.id = o.meeting_id
  WHERE o.person_id = me AND cases_offer_holds(o) ORDER BY o.id;
END $$;
GRANT EXECUTE ON FUNCTION portal_offers TO trappan_own;

-- An offer of mine, locked with all that it rests on, in the order in which others lock these: person and case
-- (closing, hand-over, protection), meeting (whoever moves or cancels it), what the colleague books, and the offer.
-- One's own presses stand in line first, so that the meeting is the one that was read. Nothing where it is none of
-- mine.
CREATE FUNCTION portal_lock_offer(of_offer bigint, me bigint) RETURNS cases_meetingoffer VOLATILE LANGUAGE plpgsql AS $$
DECLARE o cases_meetingoffer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('portal.offer', of_offer));
  SELECT * INTO o FROM cases_meetingoffer f WHERE f.id = of_offer AND f.person_id = me;
  IF o.id IS NOT NULL THEN
    PERFORM FROM people_person p WHERE p.id = me FOR SHARE;
    PERFORM FROM cases_case k WHERE k.id = o.case_id FOR SHARE;
    PERFORM FROM cases_meeting m WHERE m.id = o.meeting_id FOR UPDATE;
    PERFORM pg_advisory_xact_lock(hashtextextended('cases.meeting', o.colleague_id));
    SELECT * INTO o FROM cases_meetingoffer f WHERE f.id = of_offer FOR UPDATE;
  END IF;
  RETURN o;
END $$;

-- Choose one of the times, or another than one has chosen: the meeting is booked, or moved. Empty where it is done,
-- otherwise why not. Pressed twice it is booked once.
CREATE FUNCTION portal_choose_time(of_offer bigint, at timestamptz) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person(); o cases_meetingoffer := portal_lock_offer(of_offer, me); made bigint;
BEGIN
  IF o.id IS NULL OR NOT cases_offer_holds(o) OR at <> ALL (o.starts) THEN RETURN 'gone'; END IF;
  IF EXISTS (SELECT FROM cases_meeting m WHERE m.id = o.meeting_id AND m.starts_at = at) THEN RETURN ''; END IF;
  IF at <= clock() THEN RETURN 'past'; END IF;
  IF portal_time_is_taken(o, at) THEN RETURN 'taken'; END IF;
  IF o.meeting_id IS NOT NULL THEN
    -- The offer goes on: it does not end with the meeting that is moved (cases/sql/meeting_offer.sql).
    UPDATE cases_meetingoffer SET meeting_id = NULL WHERE id = o.id;
    UPDATE cases_meeting SET outcome = 'moved' WHERE id = o.meeting_id AND outcome = '';
    IF NOT FOUND THEN RAISE unique_violation; END IF;
  END IF;
  INSERT INTO cases_meeting (person_id, case_id, colleague_id, starts_at, ends_at, how, place, purpose, interpreter,
    outcome, moved_from_id)
  VALUES (me, o.case_id, o.colleague_id, at, at + make_interval(mins => o.minutes), o.how, o.place, o.purpose,
    o.interpreter, '', o.meeting_id) RETURNING id INTO made;
  UPDATE cases_meetingoffer SET meeting_id = made, answered_at = clock(), read_at = NULL WHERE id = o.id;
  PERFORM portal_note('portal.choose_time', me, 'write', 'plan', NULL, jsonb_build_object('meeting', made));
  RETURN '';
EXCEPTION
  WHEN exclusion_violation THEN RETURN 'taken';
  WHEN unique_violation THEN RETURN 'gone';
END $$;
GRANT EXECUTE ON FUNCTION portal_choose_time TO trappan_own;

-- That none of the times suits, in own words: the offer ends, and what is booked stands until the colleague has read
-- it.
CREATE FUNCTION portal_none_suits(of_offer bigint, words text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person(); o cases_meetingoffer := portal_lock_offer(of_offer, me);
BEGIN
  IF o.said <> '' THEN RETURN ''; END IF;
  IF o.id IS NULL OR NOT cases_offer_holds(o) THEN RETURN 'gone'; END IF;
  UPDATE cases_meetingoffer SET said = words, answered_at = clock(), ended_at = clock(), read_at = NULL WHERE id = o.id;
  PERFORM portal_note('portal.none_suits', me, 'write', 'plan', NULL, jsonb_build_object('offer', o.id));
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_none_suits TO trappan_own;
