-- What a person is reminded of, and when: asked each minute by the worker, of the rules in force today.

-- Are these quiet hours? From an hour to an hour, also over midnight; the same twice is never. By the town's clock, as
-- everything that a person reads an hour of.
CREATE FUNCTION messages_is_quiet(on_moment timestamptz) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN begins <= ends THEN hour >= begins AND hour < ends ELSE hour >= begins OR hour < ends END
  FROM (SELECT extract(hour FROM local)::int AS hour, rule('quiet_from', local::date)::int AS begins,
      rule('quiet_until', local::date)::int AS ends
    FROM (SELECT on_moment AT TIME ZONE 'Europe/Stockholm' AS local) t) u
$$;

-- When is a person reminded of what begins then? At the hour of the rules, so many days before, as the clock on the
-- wall shows it: an October Sunday has 25 hours. Nothing where nobody is reminded.
CREATE FUNCTION messages_remind_at(of_start timestamptz, by_letter boolean DEFAULT false) RETURNS timestamptz
STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN days > 0 THEN ((of_start AT TIME ZONE 'Europe/Stockholm')::date
      - CASE WHEN by_letter THEN GREATEST(days, for_letter) ELSE days END
    + make_interval(hours => hour)) AT TIME ZONE 'Europe/Stockholm' END
  FROM (SELECT rule('reminder_days', today())::int AS days, rule('letter_days', today())::int AS for_letter,
    rule('reminder_hour', today())::int AS hour) t
$$;

-- Is a person told on paper, which takes its days?
CREATE FUNCTION messages_is_by_letter(of_person bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM messages_way_of(of_person, true) w WHERE w.channel = 'letter')
$$;

-- How far ahead lies what somebody may be reminded of today?
CREATE FUNCTION messages_ahead() RETURNS interval STABLE LANGUAGE sql AS $$
  SELECT make_interval(days =>
    GREATEST(rule('reminder_days', today())::int, rule('letter_days', today())::int) + 2)
$$;

CREATE FUNCTION messages_is_paused(of_person bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM messages_pause p
    WHERE p.person_id = of_person AND p.starts_on <= today() AND today() < p.ends_on)
$$;

-- Would it go to somebody who has said no since, or to an address that is the person's no longer?
CREATE FUNCTION messages_goes_astray(of_message messages_outbox) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM messages_wish w WHERE w.person_id = of_message.person_id AND w.way = 'none')
    OR of_message.channel IN ('sms', 'email')
    AND NOT EXISTS (SELECT FROM people_contact c WHERE c.person_id = of_message.person_id
      AND of_message.address IN (messages_in_full(c.phone), c.email))
$$;

-- Why does a message not go now? Nothing where it goes; `wait` in quiet hours; else why it never does. One that reminds
-- is too late within the hour before, one that calls off when what it was about would have begun.
CREATE FUNCTION messages_hindered(of_message messages_outbox) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM people_person p WHERE p.id = of_message.person_id AND p.shielded) THEN 'protected'
    WHEN of_message.reminder_id IS NULL THEN ''
    WHEN of_message.kind = 'messages.remind' AND r.stopped_at IS NOT NULL OR r.why = 'over'
      OR messages_is_paused(of_message.person_id) OR messages_goes_astray(of_message) THEN 'stopped'
    WHEN clock() >= r.starts_at - CASE WHEN of_message.channel = 'letter' THEN interval '1 day'
      WHEN of_message.kind IN ('messages.remind', 'messages.remind_day') THEN interval '1 hour'
      ELSE interval '0' END THEN 'late'
    WHEN messages_is_quiet(clock()) THEN 'wait' ELSE '' END
  FROM (SELECT of_message.reminder_id AS id) one LEFT JOIN messages_reminder r ON r.id = one.id
$$;

