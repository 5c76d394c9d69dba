-- A letter is carried out by a colleague who writes the plan of its person: printed, then posted, or not sent.

-- Which of these letters may whoever acts see to, and still wait? Locked in order, so that two who print and post at
-- the same moment stand in line.
CREATE FUNCTION messages_lock_letters(of_rows bigint[]) RETURNS SETOF messages_outbox VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELECT o.* FROM messages_outbox o WHERE o.id = ANY (of_rows) AND o.channel = 'letter' AND o.outcome = ''
    AND o.person_id = ANY (people_held(ARRAY(SELECT w.person_id FROM messages_outbox w WHERE w.id = ANY (of_rows)),
      'plan', true)) ORDER BY o.id FOR UPDATE;
END $$;

-- Print letters: those with an address to write on them, about somebody who may be written to, that still hold. One
-- that is printed is not printed anew where nobody asks for that (`anew`): it may lie in an envelope.
CREATE FUNCTION messages_print(of_rows bigint[], anew boolean) RETURNS SETOF bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE letter messages_outbox;
BEGIN
  FOR letter IN SELECT * FROM messages_lock_letters(of_rows) LOOP
    CONTINUE WHEN messages_hindered(letter) NOT IN ('', 'wait') OR letter.printed_at IS NOT NULL AND NOT anew
      OR NOT EXISTS (SELECT FROM people_contact c
        WHERE c.person_id = letter.person_id AND c.address <> '' AND c.postal_code <> '' AND c.city <> '');
    UPDATE messages_outbox SET printed_at = COALESCE(printed_at, clock()),
      printed_by_id = COALESCE(printed_by_id, current_actor()) WHERE id = letter.id;
    RETURN NEXT letter.id;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION messages_print TO trappan_app;

-- Say that printed letters were posted on a day: from when they were printed to today. Refused whole where one of them
-- is none of these.
CREATE FUNCTION messages_post(of_rows bigint[], on_day date) RETURNS SETOF bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE letter messages_outbox; posted bigint[] := '{}';
BEGIN
  FOR letter IN SELECT * FROM messages_lock_letters(of_rows) LOOP
    CONTINUE WHEN letter.printed_at IS NULL;
    IF on_day > today() OR on_day < (letter.printed_at AT TIME ZONE 'Europe/Stockholm')::date THEN
      RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'posted_when_printed';
    END IF;
    UPDATE messages_outbox SET outcome = 'sent', tries = 1, tried_at = now(),
      sent_at = GREATEST(printed_at, LEAST(clock(), (on_day + time '12:00') AT TIME ZONE 'Europe/Stockholm'))
    WHERE id = letter.id;
    posted := posted || letter.id;
  END LOOP;
  IF posted = '{}' OR NOT posted @> of_rows THEN
    RAISE EXCEPTION 'gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_waits';
  END IF;
  RETURN QUERY SELECT unnest(posted);
END $$;
GRANT EXECUTE ON FUNCTION messages_post TO trappan_app;

-- Say that a letter could not be sent: there is no address to write on it.
CREATE FUNCTION messages_cannot_post(of_row bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM messages_lock_letters(ARRAY[of_row]);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_waits';
  END IF;
  UPDATE messages_outbox SET outcome = 'refused', why = 'no_address' WHERE id = of_row;
END $$;
GRANT EXECUTE ON FUNCTION messages_cannot_post TO trappan_app;
