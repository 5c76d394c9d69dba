-- What a person is told of the days in a schedule: that one comes, is called off for everybody, or is held after all.
-- Asked of the sessions as they are: nothing is written for months ahead, and a changed schedule rewrites nothing.

CREATE FUNCTION placements_begins(on_day date, at_minute int) RETURNS timestamptz STABLE LANGUAGE sql AS $$
  SELECT (on_day + make_interval(mins => at_minute)) AT TIME ZONE 'Europe/Stockholm'
$$;

-- In whose name is it told? Of whoever placed the person; else of whoever answers for the case. Nobody after its end.
CREATE FUNCTION placements_tells(of_placement bigint) RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT COALESCE(p.placed_by_id, c.responsible_id) FROM placements_placement p
  JOIN cases_case c ON c.person_id = p.person_id AND c.closed_on IS NULL WHERE p.id = of_placement
  ORDER BY c.opened_on DESC LIMIT 1
$$;

-- How does a day of a placement stand: held, off for everybody, or neither; and when does it begin? Whoever has said
-- that they do not come is told no more of that day, and nobody after the case has ended. What a helper has said stills
-- nothing: the person is told as before, and can say otherwise.
CREATE FUNCTION placements_day_stands(of_placement bigint, on_day date)
RETURNS TABLE (stands text, begins timestamptz) STABLE LANGUAGE sql AS $$
  SELECT CASE t.state WHEN 'held' THEN 'held' WHEN 'cancelled' THEN 'off' WHEN 'closed' THEN 'off' ELSE '' END,
    placements_begins(t.day, t.starts_at)
  FROM placements_session t WHERE t.placement_id = of_placement AND t.day = on_day
    AND placements_tells(of_placement) IS NOT NULL
    AND NOT EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = t.placement_id AND n.day = t.day
      AND n.says = 'absent' AND n.said_by = '')
$$;

-- Is any day off for everybody after one and until another, that one too?
CREATE FUNCTION placements_is_off_within(of_placement bigint, after date, until date) RETURNS boolean
STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM placements_session s WHERE s.placement_id = of_placement AND s.day > after
    AND s.day <= until AND s.state IN ('cancelled', 'closed'))
$$;

-- Stop what is no longer true of a placement's days to come, also that several are off where one is. What was stopped
-- before it was sent leaves nothing to tell.
CREATE FUNCTION placements_stop_untrue(of_placement bigint) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  -- In line with whoever tells of the same days.
  PERFORM FROM messages_reminder r WHERE r.about_table = 'placements_placement' AND r.about_row = of_placement
    AND r.about_day >= today() ORDER BY r.id FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM messages_stop_telling(r.id) FROM messages_reminder r
    LEFT JOIN LATERAL placements_day_stands(of_placement, r.about_day) d ON true
  WHERE r.about_table = 'placements_placement' AND r.about_row = of_placement AND r.about_day >= today()
    AND r.stopped_at IS NULL AND r.starts_at > clock()
    AND ((d.stands, d.begins) IS DISTINCT FROM (CASE r.kind WHEN 'day_off' THEN 'off' ELSE 'held' END, r.starts_at)
      OR r.kind = 'day_off' AND r.last_day IS NOT NULL
        AND NOT placements_is_off_within(of_placement, r.about_day, r.last_day));
END $$;

-- Does a row say so of a day, by itself, or among several where its message has not gone?
CREATE FUNCTION placements_waits_to_tell(of_placement bigint, on_day date, of_kind text) RETURNS boolean
STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM messages_reminder r WHERE r.about_table = 'placements_placement'
    AND r.about_row = of_placement AND r.kind = of_kind AND r.stopped_at IS NULL AND (r.about_day = on_day
      OR on_day BETWEEN r.about_day AND r.last_day AND NOT EXISTS (SELECT FROM messages_outbox o
        WHERE o.reminder_id = r.id AND messages_may_have_come(o))))
$$;