-- Which kind of message was due about a reminder at a moment, of those that nobody has ordered? Whoever was told of the
-- time when it was booked, after the usual moment, is told once; what stands in the place of something else is told of.
CREATE FUNCTION messages_due_kind(of_reminder messages_reminder, on_moment timestamptz) RETURNS text STABLE
LANGUAGE sql AS $$
  SELECT CASE
    WHEN of_reminder.booked_at > on_moment OR of_reminder.starts_at <= on_moment OR messages_is_quiet(on_moment)
      OR messages_is_paused(of_reminder.person_id)
      OR EXISTS (SELECT FROM people_person p WHERE p.id = of_reminder.person_id AND p.shielded) THEN NULL
    -- Of a day in a schedule the row itself is what makes it due: it is written when it is to be told of.
    WHEN of_reminder.kind <> 'remind' THEN CASE WHEN of_reminder.stopped_at IS NULL
      AND on_moment < of_reminder.starts_at - CASE of_reminder.kind WHEN 'remind_day' THEN interval '1 hour'
        ELSE interval '0' END
      AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = of_reminder.id)
      THEN 'messages.' || of_reminder.kind END
    WHEN of_reminder.stopped_at IS NULL THEN CASE
      WHEN remind_at <= on_moment
        AND on_moment < of_reminder.starts_at - CASE WHEN by_letter THEN interval '1 day' ELSE interval '1 hour' END
        AND (of_reminder.moved OR of_reminder.booked_at < remind_at)
        AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = of_reminder.id) THEN 'messages.remind' END
    WHEN of_reminder.why = 'off' AND of_reminder.stopped_at <= on_moment
      AND EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = of_reminder.id AND o.kind = 'messages.remind'
        AND messages_may_have_come(o))
      AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = of_reminder.id
        AND o.kind = 'messages.call_off')
      THEN 'messages.call_off' END
  FROM (SELECT messages_is_by_letter(of_reminder.person_id) AS by_letter) w,
    LATERAL (SELECT messages_remind_at(of_reminder.starts_at, by_letter) AS remind_at) t
$$;

-- By which way is a person reached, in which language, and is the time told? The person's own word goes before;
-- nobody's address is guessed beside it, and none is used from which messages have come back. On paper whoever has
-- asked for it, or has neither number nor e-mail. Nothing where there is no way.
CREATE FUNCTION messages_way_of(of_person bigint, by_sms boolean)
RETURNS TABLE (channel text, address text, language text, tells_time boolean) STABLE LANGUAGE sql AS $$
  SELECT way.channel, way.address, COALESCE(w.language, 'sv'), COALESCE(w.tells_time, false)
  FROM people_person p LEFT JOIN people_contact c ON c.person_id = p.id
  LEFT JOIN messages_wish w ON w.person_id = p.id
  CROSS JOIN LATERAL (
    SELECT 'sms' AS channel, messages_in_full(c.phone) AS address, 1 AS turn
    WHERE by_sms AND messages_in_full(c.phone) <> '' AND COALESCE(NULLIF(w.way, ''), 'sms') = 'sms'
      AND NOT messages_is_dead(p.id, messages_in_full(c.phone))
    UNION ALL SELECT 'email', c.email, 2 WHERE c.email <> '' AND COALESCE(NULLIF(w.way, ''), 'email') = 'email'
      AND NOT messages_is_dead(p.id, c.email)
    UNION ALL SELECT 'mailbox', '–', 3 WHERE w.way = 'mailbox'
    UNION ALL SELECT 'letter', '–', 4 WHERE c.address <> ''
      AND (w.way = 'letter' OR COALESCE(w.way, '') = '' AND messages_in_full(c.phone) = '' AND c.email = '')) way
  WHERE p.id = of_person ORDER BY way.turn LIMIT 1
$$;

-- May something be due about it by now? What is called off, or held after all, is told of at once, however far away.
CREATE FUNCTION messages_is_near(of_reminder messages_reminder) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT of_reminder.starts_at < clock() + messages_ahead()
    OR of_reminder.kind IN ('day_off', 'day_on')
$$;

-- Which reminders are due now, and have a way? The first to begin first.
CREATE FUNCTION messages_reminders_due(by_sms boolean) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id FROM messages_reminder r WHERE r.starts_at > clock()
    AND messages_is_near(r)
    AND messages_due_kind(r, clock()) IS NOT NULL AND EXISTS (SELECT FROM messages_way_of(r.person_id, by_sms))
  ORDER BY r.starts_at, r.id
$$;
GRANT EXECUTE ON FUNCTION messages_reminders_due TO trappan_nightly;

