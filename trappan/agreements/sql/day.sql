-- Links by which a person tells whether they come on a day of their schedule: they stand in the reminder of that day.

-- Make the link of a reminder that is being sent, with the digest of the token that the worker has just made for it. It
-- holds until an hour after the beginning, and ends the one of an earlier reminder of the same day. No: of what is no
-- such message.
CREATE FUNCTION agreements_make_day_link(of_message bigint, of_digest text, at_site text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o messages_outbox; r messages_reminder;
BEGIN
  SELECT * INTO o FROM messages_outbox k WHERE k.id = of_message AND k.outcome = '' AND k.tried_at IS NOT NULL;
  SELECT * INTO r FROM messages_reminder k WHERE k.id = o.reminder_id AND k.kind = 'remind_day'
    AND k.about_table = 'placements_placement';
  IF r.id IS NULL THEN
    RETURN false;
  END IF;
  UPDATE agreements_link l SET ended_at = clock(), ended_why = 'new'
   WHERE l.person_id = r.person_id AND l.placement_id = r.about_row AND l.purpose = 'day'
     AND l.subject = r.about_day::text AND l.used_at IS NULL AND l.ended_at IS NULL;
  INSERT INTO agreements_link (author_id, at, person_id, placement_id, purpose, subject, to_whom, organisation, site,
    channel, address, code_by, phone, content, digest, expires_at, tried_at, token_digest)
  VALUES (r.author_id, clock(), r.person_id, r.about_row, 'day', r.about_day::text, '', '', at_site, o.channel,
    o.address,
    'none', '', '{}', '', r.starts_at + interval '1 hour', now(), of_digest);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION agreements_make_day_link TO trappan_nightly;

-- What whoever has such a link is asked: of which day and hour, where the person has said yes to their being told, and
-- whether there is something to answer. `said` is what was answered by it; a helper's word is no answer.
CREATE FUNCTION agreements_day_asked(token text)
RETURNS TABLE (is_held boolean, begins timestamptz, said text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(d.stands = 'held', false) AND NOT EXISTS (SELECT FROM attendance_attendance a
      WHERE a.placement_id = l.placement_id AND a.day = l.subject::date),
    CASE WHEN w.tells_time THEN d.begins END,
    COALESCE((SELECT n.says FROM placements_notice n WHERE n.placement_id = l.placement_id
      AND n.day = l.subject::date AND n.author_id IS NULL AND n.said_by = '' ORDER BY n.id DESC LIMIT 1), '')
  FROM agreements_link l LEFT JOIN messages_wish w ON w.person_id = l.person_id
  LEFT JOIN LATERAL placements_day_stands(l.placement_id, l.subject::date) d ON true
  WHERE l.token_digest = agreements_digest(token) AND l.purpose = 'day'
$$;
GRANT EXECUTE ON FUNCTION agreements_day_asked TO trappan_web;

-- Answer by such a link, once: it stands on the day's list as the person's own word, and no reason is asked. Tells what
-- became of it: done, off (there is nothing to come to, or the day is marked or told of already), or ended.
CREATE FUNCTION agreements_answer_day(token text, word text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE l agreements_link; p placements_placement;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) AND k.purpose = 'day'
    FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'open' OR word NOT IN ('comes', 'absent', 'late') THEN
    RETURN 'ended';
  END IF;
  -- In line with whoever changes the placement's days, or notes the same.
  SELECT * INTO p FROM placements_placement k WHERE k.id = l.placement_id FOR NO KEY UPDATE;
  IF NOT (SELECT a.is_held FROM agreements_day_asked(token) a) THEN
    RETURN 'off';
  END IF;
  UPDATE agreements_link k SET used_at = clock() WHERE k.id = l.id;
  -- The latest word holds, whichever way it came; what a colleague notes at the same moment stands. A helper's gives
  -- way with its reason.
  DELETE FROM placements_notice n
   WHERE n.placement_id = p.id AND n.day = l.subject::date AND n.author_id IS NULL;
  DELETE FROM placements_toldreason t
   WHERE t.placement_id = p.id AND t.day = l.subject::date AND t.said_by <> '';
  INSERT INTO placements_notice (author_id, at, person_id, unit_id, placement_id, day, says)
  VALUES (NULL, clock(), p.person_id, p.unit_id, p.id, l.subject::date, word)
  ON CONFLICT (placement_id, day, says) DO NOTHING;
  INSERT INTO history_event (kind, verb, person_id, unit_id, scope, details)
  VALUES ('write', 'agreements.answer_day', p.person_id, p.unit_id, 'activity',
    jsonb_build_object('link', l.id, 'day', l.subject, 'says', word));
  RETURN 'done';
END $$;
GRANT EXECUTE ON FUNCTION agreements_answer_day TO trappan_web;

-- What went to a number or an address that is the person's no longer opens nothing: somebody else may hold it.
CREATE FUNCTION agreements_end_day_links() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements_link l SET ended_at = clock(), ended_why = 'contact'
   WHERE l.person_id = NEW.person_id AND l.purpose = 'day' AND l.channel IN ('sms', 'email')
     AND l.address NOT IN (messages_in_full(NEW.phone), NEW.email) AND l.used_at IS NULL AND l.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_day_links AFTER UPDATE OF email, phone ON people_contact FOR EACH ROW
  WHEN ((OLD.email, OLD.phone) IS DISTINCT FROM (NEW.email, NEW.phone)) EXECUTE FUNCTION agreements_end_day_links();