-- Tell whoever was to come that a day is off, and nobody twice: of several the first that they come to and do not know
-- of, with the last of those. Known is what was told, and is told of no other way, and what waits to be told.
CREATE FUNCTION placements_tell_off(of_placement bigint, first date, until date) RETURNS void VOLATILE
LANGUAGE sql AS $$
  SELECT messages_tell_of_day(p.person_id, placements_tells(p.id), 'placements_placement', p.id, t.day, t.begins,
    'day_off', NULLIF(t.last_day, t.day))
  FROM placements_placement p CROSS JOIN LATERAL (SELECT s.day, d.begins, max(s.day) OVER () AS last_day
    FROM placements_session s CROSS JOIN LATERAL placements_day_stands(p.id, s.day) d
    WHERE s.placement_id = p.id AND s.day >= GREATEST(first, today()) AND s.day < until
      AND s.state IN ('cancelled', 'closed') AND d.stands = 'off' AND d.begins > clock()
      AND (NOT messages_believes_off('placements_placement', p.id, s.day)
        OR placements_waits_to_tell(p.id, s.day, 'day_on'))
      AND NOT placements_waits_to_tell(p.id, s.day, 'day_off')
    ORDER BY s.day LIMIT 1) t
  WHERE p.id = of_placement
$$;

-- Tell anew whoever was told otherwise: that a day is off after all; or that it is held after all, of several days the
-- first that is, and all of them where none is off any more.
CREATE FUNCTION placements_tell_anew(of_placement bigint) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  FOR t IN SELECT DISTINCT r.about_day AS first, COALESCE(r.last_day, r.about_day) AS last FROM messages_reminder r
      WHERE r.about_table = 'placements_placement' AND r.about_row = of_placement AND r.kind = 'day_off'
        AND COALESCE(r.last_day, r.about_day) >= today() ORDER BY 1, 2 LOOP
    PERFORM placements_tell_off(of_placement, t.first, t.last + 1);
    PERFORM messages_tell_of_day(p.person_id, placements_tells(p.id), 'placements_placement', p.id, h.day, h.begins,
      'day_on', CASE WHEN h.day < t.last AND NOT placements_is_off_within(p.id, h.day, t.last) THEN t.last END)
    FROM placements_placement p CROSS JOIN LATERAL (SELECT s.day, d.begins FROM placements_session s
      CROSS JOIN LATERAL placements_day_stands(p.id, s.day) d
      WHERE s.placement_id = p.id AND s.day >= GREATEST(t.first, today()) AND s.day <= t.last
        AND d.stands = 'held' AND d.begins > clock()
        AND messages_believes_off('placements_placement', p.id, s.day)
        AND NOT placements_waits_to_tell(p.id, s.day, 'day_on') ORDER BY s.day LIMIT 1) h
    WHERE p.id = of_placement;
  END LOOP;
END $$;

CREATE FUNCTION placements_settle_days(of_placement bigint) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_stop_untrue(of_placement);
  PERFORM placements_tell_anew(of_placement);
END $$;

CREATE FUNCTION placements_settle_own_days() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_settle_days(CASE TG_TABLE_NAME WHEN 'placements_placement' THEN (to_jsonb(NEW) ->> 'id')::bigint
    ELSE (to_jsonb(NEW) ->> 'placement_id')::bigint END);
  RETURN NULL;
END $$;

CREATE TRIGGER settles_days AFTER UPDATE OF ends_on, withdrawn_at, waits_from ON placements_placement FOR EACH ROW
  EXECUTE FUNCTION placements_settle_own_days();
CREATE TRIGGER settles_days AFTER INSERT OR UPDATE ON placements_suspension FOR EACH ROW
  EXECUTE FUNCTION placements_settle_own_days();
CREATE TRIGGER settles_days AFTER INSERT OR UPDATE ON placements_daychange FOR EACH ROW
  EXECUTE FUNCTION placements_settle_own_days();
CREATE TRIGGER settles_days AFTER INSERT ON placements_notice FOR EACH ROW
  EXECUTE FUNCTION placements_settle_own_days();

CREATE FUNCTION placements_settle_seat() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_settle_days(p.id) FROM placements_placement p WHERE p.seat = NEW.seat;
  RETURN NULL;
END $$;
CREATE TRIGGER settles_days AFTER INSERT OR UPDATE ON activities_seatuse FOR EACH ROW
  EXECUTE FUNCTION placements_settle_seat();