-- What is to be written about a reminder that is due? Not to whom.
CREATE FUNCTION messages_reminder_due(of_row bigint, by_sms boolean)
RETURNS TABLE (kind text, language text, tells_time boolean, several boolean, starts_at timestamptz,
  organisation_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT messages_due_kind(r, clock()), way.language, way.tells_time, r.last_day IS NOT NULL, r.starts_at,
    u.organisation_id
  FROM messages_reminder r JOIN staff_membership m ON m.id = r.author_id JOIN staff_unit u ON u.id = m.unit_id,
    LATERAL messages_way_of(r.person_id, by_sms) way
  WHERE r.id = of_row AND messages_due_kind(r, clock()) IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION messages_reminder_due TO trappan_nightly;

-- Order the message of a reminder: in line with whoever does the same, or calls it off, and not at all where it is not
-- due any more. The address is found here, so that the worker learns it with the message alone.
CREATE FUNCTION messages_remind(of_row bigint, by_sms boolean, of_kind text, of_subject text, of_text text)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found messages_reminder; made bigint;
BEGIN
  SELECT r.* INTO found FROM messages_reminder r WHERE r.id = of_row FOR UPDATE;
  IF messages_due_kind(found, clock()) IS DISTINCT FROM of_kind THEN
    RETURN NULL;
  END IF;
  INSERT INTO messages_outbox (author_id, at, person_id, to_person, reminder_id, kind, channel, address, subject,
    text)
  SELECT found.author_id, clock(), found.person_id, true, found.id, of_kind, way.channel, way.address,
    CASE way.channel WHEN 'sms' THEN '' ELSE of_subject END, of_text
  FROM messages_way_of(found.person_id, by_sms) way RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION messages_remind TO trappan_nightly;

-- What a higher room says of what it books, by triggers of its own tables: that there is something to remind of, and
-- that it no longer holds, or holds again. What waits to be sent is stopped by it when it is taken.
CREATE FUNCTION messages_keep_reminder(of_person bigint, by_author bigint, in_table text, in_row bigint,
  on_start timestamptz, is_moved boolean) RETURNS void VOLATILE LANGUAGE sql AS $$
  INSERT INTO messages_reminder (person_id, author_id, about_table, about_row, starts_at, moved)
  SELECT of_person, by_author, in_table, in_row, on_start, is_moved WHERE by_author IS NOT NULL AND on_start > clock()
$$;

CREATE FUNCTION messages_stop_reminder(in_table text, in_row bigint, because text) RETURNS void VOLATILE
LANGUAGE sql AS $$
  UPDATE messages_reminder SET stopped_at = clock(), why = because
  WHERE about_table = in_table AND about_row = in_row AND stopped_at IS NULL
$$;

CREATE FUNCTION messages_resume_reminder(in_table text, in_row bigint) RETURNS void VOLATILE LANGUAGE sql AS $$
  UPDATE messages_reminder SET stopped_at = NULL, why = ''
  WHERE about_table = in_table AND about_row = in_row AND why = 'over'
$$;

-- What a higher room says of one day of what it holds for somebody: that it is to be told of now, and that this is no
-- longer so; of several days that are off, or on again, also the last. Of these the row rings, so that nobody waits for
-- the minute's round.
CREATE FUNCTION messages_tell_of_day(of_person bigint, by_author bigint, in_table text, in_row bigint, on_day date,
  on_start timestamptz, of_kind text, to_day date DEFAULT NULL) RETURNS void VOLATILE LANGUAGE sql AS $$
  INSERT INTO messages_reminder (person_id, author_id, about_table, about_row, about_day, last_day, starts_at, kind)
  SELECT of_person, by_author, in_table, in_row, on_day, to_day, on_start, of_kind
  WHERE by_author IS NOT NULL AND on_start > clock() ON CONFLICT DO NOTHING
$$;

CREATE TRIGGER rings AFTER INSERT ON messages_reminder FOR EACH ROW WHEN (NEW.kind IN ('day_off', 'day_on'))
  EXECUTE FUNCTION worker_ring('messages.remind');

-- In line with the worker that takes its message in this moment: afterwards it is certain whether it goes.
CREATE FUNCTION messages_stop_telling(of_row bigint) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  UPDATE messages_reminder SET stopped_at = clock(), why = 'over' WHERE id = of_row AND stopped_at IS NULL;
  PERFORM FROM messages_outbox o WHERE o.reminder_id = of_row FOR UPDATE;
END $$;

-- May a message have come to the person? What was begun and has no answer counts: nobody knows that it did not.
CREATE FUNCTION messages_may_have_come(o messages_outbox) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT o.outcome IN ('sent', 'unknown') OR o.outcome = '' AND (o.tried_at IS NOT NULL OR o.printed_at IS NOT NULL)
$$;

-- Is the last that the person was told of a day, by itself or among several, that it is called off?
CREATE FUNCTION messages_believes_off(in_table text, in_row bigint, on_day date) RETURNS boolean STABLE
LANGUAGE sql AS $$
  SELECT COALESCE((SELECT r.kind = 'day_off' FROM messages_reminder r JOIN messages_outbox o ON o.reminder_id = r.id
    WHERE r.about_table = in_table AND r.about_row = in_row
      AND on_day BETWEEN r.about_day AND COALESCE(r.last_day, r.about_day) AND r.kind IN ('day_off', 'day_on')
      AND messages_may_have_come(o) ORDER BY o.id DESC LIMIT 1), false)
$$;

-- What is to come for a person, and whether there is a reminder of it: for whoever holds the plan. `told` was booked
-- after the usual moment, `unreached` has no way that the person wants.
CREATE FUNCTION messages_coming(of_person bigint, by_sms boolean)
RETURNS TABLE (starts_at timestamptz, remind_at timestamptz, state text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.starts_at, t.at, CASE
    WHEN EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = r.id) THEN 'ordered'
    WHEN p.shielded THEN 'protected'
    WHEN EXISTS (SELECT FROM messages_wish w WHERE w.person_id = r.person_id AND w.way = 'none') THEN 'unwanted'
    WHEN NOT EXISTS (SELECT FROM messages_way_of(r.person_id, by_sms)) THEN 'unreached'
    WHEN t.at IS NULL THEN 'never'
    WHEN r.kind = 'remind' AND NOT r.moved
      AND r.booked_at >= t.at OR r.starts_at <= clock() + interval '1 hour' THEN 'told'
    WHEN EXISTS (SELECT FROM messages_pause s WHERE s.person_id = r.person_id
      AND daterange(s.starts_on, s.ends_on) @> (GREATEST(t.at, clock()) AT TIME ZONE 'Europe/Stockholm')::date)
      THEN 'paused'
    ELSE 'waits' END
  FROM messages_reminder r JOIN people_person p ON p.id = r.person_id,
    LATERAL (SELECT messages_remind_at(r.starts_at, messages_is_by_letter(r.person_id)) AS at) t
  WHERE r.person_id = of_person AND people_holds(of_person, 'plan') AND r.starts_at > clock() AND r.stopped_at IS NULL
    AND r.kind IN ('remind', 'remind_day')
  ORDER BY r.starts_at, r.id
$$;
GRANT EXECUTE ON FUNCTION messages_coming TO trappan_app;

-- A reminder that silently stopped, for machines: how many have been due for a quarter of an hour and are not ordered
-- though the person is reached, and how many seconds ago the last one went out. Numbers about nobody.
CREATE FUNCTION messages_reminder_state(by_sms boolean) RETURNS TABLE (late bigint, last_s bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (SELECT count(*) FROM messages_late(by_sms)), (SELECT extract(epoch FROM clock() - max(o.sent_at))::bigint
    FROM messages_outbox o WHERE o.reminder_id IS NOT NULL AND o.outcome = 'sent' AND o.sent_at <= clock())
$$;
GRANT EXECUTE ON FUNCTION messages_reminder_state TO trappan_web, trappan_app;

CREATE FUNCTION messages_late(by_sms boolean) RETURNS TABLE (author_id bigint) STABLE LANGUAGE sql AS $$
  SELECT r.author_id FROM messages_reminder r WHERE r.starts_at > clock()
    AND messages_is_near(r)
    AND messages_due_kind(r, clock()) IS NOT NULL AND messages_due_kind(r, clock() - interval '15 minutes') IS NOT NULL
    AND EXISTS (SELECT FROM messages_way_of(r.person_id, by_sms))
$$;

-- The same of the units that an administrator keeps, with how many wait for their moment, and whom nobody reaches.
CREATE FUNCTION messages_reminders_here(by_sms boolean)
RETURNS TABLE (waiting bigint, unreached bigint, late bigint, last_at timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH coming AS (
    SELECT EXISTS (SELECT FROM messages_way_of(r.person_id, by_sms)) AS reached
    FROM messages_reminder r JOIN staff_membership m ON m.id = r.author_id JOIN people_person p ON p.id = r.person_id
    WHERE r.starts_at > clock() AND r.stopped_at IS NULL AND NOT p.shielded AND staff_keeps_unit(m.unit_id)
      AND NOT EXISTS (SELECT FROM messages_wish w WHERE w.person_id = r.person_id AND w.way = 'none')
      AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = r.id))
  SELECT (SELECT count(*) FROM coming WHERE reached), (SELECT count(*) FROM coming WHERE NOT reached),
    (SELECT count(*) FROM messages_late(by_sms) l JOIN staff_membership m ON m.id = l.author_id
      WHERE staff_keeps_unit(m.unit_id)),
    (SELECT max(o.sent_at) FROM messages_outbox o JOIN staff_membership m ON m.id = o.author_id
      WHERE o.reminder_id IS NOT NULL AND o.outcome = 'sent' AND staff_keeps_unit(m.unit_id))
$$;
GRANT EXECUTE ON FUNCTION messages_reminders_here TO trappan_app;