CREATE FUNCTION placements_settle_case() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_settle_days(p.id) FROM placements_placement p WHERE p.person_id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER settles_days AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (NEW.closed_on IS DISTINCT FROM OLD.closed_on) EXECUTE FUNCTION placements_settle_case();

-- A day cancelled for everybody, or the site closed, in the transaction that says so: all are told at once. Taken back,
-- what has not gone is stopped, and whoever was told is told that it is held after all.
CREATE FUNCTION placements_tell_cancelled() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_placement bigint;
BEGIN
  FOR of_placement IN SELECT DISTINCT t.placement_id FROM placements_session t
      WHERE t.activity_id = NEW.activity_id AND t.day = NEW.day AND t.day >= today() ORDER BY 1 LOOP
    PERFORM placements_stop_untrue(of_placement);
    IF NEW.restored_at IS NULL THEN
      PERFORM placements_tell_off(of_placement, NEW.day, NEW.day + 1);
    END IF;
    PERFORM placements_tell_anew(of_placement);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER tells AFTER INSERT OR UPDATE OF restored_at ON placements_cancellation FOR EACH ROW
  EXECUTE FUNCTION placements_tell_cancelled();

CREATE FUNCTION placements_tell_closed() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_placement bigint;
BEGIN
  FOR of_placement IN SELECT DISTINCT t.placement_id FROM placements_session t
      WHERE t.unit_id = NEW.unit_id AND t.day >= GREATEST(NEW.starts_on, today())
        AND t.day < NEW.ends_on ORDER BY 1 LOOP
    PERFORM placements_stop_untrue(of_placement);
    IF NEW.opened_at IS NULL THEN
      PERFORM placements_tell_off(of_placement, NEW.starts_on, NEW.ends_on);
    END IF;
    PERFORM placements_tell_anew(of_placement);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER tells AFTER INSERT OR UPDATE OF opened_at ON placements_closure FOR EACH ROW
  EXECUTE FUNCTION placements_tell_closed();

-- Who of those whom the one who asks sees at a site is told that days are off, and by which way: nothing where nobody
-- is, who is to be rung. Of an activity, or of all at the own unit; whoever has said that they do not come is left out.
-- Of several days it is the way by which the latest was told.
CREATE FUNCTION placements_told_off(of_activity bigint, first date, until date, by_sms boolean)
RETURNS TABLE (person_id bigint, channel text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH met AS (SELECT t.person_id, t.placement_id, array_agg(t.day) AS days FROM placements_session t
    WHERE t.unit_id = current_unit() AND (of_activity IS NULL OR t.activity_id = of_activity)
      AND t.day >= GREATEST(first, today()) AND t.day < until AND t.state IN ('cancelled', 'closed')
      AND placements_begins(t.day, t.starts_at) > clock()
      AND NOT EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = t.placement_id AND n.day = t.day
      AND n.says = 'absent' AND n.said_by = '')
    GROUP BY 1, 2)
  SELECT m.person_id, COALESCE(max(CASE WHEN NOT x.shielded AND NOT messages_is_paused(m.person_id) THEN
    COALESCE((SELECT o.channel FROM messages_outbox o WHERE o.reminder_id = told.id AND o.outcome <> 'refused'
        ORDER BY o.id DESC LIMIT 1),
      (SELECT way.channel FROM messages_way_of(m.person_id, by_sms) way
        WHERE told.stopped_at IS NULL AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = told.id)))
    END), '')
  FROM met m JOIN people_person x ON x.id = m.person_id
  LEFT JOIN LATERAL (SELECT r.id, r.stopped_at FROM messages_reminder r
    WHERE r.about_table = 'placements_placement' AND r.about_row = m.placement_id AND r.kind = 'day_off'
      AND EXISTS (SELECT FROM unnest(m.days) off(day) WHERE off.day BETWEEN r.about_day
        AND COALESCE(r.last_day, r.about_day)
        AND (r.stopped_at IS NULL OR messages_believes_off('placements_placement', m.placement_id, off.day)))
    ORDER BY r.id DESC LIMIT 1) told ON true
  WHERE m.person_id = ANY (people_held((SELECT array_agg(met.person_id) FROM met), 'activity', true))
  GROUP BY m.person_id
$$;
GRANT EXECUTE ON FUNCTION placements_told_off TO trappan_app;

-- Which days are to be reminded of now, and of nobody yet? Of each day where the rules say so; else of the first, and
-- of the first after a pause or other times. Of other times on one day always.
CREATE FUNCTION placements_days_due(by_sms boolean, of_placement bigint)
RETURNS TABLE (placement_id bigint, day date, begins timestamptz) STABLE LANGUAGE sql AS $$
  SELECT t.placement_id, t.day, b.begins
  FROM placements_session t JOIN placements_placement p ON p.id = t.placement_id
  CROSS JOIN LATERAL (SELECT placements_begins(t.day, t.starts_at) AS begins OFFSET 0) b
  CROSS JOIN LATERAL (SELECT max(e.on_day) AS since FROM (SELECT p.starts_on AS on_day
    UNION ALL SELECT x.ends_on FROM placements_suspension x
      WHERE x.placement_id = p.id AND x.ends_on > x.starts_on AND x.ends_on <= t.day
    UNION ALL SELECT s.starts_on FROM activities_seatuse s
      WHERE s.seat = p.seat AND NOT s.once AND s.starts_on <= t.day
        AND (s.ends_on IS NULL OR s.ends_on > s.starts_on)) e
    ) begun
  WHERE (of_placement IS NULL OR t.placement_id = of_placement) AND NOT messages_is_quiet(clock())
    AND t.day >= today() AND t.day <= today() + rule('reminder_days', today())::int AND t.state = 'held'
    AND b.begins > clock() + interval '1 hour' AND messages_remind_at(b.begins) <= clock()
    AND NOT EXISTS (SELECT FROM messages_reminder r WHERE r.about_table = 'placements_placement'
      AND r.about_row = t.placement_id AND r.about_day = t.day AND r.kind = 'remind_day' AND r.starts_at = b.begins
      AND (r.stopped_at IS NULL OR EXISTS (SELECT FROM messages_outbox o
        WHERE o.reminder_id = r.id AND messages_may_have_come(o))))
    AND NOT EXISTS (SELECT FROM people_person x WHERE x.id = t.person_id AND x.shielded)
    AND EXISTS (SELECT FROM messages_way_of(t.person_id, by_sms) w WHERE w.channel <> 'letter')
    AND EXISTS (SELECT FROM placements_day_stands(t.placement_id, t.day))
    AND (rule('remind_each_day', today())::boolean
      OR EXISTS (SELECT FROM placements_daychange c WHERE c.placement_id = t.placement_id AND c.day = t.day
        AND c.taken_back_at IS NULL)
      OR begun.since > t.day - 31 AND NOT EXISTS (SELECT FROM placements_session e
        WHERE e.placement_id = t.placement_id AND e.day >= begun.since AND e.day < t.day AND e.state = 'held'))
$$;

-- The worker's two questions: whose days are due, in no order, so that two workers who ask at once begin with different
-- ones; and to write them down, after which it orders the message of each.
CREATE FUNCTION placements_to_remind(by_sms boolean) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.placement_id FROM placements_days_due(by_sms, NULL) d GROUP BY 1 ORDER BY random()
$$;
GRANT EXECUTE ON FUNCTION placements_to_remind TO trappan_nightly;

CREATE FUNCTION placements_remind(of_row bigint, by_sms boolean) RETURNS SETOF bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  -- In line with whoever changes its days, and with another worker: of two alike the second does nothing.
  PERFORM messages_tell_of_day(p.person_id, placements_tells(p.id), 'placements_placement', p.id, d.day, d.begins,
    'remind_day')
  FROM placements_days_due(by_sms, of_row) d JOIN placements_placement p ON p.id = d.placement_id;
  RETURN QUERY SELECT r.id FROM messages_reminder r WHERE r.about_table = 'placements_placement'
    AND r.about_row = of_row
    AND r.about_day >= today() AND r.kind = 'remind_day' AND r.stopped_at IS NULL
    AND NOT EXISTS (SELECT FROM messages_outbox o WHERE o.reminder_id = r.id) ORDER BY r.id;
END $$;
GRANT EXECUTE ON FUNCTION placements_remind TO trappan_nightly;
