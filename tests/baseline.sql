--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: activities_check_capacity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_check_capacity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE known date := today() + rule('places_notice_days', today())::int;
BEGIN
  PERFORM FROM activities_activity WHERE id = NEW.activity_id FOR NO KEY UPDATE;
  IF activities_too_many(NEW.activity_id, NEW.starts_at, NEW.ends_at, NEW.starts_on, NEW.ends_on) THEN
    RAISE EXCEPTION 'placed' USING ERRCODE = 'check_violation', CONSTRAINT = 'places_below_placed';
  END IF;
  IF NOT NEW.extra AND current_actor() IS NOT NULL AND NEW.starts_on < known AND EXISTS (
       SELECT FROM (SELECT NEW.starts_at AS minute UNION SELECT c.starts_at FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.starts_at BETWEEN NEW.starts_at AND NEW.ends_at - 1
         UNION SELECT c.ends_at FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.ends_at BETWEEN NEW.starts_at AND NEW.ends_at - 1) m
       CROSS JOIN (SELECT NEW.starts_on AS day UNION SELECT c.starts_on FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id UNION SELECT c.ends_on FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.ends_on IS NOT NULL) d
       WHERE d.day >= NEW.starts_on AND d.day < known AND (NEW.ends_on IS NULL OR d.day < NEW.ends_on)
         AND activities_places_at(NEW.activity_id, m.minute, d.day, NEW.id)
           > activities_places_at(NEW.activity_id, m.minute, d.day, NULL)) THEN
    RAISE EXCEPTION 'notice' USING ERRCODE = 'check_violation', CONSTRAINT = 'lowering_needs_notice';
  END IF;
  RETURN NULL;
END $$;


--
-- Name: activities_load(date, bigint[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_load(on_day date, of_activities bigint[]) RETURNS TABLE(activity_id bigint, minute integer, taken integer, places integer)
    LANGUAGE sql STABLE
    AS $$
  -- The fuller of weeks A and B, since whoever is placed comes in both; one of them where they are alike.
  WITH now_there AS MATERIALIZED (
    SELECT s.activity_id, s.seat, s.starts_at, s.ends_at, s.weeks, s.once FROM activities_seatuse s
    WHERE s.activity_id = ANY (of_activities) AND s.starts_on <= on_day AND s.until > on_day
  ), w AS MATERIALIZED (
    SELECT 'a' AS letter UNION ALL SELECT 'b' WHERE EXISTS (SELECT FROM now_there n WHERE n.weeks <> 'every')
  ), odd AS MATERIALIZED (
    SELECT DISTINCT n.seat FROM now_there n WHERE n.once
  ), used AS (
    SELECT n.activity_id, w.letter, n.starts_at, n.ends_at, count(*)::int AS many
    FROM now_there n JOIN w ON n.weeks IN ('every', w.letter)
    WHERE n.seat NOT IN (SELECT o.seat FROM odd o) GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT t.activity_id, t.letter, lower(t.stretch), upper(t.stretch), 1 FROM (
      SELECT n.activity_id, w.letter, unnest(range_agg(int4range(n.starts_at, n.ends_at))) AS stretch
      FROM now_there n JOIN odd o ON o.seat = n.seat JOIN w ON n.weeks IN ('every', w.letter)
      GROUP BY n.activity_id, n.seat, w.letter) t
  ), said AS MATERIALIZED (
    SELECT c.activity_id, c.starts_at, c.ends_at FROM activities_capacity c
    WHERE c.activity_id = ANY (of_activities) AND c.starts_on <= on_day
      AND (c.ends_on IS NULL OR on_day < c.ends_on)
  ), moments AS MATERIALIZED (
    SELECT u.activity_id, unnest(ARRAY[u.starts_at, u.ends_at]) AS minute FROM used u
    UNION SELECT a, d * 1440 FROM unnest(of_activities) a, generate_series(0, 6) d
    UNION SELECT c.activity_id, unnest(ARRAY[c.starts_at, c.ends_at]) FROM said c
  ), changes AS (
    SELECT u.activity_id, u.letter, u.starts_at AS minute, u.many AS more FROM used u
    UNION ALL SELECT u.activity_id, u.letter, u.ends_at, -u.many FROM used u
    UNION ALL SELECT m.activity_id, w.letter, m.minute, 0 FROM moments m CROSS JOIN w
  ), counted AS (
    SELECT c.activity_id, c.letter, c.minute,
      (sum(sum(c.more)) OVER (PARTITION BY c.activity_id, c.letter ORDER BY c.minute))::int AS taken
    FROM changes c GROUP BY c.activity_id, c.letter, c.minute
  ), fuller AS (
    SELECT c.activity_id, c.minute, max(c.taken) AS taken FROM counted c GROUP BY c.activity_id, c.minute)
  SELECT n.activity_id, n.minute, n.taken,
    CASE WHEN EXISTS (SELECT FROM said c WHERE c.activity_id = n.activity_id)
      THEN activities_places_at(n.activity_id, n.minute, on_day, NULL) ELSE a.places END
  FROM fuller n JOIN activities_activity a ON a.id = n.activity_id WHERE n.minute < 10080
  ORDER BY n.activity_id, n.minute
$$;


--
-- Name: activities_number_capacity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_number_capacity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  NEW.id := nextval(pg_get_serial_sequence('activities_capacity', 'id'));
  IF NEW.starts_on < today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'capacity_from_today';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: activities_place_is_free(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_place_is_free() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  -- To leave sooner is always allowed, also where an activity has come to hold too many.
  IF TG_OP = 'UPDATE' AND NEW.activity_id = OLD.activity_id AND NEW.starts_at >= OLD.starts_at
     AND NEW.ends_at <= OLD.ends_at AND NEW.starts_on >= OLD.starts_on
     AND (OLD.ends_on IS NULL OR NEW.ends_on <= OLD.ends_on) THEN
    RETURN NULL;
  END IF;
  -- The lock makes two who place at the same moment stand in line; then the count is the truth.
  PERFORM FROM activities_activity WHERE id = NEW.activity_id FOR NO KEY UPDATE;
  IF activities_too_many(NEW.activity_id, NEW.starts_at, NEW.ends_at, NEW.starts_on, NEW.ends_on) THEN
    RAISE EXCEPTION 'no place left' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_free',
      DETAIL = (SELECT code FROM activities_activity WHERE id = NEW.activity_id);
  END IF;
  RETURN NULL;
END $$;


--
-- Name: activities_places_at(bigint, integer, date, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_places_at(of_activity bigint, at_minute integer, on_day date, before bigint) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
  SELECT COALESCE((SELECT c.places FROM activities_capacity c
      WHERE c.activity_id = of_activity AND NOT c.extra AND (before IS NULL OR c.id < before)
        AND c.starts_at <= at_minute AND at_minute < c.ends_at
        AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)
      ORDER BY c.id DESC LIMIT 1),
    (SELECT a.places FROM activities_activity a WHERE a.id = of_activity))
  + COALESCE((SELECT sum(c.places)::int FROM activities_capacity c
      WHERE c.activity_id = of_activity AND c.extra AND (before IS NULL OR c.id < before)
        AND c.starts_at <= at_minute AND at_minute < c.ends_at
        AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)), 0)
$$;


--
-- Name: activities_too_many(bigint, integer, integer, date, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.activities_too_many(of_activity bigint, from_minute integer, to_minute integer, from_day date, to_day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  WITH taken AS (
    SELECT * FROM activities_seatuse s WHERE s.activity_id = of_activity
      AND s.starts_at < to_minute AND from_minute < s.ends_at
      AND (to_day IS NULL OR s.starts_on < to_day) AND (s.ends_on IS NULL OR from_day < s.ends_on)
      AND s.ends_on IS DISTINCT FROM s.starts_on
  ), said AS (
    SELECT * FROM activities_capacity c WHERE c.activity_id = of_activity
      AND c.starts_at < to_minute AND from_minute < c.ends_at
      AND (to_day IS NULL OR c.starts_on < to_day) AND (c.ends_on IS NULL OR from_day < c.ends_on)
  ), days AS (
    SELECT from_day AS day UNION SELECT GREATEST(starts_on, from_day) FROM taken
    UNION SELECT GREATEST(starts_on, from_day) FROM said
    UNION SELECT ends_on FROM said WHERE ends_on IS NOT NULL AND (to_day IS NULL OR ends_on < to_day)
  ), minutes AS (
    SELECT from_minute AS minute UNION SELECT GREATEST(starts_at, from_minute) FROM taken
    UNION SELECT GREATEST(starts_at, from_minute) FROM said
    UNION SELECT ends_at FROM said WHERE ends_at < to_minute
  ), counted AS (
    SELECT d.day, m.minute, count(DISTINCT t.seat)::int AS people FROM days d CROSS JOIN minutes m
    CROSS JOIN (VALUES ('a'), ('b')) w (letter)
    JOIN taken t ON t.starts_on <= d.day AND (t.ends_on IS NULL OR d.day < t.ends_on)
      AND t.starts_at <= m.minute AND m.minute < t.ends_at AND t.weeks IN ('every', w.letter)
    GROUP BY d.day, m.minute, w.letter)
  SELECT CASE WHEN EXISTS (SELECT FROM said)
    THEN EXISTS (SELECT FROM counted n WHERE n.people > activities_places_at(of_activity, n.minute, n.day, NULL))
    ELSE COALESCE((SELECT max(people) FROM counted), 0)
      > (SELECT a.places FROM activities_activity a WHERE a.id = of_activity) END
$$;


--
-- Name: assistance_here_or_elsewhere(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.assistance_here_or_elsewhere() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF EXISTS (SELECT FROM assistance_supportmonth m WHERE m.person_id = NEW.person_id
      AND m.month >= NEW.starts_on AND m.month < NEW.ends_on) THEN
    RAISE EXCEPTION 'here' USING ERRCODE = 'check_violation', CONSTRAINT = 'here_or_elsewhere';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_away_much(bigint[], integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_away_much(of_persons bigint[], fewest integer) RETURNS TABLE(person_id bigint, untold bigint, sessions bigint, attended bigint, away bigint, latest date, days integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE allowed bigint[] := people_held(of_persons, 'plan', false);
  until date := today(); window_days int := rule('prompt_window_days', today())::int;
  most int := rule('prompt_untold', today())::int; part int := rule('prompt_share', today())::int;
BEGIN
  RETURN QUERY SELECT t.person_id, t.untold, t.sessions, t.attended, t.away, t.latest, window_days FROM (
    SELECT r.person_id, count(*) FILTER (WHERE r.away > 0 AND r.mark = 'absent_not_told') AS untold,
      count(*) FILTER (WHERE r.away > 0 OR r.attended > 0) AS sessions, sum(r.attended)::bigint AS attended,
      sum(r.away)::bigint AS away, max(r.day) FILTER (WHERE r.away > 0) AS latest
    FROM (SELECT a.person_id, a.day, a.mark, a.attended, a.undecided + a.unexcused AS away FROM attended_time a
      WHERE a.person_id = ANY (allowed) AND a.day > until - window_days AND a.day <= until AND a.mark <> '') r
    GROUP BY r.person_id) t
  WHERE t.latest IS NOT NULL
    AND (t.untold >= most OR (t.sessions >= fewest AND 100 * t.away >= part * (t.attended + t.away)))
    AND NOT EXISTS (SELECT FROM attendance_dialogue d JOIN cases_note n ON n.id = d.note_id
      WHERE d.person_id = t.person_id AND (n.happened_at AT TIME ZONE 'Europe/Stockholm')::date >= t.latest);
END $$;


--
-- Name: attendance_finding_after_conversation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_finding_after_conversation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE ended timestamptz;
BEGIN
  IF NOT EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = NEW.placement_id AND a.day = NEW.day
      AND a.mark <> 'present') THEN
    RAISE EXCEPTION 'not away' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_of_an_absence';
  END IF;
  SELECT (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' INTO ended
  FROM placements_session s WHERE s.placement_id = NEW.placement_id AND s.day = NEW.day;
  IF NEW.kind = 'unexcused' AND NOT EXISTS (SELECT FROM cases_note n JOIN attendance_dialogue d ON d.note_id = n.id
      WHERE n.id = NEW.conversation_id AND n.person_id = NEW.person_id AND n.kind = 'absence_dialogue'
      AND n.happened_at >= COALESCE(ended, NEW.day::timestamp AT TIME ZONE 'Europe/Stockholm')) THEN
    RAISE EXCEPTION 'no conversation' USING ERRCODE = 'check_violation', CONSTRAINT = 'unexcused_after_a_conversation';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_incidents(bigint, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_incidents(of_unit bigint, since date) RETURNS TABLE(kind text, many bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT i.kind, count(*) FROM attendance_incident i WHERE i.unit_id = of_unit AND i.day >= since
    AND secrecy_role() IS NOT NULL AND (of_unit = current_unit() OR EXISTS (
      SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
      WHERE u.id = current_unit() AND o.kind = 'municipality' AND u.kind <> 'site'))
  GROUP BY i.kind ORDER BY i.kind
$$;


--
-- Name: attendance_introduced_first(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_introduced_first() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE p placements_placement;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = NEW.placement_id;
  IF NOT p.agreed OR NEW.day < p.starts_on OR NEW.day >= p.ends_on THEN
    RAISE EXCEPTION 'not placed' USING ERRCODE = 'check_violation', CONSTRAINT = 'marked_within_the_placement';
  END IF;
  IF p.proposed_at IS NOT NULL AND NEW.mark IN ('present', 'partly') AND NOT EXISTS (
      SELECT FROM placements_introduction i WHERE i.placement_id = p.id AND i.day <= NEW.day) THEN
    RAISE EXCEPTION 'not introduced' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduced_first';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_nobody_is_marked(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_nobody_is_marked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE o jsonb := to_jsonb(NEW); first date; after date;
BEGIN
  first := COALESCE(o->>'day', CASE TG_TABLE_NAME WHEN 'placements_placement' THEN o->>'ends_on'
    ELSE o->>'starts_on' END)::date;
  after := CASE WHEN o ? 'day' THEN first + 1 WHEN TG_TABLE_NAME = 'placements_placement' THEN 'infinity'
    ELSE (o->>'ends_on')::date END;
  IF EXISTS (SELECT FROM attendance_attendance a JOIN placements_placement p ON p.id = a.placement_id
      WHERE a.day >= first AND a.day < after AND CASE TG_TABLE_NAME
        WHEN 'placements_cancellation' THEN p.activity_id = (o->>'activity_id')::bigint
        WHEN 'placements_closure' THEN p.unit_id = (o->>'unit_id')::bigint
        WHEN 'placements_placement' THEN p.id = NEW.id
        ELSE p.id = (o->>'placement_id')::bigint END) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_is_marked';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_read_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_read_now() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.read_at := NULL; NEW.read_by_id := NULL; NEW.day := LEAST(NEW.day, today());
  ELSIF OLD.read_at IS NOT NULL THEN
    NEW.read_at := OLD.read_at; NEW.read_by_id := OLD.read_by_id;
  ELSIF NEW.read_at IS NOT NULL THEN
    NEW.read_at := clock(); NEW.read_by_id := current_actor();
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_results(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_results() RETURNS TABLE(what text, many bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT r.what, count(*) FROM (
    SELECT 'goal' AS what, g.reached_on AS day, g.person_id, 'placement' AS part FROM plans_goal g
      WHERE g.unit_id = current_unit()
    UNION ALL SELECT 'step', (s.decided_at AT TIME ZONE 'Europe/Stockholm')::date, s.person_id, 'goals'
      FROM plans_proposedstep s
      WHERE s.unit_id = current_unit() AND s.accepted
    UNION ALL SELECT CASE WHEN e.kind IN ('work', 'studies', 'next_place') THEN e.kind ELSE 'ended' END, p.ends_on,
      p.person_id,
      'placement' FROM placements_placement p LEFT JOIN placements_placementend e ON e.placement_id = p.id
      WHERE p.unit_id = current_unit() AND p.agreed AND p.ends_on > p.starts_on
  ) r JOIN people_person n ON n.id = r.person_id AND n.protection = 'none'
  WHERE r.day > today() - 28 AND r.day <= today() AND secrecy_role() IN ('supervisor', 'site_leader',
    'partner_coordinator')
    AND (NOT staff_cooperates() OR EXISTS (SELECT FROM people_consent c
      JOIN staff_unit u ON u.organisation_id = c.organisation_id
      WHERE c.person_id = r.person_id AND u.id = current_unit() AND r.part = ANY (c.parts) AND c.starts_on <= r.day
        AND (c.ends_on IS NULL OR r.day < c.ends_on) AND c.withdrawn_on IS NULL))
  GROUP BY r.what
$$;


--
-- Name: attendance_seat_was_used(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_seat_was_used() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF EXISTS (SELECT FROM placements_placement p JOIN attendance_attendance a ON a.placement_id = p.id
      WHERE p.seat = NEW.seat AND a.day >= NEW.ends_on AND (OLD.ends_on IS NULL OR a.day < OLD.ends_on)) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_is_marked';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: attendance_support_asked(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.attendance_support_asked() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.outcome := ''; NEW.done_at := NULL; NEW.done_by_id := NULL;
  ELSIF OLD.done_at IS NOT NULL THEN
    RETURN OLD;
  ELSIF NEW.done_at IS NOT NULL THEN
    NEW.done_at := clock(); NEW.done_by_id := current_actor();
  END IF;
  RETURN NEW;
END $$;


--
-- Name: cases_answer(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_answer(of_handover bigint, said text, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE h cases_handover; k cases_case; sitting bigint;
BEGIN
  SELECT c.* INTO k FROM cases_case c WHERE c.closed_on IS NULL
    AND c.id = (SELECT o.case_id FROM cases_handover o WHERE o.id = of_handover) FOR UPDATE;
  SELECT * INTO h FROM cases_handover WHERE id = of_handover AND answer = '' FOR UPDATE;
  sitting := CASE h.seat WHEN 'responsible' THEN k.responsible_id ELSE k.social_worker_id END;
  IF h.id IS NULL OR k.id IS NULL OR said NOT IN ('received', 'sent_back', 'taken_back')
     OR current_actor() IS DISTINCT FROM (CASE said WHEN 'taken_back' THEN h.giver_id ELSE h.receiver_id END)
     OR (said = 'taken_back' AND (sitting IS NOT DISTINCT FROM h.receiver_id
       OR NOT people_works_with(h.person_id, 'plan'))) THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'hand_over_is_open';
  END IF;
  UPDATE cases_handover SET answer = said, answered_at = clock(), reason = why WHERE id = h.id;
  IF said = 'received' AND sitting IS DISTINCT FROM h.receiver_id THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = h.person_id AND membership_id = h.receiver_id AND basis = 'hand_over'
       AND (ends_at IS NULL OR ends_at > clock());
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
    SELECT h.person_id, h.receiver_id, s, 'assignment', '', '', '' FROM unnest(cases_seat_scopes(h.seat)) s;
    IF h.seat = 'responsible' THEN
      UPDATE cases_case SET responsible_id = h.receiver_id,
        unit_id = (SELECT m.unit_id FROM staff_membership m WHERE m.id = h.receiver_id)
       WHERE id = k.id RETURNING * INTO k;
    ELSE
      UPDATE cases_case SET social_worker_id = h.receiver_id WHERE id = k.id RETURNING * INTO k;
    END IF;
    PERFORM cases_unseat(k, h.seat);
  ELSIF said <> 'received' THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = h.person_id AND membership_id = h.receiver_id AND (ends_at IS NULL OR ends_at > clock())
       AND (basis = 'hand_over' OR (basis = 'assignment' AND sitting = h.receiver_id));
    IF sitting = h.receiver_id AND h.seat = 'responsible' THEN
      UPDATE cases_case SET responsible_id = NULL WHERE id = k.id;
    END IF;
  END IF;
  IF said = 'sent_back' THEN
    -- Written here, since the receiver could only read and may now see nothing.
    INSERT INTO history_event (kind, verb, person_id, scope, details)
    VALUES ('write', 'cases.send_back', h.person_id, 'plan', jsonb_build_object('case', h.case_id));
  END IF;
END $$;


--
-- Name: cases_application_comes_in(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_application_comes_in() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NEW.waits AND (NEW.result IN ('refused', 'withdrawn') OR EXISTS (SELECT FROM cases_case k
      WHERE k.person_id = NEW.person_id AND (k.opened_on >= NEW.received_on OR k.closed_on IS NULL))) THEN
    NEW.waits := false;
  END IF;
  RETURN NEW;
END $$;


--
-- Name: cases_applications_waiting(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_applications_waiting() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT a.id FROM assistance_application a
  WHERE secrecy_role() = 'social_worker' AND a.unit_id = current_unit() AND a.waits
  ORDER BY a.received_on, a.id LIMIT 200
$$;


--
-- Name: cases_assign(bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_assign(of_case bigint, to_membership bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'social_worker' OR NOT people_works_with(k.person_id, 'plan')
     OR NOT people_works_with(k.person_id, 'requirement') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT cases_may_sit('responsible', to_membership, current_unit()) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  PERFORM cases_seat(k, to_membership);
END $$;


--
-- Name: cases_case_begins_empty(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_case_begins_empty() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF current_user = 'trappan_app' THEN NEW.responsible_id := NULL; NEW.social_worker_id := current_actor(); END IF;
  RETURN NEW;
END $$;


--
-- Name: cases_case_numbers(bigint[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_case_numbers(of_persons bigint[]) RETURNS TABLE(person_id bigint, number text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT DISTINCT ON (k.person_id) k.person_id, k.number FROM cases_case k
  WHERE k.person_id = ANY (of_persons) AND (secrecy_role() = 'auditor'
    OR (secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit()))
  ORDER BY k.person_id, k.opened_on DESC
$$;


--
-- Name: cases_case_opens(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_case_opens() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  UPDATE assistance_application a SET waits = false FROM n
   WHERE a.person_id = n.person_id AND a.waits AND a.received_on <= n.opened_on;
  RETURN NULL;
END $$;


--
-- Name: cases_closed_is_not_offered(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_closed_is_not_offered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  WITH over AS (
    UPDATE cases_handover SET answer = 'taken_back', answered_at = clock()
     WHERE case_id = NEW.id AND answer = '' RETURNING receiver_id)
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock()) FROM over
   WHERE g.person_id = NEW.person_id AND g.membership_id = over.receiver_id AND g.basis = 'hand_over'
     AND g.ends_at IS NULL;
  RETURN NULL;
END $$;


--
-- Name: today(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.today() RETURNS date
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN (clock() AT TIME ZONE 'Europe/Stockholm')::date;
END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: cases_case; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_case (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    opened_on date DEFAULT public.today() NOT NULL,
    closed_on date,
    person_id bigint NOT NULL,
    responsible_id bigint,
    social_worker_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT case_ends_after_start CHECK (((closed_on IS NULL) OR (closed_on >= opened_on)))
);


--
-- Name: cases_given_out(public.cases_case); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_given_out(k public.cases_case) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  WITH over AS (
    UPDATE cases_handover SET answer = 'taken_back', answered_at = clock()
     WHERE case_id = k.id AND seat = 'responsible' AND answer = '' RETURNING receiver_id)
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock()) FROM over
   WHERE g.person_id = k.person_id AND g.membership_id = over.receiver_id AND g.basis = 'hand_over'
     AND g.ends_at IS NULL;
  IF k.responsible_id <> current_actor() THEN
    INSERT INTO cases_handover (person_id, case_id, seat, receiver_id, note)
    VALUES (k.person_id, k.id, 'responsible', k.responsible_id, '');
  END IF;
END $$;


--
-- Name: cases_hand_over(bigint, bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_hand_over(of_case bigint, to_membership bigint, with_note text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE k cases_case; sits text; made bigint;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  sits := CASE current_actor() WHEN k.responsible_id THEN 'responsible' WHEN k.social_worker_id
    THEN 'social_worker' END;
  IF sits IS NULL OR EXISTS (SELECT FROM unnest(cases_seat_scopes(sits)) s
      WHERE NOT people_works_with(k.person_id, s)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_yours_to_hand_over';
  END IF;
  IF NOT cases_may_sit(sits, to_membership, current_unit()) OR EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  INSERT INTO cases_handover (person_id, case_id, seat, receiver_id, note)
  VALUES (k.person_id, k.id, sits, to_membership, with_note) RETURNING id INTO made;
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
  SELECT k.person_id, to_membership, s, 'hand_over', '', '', '' FROM unnest(cases_seat_scopes(sits)) s;
  RETURN made;
END $$;


--
-- Name: cases_seat_role(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_seat_role(of_seat text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE of_seat WHEN 'responsible'::text THEN 'consultant'::text ELSE 'social_worker'::text END;


--
-- Name: staff_membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_membership (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    starts_on date DEFAULT public.today() NOT NULL,
    ends_on date,
    confirmed_at timestamp with time zone,
    colleague_id bigint NOT NULL,
    confirmed_by_id bigint,
    given_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT known_role CHECK (((role)::text = ANY ((ARRAY['social_worker'::character varying, 'consultant'::character varying, 'counsellor'::character varying, 'occupational_therapist'::character varying, 'head_of_unit'::character varying, 'supervisor'::character varying, 'site_leader'::character varying, 'administrator'::character varying, 'auditor'::character varying])::text[]))),
    CONSTRAINT membership_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


--
-- Name: staff_in_force(public.staff_membership); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_in_force(m public.staff_membership) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (((m).confirmed_at IS NOT NULL) AND ((m).starts_on <= public.today()) AND (((m).ends_on IS NULL) OR (public.today() < (m).ends_on)));


--
-- Name: staff_unit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_unit (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(30) NOT NULL,
    regime character varying(2) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    organisation_id bigint NOT NULL,
    parent_id bigint,
    succeeds_id bigint,
    CONSTRAINT unit_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on)))
);


--
-- Name: cases_may_sit(text, bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_may_sit(of_seat text, of_membership bigint, beside bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM ((public.staff_membership m JOIN public.staff_unit u ON ((u.id = m.unit_id))) JOIN public.staff_unit giver ON ((giver.id = cases_may_sit.beside))) WHERE ((m.id = cases_may_sit.of_membership) AND ((m.role)::text = public.cases_seat_role(cases_may_sit.of_seat)) AND public.staff_in_force(m.*) AND (u.organisation_id = giver.organisation_id) AND ((cases_may_sit.of_seat = 'responsible'::text) OR (u.id = giver.id)))));


--
-- Name: cases_next_case_number(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_next_case_number() RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  INSERT INTO cases_caseserial AS s (year, latest) VALUES (extract(year FROM today())::int, 1)
  ON CONFLICT (year) DO UPDATE SET latest = s.latest + 1
  RETURNING year || '-' || lpad(latest::text, GREATEST(4, length(latest::text)), '0')
$$;


--
-- Name: cases_note_is_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_note_is_now() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF current_user = 'trappan_app' THEN
    NEW.author_id := current_actor(); NEW.unit_id := current_unit();
    NEW.written_at := clock(); NEW.edition := 1;
  END IF;
  RETURN NEW;
END $$;


--
-- Name: cases_note_is_open(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_note_is_open() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF current_actor() IS NOT NULL
     AND clock() >= OLD.written_at + make_interval(days => rule('note_lock_days',
       (OLD.written_at AT TIME ZONE 'Europe/Stockholm')::date)::int) THEN
    RAISE EXCEPTION 'locked' USING ERRCODE = 'check_violation', CONSTRAINT = 'note_is_open';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: cases_open_as_head(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_open_as_head(of_number text, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE number = of_number AND closed_on IS NULL;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  IF (SELECT protection FROM people_person WHERE id = k.person_id) <> 'none' THEN
    INSERT INTO people_opening (person_id, head_id, reason) VALUES (k.person_id, current_actor(), why);
    RETURN NULL;
  END IF;
  PERFORM people_open(k.person_id, current_actor(), 'supervision', why);
  RETURN k.person_id;
END $$;


--
-- Name: cases_openings(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_openings() RETURNS TABLE(colleague text, at timestamp with time zone, number text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT DISTINCT c.given_name || ' ' || c.family_name, g.starts_at,
    COALESCE((SELECT k.number FROM cases_case k WHERE k.person_id = g.person_id
              ORDER BY k.opened_on DESC LIMIT 1), ''), g.reason
  FROM people_grant g JOIN staff_membership m ON m.id = g.membership_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE g.basis IN ('emergency', 'supervision') AND secrecy_role() = 'head_of_unit'
    AND (u.id = current_unit() OR u.parent_id = current_unit())
    AND g.starts_at > clock() - interval '30 days'
  ORDER BY 2 DESC
$$;


--
-- Name: cases_openings_asked(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_openings_asked() RETURNS TABLE(id bigint, colleague text, asked_at timestamp with time zone, number text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT o.id, c.given_name || ' ' || c.family_name, o.asked_at,
    COALESCE((SELECT k.number FROM cases_case k WHERE k.person_id = o.person_id
              ORDER BY k.opened_on DESC LIMIT 1), ''), o.reason
  FROM people_opening o JOIN staff_membership m ON m.id = o.head_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c ON c.id = m.colleague_id
  JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
  WHERE secrecy_role() = 'head_of_unit' AND o.agreed_at IS NULL
    AND m.colleague_id <> current_colleague() AND o.asked_at > clock() - interval '24 hours'
  ORDER BY o.asked_at
$$;


--
-- Name: cases_reassign(text, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_reassign(of_number text, to_membership bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE number = of_number AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.role = 'consultant'
      AND m.unit_id = k.unit_id AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  PERFORM cases_seat(k, to_membership);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'cases.reassign', k.person_id, 'plan', jsonb_build_object('to', to_membership));
  RETURN k.id;
END $$;


--
-- Name: cases_referral_ends(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_referral_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = NEW.person_id AND g.basis = 'referral'
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (g.unit_id = NEW.unit_id OR EXISTS (SELECT FROM staff_membership m
       WHERE m.id = g.membership_id AND m.unit_id = NEW.unit_id));
  RETURN NULL;
END $$;


--
-- Name: cases_seat(public.cases_case, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_seat(k public.cases_case, to_membership bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF k.responsible_id = to_membership THEN RETURN; END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
   WHERE person_id = k.person_id AND membership_id = to_membership AND basis = 'hand_over'
     AND (ends_at IS NULL OR ends_at > clock());
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
  SELECT k.person_id, to_membership, s, 'assignment', '', '', '' FROM unnest(cases_seat_scopes('responsible')) s;
  UPDATE cases_case SET responsible_id = to_membership,
    unit_id = (SELECT m.unit_id FROM staff_membership m WHERE m.id = to_membership)
   WHERE id = k.id RETURNING * INTO k;
  PERFORM cases_given_out(k);
  PERFORM cases_unseat(k, 'responsible');
END $$;


--
-- Name: cases_seat_scopes(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_seat_scopes(of_seat text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    RETURN CASE of_seat WHEN 'responsible'::text THEN ARRAY['plan'::text, 'requirement'::text] ELSE ARRAY['plan'::text, 'assistance'::text] END;


--
-- Name: cases_take_over(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_take_over(of_case bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT cases_may_sit('social_worker', current_actor(), current_unit())
     OR NOT people_works_with(k.person_id, 'assistance')
     OR EXISTS (SELECT FROM staff_membership m WHERE m.id = k.social_worker_id
       AND (staff_in_force(m) OR m.unit_id <> current_unit())) THEN
    RAISE EXCEPTION 'sits' USING ERRCODE = 'check_violation', CONSTRAINT = 'social_worker_has_left';
  END IF;
  UPDATE cases_case SET social_worker_id = current_actor() WHERE id = k.id;
END $$;


--
-- Name: cases_unit_cases(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_unit_cases() RETURNS TABLE(number text, opened_on date, responsible_id bigint, responsible text, sent_back text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT k.number, k.opened_on, CASE WHEN staff_in_force(m) THEN k.responsible_id END,
    c.given_name || ' ' || c.family_name,
    COALESCE((SELECT h.reason FROM cases_handover h WHERE h.case_id = k.id AND h.seat = 'responsible'
      AND h.answer = 'sent_back' AND staff_in_force(m) IS NOT TRUE ORDER BY h.id DESC LIMIT 1), '')
  FROM cases_case k LEFT JOIN staff_membership m ON m.id = k.responsible_id
  LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL
  ORDER BY staff_in_force(m) IS TRUE, k.opened_on, k.number
$$;


--
-- Name: cases_unseat(public.cases_case, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.cases_unseat(k public.cases_case, of_seat text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  days int := rule('hand_over_days', today())::int; before bigint; booked bigint;
  sits bigint := CASE of_seat WHEN 'responsible' THEN k.responsible_id ELSE k.social_worker_id END;
BEGIN
  FOR before IN SELECT DISTINCT g.membership_id FROM people_grant g JOIN staff_membership m ON m.id = g.membership_id
    WHERE g.person_id = k.person_id AND g.basis IN ('assignment', 'application', 'import') AND g.scope = 'plan'
      AND m.role = cases_seat_role(of_seat) AND g.membership_id IS DISTINCT FROM sits
      AND (g.ends_at IS NULL OR g.ends_at > clock())
  LOOP
    WITH ended AS (
      UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
       WHERE person_id = k.person_id AND membership_id = before
         AND basis IN ('assignment', 'application', 'import', 'hand_over') AND (ends_at IS NULL OR ends_at > clock())
      RETURNING scope)
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
    SELECT DISTINCT k.person_id, m.id, e.scope, 'hand_over', '', clock() + make_interval(days => days), '', ''
    FROM ended e, staff_membership m WHERE m.id = before AND staff_in_force(m) AND days > 0;
    FOR booked IN SELECT id FROM cases_meeting WHERE case_id = k.id AND colleague_id = before AND outcome = '' LOOP
      BEGIN
        UPDATE cases_meeting SET colleague_id = sits WHERE id = booked AND sits IS NOT NULL;
      EXCEPTION WHEN exclusion_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;


--
-- Name: clock(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.clock() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN COALESCE(
    (SELECT (day + (now() AT TIME ZONE 'Europe/Stockholm')::time) AT TIME ZONE 'Europe/Stockholm'
     FROM schedules_clock),
    now());
END $$;


--
-- Name: current_actor(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_actor() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('trappan.actor'::text, true), ''::text))::bigint;


--
-- Name: current_colleague(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_colleague() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('trappan.colleague'::text, true), ''::text))::bigint;


--
-- Name: current_unit(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_unit() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('trappan.unit'::text, true), ''::text))::bigint;


--
-- Name: demo_card(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demo_card(of_colleague text, of_person text, page text) RETURNS TABLE(colleague_id bigint, membership_id bigint, object_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT m.colleague_id, m.id, CASE WHEN of_person = '' THEN NULL
    WHEN page IN ('plans:mapping', 'plans:plan', 'cases:journal', 'plans:ratings') THEN (SELECT k.id FROM cases_case k
      JOIN people_person p ON p.id = k.person_id WHERE p.given_name || ' ' || p.family_name = of_person
        ORDER BY k.id LIMIT 1)
    ELSE (SELECT min(p.id) FROM people_person p WHERE p.given_name || ' ' || p.family_name = of_person) END
  FROM schedules_clock, staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE c.given_name || ' ' || c.family_name = of_colleague ORDER BY m.id LIMIT 1
$$;


--
-- Name: demo_town(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.demo_town() RETURNS TABLE(households_2021 bigint, households_2024 bigint, open_cases bigint, in_activity bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT (SELECT count(DISTINCT household_id) FROM assistance_supportmonth WHERE month = '2021-01-01'),
    (SELECT count(DISTINCT household_id) FROM assistance_supportmonth WHERE month = '2024-01-01'),
    (SELECT count(*) FROM cases_case WHERE closed_on IS NULL),
    (SELECT count(DISTINCT person_id) FROM placements_placement WHERE starts_on <= today()
       AND (ends_on IS NULL OR ends_on > today())),
    (SELECT count(*) FROM people_person)
  FROM schedules_clock
$$;


--
-- Name: desk_unit_ageing(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.desk_unit_ageing() RETURNS TABLE(why text, d30 bigint, d90 bigint, d180 bigint, longer bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT w.why, count(*) FILTER (WHERE days < 30), count(*) FILTER (WHERE days >= 30 AND days < 90),
    count(*) FILTER (WHERE days >= 90 AND days < 180), count(*) FILTER (WHERE days >= 180)
  FROM (SELECT CASE c.stall WHEN '' THEN c.stage WHEN 'protected' THEN 'other' ELSE c.stall END AS why,
      today() - COALESCE(c.stalled_since, c.since) AS days
    FROM cases_case k JOIN desk_casestate c ON c.case_id = k.id
    WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit()
      AND (c.stage <> 'placed' OR c.stall <> '')) w
  GROUP BY w.why ORDER BY count(*) DESC, w.why
$$;


--
-- Name: desk_unit_longest(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.desk_unit_longest() RETURNS TABLE(number text, why text, since date, responsible text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT k.number, CASE c.stall WHEN '' THEN c.stage WHEN 'protected' THEN 'other' ELSE c.stall END,
    COALESCE(c.stalled_since, c.since), CASE WHEN staff_in_force(m) THEN o.given_name || ' ' || o.family_name
      ELSE '' END
  FROM cases_case k JOIN desk_casestate c ON c.case_id = k.id
  LEFT JOIN staff_membership m ON m.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit()
    AND (c.stage <> 'placed' OR c.stall <> '')
  ORDER BY 3, 1 LIMIT 30
$$;


--
-- Name: history_sign(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.history_sign() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.at := clock();
  RETURN NEW;
END $$;


--
-- Name: keep_versions(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_versions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  -- No join of old and new rows: its plan would be made for the first, small call.
  INSERT INTO history_version (at, actor_id, of_table, row_id, person_id, scope, unit_id, was)
  SELECT clock(), current_actor(), TG_TABLE_NAME, o.id,
    CASE WHEN TG_TABLE_NAME = 'people_person' THEN o.id ELSE (to_jsonb(o)->>'person_id')::bigint END,
    TG_ARGV[0], (to_jsonb(o)->>'unit_id')::bigint, to_jsonb(o)
  FROM o;
  RETURN NULL;
END $$;


--
-- Name: swedish_sort(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.swedish_sort(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (regexp_replace(NORMALIZE(lower(translate(NORMALIZE(t, NFC), 'ÅåÄäÆæÖöØøÜüÐðĐđŁłÞþß'::text, '{{||||}}}}yyddddlltts'::text)), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text) COLLATE "C");


--
-- Name: name_sort(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.name_sort(first text, second text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (((public.swedish_sort(first) || '  '::text) || public.swedish_sort(second)) COLLATE "C");


--
-- Name: partnerships_keeps(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.partnerships_keeps(of_body bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT partnerships_keeps_for() IS NOT NULL AND of_body = ANY (partnerships_own())
$$;


--
-- Name: partnerships_keeps_for(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.partnerships_keeps_for() RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
  SELECT o.id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality'
  WHERE u.id = current_unit() AND secrecy_role() IN ('head_of_unit', 'administrator')
$$;


--
-- Name: partnerships_own(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.partnerships_own() RETURNS bigint[]
    LANGUAGE sql STABLE
    AS $$
  WITH RECURSIVE own AS (
    SELECT u.organisation_id AS id FROM staff_unit u WHERE u.id = current_unit()
    UNION SELECT o.succeeds_id FROM own JOIN staff_organisation o ON o.id = own.id WHERE o.succeeds_id IS NOT NULL)
  SELECT array_agg(id) FROM own WHERE secrecy_role() IS NOT NULL
$$;


--
-- Name: partnerships_places_left(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.partnerships_places_left() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE agreed bigint;
BEGIN
  SELECT a.places INTO agreed FROM partnerships_agreement a WHERE a.id = NEW.agreement_id FOR UPDATE;
  IF EXISTS (SELECT FROM partnerships_amendment d WHERE d.agreement_id = NEW.agreement_id
    AND d.starts_on >= NEW.starts_on
      AND agreed + (SELECT sum(e.places) FROM partnerships_amendment e WHERE e.agreement_id = d.agreement_id
        AND e.starts_on <= d.starts_on) < 0) THEN
    RAISE EXCEPTION 'none left' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_has_places_left';
  END IF;
  RETURN NULL;
END $$;


--
-- Name: partnerships_with_a_partner(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.partnerships_with_a_partner() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM staff_organisation o WHERE o.id = NEW.organisation_id AND o.kind IN ('partner',
    'association')) THEN
    RAISE EXCEPTION 'no partner' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_with_a_partner';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: people_add_number(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_add_number(of_person bigint, of_number text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF EXISTS (SELECT FROM people_number n WHERE n.number = of_number) THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_known';
  END IF;
  INSERT INTO people_number (person_id, number) VALUES (of_person, of_number);
END $$;


--
-- Name: people_agree_opening(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_agree_opening(of_opening bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE o people_opening;
BEGIN
  SELECT * INTO o FROM people_opening WHERE id = of_opening AND agreed_at IS NULL
     AND asked_at > clock() - interval '24 hours' FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM staff_membership h JOIN staff_unit hu ON hu.id = h.unit_id
       JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = hu.organisation_id
       WHERE h.id = o.head_id) OR secrecy_role() IS DISTINCT FROM 'head_of_unit' THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = o.head_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  UPDATE people_opening SET agreed_by_id = current_actor(), agreed_at = clock() WHERE id = of_opening;
  PERFORM people_open(o.person_id, o.head_id, 'supervision', o.reason);
END $$;


--
-- Name: people_born(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_born(of_number text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE
    AS $$
DECLARE d int := substr(of_number, 7, 2)::int;
BEGIN
  RETURN make_date(substr(of_number, 1, 4)::int, substr(of_number, 5, 2)::int,
    CASE WHEN d > 60 THEN d - 60 ELSE d END);
EXCEPTION WHEN datetime_field_overflow OR invalid_text_representation THEN RETURN NULL;
END $$;


--
-- Name: people_complete_grant(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_complete_grant() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  SELECT p.sort, p.given_sort, p.shielded INTO NEW.sort, NEW.given_sort, NEW.shielded
  FROM people_person p WHERE p.id = NEW.person_id;
  IF NEW.shielded AND NEW.unit_id IS NOT NULL AND (NEW.ends_at IS NULL OR NEW.ends_at > clock()) THEN
    RAISE EXCEPTION 'protected: by name only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_by_name_only';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: people_consent_ends(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_consent_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = NEW.person_id AND g.basis IN ('placement', 'consent')
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND EXISTS (SELECT FROM staff_unit u LEFT JOIN staff_membership m ON m.unit_id = u.id
       WHERE u.organisation_id = NEW.organisation_id
         AND (u.id = g.unit_id OR m.id = g.membership_id));
  RETURN NULL;
END $$;


--
-- Name: people_consents_here(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_consents_here(of_person bigint, of_part text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT people_holds(of_person, 'identity') AND EXISTS (
    SELECT FROM people_consent c JOIN staff_unit u ON u.organisation_id = c.organisation_id
    WHERE c.person_id = of_person AND u.id = current_unit() AND of_part = ANY (c.parts)
      AND c.starts_on <= today() AND (c.ends_on IS NULL OR today() < c.ends_on)
      AND (c.withdrawn_on IS NULL OR today() < c.withdrawn_on))
$$;


--
-- Name: people_contact_may_be_kept(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_contact_may_be_kept() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.protection = 'registration') THEN
    RAISE EXCEPTION 'never stored'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_contact_for_protected';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: people_end_grants(bigint, bigint, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_end_grants(of_person bigint, of_unit bigint, of_membership bigint, on_basis text, at_moment timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, at_moment)
   WHERE person_id = of_person AND unit_id IS NOT DISTINCT FROM of_unit
     AND membership_id IS NOT DISTINCT FROM of_membership AND basis = on_basis
     AND (ends_at IS NULL OR ends_at > at_moment);
END $$;


--
-- Name: people_find_number(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_find_number(of_number text) RETURNS TABLE(answer text, person_id bigint, unit_name text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE found bigint; shield text; said text; asked text := ''; seen bigint;
BEGIN
  IF secrecy_member_for('identity') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_search';
  END IF;
  IF (SELECT count(*) FROM history_event e JOIN staff_membership m ON m.id = e.actor_id
      WHERE e.kind = 'search' AND m.colleague_id = current_colleague()
        AND e.at > clock() - interval '10 minutes') >= 30 THEN
    RAISE EXCEPTION 'too many' USING ERRCODE = 'check_violation', CONSTRAINT = 'too_many_searches';
  END IF;
  SELECT n.person_id, p.protection INTO found, shield
  FROM people_number n JOIN people_person p ON p.id = n.person_id WHERE n.number = of_number;
  IF found IS NULL THEN said := 'new';
  ELSIF people_holds(found, 'identity') THEN said := 'yours'; seen := found;
  ELSIF shield <> 'none' THEN said := 'ask_head';
  ELSE
    said := 'ask_unit';
    SELECT u.name INTO asked FROM people_grant g LEFT JOIN staff_membership m ON m.id = g.membership_id
      JOIN staff_unit u ON u.id = COALESCE(g.unit_id, m.unit_id)
     WHERE g.person_id = found AND g.scope IN ('plan', 'assistance')
     ORDER BY (g.ends_at IS NULL OR g.ends_at > clock()) DESC, g.starts_at DESC, g.id DESC LIMIT 1;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('search', 'people.find_number', found, 'log', jsonb_build_object('answer', said));
  RETURN QUERY SELECT said, seen, COALESCE(asked, '');
END $$;


--
-- Name: people_give_grant(bigint, bigint, bigint, text, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_give_grant(of_person bigint, to_unit bigint, to_membership bigint, of_scope text, on_basis text, until timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE made bigint;
BEGIN
  IF NOT people_works_with(of_person, of_scope) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF on_basis NOT IN ('assignment', 'referral', 'hand_over', 'consent') THEN
    RAISE EXCEPTION 'basis' USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_not_for_giving';
  END IF;
  IF to_unit = current_unit() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    IF EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = of_person AND g.membership_id = to_membership AND g.scope = of_scope
          AND g.basis NOT IN ('emergency', 'supervision')
          AND (g.ends_at IS NULL OR g.ends_at > clock())) THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND NOT EXISTS (SELECT FROM staff_membership m
      JOIN secrecy_rolescope s ON s.role = m.role AND s.scope = of_scope AND s.through_unit
      WHERE m.id = to_membership AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  SELECT g.id INTO made FROM people_grant g WHERE g.person_id = of_person AND g.scope = of_scope
    AND g.basis = on_basis AND g.unit_id IS NOT DISTINCT FROM to_unit
    AND g.membership_id IS NOT DISTINCT FROM to_membership AND g.ends_at IS NOT DISTINCT FROM until
    AND (g.ends_at IS NULL OR g.ends_at > clock());
  IF made IS NULL THEN
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
    VALUES (of_person, to_unit, to_membership, of_scope, on_basis, '', until, '', '') RETURNING id INTO made;
  END IF;
  RETURN made;
END $$;


--
-- Name: people_grants_follow(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_grants_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NEW.sort <> OLD.sort OR NEW.given_sort <> OLD.given_sort THEN
    UPDATE people_grant SET sort = NEW.sort, given_sort = NEW.given_sort WHERE person_id = NEW.id;
  END IF;
  IF NEW.protection <> 'none' AND OLD.protection = 'none' THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = NEW.id AND unit_id IS NOT NULL AND (ends_at IS NULL OR ends_at > clock());
  END IF;
  IF NEW.protection = 'registration' THEN
    -- Not stored means not in what the row was before, either.
    DELETE FROM people_contact WHERE person_id = NEW.id;
    DELETE FROM history_version WHERE of_table = 'people_contact' AND person_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;


--
-- Name: people_held(bigint[], text, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_held(of_persons bigint[], of_scope text, lasting boolean) RETURNS bigint[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  my_unit bigint := secrecy_unit_for(of_scope); me bigint := secrecy_member_for(of_scope);
  scopes text[] := secrecy_opened_by(of_scope); moment timestamptz := clock();
BEGIN
  -- OFFSET 0: each person by their own index, never by all that the unit holds.
  RETURN ARRAY(SELECT p FROM unnest(of_persons) p WHERE EXISTS (
    SELECT FROM people_grant g WHERE g.person_id = p AND g.scope = ANY (scopes)
      AND (NOT lasting OR g.basis NOT IN ('emergency', 'supervision', 'hand_over'))
      AND (NOT g.shielded OR g.membership_id = me)
      AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
      AND (g.unit_id = my_unit OR g.membership_id = me) OFFSET 0));
END $$;


--
-- Name: people_holds(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_holds(of_person bigint, of_scope text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT people_held(ARRAY[of_person], of_scope, false) <> '{}'
$$;


--
-- Name: people_lives_with_young_child(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_lives_with_young_child(of_person bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT CASE WHEN people_holds(of_person, 'requirement') THEN EXISTS (
    SELECT FROM people_householdmember mine
    JOIN people_householdmember child ON child.household_id = mine.household_id AND child.role = 'child'
    JOIN people_number n ON n.person_id = child.person_id
    WHERE mine.person_id = of_person AND child.person_id <> of_person
      AND mine.starts_on <= today() AND (mine.ends_on IS NULL OR today() < mine.ends_on)
      AND child.starts_on <= today() AND (child.ends_on IS NULL OR today() < child.ends_on)
      AND people_born(n.number) > today() - make_interval(years => rule('young_child_age', today())::int)) END
$$;


--
-- Name: people_new_household(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_new_household(of_reference text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_member_for('requirement') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  INSERT INTO people_household (reference) VALUES (of_reference) RETURNING id INTO made;
  RETURN made;
END $$;


--
-- Name: people_open(bigint, bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_open(of_person bigint, to_membership bigint, on_basis text, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
  SELECT of_person, m.id, s.scope, on_basis, why, clock() + interval '24 hours', '', ''
  FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
  WHERE m.id = to_membership AND staff_in_force(m);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('opening', 'people.open_by_' || on_basis, of_person, 'log',
    jsonb_build_object('membership', to_membership));
END $$;


--
-- Name: people_open_in_emergency(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_open_in_emergency(of_number text, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE found bigint;
BEGIN
  IF secrecy_member_for('plan') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_open';
  END IF;
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  SELECT n.person_id INTO found FROM people_number n WHERE n.number = of_number;
  IF found IS NULL THEN
    RAISE EXCEPTION 'unknown' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_unknown';
  END IF;
  IF secrecy_role() = 'head_of_unit'
     AND (SELECT protection FROM people_person WHERE id = found) <> 'none' THEN
    INSERT INTO people_opening (person_id, head_id, reason) VALUES (found, current_actor(), why);
    RETURN NULL;
  END IF;
  PERFORM people_open(found, current_actor(), 'emergency', why);
  RETURN found;
END $$;


--
-- Name: people_protect(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_protect(of_person bigint, how text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF how <> 'none' THEN
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
    SELECT DISTINCT of_person, current_actor(), g.scope, g.basis, '', '', ''
    FROM people_grant g JOIN secrecy_rolescope s ON s.scope = g.scope AND s.role = secrecy_role()
    WHERE g.person_id = of_person AND g.unit_id = current_unit()
      AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at);
  END IF;
  UPDATE people_person SET protection = how WHERE id = of_person;
END $$;


--
-- Name: people_register(text, text, text, text, text, text[], boolean, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_register(of_number text, given text, family text, of_gender text, of_protection text, of_languages text[], needs_interpreter boolean, scopes text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE made bigint; s text;
BEGIN
  FOREACH s IN ARRAY scopes LOOP
    IF secrecy_unit_for(s) IS NULL THEN
      RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
    END IF;
  END LOOP;
  IF EXISTS (SELECT FROM people_number n WHERE n.number = of_number) THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_known';
  END IF;
  INSERT INTO people_person (given_name, family_name, gender, protection, languages, interpreter, education)
  VALUES (given, family, of_gender, of_protection, of_languages, needs_interpreter, '') RETURNING id INTO made;
  INSERT INTO people_number (person_id, number) VALUES (made, of_number);
  FOREACH s IN ARRAY scopes LOOP
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, sort, given_sort)
    VALUES (made, CASE WHEN of_protection = 'none' THEN secrecy_unit_for(s) END,
      CASE WHEN of_protection <> 'none' THEN secrecy_member_for(s) END, s, 'application', '', '', '');
  END LOOP;
  RETURN made;
END $$;


--
-- Name: people_works_with(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.people_works_with(of_person bigint, of_scope text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT people_held(ARRAY[of_person], of_scope, true) <> '{}'
$$;


--
-- Name: placements_access_follows(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_access_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  PERFORM placements_keep_access(NEW.person_id, NEW.unit_id);
  RETURN NULL;
END $$;


--
-- Name: placements_access_of_consent(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_access_of_consent() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  PERFORM placements_keep_access(NEW.person_id, u.id) FROM staff_unit u WHERE u.organisation_id = NEW.organisation_id
    AND EXISTS (SELECT FROM placements_placement p WHERE p.person_id = NEW.person_id AND p.unit_id = u.id AND p.agreed);
  RETURN NULL;
END $$;


--
-- Name: placements_access_of_protection(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_access_of_protection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  PERFORM placements_keep_access(NEW.id, p.unit_id)
    FROM (SELECT DISTINCT q.unit_id FROM placements_placement q WHERE q.person_id = NEW.id AND q.agreed) p;
  RETURN NULL;
END $$;


--
-- Name: placements_answer(bigint, boolean, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_answer(of_placement bigint, accepts boolean, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE p placements_placement; f placements_placement; leaves date;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = of_placement AND q.unit_id = current_unit() FOR UPDATE;
  IF p.id IS NULL OR p.proposed_at IS NULL OR NOT placements_may_know(p) THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_such_proposal';
  END IF;
  IF num_nonnulls(p.accepted_at, p.refused_at, p.withdrawn_at) > 0 THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_is_answered';
  END IF;
  IF accepts AND p.ends_on <= today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_is_past';
  END IF;
  IF accepts THEN
    -- Answered late, it begins today: nobody was expected on the days before the answer.
    IF p.starts_on < today() THEN
      p.starts_on := today();
      UPDATE placements_placement SET starts_on = p.starts_on WHERE id = p.id;
      UPDATE activities_seatuse SET starts_on = p.starts_on WHERE seat = p.seat AND starts_on < p.starts_on;
    END IF;
    UPDATE placements_placement SET accepted_at = clock(), answered_by_id = current_actor() WHERE id = p.id;
    SELECT * INTO f FROM placements_placement q WHERE q.id = p.follows_id FOR UPDATE;
    -- The one moved from ends then, or on the day after the latest that was marked there.
    leaves := GREATEST(p.starts_on, f.starts_on, (SELECT max(a.day) + 1 FROM attendance_attendance a
      WHERE a.placement_id = f.id));
    IF f.id IS NOT NULL AND (f.ends_on IS NULL OR f.ends_on > leaves) THEN
      PERFORM placements_cut(f.id, leaves, 'next_place', '');
      PERFORM placements_keep_access(f.person_id, f.unit_id);
    END IF;
    PERFORM placements_keep_access(p.person_id, p.unit_id);
  ELSE
    UPDATE placements_placement SET refused_at = clock(), answered_by_id = current_actor(), answer = why,
      ends_on = starts_on WHERE id = p.id;
    UPDATE activities_seatuse SET ends_on = starts_on WHERE seat = p.seat;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details) VALUES ('write',
    CASE WHEN accepts THEN 'placements.accept' ELSE 'placements.refuse' END, p.person_id, 'activity', p.unit_id,
    jsonb_build_object('placement', p.id));
  RETURN p.person_id;
END $$;


--
-- Name: placements_change_waits(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_change_waits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock();
    NEW.accepted := NULL; NEW.answer := ''; NEW.decided_by_id := NULL; NEW.decided_at := NULL;
  ELSIF OLD.accepted IS NOT NULL THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_is_decided_once';
  ELSIF NEW.accepted IS NOT NULL THEN
    NEW.decided_by_id := current_actor(); NEW.decided_at := clock();
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_check_crew(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_check_crew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM activities_crew c JOIN placements_placement p ON p.activity_id = c.activity_id
      WHERE c.id = NEW.crew_id AND c.taken_out_at IS NULL AND p.id = NEW.placement_id AND p.agreed) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'crew_of_the_activity';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_check_introduction(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_check_introduction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NEW.day > today() OR NOT EXISTS (SELECT FROM placements_placement p WHERE p.id = NEW.placement_id
    AND p.agreed) THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduced_when_there';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_check_terms(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_check_terms() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE a activities_activity;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO a FROM activities_activity WHERE id = NEW.activity_id;
    IF NEW.starts_on < a.starts_on OR (a.ends_on IS NOT NULL AND NEW.starts_on >= a.ends_on) THEN
      RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_is_open';
    END IF;
    IF (SELECT protection FROM people_person WHERE id = NEW.person_id) <> 'none'
       AND NOT placements_may_be_named(NEW.supervisor_id, NEW.unit_id, NEW.decision) THEN
      RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_needs_named_supervisor';
    END IF;
  END IF;
  -- To go on takes a consent that holds today; one given since the start will do.
  IF NOT placements_consented(NEW.person_id, NEW.unit_id,
      CASE TG_OP WHEN 'UPDATE' THEN today() ELSE NEW.starts_on END, NEW.ends_on) THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_needs_consent';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_close(bigint, date, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_close(of_activity bigint, on_day date, why text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE p placements_placement; touched int := 0;
BEGIN
  PERFORM FROM activities_activity a WHERE a.id = of_activity AND a.unit_id = current_unit()
    AND secrecy_role() = 'site_leader' AND (a.ends_on IS NULL OR a.ends_on > on_day) AND on_day > a.starts_on
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_not_to_close';
  END IF;
  IF on_day < today() + rule('places_notice_days', today())::int THEN
    RAISE EXCEPTION 'notice' USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_needs_notice';
  END IF;
  FOR p IN SELECT * FROM placements_placement q WHERE q.activity_id = of_activity
      AND q.refused_at IS NULL AND q.withdrawn_at IS NULL AND (q.ends_on IS NULL OR q.ends_on > on_day)
      ORDER BY q.id FOR UPDATE
  LOOP
    IF NOT p.agreed THEN
      UPDATE placements_placement SET refused_at = clock(), answered_by_id = current_actor(), answer = why,
        ends_on = starts_on WHERE id = p.id;
      UPDATE activities_seatuse SET ends_on = starts_on WHERE seat = p.seat;
    ELSE
      PERFORM placements_cut(p.id, GREATEST(p.starts_on, on_day), 'closes', why);
      PERFORM placements_keep_access(p.person_id, p.unit_id);
    END IF;
    INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details) VALUES ('write',
      'placements.close_activity', p.person_id, 'activity', p.unit_id, jsonb_build_object('placement', p.id, 'on',
        on_day));
    touched := touched + 1;
  END LOOP;
  UPDATE activities_activity SET ends_on = on_day WHERE id = of_activity;
  RETURN touched;
END $$;


--
-- Name: placements_consented(bigint, bigint, date, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_consented(of_person bigint, of_unit bigint, first date, until date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT o.kind = 'municipality' OR o.basis = 'provider' OR EXISTS (
    SELECT FROM people_consent c WHERE c.person_id = of_person AND c.organisation_id = o.id
      AND 'placement' = ANY (c.parts) AND c.starts_on <= LEAST(first, today())
      AND (c.ends_on IS NULL OR (until IS NOT NULL AND c.ends_on >= until)) AND c.withdrawn_on IS NULL)
  FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id WHERE u.id = of_unit
$$;


--
-- Name: placements_cut(bigint, date, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_cut(of_placement bigint, on_day date, code text, why text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  UPDATE activities_seatuse s SET ends_on = GREATEST(s.starts_on, on_day) FROM placements_placement p
    WHERE p.id = of_placement AND s.seat = p.seat AND (s.ends_on IS NULL OR s.ends_on > on_day);
  UPDATE placements_placement SET ends_on = on_day WHERE id = of_placement;
  INSERT INTO placements_placementend (placement_id, person_id, kind, reason)
    SELECT p.id, p.person_id, code, why FROM placements_placement p WHERE p.id = of_placement
    ON CONFLICT (placement_id) DO UPDATE SET kind = EXCLUDED.kind, reason = EXCLUDED.reason, told_on = today();
$$;


--
-- Name: placements_day_has_a_place(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_day_has_a_place() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM activities_seatuse s JOIN placements_placement p ON p.seat = s.seat
      WHERE p.id = NEW.placement_id AND s.starts_on <= NEW.day AND (s.ends_on IS NULL OR NEW.day < s.ends_on)
        AND s.starts_at <= (extract(isodow FROM NEW.day)::int - 1) * 1440 + NEW.starts_at
        AND s.ends_at >= (extract(isodow FROM NEW.day)::int - 1) * 1440 + NEW.ends_at) THEN
    RAISE EXCEPTION 'no place' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_free';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_keep_access(bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_keep_access(of_person bigint, of_unit bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE h record; until timestamptz; days int := rule('hand_over_days', today())::int; shielded boolean;
  asks boolean; consents int; consent_ends date;
BEGIN
  shielded := (SELECT protection <> 'none' FROM people_person WHERE id = of_person);
  asks := (SELECT o.kind <> 'municipality' AND o.basis <> 'provider'
    FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id WHERE u.id = of_unit);
  SELECT count(*), CASE WHEN bool_or(c.ends_on IS NULL) THEN NULL ELSE max(c.ends_on) END INTO consents, consent_ends
    FROM people_consent c JOIN staff_unit u ON u.organisation_id = c.organisation_id AND u.id = of_unit
    WHERE c.person_id = of_person AND 'placement' = ANY (c.parts) AND c.withdrawn_on IS NULL
      AND c.starts_on <= today() AND (c.ends_on IS NULL OR today() < c.ends_on);
  FOR h IN
    SELECT CASE WHEN shielded THEN NULL ELSE of_unit END AS unit_id,
      CASE WHEN shielded THEN p.supervisor_id END AS membership_id,
      bool_or(p.going AND p.ends_on IS NULL) AS endless, max(p.ends_on) FILTER (WHERE p.going) AS last
    FROM (SELECT q.supervisor_id, q.ends_on, q.agreed AND (q.ends_on IS NULL OR q.ends_on > q.starts_on) AS going
      FROM placements_placement q WHERE q.person_id = of_person AND q.unit_id = of_unit) p
    WHERE NOT shielded OR p.supervisor_id IS NOT NULL
    GROUP BY 1, 2
  LOOP
    until := CASE WHEN h.endless THEN NULL WHEN h.last IS NULL THEN clock()
      ELSE ((h.last + days)::timestamp AT TIME ZONE 'Europe/Stockholm') END;
    IF asks AND consents = 0 THEN
      until := clock();
    ELSIF asks AND consent_ends IS NOT NULL THEN
      until := LEAST(until, consent_ends::timestamp AT TIME ZONE 'Europe/Stockholm');
    END IF;
    -- What was open until now stays in the log as open until now.
    UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, until, clock())
     WHERE until IS NOT NULL AND g.person_id = of_person AND g.basis = 'placement'
       AND g.unit_id IS NOT DISTINCT FROM h.unit_id AND g.membership_id IS NOT DISTINCT FROM h.membership_id
       AND (g.ends_at IS NULL OR g.ends_at > until);
    IF (until IS NULL OR until > clock()) AND NOT EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = of_person AND g.basis = 'placement' AND g.scope = 'activity'
          AND g.unit_id IS NOT DISTINCT FROM h.unit_id AND g.membership_id IS NOT DISTINCT FROM h.membership_id
          AND (g.ends_at IS NULL OR g.ends_at >= until)) THEN
      INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
      VALUES (of_person, h.unit_id, h.membership_id, 'activity', 'placement', '', until, '', '');
    END IF;
  END LOOP;
END $$;


--
-- Name: placements_may_be_named(bigint, bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_may_be_named(named bigint, at_unit bigint, why text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT trim(why) <> '' AND EXISTS (SELECT FROM staff_membership m WHERE m.id = named AND m.unit_id = at_unit
    AND m.role IN ('supervisor', 'site_leader') AND staff_in_force(m))
$$;


--
-- Name: placements_placement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_placement (
    id bigint NOT NULL,
    seat uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    decision text NOT NULL,
    aim character varying(300) DEFAULT ''::character varying NOT NULL,
    proposed_at timestamp with time zone,
    accepted_at timestamp with time zone,
    refused_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    answer character varying(300) DEFAULT ''::character varying NOT NULL,
    agreed boolean GENERATED ALWAYS AS (((proposed_at IS NULL) OR (accepted_at IS NOT NULL))) STORED,
    activity_id bigint NOT NULL,
    answered_by_id bigint,
    follows_id bigint,
    person_id bigint NOT NULL,
    placed_by_id bigint DEFAULT public.current_actor(),
    supervisor_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT placement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT proposal_is_answered_once CHECK ((((accepted_at IS NULL) AND (refused_at IS NULL)) OR ((accepted_at IS NULL) AND (withdrawn_at IS NULL)) OR ((refused_at IS NULL) AND (withdrawn_at IS NULL)))),
    CONSTRAINT refusal_says_why CHECK (((refused_at IS NULL) OR (NOT ((answer)::text = ''::text))))
);


--
-- Name: placements_may_know(public.placements_placement); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_may_know(p public.placements_placement) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT COALESCE(secrecy_role() IN ('supervisor', 'site_leader') AND p.unit_id = current_unit()
    AND placements_consented(p.person_id, p.unit_id, p.starts_on, p.ends_on)
    AND ((SELECT x.protection = 'none' FROM people_person x WHERE x.id = p.person_id)
      OR p.supervisor_id = current_actor()), false)
$$;


--
-- Name: placements_name_supervisor(bigint, bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_name_supervisor(of_placement bigint, named bigint, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE p placements_placement;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = of_placement FOR UPDATE;
  IF p.id IS NULL OR NOT people_works_with(p.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT placements_may_be_named(named, p.unit_id, why) THEN
    RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_needs_named_supervisor';
  END IF;
  UPDATE people_grant g SET ends_at = clock() WHERE g.person_id = p.person_id AND g.basis = 'placement'
    AND g.membership_id = p.supervisor_id AND g.membership_id <> named AND (g.ends_at IS NULL OR g.ends_at > clock());
  UPDATE placements_placement SET supervisor_id = named, decision = why WHERE id = p.id;
  PERFORM placements_keep_access(p.person_id, p.unit_id);
END $$;


--
-- Name: placements_proposals(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_proposals() RETURNS TABLE(placement_id bigint, activity text, given_name text, aim text, starts_on date, ends_on date, starts_at integer[], ends_at integer[], weeks text[], proposed_at timestamp with time zone, moves boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT p.id, a.name, x.given_name, p.aim, p.starts_on, p.ends_on, s.starts_at, s.ends_at, s.weeks, p.proposed_at,
    p.follows_id IS NOT NULL AND EXISTS (SELECT FROM placements_placement f WHERE f.id = p.follows_id
      AND f.unit_id = p.unit_id)
  FROM placements_placement p JOIN activities_activity a ON a.id = p.activity_id
  JOIN people_person x ON x.id = p.person_id
  CROSS JOIN LATERAL (SELECT array_agg(u.starts_at ORDER BY u.starts_at) AS starts_at,
    array_agg(u.ends_at ORDER BY u.starts_at) AS ends_at, array_agg(u.weeks::text ORDER BY u.starts_at) AS weeks
    FROM activities_seatuse u WHERE u.seat = p.seat AND u.ends_on IS DISTINCT FROM u.starts_on) s
  WHERE p.unit_id = current_unit() AND p.proposed_at IS NOT NULL AND p.accepted_at IS NULL
    AND p.refused_at IS NULL AND p.withdrawn_at IS NULL AND placements_may_know(p)
  ORDER BY p.starts_on, p.id
$$;


--
-- Name: placements_proposed_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_proposed_now() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.proposed_at := clock(); NEW.placed_by_id := current_actor();
  NEW.accepted_at := NULL; NEW.refused_at := NULL; NEW.withdrawn_at := NULL;
  NEW.answered_by_id := NULL; NEW.answer := '';
  RETURN NEW;
END $$;


--
-- Name: placements_queue(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_queue() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT count(*) FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id
  JOIN staff_unit me ON me.id = current_unit() AND me.organisation_id = u.organisation_id AND me.kind <> 'site'
  WHERE secrecy_role() IS NOT NULL AND k.closed_on IS NULL
    AND EXISTS (SELECT FROM plans_plan p WHERE p.case_id = k.id AND p.decided_at IS NOT NULL
      AND p.replaced_at IS NULL AND p.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM placements_placement p WHERE p.person_id = k.person_id AND p.refused_at IS NULL
      AND p.withdrawn_at IS NULL AND (p.ends_on IS NULL OR p.ends_on > today()))
$$;


--
-- Name: placements_refuse_beyond_activity(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_refuse_beyond_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE last date;
BEGIN
  SELECT ends_on INTO last FROM activities_activity WHERE id = NEW.activity_id;
  IF NEW.ends_on IS NULL OR NEW.ends_on > GREATEST(last, NEW.starts_on) THEN
    IF last IS NOT NULL THEN
      RAISE EXCEPTION 'beyond' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_activity';
    END IF;
  END IF;
  RETURN NEW;
END $$;


--
-- Name: placements_resume(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_resume(of_suspension bigint) RETURNS date
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE s placements_suspension; back date;
BEGIN
  SELECT * INTO s FROM placements_suspension x WHERE x.id = of_suspension FOR UPDATE;
  IF s.id IS NULL OR secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(s.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'days_not_yours';
  END IF;
  -- A time that has begun today was not held, and stays so: nobody can be absent from it afterwards.
  back := GREATEST(s.starts_on, today() + EXISTS (SELECT FROM placements_session t WHERE t.placement_id = s.placement_id
    AND t.day = today()
      AND (t.day + make_interval(mins => t.starts_at)) AT TIME ZONE 'Europe/Stockholm' <= clock())::int);
  IF s.ends_on <= back THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'pause_is_over';
  END IF;
  UPDATE placements_suspension SET ends_on = back WHERE id = s.id;
  RETURN back;
END $$;


--
-- Name: placements_take_back_day(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_take_back_day(of_change bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE c placements_daychange;
BEGIN
  SELECT * INTO c FROM placements_daychange x WHERE x.id = of_change FOR UPDATE;
  IF c.id IS NULL OR secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(c.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'days_not_yours';
  END IF;
  IF c.taken_back_at IS NOT NULL OR c.day < today() THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_over';
  END IF;
  IF EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = c.placement_id AND a.day = c.day) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_marked';
  END IF;
  UPDATE placements_daychange SET taken_back_at = clock() WHERE id = c.id;
  UPDATE activities_seatuse s SET ends_on = s.starts_on FROM placements_placement p
    WHERE p.id = c.placement_id AND s.seat = p.seat AND s.once AND s.starts_on = c.day;
  -- A time that has begun was not to be held: nobody can be absent from it afterwards.
  IF EXISTS (SELECT FROM placements_session t WHERE t.placement_id = c.placement_id AND t.day = c.day
      AND (t.day + make_interval(mins => t.starts_at)) AT TIME ZONE 'Europe/Stockholm' <= clock()) THEN
    RAISE EXCEPTION 'begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_over';
  END IF;
END $$;


--
-- Name: placements_way(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_way(of_organisation bigint) RETURNS TABLE(activity_id bigint, ended bigint, moved_up bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT w.activity_id, CASE WHEN w.ended >= 5 THEN w.ended END, CASE WHEN w.moved_up >= 5
    AND w.ended - w.moved_up >= 5 THEN w.moved_up END
  FROM (SELECT a.id AS activity_id, count(p.id) AS ended,
      count(p.id) FILTER (WHERE EXISTS (SELECT FROM placements_placement n
        JOIN activities_activity b ON b.id = n.activity_id
        JOIN staff_unit v ON v.id = b.unit_id WHERE n.person_id = p.person_id AND n.agreed
          AND v.organisation_id = of_organisation
          AND b.challenge > a.challenge AND n.starts_on >= p.ends_on - 7 AND n.starts_on < p.ends_on + 60)) AS moved_up
    FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id AND u.organisation_id = of_organisation
    LEFT JOIN placements_placement p ON p.activity_id = a.id AND p.agreed AND p.ends_on > p.starts_on
      AND p.ends_on <= today() AND p.ends_on > today() - 365
    WHERE secrecy_role() IS NOT NULL AND (SELECT o.kind = 'municipality' OR o.id = of_organisation FROM staff_unit me
      JOIN staff_organisation o ON o.id = me.organisation_id WHERE me.id = current_unit())
    GROUP BY a.id) w
$$;


--
-- Name: placements_withdrawn_once(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.placements_withdrawn_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.withdrawn_at := COALESCE(OLD.withdrawn_at, clock());
  RETURN NEW;
END $$;


--
-- Name: plans_decided_after_consultation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_decided_after_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF current_actor() IS NOT NULL AND rule('consultation_required', today())::boolean AND NOT EXISTS (
      SELECT FROM plans_consultation c WHERE c.case_id = NEW.case_id
        AND c.with_whom = 'employment_service' AND c.held_on <= today()
        AND c.held_on > today() - rule('consultation_valid_days', today())::int) THEN
    RAISE EXCEPTION 'no consultation' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_consultation';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_decided_by_whoever_acts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_decided_by_whoever_acts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF current_actor() IS NOT NULL THEN NEW.decided_by_id := current_actor(); END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_decider_stays(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_decider_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.decided_by_id := OLD.decided_by_id;
  RETURN NEW;
END $$;


--
-- Name: plans_goal_stands_by_plan(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_goal_stands_by_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT people_holds(NEW.person_id, 'plan') OR (NEW.under_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM plans_goal g WHERE g.id = NEW.under_id AND g.unit_id IS NULL AND g.under_id IS NULL)) THEN
    RAISE EXCEPTION 'under' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_under_the_plans_own';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_map_step(bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_map_step(of_step bigint, to_step bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator'
     OR EXISTS (SELECT FROM plans_ladderstep s JOIN plans_ladder l ON l.id = s.ladder_id
       WHERE s.id = of_step AND l.is_main)
     OR (to_step IS NOT NULL AND NOT EXISTS (SELECT FROM plans_ladderstep s
       JOIN plans_ladder l ON l.id = s.ladder_id WHERE s.id = to_step AND l.is_main)) THEN
    RAISE EXCEPTION 'frames' USING ERRCODE = 'check_violation', CONSTRAINT = 'mapped_to_the_main_frame';
  END IF;
  UPDATE plans_ladderstep SET maps_to_id = to_step WHERE id = of_step;
END $$;


--
-- Name: plans_observed_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_observed_now() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.unit_id := current_unit(); NEW.at := clock();
  NEW.day := LEAST(NEW.day, today());
  RETURN NEW;
END $$;


--
-- Name: plans_own_words_stay(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_own_words_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT starts_with(NEW.own_words, OLD.own_words) THEN
    RAISE EXCEPTION 'own words' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_stay';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_plan_is_draft(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_plan_is_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF current_actor() IS NOT NULL AND NOT EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id
      AND p.decided_at IS NULL AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_draft';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_plan_is_open(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_plan_is_open() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id
      AND (p.replaced_at IS NOT NULL OR p.ended_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_open';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_plan_rests_on_mapping(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_plan_rests_on_mapping() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_mapping k WHERE k.case_id = NEW.case_id AND k.finished_at IS NOT NULL) THEN
    RAISE EXCEPTION 'no mapping' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_mapping';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_rated_in_an_open_case(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_rated_in_an_open_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF (SELECT k.closed_on IS NOT NULL FROM cases_case k WHERE k.id = NEW.case_id FOR SHARE) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_closed';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_rated_now(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_rated_now() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.taken_back_at := NULL;
    NEW.day := LEAST(NEW.day, today());
  ELSE
    NEW.taken_back_at := COALESCE(OLD.taken_back_at, clock());
  END IF;
  RETURN NEW;
END $$;


--
-- Name: plans_site_goal(bigint, text, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_site_goal(of_person bigint, of_title text, until date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE stands_in bigint;
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('supervisor', 'site_leader'), true) OR NOT people_works_with(of_person,
    'activity') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  SELECT p.id INTO stands_in FROM plans_plan p JOIN cases_case k ON k.id = p.case_id AND k.closed_on IS NULL
  WHERE p.person_id = of_person AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
  ORDER BY p.id DESC LIMIT 1;
  IF stands_in IS NULL THEN
    RAISE EXCEPTION 'no plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_plan_for_goal';
  END IF;
  INSERT INTO plans_goal (person_id, plan_id, unit_id, title, due_on, evidence)
  VALUES (of_person, stands_in, current_unit(), of_title, until, '');
END $$;


--
-- Name: plans_step_waits(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.plans_step_waits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.day := LEAST(NEW.day, today());
    NEW.accepted := NULL; NEW.answer := ''; NEW.decided_by_id := NULL; NEW.decided_at := NULL;
  ELSIF OLD.accepted IS NOT NULL THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposed_step_is_decided_once';
  ELSIF NEW.accepted IS NOT NULL THEN
    NEW.decided_by_id := current_actor(); NEW.decided_at := clock();
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_appealed_once(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_appealed_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (OLD.appealed_on IS NOT NULL AND (NEW.appealed_on, NEW.appeal_words) IS DISTINCT FROM (OLD.appealed_on,
    OLD.appeal_words))
     OR (OLD.appeal_result <> '' AND (NEW.appeal_result, NEW.appeal_ended_on) IS DISTINCT FROM (OLD.appeal_result,
       OLD.appeal_ended_on))
     OR NEW.appealed_on > today() OR NEW.appealed_on < OLD.decided_on OR NEW.appeal_ended_on > today() THEN
    RAISE EXCEPTION 'once' USING ERRCODE = 'check_violation', CONSTRAINT = 'appealed_once';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_check_decision(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_check_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE g requirement_grounds;
BEGIN
  SELECT * INTO g FROM requirement_grounds x WHERE x.id = NEW.grounds_id FOR UPDATE;
  NEW.decided_by_id := current_actor(); NEW.at := clock();
  NEW.appealed_on := NULL; NEW.appeal_words := ''; NEW.appeal_result := ''; NEW.appeal_ended_on := NULL;
  IF g.received_at IS NULL OR g.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'receipt' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_after_receipt';
  END IF;
  IF NEW.decided_on > today() OR NEW.decided_on < (g.at AT TIME ZONE 'Europe/Stockholm')::date THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'decided_after_it_was_written';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.sent_to) x WHERE trim(x) = '') THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_is_sent_to_somebody';
  END IF;
  IF rule('four_eyes', today())::boolean AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = g.author_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_check_grounds(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_check_grounds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE sums record; first_day int := rule('observed_from_day', today())::int;
  before int := rule('observed_months_before', today())::int;
BEGIN
  NEW.author_id := current_actor(); NEW.at := clock();
  NEW.heard_on := NULL; NEW.heard_how := ''; NEW.heard_words := ''; NEW.sent_to_id := NULL; NEW.sent_at := NULL;
  NEW.received_at := NULL; NEW.taken_back_at := NULL; NEW.taken_back_why := '';
  IF secrecy_role() NOT IN ('social_worker', 'consultant') THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT COALESCE(sum(t.attended), 0) AS attended, COALESCE(sum(t.excused), 0) AS excused,
    COALESCE(sum(t.unexcused), 0) AS unexcused, COALESCE(sum(t.undecided), 0) AS undecided,
    COALESCE(sum(t.unmarked), 0) AS unmarked, COALESCE(sum(t.neutral), 0) AS neutral INTO sums
  FROM attended_time t WHERE t.person_id = NEW.person_id AND t.day >= NEW.period_from AND t.day < NEW.period_to;
  IF NEW.period_from <> (NEW.month - make_interval(months => before))::date + first_day - 1
     OR NEW.period_to <> (NEW.month - make_interval(months => before - 1))::date + first_day - 1
     OR NEW.period_to > today()
     OR (NEW.attended, NEW.excused, NEW.unexcused, NEW.undecided, NEW.unmarked, NEW.neutral)
       <> (sums.attended, sums.excused, sums.unexcused, sums.undecided, sums.unmarked, sums.neutral) THEN
    RAISE EXCEPTION 'differs' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_agree_with_attendance';
  END IF;
  IF NEW.about = 'absence' AND sums.unexcused = 0 THEN
    RAISE EXCEPTION 'no finding' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_after_dialogue';
  END IF;
  IF NEW.about = 'declined' AND NOT EXISTS (SELECT FROM attendance_dialogue d JOIN cases_note n ON n.id = d.note_id
      WHERE d.person_id = NEW.person_id AND d.case_id = NEW.case_id AND d.result = 'declines'
        AND n.happened_at >= NEW.period_from::timestamp AT TIME ZONE 'Europe/Stockholm'
        AND n.happened_at < NEW.period_to::timestamp AT TIME ZONE 'Europe/Stockholm') THEN
    RAISE EXCEPTION 'no refusal' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_after_refusal';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_check_grounds_step(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_check_grounds_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NEW IS DISTINCT FROM OLD AND EXISTS (SELECT FROM requirement_decision d WHERE d.grounds_id = OLD.id) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_are_decided';
  END IF;
  IF OLD.taken_back_at IS NOT NULL OR (OLD.sent_at IS NOT NULL AND
      (NEW.heard_on, NEW.heard_how, NEW.heard_words, NEW.sent_to_id, NEW.sent_at) IS DISTINCT FROM
      (OLD.heard_on, OLD.heard_how, OLD.heard_words, OLD.sent_to_id, OLD.sent_at)) THEN
    RAISE EXCEPTION 'frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_are_frozen';
  END IF;
  IF NEW.sent_at IS NOT NULL AND OLD.sent_at IS NULL THEN
    NEW.sent_at := clock();
    IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = NEW.sent_to_id AND m.role = 'social_worker'
        AND staff_in_force(m) AND EXISTS (SELECT FROM people_grant g WHERE g.person_id = NEW.person_id
          AND g.scope IN ('requirement', 'assistance') AND g.basis <> 'hand_over'
          AND (g.membership_id = m.id OR (g.unit_id = m.unit_id AND NOT g.shielded))
          AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at))) THEN
      RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_to_a_social_worker';
    END IF;
  END IF;
  IF NEW.received_at IS DISTINCT FROM OLD.received_at THEN
    IF OLD.received_at IS NOT NULL OR NEW.sent_to_id IS DISTINCT FROM current_actor() THEN
      RAISE EXCEPTION 'receipt' USING ERRCODE = 'check_violation', CONSTRAINT = 'received_by_the_receiver';
    END IF;
    NEW.received_at := clock();
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN NEW.taken_back_at := clock(); END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_controls(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_controls() RETURNS TABLE(control text, number text, since date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  my_role text := secrecy_role(); me bigint := current_actor(); of_unit bigint := current_unit();
  now_day date := today();
  window_days int := 60; receipt int := rule('receipt_days', now_day)::int;
  first_day int := rule('observed_from_day', now_day)::int; before int := rule('observed_months_before', now_day)::int;
  due int := rule('grounds_due_days', now_day)::int; cutoff date; latest date; mine bigint[]; people bigint[];
BEGIN
  IF my_role IS NULL OR my_role NOT IN ('consultant', 'social_worker', 'head_of_unit') THEN RETURN; END IF;
  SELECT d.day INTO cutoff FROM schedules_day d WHERE d.day < now_day AND d.weekday < 5 AND d.holiday = ''
    ORDER BY d.day DESC OFFSET rule('unmarked_days', now_day)::int - 1 LIMIT 1;
  mine := ARRAY(SELECT k.id FROM cases_case k LEFT JOIN staff_membership w ON w.id = k.social_worker_id
    WHERE k.closed_on IS NULL AND CASE my_role WHEN 'consultant' THEN k.responsible_id = me
      WHEN 'social_worker' THEN k.social_worker_id = me ELSE k.unit_id = of_unit OR w.unit_id = of_unit END);

  -- People by a list of their own, so that each is found by the index on placements.
  people := ARRAY(SELECT k.person_id FROM cases_case k WHERE k.id = ANY (mine));
  RETURN QUERY SELECT 'unmarked', k.number::text, min(t.day) FROM (
      SELECT a.person_id, a.day FROM attended_time a WHERE a.person_id = ANY (people)
        AND a.day >= now_day - window_days AND a.day < cutoff AND a.unmarked > 0 OFFSET 0) t
    JOIN cases_case k ON k.person_id = t.person_id AND k.id = ANY (mine) AND k.opened_on <= t.day
    GROUP BY k.number;

  SELECT max(s.month) INTO latest FROM assistance_supportmonth s WHERE s.month <= now_day;
  RETURN QUERY SELECT 'no_place', k.number::text, GREATEST(k.opened_on, (SELECT max(p.ends_on)
    FROM placements_placement p
      WHERE p.person_id = k.person_id AND p.agreed AND p.ends_on <= now_day))
    FROM cases_case k JOIN requirement_in_month(latest, people) u
      ON u.person_id = k.person_id AND u.status = 'under'
    WHERE k.id = ANY (mine) AND NOT EXISTS (SELECT FROM placements_placement p WHERE p.person_id = k.person_id
      AND p.agreed AND p.starts_on <= now_day AND (p.ends_on IS NULL OR p.ends_on > now_day));

  RETURN QUERY SELECT 'not_registered', k.number::text, r.made_at::date FROM requirement_activityrequest r
    JOIN cases_case k ON k.id = r.case_id
    WHERE r.case_id = ANY (mine) AND r.registered_on IS NULL AND r.made_at::date <= now_day - receipt;

  RETURN QUERY SELECT 'grounds_late', k.number::text, min(f.until + due) FROM cases_case k
    JOIN LATERAL (SELECT DISTINCT ON (f.placement_id, f.day) f.kind,
        (date_trunc('month', f.day - (first_day - 1)) + make_interval(months => before))::date AS month,
        (date_trunc('month', f.day - (first_day - 1)) + interval '1 month')::date + first_day - 1 AS until
      FROM attendance_finding f WHERE f.person_id = k.person_id AND f.day >= k.opened_on
      ORDER BY f.placement_id, f.day, f.at DESC, f.id DESC) f ON f.kind = 'unexcused' AND f.until + due < now_day
    WHERE k.id = ANY (mine) AND NOT EXISTS (SELECT FROM requirement_grounds g WHERE g.person_id = k.person_id
      AND g.month = f.month AND g.sent_at IS NOT NULL AND g.taken_back_at IS NULL)
    GROUP BY k.number;

  RETURN QUERY SELECT CASE WHEN g.received_at IS NULL THEN 'receipt' ELSE 'undecided' END, k.number::text,
      COALESCE(g.received_at, g.sent_at)::date
    FROM requirement_grounds g JOIN cases_case k ON k.id = g.case_id
    WHERE g.case_id = ANY (mine) AND g.sent_at IS NOT NULL AND g.taken_back_at IS NULL
      AND COALESCE(g.received_at, g.sent_at)::date <= now_day - receipt
      AND NOT EXISTS (SELECT FROM requirement_decision d WHERE d.grounds_id = g.id);

  RETURN QUERY SELECT 'no_movement', k.number::text, GREATEST(k.opened_on, m.day, g.day) FROM cases_case k
    LEFT JOIN LATERAL (SELECT max(x.day) AS day FROM plans_stepmove x WHERE x.person_id = k.person_id
      AND NOT x.corrected) m ON true
    LEFT JOIN LATERAL (SELECT max(x.closed_on) AS day FROM plans_goal x WHERE x.person_id = k.person_id) g ON true
    WHERE k.id = ANY (mine) AND GREATEST(k.opened_on, m.day, g.day) < now_day - 90
      AND EXISTS (SELECT FROM attendance_attendance a JOIN placements_placement p ON p.id = a.placement_id
        WHERE p.person_id = k.person_id AND p.agreed AND a.day > now_day - 30 AND a.mark IN ('present', 'partly'));
END $$;


--
-- Name: requirement_exemption_only_shorter(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_exemption_only_shorter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.ends_on > OLD.ends_on AND current_actor() IS NOT NULL THEN
    RAISE EXCEPTION 'longer' USING ERRCODE = 'check_violation', CONSTRAINT = 'exemption_only_shorter';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_in_month(date, bigint[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_in_month(of_month date, of_persons bigint[]) RETURNS TABLE(person_id bigint, status text, in_a_row integer, why text, until date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
#variable_conflict use_column
DECLARE
  needed int := rule('consecutive_months', of_month)::int;
  adult text := to_char(of_month - make_interval(years => rule('adult_age', of_month)::int), 'YYYYMM');
  old text := to_char(of_month - make_interval(years => rule('pension_age', of_month)::int), 'YYYYMM');
  outside text[] := ARRAY(SELECT jsonb_array_elements_text(rule('outside_obstacles', of_month)));
  back date[] := ARRAY(SELECT (of_month - make_interval(months => n))::date
    FROM generate_series(1, rule('consecutive_months', of_month)::int - 1) n ORDER BY n);
  duty date := (rule('requirement_from', of_month) #>> '{}')::date;
BEGIN
  -- Put together, so that a few people are found by their own index and the whole town by the month's.
  RETURN QUERY EXECUTE format($q$
  WITH here AS MATERIALIZED (
    SELECT m.person_id, m.role, m.obstacle FROM assistance_supportmonth m
    WHERE m.month = $2 AND %1$s
  ), before AS MATERIALIZED (
    -- One bit a month back: the lowest ones in a row are the months in a row before this.
    SELECT m.person_id, bit_or(1 << (array_position($7, m.month) - 1)) AS mask
    FROM assistance_supportmonth m
    WHERE m.month = ANY ($7) AND %1$s
    GROUP BY m.person_id
  ), exempt AS (
    SELECT DISTINCT ON (e.person_id) e.person_id, e.kind, e.ends_on FROM requirement_exemption e
    WHERE e.starts_on < $2 + interval '1 month' AND e.ends_on > $2 AND e.ends_on > e.starts_on
      AND %2$s
    ORDER BY e.person_id, e.ends_on DESC
  ), counted AS MATERIALIZED (
    SELECT h.person_id, h.role, h.obstacle::text AS obstacle, e.kind, e.ends_on,
      (SELECT substr(n.number, 1, 6) FROM people_number n
        WHERE n.person_id = h.person_id AND h.role <> 'child' ORDER BY n.number DESC LIMIT 1) AS born,
      bit_count((COALESCE(f.mask, 0) # (COALESCE(f.mask, 0) + 1))::bit(32))::int AS row_of
    FROM here h LEFT JOIN before f ON f.person_id = h.person_id
    LEFT JOIN exempt e ON e.person_id = h.person_id
  )
  SELECT c.person_id,
    CASE WHEN o.outside_of IS NOT NULL THEN 'outside' WHEN c.row_of < $3 THEN 'not_yet'
      WHEN $8 IS NULL OR $2 < $8 THEN 'no_duty'
      WHEN c.kind IS NOT NULL THEN 'exempt' ELSE 'under' END,
    CASE WHEN c.role = 'child' THEN 1 ELSE c.row_of END,
    CASE WHEN o.outside_of IS NOT NULL THEN o.outside_of
      WHEN c.row_of >= $3 AND $2 >= $8 THEN COALESCE(c.kind::text, '') ELSE '' END,
    CASE WHEN o.outside_of IS NULL AND c.row_of >= $3 AND $2 >= $8 THEN c.ends_on END
  FROM counted c CROSS JOIN LATERAL (SELECT CASE WHEN c.role = 'child' THEN 'child'
    WHEN c.born > $4 THEN 'age' WHEN c.born <= $5 THEN 'pension'
    WHEN c.obstacle = ANY ($6) THEN c.obstacle END AS outside_of) o
  $q$, CASE WHEN of_persons IS NULL THEN 'true' ELSE 'm.person_id = ANY ($1)' END,
    CASE WHEN of_persons IS NULL THEN 'true' ELSE 'e.person_id = ANY ($1)' END)
  USING of_persons, of_month, needed, adult, old, outside, back, duty;
END $_$;


--
-- Name: requirement_quarter(date, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_quarter(first date, after date) RETURNS TABLE(obstacle text, asked bigint, reduced bigint, refused bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  WITH own AS (
    SELECT k.id FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id JOIN staff_unit me ON me.id = current_unit()
    WHERE secrecy_role() = 'head_of_unit' AND u.organisation_id = me.organisation_id
  ), counted AS (
    SELECT r.person_id, 'asked' AS what FROM requirement_activityrequest r JOIN own ON own.id = r.case_id
    WHERE r.made_at >= first::timestamp AT TIME ZONE 'Europe/Stockholm'
      AND r.made_at < after::timestamp AT TIME ZONE 'Europe/Stockholm'
    UNION
    SELECT d.person_id, d.outcome FROM requirement_decision d JOIN requirement_grounds g ON g.id = d.grounds_id
    JOIN own ON own.id = g.case_id WHERE d.decided_on >= first AND d.decided_on < after AND d.outcome <> 'granted')
  SELECT COALESCE(o.obstacle, 'unknown'), count(*) FILTER (WHERE c.what = 'asked'),
    count(*) FILTER (WHERE c.what = 'reduced'), count(*) FILTER (WHERE c.what = 'refused')
  FROM counted c LEFT JOIN LATERAL (SELECT s.obstacle::text FROM assistance_supportmonth s
    WHERE s.person_id = c.person_id AND s.month < after ORDER BY s.month DESC LIMIT 1) o ON true
  GROUP BY 1 ORDER BY 1
$$;


--
-- Name: requirement_rests_on_consultation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_rests_on_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_consultation c WHERE c.id = NEW.consultation_id
      AND c.person_id = NEW.person_id AND c.with_whom = 'employment_service') THEN
    RAISE EXCEPTION 'no consultation' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_rests_on_consultation';
  END IF;
  RETURN NEW;
END $$;


--
-- Name: requirement_standings(bigint[], date, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.requirement_standings(of_persons bigint[], first_month date, last_month date) RETURNS TABLE(person_id bigint, month date, status text, in_a_row integer, needed integer, why text, until date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  allowed bigint[] := people_held(of_persons, 'requirement', false);
  told bigint[] := people_held(of_persons, 'assistance', false);
  at date := first_month;
BEGIN
  WHILE at <= last_month LOOP
    RETURN QUERY SELECT p, at, COALESCE(s.status, 'no_support'), COALESCE(s.in_a_row, 0),
      rule('consecutive_months', at)::int,
      CASE WHEN s.status = 'outside' AND s.why NOT IN ('child', 'age', 'pension') AND NOT p = ANY (told)
        THEN 'hidden' ELSE COALESCE(s.why, '') END, s.until
    FROM unnest(allowed) p LEFT JOIN requirement_in_month(at, allowed) s ON s.person_id = p;
    at := at + interval '1 month';
  END LOOP;
END $$;


--
-- Name: rule(text, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.rule(of_name text, of_day date) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT r.parameters -> of_name FROM rules_ruleset r
  WHERE r.valid_from <= of_day AND (r.valid_to IS NULL OR of_day < r.valid_to)
$$;


--
-- Name: rules_codes_hold(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.rules_codes_hold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE wrong text;
BEGIN
  EXECUTE format('SELECT n.%1$I::text FROM (SELECT DISTINCT %1$I, %2$I FROM n) n
    WHERE n.%1$I::text <> '''' AND NOT EXISTS (SELECT FROM rules_code c WHERE c."table" = %3$L
      AND c.code = n.%1$I::text AND c.valid_from <= n.%2$I
      AND (c.valid_to IS NULL OR n.%2$I < c.valid_to)) LIMIT 1',
    TG_ARGV[0], TG_ARGV[2], TG_ARGV[1]) INTO wrong;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'no such code' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_of_' || TG_ARGV[0];
  END IF;
  RETURN NULL;
END $_$;


--
-- Name: secrecy_enter(bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_enter(of_colleague bigint, of_membership bigint) RETURNS TABLE(membership_id bigint, colleague_id bigint, unit_id bigint, organisation_id bigint, role text, name text, unit_name text, regime text, memberships integer, today date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership s WHERE s.id = of_membership
     AND s.colleague_id = of_colleague AND staff_in_force(s);
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('trappan.actor', m.id::text, true),
          set_config('trappan.colleague', m.colleague_id::text, true),
          set_config('trappan.unit', m.unit_id::text, true);
  RETURN QUERY SELECT m.id, m.colleague_id, m.unit_id, u.organisation_id, m.role::text,
    c.given_name || ' ' || c.family_name, u.name::text, u.regime::text,
    (SELECT count(*)::int FROM staff_membership o
      WHERE o.colleague_id = m.colleague_id AND staff_in_force(o)),
    today()
  FROM staff_unit u, staff_colleague c WHERE u.id = m.unit_id AND c.id = m.colleague_id;
END $$;


--
-- Name: secrecy_member_for(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_member_for(of_scope text) RETURNS bigint
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN (SELECT m.id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = current_actor() AND m.colleague_id = current_colleague() AND s.scope = of_scope
      AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
      AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;


--
-- Name: secrecy_opened_by(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_opened_by(of_scope text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE of_scope WHEN 'identity'::text THEN ARRAY['identity'::text, 'activity'::text, 'plan'::text, 'requirement'::text, 'assistance'::text, 'profile'::text] WHEN 'activity'::text THEN ARRAY['activity'::text, 'plan'::text] WHEN 'plan'::text THEN ARRAY['plan'::text] WHEN 'requirement'::text THEN ARRAY['requirement'::text, 'assistance'::text] WHEN 'assistance'::text THEN ARRAY['assistance'::text] WHEN 'profile'::text THEN ARRAY['profile'::text] WHEN 'restricted'::text THEN ARRAY['restricted'::text] ELSE NULL::text[] END;


--
-- Name: secrecy_role(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_role() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN (SELECT m.role FROM staff_membership m WHERE m.id = current_actor()
    AND m.colleague_id = current_colleague() AND m.unit_id = current_unit()
    AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
    AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;


--
-- Name: secrecy_scopes(boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_scopes(by_unit boolean) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN (SELECT array_agg(s.scope::text) FROM secrecy_rolescope s
    WHERE s.role = (SELECT secrecy_role()) AND (s.through_unit OR NOT by_unit));
END $$;


--
-- Name: secrecy_unit_for(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.secrecy_unit_for(of_scope text) RETURNS bigint
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
BEGIN
  RETURN (SELECT m.unit_id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = current_actor() AND m.colleague_id = current_colleague() AND s.scope = of_scope
      AND s.through_unit AND m.unit_id = current_unit()
      AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
      AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;


--
-- Name: staff_confirm_membership(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_confirm_membership(of_membership bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR NOT (m.unit_id = current_unit()
     OR EXISTS (SELECT FROM staff_unit u WHERE u.id = m.unit_id AND u.parent_id = current_unit())) THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  IF m.colleague_id = current_colleague() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  UPDATE staff_membership SET confirmed_by_id = current_actor(), confirmed_at = clock()
   WHERE id = of_membership AND confirmed_at IS NULL;
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;


--
-- Name: staff_cooperates(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_cooperates() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = current_unit() AND o.basis = 'cooperation')
$$;


--
-- Name: staff_end_membership(bigint, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_end_membership(of_membership bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR NOT (secrecy_role() = 'administrator'
     OR (secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit())) IS TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  UPDATE staff_membership SET ends_on = GREATEST(starts_on, on_day)
   WHERE id = of_membership AND (ends_on IS NULL OR ends_on > on_day);
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;


--
-- Name: staff_give_membership(bigint, bigint, text, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_give_membership(to_colleague bigint, in_unit bigint, as_role text, from_day date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_administrator';
  END IF;
  IF to_colleague = current_colleague() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  -- Outside the municipality there are workplaces, and nobody who opens files.
  IF as_role NOT IN ('supervisor', 'site_leader') AND NOT EXISTS (SELECT FROM staff_unit u
      JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality' WHERE u.id = in_unit) THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_not_for_partner';
  END IF;
  INSERT INTO staff_membership (colleague_id, unit_id, role, starts_on, given_by_id)
  VALUES (to_colleague, in_unit, as_role, from_day, current_actor()) RETURNING id INTO made;
  RETURN made;
END $$;


--
-- Name: staff_my_memberships(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_my_memberships(of_colleague bigint) RETURNS TABLE(membership_id bigint, unit_name text, organisation_name text, role text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT m.id, u.name, o.name, m.role
  FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE m.colleague_id = of_colleague AND staff_in_force(m) ORDER BY m.id
$$;


--
-- Name: staff_subscriber(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_subscriber(of_digest text) RETURNS TABLE(colleague_id bigint, membership_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT m.colleague_id, m.id FROM staff_subscription s JOIN staff_membership m ON m.id = s.membership_id
  WHERE s.digest = of_digest AND s.ended_at IS NULL AND staff_in_force(m)
    AND EXISTS (SELECT FROM staff_user u WHERE u.colleague_id = m.colleague_id AND u.is_active)
$$;


--
-- Name: staff_subscription_ends(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staff_subscription_ends() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.ended_at := COALESCE(OLD.ended_at, clock());
  RETURN NEW;
END $$;


--
-- Name: stockholm_day(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.stockholm_day(of_moment timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    RETURN ((of_moment AT TIME ZONE 'Europe/Stockholm'::text))::date;


--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_activity (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(30) NOT NULL,
    places integer NOT NULL,
    description text NOT NULL,
    real_operation boolean NOT NULL,
    open_holidays boolean DEFAULT false NOT NULL,
    open_eves boolean DEFAULT false NOT NULL,
    weekdays character varying(40) DEFAULT ''::character varying NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    branch character varying(30) DEFAULT ''::character varying NOT NULL,
    trains character varying(300) DEFAULT ''::character varying NOT NULL,
    environment character varying(10) DEFAULT ''::character varying NOT NULL,
    challenge smallint,
    steps_from smallint,
    steps_to smallint,
    bodily smallint,
    together smallint,
    languages character varying(40)[] DEFAULT '{}'::character varying(40)[] NOT NULL,
    access character varying(30)[] DEFAULT '{}'::character varying(30)[] NOT NULL,
    season_from smallint,
    season_to smallint,
    leads_out boolean DEFAULT false NOT NULL,
    support_offered character varying(300) DEFAULT ''::character varying NOT NULL,
    introduction character varying(200)[] DEFAULT '{}'::character varying(200)[] NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT activities_activity_places_check CHECK ((places >= 0)),
    CONSTRAINT activity_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT axes_of_nine CHECK ((((bodily IS NULL) OR ((bodily >= 1) AND (bodily <= 9))) AND ((together IS NULL) OR ((together >= 1) AND (together <= 9))))),
    CONSTRAINT challenge_of_five CHECK (((challenge IS NULL) OR ((challenge >= 1) AND (challenge <= 5)))),
    CONSTRAINT season_is_two_months CHECK ((((season_from IS NULL) AND (season_to IS NULL)) OR ((season_from >= 1) AND (season_from IS NOT NULL) AND (season_from <= 12) AND (season_to >= 1) AND (season_to IS NOT NULL) AND (season_to <= 12)))),
    CONSTRAINT steps_in_order CHECK ((((steps_from IS NULL) AND (steps_to IS NULL)) OR ((steps_from >= 1) AND (steps_from IS NOT NULL) AND (steps_to >= steps_from) AND (steps_to IS NOT NULL) AND (steps_to <= 9))))
);


--
-- Name: activities_activity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_activity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_capacity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_capacity (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    places integer NOT NULL,
    extra boolean DEFAULT false NOT NULL,
    starts_at integer NOT NULL,
    ends_at integer NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    reason character varying(300) NOT NULL,
    activity_id bigint NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    CONSTRAINT activities_capacity_places_check CHECK ((places >= 0)),
    CONSTRAINT capacity_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT capacity_within_the_week CHECK (((ends_at > starts_at) AND (ends_at <= 10080) AND (starts_at >= 0))),
    CONSTRAINT extra_has_a_reason CHECK (((NOT extra) OR ((NOT ((reason)::text = ''::text)) AND (places >= 1))))
);


--
-- Name: activities_capacity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_capacity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_capacity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_crew; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_crew (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    taken_out_at timestamp with time zone,
    activity_id bigint NOT NULL,
    leader_id bigint
);


--
-- Name: activities_crew_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_crew ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_crew_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_crewjob; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_crewjob (
    id bigint NOT NULL,
    what character varying(200) NOT NULL,
    place character varying(120) NOT NULL,
    risks character varying(300) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    crew_id bigint NOT NULL,
    CONSTRAINT job_ends_after_start CHECK ((ends_on > starts_on)),
    CONSTRAINT job_says_what_and_risks CHECK (((NOT ((what)::text = ''::text)) AND (NOT ((risks)::text = ''::text))))
);


--
-- Name: activities_crewjob_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_crewjob ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_crewjob_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_seatuse; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_seatuse (
    id bigint NOT NULL,
    seat uuid NOT NULL,
    starts_at integer NOT NULL,
    ends_at integer NOT NULL,
    weeks character varying(5) DEFAULT 'every'::character varying NOT NULL,
    once boolean DEFAULT false NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    until date GENERATED ALWAYS AS (COALESCE(ends_on, '9999-12-31'::date)) STORED,
    activity_id bigint NOT NULL,
    CONSTRAINT seat_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT seat_every_week_or_every_other CHECK (((weeks)::text = ANY ((ARRAY['every'::character varying, 'a'::character varying, 'b'::character varying])::text[]))),
    CONSTRAINT seat_within_a_day CHECK (((((ends_at - 1) / 1440) = (starts_at / 1440)) OR ((starts_at = 0) AND (ends_at = 10080)))),
    CONSTRAINT seat_within_the_week CHECK (((ends_at > starts_at) AND (ends_at <= 10080) AND (starts_at >= 0)))
);


--
-- Name: activities_seatuse_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_seatuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_seatuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: activities_theme; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities_theme (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    text character varying(500) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    taken_out_at timestamp with time zone,
    activity_id bigint NOT NULL,
    CONSTRAINT theme_ends_after_start CHECK ((ends_on > starts_on)),
    CONSTRAINT theme_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);


--
-- Name: activities_theme_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.activities_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.activities_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: assistance_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assistance_application (
    id bigint NOT NULL,
    received_on date NOT NULL,
    kind character varying(10) NOT NULL,
    reference character varying(60) NOT NULL,
    result character varying(10) DEFAULT ''::character varying NOT NULL,
    decided_on date,
    result_reference character varying(60) DEFAULT ''::character varying NOT NULL,
    waits boolean DEFAULT true NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT result_has_its_day CHECK ((((decided_on IS NULL) AND ((result)::text = ''::text)) OR ((NOT ((result)::text = ''::text)) AND (decided_on >= received_on))))
);


--
-- Name: assistance_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.assistance_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assistance_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: assistance_elsewhere; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assistance_elsewhere (
    id bigint NOT NULL,
    municipality character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    support character varying(10) NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT elsewhere_is_whole_months CHECK (((EXTRACT(day FROM ends_on) = (1)::numeric) AND (ends_on > starts_on) AND (EXTRACT(day FROM starts_on) = (1)::numeric)))
);


--
-- Name: assistance_elsewhere_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.assistance_elsewhere ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assistance_elsewhere_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: assistance_supportmonth; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assistance_supportmonth (
    id bigint NOT NULL,
    month date NOT NULL,
    role character varying(20) NOT NULL,
    household_type smallint NOT NULL,
    obstacle character varying(20) NOT NULL,
    amount integer,
    household_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT month_is_its_first_day CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);


--
-- Name: assistance_supportmonth_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.assistance_supportmonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assistance_supportmonth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_attendance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_attendance (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    mark character varying(20) NOT NULL,
    minutes integer NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT a_mark_of_four CHECK (((mark)::text = ANY ((ARRAY['present'::character varying, 'partly'::character varying, 'absent_told'::character varying, 'absent_not_told'::character varying])::text[]))),
    CONSTRAINT absent_is_no_minutes CHECK ((((mark)::text = ANY ((ARRAY['present'::character varying, 'partly'::character varying])::text[])) OR (minutes = 0))),
    CONSTRAINT minutes_within_a_day CHECK (((minutes >= 0) AND (minutes <= 1440)))
);


--
-- Name: attendance_attendance_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_dialogue; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_dialogue (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    own_words text NOT NULL,
    support character varying(30)[] NOT NULL,
    support_note character varying(500) DEFAULT ''::character varying NOT NULL,
    result character varying(10) NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    note_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT dialogue_has_a_result CHECK (((result)::text = ANY ((ARRAY['goes_on'::character varying, 'adapted'::character varying, 'moves'::character varying, 'support'::character varying, 'declines'::character varying])::text[]))),
    CONSTRAINT dialogue_has_own_words CHECK ((NOT (own_words = ''::text)))
);


--
-- Name: attendance_dialogue_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_dialogue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_dialogue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_finding; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_finding (
    id bigint NOT NULL,
    day date NOT NULL,
    kind character varying(10) NOT NULL,
    reason character varying(30) NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    author_id bigint DEFAULT public.current_actor() NOT NULL,
    conversation_id bigint,
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    CONSTRAINT a_finding_of_two CHECK (((kind)::text = ANY ((ARRAY['excused'::character varying, 'unexcused'::character varying])::text[]))),
    CONSTRAINT excused_has_a_reason CHECK ((((kind)::text = 'unexcused'::text) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT unexcused_after_a_conversation CHECK ((((kind)::text = 'excused'::text) OR (conversation_id IS NOT NULL)))
);


--
-- Name: attendance_finding_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_incident; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_incident (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    kind character varying(10) NOT NULL,
    text character varying(1000) NOT NULL,
    done character varying(500) NOT NULL,
    read_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    read_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT incident_is_written CHECK (((NOT ((text)::text = ''::text)) AND (NOT ((done)::text = ''::text)))),
    CONSTRAINT incident_of_a_kind CHECK (((kind)::text = ANY ((ARRAY['injury'::character varying, 'near'::character varying, 'threat'::character varying, 'other'::character varying])::text[])))
);


--
-- Name: attendance_incident_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_report; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_report (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    going character varying(10) NOT NULL,
    text character varying(1000) NOT NULL,
    wants_talk boolean DEFAULT false NOT NULL,
    read_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    read_by_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT report_is_written CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT report_says_how CHECK (((going)::text = ANY ((ARRAY['forward'::character varying, 'steady'::character varying, 'hard'::character varying])::text[])))
);


--
-- Name: attendance_report_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_sentonce; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_sentonce (
    id bigint NOT NULL,
    key uuid NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    membership_id bigint DEFAULT public.current_actor() NOT NULL
);


--
-- Name: attendance_sentonce_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_sentonce ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_sentonce_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: attendance_supportaction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attendance_supportaction (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    asked character varying(500) NOT NULL,
    outcome character varying(500) DEFAULT ''::character varying NOT NULL,
    done_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    done_by_id bigint,
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT support_done_says_what_came_of_it CHECK ((((done_at IS NULL) AND ((outcome)::text = ''::text)) OR ((done_at IS NOT NULL) AND (NOT ((outcome)::text = ''::text))))),
    CONSTRAINT support_says_what CHECK ((NOT ((asked)::text = ''::text)))
);


--
-- Name: attendance_supportaction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.attendance_supportaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attendance_supportaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_cancellation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_cancellation (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    reason character varying(120) NOT NULL,
    restored_at timestamp with time zone,
    activity_id bigint NOT NULL,
    author_id bigint DEFAULT public.current_actor()
);


--
-- Name: placements_closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_closure (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    reason character varying(120) NOT NULL,
    opened_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    unit_id bigint NOT NULL,
    CONSTRAINT closure_ends_after_start CHECK ((ends_on > starts_on))
);


--
-- Name: placements_daychange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_daychange (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    starts_at integer,
    ends_at integer,
    taken_back_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    CONSTRAINT change_within_the_day CHECK ((((ends_at IS NULL) AND (starts_at IS NULL)) OR ((ends_at > starts_at) AND (ends_at <= 1440) AND (starts_at >= 0))))
);


--
-- Name: placements_suspension; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_suspension (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT suspension_ends_after_start CHECK ((ends_on >= starts_on))
);


--
-- Name: schedules_day; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schedules_day (
    day date NOT NULL,
    weekday smallint NOT NULL,
    week smallint NOT NULL,
    holiday character varying(40) NOT NULL,
    eve character varying(40) NOT NULL,
    CONSTRAINT seven_weekdays CHECK (((weekday >= 0) AND (weekday <= 6)))
);


--
-- Name: placements_session; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.placements_session WITH (security_invoker='true') AS
 SELECT ((t.placement_id || ':'::text) || t.day) AS key,
    t.placement_id,
    t.person_id,
    t.unit_id,
    t.activity_id,
    t.day,
    t.starts_at,
    t.ends_at,
    t.minutes,
    st.state
   FROM (((( SELECT p.placement_id,
            p.person_id,
            p.unit_id,
            p.activity_id,
            p.day,
            min(p.starts_at) AS starts_at,
            max(p.ends_at) AS ends_at,
            ((sum(EXTRACT(epoch FROM (((p.day + make_interval(mins => p.ends_at)) AT TIME ZONE 'Europe/Stockholm'::text) - ((p.day + make_interval(mins => p.starts_at)) AT TIME ZONE 'Europe/Stockholm'::text)))))::integer / 60) AS minutes
           FROM ( SELECT p_1.id AS placement_id,
                    p_1.person_id,
                    p_1.unit_id,
                    p_1.activity_id,
                    d_1.day,
                    (s.starts_at % 1440) AS starts_at,
                    (((s.ends_at - 1) % 1440) + 1) AS ends_at
                   FROM ((public.placements_placement p_1
                     JOIN public.activities_seatuse s ON (((s.seat = p_1.seat) AND ((s.ends_at - s.starts_at) <= 1440))))
                     JOIN public.schedules_day d_1 ON (((d_1.weekday = (s.starts_at / 1440)) AND (d_1.day >= p_1.starts_on) AND (d_1.day >= s.starts_on) AND ((p_1.ends_on IS NULL) OR (d_1.day < p_1.ends_on)) AND ((s.ends_on IS NULL) OR (d_1.day < s.ends_on)) AND (((s.weeks)::text = 'every'::text) OR ((s.weeks)::text =
                        CASE ((d_1.week)::integer % 2)
                            WHEN 1 THEN 'a'::text
                            ELSE 'b'::text
                        END)))))
                  WHERE (p_1.agreed AND (NOT (EXISTS ( SELECT
                           FROM public.placements_daychange c
                          WHERE ((c.placement_id = p_1.id) AND (c.day = d_1.day) AND (c.taken_back_at IS NULL))))))
                UNION ALL
                 SELECT p_1.id,
                    p_1.person_id,
                    p_1.unit_id,
                    p_1.activity_id,
                    c.day,
                    c.starts_at,
                    c.ends_at
                   FROM (public.placements_daychange c
                     JOIN public.placements_placement p_1 ON (((p_1.id = c.placement_id) AND (p_1.starts_on <= c.day) AND ((p_1.ends_on IS NULL) OR (c.day < p_1.ends_on)))))
                  WHERE (p_1.agreed AND (c.starts_at IS NOT NULL) AND (c.taken_back_at IS NULL))) p
          GROUP BY p.placement_id, p.person_id, p.unit_id, p.activity_id, p.day) t
     JOIN public.schedules_day d ON ((d.day = t.day)))
     JOIN public.activities_activity a ON ((a.id = t.activity_id)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM public.placements_suspension x
                      WHERE ((x.placement_id = t.placement_id) AND (x.starts_on <= t.day) AND (t.day < x.ends_on)))) THEN 'suspended'::text
                    WHEN (EXISTS ( SELECT
                       FROM public.placements_closure x
                      WHERE ((x.unit_id = t.unit_id) AND (x.opened_at IS NULL) AND (x.starts_on <= t.day) AND (t.day < x.ends_on)))) THEN 'closed'::text
                    WHEN ((((d.holiday)::text <> ''::text) AND (NOT a.open_holidays)) OR (((d.eve)::text <> ''::text) AND (NOT a.open_eves))) THEN 'closed'::text
                    WHEN (EXISTS ( SELECT
                       FROM public.placements_cancellation x
                      WHERE ((x.activity_id = t.activity_id) AND (x.day = t.day) AND (x.restored_at IS NULL)))) THEN 'cancelled'::text
                    ELSE 'held'::text
                END AS state
         OFFSET 0) st);


--
-- Name: attended_time; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.attended_time WITH (security_invoker='true') AS
 SELECT key,
    placement_id,
    person_id,
    unit_id,
    activity_id,
    day,
    starts_at,
    ends_at,
    minutes,
    state,
    mark,
    here AS attended,
        CASE found
            WHEN 'excused'::text THEN away
            ELSE 0
        END AS excused,
        CASE found
            WHEN 'unexcused'::text THEN away
            ELSE 0
        END AS unexcused,
        CASE
            WHEN (found IS NULL) THEN away
            ELSE 0
        END AS undecided,
        CASE
            WHEN ((state = 'held'::text) AND ((mark)::text = ''::text)) THEN minutes
            ELSE 0
        END AS unmarked,
        CASE
            WHEN (state = 'held'::text) THEN 0
            ELSE minutes
        END AS neutral
   FROM ( SELECT s.key,
            s.placement_id,
            s.person_id,
            s.unit_id,
            s.activity_id,
            s.day,
            s.starts_at,
            s.ends_at,
            s.minutes,
            s.state,
            COALESCE(a.mark, ''::character varying) AS mark,
            h.here,
                CASE
                    WHEN ((s.state = 'held'::text) AND (a.mark IS NOT NULL)) THEN (s.minutes - h.here)
                    ELSE 0
                END AS away,
            ( SELECT f.kind
                   FROM public.attendance_finding f
                  WHERE ((f.placement_id = s.placement_id) AND (f.day = s.day))
                  ORDER BY f.at DESC, f.id DESC
                 LIMIT 1) AS found
           FROM ((public.placements_session s
             LEFT JOIN public.attendance_attendance a ON (((a.placement_id = s.placement_id) AND (a.day = s.day))))
             CROSS JOIN LATERAL ( SELECT
                        CASE
                            WHEN (s.state <> 'held'::text) THEN 0
                            WHEN ((a.mark)::text = 'present'::text) THEN s.minutes
                            WHEN ((a.mark)::text = 'partly'::text) THEN LEAST(a.minutes, s.minutes)
                            ELSE 0
                        END AS here) h)
          WHERE (s.day <= ( SELECT public.today() AS today))
        UNION ALL
         SELECT ((p.id || ':'::text) || a.day),
            p.id,
            p.person_id,
            p.unit_id,
            p.activity_id,
            a.day,
            NULL::integer,
            NULL::integer,
            a.minutes,
            'held'::text,
            a.mark,
            a.minutes,
            0,
            NULL::character varying
           FROM (public.attendance_attendance a
             JOIN public.placements_placement p ON ((p.id = a.placement_id)))
          WHERE (EXISTS ( SELECT
                   FROM public.activities_seatuse s
                  WHERE ((s.seat = p.seat) AND ((s.ends_at - s.starts_at) > 1440))))) c;


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_case_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_caseserial; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_caseserial (
    id bigint NOT NULL,
    year integer NOT NULL,
    latest integer NOT NULL
);


--
-- Name: cases_caseserial_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_caseserial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_caseserial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_draft (
    id bigint NOT NULL,
    page character varying(40) NOT NULL,
    key bigint NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    owner_id bigint DEFAULT public.current_actor() NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: cases_draft_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_handover; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_handover (
    id bigint NOT NULL,
    seat character varying(15) NOT NULL,
    note text NOT NULL,
    offered_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    answer character varying(12) DEFAULT ''::character varying NOT NULL,
    answered_at timestamp with time zone,
    reason character varying(500) DEFAULT ''::character varying NOT NULL,
    read_at timestamp with time zone,
    case_id bigint NOT NULL,
    giver_id bigint DEFAULT public.current_actor() NOT NULL,
    person_id bigint NOT NULL,
    receiver_id bigint NOT NULL,
    CONSTRAINT answer_has_its_time CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL)) OR ((NOT ((answer)::text = ''::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT handed_to_somebody_else CHECK ((NOT (giver_id = receiver_id))),
    CONSTRAINT sent_back_says_why CHECK (((NOT ((answer)::text = 'sent_back'::text)) OR (NOT ((reason)::text = ''::text))))
);


--
-- Name: cases_handover_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_meeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_meeting (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    how character varying(10) NOT NULL,
    place character varying(120) NOT NULL,
    purpose character varying(200) NOT NULL,
    interpreter character varying(40) NOT NULL,
    outcome character varying(10) NOT NULL,
    booked_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    case_id bigint NOT NULL,
    colleague_id bigint DEFAULT public.current_actor() NOT NULL,
    moved_from_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT meeting_ends_after_start CHECK ((ends_at > starts_at))
);


--
-- Name: cases_meeting_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_note; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_note (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    source character varying(10) NOT NULL,
    source_name character varying(120) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    fact text NOT NULL,
    assessment text NOT NULL,
    written_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    edition integer DEFAULT 1 NOT NULL,
    author_id bigint DEFAULT public.current_actor() NOT NULL,
    case_id bigint NOT NULL,
    corrects_id bigint,
    person_id bigint NOT NULL,
    unit_id bigint DEFAULT public.current_unit() NOT NULL,
    CONSTRAINT note_of_what_has_happened CHECK ((happened_at <= written_at)),
    CONSTRAINT note_says_something CHECK (((NOT (fact = ''::text)) OR (NOT (assessment = ''::text))))
);


--
-- Name: cases_note_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_objection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_objection (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    text text NOT NULL,
    said_on date NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    note_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT objection_is_written CHECK ((NOT (text = ''::text)))
);


--
-- Name: cases_objection_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_objection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_referral; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_referral (
    id bigint NOT NULL,
    purpose text NOT NULL,
    referred_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    starts_on date,
    ends_on date,
    "end" character varying(12) NOT NULL,
    result text NOT NULL,
    instrument character varying(60) NOT NULL,
    instrument_on date,
    conclusion text NOT NULL,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    referred_by_id bigint DEFAULT public.current_actor() NOT NULL,
    responsible_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT ended_referral_has_a_result CHECK ((((("end")::text = ''::text) AND (ends_on IS NULL)) OR ((NOT (("end")::text = ''::text)) AND (ends_on IS NOT NULL) AND (NOT (result = ''::text))))),
    CONSTRAINT instrument_has_day_and_conclusion CHECK ((((conclusion = ''::text) AND ((instrument)::text = ''::text)) OR ((NOT ((instrument)::text = ''::text)) AND (instrument_on IS NOT NULL) AND (NOT (conclusion = ''::text))))),
    CONSTRAINT referral_ends_after_start CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)))
);


--
-- Name: cases_referral_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_stall; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases_stall (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    reason character varying(30) NOT NULL,
    note character varying(300) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT stall_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


--
-- Name: cases_stall_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.cases_stall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_stall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: database_appliedrule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.database_appliedrule (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    name character varying(130) NOT NULL,
    digest character varying(64) NOT NULL,
    head character varying(64) NOT NULL,
    sealed character varying(64) NOT NULL
);


--
-- Name: database_appliedrule_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.database_appliedrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.database_appliedrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_mapping; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_mapping (
    id bigint NOT NULL,
    held_on date DEFAULT public.today() NOT NULL,
    own_words text NOT NULL,
    background text NOT NULL,
    education character varying(30) DEFAULT ''::character varying NOT NULL,
    without_work_since date,
    arrived_on date,
    language_notes text DEFAULT ''::text NOT NULL,
    health text DEFAULT ''::text NOT NULL,
    housing text DEFAULT ''::text NOT NULL,
    family text DEFAULT ''::text NOT NULL,
    strengths text NOT NULL,
    motivation text DEFAULT ''::text NOT NULL,
    contact_wish text DEFAULT ''::text NOT NULL,
    path_wish character varying(10) DEFAULT ''::character varying NOT NULL,
    assessment text NOT NULL,
    fastest_way text NOT NULL,
    way_reason text DEFAULT ''::text NOT NULL,
    alternatives text DEFAULT ''::text NOT NULL,
    finished_at timestamp with time zone,
    edition integer DEFAULT 1 NOT NULL,
    imported boolean DEFAULT false NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT finished_mapping_is_whole CHECK (((finished_at IS NULL) OR imported OR ((NOT (own_words = ''::text)) AND (NOT (assessment = ''::text)) AND (NOT (fastest_way = ''::text)))))
);


--
-- Name: plans_plan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    goal text NOT NULL,
    weekly_minutes integer NOT NULL,
    proposal jsonb,
    hours_reason text NOT NULL,
    adaptation text DEFAULT ''::text NOT NULL,
    review_on date NOT NULL,
    agreed_on date,
    agreed_how character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    replaced_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason text DEFAULT ''::text NOT NULL,
    edition integer DEFAULT 1 NOT NULL,
    imported boolean DEFAULT false NOT NULL,
    case_id bigint NOT NULL,
    decided_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT decided_plan_is_agreed CHECK (((decided_at IS NULL) OR imported OR ((agreed_on IS NOT NULL) AND (NOT ((agreed_how)::text = ''::text))))),
    CONSTRAINT ended_plan_says_why CHECK (((ended_at IS NULL) OR (NOT (end_reason = ''::text)))),
    CONSTRAINT hours_within_full_time CHECK (((weekly_minutes >= 0) AND (weekly_minutes <= 2400)))
);


--
-- Name: desk_casestate; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.desk_casestate WITH (security_invoker='true') AS
 SELECT k.id AS case_id,
        CASE
            WHEN ((k.responsible_id IS NULL) OR (r.ends_on <= ( SELECT public.today() AS today))) THEN 'unassigned'::text
            WHEN (m.finished_at IS NULL) THEN 'unmapped'::text
            WHEN (p.id IS NULL) THEN 'unplanned'::text
            WHEN (a.id IS NULL) THEN 'waiting'::text
            ELSE 'placed'::text
        END AS stage,
        CASE
            WHEN ((k.responsible_id IS NULL) OR (r.ends_on <= ( SELECT public.today() AS today))) THEN GREATEST(k.opened_on, r.ends_on, ( SELECT public.stockholm_day(max(h.answered_at)) AS stockholm_day
               FROM public.cases_handover h
              WHERE ((h.case_id = k.id) AND ((h.seat)::text = 'responsible'::text) AND ((h.answer)::text = 'sent_back'::text))))
            WHEN (m.finished_at IS NULL) THEN k.opened_on
            WHEN (p.id IS NULL) THEN GREATEST(m.held_on, public.stockholm_day(before.at))
            WHEN (a.id IS NULL) THEN GREATEST(ended.ends_on, ( SELECT public.stockholm_day(min(f.decided_at)) AS stockholm_day
               FROM public.plans_plan f
              WHERE ((f.case_id = k.id) AND (f.decided_at IS NOT NULL))))
            ELSE a.starts_on
        END AS since,
    (m.id IS NOT NULL) AS begun,
    COALESCE(s.reason, ''::character varying) AS stall,
    s.starts_on AS stalled_since,
    (EXISTS ( SELECT
           FROM public.plans_plan d
          WHERE ((d.case_id = k.id) AND (d.decided_at IS NULL) AND (d.ended_at IS NULL)))) AS has_draft,
    p.id AS plan_id,
    p.review_on,
    p.weekly_minutes,
    COALESCE(a.name, ''::character varying) AS activity_name
   FROM (((((((public.cases_case k
     LEFT JOIN public.staff_membership r ON ((r.id = k.responsible_id)))
     LEFT JOIN public.plans_mapping m ON ((m.case_id = k.id)))
     LEFT JOIN public.plans_plan p ON (((p.case_id = k.id) AND (p.decided_at IS NOT NULL) AND (p.replaced_at IS NULL) AND (p.ended_at IS NULL))))
     LEFT JOIN public.cases_stall s ON (((s.case_id = k.id) AND (s.ends_on IS NULL) AND (s.starts_on <= ( SELECT public.today() AS today)))))
     LEFT JOIN LATERAL ( SELECT pl.id,
            pl.starts_on,
            act.name
           FROM (public.placements_placement pl
             JOIN public.activities_activity act ON ((act.id = pl.activity_id)))
          WHERE (pl.agreed AND (pl.person_id = k.person_id) AND (pl.starts_on <= ( SELECT public.today() AS today)) AND ((pl.ends_on IS NULL) OR (pl.ends_on > ( SELECT public.today() AS today))))
          ORDER BY pl.starts_on, pl.id
         LIMIT 1) a ON (true))
     LEFT JOIN LATERAL ( SELECT max(pl.ends_on) AS ends_on
           FROM public.placements_placement pl
          WHERE (pl.agreed AND (pl.person_id = k.person_id) AND (pl.ends_on <= ( SELECT public.today() AS today)))) ended ON (((a.id IS NULL) AND (p.id IS NOT NULL))))
     LEFT JOIN LATERAL ( SELECT max(e.ended_at) AS at
           FROM public.plans_plan e
          WHERE (e.case_id = k.id)) before ON ((p.id IS NULL)))
  WHERE (k.closed_on IS NULL);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: history_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.history_event (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    kind character varying(10) NOT NULL,
    verb character varying(60) NOT NULL,
    scope character varying(20) NOT NULL,
    details jsonb NOT NULL,
    actor_id bigint DEFAULT public.current_actor(),
    actor_unit_id bigint DEFAULT public.current_unit(),
    person_id bigint,
    unit_id bigint
);


--
-- Name: history_event_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.history_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.history_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: history_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.history_version (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    of_table character varying(63) NOT NULL,
    row_id bigint NOT NULL,
    scope character varying(20) NOT NULL,
    was jsonb NOT NULL,
    actor_id bigint,
    person_id bigint,
    unit_id bigint
);


--
-- Name: history_version_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.history_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.history_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outcomes_exit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcomes_exit (
    id bigint NOT NULL,
    day date NOT NULL,
    reason character varying(20) NOT NULL,
    form character varying(100) NOT NULL,
    checked_on date,
    held boolean,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT check_has_an_answer CHECK ((((checked_on IS NULL) AND (held IS NULL)) OR ((checked_on IS NOT NULL) AND (held IS NOT NULL)))),
    CONSTRAINT checked_after_a_month CHECK (((checked_on IS NULL) OR (checked_on >= ((day + '1 mon'::interval))::date))),
    CONSTRAINT work_and_studies_name_their_form CHECK (((NOT ((reason)::text = ANY ((ARRAY['work'::character varying, 'studies'::character varying])::text[]))) OR (NOT ((form)::text = ''::text))))
);


--
-- Name: outcomes_exit_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_exit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_exit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: partnerships_agreement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.partnerships_agreement (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    name character varying(200) NOT NULL,
    reference character varying(60) NOT NULL,
    purpose text NOT NULL,
    places integer NOT NULL,
    signed_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    author_id bigint DEFAULT public.current_actor(),
    municipality_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT agreement_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT agreement_says_for_what CHECK ((NOT (purpose = ''::text))),
    CONSTRAINT partnerships_agreement_places_check CHECK ((places >= 0))
);


--
-- Name: partnerships_agreement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partnerships_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: partnerships_amendment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.partnerships_amendment (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    signed_on date NOT NULL,
    starts_on date NOT NULL,
    scope text NOT NULL,
    places integer NOT NULL,
    ends_on date,
    agreement_id bigint NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    CONSTRAINT amendment_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT amendment_says_what CHECK ((NOT (scope = ''::text)))
);


--
-- Name: partnerships_amendment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_amendment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partnerships_amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: partnerships_partnercheck; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.partnerships_partnercheck (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    kind character varying(30) NOT NULL,
    seen_on date NOT NULL,
    valid_until date,
    note character varying(300) NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    municipality_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT check_holds_after_it_was_seen CHECK (((valid_until IS NULL) OR (valid_until > seen_on)))
);


--
-- Name: partnerships_partnercheck_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_partnercheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partnerships_partnercheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_consent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_consent (
    id bigint NOT NULL,
    parts character varying(30)[] NOT NULL,
    given_how character varying(20) NOT NULL,
    starts_on date DEFAULT public.today() NOT NULL,
    ends_on date,
    withdrawn_on date,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT consent_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
    CONSTRAINT consent_names_parts CHECK ((NOT (parts = '{}'::character varying(30)[])))
);


--
-- Name: people_consent_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_contact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_contact (
    id bigint NOT NULL,
    phone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    address character varying(200) NOT NULL,
    postal_code character varying(10) NOT NULL,
    city character varying(100) NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: people_contact_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_grant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_grant (
    id bigint NOT NULL,
    scope character varying(20) NOT NULL,
    basis character varying(20) NOT NULL,
    reason character varying(500) NOT NULL,
    starts_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    ends_at timestamp with time zone,
    sort text NOT NULL COLLATE pg_catalog."C",
    given_sort text NOT NULL COLLATE pg_catalog."C",
    shielded boolean DEFAULT false NOT NULL,
    given_by_id bigint DEFAULT public.current_actor(),
    membership_id bigint,
    unit_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT grant_ends_after_start CHECK (((ends_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT grant_to_unit_or_membership CHECK ((((unit_id IS NULL) OR (membership_id IS NULL)) AND (1 = (
CASE
    WHEN (unit_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (membership_id IS NULL) THEN 1
    ELSE 0
END))))
);


--
-- Name: people_grant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_household; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_household (
    id bigint NOT NULL,
    reference character varying(40) NOT NULL
);


--
-- Name: people_household_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_household ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_household_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_householdmember; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_householdmember (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    starts_on date DEFAULT public.today() NOT NULL,
    ends_on date,
    household_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT household_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


--
-- Name: people_householdmember_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_householdmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_householdmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_number; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_number (
    id bigint NOT NULL,
    number character varying(12) NOT NULL,
    starts_on date DEFAULT public.today() NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT number_is_normal CHECK (((number)::text ~ '^[0-9]{8}([0-9]{4}|R[0-9]{3})$'::text))
);


--
-- Name: people_number_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_number ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_number_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_opening; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_opening (
    id bigint NOT NULL,
    reason character varying(500) NOT NULL,
    asked_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    head_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: people_opening_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people_person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people_person (
    id bigint NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    gender character varying(1) NOT NULL,
    protection character varying(12) DEFAULT 'none'::character varying NOT NULL,
    languages character varying(40)[] NOT NULL,
    interpreter boolean NOT NULL,
    education character varying(40) NOT NULL,
    shielded boolean GENERATED ALWAYS AS ((NOT ((protection)::text = 'none'::text))) STORED,
    sort text GENERATED ALWAYS AS (public.name_sort((family_name)::text, (given_name)::text)) STORED COLLATE pg_catalog."C",
    given_sort text GENERATED ALWAYS AS (public.name_sort((given_name)::text, (family_name)::text)) STORED COLLATE pg_catalog."C",
    CONSTRAINT known_gender CHECK (((gender)::text = ANY ((ARRAY[''::character varying, 'K'::character varying, 'M'::character varying])::text[]))),
    CONSTRAINT known_protection CHECK (((protection)::text = ANY ((ARRAY['none'::character varying, 'marked'::character varying, 'registration'::character varying])::text[])))
);


--
-- Name: people_person_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.people_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_cancellation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_closure_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_crewmember; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_crewmember (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    starts_on date NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    crew_id bigint NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    placement_id bigint NOT NULL
);


--
-- Name: placements_crewmember_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_crewmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_crewmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_daychange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_daychange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_daychange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_introduction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_introduction (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    points character varying(200)[] NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    CONSTRAINT introduction_has_points CHECK ((NOT (points = '{}'::character varying(200)[])))
);


--
-- Name: placements_introduction_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_introduction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_introduction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_notice (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    placement_id bigint NOT NULL
);


--
-- Name: placements_notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_placement_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_placementend; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_placementend (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    reason character varying(200) NOT NULL,
    told_on date DEFAULT public.today() NOT NULL,
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL
);


--
-- Name: placements_placementend_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_placementend ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placementend_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_proposedchange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_proposedchange (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    kind character varying(10) NOT NULL,
    from_day date NOT NULL,
    week character varying(300) DEFAULT ''::character varying NOT NULL,
    reason character varying(300) NOT NULL,
    accepted boolean,
    answer character varying(300) DEFAULT ''::character varying NOT NULL,
    decided_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    decided_by_id bigint,
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT change_is_decided CHECK ((((accepted IS NULL) AND (decided_at IS NULL)) OR ((accepted IS NOT NULL) AND (decided_at IS NOT NULL)))),
    CONSTRAINT change_says_what CHECK (((((kind)::text = 'end'::text) AND ((week)::text = ''::text)) OR (((kind)::text = 'week'::text) AND (NOT ((week)::text = ''::text))))),
    CONSTRAINT change_says_why CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT declined_change_says_why CHECK (((NOT ((NOT accepted) AND (accepted IS NOT NULL))) OR (NOT ((answer)::text = ''::text))))
);


--
-- Name: placements_proposedchange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_proposedchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_proposedchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_suspension_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_suspension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: placements_toldreason; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.placements_toldreason (
    id bigint NOT NULL,
    day date NOT NULL,
    reason character varying(30) NOT NULL,
    note character varying(300) NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    author_id bigint DEFAULT public.current_actor() NOT NULL,
    person_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    unit_id bigint NOT NULL
);


--
-- Name: placements_toldreason_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.placements_toldreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_toldreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_consultation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_consultation (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    with_whom character varying(20) NOT NULL,
    held_on date NOT NULL,
    outcome text NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    person_id bigint NOT NULL
);


--
-- Name: plans_consultation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_consultation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_consultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_goal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_goal (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    due_on date NOT NULL,
    closed_on date,
    staff_rating character varying(10) DEFAULT ''::character varying NOT NULL,
    own_rating character varying(10) DEFAULT ''::character varying NOT NULL,
    reached_on date,
    evidence text NOT NULL,
    person_id bigint NOT NULL,
    under_id bigint,
    unit_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT closed_goal_says_how_it_went CHECK ((((closed_on IS NULL) AND ((staff_rating)::text = ''::text)) OR ((closed_on IS NOT NULL) AND (NOT ((staff_rating)::text = ''::text)))))
);


--
-- Name: plans_goal_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_ladder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_ladder (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    owner character varying(200) NOT NULL,
    valid_from date NOT NULL,
    is_main boolean DEFAULT false NOT NULL,
    is_example boolean NOT NULL
);


--
-- Name: plans_ladder_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_ladder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_ladder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_ladderstep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_ladderstep (
    id bigint NOT NULL,
    number smallint NOT NULL,
    name character varying(60) NOT NULL,
    signs character varying(200)[] NOT NULL,
    ladder_id bigint NOT NULL,
    maps_to_id bigint
);


--
-- Name: plans_ladderstep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_ladderstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_ladderstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_mapping_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_mapping ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_mapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_observation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_observation (
    id bigint NOT NULL,
    day date NOT NULL,
    text character varying(500) NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    author_id bigint DEFAULT public.current_actor() NOT NULL,
    goal_id bigint,
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT observation_is_written CHECK ((NOT ((text)::text = ''::text)))
);


--
-- Name: plans_observation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_observation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_observation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_plan_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_planpart; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_planpart (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(100) NOT NULL,
    held_by character varying(100) NOT NULL,
    starts_at integer,
    ends_at integer,
    minutes integer NOT NULL,
    taken_out_at timestamp with time zone,
    person_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT part_is_times_or_minutes CHECK ((((ends_at IS NULL) AND (minutes > 0) AND (minutes <= 3600) AND (starts_at IS NULL)) OR ((ends_at > starts_at) AND (ends_at <= 10080) AND (minutes = (ends_at - starts_at)) AND (starts_at >= 0))))
);


--
-- Name: plans_planpart_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_planpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_proposedstep; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_proposedstep (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    evidence text NOT NULL,
    day date NOT NULL,
    accepted boolean,
    answer character varying(300) DEFAULT ''::character varying NOT NULL,
    decided_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    decided_by_id bigint,
    person_id bigint NOT NULL,
    step_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT declined_step_says_why CHECK (((NOT ((NOT accepted) AND (accepted IS NOT NULL))) OR (NOT ((answer)::text = ''::text)))),
    CONSTRAINT proposed_step_has_evidence CHECK ((NOT (evidence = ''::text))),
    CONSTRAINT proposed_step_is_decided CHECK ((((accepted IS NULL) AND (decided_at IS NULL)) OR ((accepted IS NOT NULL) AND (decided_at IS NOT NULL))))
);


--
-- Name: plans_proposedstep_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_proposedstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_proposedstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_selfrating; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_selfrating (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    statement character varying(30) NOT NULL,
    answer smallint,
    words character varying(500) NOT NULL,
    taken_back_at timestamp with time zone,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT answer_in_degree CHECK (((answer IS NULL) OR ((answer >= 1) AND (answer <= 5)))),
    CONSTRAINT self_rating_says_something CHECK (((answer IS NOT NULL) OR (NOT ((words)::text = ''::text))))
);


--
-- Name: plans_selfrating_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_selfrating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_selfrating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_stepevidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_stepevidence (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    text text NOT NULL,
    goal_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT evidence_is_written CHECK ((NOT (text = ''::text))),
    CONSTRAINT goal_is_evidence_of_a_goal CHECK (((goal_id IS NULL) OR ((kind)::text = ANY ((ARRAY['goal'::character varying, 'reason'::character varying, 'correction'::character varying])::text[]))))
);


--
-- Name: plans_stepevidence_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_stepevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_stepevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_stepmove; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.plans_stepmove (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    day date NOT NULL,
    rated_by character varying(12) NOT NULL,
    corrected boolean DEFAULT false NOT NULL,
    imported boolean DEFAULT false NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    corrects_id bigint,
    evidence_id bigint,
    person_id bigint NOT NULL,
    step_id bigint NOT NULL,
    CONSTRAINT staff_say_what_they_saw CHECK ((((rated_by)::text = 'participant'::text) OR imported OR (evidence_id IS NOT NULL)))
);


--
-- Name: plans_stepmove_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.plans_stepmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_stepmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: requirement_activityrequest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requirement_activityrequest (
    id bigint NOT NULL,
    first_month date NOT NULL,
    weekly_minutes integer NOT NULL,
    basis text NOT NULL,
    made_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    received_on date,
    received_how character varying(10) NOT NULL,
    registered_on date,
    case_id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    made_by_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    CONSTRAINT receipt_has_day_and_way CHECK (((((received_how)::text = ''::text) AND (received_on IS NULL)) OR ((received_on IS NOT NULL) AND (NOT ((received_how)::text = ''::text))))),
    CONSTRAINT request_from_a_month CHECK ((EXTRACT(day FROM first_month) = (1)::numeric)),
    CONSTRAINT request_within_full_time CHECK (((weekly_minutes >= 0) AND (weekly_minutes <= 2400)))
);


--
-- Name: requirement_activityrequest_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.requirement_activityrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirement_activityrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: requirement_decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requirement_decision (
    id bigint NOT NULL,
    outcome character varying(10) NOT NULL,
    reason text NOT NULL,
    reference character varying(60) DEFAULT ''::character varying NOT NULL,
    sent_to character varying(120)[] NOT NULL,
    decided_on date NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    appealed_on date,
    appeal_words text DEFAULT ''::text NOT NULL,
    appeal_result character varying(10) DEFAULT ''::character varying NOT NULL,
    appeal_ended_on date,
    decided_by_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    grounds_id bigint NOT NULL,
    CONSTRAINT appeal_ends_with_a_result CHECK ((((appeal_ended_on IS NULL) AND ((appeal_result)::text = ''::text)) OR ((appeal_ended_on IS NOT NULL) AND (appealed_on IS NOT NULL) AND (NOT ((appeal_result)::text = ''::text))))),
    CONSTRAINT decision_is_sent_to_somebody CHECK ((NOT (sent_to = '{}'::character varying(120)[]))),
    CONSTRAINT decision_of_three CHECK (((outcome)::text = ANY ((ARRAY['granted'::character varying, 'reduced'::character varying, 'refused'::character varying])::text[]))),
    CONSTRAINT decision_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT granted_is_not_appealed CHECK (((appealed_on IS NULL) OR (NOT ((outcome)::text = 'granted'::text))))
);


--
-- Name: requirement_decision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.requirement_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirement_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: requirement_exemption; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requirement_exemption (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    evidence text NOT NULL,
    decided_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    decided_by_id bigint DEFAULT public.current_actor(),
    person_id bigint NOT NULL,
    CONSTRAINT exemption_ends_after_start CHECK ((ends_on >= starts_on)),
    CONSTRAINT exemption_rests_on_evidence CHECK ((NOT (evidence = ''::text)))
);


--
-- Name: requirement_exemption_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.requirement_exemption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirement_exemption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: requirement_grounds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requirement_grounds (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.clock() NOT NULL,
    month date NOT NULL,
    about character varying(10) NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    attended integer NOT NULL,
    excused integer NOT NULL,
    unexcused integer NOT NULL,
    undecided integer NOT NULL,
    unmarked integer NOT NULL,
    neutral integer NOT NULL,
    sources jsonb NOT NULL,
    summary text NOT NULL,
    heard_on date,
    heard_how character varying(12) DEFAULT ''::character varying NOT NULL,
    heard_words text DEFAULT ''::text NOT NULL,
    sent_at timestamp with time zone,
    received_at timestamp with time zone,
    taken_back_at timestamp with time zone,
    taken_back_why character varying(300) DEFAULT ''::character varying NOT NULL,
    author_id bigint DEFAULT public.current_actor(),
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    sent_to_id bigint,
    CONSTRAINT grounds_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT grounds_say_what_happened CHECK ((NOT (summary = ''::text))),
    CONSTRAINT heard_before_sent CHECK (((sent_at IS NULL) OR ((heard_on IS NOT NULL) AND (sent_to_id IS NOT NULL)))),
    CONSTRAINT heard_says_how_and_what CHECK (((((heard_how)::text = ''::text) AND (heard_on IS NULL)) OR ((heard_on IS NOT NULL) AND (NOT ((heard_how)::text = ''::text)) AND (NOT (heard_words = ''::text))))),
    CONSTRAINT received_after_sent CHECK (((received_at IS NULL) OR (sent_at IS NOT NULL))),
    CONSTRAINT taken_back_says_why CHECK (((taken_back_at IS NULL) OR (NOT ((taken_back_why)::text = ''::text))))
);


--
-- Name: requirement_grounds_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.requirement_grounds ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirement_grounds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rules_code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rules_code (
    id bigint NOT NULL,
    "table" character varying(20) NOT NULL,
    code character varying(30) NOT NULL,
    label_sv character varying(120) NOT NULL,
    label_en character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT code_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);


--
-- Name: rules_code_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.rules_code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rules_ruleset; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.rules_ruleset (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    parameters jsonb NOT NULL,
    CONSTRAINT rules_end_after_start CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);


--
-- Name: rules_ruleset_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.rules_ruleset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_ruleset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: schedules_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schedules_clock (
    id bigint NOT NULL,
    day date NOT NULL,
    "only" boolean NOT NULL,
    CONSTRAINT one_clock CHECK ("only")
);


--
-- Name: schedules_clock_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.schedules_clock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.schedules_clock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: secrecy_rolescope; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.secrecy_rolescope (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    scope character varying(20) NOT NULL,
    through_unit boolean NOT NULL
);


--
-- Name: secrecy_rolescope_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.secrecy_rolescope ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.secrecy_rolescope_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_cache; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


--
-- Name: staff_colleague; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_colleague (
    id bigint NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    email character varying(254) NOT NULL
);


--
-- Name: staff_colleague_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_colleague ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_colleague_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_membership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_organisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_organisation (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    number character varying(11) NOT NULL,
    basis character varying(20) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    succeeds_id bigint,
    CONSTRAINT partner_has_basis CHECK (((NOT ((kind)::text = 'partner'::text)) OR (NOT ((basis)::text = ''::text))))
);


--
-- Name: staff_organisation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_subscription; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_subscription (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone DEFAULT public.clock() NOT NULL,
    ended_at timestamp with time zone,
    membership_id bigint DEFAULT public.current_actor() NOT NULL
);


--
-- Name: staff_subscription_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_unit_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staff_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    epoch integer NOT NULL,
    language character varying(2) NOT NULL,
    colleague_id bigint NOT NULL
);


--
-- Name: staff_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staff_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.staff_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: activities_activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activities_activity VALUES
	(20001, 'cafe', 'Café', 'workplace', 3, '', true, false, false, '', '2021-01-01', NULL, '', '', '', NULL, NULL, NULL, NULL, NULL, '{}', '{}', NULL, NULL, false, 'Samtal', '{}', 20003);


--
-- Data for Name: activities_capacity; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: activities_crew; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activities_crew VALUES
	(20001, 'Lag Stig', NULL, 20001, NULL);


--
-- Data for Name: activities_crewjob; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: activities_seatuse; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.activities_seatuse VALUES
	(20001, 'b4eac67a-d7cc-4906-b589-6e38498b3c57', 4860, 5040, 'every', false, '2026-11-12', '2026-11-13', DEFAULT, 20001);


--
-- Data for Name: activities_theme; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: assistance_application; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assistance_application VALUES
	(20001, '2026-11-11', 'new', '', '', NULL, '', false, 20001, 20001);


--
-- Data for Name: assistance_elsewhere; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assistance_elsewhere VALUES
	(20001, '', '2025-01-01', '2025-03-01', 'unknown', 20001);


--
-- Data for Name: assistance_supportmonth; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.assistance_supportmonth VALUES
	(20001, '2026-10-01', 'applicant', 5, 'unemployed', NULL, 20001, 20001);


--
-- Data for Name: attendance_attendance; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_attendance VALUES
	(20001, '2026-11-12 16:24:08.801384+01', '2026-11-12', 'absent_told', 0, 20003, 20001, 20001, 20003);


--
-- Data for Name: attendance_dialogue; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_dialogue VALUES
	(20001, '2026-11-12 16:24:08.982882+01', 'Jag var sjuk', '{times}', '', 'goes_on', 20002, 20001, 20002, 20001);


--
-- Data for Name: attendance_finding; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_finding VALUES
	(20001, '2026-11-12', 'excused', 'sick', '2026-11-12 16:24:08.982882+01', 20002, NULL, 20001, 20001);


--
-- Data for Name: attendance_incident; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_incident VALUES
	(20001, '2026-11-12 16:24:08.801384+01', '2026-11-12', 'near', 'Halkade', 'Torkade', NULL, 20003, 20001, 20001, NULL, 20003);


--
-- Data for Name: attendance_report; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_report VALUES
	(20001, '2026-11-12 16:24:08.801384+01', '2026-11-12', 'forward', 'Går bra', false, NULL, 20003, 20001, 20001, NULL, 20003);


--
-- Data for Name: attendance_sentonce; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: attendance_supportaction; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attendance_supportaction VALUES
	(20001, '2026-11-12 16:24:08.982882+01', 'Ring på morgonen', '', NULL, 20002, NULL, 20001, 20001, 20003);


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_permission VALUES
	(1, 'Can add case state', 1, 'add_casestate'),
	(2, 'Can change case state', 1, 'change_casestate'),
	(3, 'Can delete case state', 1, 'delete_casestate'),
	(4, 'Can view case state', 1, 'view_casestate'),
	(5, 'Can add exit', 2, 'add_exit'),
	(6, 'Can change exit', 2, 'change_exit'),
	(7, 'Can delete exit', 2, 'delete_exit'),
	(8, 'Can view exit', 2, 'view_exit'),
	(9, 'Can add grounds', 3, 'add_grounds'),
	(10, 'Can change grounds', 3, 'change_grounds'),
	(11, 'Can delete grounds', 3, 'delete_grounds'),
	(12, 'Can view grounds', 3, 'view_grounds'),
	(13, 'Can add decision', 4, 'add_decision'),
	(14, 'Can change decision', 4, 'change_decision'),
	(15, 'Can delete decision', 4, 'delete_decision'),
	(16, 'Can view decision', 4, 'view_decision'),
	(17, 'Can add activity request', 5, 'add_activityrequest'),
	(18, 'Can change activity request', 5, 'change_activityrequest'),
	(19, 'Can delete activity request', 5, 'delete_activityrequest'),
	(20, 'Can view activity request', 5, 'view_activityrequest'),
	(21, 'Can add exemption', 6, 'add_exemption'),
	(22, 'Can change exemption', 6, 'change_exemption'),
	(23, 'Can delete exemption', 6, 'delete_exemption'),
	(24, 'Can view exemption', 6, 'view_exemption'),
	(25, 'Can add attended time', 7, 'add_attendedtime'),
	(26, 'Can change attended time', 7, 'change_attendedtime'),
	(27, 'Can delete attended time', 7, 'delete_attendedtime'),
	(28, 'Can view attended time', 7, 'view_attendedtime'),
	(29, 'Can add attendance', 8, 'add_attendance'),
	(30, 'Can change attendance', 8, 'change_attendance'),
	(31, 'Can delete attendance', 8, 'delete_attendance'),
	(32, 'Can view attendance', 8, 'view_attendance'),
	(33, 'Can add dialogue', 9, 'add_dialogue'),
	(34, 'Can change dialogue', 9, 'change_dialogue'),
	(35, 'Can delete dialogue', 9, 'delete_dialogue'),
	(36, 'Can view dialogue', 9, 'view_dialogue'),
	(37, 'Can add finding', 10, 'add_finding'),
	(38, 'Can change finding', 10, 'change_finding'),
	(39, 'Can delete finding', 10, 'delete_finding'),
	(40, 'Can view finding', 10, 'view_finding'),
	(41, 'Can add incident', 11, 'add_incident'),
	(42, 'Can change incident', 11, 'change_incident'),
	(43, 'Can delete incident', 11, 'delete_incident'),
	(44, 'Can view incident', 11, 'view_incident'),
	(45, 'Can add report', 12, 'add_report'),
	(46, 'Can change report', 12, 'change_report'),
	(47, 'Can delete report', 12, 'delete_report'),
	(48, 'Can view report', 12, 'view_report'),
	(49, 'Can add sent once', 13, 'add_sentonce'),
	(50, 'Can change sent once', 13, 'change_sentonce'),
	(51, 'Can delete sent once', 13, 'delete_sentonce'),
	(52, 'Can view sent once', 13, 'view_sentonce'),
	(53, 'Can add support action', 14, 'add_supportaction'),
	(54, 'Can change support action', 14, 'change_supportaction'),
	(55, 'Can delete support action', 14, 'delete_supportaction'),
	(56, 'Can view support action', 14, 'view_supportaction'),
	(57, 'Can add session', 15, 'add_session'),
	(58, 'Can change session', 15, 'change_session'),
	(59, 'Can delete session', 15, 'delete_session'),
	(60, 'Can view session', 15, 'view_session'),
	(61, 'Can add placement', 16, 'add_placement'),
	(62, 'Can change placement', 16, 'change_placement'),
	(63, 'Can delete placement', 16, 'delete_placement'),
	(64, 'Can view placement', 16, 'view_placement'),
	(65, 'Can add notice', 17, 'add_notice'),
	(66, 'Can change notice', 17, 'change_notice'),
	(67, 'Can delete notice', 17, 'delete_notice'),
	(68, 'Can view notice', 17, 'view_notice'),
	(69, 'Can add introduction', 18, 'add_introduction'),
	(70, 'Can change introduction', 18, 'change_introduction'),
	(71, 'Can delete introduction', 18, 'delete_introduction'),
	(72, 'Can view introduction', 18, 'view_introduction'),
	(73, 'Can add day change', 19, 'add_daychange'),
	(74, 'Can change day change', 19, 'change_daychange'),
	(75, 'Can delete day change', 19, 'delete_daychange'),
	(76, 'Can view day change', 19, 'view_daychange'),
	(77, 'Can add crew member', 20, 'add_crewmember'),
	(78, 'Can change crew member', 20, 'change_crewmember'),
	(79, 'Can delete crew member', 20, 'delete_crewmember'),
	(80, 'Can view crew member', 20, 'view_crewmember'),
	(81, 'Can add placement end', 21, 'add_placementend'),
	(82, 'Can change placement end', 21, 'change_placementend'),
	(83, 'Can delete placement end', 21, 'delete_placementend'),
	(84, 'Can view placement end', 21, 'view_placementend'),
	(85, 'Can add proposed change', 22, 'add_proposedchange'),
	(86, 'Can change proposed change', 22, 'change_proposedchange'),
	(87, 'Can delete proposed change', 22, 'delete_proposedchange'),
	(88, 'Can view proposed change', 22, 'view_proposedchange'),
	(89, 'Can add suspension', 23, 'add_suspension'),
	(90, 'Can change suspension', 23, 'change_suspension'),
	(91, 'Can delete suspension', 23, 'delete_suspension'),
	(92, 'Can view suspension', 23, 'view_suspension'),
	(93, 'Can add told reason', 24, 'add_toldreason'),
	(94, 'Can change told reason', 24, 'change_toldreason'),
	(95, 'Can delete told reason', 24, 'delete_toldreason'),
	(96, 'Can view told reason', 24, 'view_toldreason'),
	(97, 'Can add cancellation', 25, 'add_cancellation'),
	(98, 'Can change cancellation', 25, 'change_cancellation'),
	(99, 'Can delete cancellation', 25, 'delete_cancellation'),
	(100, 'Can view cancellation', 25, 'view_cancellation');
INSERT INTO public.auth_permission VALUES
	(101, 'Can add closure', 26, 'add_closure'),
	(102, 'Can change closure', 26, 'change_closure'),
	(103, 'Can delete closure', 26, 'delete_closure'),
	(104, 'Can view closure', 26, 'view_closure'),
	(105, 'Can add activity', 27, 'add_activity'),
	(106, 'Can change activity', 27, 'change_activity'),
	(107, 'Can delete activity', 27, 'delete_activity'),
	(108, 'Can view activity', 27, 'view_activity'),
	(109, 'Can add capacity', 28, 'add_capacity'),
	(110, 'Can change capacity', 28, 'change_capacity'),
	(111, 'Can delete capacity', 28, 'delete_capacity'),
	(112, 'Can view capacity', 28, 'view_capacity'),
	(113, 'Can add crew', 29, 'add_crew'),
	(114, 'Can change crew', 29, 'change_crew'),
	(115, 'Can delete crew', 29, 'delete_crew'),
	(116, 'Can view crew', 29, 'view_crew'),
	(117, 'Can add crew job', 30, 'add_crewjob'),
	(118, 'Can change crew job', 30, 'change_crewjob'),
	(119, 'Can delete crew job', 30, 'delete_crewjob'),
	(120, 'Can view crew job', 30, 'view_crewjob'),
	(121, 'Can add seat use', 31, 'add_seatuse'),
	(122, 'Can change seat use', 31, 'change_seatuse'),
	(123, 'Can delete seat use', 31, 'delete_seatuse'),
	(124, 'Can view seat use', 31, 'view_seatuse'),
	(125, 'Can add theme', 32, 'add_theme'),
	(126, 'Can change theme', 32, 'change_theme'),
	(127, 'Can delete theme', 32, 'delete_theme'),
	(128, 'Can view theme', 32, 'view_theme'),
	(129, 'Can add consultation', 33, 'add_consultation'),
	(130, 'Can change consultation', 33, 'change_consultation'),
	(131, 'Can delete consultation', 33, 'delete_consultation'),
	(132, 'Can view consultation', 33, 'view_consultation'),
	(133, 'Can add goal', 34, 'add_goal'),
	(134, 'Can change goal', 34, 'change_goal'),
	(135, 'Can delete goal', 34, 'delete_goal'),
	(136, 'Can view goal', 34, 'view_goal'),
	(137, 'Can add ladder', 35, 'add_ladder'),
	(138, 'Can change ladder', 35, 'change_ladder'),
	(139, 'Can delete ladder', 35, 'delete_ladder'),
	(140, 'Can view ladder', 35, 'view_ladder'),
	(141, 'Can add ladder step', 36, 'add_ladderstep'),
	(142, 'Can change ladder step', 36, 'change_ladderstep'),
	(143, 'Can delete ladder step', 36, 'delete_ladderstep'),
	(144, 'Can view ladder step', 36, 'view_ladderstep'),
	(145, 'Can add mapping', 37, 'add_mapping'),
	(146, 'Can change mapping', 37, 'change_mapping'),
	(147, 'Can delete mapping', 37, 'delete_mapping'),
	(148, 'Can view mapping', 37, 'view_mapping'),
	(149, 'Can add observation', 38, 'add_observation'),
	(150, 'Can change observation', 38, 'change_observation'),
	(151, 'Can delete observation', 38, 'delete_observation'),
	(152, 'Can view observation', 38, 'view_observation'),
	(153, 'Can add plan', 39, 'add_plan'),
	(154, 'Can change plan', 39, 'change_plan'),
	(155, 'Can delete plan', 39, 'delete_plan'),
	(156, 'Can view plan', 39, 'view_plan'),
	(157, 'Can add plan part', 40, 'add_planpart'),
	(158, 'Can change plan part', 40, 'change_planpart'),
	(159, 'Can delete plan part', 40, 'delete_planpart'),
	(160, 'Can view plan part', 40, 'view_planpart'),
	(161, 'Can add proposed step', 41, 'add_proposedstep'),
	(162, 'Can change proposed step', 41, 'change_proposedstep'),
	(163, 'Can delete proposed step', 41, 'delete_proposedstep'),
	(164, 'Can view proposed step', 41, 'view_proposedstep'),
	(165, 'Can add self rating', 42, 'add_selfrating'),
	(166, 'Can change self rating', 42, 'change_selfrating'),
	(167, 'Can delete self rating', 42, 'delete_selfrating'),
	(168, 'Can view self rating', 42, 'view_selfrating'),
	(169, 'Can add step evidence', 43, 'add_stepevidence'),
	(170, 'Can change step evidence', 43, 'change_stepevidence'),
	(171, 'Can delete step evidence', 43, 'delete_stepevidence'),
	(172, 'Can view step evidence', 43, 'view_stepevidence'),
	(173, 'Can add step move', 44, 'add_stepmove'),
	(174, 'Can change step move', 44, 'change_stepmove'),
	(175, 'Can delete step move', 44, 'delete_stepmove'),
	(176, 'Can view step move', 44, 'view_stepmove'),
	(177, 'Can add case serial', 45, 'add_caseserial'),
	(178, 'Can change case serial', 45, 'change_caseserial'),
	(179, 'Can delete case serial', 45, 'delete_caseserial'),
	(180, 'Can view case serial', 45, 'view_caseserial'),
	(181, 'Can add case', 46, 'add_case'),
	(182, 'Can change case', 46, 'change_case'),
	(183, 'Can delete case', 46, 'delete_case'),
	(184, 'Can view case', 46, 'view_case'),
	(185, 'Can add draft', 47, 'add_draft'),
	(186, 'Can change draft', 47, 'change_draft'),
	(187, 'Can delete draft', 47, 'delete_draft'),
	(188, 'Can view draft', 47, 'view_draft'),
	(189, 'Can add hand over', 48, 'add_handover'),
	(190, 'Can change hand over', 48, 'change_handover'),
	(191, 'Can delete hand over', 48, 'delete_handover'),
	(192, 'Can view hand over', 48, 'view_handover'),
	(193, 'Can add meeting', 49, 'add_meeting'),
	(194, 'Can change meeting', 49, 'change_meeting'),
	(195, 'Can delete meeting', 49, 'delete_meeting'),
	(196, 'Can view meeting', 49, 'view_meeting'),
	(197, 'Can add note', 50, 'add_note'),
	(198, 'Can change note', 50, 'change_note'),
	(199, 'Can delete note', 50, 'delete_note'),
	(200, 'Can view note', 50, 'view_note');
INSERT INTO public.auth_permission VALUES
	(201, 'Can add objection', 51, 'add_objection'),
	(202, 'Can change objection', 51, 'change_objection'),
	(203, 'Can delete objection', 51, 'delete_objection'),
	(204, 'Can view objection', 51, 'view_objection'),
	(205, 'Can add referral', 52, 'add_referral'),
	(206, 'Can change referral', 52, 'change_referral'),
	(207, 'Can delete referral', 52, 'delete_referral'),
	(208, 'Can view referral', 52, 'view_referral'),
	(209, 'Can add stall', 53, 'add_stall'),
	(210, 'Can change stall', 53, 'change_stall'),
	(211, 'Can delete stall', 53, 'delete_stall'),
	(212, 'Can view stall', 53, 'view_stall'),
	(213, 'Can add application', 54, 'add_application'),
	(214, 'Can change application', 54, 'change_application'),
	(215, 'Can delete application', 54, 'delete_application'),
	(216, 'Can view application', 54, 'view_application'),
	(217, 'Can add elsewhere', 55, 'add_elsewhere'),
	(218, 'Can change elsewhere', 55, 'change_elsewhere'),
	(219, 'Can delete elsewhere', 55, 'delete_elsewhere'),
	(220, 'Can view elsewhere', 55, 'view_elsewhere'),
	(221, 'Can add support month', 56, 'add_supportmonth'),
	(222, 'Can change support month', 56, 'change_supportmonth'),
	(223, 'Can delete support month', 56, 'delete_supportmonth'),
	(224, 'Can view support month', 56, 'view_supportmonth'),
	(225, 'Can add agreement', 57, 'add_agreement'),
	(226, 'Can change agreement', 57, 'change_agreement'),
	(227, 'Can delete agreement', 57, 'delete_agreement'),
	(228, 'Can view agreement', 57, 'view_agreement'),
	(229, 'Can add amendment', 58, 'add_amendment'),
	(230, 'Can change amendment', 58, 'change_amendment'),
	(231, 'Can delete amendment', 58, 'delete_amendment'),
	(232, 'Can view amendment', 58, 'view_amendment'),
	(233, 'Can add partner check', 59, 'add_partnercheck'),
	(234, 'Can change partner check', 59, 'change_partnercheck'),
	(235, 'Can delete partner check', 59, 'delete_partnercheck'),
	(236, 'Can view partner check', 59, 'view_partnercheck'),
	(237, 'Can add household', 60, 'add_household'),
	(238, 'Can change household', 60, 'change_household'),
	(239, 'Can delete household', 60, 'delete_household'),
	(240, 'Can view household', 60, 'view_household'),
	(241, 'Can add person', 61, 'add_person'),
	(242, 'Can change person', 61, 'change_person'),
	(243, 'Can delete person', 61, 'delete_person'),
	(244, 'Can view person', 61, 'view_person'),
	(245, 'Can add opening', 62, 'add_opening'),
	(246, 'Can change opening', 62, 'change_opening'),
	(247, 'Can delete opening', 62, 'delete_opening'),
	(248, 'Can view opening', 62, 'view_opening'),
	(249, 'Can add contact', 63, 'add_contact'),
	(250, 'Can change contact', 63, 'change_contact'),
	(251, 'Can delete contact', 63, 'delete_contact'),
	(252, 'Can view contact', 63, 'view_contact'),
	(253, 'Can add number', 64, 'add_number'),
	(254, 'Can change number', 64, 'change_number'),
	(255, 'Can delete number', 64, 'delete_number'),
	(256, 'Can view number', 64, 'view_number'),
	(257, 'Can add household member', 65, 'add_householdmember'),
	(258, 'Can change household member', 65, 'change_householdmember'),
	(259, 'Can delete household member', 65, 'delete_householdmember'),
	(260, 'Can view household member', 65, 'view_householdmember'),
	(261, 'Can add grant', 66, 'add_grant'),
	(262, 'Can change grant', 66, 'change_grant'),
	(263, 'Can delete grant', 66, 'delete_grant'),
	(264, 'Can view grant', 66, 'view_grant'),
	(265, 'Can add consent', 67, 'add_consent'),
	(266, 'Can change consent', 67, 'change_consent'),
	(267, 'Can delete consent', 67, 'delete_consent'),
	(268, 'Can view consent', 67, 'view_consent'),
	(269, 'Can add code', 68, 'add_code'),
	(270, 'Can change code', 68, 'change_code'),
	(271, 'Can delete code', 68, 'delete_code'),
	(272, 'Can view code', 68, 'view_code'),
	(273, 'Can add rule set', 69, 'add_ruleset'),
	(274, 'Can change rule set', 69, 'change_ruleset'),
	(275, 'Can delete rule set', 69, 'delete_ruleset'),
	(276, 'Can view rule set', 69, 'view_ruleset'),
	(277, 'Can add colleague', 70, 'add_colleague'),
	(278, 'Can change colleague', 70, 'change_colleague'),
	(279, 'Can delete colleague', 70, 'delete_colleague'),
	(280, 'Can view colleague', 70, 'view_colleague'),
	(281, 'Can add user', 71, 'add_user'),
	(282, 'Can change user', 71, 'change_user'),
	(283, 'Can delete user', 71, 'delete_user'),
	(284, 'Can view user', 71, 'view_user'),
	(285, 'Can add membership', 72, 'add_membership'),
	(286, 'Can change membership', 72, 'change_membership'),
	(287, 'Can delete membership', 72, 'delete_membership'),
	(288, 'Can view membership', 72, 'view_membership'),
	(289, 'Can add organisation', 73, 'add_organisation'),
	(290, 'Can change organisation', 73, 'change_organisation'),
	(291, 'Can delete organisation', 73, 'delete_organisation'),
	(292, 'Can view organisation', 73, 'view_organisation'),
	(293, 'Can add subscription', 74, 'add_subscription'),
	(294, 'Can change subscription', 74, 'change_subscription'),
	(295, 'Can delete subscription', 74, 'delete_subscription'),
	(296, 'Can view subscription', 74, 'view_subscription'),
	(297, 'Can add unit', 75, 'add_unit'),
	(298, 'Can change unit', 75, 'change_unit'),
	(299, 'Can delete unit', 75, 'delete_unit'),
	(300, 'Can view unit', 75, 'view_unit');
INSERT INTO public.auth_permission VALUES
	(301, 'Can add event', 76, 'add_event'),
	(302, 'Can change event', 76, 'change_event'),
	(303, 'Can delete event', 76, 'delete_event'),
	(304, 'Can view event', 76, 'view_event'),
	(305, 'Can add version', 77, 'add_version'),
	(306, 'Can change version', 77, 'change_version'),
	(307, 'Can delete version', 77, 'delete_version'),
	(308, 'Can view version', 77, 'view_version'),
	(309, 'Can add role scope', 78, 'add_rolescope'),
	(310, 'Can change role scope', 78, 'change_rolescope'),
	(311, 'Can delete role scope', 78, 'delete_rolescope'),
	(312, 'Can view role scope', 78, 'view_rolescope'),
	(313, 'Can add clock', 79, 'add_clock'),
	(314, 'Can change clock', 79, 'change_clock'),
	(315, 'Can delete clock', 79, 'delete_clock'),
	(316, 'Can view clock', 79, 'view_clock'),
	(317, 'Can add day', 80, 'add_day'),
	(318, 'Can change day', 80, 'change_day'),
	(319, 'Can delete day', 80, 'delete_day'),
	(320, 'Can view day', 80, 'view_day'),
	(321, 'Can add applied rule', 81, 'add_appliedrule'),
	(322, 'Can change applied rule', 81, 'change_appliedrule'),
	(323, 'Can delete applied rule', 81, 'delete_appliedrule'),
	(324, 'Can view applied rule', 81, 'view_appliedrule'),
	(325, 'Can add email address', 82, 'add_emailaddress'),
	(326, 'Can change email address', 82, 'change_emailaddress'),
	(327, 'Can delete email address', 82, 'delete_emailaddress'),
	(328, 'Can view email address', 82, 'view_emailaddress'),
	(329, 'Can add email confirmation', 83, 'add_emailconfirmation'),
	(330, 'Can change email confirmation', 83, 'change_emailconfirmation'),
	(331, 'Can delete email confirmation', 83, 'delete_emailconfirmation'),
	(332, 'Can view email confirmation', 83, 'view_emailconfirmation'),
	(333, 'Can add permission', 84, 'add_permission'),
	(334, 'Can change permission', 84, 'change_permission'),
	(335, 'Can delete permission', 84, 'delete_permission'),
	(336, 'Can view permission', 84, 'view_permission'),
	(337, 'Can add group', 85, 'add_group'),
	(338, 'Can change group', 85, 'change_group'),
	(339, 'Can delete group', 85, 'delete_group'),
	(340, 'Can view group', 85, 'view_group'),
	(341, 'Can add content type', 86, 'add_contenttype'),
	(342, 'Can change content type', 86, 'change_contenttype'),
	(343, 'Can delete content type', 86, 'delete_contenttype'),
	(344, 'Can view content type', 86, 'view_contenttype'),
	(345, 'Can add session', 87, 'add_session'),
	(346, 'Can change session', 87, 'change_session'),
	(347, 'Can delete session', 87, 'delete_session'),
	(348, 'Can view session', 87, 'view_session');


--
-- Data for Name: cases_case; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_case VALUES
	(20001, '2026-0001', '2026-11-12', NULL, 20001, 20002, 20001, 20002);


--
-- Data for Name: cases_caseserial; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_caseserial VALUES
	(20001, 2026, 1);


--
-- Data for Name: cases_draft; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_draft VALUES
	(20001, 'mapping', 20001, '{"health": "Trött"}', '2026-11-12 16:24:08.398522+01', 20002, 20001);


--
-- Data for Name: cases_handover; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_handover VALUES
	(20001, 'responsible', '', '2026-11-12 16:24:08.202001+01', '', NULL, '', NULL, 20001, 20001, 20001, 20002);


--
-- Data for Name: cases_meeting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_meeting VALUES
	(20001, '2026-11-13 09:00:00+01', '2026-11-13 10:00:00+01', 'visit', '', 'Uppföljning', '', 'cancelled', '2026-11-12 16:24:08.398522+01', 20001, 20002, NULL, 20001);


--
-- Data for Name: cases_note; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_note VALUES
	(20001, 'contact', 'person', '', '2026-11-12 16:24:08.398522+01', 'Ringde', '', '2026-11-12 16:24:08.398522+01', 1, 20002, 20001, NULL, 20001, 20002),
	(20002, 'absence_dialogue', 'person', '', '2026-11-12 16:24:08.982882+01', 'Borta', '', '2026-11-12 16:24:08.982882+01', 1, 20002, 20001, NULL, 20001, 20002);


--
-- Data for Name: cases_objection; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_objection VALUES
	(20001, '2026-11-12 16:24:08.398522+01', 'Jag mejlade', '2026-11-12', 20002, 20001, 20001);


--
-- Data for Name: cases_referral; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_referral VALUES
	(20001, 'Validering', '2026-11-12 16:24:08.398522+01', NULL, NULL, '', '', '', NULL, '', 20001, 20001, 20002, NULL, 20004);


--
-- Data for Name: cases_stall; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases_stall VALUES
	(20001, '2026-11-12 16:24:08.398522+01', 'course', '', '2026-11-12', NULL, 20002, 20001, 20001);


--
-- Data for Name: database_appliedrule; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.database_appliedrule VALUES
	(1, 'COLUMN', 'clock', '04c33c4de9a95dccb2691358c883a0155e9aabb4021297cc217ee81acc7ae20b', '71d2931ff07ea458203daf6eee629343c1ca7d11ebabf5b371751daac91f7c51', 'aad2f23047a91f29db3c57d3f98b42fdfd55d0dc77705668fec644d297da469a'),
	(2, 'COLUMN', 'today', '3510906cc11211d4e67b0b1b2e844649093b3ccb3bdbdb560381c04802e995a7', 'a4575bb16c2dc872a28287c3d9600843300705e634f159d6f73b1cf689fb1bfe', '1eacdfbb977755bfc4dc84693fadb1bc02e29e5a2cf846170b048e3f41917cc8'),
	(3, 'COLUMN', 'current_actor', '459720b43de68fed419eb74cfdeaaefae992e90773f40504e31c97fc9ef98bea', '9fd1a18c6030e44e97a2fc333a4d5e8cf27937cf5a8314c5a263dbc1ef0117b3', '9cd779bc4a3984d1bd56ba6a7b762652f4d79a45c23bf2c0603e307004c45dbb'),
	(4, 'COLUMN', 'current_colleague', 'f2cc8b45dac8c1d2c732909e86bab580368e888b4c233c20c81eafd2e7102175', '7d4e0de7f5ee1c24ca8e7b4756f720e1f94fc88e85b1c340f212d90921f37262', 'fca7c37d081725b617f79605625eb1d47515408a49e04b39233a896b9e9aea0a'),
	(5, 'COLUMN', 'current_unit', '579d4aa016b63828fd703c0ae4caf60084e77dfd76f8b0af019484517bfcb81f', 'cb8c81805718270d1d914178f6bff70c4ccf4003e99389ddbc8476e0aa31bf3b', '9793f49ab12386213779d1d4ff46023bd69f0cddf00cc44f84c92f3fd64d10fc'),
	(6, 'COLUMN', 'swedish_sort', 'e2982bc6720edfb851e2b1bc318237f6a5b3bc1062080184b3da2f1a5a70faf2', 'fa6181c5fd1646f600a0f4d6dcad54fc979701626efd31f729f89845fc556dfb', '4d1d534616c83551c3ef29ab82eb200810ef603354e85003a5e8b9c2bfe82681'),
	(7, 'COLUMN', 'name_sort', 'de6d5e3274bc5546d19d9e306d464ad2d3aa1a1643142adcd436b355f2bda236', '87e69df4d1dffe9a18ee4cfdd6fa2b5c5e65b8ca6bc39743538a72744bcc8e44', '60408a17a93ec1e225c7ea3ef295977dd57d0f45cdec208ac4544e79dc22d6d3'),
	(8, 'FUNCTION', 'secrecy_opened_by', 'cb6e9bbae9c7714100212bdcdeeb27e721ae80803758c41a8a260ccb3152caa9', 'f5821b5e218c16e4f6f9af7ea3fee1dd4c07f2e1566b8fba2c99c3f94e537854', '5b7a2cd7de928352f643eeec0ab1d3f13ade17a91d5e11f9749524b559a602df'),
	(9, 'FUNCTION', 'stockholm_day', 'a9dc923439170c3753eb0d70bc249f9ad2079ff55a67c89b285fc464a95e257e', '323f6b331996aa65a6e8b32862a7594021c678db941d60ac5350d9264c4088a8', '17f67a10b0fc841c21ac41a138b44946857056f5072d983cc947541a93909bae'),
	(10, 'FUNCTION', 'history_sign', '672451b11b1a693c89ee91dd0beeda7c108804dea00c755b6ccebb1d749dd41b', 'b9c7f6abba1a695b7f5e33ad758afab25b67223c5b1b723be0772b6548c98dde', '22bed71c8b047baa93a33d4d732e55e9f6399a756b0c92b84c8b6d4c8545389c'),
	(11, 'FUNCTION', 'keep_versions', '95e88a015f82966daec3575e26bb7f1fbf40e0bb4d505ada2ae316abadeb72d2', '633ed8d0bb6dd1a7eef1e61a791a19acf10516c40d7be44d402cbe59e28ca477', 'a9ff9726930f545979e716b5fa51e419ac8e6c938a91129173fa01b7e8a68c1a'),
	(12, 'FUNCTION', 'staff_in_force', '5a21dd3e70653f8a78ff12bf1747564a2f4641eb87d17f66914daeaf8f6bda4f', '6411e2ee7a25083e87cd4fbd0f450de0b4f2a5052ab7fc7272a4014de93e1691', '169b2bf63fe520783c61618abd38898edae8c844521729f1a71f40f0d1faf69c'),
	(13, 'FUNCTION', 'secrecy_enter', 'c50cceacb865c4ff858699ce05d49b68f39a05773862207a494158bd07a3da3e', '85e8074dce3fcfaae0be683307b07b7a4f57b4255638aa90b24f60bedd1060c5', 'd0acfffc58945d44352f0c866575f4de66b6193bb8b8f4cb679c5e3a66ec03aa'),
	(14, 'FUNCTION', 'secrecy_member_for', 'e87147c3aa75b7fb5609ca6cade280a0ecb8bd195d131cb51d5184e6d676e239', 'e25487aa15fba594dce04f2688bf3f6e81356bf91bf8257f044fb669cd27fba8', 'd6b484ad8b9b2a9a5a933a8d33d62dcc6734f8a280c646315a41b466d5130545'),
	(15, 'FUNCTION', 'secrecy_unit_for', '89339f45f1d310930a37b473988d95a2dd9ef78450d6d4431cd33500f8804e19', '9b6aed3b5ae18fd9af92d9ef50a6ed0fbd51d791fcddfffd74f8d9cae6734492', '8edeb1288585ee006d6a84dc816c299b4236e935fb00a7e9ad5def1c0b5804d1'),
	(16, 'FUNCTION', 'secrecy_role', '700cb096a53ff18b2ceec49caa4f225578bdfe69e6b6c6f05abcc77b2a99d3e2', 'e3720336474e0517cb4c5ebd60dea2965ffadf441c057014115d1cab0d128520', '27205790a1b41020244138d87b743fa42a971c1527d07e4f4bf001378ab3260f'),
	(17, 'FUNCTION', 'secrecy_scopes', '403063e7237e1a0332728285e3edb425cbbba67053e73fa36b67c741a82f13a8', '237c5e1cd68435fc6282101d8e9ba3b23d0214162855315beefbd1078d7650b9', 'a28e994f20ef784e135e0a21b868980413f392db2e1f9fc01a7b88f47874cd4f'),
	(18, 'FUNCTION', 'staff_cooperates', 'ba6f97d8d3dd94b7b922268ff2bf174398ac6ba264137049435e1143757dfa7f', 'be18694386f65d8a91dd83c77f327ad3a09faeed7ec0f5e98dfcaa47c7339d98', '1d8009ac1ce9fd169437c0830b7e5fefb0ce6d9c2e7e1822130ff6d29711bb76'),
	(19, 'FUNCTION', 'staff_my_memberships', '31f4ad4133c91ffea4f2936033cb23e95f23f2ca2e5dabbbc2b54b9515ea7dfd', '3f4064ea890bfafdf1ae4304da251a3fd4f0c371e12872536b78b74d16759329', '4392f73c316032d2c7c461d4ab15a433eef3c6201ea620706b99124f0e5b602d'),
	(20, 'FUNCTION', 'staff_give_membership', '2ad78c59e18f5dbb3185ae324a6013a1353db6798851fe0ef785bc1bf4d0972a', 'c98f2cee3bda9ddd62ec21ccfb3b7293f6ef3e7c21081ad42ec71615bfe7d476', '7fdbef510d67d9047f2166eb4af999ade7a18be19eeddd251f71e19b3598fc8f'),
	(21, 'FUNCTION', 'staff_confirm_membership', 'd21d8d30ca35ad65002d1f09bd764baf56aab80519c6bc02109d5d7141cd15bb', '00812f35cb33f199f568511f23d9a8d66d019a7dd2bb0f008d088fcc5ffc1201', '738345ef5409643a27d988a3be6594ef51610627305be2342b4761b0b0bb6c39'),
	(22, 'FUNCTION', 'staff_end_membership', 'e4603105133f914f768f271d6ef4ff6bb0bae2ba58d134b80ca91ae77bad4528', '987d32937e6585188d62f42dad000d185445324b9bbb24636a8f6fc10f9d7f4e', '54552c5f19924605613110218301529a0394df6642adcd7b02730ae85604a34f'),
	(23, 'FUNCTION', 'staff_subscription_ends', '0847c1906d137f30c54b2472c7fcfa68beb653ecfd643b056e970bca12f1157a', '27888d7ffe1fc52dfc5fa0a0d5f60e8aeb34722dbfd05e1f57875e6e04430587', 'ca4a32185d10f2ffe9a592be70e41ad6c4202e9045847b760951a7c75a43d685'),
	(24, 'FUNCTION', 'staff_subscriber', '4dbf44a348fc1d618df1b5abaa81e7c774c9348711ba6efeb732e4bd3f2c3b7a', '1f6f857faade51589757922f8289dfc4fd972f419e0a02969160384d49fc4ebe', 'b6bbc168ce257a8eae8249b26f52775dbdaa9112b4a65e986e4e2d5f8dee0391'),
	(25, 'FUNCTION', 'rules_codes_hold', 'aaccc6e0103562776e034da71f0bef562f533e9e891b2ed506b8e18e50d3e6cf', 'd27e245ff8b715ebf00e4c695ab613ed003c074248258a8602506ad7f8a3c656', '78438ce13ef6a424a3dc8341546b1b8192b98eb2dd8c4c9d80ee9b0d96811553'),
	(26, 'FUNCTION', 'rule', '02abba89e56a875b458b0be6e228f7219db78052d22bd4162d8a8e5d1fcaa755', '655457bc23500f8140ddca70b294d8b54f0c1b8f3f743e80bd17a6091af66301', '77dfb311289c3c7c58fb6596103b1b5abf603e15945a381746f6c5e72e36dea5'),
	(150, 'CONSTRAINT', 'cases_meeting.meeting_of_person', '07a454d11b84c52515c12f235d70aa3449fa2833eda2a63c68d3a5caf4aab897', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(27, 'FUNCTION', 'people_consent_ends', '5c68a71f4f63a13f5c09e1efea8c408382f69b3f9cf974678f2bef65cfd6254b', '30d1964aba03b0e1396b756c71ce96cc701d72224ce7635d460c539435905e33', '78292f3fa143cdd47cebd593150d8740afd4b6a104a5a6f2dddf45a94fd992e9'),
	(28, 'FUNCTION', 'people_held', '321411a12e5a52c83305f838f85ef6e6b09c012aa777b6441f75fb939b2b8c6c', '82c5c9a657403487ba142e52baebb6edab59bffd340b0c4d71ea0ce2b7276e69', '440292315df8a756a69eef81df44e2356220d4ccdf8dbdd469c7038c87c6b3a4'),
	(29, 'FUNCTION', 'people_holds', 'c069c6259145c9c1c7ea12a155465358c2cf15c6af8b6bab15c8ba201da98b41', '77831810f398333e62cc8619c3cb316b22c9c93f2d831567540631fb8072089e', '134b562085787f0bcddcabcbd3890f331850af3812ecd767e81c0b710503f097'),
	(30, 'FUNCTION', 'people_consents_here', '39d0da6733b1ef35eaa2b95f4723cdd3a4b11819974686be3da31dd3ed06271c', 'bc0e70ac58d5711e18684c862b8a61dab4f5ff795625226a9276becc295ea1f1', '0d9e4d749b66217ccd91c16b2c5aa907d0ec2bd86f1fb6bce205312ad0d79392'),
	(31, 'FUNCTION', 'people_contact_may_be_kept', '6016219d1f26f4c5e73fe0937492b62d39bb1c48a2750412460064e5a943293d', 'ce32cc8b56158288b6a2bdfc2710dd4aec47864340f61702c1e0f64141eef17f', 'a89e7eba0727735f480c4ce326c277d55761f35f6c65d2e5977b0e61bc3aeb4b'),
	(32, 'FUNCTION', 'people_complete_grant', '7cc85921813a00fa6673b4e8d8006019e0db4cb160da11b1112f403a725fcfd0', '92d33580a1e09b7b8c095d0402a3b0b5e314d77a43002e313d548736b899908c', '8acb4793b68d1e7c2eb152e1c5ba1bb81f6953c677a04620f7e5eaaebf975ab3'),
	(424, 'POLICY', 'cases_case.made', '56aebd7678fe131b4465cf9d5c63d3f75042d18e0a38a2b30d36cc84e1597bda', '', '4692b7b80a91d8c80c10c070fdfb64b0cb140c1b9b9526e0c7878c833985f5ed'),
	(33, 'FUNCTION', 'people_works_with', 'dcb932e5eaa77c1069d91c01ecf7d411a70fe04fbf6a6e1526337d1a47a2304d', 'fbd8fc1ad53a221a316bcb48efe71d401f489932b248ee156c6e747fe8742906', 'b267905e563dbb6ea3f0fadbe6915b8af1cffaea5eae30b955ceb6519a4bc4e2'),
	(34, 'FUNCTION', 'people_give_grant', '8d78f7bae7c445890b6b14b3a60b800b4930065f7e56ba1516f220dc11c6401d', 'f0efbc987f821f4b8d5b92b94ebf37599e8c805e0f59c8acb77b99b5409f1c03', '76b2bd9a9f4cce897fb50dc87c32598d20bb40dd9f2cd210c7281642f9bbc4d7'),
	(35, 'FUNCTION', 'people_end_grants', 'c78ad0f77c2c4752ea85a4ccebb10345d503fd811381e4c8b92f9961d34cf48f', 'b91ed53e80f11b0949b0bd44299bc983a146ca771b58d08f978140a67e253a1f', 'b0adea804c62616c4ded08be52c67fa2da323ada62b9c3fab5ca1fffccedade8'),
	(36, 'FUNCTION', 'people_new_household', '58c37d3bd4982d574fad6c943436ceae0f09c411720d4604d14368bfd20bc19e', '141240808ea328991f41d6be5357853240cc5dbc27120ecc1ac001d35a031916', '255772acc2324821eae0ccca8f731946efe75dbfb5c0d3f2e74cfe4e70ce105d'),
	(37, 'FUNCTION', 'people_born', '1c1cea1455eaa37f276cd75ed7dd4d2fae42223131139a7faa65cf7831cde931', '422aa62e877de688996ae2416776a4bd4c7a5f0a3dd78b4fe3af07dc43360d81', '4ac7a204d1f895f4eba904f13886a91966240db0c8e01b61a07b2da8ef6c131f'),
	(38, 'FUNCTION', 'people_lives_with_young_child', 'a69bd7e3c659bd96dd0b7c46eb2dcb3647861c6d52d6347fcefd84ba62a2a824', 'b0ac942dc1d9f7d862ecc148cc1a6fab832ae80dd626baca27cd390529707b73', '3d74f42fb0da1985ac19825b89b7435d911ce042911a5a22e48b0fcaed858df2'),
	(39, 'FUNCTION', 'people_find_number', 'b8e8965d8132fb4cb3ebc20cf7f04cf66311bd05fb7b71360a5f5e5e8a2d7739', '399756dff22307e0a06abf49721016414d059d8ba59564ccf557f1f81220eda1', '44a99b14dd0cff52564636470fdb08dc1a8105b1fb377b88c99f2630c207e214'),
	(40, 'FUNCTION', 'people_add_number', 'c26ad81ec958c2923914b505fb0fadf7a474979e89557ffdfbc003fb2032d93c', '9ad123fed01a6831acc0c0e7ba9b8eee248ae5c341c2671ba2559010f3e3a38c', 'fc2ebbef42598d10fa2b0d70865ec94db3a20ef94a32f023e41378fb54505006'),
	(41, 'FUNCTION', 'people_open', 'f4dc5783ace77b8a116865757d572273e67f15c5e92e117e49d6fc3ccb50d073', '7c9388164daf7c2b6ef3b50707f9dbfae54c7686f10f132059a7be4a5919f584', '6212ee9c451b3a7f89623ddd69f0875362f3359a41cedec3a614f7c7c087a1d1'),
	(42, 'FUNCTION', 'people_open_in_emergency', '38589e4f5265a9fca127fcf0ac8f85b5e7c2ce605003aec08b24c68999d858cc', '97fd67b0220c873164a579e5361e403b5ba16abd3cf65382af12fecc78783c47', '2f4dff885f1cc4f2183ef4b1f38e641347f7aa3b38b0651d4b4116e1b733971b'),
	(43, 'FUNCTION', 'people_agree_opening', 'e81925c4d38babaab4575e3ff4ccd93fefc48a8e1d51b1922955fec9184796bb', '47456b9efa54f7fd5fe17c623397a80dc3391ded5a7003914d65096de324c3e1', 'f60658ecee7ef87027dc634f9a51c4f02a65de468c5a4e23d96f5191ff331d02'),
	(44, 'FUNCTION', 'people_grants_follow', '4d1a0888a84f42b7979f08b7a4a9cd4c3125db1ca3134583ad959bcce015cba6', 'a5cf76bc64a45f3f35b3f056f1edb46f958b83256f4801e3e746ee5bfb39b15f', '1451edd889cd76b6df90d15f3d222b801ecdbb6206df7a8115370edbb45bdd05'),
	(45, 'FUNCTION', 'people_register', 'bfa3b6053a989330777d3414d3a92730f5c95145f8a895709ef8fb708d4f34e8', 'c6831eb1044e642cf13d337e434cb6c5e9ec3b9ae2219181fce34a9ae6745ed5', '662c10cbd078f0dd4b2d30bb5dafd9e6d9d6c9ac7a8b608b7a15623bafd9570f'),
	(46, 'FUNCTION', 'people_protect', '924bfad1c4679bc87843f7b99e4ed6d2d85e44ab298e089939750bed4471f05b', '3fb57f7f124936cca5cba47dc9488d1c3ae008bbeaecb002196f003800464fbc', 'b715741118b84840a71cd63ff4f26676e1cf6667f05947ccc86037ad00a75207'),
	(47, 'FUNCTION', 'partnerships_with_a_partner', 'a2342db22e4c82dbb16064df2dff05bd383f5502aef06a579c35befcf898d12f', '02d5bf340c0c7a2967fc06f0d628f7f93ae1eec74540e707ecdbd2b96ea9be2c', 'e697e208850a65a6a9bf23f54fc7e844b9329e0aea165e74ba184bca192c6810'),
	(48, 'FUNCTION', 'partnerships_places_left', '40792e859a96f255b1e4964fa39568b7bb4dcfef9c3f5ad7fe2b4ccc3adede77', '187dd31141a585d8e6f704b1bd7471da234412a3a1c9cc561b6d539a9b1e6761', '98e6b172db8e8c8f3e639801129d63ad2b2709b015381d9ef3faa78f7a39b9c5'),
	(49, 'FUNCTION', 'partnerships_own', '78c5262e5321c5fa4d6f76a110b67827f2d69f2a5caea914e19fd2b480fa2476', 'a0089a51095e7eaa464de8e62e02277f4db18cf84dfbeec737b0634b37ad6510', 'fdcecf7a04cdaca2d984dc0c2e870bf08042da0abeee94d3d59314c6e359f1c3'),
	(50, 'FUNCTION', 'partnerships_keeps_for', '161e1502be54727ab87bfcd485e79087ea87aaacb0103ac994bb7ff7f5ef4bd8', 'b135342d24dfb4d3ea5bafc0d081f050a2e18479cc2ed59f842681f95593a610', '927d697e28ca5a2522e12f7ddfe14c902a1d35521d96057727095db9e3bca87d'),
	(51, 'FUNCTION', 'partnerships_keeps', 'aa5963fc98b91e6c07add179a523de80c7ebd6aaa71e061f636c77131461bb6c', '002d4c590510e9a398a96329db8f51c98d1e9820e9e1068db9fd54bafb15add5', 'ea080d830fc48d89bec3bdf844daf05f5d567dcff5b3630db5c7ebb71ed0f516'),
	(52, 'FUNCTION', 'assistance_here_or_elsewhere', '15a775a241fab9a669ea1352e2a037dee078c6ab8c33dc11f4037945e172c802', '1873ff0d0ed42194a61405f3f98a4881051feade9c049cd761edf9adc53fc816', 'ab0c61b7cc818945239dcc6c8a4b65dd0e97b113e2fc5f1b416cfbc40c223f34'),
	(53, 'FUNCTION', 'cases_applications_waiting', 'c7186f998282c6ff0191e06c60b1249225bd41c3165d8d2294de8db90040b34e', '991b5c4be39ba6b5bd22f3e5e78f36271c42cd2948db2eccf775f162462c4564', 'aa6b0ec89003a1293bbd17c04848269dd301537cc278889e9b53d6201e6eceab'),
	(54, 'FUNCTION', 'cases_application_comes_in', 'c1457d4dabc7e79547fee0fd7abe95d29b24fdf128873a0f191134682b540177', '16add332ed501add59148127def943f46645ed9b2fc29e848d7a45d6ab4d7d1a', '130310fe395bf802ba76b939f80601314a15af0b577fd868df9cc59b9b65c6cd'),
	(55, 'FUNCTION', 'cases_next_case_number', 'aa7149e8d03a4c012e74eb5cf8ddd78c526a9ae447391f8e1b2ec2fa88b7827a', '1ec9c580d59d8401fbb64bfd43ece67d21604fef58bf110c706aec5a729106e3', '027d38cf7455084799b08db941ccbd548ab89f2879718e38a7eb92c532e70378'),
	(56, 'FUNCTION', 'cases_case_numbers', 'd0d10a750f9c4ef76aeca5e36c2cda36a4529f22e017cbac56822fe1665d9032', 'f9e2c983112ab2a9e1cb6be7c8f68b303f525e477586edc3378c344afe974303', '399b7d29769e52ddea8aa8940397786fa490f3772dfe549ea90564f858ffe0a8'),
	(57, 'FUNCTION', 'cases_case_opens', '09efdcee7cce08e4fccd2892d84de24725ade00dc1337105de1cb131c71de2d6', '74b56e6352442621677ab26e4fd693fc8d558180b4c2827965cd8b5a062509dc', '7649cc13edfe9b75d1ee9b8600c63ce4efe4b103ef46d81dc1f054543a1a70bd'),
	(58, 'FUNCTION', 'cases_case_begins_empty', '1c62b5077497c76f15906a1cf54b807411e52b7a634cb8c2ad9f0899b70cbcc9', 'f3a7405dac896d5ef560a40595385f398daeb7d16cf9f309fdf47c705ec70510', 'f44cd36c176880ab6caf789c79e7ea4b65f0e0985a2c8aed4eb5a978f015a9e1'),
	(59, 'FUNCTION', 'cases_unit_cases', 'be6cd12051ea7a0f7c53afcb090d19aa9070b128c11bf48c3fbf773e624bbf05', '92d3055ff6f25f2ac8d88c52ab0b932384d0ad95612ad15198c3b36074a7f1b1', 'dccc8bde3746e9f3a8ab8b6c1881914778bcedfdab45876c3361746f74284544'),
	(60, 'FUNCTION', 'cases_seat_scopes', '9048d3e39f95975dfe28994bc3f3db02a7512716533ff9ea32dc32b568455513', 'e9cc6ead494154a505d85b70943ac7567ab76a2de8287306af36053b395d57aa', '7eaf2844dab045c0578462820302748831195b5f076fef82f3f21099fc3e655e'),
	(61, 'FUNCTION', 'cases_seat_role', '4e47af470e5e678becdb599da809038b0f0a1b3598cd01eccd3c95d3e6dd413b', 'd7cf5b0ba3fce783b05b463b20ff8b56026bea6cc5c97b6269854dab34dd100f', '271e296af0d2f10d007100c7b6015d6f9f501f579368b38a5513de2b69a27003'),
	(62, 'FUNCTION', 'cases_may_sit', 'b256ab8d29dcb0f714f817b58c5ba197161cf1b3a4b2b06b5e617ee511ffc653', '9ec71805b6321c9df3407c59d026e5bc3dfaead0a249067886eed85467285f15', '9364a1df29b62199302d9964488c574c4990f990e92e935edbd195bfe05c959b'),
	(63, 'FUNCTION', 'cases_hand_over', '5012a6e3ad413d29538f2bae9186c355be4dddf6d701bc9822c16a7c6bf0eeee', '4a449cfaf09ad8807c028a72d663f0e7c017c7f00c2ed422eda65e25ee9b1cc3', 'fb7d1ddfd8a46e2aa18a27f6bfb6909a061795606b50db6bf5e89fe5dba3ea05'),
	(64, 'FUNCTION', 'cases_closed_is_not_offered', '19f91f979ff7d247548bd005277b54d53b78ca419ec8b00aa84200368a5bd13f', '6bb8174be88a84749e47852ff034a02c403eb4d094f7a946d14cd81b64e62be3', 'e1f6cc22275eaa813103abfa048ddb56d54007235c39daea154257554f486783'),
	(65, 'FUNCTION', 'cases_unseat', '9880b50c4d624c7d3754eb441f6cd1c02924c03b48254ad4d1818bce54aeb0c0', 'ba3d351b2121a8e4c97b9da99c103ceb4e2c74ee3072fe5c9c26fdbbabca663f', '06776b1cf1fca21d45b667e1995ff8002472ec2d1bbd0242480b94fbd2a699be'),
	(66, 'FUNCTION', 'cases_answer', 'eca819dd32768e0f988d48522c5558fa3b1493de5f306a6cd5d11de6a7453905', '757ba644397cfe4eda7ef78cd8f88c69a3d41ab5566e6bb1975ba2dd5f6c13f2', '5f764853321c2f56e15887a3a856422521108c02a0a1fa9eee63b6d2cc57e5a2'),
	(67, 'FUNCTION', 'cases_note_is_now', 'e2ffb97af15d607a29b136d1dfd11616e0e5b208b75477af9f7b705bfa78d5d8', 'a0d6fc2aeb77f1cd37840b842686b74a603843a68802cbc8226549f5b1d536d7', '5e567fedac600e866cf38569ba2717a024cb6d77e905cc3ed53e3a79b0ec24e9'),
	(68, 'FUNCTION', 'cases_note_is_open', 'ec5ac6665ed7e2d7c033a564425f029e41f52fc9f11ecd9259f263fd8b458076', '0ebbc5f424c179a26aad912a268fd74e1ceba79e9ea545b306c5db01ed4073eb', 'c7c66f0f44b26e40b4e1d745006bd32a3866b591dd7f5acc35504cbe88a652af'),
	(69, 'FUNCTION', 'cases_openings', 'b4a7f88be5d766320e26d5a78bfc5c39bad2d325066c8e76b5b893683e6b9958', 'e534a527c22583fc242cca002a1a5c9daf7ce56b45b725db1ff7fffc440a7a7c', 'cf9b32a59b12258a26633d1ed2d65f54db07f5675fab8d5f5d75c4b7dbb33e6e'),
	(70, 'FUNCTION', 'cases_open_as_head', 'e76ca18058973e3760e68ab7f5458fba2b506ce7b54a9f3e3242ec755d1bc45d', '2104350346b427d5d531d6dbb3b4dbe90362f07769a8422216e6d4a7a49a24cc', '3127bac653a4c4cf5f0dbf7c02516cf17c9708479a57c865498c32d04ce33f9c'),
	(71, 'FUNCTION', 'cases_openings_asked', '5a9d90dae2d92182f2ac9a5ac2b2a2b837c9535bb3876211c1ab731c362a6761', 'a19410d1133bbb95ddc41d1e35b0cef345d6b33faa495bf3dbe57472f7e56a26', '597a8bb4297cc3035d06706bf8e73e90eda107b828988296e73bad2244378e9e'),
	(72, 'FUNCTION', 'cases_referral_ends', 'fd19a829258d8596fb9d0bcf93d45238445a5733d2d470957ca7ecae1d698aa1', '82de4c81c30267f4059dd7b462ba49c2a631af2d31282827b5dee060e926415e', '7a029d763676f72728c23f8b62a0e01d090dc2c96ada25deb6ae3254873f56a9'),
	(73, 'FUNCTION', 'cases_given_out', '4efcd55f794b99defed6887fab493312698340d1075faaf9028f659d5780295f', '1c1e8612bb63a2f524cc72dcd4fc9320587fe016244b921d8fc2cefbbbd354b7', '1fdc50c672e5fbfc3516a0489e18434ace351350730c07d55328ed1191d18119'),
	(74, 'FUNCTION', 'cases_seat', '553f1ad0efd2fa6171474759961bcd400efa32b96b0a1ea18e7b37a0f05dc691', '5d263183028f60503f28697ed85447bf7a12ddd7bce43cb6250930a96789d5e5', '62d6a4d88e54fd89303512af8338a66caf3c2c1bd66609ad121f0ff592ed62b9'),
	(75, 'FUNCTION', 'cases_reassign', 'e6f58cf9f63c4c80c0aafb3a4e5432f43b270bc93b2d93253100b9d06581ae72', '6ccc4fb217bf62097054b8301ec4fd115bc4748a6a6883c4fbd8287f67a64866', '8df43df67bad4eb0863d6f5c0afba1ca040bbbd5a8f522cb9e529095804529b6'),
	(76, 'FUNCTION', 'cases_assign', 'e54f93ce56aa4c76aa0ceea911998a25aa7749c3a49334d2e27aa43e445bb6d1', 'e06541b380c5193c6e90cf3c9393ed2e0226e3bf35d03342d5e0058568da6218', 'aca2344793e61106dbb1782aa284adb69c4435f904fdab72dc5b8fd33583e641'),
	(77, 'FUNCTION', 'cases_take_over', '03b19c70ef400f92b3cb79bb81a1ae1fc495229f004705e6f922216a8dc95fa6', 'f512de2b74d36c827c9cc14a48439da699878d4dbda6a37e4866a8a42740e942', '1db46d0b306f7c74326955b49fd9e862f4cfb489930d8861c5781b5dc04ee762'),
	(78, 'FUNCTION', 'plans_goal_stands_by_plan', 'ff2a6b84a77eac104395a6d901c715c9268e4a5b6faab1b09af137d2133bb0f4', '08dfa0e29f7a739078144a0b68a4667735f7fc0600e697109d465c0e850d2fa3', 'bc65a132a4ea4b1d63b11125d8fc139e3e99cbfcb9d4848c5f1059faf7039595'),
	(79, 'FUNCTION', 'plans_site_goal', 'e179edda7518170e53611b226cbeb5bc8e026ab08e3df6f09148d2c9bafe9a17', '674dc190589233e6aa37365ff67f25823d7fdc7da45ad0dadd84a14ef259f660', '39af6f15bb53ac9cc4bac4d7372d6479319b590123370680137bac053c1038c9'),
	(80, 'FUNCTION', 'plans_map_step', 'f05b3074574673c661666d1b686dfd8daead01488a7b4e5d135fb2ad46da8986', '287c193a35fd621269548a412f2e31495a1ade7662d74531d41c1640e9cc3966', 'a0a6b988b81c935b0cf7a6a554b3f25cc82f9476ea9a4e00a8e2504a681840aa'),
	(81, 'FUNCTION', 'plans_own_words_stay', '11dbab9e3922c66398d7bc3e71518ff0d18c69e026bbcc4437650a03bfe32536', '32e51e5c0101abd1e14f78d35f809a6152a2abd1491ac48091e3f9df3568b275', '9a7504576f0f1ceb6aefd5d0adf13aa4048d15e43ecff8e1130ee50ba56d9e74'),
	(82, 'FUNCTION', 'plans_observed_now', 'bcf5fbe10a9a8f457e406eadb22820937550d1458dbd43f63a10ed53bd5bc6b6', '77f101a4f41821ca649a23861b5d2b60135620af116a178f6d4d9f802ffd83c1', 'bfa6bd5ab5a8fce2551930a518fe92d2bf23f917df1ce6d78e38678e24714246'),
	(83, 'FUNCTION', 'plans_plan_rests_on_mapping', 'adca54a5b8bf8d0be6cc80a65eb8f9cd15cbf96d58157f48f62498aad6531316', 'd5503215470f4258d013b1ab24d98cd74c7dce2ad3dd5adba280bf5f7f081a37', '9b1164d74fcdf301722b5870d0bf8841ec80681e5ed1fd0a1e2ced1ebafa7a94'),
	(84, 'FUNCTION', 'plans_decided_after_consultation', '8c46a852c6c757feda5a345840c2395d229a65ad201f6856b29f0ef473db2a45', 'f39da0de93d03f300a1b32ba8c8863fb74a35f0e57e8fbd7698eaabc78ec77ed', '5f9c42fcb0fca8ee4afdafa859675ac6095d9242805cf59619bf8a827dc51b0c'),
	(85, 'FUNCTION', 'plans_plan_is_open', '4a9994d36f75c652285c690a9922691dcea1edfdfda1c1a700d6fc5fa8509b80', 'cef3ee254018c695e7af39e11108b4774ab2c779b0b6d41a22a73cddb2a39e87', '19b7e91f4aab01815d8fa3b4565002c159cdf00dbd95bcfcf0e097133e21e4ec'),
	(86, 'FUNCTION', 'plans_decided_by_whoever_acts', '076dcc7f946d22686060678b4c9b81f7da60606124e4d6cf571331722c1bd04b', '6b358a60dfacb0efb788cde626c1eb0960952e8a90641cc50c21dff65913e704', 'd15c47fb9fbad2973e4eaa50d4d3d5da0c3cc69598d9ce5b2c5a040e0e69a0f7'),
	(87, 'FUNCTION', 'plans_decider_stays', 'd11838895f5c57f2ae0459b816648b29569fb7c97659d24b205300e12faadb6c', '67f427211a740881b18bbe73a5078b22069fee5dd6feb19e18627ae8b0034345', '5aa812a81a379e4907995d3f1753d9fc175681ef23768a5200747d21dd93b739'),
	(88, 'FUNCTION', 'plans_plan_is_draft', '922dfdc25d6fa017d5a1b280f8f93ad887e57a626f3602a54f6a70f090bef216', 'df859e93ebb116067235476cb65e8d90c19b5b5d1f5fa2750ad962347fde8f1c', 'cea82c43c08bd98e598acdac9bd7d9592ad1275a708088332959e5dd2c19f001'),
	(89, 'FUNCTION', 'plans_step_waits', 'a2638afdaaaa740f80ac821ab54f98c28e1d66359cc926031bbe928d683560ef', 'd279edaf2f9387ceffc12481ab00b304982b725982ffb0ac5f1ddbb537db7453', '94b826ecf405b3a2981765b3c5f69279fca03fab3fa772ddad1c2b7099701535'),
	(90, 'FUNCTION', 'plans_rated_now', '52a6ee73937c0bdc767c0f4d843cbde248924d97f886a9a606ee5d8149460cc6', '0141b59b1ba27766d41922a653aaf66a1ac9c02378b7a8f8670391b7b06fe10f', 'dfdbfd31538826cc0e73390e0485d24aa239018adefcc9475ad6334647ccb9b8'),
	(91, 'FUNCTION', 'plans_rated_in_an_open_case', 'b792885e824e002b5ddca7d019e538987e58a8c62b85f80179f2d7f3433956db', '29f23fe54819881844e71d1e901399feb244f1ed47a8aea96ddb14e0dcc41a3a', '8cdfe4715828bbb26a66584cf6a2af374cdabd2ebc118fd829e8bfff72cfb71b'),
	(92, 'FUNCTION', 'activities_places_at', '1b5efa8227a65962b76eb99844295f9764f6abde9e56e95e92fad4086f971573', '05c85af9ae7f236c21505573e9a26d98156629f00248e724a21773e3b44df6fd', 'f1313d37187790c2455943fb0c26a0bcb13ef4a5712d4a9dac9549d1e8650028'),
	(93, 'FUNCTION', 'activities_too_many', '390efc83ccf732bbf2e602bcebdaeac3b77faab5f2ccd61ea368889dff84a537', 'e69bbf1ce840d0887d086688352ac71ae663bd26fe64b1252faf8764889f625e', 'dd8fd5223b40e358558bf99436ab8f6cbb1f0a2f8fb39287cbd70ea71f863631'),
	(94, 'FUNCTION', 'activities_check_capacity', '0420d277f2ce7d2de6936847493b0258b49110929bd42ea71df6685484898a48', 'c637baa42141156d09a4efdac5cbaddb1ceda282fda2e11f7b9827ab25fd130b', '7de5cd33d3a279c4ec6d869c4cde9803af797d6677eeb7692e7927376c9ba08b'),
	(95, 'FUNCTION', 'activities_load', '353d7397b5d89ce4b83f1d7b8b393d91843b15d5955d0e050ae4e026721528d4', 'd5f71bf6f00f7642e8a60c99a7e6c9b52bd41ba8f49add5a2e052c49597a23ea', '99e40a42e6dcf0bda20864e885ea09734fbb2f32b100eaa6eeef284e1816b085'),
	(96, 'FUNCTION', 'activities_number_capacity', '18b597c3d0684118937d618dea80a84299204e96d560603c2944391eb90c5815', '3e5b680370755e18d9465fbb9cd187e49f0a5d1d255c18877cef61f25df15246', 'b705bb0da571cd9e9e91a861a2ea8c3cb2974002a81171ace1d4c8638b8e62db'),
	(97, 'FUNCTION', 'activities_place_is_free', 'bd3f141adea3632de2ba40a7072d3efe4e05043c288f535ac712e9b9010390c5', 'd667a95004730256a549f3f5bce514422b5c0f4f2797d78f27676d5000b60819', '9b83077061764d98707c15c17eb78176a85458ff61676740163b996c9775b5e7'),
	(98, 'FUNCTION', 'placements_keep_access', 'd8ea730f762762657b2900ee6d9feb6a0fa16c95952e7d063d84e494c9b0162d', 'c1088869ced778a859d4507c52286e5b9dc70280e377e434f36ca55ff216f2f0', '6931c914e1fb982acd9505650779d35d9c756a585fc51f6aefe772debd4efa62');
INSERT INTO public.database_appliedrule VALUES
	(99, 'FUNCTION', 'placements_access_follows', '30b458ee238a18c36944698bf176c1f95c17a41af45ee15257e4573f344883c7', '38fd23ca147ba32fc9fd527126f0f4fcab9f9150f78043d0f8d19e9da2064dd9', '716af015c93911496b3ee68e8102a2ae65c29275e4375e53f6745c0013604f0b'),
	(100, 'FUNCTION', 'placements_access_of_consent', '2b073a107d1893f9bfdbdda1cc8482aeb4e071481f844ca054cb402f14645e68', 'eeec8533e78a710a1c7d4359f810bbbc117406bf07bb5e26f32365cf0a0fa2fc', '36785dcf130f6946e5309ed9c38f7d2651a835b6f2ee06d68c710680667b5162'),
	(101, 'FUNCTION', 'placements_access_of_protection', '91a547bad49d47c5901306a057a62ea6edb5838345af4568cfcd3f8a633beeea', 'a5b2f8dd5cee1650b338edb626d97e6e7544acdfafc526b120cab74b70060dc1', '0d190237978def8476cdcd782b510eeb3a2af13f6aee53a8d40658e32cdcbd2d'),
	(102, 'FUNCTION', 'placements_cut', '4ee77965dfb2e6315d0d5d4a7a1384c853696c9d5cd058505888a359b7c37239', '090bcf0e836678bc7c99e7655f80764c05fd10ca12776f849f210bb87035b8db', '3e79d23dfb2b968f858abb76bd65355eb4e07bebab07a9a33851f02815a75f01'),
	(103, 'FUNCTION', 'placements_close', '0e23eb6835aa9919a2ca72f09d8e50fcaa15c13561920b49af7daf2253037a21', '832559a6fa0c94edc226c63eddb0fd9f50afb0b786600ea6e839dc1c29c6d073', 'e21a1fc5a9c31bc2feb2c293ee597c59154ea2bac630c282590b98e84fef98d9'),
	(104, 'FUNCTION', 'placements_check_crew', 'f75b22a3020abaed1d3ef36456e535321c35854023fe8ee00c23d1ac3905a4cf', 'c53b6aa571f4b5b5d04cacebc310effb0bee730a0b0f4011aa71b45a5db9ab31', 'e829c2d389804dfa52bd663968da766eeccb633e3552c7053f30798494f0d92a'),
	(105, 'FUNCTION', 'placements_day_has_a_place', 'ea9811b14dc43afc8e9a3e486fc40042fda9d81864c4fa1ac81d6d800a61b065', '6803ab2bca439f78bd51dcd79a11953e11ad9081fb1fc32cc6dbf01a3007859f', '115af2aaafd5c12237ff9edd85096a71446f1cc19d62b3adbb543ba7b2dc3d33'),
	(106, 'FUNCTION', 'placements_take_back_day', '666816d27bb00e0e65619f181a85861b6e9bcd91445b77d7b4847de9a88be3e1', '6df80e770b26027f51a2f16a1b994f4ed6873d0c328150924c76184a4f161a2e', '9ff9cc6f4007860244516c2ce1db92d781c9904f50c0c226aef0168b0e8db0d3'),
	(107, 'FUNCTION', 'placements_check_introduction', '4338bd5d4b0bb5a232f0162476a3741e96230b44bdd217ee22969464a06c8c86', '28a1dddcb47b2b033be535411403a2abb9be03ce45a384e94a0238cd27582ea2', '4b6d61607b01aa62f060a5ce3cfaa1b055b6d589d64f123fc6936fd07325ece1'),
	(108, 'FUNCTION', 'placements_may_be_named', 'c5bc87b9aff0dff54eb944d7cbc465b7de71d23f3365bb6d2809a97cbfe95e16', '271d076d6dfa12ed14c56bdd9bde9a204ec701190d7dc89e92ba10a97d0b3484', '0ea7f640c5234a13a419dceba1e4c11db8637b46ad458410a4348d461d5d3d01'),
	(109, 'FUNCTION', 'placements_consented', '657197f9f4089ad1b13795aae3f10f55f9c57eacb6912ea457dbec6ace482c00', '34ede9daaa084b4435f5bf7266065d065df6d1f88954778efdb0cc662a5d21e9', '5936a3bada06e6b0cb012b391c4aea226bdaee95959b72f659e0a4ec1d8379ae'),
	(110, 'FUNCTION', 'placements_check_terms', 'd4d369bc2f032ea8104a9a6faa021141700ff0f8a0a0800195f7ab48260f7215', 'a9a153e4f1041f821e986f88fda479c0d5d433ceda89efe981fd03a935f7a923', '73a8e9cc2d471f942b2d3ec97ae7a596e6c3e78f9f146a1f56cd54c6cb1dff80'),
	(111, 'FUNCTION', 'placements_proposed_now', '1919bd09d48b89a9f21e7eaeb9f686bbe7277f345955128676da55b24ceaeec0', '697c43f56609f0fb7df7fb423bdfb9d931725b71a97b9cdd47c6c02bfca96aee', '25ea4e37eeae93d3bf3811397a993b4348031e75c6e31ed7f62ff61dafe1e33e'),
	(112, 'FUNCTION', 'placements_withdrawn_once', '73a1a1afdd05a262bb2482e45827d765e167aba057e907a6ab2f2eecd0e6a32c', 'fa2f4e3e346f4cceb06007c34a5a1cc81cd0634965fe54405e5bfc090c649da7', '1f9bf48f238d3a23a87b774e25083c5bfad464064c8108495be1976cb3779e13'),
	(113, 'FUNCTION', 'placements_refuse_beyond_activity', '41c9845444f5a96f1d4b172ebcf6e7fa3c6bd070560a4a1c1cc459b958cd794e', '73bcc90042a6250bcc95936ae3a8800b1acab769efcb16e03d0f8f8f513ea435', '1fb300f09d90204162c6af4aa86ad0375d552455c1a8341adeacf53c8803c58b'),
	(114, 'FUNCTION', 'placements_name_supervisor', '1a878c27254c3989b3769b8531407c3001bb5c9adb7b25a37c669d3bd7c29fa7', 'f1c286cc2259c23b7b10975c87d788979de30ce3c62c41e6dcb35e2db9429a38', 'b98b7c1efdcc8434dca3a8cd1082b26990a5801108a46035be9806a1346d7458'),
	(115, 'FUNCTION', 'placements_may_know', 'db02fd0384da54626aec950a435565bb1adb879589e0d58f7c838b9772dc5c5f', '1701bdebbf4ab0f97eab5c23e8228076f9cc2a6216629aa0d51cb48d15894ae6', '78712d5fd876e13bf230c4309be93b57691750a1b1318c48884d51b1ebd3ca16'),
	(116, 'FUNCTION', 'placements_proposals', 'd1e409b9f8326325b9ac173e836f0549c4bde84a80d08565ed9d1f9a735f05d6', 'cd2029ff6d7a8b9fbb65ebe74fd98f1358c88cbfbfe2a6c941dc4a99a47b9e59', 'c7720946e57e12a3b10543650ab0ea5c82d4fca223179500ecab5eed4329a086'),
	(117, 'FUNCTION', 'placements_answer', '0685dbc3ccc2fcbdcc0fbaef6e30cdb8add0c399a8ff747a70eb4bbf221ab465', 'efd64d9afa7f1e57f1c74c948a78cd092a932086d9bf595319f80bc6224359bb', '350768cf5c734fc6db2a7b590a6efc1a10404dd1ce981b1c76a4d4f81698e68d'),
	(118, 'FUNCTION', 'placements_change_waits', '9d43496c2253aed5a283e3b590bc8fd1120a1da1a2c901fdb940bff970f45492', '4415db3311c91c500c7117c02b9906e5b5d7d00dea588036d962b41d7e5ee28b', 'c74fb8fb6efbe7e7f9cbea0300c372100491476802060f0b0903c325f4e1436e'),
	(119, 'FUNCTION', 'placements_queue', 'e450c3176db7519005e73a5275612fa22abbfee3353bf727c8558798a5f7d539', 'c50a8de41d4d36a0b67f4f70cf36bc5766ca50a5508828b6127493189f1e819b', '4a48847ab98df165d3818679462a3f637cf9133571c960b3e071876b3de61c1c'),
	(120, 'FUNCTION', 'placements_resume', '25d6603e31ed3241cac106f54c82a05f1e1100450807d60b1211e1d04183e120', '767bd33730c5e0789aa6fb2083048cd87a221100b7da0b148975c0ddf5740c8c', '772bdfc14f9cef4f41045e898424176bb948491d4d5aaa5a02fe8b2e7684af9e'),
	(121, 'FUNCTION', 'placements_way', 'a5869dd8719e7256c26e9de010ade2a1721e686343704bd5b80c0f1700b0faba', '01fa87ba852cca28451c86bd7c228e8622a901d204ebd6e0b5dc35da7e5d3b4a', 'da5c1bae65a0028985d0f5221ce81a9d8bfa9aa52fe4ef0cf0f89dd6ba10208b'),
	(122, 'FUNCTION', 'attendance_nobody_is_marked', 'ca487250d842f55bbca0d1442a4ca8a851b5c348c1a5ea3cd7f77bff7c3b15ad', '5f3ca5cdf26236a25258703b00c71717e827d57359091d656de088ca40cd2eaa', '121cf31d533f5fa3e8edcd6548d396e199fecc8a468a3482c3c455bb8a8720cf'),
	(123, 'FUNCTION', 'attendance_seat_was_used', '68f7b11f7c2620e49fdb3bba25f1073aa829d01699528e9162a304d1485664da', 'dcc09aebfd3a9fb2ea7614589dea043d341d45b75f48d5561689a7a606d446e8', '67a3e4a794b310b2d50f777d56aac861db7f6b9c2709a25e3d725efea6a0e8ad'),
	(124, 'FUNCTION', 'attendance_introduced_first', '41924ef09307f80f012346618685ae4137004a3d5ec74c1aa62d3d6c3a868179', 'd869f80d2a10f7f2c0bcf3aa4b1bdf0bff96402e09f7315bfbb45d53e49ba599', '77a9d896f94085c0e5c8252ca7e185355c2a29b5e69f97cfe2a7de0f97ff8a1b'),
	(125, 'FUNCTION', 'attendance_away_much', '8d9b35f6b2d59a997ba20123ad5429506b590750f57972c7da8ea48f1834061c', 'a3b9ebaaf5a45bc8bd5cae4513c5bb001b03b662ef937abb534969223bc574b9', '18e7b308caf22c3d53b1eb4a197bd9bcdfedffc8e8721fbe3275091e7aa12c26'),
	(126, 'FUNCTION', 'attendance_finding_after_conversation', '4291cf5734d15ba1ae94727b67d903a4e39eb66da7f3430fb78b5be1a45153e3', '3add369344926844a72c157ff6c77a31896154cca65795b3e504d5e48ab72403', 'b2ec038c54bf401b8047ac652ec6a37dbbcd050310d708c79958d906fa46ad8e'),
	(127, 'FUNCTION', 'attendance_incidents', '135f22645c16ce1d860d4ac93c9012c68e6eb16e919df9879b68bb62e3809a2b', '2fe28305c0a32c7c9152f7b288e194a719f1e8ce30c58dc0a3f8a5a21052fc4e', '7d794d3d4387b472aa525c621b36dd8b48d5b98e28f87052aa34ffebd22d5243'),
	(128, 'FUNCTION', 'attendance_read_now', 'b28bb25f221ba7ad4b764206b2f10b24106ef96d32964eb063a7dbb7e52dee1b', '27ff6703229549ea642688563fb6b6fc355523a533bc853b7881124716dcfdc3', '2fbc65bd1729e1e541dc55040b54559231465d051ee1be1a7f33210c206c08ea'),
	(129, 'FUNCTION', 'attendance_results', '9515c0541948eb8e6f1d903bfdb11628d6428d6c1e08c7a612efab169edea5d0', 'e5b21744d81f58d6a0a4b73de6000155819137eb69bf0670bbc0ece5a8e9ac7b', 'efe2212e258584dad4924daaf92f5f378a9cbbaf6da41e11737d4794bae6bbea'),
	(130, 'FUNCTION', 'attendance_support_asked', 'c6250725c79766d63ad7bd432dbc580bb71d8a9904ddde0a4b3e5e27ba447e35', 'c0c48ef6910cae037aac660d94414e70d8dd36a74bdcab70b256dde48bc2e5fe', 'e3b1d447ff5b594bbb2b0fe54901008b59e4049e05ac89cdcb0a20a43d8b5b6a'),
	(131, 'FUNCTION', 'requirement_in_month', '69bb3f96b419e1f3148c28b0ee7f29f361974448d628524fcb81b3907226c838', 'd133909e8a007f2d2a9bb905986216940713f77a50674a9d02e9d5d874ceb5d8', '420f1cd97c1abe295841a542b8753fe287ddf97f2207f18d98640780967e5c86'),
	(132, 'FUNCTION', 'requirement_controls', '35384f61b4cefc43fab2a0f4d967507aca37d80f8d065b8d6723d5e245167cba', '56e72f768e07e5cd4a1f113234ca9c037537ddf0c58589dd38e1d9257a0b3076', '76a48efaebf5f88bac6bd717a97d23e2cabf078ab2edd0805e7f1470b9072720'),
	(133, 'FUNCTION', 'requirement_check_decision', '67efa8dbd8e3c779902173cd5e2333ee7097cd77e534e5c9c979b2243787e046', '208f2417582f95d4c6a0c6f96bd6bb88831b6dce735c0f13d3035849bd533c6a', 'a4dca3e91b509321f7b8fc93fb8ea63cdb129af3a95b1ba23c377952cd8f3fed'),
	(134, 'FUNCTION', 'requirement_appealed_once', '2cf39fbdb7251058d6e2e96c9a99b1f78082ad54afa9c2982d4058f71c90b393', 'f7a138c31f54fe9f227280d6471f26bdf41e0415533cc597ed1096668aff00e5', 'aaa3d0da848a01c39916809b4516c1a92a58693b0b6679d1fa7afeaf436fce37'),
	(135, 'FUNCTION', 'requirement_exemption_only_shorter', 'e9125325054fa249cff302d771020eba3f7d347e13a1f25bc91f1a66ad66ed6e', '6bb11f08123761aeddb85e482d17ffce453b65750611056d2b80684a510728ba', '1fe6392c89c7b2a51d6831ca6c95ccfe77517410547d63d74d2128b561c5f4c9'),
	(136, 'FUNCTION', 'requirement_check_grounds', '4fcfa87e8d44a1df22fbdebc18400b51dababd1009442563997c80002f890f60', '30c6914a3b98aea9b47385da34216cc02c6883a016fa58fee9868fee93c68172', 'bb5e677a2026ca023cdf3b32b5a6df8b3c5adb2ff5db28575d39ead80c7bc72b'),
	(137, 'FUNCTION', 'requirement_check_grounds_step', 'ab3eb624f6225d41a495dbd14f13d4516fdbf78a3d798f100d6fe90066c4d27f', '7ddaa198f6cb2cc1497f1dff41258a5519b190503d8565f0950345d8d3352344', 'c1fb9f8ea5e1a56a01e6d75b2bf7fe993e3db06399087536b9f650ecf661ac1d'),
	(138, 'FUNCTION', 'requirement_quarter', 'c0aa38f0ba4dfbc5fc74ba1c99f34b28f2f99160c88c4ba2f8d3ffaa958648cc', '69775173762ae0af13d3c92c5e248e0d30229609225740a45b6703ecdc7f7912', '8cde843ad99d2edb37255f9bccb6f8b1e44aa1cbc9969ce5b5553c148d112c56'),
	(139, 'FUNCTION', 'requirement_rests_on_consultation', '91789764deb3e2edf91b271fc023fe57bcaa4063cac233673bdcaa5e474545ec', 'bf59de9cc47572690de6e96a40bc3ba3af665ee827adc025ea246017a3f74d40', '691a1ac8d605f313e7f6c4c1190223a83982bbe57d995693a2aba77a4b04b59d'),
	(140, 'FUNCTION', 'requirement_standings', '721184815c622717d0ebfe619e5e26587296e96e40a9e822a95311cec69aa44b', 'a9e17b2692eb29210ffb1d6fe5638d4733ffb0697f67afc1fccf04c104d90ded', '004cf0bc32ffef2fc456efce0f84b9f572da88e8c4cbf06bfde8442e164e6252'),
	(141, 'FUNCTION', 'desk_unit_ageing', '95722ce69dfa271b3a64efd248348474c80001c57f5fe61849e5ba7bf5c93a3d', 'a0e22f896b9893953bbcbbeb5d115dc66ffd9caad10cee524844586e43dea93d', 'a99a986e29c6c49708ebaa65d2aa296dc292c6dfc6c5986465b4e7566ceb9096'),
	(142, 'FUNCTION', 'desk_unit_longest', '483bb02f956f889d8f86a7fa8c4b0ec0c8657a28d992b10c234ad58841c506b1', '8942750de4ed966ed26cfe6babbc3252f479075519eacaede30412b007c1f462', 'c72a95b1900bb554e3add4aec16fbb291c5c09326454b88e1e307691daa5ffb2'),
	(143, 'FUNCTION', 'demo_town', '42c70edfbdc96f8fd00b42cd66d92bc00da7b866c60f41afb95706df43eb1168', '29e50c3183f0e88056dfba91489ab3cd2dca26f737b3effcf1b500481e90af02', '987d37a24dd0d1c05c5445ee417338a067e815c6febe2563ccc0993e72c45e47'),
	(144, 'FUNCTION', 'demo_card', '0051370545f9c11003150258edc51c2e6d505049a066b06bcdc8feae31503766', '30e2ea041e95a1e4d0c675304747c9b93e3fc0038cdef11ded61c4b46e3ed890', '9fbf8b33e65c0031bbea145f16f6dd76d6f3e454b404c87df10f47546ee5e94d'),
	(145, 'VIEW', 'placements_session', '16533ab701619578922e55b0413078b1b83a6654ebf0860c091851b424571a24', '', '169383bd419eda6614992084c076077292e6fabcd3dc8125a9bee38bec9bd496'),
	(146, 'VIEW', 'attended_time', 'b9788f02dca23b2276b57033eae7fea2af2d19a34477647f2332430e516d4a59', '', 'fcd45f29a796fcd2b7e8954fd3d3cfb18502197da712ecea6420c482bbcab0fb'),
	(147, 'VIEW', 'desk_casestate', 'dfe55ecffb7b166b9d7d6d6565ed3ef9617cd422574cb4d753c5827b0aabd354', '', 'be2c45f87b1b9eb2c0cf223b7994f18cb091ff22c4f7e1d440ea63d098624a25'),
	(148, 'CONSTRAINT', 'people_person.shield_of_person', '0987c0615bb76f5a273136f6fe60ad758b741e73ba3f877311230e28a74e4e3f', '', 'cf136e4611372d1f1a92b6a401f2772a18dd1f45ecfbc65d0afe6073a826b74a'),
	(149, 'CONSTRAINT', 'cases_case.case_of_person', '9a5c65acf209761329f05368a11b6e87333622d18cdea6517ed3e3c547f15715', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(151, 'CONSTRAINT', 'cases_note.note_of_person', '7b0521daa118058ffe1404f63f67f19bcf9f59e76307bbbd3c234a6de473374e', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(152, 'CONSTRAINT', 'plans_goal.goal_of_person', 'aeeb20801acf66bc20a6306c46c87ebd2c7181e4cae39eb1505dc3ed3b7e7b25', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(153, 'CONSTRAINT', 'plans_plan.plan_of_person', '46e726aa1944e9674e1699584b440fab539bbe4ce4eb9fbfddd0a37bba8a0286', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(154, 'CONSTRAINT', 'plans_stepevidence.evidence_of_person', '5ce53e3419a8139c9698cbaa2118d298a5d51e04fc2d666267cab7814eadaca6', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(155, 'CONSTRAINT', 'plans_stepmove.move_of_person', 'dac9efce99791e52efec4ec85b4a1b9690824c9ae96fa99a3e4b92d91470d442', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(156, 'CONSTRAINT', 'activities_activity.activity_of_unit', '7e4bfcc08942535e495fcae7c94dbe6525a701d6f09cfd4a50a792198516549d', '', '72739bf73a187947b12031bf7e80994d2d57e3390479aad440e52f9caf6d293f'),
	(157, 'CONSTRAINT', 'activities_seatuse.seat_within_a_day', 'b223630b39925babe7895efa861789edf5ec8e9e203d41c715376e7c6a7bcd9e', '', 'c679fdce518d53f943e4fbfc3e7d44bdbad51e03e425649316d57b6406ba9fbf'),
	(158, 'CONSTRAINT', 'placements_placement.placement_of_person_and_unit', '26fc436e47e3f365e8b6f274d56993bfbba61e9ee74461cf444a65ddf020c49f', '', '409de3cac1364d5698169a96edc0158efeeba20959e1e8ef319cc4ac8ac8425d'),
	(159, 'CONSTRAINT', 'placements_placement.placement_is_of_person', 'd9638f99740e217b6e6e56e9990b935365783753cb0702a07a9ebbf7f601ce1d', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(160, 'CONSTRAINT', 'placements_placement.one_activity_a_seat', 'faac83f455604a7850de85e6d1f82d5cf517cd9c44537ce7604d895b1623ab2a', '', '12e45c13d7d9820b38989a3b58e05f8fa64c62cb82a09fdad5fc4c525b97489b'),
	(161, 'CONSTRAINT', 'requirement_grounds.grounds_of_person', 'bafe9ca8c13848ac928d2a5b53c19b4acc86400727e2e8318348bc2e3df97e1b', '', 'e37af8d14351b51352ce332203fb69a67b9b4751045f7478de6d2758820b31b1'),
	(162, 'CONSTRAINT', 'outcomes_exit.checked_after_a_month', '7c5f45b3030325d0246360be25613de7a626545930133a051f9fc6abc0a88bb7', '', 'd6868bf8ce612bab7db2ea5aaa05a6f56fe5d1c0c0d23033dd2e85a6ef6fe511'),
	(163, 'REFERENCE', 'people_grant.grant_is_shielded_as_its_person', '0e3c84b2cf93e59f4ccf6b4f499d156faab2e91b6510e7ff089b066b417473be', '', '1ac0a1323b5fb0babebd5a4c4ef834b483ef953ef8e1cb96584497de75a04d5e'),
	(164, 'REFERENCE', 'cases_handover.cases_handover_case_id_person_id_fkey', '4670725c7d14cbd077f8a61e4907bb25e4100526a3e6de0e10b27844727ea4fc', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(165, 'REFERENCE', 'cases_meeting.cases_meeting_case_id_person_id_fkey', 'bca09158476014c31b285315221285a18a9063b31ef53664af41907438f06328', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(166, 'REFERENCE', 'cases_meeting.cases_meeting_moved_from_id_person_id_fkey', 'fbe358ef00638eb1b94f02ad765463689c02ce46d5dc4496bf6a610332b9f780', '', '1b896308cd05abf03b4c16978f2c39a029cfb97021fe7f1982fbefee62dfdd64'),
	(167, 'REFERENCE', 'cases_note.cases_note_case_id_person_id_fkey', '60b87f43d2e2daf436fa955a4df1cfa9ef5090a672c23d989d383bf4c40b9586', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(168, 'REFERENCE', 'cases_note.cases_note_corrects_id_person_id_fkey', '3f48aae853940e3fce93ed7bf90d8bab592c47f468d28965234e8240d889138f', '', '170ef66014ebb61a50e040292f32cf5ca49d7fb377b4aba29a4ccb32f87da0dd'),
	(169, 'REFERENCE', 'cases_objection.cases_objection_note_id_person_id_fkey', '26abb71319fcca47a938c8d147ef3e04de4f5c701e3fb5701a302b3498dfc888', '', 'e35cc048d4426e1b4f89b368df1d9bd74d0b65e5e7fe1c97d91cf8903c9824dd'),
	(170, 'REFERENCE', 'cases_referral.cases_referral_case_id_person_id_fkey', '2c5061588df6d2e6aa553bf956735062d6ce0d5fa263f428d31710ab0fc6b3aa', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(171, 'REFERENCE', 'cases_stall.cases_stall_case_id_person_id_fkey', 'c8f0d8ed731cfce01c0e2a246a13bb154be9cdb4aea6f4cc7abf6eb13c23b735', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(172, 'REFERENCE', 'plans_consultation.plans_consultation_case_id_person_id_fkey', '29c3a985cbbff0474d45341ca9e8c6a3a3b47c9ddfc78553feebbfcb8695e682', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(173, 'REFERENCE', 'plans_goal.plans_goal_plan_id_person_id_fkey', 'd2179899d37c9f343a1c5bb1b5c0e6695c025290c9743eed822d45f70b1ba2c5', '', '75c224c51f0f4eda73472798e3f9503fdc7d07dc856b6d09f461fe8f10bd03d6'),
	(174, 'REFERENCE', 'plans_goal.plans_goal_under_id_person_id_fkey', '73bc3d3bc460510e5e13d70bdbc0e66b4fc639d46dd33bdcaf9d4e70b81629ca', '', '7a13d5da3fb0586125d1c2453c0416682fe54952c336cc39f99db36c5d4806d7'),
	(175, 'REFERENCE', 'plans_mapping.plans_mapping_case_id_person_id_fkey', '816fa728717d1f8bf34a0ea908dbc406c8fb134880d408e8c05cc7394e4ce53e', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(176, 'REFERENCE', 'plans_observation.plans_observation_goal_id_person_id_fkey', '768844f2c338b427cceffe7115f9549f2ec59241574a1f293170adee3ef7f46e', '', 'be3289e28db621ce78276318366cee6e8073a12511fd7c3618ac6640da4b728e'),
	(177, 'REFERENCE', 'plans_plan.plans_plan_case_id_person_id_fkey', '717a351451d7e19e68ef6796e22beb216d837c48a155eba5821d34343eb62b36', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(178, 'REFERENCE', 'plans_planpart.plans_planpart_plan_id_person_id_fkey', '6df3538f88f884f60496bfad2a71968dfd64d0e012aebff5ba77d09846a56ec0', '', '75c224c51f0f4eda73472798e3f9503fdc7d07dc856b6d09f461fe8f10bd03d6'),
	(179, 'REFERENCE', 'plans_selfrating.plans_selfrating_case_id_person_id_fkey', '1c2e9233d17e1d9b49329f9b84a1dce014fda4a5e6be5a3aa4748c1cd7119da9', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(180, 'REFERENCE', 'plans_stepevidence.plans_stepevidence_goal_id_person_id_fkey', '0bd52a309e0d7a659d4f9b56a99ff5de350c349acb1c4ee178731300453a74e2', '', 'be3289e28db621ce78276318366cee6e8073a12511fd7c3618ac6640da4b728e'),
	(181, 'REFERENCE', 'plans_stepmove.plans_stepmove_evidence_id_person_id_fkey', '928e216e5a19f87453ec6d4969b4a36aaa768873d1c57cc5aeaa309662752966', '', 'f30bd2e902f1c4fea3ee1e3dfdd138e09ce413aa6df708d537c26da1180c3b76'),
	(182, 'REFERENCE', 'plans_stepmove.plans_stepmove_corrects_id_person_id_fkey', '30cca713c4528231504fb8672955ceaf622ae029891b60d597dc551a33fc8430', '', 'e52e0d197088459077d6db0973dbb399a636388bc91ebc82b467b832eb0d4801'),
	(183, 'REFERENCE', 'placements_crewmember.placements_crewmember_placement_id_person_id_unit_id_fkey', 'ba2de52136354733f7a1b5217ccb23ab76e3918644f2573a3950df14a1e774c3', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(184, 'REFERENCE', 'placements_daychange.placements_daychange_placement_id_person_id_unit_id_fkey', '14e93142c78abbd4fe22d19b4d393c186976fc191af2cb614744deddca775ece', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(185, 'REFERENCE', 'placements_introduction.placements_introduction_placement_id_person_id_unit_id_fkey', 'c05d6c063596ec8eb50ec89283db13ad3ec21956d7fde824ec45e7ead304182d', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(186, 'REFERENCE', 'placements_notice.placements_notice_placement_id_person_id_unit_id_fkey', '3b15e5ef51dba0283fcd8fa8098790856dbf3ffb58fc7469613b7d8854897995', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(187, 'REFERENCE', 'placements_placement.placements_placement_activity_id_unit_id_fkey', '85f38bb5323e0ac34cea5002fdfae5c8eb899d746101cea8b668db2c2a71ef62', '', 'a25f933ec4ef85e5a2a8f42cc162f9bea5942e26fd513c125ccf1c246b43dee0'),
	(188, 'REFERENCE', 'placements_placementend.placements_placementend_placement_id_person_id_fkey', '342f2fa3294e7df7ba535d83b442e0aa85f0cf6e896cd2ce43acfc72ed046328', '', 'eff3e29a800a52b67c599d724365a939f05b09c787dce7fa69282d21b8b4efc2'),
	(189, 'REFERENCE', 'placements_placement.placements_placement_follows_id_person_id_fkey', 'a7c9d9b1364feec30ba1df87c788550ce8183ee10babfa5f7814b1783442c4e1', '', '18d1b4ee0c77459b51a4d243ae63aa3ea584a986e9b2c5b15d1fb1b2946de0e3'),
	(190, 'REFERENCE', 'placements_proposedchange.placements_proposedchange_placement_id_person_id_unit_id_fkey', 'e6e208132e2eb6086704ff7135919ce28c6fac12cf8cf8f269c28c8c7c390b72', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(191, 'REFERENCE', 'activities_seatuse.seat_of_a_placement', '95bded613258d78abf74ae639339807b2860b3c5ca99d881944be8980d745e95', '', 'cf36a622934391265d770b470413d483fa83f141d6905bda477c9ac3a65d42de'),
	(192, 'REFERENCE', 'placements_suspension.placements_suspension_placement_id_person_id_unit_id_fkey', '9fbdc5b11e7d1b763752da43c13b521327108710017ca61a405d701d0fc28041', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(193, 'REFERENCE', 'placements_toldreason.placements_toldreason_placement_id_person_id_unit_id_fkey', '8ee973ac04f827c980654dee67b5ec7ebcbc61f17be4f1919315136fb07f4844', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(194, 'REFERENCE', 'attendance_attendance.attendance_attendance_placement_id_person_id_unit_id_fkey', '11a672e89179f8acf67878856946c556d2f8caf5729882fd4bd4040ce41bfeb9', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(195, 'REFERENCE', 'attendance_dialogue.attendance_dialogue_case_id_person_id_fkey', 'c4dbd2bf11d82456cca365cd5ee1b060d06beaf6f22685fe0f7288fd646aa227', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(196, 'REFERENCE', 'attendance_dialogue.attendance_dialogue_note_id_person_id_fkey', 'eb0ba7602b17c241b772c78b4fffea5a2e853bfca358b2bf20ab178ffcd55d57', '', 'e35cc048d4426e1b4f89b368df1d9bd74d0b65e5e7fe1c97d91cf8903c9824dd'),
	(197, 'REFERENCE', 'attendance_finding.attendance_finding_placement_id_person_id_fkey', 'aaec310245bf39c3796e5ffd7925650d32e1d6d54d531f8fecd1a6339f0749ee', '', 'eff3e29a800a52b67c599d724365a939f05b09c787dce7fa69282d21b8b4efc2'),
	(198, 'REFERENCE', 'attendance_finding.attendance_finding_conversation_id_person_id_fkey', '54a49f7cadc05f5e9283db0193e90f2cf94cfe4aa4df10ca86d78723e35837ba', '', 'e23b670bbfbf5126af1f42ad8a8f6237ef687a1f0762ccc42f560a083fdc0669'),
	(199, 'REFERENCE', 'attendance_incident.attendance_incident_placement_id_person_id_unit_id_fkey', '723c0b82123faa3714e1932a8d7331ad0d5010b13cef7bd17f1fb8fc1e67427d', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927');
INSERT INTO public.database_appliedrule VALUES
	(200, 'REFERENCE', 'attendance_report.attendance_report_placement_id_person_id_unit_id_fkey', 'd761c41598852cdcf1df2372a175d6954263d6b9a8280ba8d9fb4adc16d96fe4', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(201, 'REFERENCE', 'attendance_supportaction.attendance_supportaction_placement_id_person_id_unit_id_fkey', 'af2350e808a101d8cad0c2682bc1b546eb3d664cd612f233fe4931a42e47e7b9', '', '045248a9ab857776507e4bae9224daf53a86a134794c53ade3900a0906923927'),
	(202, 'REFERENCE', 'requirement_decision.requirement_decision_grounds_id_person_id_fkey', '9607a613ee0fe953496c6ae36a789079b42e8722f86129263f4a0a739a77046e', '', '2c1757dfd818148878692094fe032031583e64a6dc43d5695edcdd68d856829f'),
	(203, 'REFERENCE', 'requirement_grounds.requirement_grounds_case_id_person_id_fkey', '1755c2e6025b3b2fe205a84d4faed514df0c671b62366682d38df85b93230d7e', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(204, 'REFERENCE', 'requirement_activityrequest.requirement_activityrequest_case_id_person_id_fkey', '8a5c4c924bdbfe1d7eee7b65e1c882d56951c88b1503cfc34cb98abc99851303', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(205, 'REFERENCE', 'outcomes_exit.outcomes_exit_case_id_person_id_fkey', '6d7867080c83ac70cb35f40150357ef8b5a2ebe1fd3b0a93b96bf5c94950c407', '', 'a34104617b07640ce4cb3c51942c580542923feb5fa14dc94d5b43d2109307dc'),
	(206, 'TRIGGER', 'staff_subscription.ends', 'd0c69ab111e89a0076285da781b6850c7c99bfcd4bbdea51c87ee8232fd836e2', '', 'cf24524fa3f3b0d502d7721676813f33dadea91e7f5a0a9745012506ce212d3a'),
	(207, 'TRIGGER', 'people_consent.ends', 'abf642a507645cedee67cf2af31ceab9f0447d1620704837ecc91818cc2da634', '', 'b042855868fc7af8f93425a45612dead18c3024c401ca4799481db74bd77b6bb'),
	(208, 'TRIGGER', 'people_contact.may_be_kept', 'ceb0a59a42eb7eded147003eae05a4da61d28333aa40190f6efef3a0012b820b', '', '90ce71eeb85584768f27cc63360a15069f8d3edf2d4c777de2fc52f17b0a15ce'),
	(209, 'TRIGGER', 'people_grant.complete_grant', '93a62bbfd480efdb3018275a797afe0860adea045a03ff35add4a84c8506ac52', '', 'f1f46a8e0b3438c4fdfb9d1f7511a55534c31b06c76fe7ebcf3ebad9f1cf2f2c'),
	(210, 'TRIGGER', 'people_person.follow', 'da50f6f552d106347feb354567c705b2196868078ba44b21d929e050d0a5d399', '', 'eed25ec3c816052e55a1ef35a0af70bfd584000a7e1640d08e1641d728c91909'),
	(211, 'TRIGGER', 'partnerships_amendment.places_left', '66713d04a11b74bbf4a3a1c47d53988baa4ced8ef59f12f404357a633d93288b', '', '2dd7fb5a77ce21ddaa5e9f51669abdafbc5dee3067d76c2044e56be4f9cdf2ea'),
	(212, 'TRIGGER', 'partnerships_agreement.with_a_partner', '05f3bd141657c50c4652bf36d9c4ebb510c5580eace43f17f06aa6ccea1e749c', '', '5c962b903c8cdc466b9424043e02f570baa004801719b4470b93cb78c3e5c002'),
	(213, 'TRIGGER', 'partnerships_partnercheck.with_a_partner', '9ab9b119fad99b16ef7975f2ef56f22abfc826a16b3ac01743e6b25581172c3d', '', '5ba057dd23d73a6179e5f85381ec5a0b12694b0372327e316e54fdff28d0e0d9'),
	(214, 'TRIGGER', 'assistance_elsewhere.here_or_elsewhere', '6c0cb1d3602134958cce94fd3728926b83e48cd5a8951a171b3353f7a1ac3731', '', '2fb5e45068b523101d51f145ed52d74212ad7992e7712cbddd15d5d756d1dda7'),
	(215, 'TRIGGER', 'assistance_application.comes_in', '80c37a5a8a998dc07ddafcaf3ead023a5617557f25e40694a48172e23a0739cd', '', 'b20da4a4c4cd7946f65651baa7e78ca29391e3adcb41ac0f60a8fdcaccd4c112'),
	(216, 'TRIGGER', 'cases_case.opens', 'b5a0576e2ec1a8f82e478bcfe000f5c9779626ec57e3a6655be2c8e84e7e8bce', '', '927a12ace5ea4ed67b50fc53a5bf004ebb11b975c5df424fe4630638678484b2'),
	(217, 'TRIGGER', 'cases_case.begins_empty', 'ca3cac6744cd45357e2f6a536f53925b39e1742421420d99f357f24cadf120f8', '', '600d5e4753001b72a33182c2958ed233b0a91964eee6c6752ec3ba35241c5b70'),
	(218, 'TRIGGER', 'cases_case.closed_is_not_offered', 'f7d3bd58cf673487fbd55ac9b90286f70354e0ef48d4168af321e22c8bd72410', '', 'dfb98737b95fa3168b5835b64164c6a3440f6983426625a6821fc3d463ce05a6'),
	(219, 'TRIGGER', 'cases_note.note_is_now', 'c7e671f6fbfc6fee81eebd937cbea084f7f0a33b5533e11652075111d79b03be', '', '58d60550d9076d34f4ef208dacb01c6ec99f37459c84655850d4892835eaff64'),
	(220, 'TRIGGER', 'cases_note.note_is_open', '589c87ea82ae585f931e4a7bf30667d634d15b8679e708eb0c0de9d44a694281', '', 'c45c97946d6b22f3bddb592e46c142b341b8682defc348f86bbbcf7a4b64d49b'),
	(221, 'TRIGGER', 'cases_referral.ends', '892b6d5f2e3224ffc1bf4846e439538180318546a6d62e9adc95ea38c55d6470', '', '0bc3823798de5f97b68debb93a03f97b729d1130ef781205464259500677fe67'),
	(222, 'TRIGGER', 'plans_goal.stands_by_plan', '0680b9cb71765252aca6c18e0e5bf280acddf666ce9c57950d12876a3d563610', '', '3631104c56f2cb17fc3629b47b9b9632c8c398104fd83fbb68fbf425de5e4f79'),
	(223, 'TRIGGER', 'plans_mapping.own_words_stay', 'f5999e603ae6ca97baff1073b732d133f036e91b4e43e7d04b629af159ea6f9e', '', '254274dd4e7d27c4f30fa17bdcbec84c8fda6e03fcf73cba43ba794cc73629b5'),
	(224, 'TRIGGER', 'plans_observation.observed_now', '19d4ad3c9c6eef9d14282ace92cbf74a311aa8ea10c82929b5605eda9c8fc153', '', 'ba12fa29c1590b8b8c88852aca5b384e81ee7ea4d6f559dab6c6c9c1bca90bb1'),
	(225, 'TRIGGER', 'plans_plan.rests_on_mapping', 'ad85382117b42e169d198c1231a6c69b19cc7ed374a13c13c3ca7aea26186c67', '', '9bd0accca6a2d0e12fcd3cc44ec159f8c5278cfc32e310c46fd8c18575d86335'),
	(226, 'TRIGGER', 'plans_plan.decided_after_consultation', 'b139da985bb53f01e757afa60e0ada5e32b9478aa26ae6a84b8d42871e749205', '', '6b2373264d5a8d2fc17f8494aedcd2d8495b6bbf5f7e5fd1b8d0e9dff3a5650b'),
	(227, 'TRIGGER', 'plans_goal.plan_is_open', '700651ab90ed6994cf8849f39bec0495f75b474bff48e0a931c05cf4d9387dac', '', 'f88cd0dc419941dce710d89976baaf09106c7294f751176568cb4b19c8f44763'),
	(228, 'TRIGGER', 'plans_planpart.plan_is_open', '39ee19c21427164b7b491a05e64f4b084dd83a3813caf6951b0ccdbe3799a570', '', 'f84fecf3ac25fcba7a932c08eb68654c78c77bb9082a4e8eef2a9618e65d9ecd'),
	(229, 'TRIGGER', 'plans_plan.decided_by_whoever_acts', '6ee4c657d6a3e10eac370417ac0177c6eefa0f46125fd0640737e5799d61cce5', '', 'cac9bef9878c9f56c205d5738afdac049d65ec74e5ac9d03b05eb1d613be249d'),
	(230, 'TRIGGER', 'plans_plan.decider_stays', '7c87a0f6acbf02bf09a23cdc876712bb6ffba04b2d90afaa7eea602bffbf1ec3', '', '84fc2036221946a1c54faebe51334b21754f0bf7fd511f4bd6a8405e39e7124a'),
	(231, 'TRIGGER', 'plans_plan.made_after_consultation', 'e3aa49c80735ebc5200c5d6adb848b06d94d25ed36e3f9c1b132ce5d698ed5b8', '', 'dba968c68ed2cd36edc8d96f21f52be016b99c49e8272bd60acfe80477218f99'),
	(232, 'TRIGGER', 'plans_planpart.plan_is_draft', 'cd5c951e7f31ec08d3661ae5d5f87bbaa7ef7370d2064748a89b2a7522f8c341', '', '58b96b7a28769c4a9f54634bc8cc186d7890d284eda9e4cf9df30b221a83b801'),
	(233, 'TRIGGER', 'plans_planpart.plan_stays_draft', '94344b131ca5db0c299c3154621964088dccececb3f05a5d787df59973fb544f', '', '3712393e34e3a26d03c41c5bdafc8d6e98c2c6dec7eb46246dac7781fb0b4a05'),
	(234, 'TRIGGER', 'plans_goal.plan_stays_open', '71aa311eab101c5eea25d929e7fc2dc2de6ec25eb79f605dc79727ec2d64aafe', '', 'b95e927f3fcb92e1ab17c59d031a64d1a70f2bebf0ebf9e3099d6cc6bb2ca91b'),
	(235, 'TRIGGER', 'plans_proposedstep.a_step_waits', 'c3a5396b4f1d535a019f23759883c2969dde3c62deaae81ab3c86adf73d91644', '', '435748cb45264117ea4fefdc4322c7277d0eb4c7f48233c5b02bc00e7717353f'),
	(236, 'TRIGGER', 'plans_selfrating.in_an_open_case', '14b8384770537b687c233f9514ec4def4eccf7fe6afefb0c67e11a9d8c3f0ca1', '', '7b97610b7caa0a24155bc02fe153bb72552672f06d591eeb3e6116dc448cb797'),
	(237, 'TRIGGER', 'plans_selfrating.rated_now', '3117f428166b7f7dfc2da7accb1b4290a598395f0bca543f661482e2ec66de65', '', 'ee89dade50e987c20a2af1e2eb2222ef7007f85c0add5d8830edce2df126b9dc'),
	(238, 'TRIGGER', 'activities_capacity.check_capacity', '7da0bc1ed41f21720cf7ba6bc7637e6a65bf17000c4258834198a1dbaf23c3d5', '', '74e497ef6766438c0db24d0f83e42c4f39c6ce8b54ebb16b15dca0721f36e068'),
	(239, 'TRIGGER', 'activities_capacity.number_capacity', '17cb77962bb1513f453d5cde113fad3c029737e8b0254524686d3e2c46a540c9', '', 'a7c30042291bd535c6f1f414669ea04063f627a06f37881a755467fdfcb800e1'),
	(240, 'TRIGGER', 'activities_seatuse.place_is_free', 'f33bb5f8ad9897c6661bda7a86852d5f4a2e38e45eb0c85b4910ffcf58c9b62b', '', 'be9b99544b054015c84c185d76c41b860b1861956d81656b1f759c8c1d2bd391'),
	(241, 'TRIGGER', 'placements_placement.access_follows', 'f2b4b9b6738a158752e9ad7446763dc139eeef746978811c9efa5fdcfc90fcf3', '', 'd8f7b00c8f42bc19932c669daa5385e00d4e7b3de82ca0258362bde6b0ecbeda'),
	(242, 'TRIGGER', 'people_consent.access_of_consent', '32f75540ffb3c65a628dfac0a024f13f05cc3e6fd72ed78f3a46a1a79fafda51', '', '58e0bd659b129d6222e10d9c8dccb449141edd43f942c8784ac627ed8f06159c'),
	(243, 'TRIGGER', 'people_person.access_of_protection', 'af355ac8109b55fa3dcf66094f2e35b596683ee7ce830937bf3ae3d138aaee1f', '', '21af97f4d696e0c8428e9859dd3e2751735c5da8399f9b65b741c745a765cf03'),
	(244, 'TRIGGER', 'placements_crewmember.check_crew', '392e074c49b6766f71d1bac232cd0c6d9d22aaaa9d975f1e0d595bad49e97ee2', '', '277a9beab07526d1f08a96f1ef32423ad9f4d5e8b511f1bf00e15589e23676ce'),
	(245, 'TRIGGER', 'placements_daychange.has_a_place', 'd2c3069c1abc7079fdef1114002afca2fd64f2c4fc60a1c68b9446cb7edbcd3b', '', '995d3df7dd9dc5b53edf202de6156aa7fddaa9e9455d89b6c6c2607bde2169eb'),
	(246, 'TRIGGER', 'placements_introduction.check_introduction', 'd07ab40b7171971af0f4cf381250a55108a9ff49c63813ae204ce556db457f34', '', '5e78b68db11b432fed4e7f860af2e61df1807eb60092b97506458f60fc6f2e7a'),
	(247, 'TRIGGER', 'placements_placement.check_terms', '1d8c069f294ff12fe7430accc3af8f4e03e6877040e8dbabcf2f9ec7731e4653', '', '714cbb28c2b4632395e3009269bdf7208d000300927cd32d5afc5ac1a2dd77bb'),
	(248, 'TRIGGER', 'placements_placement.a_proposed_now', '71931552512ee1bc326640fb5b898d72aaa56c83c713c7260895dbf64e15ef3b', '', '2966f79d796215aa7270eb519be191478a68fa1f309bcb9228ce0ceb21ea4d41'),
	(249, 'TRIGGER', 'placements_placement.withdrawn_once', '0831e922f4bc7ed8d8c9672774115fce511ac756f9f1c63524edbb7507a4a53a', '', 'c0de0009920dbc99b6c9ee046ab042613d88659a124964fdfb251c41ff3274d2'),
	(250, 'TRIGGER', 'placements_placement.check_terms_again', 'e6350fac90b5c109581c968256b9d5ace0f567ae2ca2b1ae1a4d97092f249299', '', '52c492f4bdf6680b8f22ea85502dfdb4d5320d98142467759a9fd2bcb621e857'),
	(251, 'TRIGGER', 'placements_placement.refuse_beyond_activity', '40860ebfb1522644514960e7268a6a0bc628ebc88ca7b2ac543cd32783f82e2c', '', '7239b8bb01f3a7b576ed4fbff7e239116635ed2e36e264be28b85541ce1b0525'),
	(252, 'TRIGGER', 'placements_proposedchange.a_change_waits', '434c55bfdde541ac97e294ae1df438a6d6ca90c7c757b0152c806032a2e79e30', '', '0d73d6266462b31edd2ce4a187f3a73e7756bb43aac69707288ecad64e8bd620'),
	(253, 'TRIGGER', 'placements_cancellation.nobody_is_marked', '1d7e4d63f435eae1524849f68a859d79620192bbd4ae88cbd4ad769831f9ddd8', '', 'de8568017ea5ca00c1a3967d56b764e633e277b4f6cd1d06163d2cd7fe765309'),
	(254, 'TRIGGER', 'placements_closure.nobody_is_marked', 'b5bfe4da38de4d78edc91a8eae10a6a60d2eff628ae9b4d151c6f1244d72130a', '', '40b10ddefc56e3fe014d22b0c534d05d40ec296a0477afa77910df0d130e5106'),
	(255, 'TRIGGER', 'placements_suspension.nobody_is_marked', '449d5e3234b35ed53c9ec08430f48c47426eb7ffa2dcb2e9f5cbc1d7057df7e9', '', '5217de78eebf7654278696d0a840904375ff4b616708a91c7bdd8e32ec666608'),
	(256, 'TRIGGER', 'placements_placement.nobody_is_marked', '78901dbf73bc168d1b4bd5fabc9f5cb878ecf93ec603b80207d8a3903f9959a9', '', '54bc76868527628f8df04f83bcaed856c014df00090d57b3e31a7dbdb9b4fd94'),
	(257, 'TRIGGER', 'activities_seatuse.was_used', '6792044fa8fb2687dc183ce2a7b40d293e6ee0069990a4bda608814cee9f2212', '', '530b9d07b79ee1ab7b6e33a0b5f7a78cc8231f0c6a9caf2af5ca9639e2a22e29'),
	(258, 'TRIGGER', 'attendance_attendance.introduced_first', '6c106b73cad1aa77c41655ff7642fd89d10a663fa85be0920036708408549dba', '', 'a855bfccfd496af8b05afbcefb56d7ff76770e6a79ad61eb2eb2f709a922b3f2'),
	(259, 'TRIGGER', 'attendance_finding.after_conversation', 'a623f36cd5baeda93d7d3656f0e5fbead9345329083cd5b8d2594f5ba0842d90', '', 'c292bd8d4e539072720421207a521207edb0a2a674d98a3c0be3d5737086b23d'),
	(260, 'TRIGGER', 'attendance_report.read_now', '4b79af38373c5dca0baa7d7ae4e4d46c3c31422ad91e614a5f7644029458203a', '', 'ead1f84b4db32632752f381adad1c8c1bce45ae2d19609ef511da1168e06a6d4'),
	(261, 'TRIGGER', 'attendance_incident.read_now', 'af2d7520cb3e39815f06f1fd4a74e52d828b5d50a539de470404c736763baa14', '', '4fdd9b42575444a5bf07cf265a536788d812ac86b3baff4dc803e68f27a69695'),
	(262, 'TRIGGER', 'attendance_supportaction.a_support_asked', 'bfe6f13aabeb7856eb37c02d079ad0db0c8485c8959ce256db5b704cfe58dd7e', '', '70f0f7ff99427bbb1eec2e9e735a3af00439c22d3729413fb551f9dab7d69ea9'),
	(263, 'TRIGGER', 'requirement_decision.appealed_once', '23d54202b2584eef7d58b58bb9e4be229bbe47cd55f441596a3a2dce454b628b', '', 'e8866721571de629014502f7be234e771d92e6df13b9ad7b755e7147ea227136'),
	(264, 'TRIGGER', 'requirement_decision.check_decision', '58589af77610824c58f4e85a4fd26b7575f5ae2fee4041e90767256ace6c9276', '', 'd02efcbd60d0dc95399130b7de78ccba145c8c72fcdfc8aec0d9ae8361bc0212'),
	(265, 'TRIGGER', 'requirement_exemption.only_shorter', 'd778d14aa9c44fc45024f388a91133dd200c73100bacc43b17a8698a43807c27', '', '28afefaf1b0859688e669503b4879e5505c1c2e2ee6add0a421c6992dc2fa7c6'),
	(266, 'TRIGGER', 'requirement_grounds.check_grounds', '2e85b89f8c6d22eb44632acb5da2391782577cd95435740ca34c12fbf82d66fe', '', '30ec0b284cbd47546f248ba1687908224f50710a21f988ca25bbad960cb745a9'),
	(267, 'TRIGGER', 'requirement_grounds.check_step', 'cfaa38c4a5a9f892d92bf84e380f3c14ca6e066ac69b37ca9bb1a5e144682edb', '', '8e8c9f8cb413056ef6f54a8a303ea729a124e02d047bce73ecd7b87044f076c1'),
	(268, 'TRIGGER', 'requirement_activityrequest.rests_on_consultation', 'd428e4a35b151556effc1d4a3a314f845da000c68b11d49ba0f7f8ff69a68c3c', '', '92ff98f55392a73ab779366317cac3c7f52d48be3f58c40bcc44d34526da864a'),
	(269, 'TRIGGER', 'people_person.versions_update', 'c9c938ca0d620bfcc1e10b7350cf8bb279cb5dedd206936bf8ddc372b20d26dc', '', 'efcee60a6f2da4c553c00149510dd9be2868bbf805169419ae47d5d65940b9c7'),
	(270, 'TRIGGER', 'people_person.versions_delete', '929e7e5e978d5074abbda29a00662285501ffb3abcca8e5845009d43aad58cdb', '', 'e8a48cf5cee596d5326b8dcd6cce30b643b84f712de1b7cbdf302ee6c21cfb6b'),
	(271, 'TRIGGER', 'people_contact.versions_update', 'd90cb58d713304cc2bbbc0f3016820ba649aeccc3e2189a2748ef3c5b51fb794', '', '5008eea8f84822f7cf76d7f5d645c79a1234a3d785b41ddea722a4580d429067'),
	(272, 'TRIGGER', 'people_contact.versions_delete', '465c71cead754b413d4a357359d3a3e88527c792da0bc127a73654d4d6da3092', '', '0c944233e0cdff44e530264768a5b8374cfff8046e4c5f8383dfc982e54edd2e'),
	(273, 'TRIGGER', 'people_householdmember.versions_update', 'f8e0c19fbb02498b46ca439cbd23909a9319f611a02ae8a5c0ceaeeac3dd89d2', '', '0df6eb19defde2571ab25ead1a9f930dd4b48d11332216e660d678c37ea67ba5'),
	(274, 'TRIGGER', 'people_householdmember.versions_delete', 'f55988bf449b0b948c7511835e302586469b2d2d0733843a67624dca4b10f0a3', '', 'd02b53d450f7b3f7a26e4ee17e03ba1405e6624fe75bd419981a6f5699ca300f'),
	(275, 'TRIGGER', 'people_consent.versions_update', '30f8cc4ee2145cdc75ea666c699d3f6ea9ff0669cbfa9f437daf956b5fcba647', '', '08aa717ffcb056c6c430d8c641c5d064d066d86e929cd295317f3c458e92c982'),
	(276, 'TRIGGER', 'people_consent.versions_delete', '0296a8604ad45a5b1ba642723a9f6cfd9b704055cc469ef065656a5fbd5aedfc', '', '0c0e5a565563522302c0faf6fa7b3211417dda18c3201bdbb972d97fccf5ff22'),
	(277, 'TRIGGER', 'partnerships_agreement.a_signed', '991a399b03baed3394c1a1f783e101e23a0040cdf77d309edb19e3a590538e65', '', '826d9ddb9d03806b91b19b1e0f25f76137fc6460663a71077d349ff3578f4723'),
	(278, 'TRIGGER', 'partnerships_amendment.a_signed', 'f87654251b97873c7fd0d66c398107a075e31727d48e4648b24b269aae9bdea8', '', '461c88041c0687fb4245827ce59cc0b19e5a120503dbfb1fdb0d772cb4fb6b5c'),
	(279, 'TRIGGER', 'partnerships_partnercheck.a_signed', 'e65b137cdbc1e53bd458bbbd9b36fc4fc2737c1685fab2084124cca0cfca920b', '', 'dd9baf0fa6790a25a8f91657b5819a6b61bc1195edc547e1a3c5e3b9c1fb3c13'),
	(280, 'TRIGGER', 'partnerships_partnercheck.codes_kind_insert', 'dba762fad8f829548f8919cb31399bf8f8c5570966f8472536fc10be47b3b144', '', '2dd8e0e4d56d10f7ac64560dee2bb8377d99e84da5195c42aaedf2dce6389687'),
	(281, 'TRIGGER', 'partnerships_partnercheck.codes_kind_update', '7eee78a3e47c44c06ae8221e872702df9737da36011d2ca944ba1c9ab96fb3b3', '', 'd9e573e5300030660b5559d1884868d6477c9aecb040fb609975dbb98af70f37'),
	(282, 'TRIGGER', 'assistance_application.versions_update', '44dbd90cbc36805c80cadf53f394cac8b54bb159cb7e90a8ad193748d07a79d0', '', 'a28b59bb764ecd457d40e1766935208fd3d5ca1c5f2ce74df110a2b575f3f187'),
	(283, 'TRIGGER', 'assistance_application.versions_delete', 'd78b9caf1be92cfef2d65d2d8b9a3dd265c2d4c35de06b6d600e74c3a0bebc44', '', 'f46f00be596fc6ce89c7f96c4a5e3d23b84371288c76ecbd4d61c12b291b9d65'),
	(284, 'TRIGGER', 'assistance_supportmonth.versions_update', '2174a3c7c196e1fb2414240db40c9065e3847cd887e747416beded23207b7f72', '', '3f7058b6dfd52e36554fb695667754600bb6b7f01e760af826133be36a3c4b7f'),
	(285, 'TRIGGER', 'assistance_supportmonth.versions_delete', '972c1688e0b9082e7c3b8d0d2f16704e483964eba8f9cbca87608a44ada21ea8', '', '10bfc4045002dd47d1aa5bba7d10d8bfb026e21be6f92e5646e4f1d495d28c7f'),
	(286, 'TRIGGER', 'assistance_supportmonth.codes_obstacle_insert', '81a45d60f7558d2a5f1c323747dfbc04f6cc3ba23383e259961cf57dd66ffa7a', '', 'f7019d13c3f49b5cb431584fcff846241b78e1a65bad2f325626cd905b80ac48'),
	(287, 'TRIGGER', 'assistance_supportmonth.codes_obstacle_update', 'bd95d4abf214579515787bcc62b22fdde1aa3a8eb669aeaf34d4adab92763639', '', '0def1060c6a94e21c6082d3286ed1ce89e14712b3460ff214b45b9b4e762f32c'),
	(288, 'TRIGGER', 'assistance_supportmonth.codes_household_type_insert', '026ee59e6ef3031a780ce5c056356ee4c13f1cedc35750aa9f2e66ea3f7b0ee3', '', 'fd3882fb1b97a4cad2ece2a0cb33388d8aa97db9d999faa2b6a598afc0a9829f'),
	(289, 'TRIGGER', 'assistance_supportmonth.codes_household_type_update', '06045492972aaaa4cc1ce7a8d17c1eaefa479bbbbf24c9172ea708163b3d9984', '', 'beca9a5d3e963ae4350fea3c23c20a8edef991febc71ef5c3128f302807e0171'),
	(290, 'TRIGGER', 'assistance_elsewhere.versions_update', 'c4d75e265eb53ce7c8537990fca331fa3b888fbad7f6a2e3b1c9f26ad284233f', '', 'c53d8c8747e072d22bfebb420e22de027b925227ff77d7daefec0ee47fd62d17'),
	(291, 'TRIGGER', 'assistance_elsewhere.versions_delete', 'ace91dcb2e8640c7e4a4b2de3b2897ea27b3fcebd1e43341ec205a9d8705f616', '', '6c44d575a754dee36297c53d81f04f760f6de0d86198d83d3406c68628ed383c'),
	(292, 'TRIGGER', 'cases_case.versions_update', 'dea7944985647915c0718e8028ea532aad194c669496754ee68d079a824d69d7', '', '38322d19a781ea291452b66baeabcef2b7241687394c3ce7ee2594e74e081a22'),
	(293, 'TRIGGER', 'cases_case.versions_delete', 'e9b7ab5cc7462426f93b5f759a3d883de43cccbfc8d0706af5fac53d11daa9bb', '', '8c24cff1743b5f7959d69acb77b9be952b36f4cc15493e36439ed1349e1fc7bc'),
	(294, 'TRIGGER', 'cases_meeting.versions_update', '9f5fb60e821c96b2a4fab9d1ff1989fde741e1b495d13d7b9725bf994a9749ba', '', '296bc17ec0a6ea60bf2a36761f19750de53522349be914cf5b278eb71052a43e'),
	(295, 'TRIGGER', 'cases_meeting.versions_delete', 'cba38f3f3f25c0b78cc1bacf31d08e964cd7adf663b1ece299d8ec4952f2c07f', '', '9a933fd1ed877e92d4d31b656d8c0d43211a483e2bd55fc3a6aff18020d0b2e1'),
	(452, 'POLICY', 'plans_planpart.made', '0eee77576e934562bc46bc5f9528aadfa5fdd862b4e3add9997b250c8ec63c85', '', '6b71996a0919ec297dfcb3e723315aa9eba913f9dbaeed8d460c6987486dcdc2'),
	(296, 'TRIGGER', 'cases_referral.versions_update', '9f6846a935fc3f2b45be80cce191b9da2013e4d92d3f717f455f2ab8044a0610', '', '6b757ab7eb9884704efa64b677f6aee8103bc1fcbbfd0339a611fe2bf677577e'),
	(297, 'TRIGGER', 'cases_referral.versions_delete', '7daba8d124e0ed255550a8e33fd01e3c83ff9d681e73bc12194a891fcbedb933', '', 'c32964f725e4142d769837426541e289ac06a7ee874dda3e130d783f63cc4645'),
	(298, 'TRIGGER', 'cases_note.versions_update', '522e30de73d0ec62d14af6ec824f78bdca0271c120a4f11e5fbf139ddfb42214', '', '53502ee7a02b3df6f9b294dfb31cc1ad1b34a19bc31e238aa4d93adff95f9ebe');
INSERT INTO public.database_appliedrule VALUES
	(299, 'TRIGGER', 'cases_note.versions_delete', '4a5072a4604fbbcd95a079ca5b2ebea2cd58ed1a69cba4ef8dca129123222b13', '', '2d7f9c23caf243d963d80de03e2a37297a58d5d3b5003f24072f50ef8db846aa'),
	(300, 'TRIGGER', 'cases_objection.a_signed', 'fa52781318ae427cdc48829d32b36c7f4e278af933c8ef9600d24a786d93ff18', '', 'cde41a48090a50029e41c14397ac04ae9589af47c911d1b3e43ce30f00356bd6'),
	(301, 'TRIGGER', 'cases_stall.a_signed', 'e11a87cbfc8cf727c6725a6ffe988847655f187909293068d4cb59962fef9199', '', '83c6f33955816c2fc9f271b6f609c66502f6a1c4a9785aadba2d4cfaeea72317'),
	(302, 'TRIGGER', 'cases_stall.versions_update', 'd4455dad6f87d47bcda65bb6dfeb859921af1ad8515c286e563357cf91e21d08', '', '5eee3ce9e82d722c972101cbbee5412ce4fc69449e62aa3cf34a544cbff5e675'),
	(303, 'TRIGGER', 'cases_stall.versions_delete', 'bbdac99cacf9e12a2e4225bfdd814a2845155097c282bdfb94b80dc5c55b83f2', '', '23a24e8a7f1eb08523a23d62b4e78402e2856d47900320ddf7a1af1ff8b88000'),
	(304, 'TRIGGER', 'cases_stall.codes_reason_insert', '8437588ef18f3ae017a281a7c44fdb65e874d3d710073959f12780b601b5b509', '', '01b36eb604dc870433bb4c58828fec888010f90d622051f1084c7057912b847c'),
	(305, 'TRIGGER', 'cases_stall.codes_reason_update', '6e7f2cdb692ea92ac7d54872d6c3695f681f553ac8d18e83451587b0bfc79597', '', 'c43165189c1b4a11c4c39e0dc2fa298623a1b26ab254e914eee5d56531e0c84f'),
	(306, 'TRIGGER', 'cases_handover.versions_update', '16271820303af18ca8f322ecd5ae40da53d3f1a2f62b1d2afa4c578033ab1fed', '', '3a600c7ffbd61ec744930935f84b410cea83146cba00a46623b1336778176d9b'),
	(307, 'TRIGGER', 'cases_handover.versions_delete', 'dde268a20f90213445d5a6d779bd8dd31c1b80dc63165d6ee9968db7c41f139b', '', 'c71865c516e4c93d6855045f4cfa65a34882dd97c30ce8c52cd212aa370862fb'),
	(308, 'TRIGGER', 'plans_mapping.versions_update', 'e6d1cefeb39419454db23577876339244855fb2cf58d4ca7f2e0f4cf27932490', '', 'b9fe0f1085059dbf1c2c9ddeeb780f57956c33cc93d500fc43e66c4c7b5a5eea'),
	(309, 'TRIGGER', 'plans_mapping.versions_delete', '151cbd688e49eb7ad1d8a0c63c1f14b48bdac9ca4c7dd6fe3c77272affec6355', '', '6651f51c5372a67630fdedc091d62e0c842028589f365c2fed33b76b0b5442f8'),
	(310, 'TRIGGER', 'plans_mapping.codes_education_insert', '9829111d2308ff62b90c5aa4d7e36cb9d8e4ae11fae9a1340a7dd0ad53ff7bcf', '', 'b987cf108421785f6ca0a674ecc7b7fe21b8c99881eb28651839e46ee929f3b0'),
	(311, 'TRIGGER', 'plans_mapping.codes_education_update', 'da3443aa86000b9b6d370a3f2e9fbbccda5a0ce9b6849f500235d2dfd175225e', '', '52fec3a66614f1036ac05543cace8c163d360d043480f556d288945a129468db'),
	(312, 'TRIGGER', 'plans_plan.versions_update', 'd9b4e2ae1f5ac9758eb47c54c3f414be206b098030aa0932c08a85229110be0e', '', '8c99a5e250f6b58407d2cf9a81d61cd73650384cf178668438204b748d3bfd27'),
	(313, 'TRIGGER', 'plans_plan.versions_delete', '872f7fcdb2435a7a58b738f70a9b0627622bb7476d48091bdf048a4475b7e977', '', 'eb26e00934ee4a8048f98b25a4dcc8d33618bdb74cb18e733af18923e260405e'),
	(314, 'TRIGGER', 'plans_planpart.versions_update', '9c5d8ae00d2e402f46c8189816623209b22930b21e956edc470f405f76e60659', '', '06fd8407d9459231afccd7aa58ce0e82c731478171151107bd1581a0cf89ea88'),
	(315, 'TRIGGER', 'plans_planpart.versions_delete', 'df953b2d19ad2aeef78aeaaaf4c8ae949570cd90d82d708d2d53b0d09d176926', '', '0f03faca7ca9a5988414040c6391b5702c193306e8f9a8294e907a87648733cf'),
	(316, 'TRIGGER', 'plans_consultation.versions_update', '1ec73e64cceb95271a2901e52393c0c29f8c110e2f42dafe34d0980033be539f', '', '749b6141b5bab5bfacce8ca9093968ef442b99da27da1d81b546f6e15f34cdae'),
	(317, 'TRIGGER', 'plans_consultation.versions_delete', '66457ad5ccd4b027a43ba5b710607098c17f9239d0b70c2d459b0380f2fcc24b', '', '8fc12d8ffa3892507f865b3d43cf4d007a4a2067b48ee8a426ba4c91c99f7353'),
	(318, 'TRIGGER', 'plans_goal.versions_update', 'ca4b3328f81406130cd5fc9895ba81e8792a8e82db7f9d7ef571edddc0a3378a', '', 'dc5ce59a766e4d4aa455e9877304e7ef8d762249c87b249f5057f676fe1c5647'),
	(319, 'TRIGGER', 'plans_goal.versions_delete', 'e60dd52e3313e426ab3685fe178bd419d9081fedb7f525ca0ed4e004aac80512', '', '1239da2a5d1639a279c9452cffcba83e6244647c3bfb89bdee7a15fd589c2035'),
	(320, 'TRIGGER', 'plans_stepmove.versions_update', '412066158226c200ac36a713c4f7ba197fa4f03a65cc711c42b4c45e6b02ae3f', '', 'f4334a0f87bdadf5a0830ac592d5bb352bb36339bbad9c69f4eaf91e5a51dd1f'),
	(321, 'TRIGGER', 'plans_stepmove.versions_delete', '81092f2a6bed323e4fec31db80f8621479c610642c5bd7751706fd4105fdc576', '', '310658717b3d856469ed0e45858427216a28957418e7fa2459b8467006b45088'),
	(322, 'TRIGGER', 'plans_proposedstep.versions_update', '6cfe5a338b5f55d06083d86b76f206a7e6f7a6faabacf56e487ecbff7e435e3b', '', '34874e1572a3cdf2e79be3287dbe2384822a6aa882fd5e9b27414f4170f206f1'),
	(323, 'TRIGGER', 'plans_proposedstep.versions_delete', '9a1cdc652721ee947b7edd486b368a2d9c3aee981b0bb53d437d434291de2336', '', '924fceec5600098f6a622551f39d91c7ae3530f6a76e2fa3085c2058b6c76402'),
	(324, 'TRIGGER', 'plans_selfrating.versions_update', 'c45372b4769b9be210dc44a2e5586346616740d1e255c6dda76e032f3dc2ac7e', '', '2f93acd2b3a7d2317fb6b8405cd7c6244c9646c0f293ecff50fe75c7a9db1722'),
	(325, 'TRIGGER', 'plans_selfrating.versions_delete', 'c9b8823c12b2bedb0ba38a8f6db4f7dcc6f01da937344cd6610651d1e6b6d0fa', '', '3535cd27fbe4b5c35fd7a77fca2fe249869dae8696677804892faf8e143d2913'),
	(326, 'TRIGGER', 'plans_selfrating.codes_statement_insert', '3a68dfd5b32778e5d5dd7728ec43b8745df8989497ef98be4e64c590f7558d0a', '', '4fcddd124d0e6fb9717cc88958247bcbf1447b7c30e8253a6a916ffaebe96acf'),
	(327, 'TRIGGER', 'plans_selfrating.codes_statement_update', '22b76b3beec21adda58d7415cbb8c570b8f8971ed1123a5942d6b97cc47382d9', '', 'e35ecbf7ca323c0f6235b710a09a582af427dc3de2c7ef5ff2382f0979c903e0'),
	(328, 'TRIGGER', 'activities_activity.versions_update', 'df07dd497008fe6b916ec09aff2386951dd1cc404d680f8bae072e4cfd568096', '', 'a893f920e63105927ee9a73bb8977f2f64d1d5682092df2380d7ee37fa94f00a'),
	(329, 'TRIGGER', 'activities_activity.versions_delete', 'b0b6aec8d50de9929a063b4595c579794d50dd5928b398a08d8f351a77de1de4', '', '6a01795fad35df73fd5a64db3d7bc6eab06d69be59d8844a6d73e6a36de1d1e4'),
	(330, 'TRIGGER', 'activities_activity.codes_branch_insert', '8ed8cdd6cfb63de78630878021339ae4521bd9357d32e417400687f626ef8cf9', '', '049e700accbe4620b2109eae8f0473fd131a44603cb16ab1a5ac6320504b499e'),
	(331, 'TRIGGER', 'activities_activity.codes_branch_update', '0f65dec9176bec959755b991712f4164d5ef7a28277d69ac517d21ad9cec8e91', '', 'd0d1e41107af6b64c9d52b9b576ee74a99e66e5832fe2bf891e59abcbaf53672'),
	(332, 'TRIGGER', 'activities_capacity.a_signed', 'bc602e171ed50e95fb0f5b087dd804d8f34d78043e115726061986cb337f63dd', '', 'ddcad7e8e47499de0a09071f91c7c68722482157512846563a27b7a27e70bb68'),
	(333, 'TRIGGER', 'placements_placement.versions_update', '964ef3ffee68451b9a373c69c2c685b46593da80e69b00ffa55db59e642b344e', '', '63c431c09bea2f1a8b6e46ec3bd6ac9eb0e87e616e6574fbbff099c9d8574361'),
	(334, 'TRIGGER', 'placements_placement.versions_delete', 'b334dd2a2cc89d2b7023eccad1a1fa20e83b1762e8c76c5b6f24e7d29c7427ea', '', 'bfd56f6119ed5c4de140b9e05ac72c1a8a1b63e355316d50e84722a47d74eb59'),
	(335, 'TRIGGER', 'placements_placementend.versions_update', '7577d9a1e42551f588134fb28e24eba370bf6f9eb09f00750e8d14f865f9141c', '', '979843774183b3c24fbdba098f2a31d8484e0c1b9ddd0990d793794586225542'),
	(336, 'TRIGGER', 'placements_placementend.versions_delete', 'd2e2a51718d166712e20e3db50c79618607b9bdf0b74276bdd7e17d930d58827', '', '26c6408af6cadee5c40ffe8a53572b5e62094d6934f3dce4a205b67a12e9c5f4'),
	(337, 'TRIGGER', 'placements_placementend.codes_kind_insert', '40a25d18ed35b08dd90cf995e06406857a351b5a9f810a35bb9d2824f76a495e', '', '65246c876088e07e8b86d456a8b81ae16f4cbffeda7918164699983ab5e28945'),
	(338, 'TRIGGER', 'placements_placementend.codes_kind_update', '76a1e54b9dd5a34182982357ab476f4b649eddc13dce396a2a0cd90b0ac3470e', '', '18d0a616185ca8269456a58cf53af280b8f07fe2db663152f2a4820d08faf462'),
	(339, 'TRIGGER', 'placements_introduction.a_signed', '03120b3678ccae46eb6660fc852e74d684161ec9adf602f0ed4d829f9b09fd3c', '', '01b9e6b0928a250789857e434153215c899a97e1e276d6cbea7ec79efbecb820'),
	(340, 'TRIGGER', 'placements_proposedchange.versions_update', '0955aceed4212212bc0216b6a37f31aac24515de52f2ee4863da30cab7cebf47', '', '21ff45b6d80e94e57bc26561d9517178d11f58037b3108729b15f4f094634db8'),
	(341, 'TRIGGER', 'placements_proposedchange.versions_delete', '558cc9b1d94d90564b2d9d187872e6b6f8454665cd9a8b0648aec5161e4238f6', '', '09287a0b646019b97e4118f461f64d07a41b7b902d75627597ce898c0d4e7ad0'),
	(342, 'TRIGGER', 'placements_suspension.a_signed', 'c56e8703f8101e22c21616fa71c5c21637881b4ed66c62efaabccba991558cee', '', '4411753f1a7193d1690b668d95bca969d8069b05fb5d22f1538a53920c13ea2e'),
	(343, 'TRIGGER', 'placements_suspension.versions_update', '8e61593e195b4193a46f56e8247ec05d10b6570a806cba7ef3b714a90633a2f0', '', 'ae7daa448b366c51bfdeba2ae510f2e41b44593dc26dde93a06357ac77c20a9e'),
	(344, 'TRIGGER', 'placements_suspension.versions_delete', '31828f806477c3aff50b65616eb4c6a908a1fc9e540fb223441b474fcb5c2729', '', '4978268779710bf450decc74354998c431e9a67ae47f57a21f45fa0b6b254e32'),
	(345, 'TRIGGER', 'placements_daychange.a_signed', 'f5acf39939eb972524259b4700a29803e571eacf3b5a965dfc34e9c4fb96e12b', '', 'a29ae2961b38d028b7990545ede858b4ed7f6c3ec70ba239e7f577c663dfca5b'),
	(346, 'TRIGGER', 'placements_daychange.versions_update', 'dc91ab14153de9b66681e52cea5d09d7cf3119b947cf27892d2c5daad4cbfde3', '', '9d81c178a97dda1c1575e743d76efaaae336f9cf6f76a3a4b8c8b184972bf58f'),
	(347, 'TRIGGER', 'placements_daychange.versions_delete', 'df53e1147a441dc3345ec0a14d22a3113eea32d3ad22889c02a63b6c90c244f5', '', 'e788d1a9a4f0a50d433939bbcc894b26b37a7c12a359b7a7bb3a0ec8bf0470aa'),
	(348, 'TRIGGER', 'placements_closure.a_signed', '0241789763e51912c5a43dd1790f09a3f27491e0d2af4fbef415e075986e4e5b', '', '2675f55790401c8f4fa4dd6532624ea1f17f57b3d3b4de494165a9f3203693a6'),
	(349, 'TRIGGER', 'placements_closure.versions_update', '25c1f62648784f31db7fb4dd5c7e884ab1b64c76845b873be2a15fcb391b8561', '', '2395b6e5c750a525540e4a88502244c9cb4cf1e54665c8ba4cb3eaaf337029e7'),
	(350, 'TRIGGER', 'placements_closure.versions_delete', '8c4f364277874196209445721fff4589b456cb12c6f6e15b960c94b244cb131b', '', 'f4c7f05fb2ff458fc62bef5b87095a9e8eb083c5e2f64a1387f21d42ffb9588d'),
	(351, 'TRIGGER', 'placements_cancellation.a_signed', '55a851fca2a5b591004ddf357d2e8e2065067f549db6de057cba8ea02dc0bc60', '', '7b6b1e90d9dfacc4e88b1fcae787c48416e9d125285aaf4dde7efd94b303b3fb'),
	(352, 'TRIGGER', 'placements_cancellation.versions_update', '5f0624d61d7685e28363ad7e04419e0c7348dd942377a1b1b31696b5a51700b2', '', '92ae9d2e5f3b621d65f80f89f86e341f6f9143697dc69e7d7bdee1ede15b4648'),
	(353, 'TRIGGER', 'placements_cancellation.versions_delete', '3c4bd6c5faa543f2da0ede26a746faa5e8cdac84753df2a5a77368b11208b5c8', '', '29898950c9dda52d97ca1f97b96033573c126e63e2ee71d6887c6d95ebdb9812'),
	(354, 'TRIGGER', 'placements_crewmember.a_signed', '97d38d5dbeb9d9883a01ec2b411bfaa9f358e0b83805655a02e34189691c3e46', '', 'f197952173e3432b5781326187e7c6ec168073f4cc7b2e6c3d3a039b4bf79a0d'),
	(355, 'TRIGGER', 'placements_toldreason.a_signed', '12981fbb2e116944d09efbaa4b7412bb43eb20caf01856b0272938fbf9cd93e2', '', '45f5263991db883a4be03afbec5a195a64df30bf47adcbf1cde68ae875e9f297'),
	(356, 'TRIGGER', 'placements_toldreason.codes_reason_insert', '5540b40290e6374d0982b3b147df93f915e959e0ede9f0d0813e939c9aa86b22', '', 'ddcddd8200dae7db5687be811ffe339b06a09a2cfe50ef5fb56a7b21eeb2e7c7'),
	(357, 'TRIGGER', 'placements_toldreason.codes_reason_update', '63ab8dd1ac5efc8ef9d64854a331235516ed4fc49a7c8de7c476ce19d4d45c05', '', 'aba6bcfe5f2c9f8d99ef38bf7e55aa8b4dc4e35b8a7fb6d8ac032db6ef3aec07'),
	(358, 'TRIGGER', 'placements_notice.a_signed', '900cb499e77591654c7a5b9f6c91a2b0e8672e0408a0740b39911d889405e843', '', 'bb353e752662b50c1bf49e20d7c706e151af3cff5c5756d5625ece806b7bd2de'),
	(359, 'TRIGGER', 'attendance_attendance.a_signed', '701e02b8eeaf06c636737b2fc11364d308fbdf5d1ff298e76692bd6d54ea83ef', '', '6f8cf03865aa1a20de24956eb0bebe40a3ef94370fe33156b89395fbdc379c4d'),
	(360, 'TRIGGER', 'attendance_attendance.versions_update', 'fcfbbe9ece8a27206eda7739623355dd5f86bd5b5bb2b1f49c3e8cf56e77e604', '', 'eeba7cfb141842ee2c23d87dfb8ecb50ef73a148d0d78a234af52f9fda031ef8'),
	(361, 'TRIGGER', 'attendance_attendance.versions_delete', '869d634b817be849501df0fc1eeeb3920719339fc25f4b39837c7b99c91a885c', '', '787db250f57c5692a2e9f7ea7bc888cdb1a3cfa22bbe79abdd2915578869af0e'),
	(362, 'TRIGGER', 'attendance_finding.a_signed', '56b0fd9ca55d00aff5e6165bfa07d0ceac06815769723650a36209c0c464bac3', '', '9ed4994a7c7141e8dc74ad26623a562ed151bc407a5a40e2fb4b560572b2f326'),
	(363, 'TRIGGER', 'attendance_finding.codes_reason_insert', 'c4c927721cc3bb7bcc320b3effcde8ee9b5d0bdcbb410a786a731eee85362643', '', '3bc4862c489d576a2d2e87ec51c3bb294f863d73649f1e64d2f38f0d264cdaad'),
	(364, 'TRIGGER', 'attendance_finding.codes_reason_update', 'a1db6b96935f0dc243f94e862bfe42f371980b9119a6410cddc8475c2848b775', '', '3d68fc55102b07b38bdce59f38c34976d8399341a274a7a5b157baaad9eb751f'),
	(365, 'TRIGGER', 'attendance_report.a_signed', 'b4d898d3c3b4e0f737f65b5fee5af34a583b55a3ad84c98c67bad47bf5d9f383', '', 'bb9ab32af7cc84a040c4f83f94d7e7ac74c57c0175a4f5623cc86387daea6da6'),
	(366, 'TRIGGER', 'attendance_report.versions_update', '830fade895b9deb5763c16040bb2b078698acc96e5063ee618747e22f3c8b25c', '', '27b54e1cac4d9b1d13915fefb6f2b62a9d2f7b28b5a54c0d399039742ea72447'),
	(367, 'TRIGGER', 'attendance_report.versions_delete', 'a2b14ca9de30346cf7df77581104d865b8d82a15a4accb87154f9c120e69c39f', '', 'fc35616ce6b845f01079d2d699cca2a84725b40220fb10cb6602bf9d54115957'),
	(368, 'TRIGGER', 'attendance_incident.a_signed', '79f640980f755ab510c7e4f72f43f7f1d378ebbd34e654e074b8b771e4dcc775', '', '697b377b418674fefed7aeec7517a4489f43006a51a9623d098af504bb3a7b74'),
	(369, 'TRIGGER', 'attendance_incident.versions_update', '2609c0eb9666d1017f8bee434ff95a31b336841bca913398a71cef8a259cf989', '', 'b49d86e06fd22c7fd496fc2bb09dd37c6317e24ec7a49dc54f18d3b3cf1f726c'),
	(370, 'TRIGGER', 'attendance_incident.versions_delete', 'cffc4495e716ba4f2d0a2fc7e7d5f762e97394c1fe5e62c9faef328ca4307d2d', '', '85f6e3928f614ab93adeeb410518f6c33de7d665cba7d624f0417a28d50f32e2'),
	(371, 'TRIGGER', 'attendance_dialogue.a_signed', '16869c6448c36d99d023f113c4be9970315aefa17b3eb1bbdfd1017999896ba7', '', 'cfc9feec5f881ff279041c8dfa819ca3eca1e5b7e5c0b50f70a0d2d8d64a0551'),
	(372, 'TRIGGER', 'attendance_supportaction.versions_update', 'a8b202a2a52c44c216095a4c157211e7ede2b47111a38b97a3f48d4e825487cd', '', 'b7d1099deccf1e9cdeac9a2c749f9a0753195fa266fb2420e632f75d4c5742b4'),
	(373, 'TRIGGER', 'attendance_supportaction.versions_delete', 'afebf3a2659366d324d475060b3f2c76ba7ea1f430e2f4d36ca5b989525560f0', '', '3725520bb24217736f9df0d6b3aea6dad9264c3592ee47451e2b319561bb06af'),
	(374, 'TRIGGER', 'requirement_exemption.versions_update', 'b805fe8a5a1248f2e79ba6f001627b0cb45aff71f16c8d012e4b8dd370dde961', '', 'c554a2d259f87ab09ee90b8eb4a7a886dd27b13a7be1d0b170edfd7abcf8668d'),
	(375, 'TRIGGER', 'requirement_exemption.versions_delete', '69ed2d431b40b8c1fd322de6897fd39ed628efbecb90237ff71c52218cc45278', '', 'b6b499a73f4d54dc4f32605a7e51d9e0a0372f3c04b731c77cf731292473c1cf'),
	(376, 'TRIGGER', 'requirement_exemption.codes_kind_insert', '732b7c748f4c7de094c1cfdf403cdd27af9ce810845ba7952659c0e6dd6329b0', '', '35f7c7ab4c40ddd4366e9776985f3e0d288075f50924a5e0f0b8767770049973'),
	(377, 'TRIGGER', 'requirement_exemption.codes_kind_update', 'aa40727171d4526372043ecc6b12aeb937e4650fa2a3c076dff18f45983ceaab', '', '663e0204d1c8e49c7d11ce272043e921ae2bffaf0c8ec9d0f8277ea2125176e3'),
	(378, 'TRIGGER', 'requirement_activityrequest.versions_update', '8f62921865f0997f2cdc21482c4c50d400cb079e51a23ee4497145edb743f69b', '', '130a30284365184f3da947aa126d84bbd43032bfe723850b417e14a9906c1626'),
	(379, 'TRIGGER', 'requirement_activityrequest.versions_delete', 'dac1cf23bf53deffafb1ce13aba2f7cbe656923e1729bdeb3dc742618e97155f', '', '705600111233bca08de108598f881f964c741d3734de689a9781ce0eda934f8c'),
	(380, 'TRIGGER', 'requirement_grounds.versions_update', 'a078d955f28ce4911d3da0d570d3fc917767d7dea5624b0eb1c3edac7f404873', '', 'ed433e00cfc1885cf196d879c739cf08dbe9e8c24aa234f75c27c34f1312b643'),
	(381, 'TRIGGER', 'requirement_grounds.versions_delete', 'b1edef045a016967ab5100ee1ac6da05ade517bb555b7518b65a73b9a9d79c68', '', 'c21bf0a43fe27c8d647d89ef17670c1ced4ac38f831b527893db671e23bc8a0f'),
	(382, 'TRIGGER', 'requirement_decision.versions_update', 'bcfadfee71d93ef46f013f0114db95e4705193c4a8c3a3d929c1384e25e00acb', '', '4f0b566371180b178706831e69ea59d17a806a00f2363bad2a59b0ccba813845'),
	(383, 'TRIGGER', 'requirement_decision.versions_delete', 'eb0e163152e6bcf31f928573f3b1f0070a061c14d8e806413290cc33d6b10347', '', '97158492e0365113dd50c2fd5c911298bcebdbbe5a53fd9eb7ad22413fe497e9'),
	(384, 'TRIGGER', 'outcomes_exit.versions_update', '0e1d13e4a36bcf2e08753d11197e58b34730620db53d91b8df1d8480501942f4', '', '206312dc0e6d4f7d8f0fbba9ca4a97c2aaf5520ef2300c051807177f61249c70'),
	(385, 'TRIGGER', 'outcomes_exit.versions_delete', '0cfa9d4b3ce338ee817817cb414d1899f7eaa9cf5d43c11a332a544c8a72e679', '', 'b621e65e320e79776791e2fb07a36b78480616e88ce70cc4365423746112817f'),
	(386, 'POLICY', 'people_grant.by_name', 'b5fd984087edadb0f5ebffc432e74418cf4def78488f60a2492748409022deae', '', '6617ae751b36bdf374ada6c992100097199ef1fe0f57debb4054ab1f7deab6c0'),
	(387, 'POLICY', 'history_event.seen', 'b0d97265d667f60a860456060e6e76407cb89ae1d3cf26004424b6356ec5e5aa', '', 'dca4518dd60510849e095437c871b9d78c400121d8f565bab3ec2943bcb4d094'),
	(388, 'POLICY', 'history_event.made', '197672d0d16658fd3558f5ffadf7d112ef859fe13e0fdcb5c9420aa503bc9004', '', '46ef54bac3e5b7051101438363e14de7cf3a0c026048a0d8ed2fadd2c66dc886'),
	(389, 'POLICY', 'history_version.seen', 'bfc9969783b76b34b9154efc4d468bc9cf39227e9660ca1a4b6e96cd8d0f81ad', '', 'ea63efffe53793814141a1f5929728e2e3a45748f1376d420963c75a8860ec60'),
	(390, 'POLICY', 'staff_subscription.seen', '719a2d6e1934abb349ff5782dc78fbdce708b29c99a0940d6cbd4778c5e62b61', '', '35c636db59b65c020c467b762afe04929c2d424bbaeb6479e87a537388a2b915'),
	(391, 'POLICY', 'staff_subscription.made', 'e6878413b9a4d42f69f94461a39e0cf6b623613216f192fe299a8c1814d64280', '', '60af11cd272c577d9055ada4ed4042a542d8d3ddbecfc39acdb1b238363ef48a'),
	(392, 'POLICY', 'staff_subscription.changed', '0a2c50842e762dff574fcf970fc1468a57564cf988f3f35f5ed5e4dc864a5651', '', 'd46b7101eb132d9641783c8529a2fe681b7be0106845d5aba93fbfa20b02a903'),
	(393, 'POLICY', 'people_person.seen', '76caf30fd27ed00d72c75b85599e36d820ce79557bb9d3c2ceb76b8998086d17', '', '4b6b69bfe5f34fabedffcbc0a4b7b3885c82e186960f9fbc61cd1e46278d196c'),
	(394, 'POLICY', 'people_person.changed', '55ad84717fc22186f3d9e48e8da7e27ca544ef552c7e09776029c782d012262b', '', '05bdbb74eb8990ee05e00dbf85ff6e79047b601e6e95806540a758c78826010a'),
	(395, 'POLICY', 'people_number.seen', 'd4c7a9a2fa88e3135378fabc082fbfff8759034f421360c789e1af911ed04bd8', '', '78262499c8d99a2d4138fca12cae783fb8b803e52586a119cf0811ddaa4253ee'),
	(396, 'POLICY', 'people_contact.seen', 'df12e2887fc5e0e176c7353da54d2bc93edb25da81c1aeb3293f330a858890cc', '', 'a508027e4d6861126618ab5306201e400e0777cece8792907775156a5fac194a'),
	(397, 'POLICY', 'people_contact.made', '1b8f8d68fe5698ff32ab8903715e6c17fdd89ee41305fba7fd6d05f0125aed02', '', '534d054a2c03f79c5c720b014cf8b788c1fa2aa52943f78465e00ad521fce646'),
	(398, 'POLICY', 'people_contact.changed', 'e945a4be31ed14034afb60ba31c0cb0bcc82aaf79974ba7b7add0f286e257653', '', 'b6f91d3251222fcbb47f880dc304fe95555d9c9541635876bb63383331ab9b80');
INSERT INTO public.database_appliedrule VALUES
	(399, 'POLICY', 'people_grant.seen', '8359d4f43d42f3493e20b0c1785130b5b207eaa146834825c909868be94af391', '', '9425e94a7912975683eaeebac34034cbb664eae7af2e25e92dbb8d3e42b6e9bf'),
	(400, 'POLICY', 'people_household.seen', 'b7b7a2c6e7ef3c79d51f279fcc8b0b757fd974a3958ee43c51b58f99e715abbe', '', '0e947607e890eb750e5679891b4399d7fb37ec899f8ecf88fce86256f50ab8c0'),
	(401, 'POLICY', 'people_householdmember.seen', '7df875929fb966abc729781460bf3577f00eb67f16adfae12141ac2ceced961a', '', '8598de1c7256c1fe024d6a190b2d70687f478ad9b52b99f8a375c3ebfc333fab'),
	(402, 'POLICY', 'people_householdmember.made', '4f409225abbfa6d0b881cd567f74f91ee77b9b4c479a86bf6fbc836f0a541f19', '', '204544c1e5cb67abac9a06e593d111b4a2e2b1d993bda4d7cbb0bc4d8b9ee279'),
	(403, 'POLICY', 'people_householdmember.changed', 'dc3f28aa1b5507066e0e0ba7236fb0d994b416c76d74d276145057dd667895a3', '', '8853c52259fd80d16f7db4aee06fbc87d3451e5adf14a15ac9ced4814d9a2f50'),
	(404, 'POLICY', 'people_consent.seen', '630fdc33adb602e8df20edc9bbef133b8936eaa095c0184462ca853a712f72a5', '', '07724c6c66e11e4d08a0872ec880184f45088855450bbe16c9c80fd282bd3be4'),
	(405, 'POLICY', 'people_consent.made', 'eaf91e3789df73eab5429626652b19e166bfb194a382fb3af1ecd35be213423e', '', '820f4117ae6ce0feef0db1844a71e0d7781a18a8a1af389e9c21c89b60818ed4'),
	(406, 'POLICY', 'people_consent.changed', '487fa0728b596eafe2525d46078d875981fabdf1c82a5aabf0e11a94beba9890', '', 'eadcd3479e923b7500b03d233a9e7a6defa3f369bf2a3211e7ceb4c3a445beab'),
	(407, 'POLICY', 'people_opening.seen', 'c111b7915e8afcd4282d0b53d3c05b9a353dcec5549e0084bc49b39a38a284e1', '', '8d589e0e1db64ec72991110e3b33ccff22a61c28411943bfcbcc17fca9cbbf9f'),
	(408, 'POLICY', 'partnerships_agreement.seen', 'fcc170402e1aa38156ae40a93c6d1d628ba88ff518432142019619353e797352', '', '2ff1c6127e74dfb5cb9ee5f6a00a33637f6b21bec66163acc6033e4da7f9ca4a'),
	(409, 'POLICY', 'partnerships_agreement.made', '24b6ed6df572e731c45abd38f2a78ea636b8354c2cb8bb4899917236203d2d2c', '', '3e8b3dcfabccffcbb7e475e72c6820d6f84769637076b06e640b4c8b65be6367'),
	(410, 'POLICY', 'partnerships_amendment.seen', '59ef61a1ae8b3a2a97f5d016a7c67f5cf200566388d2ce3f48f74c25430cd189', '', 'c3a8d5218c160c1c83d4625ab73a6070276479d50bdd152e9d4526682966b228'),
	(411, 'POLICY', 'partnerships_amendment.made', '05da4abf13682c1fe826f8b1a22aa3daf0c931411b0b1d9f32d7047c98ce4104', '', '694623811142e24ca6663709efb31a31ad9013292033dfadf0c00aa939ef6ae4'),
	(412, 'POLICY', 'partnerships_partnercheck.seen', '5f37f2fda3e80477f537042332235e9af69367325b83e05ea99341346dfe7aa0', '', '75f75d393f71921edb4e00cbe2f1df623164f5e1497465d0be9b3d3dc36da282'),
	(413, 'POLICY', 'partnerships_partnercheck.made', 'd281e7985e353c97d6c23f30e21ee2810ec0ce11bb1931216a1ffc0bd252c73c', '', '3e8b3dcfabccffcbb7e475e72c6820d6f84769637076b06e640b4c8b65be6367'),
	(414, 'POLICY', 'assistance_application.seen', 'b22eae55a31b196ff4c56e78eccbbd843c1447cc6f58d596460da3937f99e085', '', 'bfb512c395d3e2dd165216b89f5fd2c2651bbe8827b842a0780827b1e8c4ad58'),
	(415, 'POLICY', 'assistance_application.made', '9dd024e6246bbd42cca66c38d71bdacd6836797fba5e40066bfcb0015daf6040', '', '95680d0aba72bc0d3888f34fdfaae1899b22e5e4e2d2fcc92222422fcdfb81eb'),
	(416, 'POLICY', 'assistance_application.changed', 'f8744e0c511844123426302bcd185584ec2dde32531bcd02b15e2594150d9abe', '', 'd2434adbbaab2b5cd4598e1df98386a555ecaaebe50c20da18f583f7936666de'),
	(417, 'POLICY', 'assistance_supportmonth.seen', 'f8e6d43cea7e47c76d5c12dc7a5e911edbb889f02009ab6212813ca0fc6420f8', '', 'd392a109d723f4e106cf04d0a001f9a6e7d66eda0503ecf47ab45c5f36025755'),
	(418, 'POLICY', 'assistance_supportmonth.made', 'bdec9e42da48f7da23d4428b5e64e1bfab877e956464710a722f63422ca6027c', '', 'c5ccc80fd166bcff3be9e3a01442f33da5e367abb1aa539b18966332ea235bb0'),
	(419, 'POLICY', 'assistance_supportmonth.changed', '77534c23e6fe84304498c940cadaae6d401973f52596667088007b19b0d625ec', '', '13053c6dd28d0f97b17f3e95e47ef0abe41f3447761bb59c9c309f8c27896105'),
	(420, 'POLICY', 'assistance_elsewhere.seen', '6e46ef8a370a2466ac67e4972f25c221b59c253b78fcebb6f590fb3fc331eacf', '', '1d0562c554bc7a14c23cdecf296ae5701e3acea8d8462d6e68d48d06995224ee'),
	(421, 'POLICY', 'assistance_elsewhere.made', 'ba8eb6b46fead1c56b3809af5070fb545622de3ddbbd39b523b345c547f3fe54', '', '6159a26b2ab8dfc92cfa41594b393b8a57a9de90bbd530a968eea3c61b39688c'),
	(422, 'POLICY', 'assistance_elsewhere.changed', '70d5c50eb7e8d1bc2e06ac461fa522bf7ce2295d146da231d7ce98a281b5723d', '', '1c44d13568af7e379d35add3a831dbcd9e2242980be77bf6c7f36cce6fa84bf3'),
	(423, 'POLICY', 'cases_case.seen', '3e35a99c1cfd46b68f1747b8d5e73bda78c03f24173164435a99418181ab5b66', '', '7bae9ceb539826f8ab4bde37ec6d1771330c465f041623b81224d850d5aad77f'),
	(425, 'POLICY', 'cases_case.changed', '9ecf48d39e42cad1a443db05f93bafa4299b70f8b9a5a220e47e35365685bc0c', '', 'dabdf8239f1d9f8c897b1d43a3d33fde2f34636b8e8f46d5003d5fa8f9f6d5de'),
	(426, 'POLICY', 'cases_meeting.seen', '607ba3136c04a5873aff1bc3a5361350fcd22d9cf9cd866bed0b8e1f22f7aea9', '', '3d2fbc61d9743c3e370909f99841d4104e11aba2752abf92ec29e48abdeae44b'),
	(427, 'POLICY', 'cases_meeting.made', '3081537daab5e7e4dbb8878977b1af64a19516a35c986b3afcc991c1236e740b', '', 'eb8749823745f3e9417d008d10b1f66fb5e3a4c422e5b17cb08e2255890f95a1'),
	(428, 'POLICY', 'cases_meeting.changed', 'c7dac8eb54b126e8dcbce815507b2c0b39f2654107e50dd386efab3888a90b13', '', 'cc7b0b9e89c351885a2c7adf46553df3871d7d45b2e930492c4eb520e579cb4a'),
	(429, 'POLICY', 'cases_referral.seen', '707843cf40e5225eb21574469144f788b205a3478de807f2db42c0d2b30d5672', '', '81ca4c354641520b1a3592230bac66dd8b7676813cf3d1b5dc1dbfb7b92834e9'),
	(430, 'POLICY', 'cases_referral.made', '0607d7013af0dea3a00b53742a7fd028adb5ed5d7885e88fba5e1293e02667cd', '', 'b7b670cceee8b4a86b80205313697ddcd1cb174707602d1fae21a7baf9c08a88'),
	(431, 'POLICY', 'cases_referral.changed', '34b181097e7f54fd9bcce89054422497bbc2c349f738c855d2b9d41128f72af2', '', '5eafa3f93d89846280e13387ec4c681e8a77dd0e4250c849a055d812084fc3b4'),
	(432, 'POLICY', 'cases_note.seen', '2464b386411d0853e95d12a04532291512b2443dbcde2fb33c0756241ec23832', '', 'f021b4690211c47b3607c84f5f1666aae9c332261a7b965c17e899a11f3c0b1c'),
	(433, 'POLICY', 'cases_note.made', '3ba61ae44bcfec23536849bab466dec09766becf97d6424de13d076013acd360', '', 'c6d00911f2b1fb2f12324dea98557af734eb12324ce2c93923738228ec33c1c1'),
	(434, 'POLICY', 'cases_note.changed', 'faf57decbcdd4f14861fd7808e75cea51175c042caebdf2901667d1f1e2012d1', '', '1643b69ce38ed79db88ef16223bd046143b6467b7516bc4daac11bc960bd01ec'),
	(435, 'POLICY', 'cases_objection.seen', '1d1779fa4e7f9e58414e895298182147d0f5181c136a6e8013c9313be37ed5b1', '', '69c6757e1ab919c1e7132bce1bf8695c1beb861781c85841f2899160bb6f012c'),
	(436, 'POLICY', 'cases_objection.made', 'd64dcd4c6487bdeeee663089290211bf83e0c069052c842af8e6a80663d7f303', '', 'ba853c24366dc1d537adc9f428698694acab40bce9901f9fd5b5b53515e81b58'),
	(437, 'POLICY', 'cases_stall.seen', 'fbc97bca8ae090d59352e17429b05cf0d5dda7745859f63c82b5eee4cb7124e9', '', '97c1f52160b138aace9cb9aa4f379dcb2faa04b0c2a7e9c27b3024fd7ecda143'),
	(438, 'POLICY', 'cases_stall.made', '1c3498c7d11181fbcc727f836b12a61d28aed8f35a9e326647334081d8bfde61', '', 'd84aeeb056c44b3f6edad6b209e3775be7afcffb6acb5bc5945103642a494a36'),
	(439, 'POLICY', 'cases_stall.changed', 'a920c2cc83282397f0b693d71ef1c29f7de672f9cca2e6ad6b21c2b7613324a7', '', '320847ffa0ad3e0879fe226747d94e725d1c9163b33cb97282e2b656221c6abe'),
	(440, 'POLICY', 'cases_handover.seen', '72c84b4ad8d5ba75f1ba85608837ed4db64e9eee9faa87843de283fdb6ba1e81', '', '32bcb50cc487985825b816ca214b97c835420311c6549fb7ab69d4917cde719a'),
	(441, 'POLICY', 'cases_handover.changed', '41366e07d3880698fcc14b7c968bc21d8446bc8cc218abce5c99a5d6ba918e2f', '', '30b52c558b02192abb672adf7ea4c7a91fbc07dea97ab651725844433d79a7b9'),
	(442, 'POLICY', 'cases_draft.seen', 'eeab64da182c5ca05f58482f60099cde9e110d14909feb2f7e4e805b7587ee5d', '', 'afff326492b567c53cdd6c28544972bed30bf6e5455c22c2d0f2703b64d3935b'),
	(443, 'POLICY', 'cases_draft.made', '4a736be1da5242cf04cdcecb7fcc69422af17f9c12f2afb5da00b7fb04acb61b', '', '9303ab09cd3e3da8b1d5546fa9326e3a2c13437179df893b92374a370d4575cb'),
	(444, 'POLICY', 'cases_draft.changed', '970f9910c9f484e9d290f19ed832f949769a0f0786a1f52f9819ebdbed7fb86c', '', '17cc84b1b54797f69c5b86ecc997e4d21695692168cdfdf89bf16b1ee159f86c'),
	(445, 'POLICY', 'plans_mapping.seen', '83613a9e812fc3ea93a08f2e437897a6a8e2d4b8ecbfc061e642515fb323b16a', '', 'a9a19234c43ce6e7ce3926def75ef945d8444a8e17acdf21343410102f6479da'),
	(446, 'POLICY', 'plans_mapping.made', '3b42173331dafb083c343a7dcdad8d2b042be9a7a805304a8d83df7401035346', '', '7843657834c95d70bb0a437d21bad22f4efc7fd7391e8db8edb3afeee7727f1e'),
	(447, 'POLICY', 'plans_mapping.changed', '980ef7844d37412173fa3e56bb2f8c315f40540eb550964640c1e43161b50dff', '', '0b00c5efe3c8783478897bc836360189ba5a91929c655e224e696685a86a0395'),
	(448, 'POLICY', 'plans_plan.seen', 'f57c5563c8a6b527366bc5b165240e9efd4c2e144f0a6e332904b556b60a5ea0', '', 'efba17bd26c6c5371f3a438a5f4abd6de10ffbcf532d39406c14dd45ce75a924'),
	(449, 'POLICY', 'plans_plan.made', '1847c99bf21c937d539daafb01b7dd34c8167d6d8fa8eac8753c1cd8ed296947', '', 'bcb52893b9a4c826c3776e40b2687b0047ad9a65edc0ab67d2986bbbe41cd492'),
	(450, 'POLICY', 'plans_plan.changed', '61afd21bed5b0cafed1d72b5b2ad8f0c3af8d85039a9675d07403f8c52f62687', '', 'bc8e7c405d27b05400bcb9201913e72482299c4614827d05e623408bb1388f70'),
	(451, 'POLICY', 'plans_planpart.seen', '8deb5dad218f2b926b951daa454d0289b9095afa47181e7a9a1012dda304322a', '', 'a98d8b4ca83f6c802602dff99d5750ebc6854cdedbc475026b99a958a0b53ee9'),
	(453, 'POLICY', 'plans_planpart.changed', '555db257bd50db8c0556c686315a4de329f4bf8d13221e39647649648c59eb8c', '', 'aad3cf799b02f0174635955168542fe68972a3f6e4fc5d099ca30d28bad09bd2'),
	(454, 'POLICY', 'plans_consultation.seen', 'fa4d4d1beeb59a68d0d40d376edf2fd720f05446218885c2b05f4f36b5d74d29', '', '361758264ba05f63a44a3628164c5b8a49704e67a296c14f0c56c0e8f1369950'),
	(455, 'POLICY', 'plans_consultation.made', '9510bca31be325fc3554b0e9a00f0cb630344e82d5dfff272a8a29fad11fbbe3', '', 'd26d988dd15b1b1e15cf772321f4e398413910d558c855a0a78ef41704f262b9'),
	(456, 'POLICY', 'plans_goal.seen', 'a1229dde9be339557cab5a9af4d66b708b84d39cc0306aef6892f95cc92a08a4', '', '126d700a2537dc4fef7f26e87c4373e9d7c1f1922e6fea21bed5749f855babea'),
	(457, 'POLICY', 'plans_goal.made', 'ca5154efa72aaf813961628ca6bd75e517e7543f1119bc9d09f402936ed4825f', '', 'd8363ce29f2f78f475675eb773ee02ef1757f7cc0ff03fb2fd9397348c6cedd0'),
	(458, 'POLICY', 'plans_goal.changed', '20288a65923174275b10a3316b9409a5e40a79a9b72bd03c8303674996e2cf2c', '', '63b9e50faf309730d5c70a6986f3c0c2fbcf7c0fa23e87a9f3c147f6017aa5dd'),
	(459, 'POLICY', 'plans_observation.seen', 'faf361a10fd6e40cdc29ad6e631a56092e3334c537af42b1b4c7845683e30ee8', '', 'ca0b93a3c5d1df9291ced7b1506f79c18960517eb66585806d699a4ff9174a33'),
	(460, 'POLICY', 'plans_observation.made', 'b1b911c3013338af7c62926dfe5cddaddd85498cd4f12faf78d4257264c40433', '', 'a1656cb8094b7703fd5e863d68a84f746d1eec3c42c2681818ad4a38dbe4df64'),
	(461, 'POLICY', 'plans_stepmove.seen', 'f3c06e29d936b1a869314809be54a42770cfeac636cf068bbcdbb4ca99342645', '', '13d4776f3c52c7d37b12e02577fafe3ba5a98e49edd6d70ddcfc9c027046d0d9'),
	(462, 'POLICY', 'plans_stepmove.made', '50d8a2f7a4dfe2827605a3226443d3c33c402063c0fdd6a3761241ace8e13672', '', 'f09beb8d30b75847c8f16e5296cbfa48e021b9bc4b132b168d74afd9dad60deb'),
	(463, 'POLICY', 'plans_stepmove.changed', '52b8f2e5a388b4dc03bf3660d35e8a05abec2e5033d1b34428e997b025c2cca7', '', 'd038cf655258baaacec70edd77ba45270dd42b698391a00876f837bf7e551872'),
	(464, 'POLICY', 'plans_stepevidence.seen', '6e6efdf7534c49b6782d85c613f5a6c324ae01f653895b464235d5b415d801d3', '', '278681634f4865b7169dbf58363abb3ae650b05a73ee97223a24f8c0abc93d71'),
	(465, 'POLICY', 'plans_stepevidence.made', '5a3c8189b9bde75ee7f770520e3508cb037f315bda95d1c4bddf1e053a8d389d', '', '37aa1e7482f4d7dbebc1e9db4d1106b40c61c294c8990e43638c095d1139150f'),
	(466, 'POLICY', 'plans_proposedstep.seen', '4511e4680cb277a6aa0cf1ee7afb174a912517da1879a01a053978a27710fba8', '', '3ac534024b2f2e3dcf61ffd8d8951c3a2a5b0c53164825a6c9f581b1fdbaca94'),
	(467, 'POLICY', 'plans_proposedstep.made', '4bdce74a7f68653d80cd28663f22465d427d211abcec19d5ea4a0505f47c6db3', '', '4278df0b731cedc259ad7e1c9eda2e2d7fe8e5061073f51caabe10b398beaa80'),
	(468, 'POLICY', 'plans_proposedstep.changed', 'd7faffd1427ab6585b47b0a2cef7ef20b85c9d467c3a1045c7cfa97a6c96f8ff', '', '9c50c8141fdca76eb5cf0abcef4358607f70889174d02e88ec88901bbe90990c'),
	(469, 'POLICY', 'plans_selfrating.seen', 'b7e14723e3fb76a5b5b5c5f79585d8c1a00cf913b916e7272ad163cc42b60e93', '', '657a92529c71e41350972373fa4fa9562ae904ad237cd381834bc535ee0e6e76'),
	(470, 'POLICY', 'plans_selfrating.made', 'f7c4adca0d88692c4fb6d972a936662233bb4f759649da7bb5317550cc805e95', '', '793d4f09573e2d249b7ca3b24943e606592f14432f6419a20b79d3176af17de1'),
	(471, 'POLICY', 'plans_selfrating.changed', '95951f19ccd0b0204da11b8602a6939afb8fc684b41a63b0de96bcdfca1c972d', '', '3a50205718646fb0dee6ee70d5f796da9a292b1109eced06b2666d586c815257'),
	(472, 'POLICY', 'activities_activity.seen', 'b3f69c8737d6b61a5c143b72aba5bddbf6cb00056b87c684d95cc445da8abf36', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(473, 'POLICY', 'activities_activity.changed', 'faf86409343614bde990aeb4d475a65648c7e7710c159408e49b67e2053be373', '', 'fea76ee2914cc4b2edbe9e7318d17bd7b0bf697ec3f0922471330140d147eb66'),
	(474, 'POLICY', 'activities_theme.seen', 'b30138c7674f175cee035b0cc9b2562aa7af1edbe38f729c2e69a1471a927be1', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(475, 'POLICY', 'activities_theme.made', 'f3277f3dbaa4bb90843a9e3ad55f8797514422b8da6136df9452445c4d3ddc26', '', '5b167e185ef1174df57589596e3016ea70fcc288b09b46e5fe7a363cc6b03592'),
	(476, 'POLICY', 'activities_theme.changed', '36073d02edc8f74cdc42d6db34413771c9076281c3c4ce4e55a73d4081f1daed', '', '59ed2af27d05fd618a447c08a437532ad788797ed270513b1161b8c186066e32'),
	(477, 'POLICY', 'activities_crew.seen', '0c9068ba26a501dc4f64048d05f523a7158be9ada0aea779536bb90d8e6711df', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(478, 'POLICY', 'activities_crew.made', '7aba368bbde5cbfd3665e05036d5d4a3fca1ecdc34d96200dc603c0ec62c8b55', '', '1a87edc27ea85c40d899315bf56001a1d60a8ad36a9b10795a55ce5d76dd562d'),
	(479, 'POLICY', 'activities_crew.changed', '95c6191a997b98d34b19ad02cf3e6d04711f20de3cf667af2d46abe84f8a4dce', '', '1cd022c4ff16c7e54dddd74b7782fdadc28c020f7c599d50d7ae28830d0f58ec'),
	(480, 'POLICY', 'activities_crewjob.seen', '688adbc3592ef4854a70fcf72526fb25fec10326b4fa90ee5fe3786bd48d77e8', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(481, 'POLICY', 'activities_crewjob.made', 'a6234ce6c5087ea8a9d882fabb92959774430282bb2c1614d7c87d9c9d4e004d', '', '44cc7cafb3d23253e22e269c38ab7a32341d42e9dab228cb770aa821a0d7d1a6'),
	(482, 'POLICY', 'activities_capacity.seen', '01d4aeb508f7f79e31349066cd6f359f448fac764ce3e376664b36354fd8eac6', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(483, 'POLICY', 'activities_capacity.made', '84609abde8b241d81409087e42d3df269cbfaf1c207513994d6350ff1030969b', '', '2c28b370229370dab7897d842396c542e87064ad597b42616f39f3d072e39151'),
	(484, 'POLICY', 'activities_seatuse.seen', '6c2867e32e76f244928d0119bd248fe63bd86c0e99649338c75b8fc3c705ecc6', '', 'ad07b48f0d73d7ccd6117b3215f6e15eacea379cd3e5fb77c61d9b51e4e3d6e0'),
	(485, 'POLICY', 'activities_seatuse.made', '548b5b8c6e91f81be9023e19e7a86555f300c9d30852a744317554025f078af2', '', '8847de41ec9051cd6efecb98a3801f442da9d281d8448f8a09a7d011b1bf7e05'),
	(486, 'POLICY', 'activities_seatuse.changed', '4938f00a8b28d46f3a9fc0df70166ddd89074518a47836aca8ffa9852aec2b0c', '', 'ddf328cce4477efd8bc59613fab6a5432fba166cd006b0fdf8c3a5255d584a70'),
	(487, 'POLICY', 'placements_placement.seen', '9142be91e494b530792338cd8d5d73c56f09934c44c2d5366c9c5c0b8e95d1bf', '', '693604bd1c9ae187a806b3b0244bb66ed3f57c27686154e181754e7b17d00c31'),
	(488, 'POLICY', 'placements_placement.made', 'b93707fbd8ae2f9db01e512cac35e612861ff5c4b6eef5821a845c7e3bc2cb5b', '', 'f841685de30b687911d2bb49c622e06b34c728904c885113b0004b5b2dabf0bc'),
	(489, 'POLICY', 'placements_placement.changed', '12da119a43138694289f06ec2bf33dd2ba380a1685d2685936d0ced88b7cfab3', '', '005208316e7f4547ee363d219c7a4fc89fecbddce6a7b667b0d5ae18f9246724'),
	(490, 'POLICY', 'placements_placementend.seen', 'd675131171ed7cacf7a7383b3d390323723f97a659d47303571508809bbf1237', '', '190dcabda96672d60c722c5175b908273cfac3bf40baee0f49fa4320c94811c0'),
	(491, 'POLICY', 'placements_placementend.made', '51409024496a59c0091eda78068003c225fa076a12ffcafc4b87b731c84f1e9c', '', '4985e4f97253da24b06a4a12d0c34ef7aa91e5cf801e3825edd348ce3b0c39cd'),
	(492, 'POLICY', 'placements_placementend.changed', 'f5bee7d4f0e57295011d39223646411433c3cd967df1a07e363f54a863227c00', '', 'f7f450e015f5178d46c2b73033b3f5efd25beb35325cd564fb0414f720444430'),
	(493, 'POLICY', 'placements_introduction.seen', '1c530b3917703a6822c559fd1652833bd68f688b2d77209d4374eaf03a39e145', '', '4b712cd320cb821d64208f83d2c4928376c61ede485b113e83f6b09a1e89152c'),
	(494, 'POLICY', 'placements_introduction.made', '02799cd780e66fce83c4d8fb0e6231fe3706d7b247c0be6d93ccda83860bf757', '', 'bf02e02ac3962612b75579c08ef8b09d95ecf23495a2f1427d772926e2876186'),
	(495, 'POLICY', 'placements_proposedchange.seen', '5e946daf50dcb4d95838404728db12ca066021547a75195c38c1aaa8324bf2e4', '', 'e5bc4808c00e0bd04363f8fcb7b1bfc12c60ad0efa35d17f5721a674385598f5'),
	(496, 'POLICY', 'placements_proposedchange.made', 'e3aee637a4cb7d0364fd9e611bac8e4fd8e6b50b41142da94521705b79fcd972', '', 'f48141ab94989a223c0ed92a367b776a96cd413a7043f887e5d91f5bbcb54a77'),
	(497, 'POLICY', 'placements_proposedchange.changed', '7dfe72c0155e800ca39ea1bdc62e45ee5f8d8635a4e33dddc1eef87f2b6cc666', '', 'cdc0ad3f7802611c232e066677cc1762f7bfb4d31f95dd8304bb41152bf4637a'),
	(498, 'POLICY', 'placements_suspension.seen', '6a4609c3fe7e9f5775b9297d08436fb98b6b669552962f3831b720a73b95f36d', '', '86a9dded56b12614302587a10ae4d7618ec9fc32b693ffcdf6b0fb754f9b5b8b'),
	(499, 'POLICY', 'placements_suspension.made', 'c4b4b9cade532cfb8ec24643bc06e651e027a6a9c4d5f2978b46a0868a7706c8', '', '03f87a4a13a1612f82f14a4cc5e4e12387d6e7871bc6c4e470b8f397bdb7581a'),
	(500, 'POLICY', 'placements_daychange.seen', 'be3c9738ccd50e86ca77b83144ae6c7e7bd4c3b10734c5460c975013c96f3045', '', '61de0ded268b0a19a61a2987f572b99ea72d8c2c996e3cf62d88ba0b72bb8538');
INSERT INTO public.database_appliedrule VALUES
	(501, 'POLICY', 'placements_daychange.made', '97b5cccee4bf4d7d823ac552f35de2127ab1de2c5fd527e8bdde338e8331e8aa', '', '2cf6874e3d4e884c69fa4ded7cc9a14014f7fa07b4c6d2b48c4e16384b126827'),
	(502, 'POLICY', 'placements_closure.seen', '4c35c75f6c05daf0cb69e1e8ba6e4c202d4708a2e89a70b4b53010501465a2af', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(503, 'POLICY', 'placements_closure.made', 'c5670f4c3c911568fce28e55f1cc1cfb7ac839332cfcb741ff2d238954aea6fe', '', '781fe74dd96ed870ce54beecc377fbbd486aea3631779ee068314e3d84fc76f6'),
	(504, 'POLICY', 'placements_closure.changed', '3cf0784bc9fe15b3ec9ea5d8d40f1f82ee63ccf4b0f916e84c5bc85ceaad45ef', '', 'fea76ee2914cc4b2edbe9e7318d17bd7b0bf697ec3f0922471330140d147eb66'),
	(505, 'POLICY', 'placements_cancellation.seen', 'e77cfce396fc1afbe9c447f1b379e8be0617803479db5dc642ba010f6bd3580a', '', 'd18f4bed746c9591a743830c2820130aefaf245ea42163ad3c1b84f1e2d16e73'),
	(506, 'POLICY', 'placements_cancellation.made', '78396d445279b8df1229c142b3470ef4420b9eea8de4cf31447267304395a016', '', 'e49f24fc82edbc12059e5901966cc6d81353276e172361ec3c09530e156f1b47'),
	(507, 'POLICY', 'placements_cancellation.changed', 'f6d446d39a1c8158b7b10605895b40701f573487388629a3b44b26f854472d7b', '', '6ac4361628c5ddf3124f9d22e239fcad415ea16c857cf022a1eae1f4df37d858'),
	(508, 'POLICY', 'placements_crewmember.seen', '34c2fbe6450d4e0ccb3b702302cb11c291d154d71ed887ae1238eec75f85c7bf', '', 'a5b0b3d3544c1fd983f9f4c2f25bb2c931f1f7cd7781b147fd404bd1a128c9ac'),
	(509, 'POLICY', 'placements_crewmember.made', '94b002223e553fd7f61d50b13cd86fdca64a056ab69acc43967f4a3d2f7bcbca', '', '398f155fbedc938cdc6e3b3005053fcccb9d74d38ee2136802ea2271667c5260'),
	(510, 'POLICY', 'placements_toldreason.seen', '3eee679f38b497b760edc0f2b7cae61d1fcdaafaa1b08d8a23a9e2fab1af5e1d', '', '125906da9167a12400124c3d69ba7cdf0799fb34a1a47fe75ac8b11d1af7b9b2'),
	(511, 'POLICY', 'placements_toldreason.made', '5e6f6885197bbd38c699ed9acdbaf0f0debddc893e50bdba3a22c30757f954f6', '', '44fe2924c9d1e6d45942b93135d52a28d1bcce7a247a33b4639abd92819b9781'),
	(512, 'POLICY', 'placements_notice.seen', 'b173e2cc67b534c3daf86444dfac94fb833f8683d045db8593a1a70e11f1aba6', '', '2b8a127d65ad757f969dcba5283c9667f856fee04620f3ddea7434411abb99e5'),
	(513, 'POLICY', 'placements_notice.made', 'bd54f586ef6f8216cbbe02e50b890c0803487308a0ca53410924feefe79bd536', '', '79db1478295bb2555a7b73a2a86c65aead9b64501ce857516be53ded4490a4e6'),
	(514, 'POLICY', 'attendance_attendance.seen', 'd03eb7e3bf5d6092a08341b0b714644fa04d6b8c4d679cef800d46f7c4a291ee', '', '32b33bda36b3bebc2a0b65f81a3df42866edbfcc99bc89be84c6630a51b3d5b7'),
	(515, 'POLICY', 'attendance_attendance.made', '3df6cb8196d9f3b467bc643b545759d4a68b23175d6cc9ac13388a2f006a21fe', '', '05e8a2b4c7d5a821efff1136140402583a529fb7577c575f2e176f35bc37dd0c'),
	(516, 'POLICY', 'attendance_attendance.changed', 'eafd539b8452b207d8562582a6c5463cc6d7ab66bcd4d775036eb8428c88351c', '', 'e8331ccb99081d7c44423b128bd804ada977383eda37b61c4fd67eca67761b49'),
	(517, 'POLICY', 'attendance_finding.seen', '3ecef19bb26c2ffe44fa0bf9a90e8287dde39ae1c0d62b390a508563cdef9a9f', '', '2be9fda37bed4a8a581f79a949a82762a42334ff5b50f770ff4f39f59dcb65fd'),
	(518, 'POLICY', 'attendance_finding.made', '5c4aead7ea7efcf2146bafe4f594816d851626e1a1a57bb718183e697ae4c093', '', 'fed10d8930e45c092fbbcdef3b4d67636fcc74fef73ab170d9e7e4ad8f4b69c7'),
	(519, 'POLICY', 'attendance_sentonce.seen', '4e92af6b0ce261c5640cae385f87735963f4f454e89e544d5664720be39fe09b', '', '35c636db59b65c020c467b762afe04929c2d424bbaeb6479e87a537388a2b915'),
	(520, 'POLICY', 'attendance_sentonce.made', 'fbb2fa87c1893fa410b3c6fea82f782da8e086ac5c178a74f5929dc7eab19373', '', '60af11cd272c577d9055ada4ed4042a542d8d3ddbecfc39acdb1b238363ef48a'),
	(521, 'POLICY', 'attendance_report.seen', 'b476c6b3be382ab5292ef22d96cd35a489f80281d9b9c1e3e122af61b651a95e', '', '4c794d8f848f29f118e1b3be4dd3a0b1ab5c8cbaae19364bb12599c3ba4a39b3'),
	(522, 'POLICY', 'attendance_report.made', '33e4e0bc580011c955c2fcb48f7b55f05a2393c935b61dfefd454f31705f140a', '', 'fd2afbfe92182f7d52c00fcf7b68aab10a3d20ea08e28b71ddbae1ebb676a8e9'),
	(523, 'POLICY', 'attendance_report.changed', 'adef8b88eedb04bcb8c717cdb0b7edac83af3aa971084ab3dc55068b3d9872fe', '', '524ec5fd8653578d58eceed79a4fab7a37b7cb78d663401641c19db9cbcf1d6c'),
	(524, 'POLICY', 'attendance_incident.seen', '9d81f3c10f66869c9103b3b1c82c1d33f23d265dab35b4921124533fe3db622a', '', 'd86ff3ad850e12b07156608ed68f032c6fb13959d3a5edc3d4517b719ff7849a'),
	(525, 'POLICY', 'attendance_incident.made', 'aca8183c08e6acae4ca27b49ee1bb191816b5b11142349b58ece5a24cd0e1efb', '', 'a1bbefe90ff49cbd4672434b126c595b4ff928b1032242d7d8a3d4f7ed795001'),
	(526, 'POLICY', 'attendance_incident.changed', '318fe0a7111a3f4293d7749ef52cf658e2a6377762bb641885653d20aed75156', '', '9fd392295d76352355b377f7d7c560d45ebaec162ce95ab88326784781fdf294'),
	(527, 'POLICY', 'attendance_dialogue.seen', '6d08dd6e9427d12a14abd4a321fbab49c1e8320a19741343777828fb900ae76d', '', '99880f42f73fa3f6c2b6b3c9487baf0637ca4de302885c3f57a3702a3ecb11bc'),
	(528, 'POLICY', 'attendance_dialogue.made', '690f0b728801a7299a6a574f96ad1e76fab5f6f0b343c930f6b9a1cb412640ff', '', '8fd4f89d1a29c80b2aa379176a2b2c5b170ea79c853ab4327d790377b8ccbce5'),
	(529, 'POLICY', 'attendance_supportaction.seen', '2d7e6e72349c4469eb2d13fa758bf263802d465a08502a3738dd3214b967bb73', '', '341bd57aa8924e337fbcea1400e1a96701616236428151827331df8b153450d1'),
	(530, 'POLICY', 'attendance_supportaction.made', '5f0abf3aba0de0920d3c4cda22f777dec998beb231e80acf6122b6b4db88d32f', '', '70d61cd4db2f92c049ab9bd4033167baf98ed1dc7ab7ba5c11ffd717dfaef786'),
	(531, 'POLICY', 'attendance_supportaction.changed', '315aac78bb22ed71babfd3efd19e59c7b685274223211082e6a498e722988472', '', '9508b5d860cecdbf26bc158c7c07e964efc3f25338d56651d8e81cc54ead60f5'),
	(532, 'POLICY', 'requirement_exemption.seen', 'bdbaecadf00f3ac0ac418b8293e41ede8456ff4db128468a613bfb0ea9c4859f', '', '344171aec3c767f4a1dc354467380ae99582b70ed7c19e98d86d98033e0045f7'),
	(533, 'POLICY', 'requirement_exemption.made', '5446209497f561c5766b989a26651be03f28217aa91a4d081aac4b0b4e7e8bc6', '', '6d9560f39eb5a5d4fa2a7f9dddc75fad7bc7e03176e2f33e9d6f8afe3bd39cc3'),
	(534, 'POLICY', 'requirement_exemption.changed', '8d1c9f5a49c545162c9379a2a972bcfc87f4c385e3c09f9deb7db966247a1cfd', '', '292bd112ba98e603e2651ba0aee51895e5f3d9dd7a89fcc2f15a063f46613ba9'),
	(535, 'POLICY', 'requirement_activityrequest.seen', 'e641684d5a4af8ca7da4f635406c72bbdfbad6f4c1f5dd3f51756bc1212552ad', '', '74027ab2fedbc3b34f667ef8c3733ecbb71e304933af121dc6c12deb41f1a022'),
	(536, 'POLICY', 'requirement_activityrequest.made', 'fd8442a6dc2ce7e30446da10e321622c2c99e9c249ec3fdff5751e9af9c965eb', '', '71c642cf56b3c59fccb4c96ddd74a690913014b763edd435d59949ce113e331b'),
	(537, 'POLICY', 'requirement_activityrequest.changed', 'a1df3f5c5ae338dea8b76d8c6ae6f032895fa042752c2baf143b1fb119cdce4b', '', '5c6d696070c4aa28a8eaf0f107d936ab13f70b1ba63b840d0de4eefa8bedc6c2'),
	(538, 'POLICY', 'requirement_grounds.seen', '1048c026d5df8cb373c9697eaabedd2b9232451c935a8e74fe55a6d4fcd536c4', '', 'fe6d2071e21882f4b1f2094d46b19fd93f946619df69f690f0fc4a302e9fc3b4'),
	(539, 'POLICY', 'requirement_grounds.made', 'f066bd2b7bc0cb85d22296805c8a63f34549116c036fbd60559ca5de5130b88a', '', 'e3bc9c63e998e8a6c8f5b18b4b93139a0a183e243a4a8dbd8334469a607531dc'),
	(540, 'POLICY', 'requirement_grounds.changed', 'e28a957a76c4d99e545f49ea03f3c63ab2a444ed1015d3d6712555b1bff5bce4', '', '447409d092fdbfe571325967cf4c4b6a4d915f4e1b7151d41e9bf9191b6b1472'),
	(541, 'POLICY', 'requirement_decision.seen', '4246d5e3392c0c3b10be3750e0b9639a6e8dfae98f13c5fc65f10e4702106403', '', '2a6c584d7feccf8889a894af85bd728b876f2f7800f334ad75d36ed1996746cc'),
	(542, 'POLICY', 'requirement_decision.made', '9ef92959e85673335594c16e5be472e1d63494a26500924611e981a65794ac6f', '', '98ce33721d78aa1d3695c40591ce4b90974e110063c7a1b42b8c18637a727dc1'),
	(543, 'POLICY', 'requirement_decision.changed', '44e6c56ceb58a96ab046821f3d5846d786e9a3cc227dd0abe4a3b7ae0216d5cc', '', '8c026436d087e87206767c9bdbc7d9614ed604c118921b5178f361b65ce0bc18'),
	(544, 'POLICY', 'outcomes_exit.seen', 'c8b0c400fd13326e29cbf56f9f64903e6faa6d6c05399ab01012c328cf1a15bb', '', 'd83aae893bfd3ea1e6011ea04a1ffc309651c8c0948843396c75203b8afed936'),
	(545, 'POLICY', 'outcomes_exit.made', '08388bc99749f4f20fd9d73aff4713bb30acf2dcfaee9e7644f308bea29e1cfa', '', 'a1cfef451408f51c31d0e9cf21dd4ca8844ecd14558c3cca0d1094ed5dcecc81'),
	(546, 'POLICY', 'outcomes_exit.changed', '3e6561d4aeb94ebae0d7424b121f5db51c489a896b81b01b0a71c4046b4eb2a1', '', '800c3724dd7d122076952b8a0cd7cec40f82e6a18f6aae1a5b70084fbcb5d455'),
	(547, 'ACCESS', 'secrecy_rolescope', '0d0a5bd1223b86066bba9afcceccc2cfed6cd07db46da95cab12d3bc8d6bfd7f', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(548, 'ACCESS', 'schedules_clock', '0424ef9f8fc4fc0453afd1c5e030ef9e903cc74e394dc91e56f1ff3abc626b80', '', '3b394fc711317ed3ab3fe81703add623bacf498d39cc18e2028b587c1c2bbdb6'),
	(549, 'ACCESS', 'schedules_day', 'a1ce43a8b73d9a3fa81617571c0bc1efe458850870be469870e9a3ab33cdf36f', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(550, 'ACCESS', 'history_event', '5143a33111001c0dd0af6f04e87f9d913b160c6cfef30d69db34f0bfb125956b', '', 'b83e0281335a8e779188a59194b63b6f5847a4ba08fe23a30e522f67bf8389c6'),
	(551, 'ACCESS', 'history_version', 'ff18918eb36f01ac819bf5ed92ab1f09ff8ab87206608c755b31fc873eeb2ebd', '', 'ebda60c05a65469464d7fe1dba8888f77b4a39290b290a34ae4371fca4f593d3'),
	(552, 'ACCESS', 'staff_organisation', '3a4457f5efc501f68d0580a583db4386f4089f32759396ad120b72b0909d9e92', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(553, 'ACCESS', 'staff_unit', 'd175af976a9422a5c95bd2af8718f3251526eba62760c122d71fd51c87ff38fa', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(554, 'ACCESS', 'staff_colleague', '43807c9e432e2e4923620c3ed050cbcfd1f90c597e525aa5e6fed12b379e5850', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(555, 'ACCESS', 'staff_membership', '6fbe606d7e47b6919dfb31ef0cc6785b031d5714c289e963da1c20599091e726', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(556, 'ACCESS', 'staff_subscription', '0298d3d2b2b088a2b2305a7729978ccebd8607f22cc2ef415d722ef2e4bdf4ba', '', '8b9d72b7c44d282b74bd9841b594b1747325a0f6f299bc3bccd58b7bbcda5911'),
	(557, 'ACCESS', 'django_session', 'ac8b9b73f5b597a05f95e850f61db7460ad76679b7714f1720cbdf623d373876', '', 'c4b991bed4ed143b2e3b3dc094ecf229172343eb27ade3eeee434220817bb39d'),
	(558, 'ACCESS', 'account_emailaddress', '4c22a10bc764ec13d488335b17ed77e956f0db7c02806732225c111b564141b6', '', 'c4b991bed4ed143b2e3b3dc094ecf229172343eb27ade3eeee434220817bb39d'),
	(559, 'ACCESS', 'staff_cache', 'fc72e9efed6d9fcc5a8b28cddd01ee5419516ca1fead27501baf68ab8bf3e593', '', 'c4b991bed4ed143b2e3b3dc094ecf229172343eb27ade3eeee434220817bb39d'),
	(560, 'ACCESS', 'staff_user', '00277818d0e7be90e27a956478da226aed0de2d361d788bbf0d5f39590059f84', '', '3bb211dd7da7adb5e45ba4be5e5adeb40267c5489fb450ad4bcd7a80a02b9bd9'),
	(561, 'ACCESS', 'rules_ruleset', '8aabb280c5deb8dc0f02ff19c9d7dca270dd137f9fc66a39daafd1dd026dbe74', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(562, 'ACCESS', 'rules_code', 'b19594c979159397b0ad8e725fa36cb26036dffbef92bcea5e8517ed8b678e20', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(563, 'ACCESS', 'people_person', 'f644722dae835ffe3ea3998c10731374ca2a0b4694ce0c9a98b209a386c3543d', '', 'c932b9ea5b980415803e5d25c78744632e126e93df45431be4d2c69027b7bd8b'),
	(564, 'ACCESS', 'people_number', 'f6035ae2436fe505e91ef6d1d76a87c25ea033fef64d3674a66a09e84d58d23c', '', 'ebda60c05a65469464d7fe1dba8888f77b4a39290b290a34ae4371fca4f593d3'),
	(565, 'ACCESS', 'people_contact', 'b379b87d27fe233af7d4962132f1b50bc00385d1e72eced4abf6d11425257eda', '', '3f107c325986be9c2d0f7c684e4397e9f203946950958a21d12a09fb8f77e0bd'),
	(566, 'ACCESS', 'people_grant', '24adff84adfb91eb4d6f24e32f44ed53203e0b24e0ae191b5c8226e4a6d3239c', '', 'ebda60c05a65469464d7fe1dba8888f77b4a39290b290a34ae4371fca4f593d3'),
	(567, 'ACCESS', 'people_household', 'bf458964a289be5110c223ac9af5ee9c71c49415dd6773e87db385ea6103cbc8', '', 'ebda60c05a65469464d7fe1dba8888f77b4a39290b290a34ae4371fca4f593d3'),
	(568, 'ACCESS', 'people_householdmember', '21d4086de1751ca4c034a50ffac09478a475ae69272d7c39d8cc9287f97f7125', '', '21c3cc38b366d2aeb7634eadc5303802e4c663e08bb75c316c32f0aa4bfd2a7c'),
	(569, 'ACCESS', 'people_consent', 'b75d76377b818c0d0c539dc1524db057ef127f10242211fa83f57e74c99c2cc0', '', '662b33ffc9b376e2a8ff73a6b4b8b6291ebe47a139815b519c8ef8ed6e4a2ba9'),
	(570, 'ACCESS', 'people_opening', 'aee3ff37342c2b4497277786a6576b810b4cf9a89e7ff500f1c905f7409c79d8', '', '7449bc274fea80f7ddc644b47878ba096231b0d6a0617e2aedc4628ed8743770'),
	(571, 'ACCESS', 'partnerships_agreement', '3d4f3a69d321148cafc865be01e9387189f63fc29351ea92527cc063cf9bb500', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(572, 'ACCESS', 'partnerships_amendment', '7753c97b3d625c60eac2c5530f80febb19addc45e58ba6e1a16fdd8152ce9ca6', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(573, 'ACCESS', 'partnerships_partnercheck', 'e3e21c7d03ae84bcbdeb9a772d4cdde11b7eaa870ed8bc1a420cb5bd02ca983f', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(574, 'ACCESS', 'assistance_application', '7e70a2de6ce6b1e642661acca53e90da53e3737f86c2a9d0294c711ac3411e89', '', '4686d52fa086747ec1f8d728f08b842c0b5091e758e93dd07e72280901fbd184'),
	(575, 'ACCESS', 'assistance_supportmonth', '1834d775470bde8a93269ca6b12fad8448a11175a794a79c661c6cca605c5ca1', '', '1f5c1de6160249d8902ffc2ff204b8463ede6c41eb51188e84a13491a908e1ff'),
	(576, 'ACCESS', 'assistance_elsewhere', 'd748a8169c7539497e51ded6f560de0e9b64998d5e8b023883229bf7c4d6ac3e', '', 'e13034315f86f7021c9e6aa71cb6a41bfd3028d2062ae884abcfd1b412a432ac'),
	(577, 'ACCESS', 'cases_case', 'bdc4c5bc4453b2ecafce5280b0f389c2f4df8cf20122b7824f11a64d66cc940d', '', '5d48d0324b94ca1a15a199613a588ca552f7493607df1b41d1d771d6c3f8e0b9'),
	(578, 'ACCESS', 'cases_meeting', 'b146a267aa3cc62136e639416454def68643871a157c434e3f2b8eda60b80542', '', '9189331d4c98c3910b639cbe44b4393b895ab2b6b7e4c1ac07a1bd6474740ac8'),
	(579, 'ACCESS', 'cases_referral', 'a7bedde5fe26ac374df27137af393848f965eaf9bd66bd933405e6d143e56e55', '', 'fcaefbad659a7701dbbae62648da3bc36a70a3ed6501e549a6c9c6bef133023d'),
	(580, 'ACCESS', 'cases_note', '76313177697bd49084f3f149eaa460c88b8b2309302ad60b38991d6a6f02e997', '', 'b7ea740bdd8b9ccf05d324f8d5ff8440af737f3615f55c5e75dde98805eb132c'),
	(581, 'ACCESS', 'cases_objection', '6dc7e57e0c0afa8bf46bf413dc348d257c424b8b15305c04e33f52de44c44bc3', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(582, 'ACCESS', 'cases_stall', '17e5f4ffc53cac825ffea495d5575199f46c7f6f02c2f57b632f012c6938f7eb', '', '21c3cc38b366d2aeb7634eadc5303802e4c663e08bb75c316c32f0aa4bfd2a7c'),
	(583, 'ACCESS', 'cases_handover', '7ccc6bb72397e383d7aefec133cf54c17511b6ad6943eddd8604e09552503582', '', '867abc6b7be164f529dc1be57a97af14f4abd7895d4751b424dd7b13e48d0283'),
	(584, 'ACCESS', 'cases_draft', 'fb3833acc479e559fa7a2c07b4d56ee862423d95e7ef602b443cefd6f972fa6a', '', '20a1dc772b77c176e7ae9bef777d0733eb0b91bda4858ccdcb374899723eb79c'),
	(585, 'ACCESS', 'plans_mapping', '36c37065d8ef710157ec047d9ec8f3c756ed4b32a9db89c045306b650a242c4c', '', '19d950d64a69052fdb1621ae04faf525050807394a39dedfe2c7d6365bef5d4c'),
	(586, 'ACCESS', 'plans_plan', 'e2140136adff46998bd292b3adb4eb0fa4df1027ba8ee98d852ec45b8aedc7e9', '', '98b60c5b6a2d603d9fabfe1ef2a0963e573b8ed80c9bbe1c5e6e12bbac13ad16'),
	(587, 'ACCESS', 'plans_planpart', '803ea1c1b6a023d31f4999fe9b27480aae3090a68acd3aa24c4d78080287a29e', '', '023015dc25d127e9df6522fea975a8b4d74115aed978a570113b8778b814c109'),
	(588, 'ACCESS', 'plans_consultation', '155f3950c277d6cf5baed0934c09ddd59a408d37ed4be5350c2a8e48fb5dab07', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(589, 'ACCESS', 'plans_goal', '1c4f6c7c90c80fb965699f5aeb00fc962a14521367f9ae4e77beceb678e1b328', '', 'b0fcfd512958e6bf22d9903f13554a46662e57bf6a6bb4c0d653151217579857'),
	(590, 'ACCESS', 'plans_observation', '70be553561c5827546b61d2a1c29ac3cfae453889778fc4812e9a99168ab0f70', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(591, 'ACCESS', 'plans_stepmove', 'c0b48ede123b48c20f2491ffe22ff18b356a2c6c0b76e3173ae0535075b7e0a8', '', '8a610e532cbb676ceb7f4170677488351ea53423cac8f0bbfbe2bf738df5a281'),
	(592, 'ACCESS', 'plans_stepevidence', '3e1e8881e85e7a7ce7703f9edf8f0a9fe34fd7d3d88f30328f45923a7fdc76e8', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(593, 'ACCESS', 'plans_proposedstep', '6faf7f852ba59f6099946d9838723f58b25d5d66df0bc4dec3981b0b2b658340', '', 'dec7364692ef65e6e7dff5fbdf01986227b884a9284578ed8ec659f70a4996b2'),
	(594, 'ACCESS', 'plans_selfrating', '9cc51cb8054d8fc8c5731ab9f083745089f3a6795722c58967a7640bfc6a48a0', '', '3579fe5f3a155f276318acef7fe178f367df1b31456b6522f8b2433bd204aa79'),
	(595, 'ACCESS', 'plans_ladder', 'aa61a6589ef10cd84df381e805cbe8dfd4649402d456532fd7737abbffd4bb1b', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(596, 'ACCESS', 'plans_ladderstep', 'd962ef48b38b2800751c61cf197b702e822573e9f6758ab7a714cc554b496916', '', 'ff06e16f6f52c6c46ed81ff4b408bd7d82bbe51f83dc1f03fd8c30cb25730cc5'),
	(597, 'ACCESS', 'activities_activity', '744d202d7faec2d5fca8bfb354f0ec5522e50974272ad2e1134c7d7161e19dc9', '', 'd985c807f9db23aa812ee0da918075a6c0baecc65aa03ae4a318c0406339c8b5'),
	(598, 'ACCESS', 'activities_theme', 'b1ed51fe120171885682917fe848571c5a7116027046c071cc5bcff2cae6ab8f', '', '023015dc25d127e9df6522fea975a8b4d74115aed978a570113b8778b814c109'),
	(599, 'ACCESS', 'activities_crew', '54c12d291cf1ea95fe005c6131c8319ae406be4cd7ebcf8376156ffa08513b88', '', '023015dc25d127e9df6522fea975a8b4d74115aed978a570113b8778b814c109'),
	(600, 'ACCESS', 'activities_crewjob', '79fc702889c84b79f8f9c6d3d8a3e93a2f25b9fe3c07513c21854c46a6ae1b74', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea');
INSERT INTO public.database_appliedrule VALUES
	(601, 'ACCESS', 'activities_capacity', '506c17645b6c4625f567412466ca4113a6333a8e65a46189d3feb49941145d9c', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(602, 'ACCESS', 'activities_seatuse', '54e8dc9f9ede0bf45b805758a4376df715efd8281edbaa84fca352e441c691b7', '', '21c3cc38b366d2aeb7634eadc5303802e4c663e08bb75c316c32f0aa4bfd2a7c'),
	(603, 'ACCESS', 'placements_placement', '3993c8dcb4c06adca63871d6bc8692cd799ff116aec8b8c6b99311f6ce6cc9b2', '', '7e453bcb2f7e0f1dfe956e2a295d9d96b201e798eb3b4dcc8dfeea622748ac66'),
	(604, 'ACCESS', 'placements_placementend', '3ed54aaa478caaa8d98d9838a920cf37d1743eddc9eda761b665d9636f98e9c8', '', '4585878a49ef208c413b2472e243b52970e72aafacaf53e65be3b73677ca7b1c'),
	(605, 'ACCESS', 'placements_introduction', '03c5960d336630c71bc732abd089aa761ca644fc9b0ce91b587f5b0851f31ebf', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(606, 'ACCESS', 'placements_proposedchange', 'dcf8cd04f2fe9e6d7ebd219ebb36056a22ad28b6e56e878a986f6033b9393c49', '', 'dec7364692ef65e6e7dff5fbdf01986227b884a9284578ed8ec659f70a4996b2'),
	(607, 'ACCESS', 'placements_suspension', 'b9a50fea9dbc6a8074317eea3eb24b3f0f3b8266a719ae992a0d34019dcc8b60', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(608, 'ACCESS', 'placements_daychange', '311043c7d72bc20a428d6c84a0d9eaf0b95126a3bf5380b1f9951d3c485f289d', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(609, 'ACCESS', 'placements_closure', 'e59d432abb2080719affdf56bef4a89431013c9b0d4eaa20ab4a6a4e11a08960', '', '863879be1f670dd3e5f6ad092d375e326c6fd4e010e217060d67ec0f5552cb31'),
	(610, 'ACCESS', 'placements_cancellation', 'ba12764b3b7d17341e1a3ea96fcd74912ffd56e30857c1003c58a55fe3cb6298', '', '3a00044d9726f9c327ad3ea7af6f5ab390567241263f99db0583cb3d2ad411cf'),
	(611, 'ACCESS', 'placements_crewmember', '833c08a344f6b8a0b4166297d13b5e5b82ac46b34fa3fe6040d0002676299a20', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(612, 'ACCESS', 'placements_toldreason', 'c4346de6413adf8e55a68464cf8b0167429c3afbb2ab97415510af11e34d8931', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(613, 'ACCESS', 'placements_notice', 'e033cc26b313f54e66ccb7dad2c9a020384d7721c6aebbc34df01a3a467ce875', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(614, 'ACCESS', 'attendance_attendance', 'c384e395ab23ee56aa6d1dfc16acf626f798ed499afbcbb7b0c9ba9f17b8a503', '', 'bb1ef476b76fc59e552b7f634f366f33aed496a67496798eced4f87f77f3c543'),
	(615, 'ACCESS', 'attendance_finding', '05c2b06ad699f660a68c8c83e15693af271f02547ba2607c9de12bc3a77e0d5e', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(616, 'ACCESS', 'attendance_sentonce', '40636d215c5edaa82f7535e021aa8625bb9f9716358be99c2fbe92024439531e', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(617, 'ACCESS', 'attendance_report', '5c1a53089d34d4df6842f6d3c981f202631285f10652cf49f2e4f17c312bd279', '', '742bfd9ffda2fbdcb8ccfa9087eb39d0a6dfaf9cc50089cb411090d1c0ce5842'),
	(618, 'ACCESS', 'attendance_incident', '70898af85466fd7d3bd1a38aa661b712346d64c8c3055300e3c3486b05ca76e1', '', '742bfd9ffda2fbdcb8ccfa9087eb39d0a6dfaf9cc50089cb411090d1c0ce5842'),
	(619, 'ACCESS', 'attendance_dialogue', '7bbbfb5636780eadfc6e29cd93f2357f3c4502216817d3590d44a00cbb941090', '', 'fd20992daa047a4a01c40d6e11cf34d07f4f5d04dce1ca7c4d9e1622565040ea'),
	(620, 'ACCESS', 'attendance_supportaction', '899c2e21bb3d1a578ba8516c45fc9cb802f634c0266f0055bfdc83b16646bc82', '', '6dec95662b4f0bca8d130758d76ceb359330b0547d655d45b776b18c3de8db94'),
	(621, 'ACCESS', 'requirement_exemption', 'a7d2852e9db00d59fe27f3b3c284be01807d65a6cf25f9177cbc2233952768de', '', '21c3cc38b366d2aeb7634eadc5303802e4c663e08bb75c316c32f0aa4bfd2a7c'),
	(622, 'ACCESS', 'requirement_activityrequest', '218a355d2521096e2c7ef9d6b0d70d0436205ffff697899ef573beb735a98d14', '', '8b587fbdea59107e4082cfd1d9a6f74df64696435c154eecba8b616fb4c8875b'),
	(623, 'ACCESS', 'requirement_grounds', 'b26ce4504358721fdd921efa637097b2a09bfb1e6327b789dd8bc92928c52e6a', '', '1cd297ad1a572702739e2ce9d967a0b5271946d9c7d05a467c765af5e72984bd'),
	(624, 'ACCESS', 'requirement_decision', 'b8dac96f15adb229cfbf055ccbc511b2f0a426b960d2afda31f0aad4d012ae05', '', 'e169b95db7ef252c4ab4db260a6f1ce9d5008e25ba513740fcd06b1e6711a59d'),
	(625, 'ACCESS', 'outcomes_exit', '2043110261f865edafb7550553851d0778a20e8c31055926becc13b5d3b4b4db', '', '29acf8e7007f8af3b9d481bc45968ef19af6e382da25256c569679ad1026528b');


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_content_type VALUES
	(1, 'desk', 'casestate'),
	(2, 'outcomes', 'exit'),
	(3, 'requirement', 'grounds'),
	(4, 'requirement', 'decision'),
	(5, 'requirement', 'activityrequest'),
	(6, 'requirement', 'exemption'),
	(7, 'attendance', 'attendedtime'),
	(8, 'attendance', 'attendance'),
	(9, 'attendance', 'dialogue'),
	(10, 'attendance', 'finding'),
	(11, 'attendance', 'incident'),
	(12, 'attendance', 'report'),
	(13, 'attendance', 'sentonce'),
	(14, 'attendance', 'supportaction'),
	(15, 'placements', 'session'),
	(16, 'placements', 'placement'),
	(17, 'placements', 'notice'),
	(18, 'placements', 'introduction'),
	(19, 'placements', 'daychange'),
	(20, 'placements', 'crewmember'),
	(21, 'placements', 'placementend'),
	(22, 'placements', 'proposedchange'),
	(23, 'placements', 'suspension'),
	(24, 'placements', 'toldreason'),
	(25, 'placements', 'cancellation'),
	(26, 'placements', 'closure'),
	(27, 'activities', 'activity'),
	(28, 'activities', 'capacity'),
	(29, 'activities', 'crew'),
	(30, 'activities', 'crewjob'),
	(31, 'activities', 'seatuse'),
	(32, 'activities', 'theme'),
	(33, 'plans', 'consultation'),
	(34, 'plans', 'goal'),
	(35, 'plans', 'ladder'),
	(36, 'plans', 'ladderstep'),
	(37, 'plans', 'mapping'),
	(38, 'plans', 'observation'),
	(39, 'plans', 'plan'),
	(40, 'plans', 'planpart'),
	(41, 'plans', 'proposedstep'),
	(42, 'plans', 'selfrating'),
	(43, 'plans', 'stepevidence'),
	(44, 'plans', 'stepmove'),
	(45, 'cases', 'caseserial'),
	(46, 'cases', 'case'),
	(47, 'cases', 'draft'),
	(48, 'cases', 'handover'),
	(49, 'cases', 'meeting'),
	(50, 'cases', 'note'),
	(51, 'cases', 'objection'),
	(52, 'cases', 'referral'),
	(53, 'cases', 'stall'),
	(54, 'assistance', 'application'),
	(55, 'assistance', 'elsewhere'),
	(56, 'assistance', 'supportmonth'),
	(57, 'partnerships', 'agreement'),
	(58, 'partnerships', 'amendment'),
	(59, 'partnerships', 'partnercheck'),
	(60, 'people', 'household'),
	(61, 'people', 'person'),
	(62, 'people', 'opening'),
	(63, 'people', 'contact'),
	(64, 'people', 'number'),
	(65, 'people', 'householdmember'),
	(66, 'people', 'grant'),
	(67, 'people', 'consent'),
	(68, 'rules', 'code'),
	(69, 'rules', 'ruleset'),
	(70, 'staff', 'colleague'),
	(71, 'staff', 'user'),
	(72, 'staff', 'membership'),
	(73, 'staff', 'organisation'),
	(74, 'staff', 'subscription'),
	(75, 'staff', 'unit'),
	(76, 'history', 'event'),
	(77, 'history', 'version'),
	(78, 'secrecy', 'rolescope'),
	(79, 'schedules', 'clock'),
	(80, 'schedules', 'day'),
	(81, 'database', 'appliedrule'),
	(82, 'account', 'emailaddress'),
	(83, 'account', 'emailconfirmation'),
	(84, 'auth', 'permission'),
	(85, 'auth', 'group'),
	(86, 'contenttypes', 'contenttype'),
	(87, 'sessions', 'session');


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_migrations VALUES
	(1, 'database', '0001_baseline', '2026-11-26 16:20:51.133797+01'),
	(2, 'staff', '0001_baseline', '2026-11-26 16:20:51.22925+01'),
	(3, 'account', '0001_initial', '2026-11-26 16:20:51.248657+01'),
	(4, 'account', '0002_email_max_length', '2026-11-26 16:20:51.251821+01'),
	(5, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-26 16:20:51.258916+01'),
	(6, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-26 16:20:51.264637+01'),
	(7, 'account', '0005_emailaddress_idx_upper_email', '2026-11-26 16:20:51.268027+01'),
	(8, 'account', '0006_emailaddress_lower', '2026-11-26 16:20:51.274528+01'),
	(9, 'account', '0007_emailaddress_idx_email', '2026-11-26 16:20:51.280015+01'),
	(10, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-26 16:20:51.284944+01'),
	(11, 'account', '0009_emailaddress_unique_primary_email', '2026-11-26 16:20:51.287991+01'),
	(12, 'activities', '0001_baseline', '2026-11-26 16:20:51.426445+01'),
	(13, 'people', '0001_baseline', '2026-11-26 16:20:51.533435+01'),
	(14, 'assistance', '0001_baseline', '2026-11-26 16:20:51.5857+01'),
	(15, 'placements', '0001_baseline', '2026-11-26 16:20:52.329576+01'),
	(16, 'cases', '0001_baseline', '2026-11-26 16:20:53.23693+01'),
	(17, 'attendance', '0001_baseline', '2026-11-26 16:20:53.603259+01'),
	(18, 'contenttypes', '0001_initial', '2026-11-26 16:20:53.61136+01'),
	(19, 'contenttypes', '0002_remove_content_type_name', '2026-11-26 16:20:53.638808+01'),
	(20, 'auth', '0001_initial', '2026-11-26 16:20:53.665554+01'),
	(21, 'auth', '0002_alter_permission_name_max_length', '2026-11-26 16:20:53.669563+01'),
	(22, 'auth', '0003_alter_user_email_max_length', '2026-11-26 16:20:53.672847+01'),
	(23, 'auth', '0004_alter_user_username_opts', '2026-11-26 16:20:53.675833+01'),
	(24, 'auth', '0005_alter_user_last_login_null', '2026-11-26 16:20:53.678695+01'),
	(25, 'auth', '0006_require_contenttypes_0002', '2026-11-26 16:20:53.67918+01'),
	(26, 'auth', '0007_alter_validators_add_error_messages', '2026-11-26 16:20:53.68203+01'),
	(27, 'auth', '0008_alter_user_username_max_length', '2026-11-26 16:20:53.684622+01'),
	(28, 'auth', '0009_alter_user_last_name_max_length', '2026-11-26 16:20:53.687175+01'),
	(29, 'auth', '0010_alter_group_name_max_length', '2026-11-26 16:20:53.690787+01'),
	(30, 'auth', '0011_update_proxy_permissions', '2026-11-26 16:20:53.714871+01'),
	(31, 'auth', '0012_alter_user_first_name_max_length', '2026-11-26 16:20:53.718631+01'),
	(32, 'history', '0001_baseline', '2026-11-26 16:20:53.792542+01'),
	(33, 'outcomes', '0001_baseline', '2026-11-26 16:20:53.827984+01'),
	(34, 'partnerships', '0001_baseline', '2026-11-26 16:20:54.17468+01'),
	(35, 'plans', '0001_baseline', '2026-11-26 16:20:55.708906+01'),
	(36, 'plans', '0002_example_frames', '2026-11-26 16:20:55.746593+01'),
	(37, 'requirement', '0001_baseline', '2026-11-26 16:20:56.600273+01'),
	(38, 'rules', '0001_baseline', '2026-11-26 16:20:56.617103+01'),
	(39, 'rules', '0002_first_rules', '2026-11-26 16:20:56.658265+01'),
	(40, 'schedules', '0001_baseline', '2026-11-26 16:20:56.670023+01'),
	(41, 'schedules', '0002_calendar', '2026-11-26 16:20:56.949893+01'),
	(42, 'secrecy', '0001_baseline', '2026-11-26 16:20:56.956975+01'),
	(43, 'sessions', '0001_initial', '2026-11-26 16:20:56.964883+01');


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: history_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history_event VALUES
	(20001, '2026-11-12 16:24:08.171006+01', 'write', 'people.register', 'identity', '{}', 20001, 20001, 20001, NULL),
	(20002, '2026-11-12 16:24:08.202001+01', 'write', 'assistance.receive_application', 'assistance', '{"application": 20001, "received_on": "2026-11-11"}', 20001, 20001, 20001, NULL),
	(20003, '2026-11-12 16:24:08.202001+01', 'write', 'people.keep_contact', 'plan', '{"fields": ["phone"]}', 20001, 20001, 20001, NULL),
	(20004, '2026-11-12 16:24:08.202001+01', 'write', 'people.keep_contact', 'plan', '{"fields": ["phone"]}', 20001, 20001, 20001, NULL),
	(20005, '2026-11-12 16:24:08.202001+01', 'write', 'people.join_household', 'requirement', '{"household": 20001}', 20001, 20001, 20001, NULL),
	(20006, '2026-11-12 16:24:08.202001+01', 'write', 'people.give_consent', 'plan', '{"organisation": 20002}', 20001, 20001, 20001, NULL),
	(20007, '2026-11-12 16:24:08.202001+01', 'write', 'assistance.keep_month', 'assistance', '{"month": "2026-10-01"}', 20001, 20001, 20001, NULL),
	(20008, '2026-11-12 16:24:08.202001+01', 'write', 'assistance.note_elsewhere', 'assistance', '{"ends_on": "2025-03-01", "starts_on": "2025-01-01"}', 20001, 20001, 20001, NULL),
	(20009, '2026-11-12 16:24:08.202001+01', 'write', 'cases.open_case', 'plan', '{"case": "2026-0001"}', 20001, 20001, 20001, NULL),
	(20010, '2026-11-12 16:24:08.202001+01', 'write', 'cases.assign', 'plan', '{"to": 20002}', 20001, 20001, 20001, NULL),
	(20011, '2026-11-12 16:24:08.398522+01', 'write', 'plans.map_person', 'plan', '{"finished": true}', 20002, 20002, 20001, NULL),
	(20012, '2026-11-12 16:24:08.398522+01', 'write', 'cases.write_note', 'plan', '{"note": 20001, "kind_of": "contact"}', 20002, 20002, 20001, NULL),
	(20013, '2026-11-12 16:24:08.398522+01', 'write', 'cases.object_to', 'plan', '{"note": 20001}', 20002, 20002, 20001, NULL),
	(20014, '2026-11-12 16:24:08.398522+01', 'write', 'plans.rate_oneself', 'plan', '{"day": "2026-11-12", "answers": 1}', 20002, 20002, 20001, NULL),
	(20015, '2026-11-12 16:24:08.398522+01', 'write', 'cases.stall', 'plan', '{"reason": "course"}', 20002, 20002, 20001, NULL),
	(20016, '2026-11-12 16:24:08.398522+01', 'write', 'cases.book_meeting', 'plan', '{"meeting": 20001, "starts_at": "2026-11-13 09:00:00+01:00"}', 20002, 20002, 20001, NULL),
	(20017, '2026-11-12 16:24:08.398522+01', 'write', 'cases.tell_meeting', 'plan', '{"meeting": 20001, "outcome": "cancelled"}', 20002, 20002, 20001, NULL),
	(20018, '2026-11-12 16:24:08.398522+01', 'write', 'people.give_grant', 'plan', '{"basis": "referral", "opens": "activity", "to_unit": 20004, "to_membership": null}', 20002, 20002, 20001, NULL),
	(20019, '2026-11-12 16:24:08.398522+01', 'write', 'cases.refer', 'activity', '{"referral": 20001}', 20002, 20002, 20001, 20004),
	(20020, '2026-11-12 16:24:08.398522+01', 'write', 'plans.write_plan', 'plan', '{"plan": 20001}', 20002, 20002, 20001, NULL),
	(20021, '2026-11-12 16:24:08.398522+01', 'write', 'plans.set_goal', 'plan', '{"goal": 20001}', 20002, 20002, 20001, NULL),
	(20022, '2026-11-12 16:24:08.398522+01', 'write', 'plans.add_part', 'plan', '{"plan": 20001, "kind_of": "sfi"}', 20002, 20002, 20001, NULL),
	(20023, '2026-11-12 16:24:08.398522+01', 'write', 'plans.consult', 'plan', '{"with_whom": "employment_service"}', 20002, 20002, 20001, NULL),
	(20024, '2026-11-12 16:24:08.398522+01', 'write', 'plans.agree_plan', 'plan', '{"how": "meeting", "plan": 20001}', 20002, 20002, 20001, NULL),
	(20025, '2026-11-12 16:24:08.398522+01', 'write', 'plans.decide_plan', 'plan', '{"plan": 20001}', 20002, 20002, 20001, NULL),
	(20026, '2026-11-12 16:24:08.398522+01', 'write', 'plans.move_step', 'plan', '{"step": 1, "rated_by": "staff"}', 20002, 20002, 20001, NULL),
	(20027, '2026-11-12 16:24:08.686513+01', 'write', 'placements.propose', 'activity', '{"activity": 20001, "placement": 20001, "starts_on": "2026-11-12"}', 20002, 20002, 20001, 20003),
	(20028, '2026-11-12 16:24:08.7336+01', 'write', 'placements.accept', 'activity', '{"placement": 20001}', 20003, 20003, 20001, 20003),
	(20029, '2026-11-12 16:24:08.7336+01', 'write', 'placements.answer', '', '{"accepts": true, "placement": 20001}', 20003, 20003, NULL, NULL),
	(20030, '2026-11-12 16:24:08.7336+01', 'write', 'placements.introduce', 'activity', '{"day": "2026-11-12", "placement": 20001}', 20003, 20003, 20001, 20003),
	(20031, '2026-11-12 16:24:08.760831+01', 'write', 'requirement.exempt', 'requirement', '{"ends_on": "2026-02-01", "exemption": 20001, "starts_on": "2026-01-01"}', 20001, 20001, 20001, NULL),
	(20032, '2026-11-12 16:24:08.760831+01', 'write', 'requirement.request', 'requirement', '{"request": 20001, "first_month": "2026-11-01"}', 20001, 20001, 20001, NULL),
	(20033, '2026-11-12 16:24:08.801384+01', 'write', 'attendance.record_attendance', 'activity', '{"day": "2026-11-12", "mark": "present"}', 20003, 20003, 20001, 20003),
	(20034, '2026-11-12 16:24:08.801384+01', 'write', 'attendance.record_attendance', 'activity', '{"day": "2026-11-12", "mark": "absent_told"}', 20003, 20003, 20001, 20003),
	(20035, '2026-11-12 16:24:08.801384+01', 'write', 'plans.observe', 'activity', '{"day": "2026-11-12"}', 20003, 20003, 20001, 20003),
	(20036, '2026-11-12 16:24:08.801384+01', 'write', 'placements.tell_reason', 'plan', '{"day": "2026-11-12"}', 20003, 20003, 20001, 20003),
	(20037, '2026-11-12 16:24:08.801384+01', 'write', 'placements.tell_beforehand', 'activity', '{"day": "2026-11-12"}', 20003, 20003, 20001, 20003),
	(20038, '2026-11-12 16:24:08.801384+01', 'read', 'desk.see_person', 'identity', '{}', 20003, 20003, 20001, NULL),
	(20039, '2026-11-12 16:24:08.801384+01', 'write', 'attendance.report', 'activity', '{"placement": 20001}', 20003, 20003, 20001, 20003),
	(20040, '2026-11-12 16:24:08.801384+01', 'write', 'attendance.record_incident', 'activity', '{"day": "2026-11-12", "kind_of": "near"}', 20003, 20003, 20001, 20003),
	(20041, '2026-11-12 16:24:08.801384+01', 'write', 'plans.propose_step', 'activity', '{"step": 2}', 20003, 20003, 20001, 20003),
	(20042, '2026-11-12 16:24:08.801384+01', 'write', 'placements.join_crew', 'activity', '{"crew": 20001, "placement": 20001}', 20003, 20003, 20001, 20003),
	(20043, '2026-11-12 16:24:08.801384+01', 'write', 'placements.propose_change', 'activity', '{"kind_of": "end", "placement": 20001}', 20003, 20003, 20001, 20003),
	(20044, '2026-11-12 16:24:08.982882+01', 'write', 'cases.write_note', 'plan', '{"note": 20002, "kind_of": "absence_dialogue"}', 20002, 20002, 20001, NULL),
	(20045, '2026-11-12 16:24:08.982882+01', 'write', 'attendance.talk', 'plan', '{"result": "goes_on", "dialogue": 20001}', 20002, 20002, 20001, NULL),
	(20046, '2026-11-12 16:24:08.982882+01', 'write', 'attendance.ask_support', 'activity', '{"placement": 20001}', 20002, 20002, 20001, 20003),
	(20047, '2026-11-12 16:24:08.982882+01', 'write', 'attendance.find', 'plan', '{"day": "2026-11-12", "kind_of": "excused"}', 20002, 20002, 20001, NULL),
	(20048, '2026-11-12 16:24:08.982882+01', 'write', 'placements.suspend', 'activity', '{"ends_on": "2026-11-20", "starts_on": "2026-11-19"}', 20002, 20002, 20001, 20003),
	(20049, '2026-11-12 16:24:08.982882+01', 'write', 'placements.change_day', 'activity', '{"day": "2026-11-19"}', 20002, 20002, 20001, 20003),
	(20050, '2026-11-12 16:24:08.982882+01', 'write', 'placements.end_placement', 'activity', '{"ends_on": "2026-11-13", "placement": 20001}', 20002, 20002, 20001, 20003);


--
-- Data for Name: history_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.history_version VALUES
	(20001, '2026-11-12 16:24:08.202001+01', 'people_contact', 20001, 'plan', '{"id": 20001, "city": "", "email": "", "phone": "070-1740605", "address": "", "person_id": 20001, "postal_code": ""}', 20001, 20001, NULL),
	(20002, '2026-11-12 16:24:08.202001+01', 'assistance_application', 20001, 'assistance', '{"id": 20001, "kind": "new", "waits": true, "result": "", "unit_id": 20001, "person_id": 20001, "reference": "", "decided_on": null, "received_on": "2026-11-11", "result_reference": ""}', 20001, 20001, 20001),
	(20003, '2026-11-12 16:24:08.202001+01', 'cases_case', 20001, 'plan', '{"id": 20001, "number": "2026-0001", "unit_id": 20002, "closed_on": null, "opened_on": "2026-11-12", "person_id": 20001, "responsible_id": null, "social_worker_id": 20001}', 20001, 20001, 20002),
	(20004, '2026-11-12 16:24:08.398522+01', 'cases_meeting', 20001, 'plan', '{"id": 20001, "how": "visit", "place": "", "case_id": 20001, "ends_at": "2026-11-13T09:00:00+00:00", "outcome": "", "purpose": "Uppföljning", "booked_at": "2026-11-12T15:24:08.398522+00:00", "person_id": 20001, "starts_at": "2026-11-13T08:00:00+00:00", "interpreter": "", "colleague_id": 20002, "moved_from_id": null}', 20002, 20001, NULL),
	(20005, '2026-11-12 16:24:08.398522+01', 'plans_plan', 20001, 'plan', '{"id": 20001, "goal": "Arbete", "case_id": 20001, "edition": 1, "ended_at": null, "imported": false, "proposal": {"lines": [["full_time", 2400]], "young_child_age": 8}, "agreed_on": null, "person_id": 20001, "review_on": "2026-11-21", "adaptation": "", "agreed_how": "", "decided_at": null, "end_reason": "", "replaced_at": null, "hours_reason": "", "decided_by_id": null, "weekly_minutes": 2400}', 20002, 20001, NULL),
	(20006, '2026-11-12 16:24:08.398522+01', 'plans_plan', 20001, 'plan', '{"id": 20001, "goal": "Arbete", "case_id": 20001, "edition": 2, "ended_at": null, "imported": false, "proposal": {"lines": [["full_time", 2400]], "young_child_age": 8}, "agreed_on": null, "person_id": 20001, "review_on": "2026-11-21", "adaptation": "", "agreed_how": "", "decided_at": null, "end_reason": "", "replaced_at": null, "hours_reason": "", "decided_by_id": null, "weekly_minutes": 2400}', 20002, 20001, NULL),
	(20007, '2026-11-12 16:24:08.398522+01', 'plans_plan', 20001, 'plan', '{"id": 20001, "goal": "Arbete", "case_id": 20001, "edition": 2, "ended_at": null, "imported": false, "proposal": {"lines": [["full_time", 2400]], "young_child_age": 8}, "agreed_on": "2026-11-12", "person_id": 20001, "review_on": "2026-11-21", "adaptation": "", "agreed_how": "meeting", "decided_at": null, "end_reason": "", "replaced_at": null, "hours_reason": "", "decided_by_id": null, "weekly_minutes": 2400}', 20002, 20001, NULL),
	(20008, '2026-11-12 16:24:08.7336+01', 'placements_placement', 20001, 'activity', '{"id": 20001, "aim": "Prova på", "seat": "b4eac67a-d7cc-4906-b589-6e38498b3c57", "agreed": false, "answer": "", "ends_on": null, "unit_id": 20003, "decision": "", "person_id": 20001, "starts_on": "2026-11-12", "follows_id": null, "refused_at": null, "accepted_at": null, "activity_id": 20001, "proposed_at": "2026-11-12T15:24:08.686513+00:00", "placed_by_id": 20002, "withdrawn_at": null, "supervisor_id": null, "answered_by_id": null}', 20003, 20001, 20003),
	(20009, '2026-11-12 16:24:08.801384+01', 'attendance_attendance', 20001, 'activity', '{"at": "2026-11-12T15:24:08.801384+00:00", "id": 20001, "day": "2026-11-12", "mark": "present", "minutes": 180, "unit_id": 20003, "author_id": 20003, "person_id": 20001, "placement_id": 20001}', 20003, 20001, 20003),
	(20010, '2026-11-12 16:24:08.982882+01', 'placements_placement', 20001, 'activity', '{"id": 20001, "aim": "Prova på", "seat": "b4eac67a-d7cc-4906-b589-6e38498b3c57", "agreed": true, "answer": "", "ends_on": null, "unit_id": 20003, "decision": "", "person_id": 20001, "starts_on": "2026-11-12", "follows_id": null, "refused_at": null, "accepted_at": "2026-11-12T15:24:08.7336+00:00", "activity_id": 20001, "proposed_at": "2026-11-12T15:24:08.686513+00:00", "placed_by_id": 20002, "withdrawn_at": null, "supervisor_id": null, "answered_by_id": 20003}', 20002, 20001, 20003);


--
-- Data for Name: outcomes_exit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outcomes_exit VALUES
	(20001, '2026-11-11', 'other', '', NULL, NULL, 20001, 20001);


--
-- Data for Name: partnerships_agreement; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: partnerships_amendment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: partnerships_partnercheck; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_consent; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_consent VALUES
	(20001, '{goals}', 'paper', '2026-11-12', NULL, NULL, 20002, 20001);


--
-- Data for Name: people_contact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_contact VALUES
	(20001, '070-1740606', '', '', '', '', 20001);


--
-- Data for Name: people_grant; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_grant VALUES
	(20001, 'assistance', 'application', '', '2026-11-12 16:24:08.171006+01', NULL, 'p{hitt  samira', 'samira  p{hitt', false, 20001, NULL, 20001, 20001),
	(20002, 'plan', 'application', '', '2026-11-12 16:24:08.171006+01', NULL, 'p{hitt  samira', 'samira  p{hitt', false, 20001, NULL, 20001, 20001),
	(20003, 'plan', 'assignment', '', '2026-11-12 16:24:08.202001+01', NULL, 'p{hitt  samira', 'samira  p{hitt', false, 20001, 20002, NULL, 20001),
	(20004, 'requirement', 'assignment', '', '2026-11-12 16:24:08.202001+01', NULL, 'p{hitt  samira', 'samira  p{hitt', false, 20001, 20002, NULL, 20001),
	(20005, 'activity', 'referral', '', '2026-11-12 16:24:08.398522+01', NULL, 'p{hitt  samira', 'samira  p{hitt', false, 20002, NULL, 20004, 20001),
	(20006, 'activity', 'placement', '', '2026-11-12 16:24:08.7336+01', '2026-12-13 00:00:00+01', 'p{hitt  samira', 'samira  p{hitt', false, 20003, NULL, 20003, 20001);


--
-- Data for Name: people_household; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_household VALUES
	(20001, '');


--
-- Data for Name: people_householdmember; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_householdmember VALUES
	(20001, 'applicant', '2026-11-11', NULL, 20001, 20001);


--
-- Data for Name: people_number; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_number VALUES
	(20001, '19910105R001', '2026-11-12', 20001);


--
-- Data for Name: people_opening; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: people_person; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.people_person VALUES
	(20001, 'Samira', 'Påhitt', '', 'none', '{}', false, '', DEFAULT, DEFAULT, DEFAULT);


--
-- Data for Name: placements_cancellation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: placements_closure; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: placements_crewmember; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_crewmember VALUES
	(20001, '2026-11-12 16:24:08.801384+01', '2026-11-12', 20003, 20001, 20001, 20003, 20001);


--
-- Data for Name: placements_daychange; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_daychange VALUES
	(20001, '2026-11-12 16:24:08.982882+01', '2026-11-19', NULL, NULL, NULL, 20002, 20001, 20003, 20001);


--
-- Data for Name: placements_introduction; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_introduction VALUES
	(20001, '2026-11-12 16:24:08.7336+01', '2026-11-12', '{"Säkerhet: utgångar, första hjälpen, vad som kan skada","Raster, och var saker finns","Vem man frågar, och hur man säger att man inte kommer"}', 20003, 20001, 20003, 20001);


--
-- Data for Name: placements_notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_notice VALUES
	(20001, '2026-11-12 16:24:08.801384+01', '2026-11-12', 20003, 20001, 20003, 20001);


--
-- Data for Name: placements_placement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_placement VALUES
	(20001, 'b4eac67a-d7cc-4906-b589-6e38498b3c57', '2026-11-12', '2026-11-13', '', 'Prova på', '2026-11-12 16:24:08.686513+01', '2026-11-12 16:24:08.7336+01', NULL, NULL, '', DEFAULT, 20001, 20003, NULL, 20001, 20002, NULL, 20003);


--
-- Data for Name: placements_placementend; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_placementend VALUES
	(20001, '', 'Klart', '2026-11-12', 20001, 20001);


--
-- Data for Name: placements_proposedchange; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_proposedchange VALUES
	(20001, '2026-11-12 16:24:08.801384+01', 'end', '2026-11-14', '', 'Behöver längre tid', NULL, '', NULL, 20003, NULL, 20001, 20001, 20003);


--
-- Data for Name: placements_suspension; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_suspension VALUES
	(20001, '2026-11-12 16:24:08.982882+01', '2026-11-19', '2026-11-20', 20002, 20001, 20001, 20003);


--
-- Data for Name: placements_toldreason; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.placements_toldreason VALUES
	(20001, '2026-11-12', 'sick', '', '2026-11-12 16:24:08.801384+01', 20003, 20001, 20001, 20003);


--
-- Data for Name: plans_consultation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_consultation VALUES
	(20001, '2026-11-12 16:24:08.398522+01', 'employment_service', '2026-11-12', 'Ok', 20002, 20001, 20001);


--
-- Data for Name: plans_goal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_goal VALUES
	(20001, 'I tid', '2026-11-21', NULL, '', '', NULL, '', 20001, NULL, 20003, 20001);


--
-- Data for Name: plans_ladder; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_ladder VALUES
	(1, 'Trappan (exempel)', 'Exempel, inte någon kommuns egen', '2021-01-01', true, true),
	(2, 'GA-modellen (exempel)', 'Exempel på en partners ram', '2021-01-01', false, true);


--
-- Data for Name: plans_ladderstep; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_ladderstep VALUES
	(1, 1, 'Kontakt', '{"Kommer till avtalade möten"}', 1, NULL),
	(2, 2, 'Rutin', '{"Håller tider några dagar i veckan","Säger till när något kommer emellan"}', 1, NULL),
	(3, 3, 'Arbetslik', '{"Håller tiderna","Tar emot instruktioner","Samarbetar med andra"}', 1, NULL),
	(4, 4, 'Anställningsbar', '{"Kommer i tid fyra dagar av fem","Tar nya uppgifter utan stöd","Berättar om sina mål för en arbetsgivare","Har någon som kan lämna referens"}', 1, NULL),
	(5, 5, 'På väg ut', '{"Har börjat praktik, subventionerat arbete eller studier"}', 1, NULL),
	(6, 6, 'Egen försörjning', '{"Arbetar eller studerar utan bistånd","Det har hållit i en månad"}', 1, NULL),
	(7, 1, 'På plats', '{"Kommer de dagar som är bestämda","Säger till vid hinder"}', 2, 2),
	(8, 2, 'I arbete', '{"Gör klart uppgifter med stöd","Tar emot instruktioner"}', 2, 3),
	(9, 3, 'Med andra', '{"Samarbetar i laget","Möter gäster eller kunder"}', 2, 3),
	(10, 4, 'Redo', '{"Arbetar i egen takt utan stöd","Kan berätta om sina mål"}', 2, 4);


--
-- Data for Name: plans_mapping; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_mapping VALUES
	(20001, '2026-11-12', 'Jag vill', '', '', NULL, NULL, '', '', '', '', '', '', '', '', 'Kan', 'Café', 'Vill laga mat', '', '2026-11-12 16:24:08.398522+01', 1, false, 20002, 20001, 20001);


--
-- Data for Name: plans_observation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_observation VALUES
	(20001, '2026-11-12', 'Hälsade', '2026-11-12 16:24:08.801384+01', 20003, NULL, 20001, 20003);


--
-- Data for Name: plans_plan; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_plan VALUES
	(20001, 'Arbete', 2400, '{"lines": [["full_time", 2400]], "young_child_age": 8}', '', '', '2026-11-21', '2026-11-12', 'meeting', '2026-11-12 16:24:08.398522+01', NULL, NULL, '', 2, false, 20001, 20002, 20001);


--
-- Data for Name: plans_planpart; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_planpart VALUES
	(20001, 'sfi', '', '', 3420, 3600, 180, NULL, 20001, 20001);


--
-- Data for Name: plans_proposedstep; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_proposedstep VALUES
	(20001, '2026-11-12 16:24:08.801384+01', 'I tid', '2026-11-12', NULL, '', NULL, 20003, NULL, 20001, 2, 20003);


--
-- Data for Name: plans_selfrating; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_selfrating VALUES
	(20001, '2026-11-12 16:24:08.398522+01', '2026-11-12', 'confidence', 2, 'Ibland', NULL, 20002, 20001, 20001);


--
-- Data for Name: plans_stepevidence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_stepevidence VALUES
	(20001, 'observation', 'Kom', NULL, 20001);


--
-- Data for Name: plans_stepmove; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.plans_stepmove VALUES
	(20001, '2026-11-12 16:24:08.398522+01', '2026-11-12', 'staff', false, false, 20002, NULL, 20001, 20001, 1);


--
-- Data for Name: requirement_activityrequest; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.requirement_activityrequest VALUES
	(20001, '2026-11-01', 2400, 'Socialtjänstlagens bestämmelser om aktivitetskrav, som vi förstår dem', '2026-11-12 16:24:08.760831+01', NULL, '', NULL, 20001, 20001, 20001, 20001);


--
-- Data for Name: requirement_decision; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.requirement_decision VALUES
	(20001, 'reduced', 'Därför', '', '{Personen}', '2026-11-12', '2026-11-12 16:24:09.084707+01', NULL, '', '', NULL, 20001, 20001, 20001);


--
-- Data for Name: requirement_exemption; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.requirement_exemption VALUES
	(20001, 'sick_pay', '2026-01-01', '2026-02-01', 'Intyg', '2026-11-12 16:24:08.760831+01', 20001, 20001);


--
-- Data for Name: requirement_grounds; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.requirement_grounds VALUES
	(20001, '2026-11-12 16:24:09.082596+01', '2026-11-01', 'absence', '2026-10-01', '2026-11-01', 0, 0, 0, 0, 0, 0, '{"plan": null, "rules": "", "request": null, "sessions": [], "dialogues": []}', 'Borta', '2026-11-12', 'phone', 'Jag ringde', '2026-11-12 16:24:09.081785+01', '2026-11-12 16:24:09.081929+01', NULL, '', 20002, 20001, 20001, 20001);


--
-- Data for Name: rules_code; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rules_code VALUES
	(1, 'household_type', '1', 'Endast barn under 18', 'Only children under 18', 0, '2012-01-01', NULL),
	(2, 'household_type', '3', 'Ensamstående man utan barn', 'Single man, no children', 1, '2012-01-01', NULL),
	(3, 'household_type', '4', 'Ensamstående man med barn', 'Single man with children', 2, '2012-01-01', NULL),
	(4, 'household_type', '5', 'Ensamstående kvinna utan barn', 'Single woman, no children', 3, '2012-01-01', NULL),
	(5, 'household_type', '6', 'Ensamstående kvinna med barn', 'Single woman with children', 4, '2012-01-01', NULL),
	(6, 'household_type', '7', 'Par utan barn', 'Couple, no children', 5, '2012-01-01', NULL),
	(7, 'household_type', '8', 'Par med barn', 'Couple with children', 6, '2012-01-01', NULL),
	(8, 'household_type', '9', 'Uppgift saknas', 'Not stated', 7, '2012-01-01', NULL),
	(9, 'obstacle', 'unemployed', 'Arbetslös', 'Unemployed', 0, '2012-01-01', NULL),
	(10, 'obstacle', 'establishment', 'Arbetslös med etableringsersättning', 'Unemployed with establishment benefit', 1, '2012-01-01', NULL),
	(11, 'obstacle', 'sick', 'Sjukskriven med läkarintyg', 'On sick leave with certificate', 2, '2012-01-01', NULL),
	(12, 'obstacle', 'sickness_benefit', 'Sjuk- eller aktivitetsersättning', 'Sickness or activity compensation', 3, '2012-01-01', NULL),
	(13, 'obstacle', 'pension', 'Pension eller äldreförsörjningsstöd', 'Pension', 4, '2012-01-01', NULL),
	(14, 'obstacle', 'social', 'Arbetshinder, sociala skäl', 'Social reasons', 5, '2012-01-01', NULL),
	(15, 'obstacle', 'parental', 'Föräldraledig', 'Parental leave', 6, '2012-01-01', NULL),
	(16, 'obstacle', 'full_time', 'Arbetar heltid, för låg inkomst', 'Works full time, income too low', 7, '2012-01-01', NULL),
	(17, 'obstacle', 'part_time', 'Arbetar deltid ofrivilligt', 'Works part time, involuntarily', 8, '2012-01-01', NULL),
	(18, 'obstacle', 'none', 'Försörjningshinder saknas', 'No obstacle', 9, '2012-01-01', NULL),
	(19, 'obstacle', 'unknown', 'Uppgift saknas', 'Not stated', 10, '2012-01-01', NULL),
	(20, 'education', 'post_secondary', 'Eftergymnasial utbildning', 'Post-secondary', 0, '2012-01-01', NULL),
	(21, 'education', 'upper_secondary', 'Gymnasial utbildning', 'Upper secondary', 1, '2012-01-01', NULL),
	(22, 'education', 'compulsory', 'Högst grundskola', 'Compulsory school at most', 2, '2012-01-01', NULL),
	(23, 'education', 'not_completed', 'Ej fullföljd grundskola', 'Compulsory school not completed', 3, '2012-01-01', NULL),
	(24, 'education', 'not_validated', 'Utländsk utbildning, ej validerad', 'Foreign, not validated', 4, '2012-01-01', NULL),
	(25, 'exemption', 'school', '18–20 år och i grundskola eller gymnasium', 'Aged 18–20 and in school', 0, '2012-01-01', NULL),
	(26, 'exemption', 'full_time', 'Sysselsatt på heltid', 'Occupied full time', 1, '2012-01-01', NULL),
	(27, 'exemption', 'employment_service', 'Heltid i program hos Arbetsförmedlingen', 'Full time in the Employment Service''s programme', 2, '2012-01-01', NULL),
	(28, 'exemption', 'sick_pay', 'Sjukpenning', 'Sick pay', 3, '2012-01-01', NULL),
	(29, 'exemption', 'compensation', 'Sjuk- eller aktivitetsersättning', 'Sickness or activity compensation', 4, '2012-01-01', NULL),
	(30, 'exemption', 'parental', 'Föräldraledighet', 'Parental leave', 5, '2012-01-01', NULL),
	(31, 'exemption', 'other', 'Annat skäl', 'Another reason', 6, '2012-01-01', NULL),
	(32, 'stall', 'no_place', 'Ingen plats', 'No place', 0, '2012-01-01', NULL),
	(33, 'stall', 'doctor', 'Väntar på läkare', 'Waits for a doctor', 1, '2012-01-01', NULL),
	(34, 'stall', 'partner', 'Väntar på svar från annan', 'Waits for somebody''s answer', 2, '2012-01-01', NULL),
	(35, 'stall', 'course', 'Väntar på kursstart', 'Waits for a course to start', 3, '2012-01-01', NULL),
	(36, 'stall', 'child_care', 'Väntar på barnomsorg', 'Waits for child care', 4, '2012-01-01', NULL),
	(37, 'stall', 'travel', 'Resvägen', 'The journey', 5, '2012-01-01', NULL),
	(38, 'stall', 'language', 'Språket', 'The language', 6, '2012-01-01', NULL),
	(39, 'stall', 'wish', 'Personens önskan', 'The person''s wish', 7, '2012-01-01', NULL),
	(40, 'stall', 'protected', 'Skyddad identitet', 'Protected identity', 8, '2012-01-01', NULL),
	(41, 'stall', 'other', 'Annat', 'Something else', 9, '2012-01-01', NULL),
	(42, 'absence_reason', 'sick', 'Sjuk', 'Ill', 0, '2012-01-01', NULL),
	(43, 'absence_reason', 'child', 'Vård av barn', 'Care of a child', 1, '2012-01-01', NULL),
	(44, 'absence_reason', 'doctor', 'Läkare eller annan vård', 'Doctor or other care', 2, '2012-01-01', NULL),
	(45, 'absence_reason', 'authority', 'Besök hos myndighet', 'Visit to an authority', 3, '2012-01-01', NULL),
	(46, 'absence_reason', 'other_activity', 'Annat som är planerat', 'Something else that is planned', 4, '2012-01-01', NULL),
	(47, 'absence_reason', 'travel', 'Resan', 'The journey', 5, '2012-01-01', NULL),
	(48, 'absence_reason', 'other', 'Annat', 'Something else', 6, '2012-01-01', NULL),
	(49, 'support', 'site', 'Stöd och samtal av arbetsplatsen', 'Support and talks by the site', 0, '2012-01-01', NULL),
	(50, 'support', 'times', 'Andra tider', 'Other times', 1, '2012-01-01', NULL),
	(51, 'support', 'tasks', 'Andra uppgifter', 'Other tasks', 2, '2012-01-01', NULL),
	(52, 'support', 'contact', 'Tätare kontakt med konsulenten', 'Closer contact with the consultant', 3, '2012-01-01', NULL),
	(53, 'support', 'reminder', 'Påminnelse på morgonen', 'A reminder in the morning', 4, '2012-01-01', NULL),
	(54, 'support', 'interpreter', 'Tolk', 'An interpreter', 5, '2012-01-01', NULL),
	(55, 'support', 'travel', 'Hjälp med resan', 'Help with the journey', 6, '2012-01-01', NULL),
	(56, 'support', 'child_care', 'Hjälp med barnomsorg', 'Help with child care', 7, '2012-01-01', NULL),
	(57, 'support', 'health', 'Hjälp till vårdkontakt', 'Help to reach health care', 8, '2012-01-01', NULL),
	(58, 'support', 'other', 'Annat', 'Something else', 9, '2012-01-01', NULL),
	(59, 'branch', 'restaurant', 'Restaurang och café', 'Restaurant and café', 0, '2012-01-01', NULL),
	(60, 'branch', 'retail', 'Butik och second hand', 'Shop and second hand', 1, '2012-01-01', NULL),
	(61, 'branch', 'garden', 'Odling och trädgård', 'Growing and gardening', 2, '2012-01-01', NULL),
	(62, 'branch', 'wood', 'Snickeri och bygg', 'Carpentry and building', 3, '2012-01-01', NULL),
	(63, 'branch', 'textile', 'Textil', 'Textiles', 4, '2012-01-01', NULL),
	(64, 'branch', 'repair', 'Verkstad och reparation', 'Workshop and repair', 5, '2012-01-01', NULL),
	(65, 'branch', 'logistics', 'Lager och transport', 'Storage and transport', 6, '2012-01-01', NULL),
	(66, 'branch', 'service', 'Service och fastighet', 'Service and property', 7, '2012-01-01', NULL),
	(67, 'branch', 'care', 'Vård och omsorg', 'Care', 8, '2012-01-01', NULL),
	(68, 'branch', 'office', 'Kontor och administration', 'Office and administration', 9, '2012-01-01', NULL),
	(69, 'branch', 'course', 'Kurs och grupp', 'Course and group', 10, '2012-01-01', NULL),
	(70, 'access', 'step_free', 'Utan trappsteg', 'Step-free', 0, '2012-01-01', NULL),
	(71, 'access', 'sitting', 'Går att göra sittande', 'Can be done sitting', 1, '2012-01-01', NULL),
	(72, 'access', 'quiet', 'Lugn miljö', 'Quiet surroundings', 2, '2012-01-01', NULL),
	(73, 'access', 'few_people', 'Få människor åt gången', 'Few people at a time', 3, '2012-01-01', NULL),
	(74, 'access', 'hearing', 'Hörselslinga', 'Hearing loop', 4, '2012-01-01', NULL),
	(75, 'access', 'bus', 'Nära buss', 'Near a bus', 5, '2012-01-01', NULL),
	(76, 'access', 'pictures', 'Instruktioner med bilder', 'Instructions with pictures', 6, '2012-01-01', NULL),
	(77, 'partner_check', 'form', 'Organisationsform och registrering', 'Form and registration', 0, '2012-01-01', NULL),
	(78, 'partner_check', 'economy', 'Ekonomi: årsredovisning och skatter', 'Economy: annual report and taxes', 1, '2012-01-01', NULL),
	(79, 'partner_check', 'insurance', 'Försäkringar', 'Insurance', 2, '2012-01-01', NULL),
	(80, 'partner_check', 'policy', 'Policy för arbetsmiljö och likabehandling', 'Policy on work environment and equal treatment', 3, '2012-01-01', NULL),
	(81, 'partner_check', 'records', 'Registerutdrag för handledare', 'Record extracts of supervisors', 4, '2012-01-01', NULL),
	(82, 'self_rating', 'confidence', 'Jag tror på mig själv', 'I believe in myself', 0, '2012-01-01', NULL),
	(83, 'self_rating', 'everyday', 'Jag har det bra i min vardag', 'My everyday life is good', 1, '2012-01-01', NULL),
	(84, 'self_rating', 'safety', 'Jag känner mig trygg', 'I feel safe', 2, '2012-01-01', NULL),
	(85, 'self_rating', 'next_step', 'Jag vågar ta nästa steg', 'I dare to take the next step', 3, '2012-01-01', NULL),
	(86, 'placement_end', 'work', 'Börjar arbeta', 'Begins to work', 0, '2012-01-01', NULL),
	(87, 'placement_end', 'studies', 'Börjar studera', 'Begins to study', 1, '2012-01-01', NULL),
	(88, 'placement_end', 'next_place', 'Går vidare till en annan plats', 'Goes on to another place', 2, '2012-01-01', NULL),
	(89, 'placement_end', 'planned', 'Perioden är slut', 'The period is over', 3, '2012-01-01', NULL),
	(90, 'placement_end', 'own_wish', 'Egen önskan', 'Own wish', 4, '2012-01-01', NULL),
	(91, 'placement_end', 'health', 'Hälsan', 'Health', 5, '2012-01-01', NULL),
	(92, 'placement_end', 'moves', 'Flyttar från kommunen', 'Moves from the municipality', 6, '2012-01-01', NULL),
	(93, 'placement_end', 'closes', 'Platsen stänger', 'The place closes', 7, '2012-01-01', NULL),
	(94, 'placement_end', 'other', 'Annat', 'Something else', 8, '2012-01-01', NULL);


--
-- Data for Name: rules_ruleset; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.rules_ruleset VALUES
	(1, 'Före aktivitetskravet', '2012-01-01', '2026-07-01', 'Socialtjänstlagen 12:4–12:5 i lydelsen före juli 2026: nämnden får begära deltagande, ingen skyldighet. Övriga värden som i nästa regeluppsättning.', '{"adult_age": 18, "four_eyes": true, "pension_age": 67, "marking_days": 7, "prompt_share": 50, "receipt_days": 7, "prompt_untold": 3, "request_basis": "Socialtjänstlagen (2025:400) 12 kap. 4 §", "unmarked_days": 3, "hand_over_days": 30, "note_lock_days": 14, "uncounted_parts": ["work"], "young_child_age": 8, "grounds_due_days": 10, "requirement_from": null, "full_time_minutes": 2400, "observed_from_day": 1, "outside_obstacles": ["sickness_benefit", "pension", "full_time"], "consecutive_months": 3, "part_time_deducted": true, "places_notice_days": 14, "prompt_window_days": 28, "young_child_minutes": 600, "report_interval_days": 28, "review_interval_days": 90, "consultation_required": true, "exemption_warning_days": 30, "observed_months_before": 1, "consultation_valid_days": 180}'),
	(2, 'Aktivitetskrav', '2026-07-01', NULL, 'Prop. 2025/26:207 enligt riksdagens sammanfattning: tre månader i följd, biståndet för oktober 2026 först. Kontrollera mot den utfärdade lagen. Timmar och avdrag: sekundär källa. Observerad period, åldersgränser och frister: vårt antagande, kommunen beslutar.', '{"adult_age": 18, "four_eyes": true, "pension_age": 67, "marking_days": 7, "prompt_share": 50, "receipt_days": 7, "prompt_untold": 3, "request_basis": "Socialtjänstlagens bestämmelser om aktivitetskrav, som vi förstår dem", "unmarked_days": 3, "hand_over_days": 30, "note_lock_days": 14, "uncounted_parts": ["work"], "young_child_age": 8, "grounds_due_days": 10, "requirement_from": "2026-10-01", "full_time_minutes": 2400, "observed_from_day": 1, "outside_obstacles": ["sickness_benefit", "pension", "full_time"], "consecutive_months": 3, "part_time_deducted": true, "places_notice_days": 14, "prompt_window_days": 28, "young_child_minutes": 600, "report_interval_days": 28, "review_interval_days": 90, "consultation_required": true, "exemption_warning_days": 30, "observed_months_before": 1, "consultation_valid_days": 180}');


--
-- Data for Name: schedules_clock; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schedules_clock VALUES
	(20001, '2026-11-12', true);


--
-- Data for Name: secrecy_rolescope; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.secrecy_rolescope VALUES
	(1, 'social_worker', 'identity', true),
	(2, 'social_worker', 'activity', true),
	(3, 'social_worker', 'plan', true),
	(4, 'social_worker', 'requirement', true),
	(5, 'social_worker', 'assistance', true),
	(6, 'consultant', 'identity', true),
	(7, 'consultant', 'activity', true),
	(8, 'consultant', 'plan', true),
	(9, 'consultant', 'requirement', true),
	(10, 'consultant', 'profile', true),
	(11, 'counsellor', 'identity', true),
	(12, 'counsellor', 'activity', true),
	(13, 'occupational_therapist', 'identity', true),
	(14, 'occupational_therapist', 'activity', true),
	(15, 'head_of_unit', 'identity', false),
	(16, 'head_of_unit', 'activity', false),
	(17, 'head_of_unit', 'plan', false),
	(18, 'head_of_unit', 'requirement', false),
	(19, 'head_of_unit', 'assistance', false),
	(20, 'supervisor', 'identity', true),
	(21, 'supervisor', 'activity', true),
	(22, 'site_leader', 'identity', true),
	(23, 'site_leader', 'activity', true);


--
-- Data for Name: staff_cache; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: staff_colleague; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_colleague VALUES
	(20001, 'Kollega', '5', 'kollega5@trappan.example'),
	(20002, 'Kollega', '6', 'kollega6@trappan.example'),
	(20003, 'Kollega', '7', 'kollega7@trappan.example'),
	(20004, 'Kollega', '9', 'kollega9@trappan.example'),
	(20005, 'Kollega', '10', 'kollega10@trappan.example'),
	(20006, 'Kollega', '12', 'kollega12@trappan.example'),
	(20007, 'Kollega', '13', 'kollega13@trappan.example'),
	(20008, 'Kollega', '14', 'kollega14@trappan.example'),
	(20009, 'Kollega', '16', 'kollega16@trappan.example'),
	(20010, 'Kollega', '18', 'kollega18@trappan.example'),
	(20011, 'Kollega', '19', 'kollega19@trappan.example'),
	(20012, 'Kollega', '21', 'kollega21@trappan.example'),
	(20013, 'Kollega', '23', 'kollega23@trappan.example'),
	(20014, 'Kollega', '25', 'kollega25@trappan.example');


--
-- Data for Name: staff_membership; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_membership VALUES
	(20001, 'social_worker', '2020-01-01', NULL, '2026-11-26 16:24:08.108857+01', 20001, NULL, NULL, 20001),
	(20002, 'consultant', '2020-01-01', NULL, '2026-11-26 16:24:08.116262+01', 20002, NULL, NULL, 20002),
	(20003, 'supervisor', '2020-01-01', NULL, '2026-11-26 16:24:08.120629+01', 20003, NULL, NULL, 20003),
	(20004, 'social_worker', '2020-01-01', NULL, '2026-11-26 16:24:08.140497+01', 20004, NULL, NULL, 20005),
	(20005, 'consultant', '2020-01-01', NULL, '2026-11-26 16:24:08.144952+01', 20005, NULL, NULL, 20002),
	(20006, 'consultant', '2020-01-01', NULL, '2026-11-26 16:24:08.14658+01', 20006, NULL, NULL, 20006),
	(20007, 'head_of_unit', '2020-01-01', NULL, '2026-11-26 16:24:08.14732+01', 20007, NULL, NULL, 20002),
	(20008, 'head_of_unit', '2020-01-01', NULL, '2026-11-26 16:24:08.158691+01', 20008, NULL, NULL, 20001),
	(20009, 'supervisor', '2020-01-01', NULL, '2026-11-26 16:24:08.159608+01', 20009, NULL, NULL, 20007),
	(20010, 'supervisor', '2020-01-01', NULL, '2026-11-26 16:24:08.160336+01', 20010, NULL, NULL, 20008),
	(20011, 'counsellor', '2020-01-01', NULL, '2026-11-26 16:24:08.160896+01', 20011, NULL, NULL, 20004),
	(20012, 'counsellor', '2020-01-01', NULL, '2026-11-26 16:24:08.161534+01', 20012, NULL, NULL, 20009),
	(20013, 'administrator', '2020-01-01', NULL, '2026-11-26 16:24:08.16782+01', 20013, NULL, NULL, 20010),
	(20014, 'auditor', '2020-01-01', NULL, '2026-11-26 16:24:08.16853+01', 20014, NULL, NULL, 20011);


--
-- Data for Name: staff_organisation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_organisation VALUES
	(20001, 'Ekelunda kommun', 'municipality', '', '', '2000-01-01', NULL, NULL),
	(20002, 'Stadsmissionen', 'partner', '', 'provider', '2000-01-01', NULL, NULL);


--
-- Data for Name: staff_subscription; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: staff_unit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_unit VALUES
	(20001, 'unit-1', 'Enhet 1', 'social_service', '26', '2000-01-01', NULL, 20001, NULL, NULL),
	(20002, 'unit-2', 'Enhet 2', 'labour_market', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20003, 'unit-3', 'Enhet 3', 'site', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20004, 'unit-4', 'Enhet 4', 'guidance', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20005, 'unit-8', 'Enhet 8', 'social_service', '26', '2000-01-01', NULL, 20001, NULL, NULL),
	(20006, 'unit-11', 'Enhet 11', 'labour_market', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20007, 'unit-15', 'Enhet 15', 'site', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20008, 'unit-17', 'Enhet 17', 'site', '28', '2000-01-01', NULL, 20002, NULL, NULL),
	(20009, 'unit-20', 'Enhet 20', 'guidance', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20010, 'unit-22', 'Enhet 22', 'management', '28', '2000-01-01', NULL, 20001, NULL, NULL),
	(20011, 'unit-24', 'Enhet 24', 'management', '28', '2000-01-01', NULL, 20001, NULL, NULL);


--
-- Data for Name: staff_user; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.staff_user VALUES
	(20001, 'md5$e079ybZ7hWVrTciXGHh0Yr$6635c20e47eaa0960fca0f72d03a8369', NULL, 'kollega5@trappan.example', true, 0, 'sv', 20001),
	(20002, 'md5$Vvg42Qf8jhu9dCSBkrRW8p$b4d23506926bf10f81a18ff1924ebc08', NULL, 'kollega6@trappan.example', true, 0, 'sv', 20002),
	(20003, 'md5$dWMTBYLJzevQ84tpTKsYLg$e4db7004b26d719a6d638a5f2301bc6e', NULL, 'kollega7@trappan.example', true, 0, 'sv', 20003),
	(20004, 'md5$VO6U4q6Y88fy6DEFNc8Njo$de4f6e89c9cf6431b13536bc46bcd627', NULL, 'kollega9@trappan.example', true, 0, 'sv', 20004),
	(20005, 'md5$QZOpGa6LCfjbvXzHyqqbbA$5e5981a19f29a9a779c93338012d1f92', NULL, 'kollega10@trappan.example', true, 0, 'sv', 20005),
	(20006, 'md5$KnA9uiMIcV0iHnZvp2Kpkd$aec6864d73c5fc590dad44f2ab67acdc', NULL, 'kollega12@trappan.example', true, 0, 'sv', 20006),
	(20007, 'md5$6w9SSDup6my1XJtOQIdcnT$90be8b674c1395932549022af08cddbb', NULL, 'kollega13@trappan.example', true, 0, 'sv', 20007),
	(20008, 'md5$KYemlhDsJmH6lQEwjXyCTm$41c44ecfe5b94481c72687545e740fd3', NULL, 'kollega14@trappan.example', true, 0, 'sv', 20008),
	(20009, 'md5$PI1gA8Pm3P0xieXWOBV13F$70aca62caa1685ece5b2a2412e9b7b8c', NULL, 'kollega16@trappan.example', true, 0, 'sv', 20009),
	(20010, 'md5$0sYeUUfe2s4IWjtBhVGW5s$ce5ac7811c38223d9c9ba8fd0d5bf7b9', NULL, 'kollega18@trappan.example', true, 0, 'sv', 20010),
	(20011, 'md5$sR3qKw3TqmrHKVKGReayXJ$8cc1eb227f3c397ae98efc03908f0da6', NULL, 'kollega19@trappan.example', true, 0, 'sv', 20011),
	(20012, 'md5$Te6fmaEmUPiX3aAKBzCsnr$1f0108a4fd3c02a0481cc4cdc1a5026c', NULL, 'kollega21@trappan.example', true, 0, 'sv', 20012),
	(20013, 'md5$EU9OdvjLhTMJTcQAt0qy5K$c7a47d95d60e05b40e7efdecd1f8fa7c', NULL, 'kollega23@trappan.example', true, 0, 'sv', 20013),
	(20014, 'md5$SBhDcL9Oxl5I27JJCJIGtb$87ebe4a6281bda0752ed5af20c07f8f7', NULL, 'kollega25@trappan.example', true, 0, 'sv', 20014);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 20000, true);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 20000, true);


--
-- Name: activities_activity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_activity_id_seq', 20001, true);


--
-- Name: activities_capacity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_capacity_id_seq', 20000, true);


--
-- Name: activities_crew_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_crew_id_seq', 20001, true);


--
-- Name: activities_crewjob_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_crewjob_id_seq', 20000, true);


--
-- Name: activities_seatuse_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_seatuse_id_seq', 20001, true);


--
-- Name: activities_theme_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.activities_theme_id_seq', 20000, true);


--
-- Name: assistance_application_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assistance_application_id_seq', 20001, true);


--
-- Name: assistance_elsewhere_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assistance_elsewhere_id_seq', 20001, true);


--
-- Name: assistance_supportmonth_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assistance_supportmonth_id_seq', 20001, true);


--
-- Name: attendance_attendance_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_attendance_id_seq', 20002, true);


--
-- Name: attendance_dialogue_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_dialogue_id_seq', 20001, true);


--
-- Name: attendance_finding_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_finding_id_seq', 20001, true);


--
-- Name: attendance_incident_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_incident_id_seq', 20001, true);


--
-- Name: attendance_report_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_report_id_seq', 20001, true);


--
-- Name: attendance_sentonce_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_sentonce_id_seq', 20000, true);


--
-- Name: attendance_supportaction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.attendance_supportaction_id_seq', 20001, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 20000, true);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 20000, true);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 20000, true);


--
-- Name: cases_case_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_case_id_seq', 20001, true);


--
-- Name: cases_caseserial_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_caseserial_id_seq', 20001, true);


--
-- Name: cases_draft_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_draft_id_seq', 20001, true);


--
-- Name: cases_handover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_handover_id_seq', 20001, true);


--
-- Name: cases_meeting_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_meeting_id_seq', 20001, true);


--
-- Name: cases_note_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_note_id_seq', 20002, true);


--
-- Name: cases_objection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_objection_id_seq', 20001, true);


--
-- Name: cases_referral_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_referral_id_seq', 20001, true);


--
-- Name: cases_stall_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_stall_id_seq', 20001, true);


--
-- Name: database_appliedrule_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.database_appliedrule_id_seq', 20000, true);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 20000, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 20000, true);


--
-- Name: history_event_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.history_event_id_seq', 20050, true);


--
-- Name: history_version_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.history_version_id_seq', 20010, true);


--
-- Name: outcomes_exit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outcomes_exit_id_seq', 20001, true);


--
-- Name: partnerships_agreement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.partnerships_agreement_id_seq', 20000, true);


--
-- Name: partnerships_amendment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.partnerships_amendment_id_seq', 20000, true);


--
-- Name: partnerships_partnercheck_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.partnerships_partnercheck_id_seq', 20000, true);


--
-- Name: people_consent_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_consent_id_seq', 20001, true);


--
-- Name: people_contact_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_contact_id_seq', 20001, true);


--
-- Name: people_grant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_grant_id_seq', 20006, true);


--
-- Name: people_household_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_household_id_seq', 20001, true);


--
-- Name: people_householdmember_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_householdmember_id_seq', 20001, true);


--
-- Name: people_number_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_number_id_seq', 20001, true);


--
-- Name: people_opening_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_opening_id_seq', 20000, true);


--
-- Name: people_person_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.people_person_id_seq', 20001, true);


--
-- Name: placements_cancellation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_cancellation_id_seq', 20000, true);


--
-- Name: placements_closure_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_closure_id_seq', 20000, true);


--
-- Name: placements_crewmember_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_crewmember_id_seq', 20001, true);


--
-- Name: placements_daychange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_daychange_id_seq', 20001, true);


--
-- Name: placements_introduction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_introduction_id_seq', 20001, true);


--
-- Name: placements_notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_notice_id_seq', 20001, true);


--
-- Name: placements_placement_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_placement_id_seq', 20001, true);


--
-- Name: placements_placementend_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_placementend_id_seq', 20001, true);


--
-- Name: placements_proposedchange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_proposedchange_id_seq', 20001, true);


--
-- Name: placements_suspension_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_suspension_id_seq', 20001, true);


--
-- Name: placements_toldreason_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.placements_toldreason_id_seq', 20001, true);


--
-- Name: plans_consultation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_consultation_id_seq', 20001, true);


--
-- Name: plans_goal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_goal_id_seq', 20001, true);


--
-- Name: plans_ladder_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_ladder_id_seq', 20000, true);


--
-- Name: plans_ladderstep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_ladderstep_id_seq', 20000, true);


--
-- Name: plans_mapping_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_mapping_id_seq', 20001, true);


--
-- Name: plans_observation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_observation_id_seq', 20001, true);


--
-- Name: plans_plan_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_plan_id_seq', 20001, true);


--
-- Name: plans_planpart_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_planpart_id_seq', 20001, true);


--
-- Name: plans_proposedstep_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_proposedstep_id_seq', 20001, true);


--
-- Name: plans_selfrating_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_selfrating_id_seq', 20001, true);


--
-- Name: plans_stepevidence_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_stepevidence_id_seq', 20001, true);


--
-- Name: plans_stepmove_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.plans_stepmove_id_seq', 20001, true);


--
-- Name: requirement_activityrequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.requirement_activityrequest_id_seq', 20001, true);


--
-- Name: requirement_decision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.requirement_decision_id_seq', 20001, true);


--
-- Name: requirement_exemption_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.requirement_exemption_id_seq', 20001, true);


--
-- Name: requirement_grounds_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.requirement_grounds_id_seq', 20001, true);


--
-- Name: rules_code_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.rules_code_id_seq', 20000, true);


--
-- Name: rules_ruleset_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.rules_ruleset_id_seq', 20000, true);


--
-- Name: schedules_clock_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.schedules_clock_id_seq', 20001, true);


--
-- Name: secrecy_rolescope_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.secrecy_rolescope_id_seq', 20000, true);


--
-- Name: staff_colleague_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_colleague_id_seq', 20014, true);


--
-- Name: staff_membership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_membership_id_seq', 20014, true);


--
-- Name: staff_organisation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_organisation_id_seq', 20002, true);


--
-- Name: staff_subscription_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_subscription_id_seq', 20000, true);


--
-- Name: staff_unit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_unit_id_seq', 20011, true);


--
-- Name: staff_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.staff_user_id_seq', 20014, true);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: activities_activity activities_activity_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_activity
    ADD CONSTRAINT activities_activity_code_key UNIQUE (code);


--
-- Name: activities_activity activities_activity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_activity
    ADD CONSTRAINT activities_activity_pkey PRIMARY KEY (id);


--
-- Name: activities_capacity activities_capacity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_capacity
    ADD CONSTRAINT activities_capacity_pkey PRIMARY KEY (id);


--
-- Name: activities_crew activities_crew_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_crew
    ADD CONSTRAINT activities_crew_pkey PRIMARY KEY (id);


--
-- Name: activities_crewjob activities_crewjob_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_crewjob
    ADD CONSTRAINT activities_crewjob_pkey PRIMARY KEY (id);


--
-- Name: activities_seatuse activities_seatuse_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_seatuse
    ADD CONSTRAINT activities_seatuse_pkey PRIMARY KEY (id);


--
-- Name: activities_theme activities_theme_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_theme
    ADD CONSTRAINT activities_theme_pkey PRIMARY KEY (id);


--
-- Name: activities_activity activity_of_unit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_activity
    ADD CONSTRAINT activity_of_unit UNIQUE (id, unit_id);


--
-- Name: assistance_application assistance_application_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_application
    ADD CONSTRAINT assistance_application_pkey PRIMARY KEY (id);


--
-- Name: assistance_elsewhere assistance_elsewhere_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_elsewhere
    ADD CONSTRAINT assistance_elsewhere_pkey PRIMARY KEY (id);


--
-- Name: assistance_supportmonth assistance_supportmonth_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_supportmonth
    ADD CONSTRAINT assistance_supportmonth_pkey PRIMARY KEY (id);


--
-- Name: attendance_attendance attendance_attendance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendance_pkey PRIMARY KEY (id);


--
-- Name: attendance_dialogue attendance_dialogue_note_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_note_id_key UNIQUE (note_id);


--
-- Name: attendance_dialogue attendance_dialogue_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_pkey PRIMARY KEY (id);


--
-- Name: attendance_finding attendance_finding_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_pkey PRIMARY KEY (id);


--
-- Name: attendance_incident attendance_incident_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_pkey PRIMARY KEY (id);


--
-- Name: attendance_report attendance_report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_pkey PRIMARY KEY (id);


--
-- Name: attendance_sentonce attendance_sentonce_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_sentonce
    ADD CONSTRAINT attendance_sentonce_pkey PRIMARY KEY (id);


--
-- Name: attendance_supportaction attendance_supportaction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportaction_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: cases_case case_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT case_of_person UNIQUE (id, person_id);


--
-- Name: cases_case cases_case_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);


--
-- Name: cases_caseserial cases_caseserial_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_caseserial
    ADD CONSTRAINT cases_caseserial_pkey PRIMARY KEY (id);


--
-- Name: cases_caseserial cases_caseserial_year_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_caseserial
    ADD CONSTRAINT cases_caseserial_year_key UNIQUE (year);


--
-- Name: cases_draft cases_draft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_pkey PRIMARY KEY (id);


--
-- Name: cases_handover cases_handover_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_pkey PRIMARY KEY (id);


--
-- Name: cases_meeting cases_meeting_moved_from_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_moved_from_id_key UNIQUE (moved_from_id);


--
-- Name: cases_meeting cases_meeting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_pkey PRIMARY KEY (id);


--
-- Name: cases_note cases_note_corrects_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_corrects_id_key UNIQUE (corrects_id);


--
-- Name: cases_note cases_note_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_pkey PRIMARY KEY (id);


--
-- Name: cases_objection cases_objection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_objection
    ADD CONSTRAINT cases_objection_pkey PRIMARY KEY (id);


--
-- Name: cases_referral cases_referral_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_pkey PRIMARY KEY (id);


--
-- Name: cases_stall cases_stall_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT cases_stall_pkey PRIMARY KEY (id);


--
-- Name: database_appliedrule database_appliedrule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.database_appliedrule
    ADD CONSTRAINT database_appliedrule_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: plans_stepevidence evidence_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepevidence
    ADD CONSTRAINT evidence_of_person UNIQUE (id, person_id);


--
-- Name: plans_goal goal_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT goal_of_person UNIQUE (id, person_id);


--
-- Name: requirement_grounds grounds_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT grounds_of_person UNIQUE (id, person_id);


--
-- Name: history_event history_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_pkey PRIMARY KEY (id);


--
-- Name: history_version history_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_version
    ADD CONSTRAINT history_version_pkey PRIMARY KEY (id);


--
-- Name: cases_meeting meeting_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT meeting_of_person UNIQUE (id, person_id);


--
-- Name: plans_stepmove move_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT move_of_person UNIQUE (id, person_id);


--
-- Name: cases_note note_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT note_of_person UNIQUE (id, person_id);


--
-- Name: placements_placement one_activity_a_seat; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT one_activity_a_seat UNIQUE (seat, activity_id);


--
-- Name: partnerships_agreement one_agreement_a_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_agreement
    ADD CONSTRAINT one_agreement_a_name UNIQUE (municipality_id, organisation_id, name, starts_on);


--
-- Name: assistance_application one_application_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_application
    ADD CONSTRAINT one_application_a_day UNIQUE (person_id, received_on);


--
-- Name: cases_case one_case_a_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT one_case_a_number UNIQUE (number);


--
-- Name: cases_draft one_draft_a_page; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT one_draft_a_page UNIQUE (owner_id, page, key);


--
-- Name: requirement_exemption one_exemption_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_exemption
    ADD CONSTRAINT one_exemption_at_a_time EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: assistance_supportmonth one_household_a_month; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_supportmonth
    ADD CONSTRAINT one_household_a_month UNIQUE (person_id, month);


--
-- Name: people_householdmember one_household_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_householdmember
    ADD CONSTRAINT one_household_at_a_time EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: attendance_attendance one_mark_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT one_mark_a_day UNIQUE (placement_id, day);


--
-- Name: rules_code one_meaning_a_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules_code
    ADD CONSTRAINT one_meaning_a_code UNIQUE ("table", code);


--
-- Name: cases_meeting one_meeting_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT one_meeting_at_a_time EXCLUDE USING gist (int8range(colleague_id, colleague_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE ((NOT ((outcome)::text = ANY ((ARRAY['moved'::character varying, 'cancelled'::character varying])::text[]))));


--
-- Name: assistance_elsewhere one_municipality_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_elsewhere
    ADD CONSTRAINT one_municipality_at_a_time EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: placements_notice one_notice_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT one_notice_a_day UNIQUE (placement_id, day);


--
-- Name: staff_organisation one_organisation_a_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_organisation
    ADD CONSTRAINT one_organisation_a_name UNIQUE (name);


--
-- Name: plans_planpart one_part_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT one_part_at_a_time EXCLUDE USING gist (int8range(plan_id, plan_id, '[]'::text) WITH &&, int4range(starts_at, ends_at) WITH &&) WHERE (((starts_at IS NOT NULL) AND (taken_out_at IS NULL)));


--
-- Name: people_number one_person_a_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_number
    ADD CONSTRAINT one_person_a_number UNIQUE (number);


--
-- Name: placements_placement one_placement_a_seat; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT one_placement_a_seat UNIQUE (seat);


--
-- Name: attendance_report one_report_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT one_report_a_day UNIQUE (placement_id, day);


--
-- Name: requirement_activityrequest one_request_a_month; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT one_request_a_month UNIQUE (case_id, first_month);


--
-- Name: secrecy_rolescope one_row_a_scope; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.secrecy_rolescope
    ADD CONSTRAINT one_row_a_scope UNIQUE (role, scope);


--
-- Name: database_appliedrule one_rule_a_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.database_appliedrule
    ADD CONSTRAINT one_rule_a_name UNIQUE (kind, name);


--
-- Name: rules_ruleset one_rule_set_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules_ruleset
    ADD CONSTRAINT one_rule_set_a_day EXCLUDE USING gist (daterange(valid_from, valid_to) WITH &&);


--
-- Name: attendance_sentonce one_sending_a_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_sentonce
    ADD CONSTRAINT one_sending_a_key UNIQUE (membership_id, key, digest);


--
-- Name: cases_stall one_stall_at_a_time; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT one_stall_at_a_time EXCLUDE USING gist (int8range(case_id, case_id, '[]'::text) WITH &&, daterange(starts_on, ends_on) WITH &&);


--
-- Name: plans_ladderstep one_step_a_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_ladderstep
    ADD CONSTRAINT one_step_a_number UNIQUE (ladder_id, number);


--
-- Name: outcomes_exit outcomes_exit_case_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_exit
    ADD CONSTRAINT outcomes_exit_case_id_key UNIQUE (case_id);


--
-- Name: outcomes_exit outcomes_exit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_exit
    ADD CONSTRAINT outcomes_exit_pkey PRIMARY KEY (id);


--
-- Name: partnerships_agreement partnerships_agreement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_agreement
    ADD CONSTRAINT partnerships_agreement_pkey PRIMARY KEY (id);


--
-- Name: partnerships_amendment partnerships_amendment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_amendment
    ADD CONSTRAINT partnerships_amendment_pkey PRIMARY KEY (id);


--
-- Name: partnerships_partnercheck partnerships_partnercheck_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_partnercheck
    ADD CONSTRAINT partnerships_partnercheck_pkey PRIMARY KEY (id);


--
-- Name: people_consent people_consent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_consent
    ADD CONSTRAINT people_consent_pkey PRIMARY KEY (id);


--
-- Name: people_contact people_contact_person_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_person_id_key UNIQUE (person_id);


--
-- Name: people_contact people_contact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_pkey PRIMARY KEY (id);


--
-- Name: people_grant people_grant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_pkey PRIMARY KEY (id);


--
-- Name: people_household people_household_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_household
    ADD CONSTRAINT people_household_pkey PRIMARY KEY (id);


--
-- Name: people_householdmember people_householdmember_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_householdmember
    ADD CONSTRAINT people_householdmember_pkey PRIMARY KEY (id);


--
-- Name: people_number people_number_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_number
    ADD CONSTRAINT people_number_pkey PRIMARY KEY (id);


--
-- Name: people_opening people_opening_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_opening
    ADD CONSTRAINT people_opening_pkey PRIMARY KEY (id);


--
-- Name: people_person people_person_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);


--
-- Name: placements_placement placement_is_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placement_is_of_person UNIQUE (id, person_id);


--
-- Name: placements_placement placement_of_person_and_unit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placement_of_person_and_unit UNIQUE (id, person_id, unit_id);


--
-- Name: placements_cancellation placements_cancellation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_cancellation
    ADD CONSTRAINT placements_cancellation_pkey PRIMARY KEY (id);


--
-- Name: placements_closure placements_closure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_closure
    ADD CONSTRAINT placements_closure_pkey PRIMARY KEY (id);


--
-- Name: placements_crewmember placements_crewmember_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_pkey PRIMARY KEY (id);


--
-- Name: placements_daychange placements_daychange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_pkey PRIMARY KEY (id);


--
-- Name: placements_introduction placements_introduction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduction_pkey PRIMARY KEY (id);


--
-- Name: placements_introduction placements_introduction_placement_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduction_placement_id_key UNIQUE (placement_id);


--
-- Name: placements_notice placements_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_pkey PRIMARY KEY (id);


--
-- Name: placements_placement placements_placement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_pkey PRIMARY KEY (id);


--
-- Name: placements_placementend placements_placementend_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placementend
    ADD CONSTRAINT placements_placementend_pkey PRIMARY KEY (id);


--
-- Name: placements_placementend placements_placementend_placement_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placementend
    ADD CONSTRAINT placements_placementend_placement_id_key UNIQUE (placement_id);


--
-- Name: placements_proposedchange placements_proposedchange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedchange_pkey PRIMARY KEY (id);


--
-- Name: placements_suspension placements_suspension_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspension_pkey PRIMARY KEY (id);


--
-- Name: placements_toldreason placements_toldreason_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreason_pkey PRIMARY KEY (id);


--
-- Name: plans_plan plan_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plan_of_person UNIQUE (id, person_id);


--
-- Name: plans_consultation plans_consultation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_consultation
    ADD CONSTRAINT plans_consultation_pkey PRIMARY KEY (id);


--
-- Name: plans_goal plans_goal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_pkey PRIMARY KEY (id);


--
-- Name: plans_ladder plans_ladder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_ladder
    ADD CONSTRAINT plans_ladder_pkey PRIMARY KEY (id);


--
-- Name: plans_ladderstep plans_ladderstep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_ladderstep
    ADD CONSTRAINT plans_ladderstep_pkey PRIMARY KEY (id);


--
-- Name: plans_mapping plans_mapping_case_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_case_id_key UNIQUE (case_id);


--
-- Name: plans_mapping plans_mapping_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_pkey PRIMARY KEY (id);


--
-- Name: plans_observation plans_observation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_pkey PRIMARY KEY (id);


--
-- Name: plans_plan plans_plan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);


--
-- Name: plans_planpart plans_planpart_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_pkey PRIMARY KEY (id);


--
-- Name: plans_proposedstep plans_proposedstep_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_pkey PRIMARY KEY (id);


--
-- Name: plans_selfrating plans_selfrating_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_selfrating
    ADD CONSTRAINT plans_selfrating_pkey PRIMARY KEY (id);


--
-- Name: plans_stepevidence plans_stepevidence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepevidence
    ADD CONSTRAINT plans_stepevidence_pkey PRIMARY KEY (id);


--
-- Name: plans_stepmove plans_stepmove_corrects_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_corrects_id_key UNIQUE (corrects_id);


--
-- Name: plans_stepmove plans_stepmove_evidence_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_evidence_id_key UNIQUE (evidence_id);


--
-- Name: plans_stepmove plans_stepmove_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_pkey PRIMARY KEY (id);


--
-- Name: requirement_activityrequest requirement_activityrequest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activityrequest_pkey PRIMARY KEY (id);


--
-- Name: requirement_decision requirement_decision_grounds_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_grounds_id_key UNIQUE (grounds_id);


--
-- Name: requirement_decision requirement_decision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_pkey PRIMARY KEY (id);


--
-- Name: requirement_exemption requirement_exemption_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_exemption
    ADD CONSTRAINT requirement_exemption_pkey PRIMARY KEY (id);


--
-- Name: requirement_grounds requirement_grounds_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_pkey PRIMARY KEY (id);


--
-- Name: rules_code rules_code_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules_code
    ADD CONSTRAINT rules_code_pkey PRIMARY KEY (id);


--
-- Name: rules_ruleset rules_ruleset_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rules_ruleset
    ADD CONSTRAINT rules_ruleset_pkey PRIMARY KEY (id);


--
-- Name: schedules_clock schedules_clock_only_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedules_clock
    ADD CONSTRAINT schedules_clock_only_key UNIQUE ("only");


--
-- Name: schedules_clock schedules_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedules_clock
    ADD CONSTRAINT schedules_clock_pkey PRIMARY KEY (id);


--
-- Name: schedules_day schedules_day_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schedules_day
    ADD CONSTRAINT schedules_day_pkey PRIMARY KEY (day);


--
-- Name: secrecy_rolescope secrecy_rolescope_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.secrecy_rolescope
    ADD CONSTRAINT secrecy_rolescope_pkey PRIMARY KEY (id);


--
-- Name: people_person shield_of_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT shield_of_person UNIQUE (id, shielded);


--
-- Name: staff_cache staff_cache_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_cache
    ADD CONSTRAINT staff_cache_pkey PRIMARY KEY (cache_key);


--
-- Name: staff_colleague staff_colleague_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_colleague
    ADD CONSTRAINT staff_colleague_email_key UNIQUE (email);


--
-- Name: staff_colleague staff_colleague_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_colleague
    ADD CONSTRAINT staff_colleague_pkey PRIMARY KEY (id);


--
-- Name: staff_membership staff_membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_membership
    ADD CONSTRAINT staff_membership_pkey PRIMARY KEY (id);


--
-- Name: staff_organisation staff_organisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_organisation
    ADD CONSTRAINT staff_organisation_pkey PRIMARY KEY (id);


--
-- Name: staff_subscription staff_subscription_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_subscription
    ADD CONSTRAINT staff_subscription_digest_key UNIQUE (digest);


--
-- Name: staff_subscription staff_subscription_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_subscription
    ADD CONSTRAINT staff_subscription_pkey PRIMARY KEY (id);


--
-- Name: staff_unit staff_unit_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_unit
    ADD CONSTRAINT staff_unit_code_key UNIQUE (code);


--
-- Name: staff_unit staff_unit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_unit
    ADD CONSTRAINT staff_unit_pkey PRIMARY KEY (id);


--
-- Name: staff_user staff_user_colleague_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_user
    ADD CONSTRAINT staff_user_colleague_id_key UNIQUE (colleague_id);


--
-- Name: staff_user staff_user_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_user
    ADD CONSTRAINT staff_user_email_key UNIQUE (email);


--
-- Name: staff_user staff_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_user
    ADD CONSTRAINT staff_user_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: activities_activity_code_ebe1b916_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_activity_code_ebe1b916_like ON public.activities_activity USING btree (code varchar_pattern_ops);


--
-- Name: activities_activity_unit_id_5d779391; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_activity_unit_id_5d779391 ON public.activities_activity USING btree (unit_id);


--
-- Name: activities_capacity_activity_id_13a556c2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_capacity_activity_id_13a556c2 ON public.activities_capacity USING btree (activity_id);


--
-- Name: activities_capacity_author_id_095a42cd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_capacity_author_id_095a42cd ON public.activities_capacity USING btree (author_id);


--
-- Name: activities_crew_activity_id_948d3d0e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_crew_activity_id_948d3d0e ON public.activities_crew USING btree (activity_id);


--
-- Name: activities_crew_leader_id_0ca404a1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_crew_leader_id_0ca404a1 ON public.activities_crew USING btree (leader_id);


--
-- Name: activities_crewjob_crew_id_d52fb414; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_crewjob_crew_id_d52fb414 ON public.activities_crewjob USING btree (crew_id);


--
-- Name: activities_theme_activity_id_42e6e511; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activities_theme_activity_id_42e6e511 ON public.activities_theme USING btree (activity_id);


--
-- Name: amended_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amended_once ON public.partnerships_amendment USING btree (agreement_id, signed_on, starts_on, md5(scope));


--
-- Name: application_of_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX application_of_unit ON public.assistance_application USING btree (unit_id, received_on);


--
-- Name: application_waits; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX application_waits ON public.assistance_application USING btree (unit_id, received_on) WHERE waits;


--
-- Name: assistance_elsewhere_person_id_2710b58a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assistance_elsewhere_person_id_2710b58a ON public.assistance_elsewhere USING btree (person_id);


--
-- Name: assistance_supportmonth_household_id_b977b408; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assistance_supportmonth_household_id_b977b408 ON public.assistance_supportmonth USING btree (household_id);


--
-- Name: attendance_attendance_author_id_fc262f3f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_attendance_author_id_fc262f3f ON public.attendance_attendance USING btree (author_id);


--
-- Name: attendance_attendance_person_id_1e5e1bdb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_attendance_person_id_1e5e1bdb ON public.attendance_attendance USING btree (person_id);


--
-- Name: attendance_dialogue_author_id_fcc2abf3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_dialogue_author_id_fcc2abf3 ON public.attendance_dialogue USING btree (author_id);


--
-- Name: attendance_dialogue_case_id_4f5a02a8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_dialogue_case_id_4f5a02a8 ON public.attendance_dialogue USING btree (case_id);


--
-- Name: attendance_dialogue_person_id_45064b5e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_dialogue_person_id_45064b5e ON public.attendance_dialogue USING btree (person_id);


--
-- Name: attendance_finding_author_id_99df4aa8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_finding_author_id_99df4aa8 ON public.attendance_finding USING btree (author_id);


--
-- Name: attendance_finding_conversation_id_186489c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_finding_conversation_id_186489c0 ON public.attendance_finding USING btree (conversation_id);


--
-- Name: attendance_finding_person_id_d2ab3e52; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_finding_person_id_d2ab3e52 ON public.attendance_finding USING btree (person_id);


--
-- Name: attendance_incident_author_id_b7025667; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_incident_author_id_b7025667 ON public.attendance_incident USING btree (author_id);


--
-- Name: attendance_incident_person_id_1d63bca6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_incident_person_id_1d63bca6 ON public.attendance_incident USING btree (person_id);


--
-- Name: attendance_incident_placement_id_b6271e7a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_incident_placement_id_b6271e7a ON public.attendance_incident USING btree (placement_id);


--
-- Name: attendance_incident_read_by_id_91da65dc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_incident_read_by_id_91da65dc ON public.attendance_incident USING btree (read_by_id);


--
-- Name: attendance_incident_unit_id_5979daf7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_incident_unit_id_5979daf7 ON public.attendance_incident USING btree (unit_id);


--
-- Name: attendance_of_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_of_unit ON public.attendance_attendance USING btree (unit_id, day);


--
-- Name: attendance_report_author_id_649189bd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_report_author_id_649189bd ON public.attendance_report USING btree (author_id);


--
-- Name: attendance_report_person_id_1e262dba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_report_person_id_1e262dba ON public.attendance_report USING btree (person_id);


--
-- Name: attendance_report_read_by_id_b63f81e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_report_read_by_id_b63f81e1 ON public.attendance_report USING btree (read_by_id);


--
-- Name: attendance_report_unit_id_3b5900ea; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_report_unit_id_3b5900ea ON public.attendance_report USING btree (unit_id);


--
-- Name: attendance_supportaction_author_id_2b58acba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_supportaction_author_id_2b58acba ON public.attendance_supportaction USING btree (author_id);


--
-- Name: attendance_supportaction_done_by_id_e64d1504; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_supportaction_done_by_id_e64d1504 ON public.attendance_supportaction USING btree (done_by_id);


--
-- Name: attendance_supportaction_person_id_8bc8344a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_supportaction_person_id_8bc8344a ON public.attendance_supportaction USING btree (person_id);


--
-- Name: attendance_supportaction_placement_id_044df94b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_supportaction_placement_id_044df94b ON public.attendance_supportaction USING btree (placement_id);


--
-- Name: attendance_supportaction_unit_id_9ddd6417; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attendance_supportaction_unit_id_9ddd6417 ON public.attendance_supportaction USING btree (unit_id);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: case_of_responsible; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_of_responsible ON public.cases_case USING btree (responsible_id);


--
-- Name: case_of_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_of_unit ON public.cases_case USING btree (unit_id, opened_on);


--
-- Name: cases_case_person_id_f87eeffa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_case_person_id_f87eeffa ON public.cases_case USING btree (person_id);


--
-- Name: cases_case_social_worker_id_3ad108f1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_case_social_worker_id_3ad108f1 ON public.cases_case USING btree (social_worker_id);


--
-- Name: cases_draft_person_id_eb3086ad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_draft_person_id_eb3086ad ON public.cases_draft USING btree (person_id);


--
-- Name: cases_handover_case_id_d0f7ad3b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_handover_case_id_d0f7ad3b ON public.cases_handover USING btree (case_id);


--
-- Name: cases_handover_giver_id_a465e6b0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_handover_giver_id_a465e6b0 ON public.cases_handover USING btree (giver_id);


--
-- Name: cases_handover_person_id_648e3bc9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_handover_person_id_648e3bc9 ON public.cases_handover USING btree (person_id);


--
-- Name: cases_handover_receiver_id_a3f56624; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_handover_receiver_id_a3f56624 ON public.cases_handover USING btree (receiver_id);


--
-- Name: cases_meeting_case_id_ce4ae986; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_meeting_case_id_ce4ae986 ON public.cases_meeting USING btree (case_id);


--
-- Name: cases_meeting_colleague_id_e338acf5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_meeting_colleague_id_e338acf5 ON public.cases_meeting USING btree (colleague_id);


--
-- Name: cases_meeting_person_id_1ed8123b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_meeting_person_id_1ed8123b ON public.cases_meeting USING btree (person_id);


--
-- Name: cases_note_author_id_0975e405; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_note_author_id_0975e405 ON public.cases_note USING btree (author_id);


--
-- Name: cases_note_person_id_bfd51642; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_note_person_id_bfd51642 ON public.cases_note USING btree (person_id);


--
-- Name: cases_note_unit_id_cdda3893; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_note_unit_id_cdda3893 ON public.cases_note USING btree (unit_id);


--
-- Name: cases_objection_author_id_132bee1f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_objection_author_id_132bee1f ON public.cases_objection USING btree (author_id);


--
-- Name: cases_objection_note_id_9ef55f9f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_objection_note_id_9ef55f9f ON public.cases_objection USING btree (note_id);


--
-- Name: cases_objection_person_id_208c69a9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_objection_person_id_208c69a9 ON public.cases_objection USING btree (person_id);


--
-- Name: cases_referral_case_id_5223ea54; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_referral_case_id_5223ea54 ON public.cases_referral USING btree (case_id);


--
-- Name: cases_referral_person_id_35b93c67; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_referral_person_id_35b93c67 ON public.cases_referral USING btree (person_id);


--
-- Name: cases_referral_referred_by_id_32fb505f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_referral_referred_by_id_32fb505f ON public.cases_referral USING btree (referred_by_id);


--
-- Name: cases_referral_responsible_id_39aa33fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_referral_responsible_id_39aa33fb ON public.cases_referral USING btree (responsible_id);


--
-- Name: cases_referral_unit_id_8e622fdd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_referral_unit_id_8e622fdd ON public.cases_referral USING btree (unit_id);


--
-- Name: cases_stall_author_id_eef50050; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_stall_author_id_eef50050 ON public.cases_stall USING btree (author_id);


--
-- Name: cases_stall_case_id_7bcab9b5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_stall_case_id_7bcab9b5 ON public.cases_stall USING btree (case_id);


--
-- Name: cases_stall_person_id_19c7c675; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_stall_person_id_19c7c675 ON public.cases_stall USING btree (person_id);


--
-- Name: change_of_placement; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX change_of_placement ON public.placements_proposedchange USING btree (placement_id);


--
-- Name: check_of_partner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX check_of_partner ON public.partnerships_partnercheck USING btree (organisation_id, kind, seen_on DESC);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: event_actor_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_actor_at ON public.history_event USING btree (actor_id, at DESC);


--
-- Name: event_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_at ON public.history_event USING btree (at DESC);


--
-- Name: event_person_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX event_person_at ON public.history_event USING btree (person_id, at DESC);


--
-- Name: finding_of_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX finding_of_day ON public.attendance_finding USING btree (placement_id, day, id DESC);


--
-- Name: grant_of_membership; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_of_membership ON public.people_grant USING btree (membership_id, sort, person_id) WHERE (membership_id IS NOT NULL);


--
-- Name: grant_of_membership_given; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_of_membership_given ON public.people_grant USING btree (membership_id, given_sort, person_id) WHERE (membership_id IS NOT NULL);


--
-- Name: grant_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_of_person ON public.people_grant USING btree (person_id) INCLUDE (unit_id, membership_id, scope, starts_at, ends_at, shielded);


--
-- Name: grant_of_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_of_unit ON public.people_grant USING btree (unit_id, sort, person_id) WHERE (unit_id IS NOT NULL);


--
-- Name: grant_of_unit_given; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX grant_of_unit_given ON public.people_grant USING btree (unit_id, given_sort, person_id) WHERE (unit_id IS NOT NULL);


--
-- Name: handed_to_somebody; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX handed_to_somebody ON public.cases_handover USING btree (receiver_id) WHERE ((answer)::text = ''::text);


--
-- Name: history_event_actor_unit_id_5ad49ecf; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_event_actor_unit_id_5ad49ecf ON public.history_event USING btree (actor_unit_id);


--
-- Name: history_event_unit_id_9b6a4f8e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_event_unit_id_9b6a4f8e ON public.history_event USING btree (unit_id);


--
-- Name: history_version_actor_id_61c6ce5d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_version_actor_id_61c6ce5d ON public.history_version USING btree (actor_id);


--
-- Name: history_version_person_id_c002a703; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_version_person_id_c002a703 ON public.history_version USING btree (person_id);


--
-- Name: history_version_unit_id_5a2f685e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX history_version_unit_id_5a2f685e ON public.history_version USING btree (unit_id);


--
-- Name: incident_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX incident_unread ON public.attendance_incident USING btree (person_id) WHERE (read_at IS NULL);


--
-- Name: meeting_without_outcome; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_without_outcome ON public.cases_meeting USING btree (colleague_id, starts_at) WHERE ((outcome)::text = ''::text);


--
-- Name: note_of_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX note_of_case ON public.cases_note USING btree (case_id, happened_at DESC, id DESC);


--
-- Name: number_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX number_of_person ON public.people_number USING btree (person_id, number);


--
-- Name: observation_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX observation_of_person ON public.plans_observation USING btree (person_id, day DESC);


--
-- Name: one_answer_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_answer_a_day ON public.plans_selfrating USING btree (case_id, day, statement) WHERE (taken_back_at IS NULL);


--
-- Name: one_cancellation_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_cancellation_a_day ON public.placements_cancellation USING btree (activity_id, day) WHERE (restored_at IS NULL);


--
-- Name: one_change_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_change_a_day ON public.placements_daychange USING btree (placement_id, day) WHERE (taken_back_at IS NULL);


--
-- Name: one_change_waits; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_change_waits ON public.placements_proposedchange USING btree (placement_id, kind) WHERE (accepted IS NULL);


--
-- Name: one_crew_a_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_crew_a_name ON public.activities_crew USING btree (activity_id, name) WHERE (taken_out_at IS NULL);


--
-- Name: one_draft_a_case; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_draft_a_case ON public.plans_plan USING btree (case_id) WHERE ((decided_at IS NULL) AND (ended_at IS NULL));


--
-- Name: one_grounds_a_month; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_grounds_a_month ON public.requirement_grounds USING btree (person_id, month) WHERE (taken_back_at IS NULL);


--
-- Name: one_hand_over_a_seat; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_hand_over_a_seat ON public.cases_handover USING btree (case_id, seat) WHERE ((answer)::text = ''::text);


--
-- Name: one_main_ladder; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_main_ladder ON public.plans_ladder USING btree (is_main) WHERE is_main;


--
-- Name: one_open_case; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_open_case ON public.cases_case USING btree (person_id) WHERE (closed_on IS NULL);


--
-- Name: one_open_membership; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_open_membership ON public.staff_membership USING btree (colleague_id, unit_id, role) WHERE (ends_on IS NULL);


--
-- Name: one_open_referral_a_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_open_referral_a_unit ON public.cases_referral USING btree (person_id, unit_id) WHERE (("end")::text = ''::text);


--
-- Name: one_open_subscription; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_open_subscription ON public.staff_subscription USING btree (membership_id) WHERE (ended_at IS NULL);


--
-- Name: one_placement_a_start; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_placement_a_start ON public.placements_placement USING btree (person_id, activity_id, starts_on) WHERE ((refused_at IS NULL) AND (withdrawn_at IS NULL));


--
-- Name: one_plan_in_force; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_plan_in_force ON public.plans_plan USING btree (case_id) WHERE ((decided_at IS NOT NULL) AND (ended_at IS NULL) AND (replaced_at IS NULL));


--
-- Name: one_rating_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_rating_a_day ON public.plans_stepmove USING btree (person_id, day, rated_by) WHERE (NOT corrected);


--
-- Name: one_step_waits; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_step_waits ON public.plans_proposedstep USING btree (person_id, unit_id) WHERE (accepted IS NULL);


--
-- Name: outcomes_exit_person_id_2df7c8f5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcomes_exit_person_id_2df7c8f5 ON public.outcomes_exit USING btree (person_id);


--
-- Name: partnerships_agreement_author_id_0c267f70; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX partnerships_agreement_author_id_0c267f70 ON public.partnerships_agreement USING btree (author_id);


--
-- Name: partnerships_agreement_organisation_id_589b6ba1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX partnerships_agreement_organisation_id_589b6ba1 ON public.partnerships_agreement USING btree (organisation_id);


--
-- Name: partnerships_amendment_author_id_312db090; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX partnerships_amendment_author_id_312db090 ON public.partnerships_amendment USING btree (author_id);


--
-- Name: partnerships_partnercheck_author_id_ef0487ae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX partnerships_partnercheck_author_id_ef0487ae ON public.partnerships_partnercheck USING btree (author_id);


--
-- Name: partnerships_partnercheck_municipality_id_78ec747c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX partnerships_partnercheck_municipality_id_78ec747c ON public.partnerships_partnercheck USING btree (municipality_id);


--
-- Name: people_consent_organisation_id_367642ee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_consent_organisation_id_367642ee ON public.people_consent USING btree (organisation_id);


--
-- Name: people_consent_person_id_a757a92f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_consent_person_id_a757a92f ON public.people_consent USING btree (person_id);


--
-- Name: people_grant_given_by_id_bda4b151; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_grant_given_by_id_bda4b151 ON public.people_grant USING btree (given_by_id);


--
-- Name: people_grant_membership_id_d437bbc6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_grant_membership_id_d437bbc6 ON public.people_grant USING btree (membership_id);


--
-- Name: people_grant_unit_id_74caf2c7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_grant_unit_id_74caf2c7 ON public.people_grant USING btree (unit_id);


--
-- Name: people_householdmember_household_id_5d283728; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_householdmember_household_id_5d283728 ON public.people_householdmember USING btree (household_id);


--
-- Name: people_householdmember_person_id_949cc362; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_householdmember_person_id_949cc362 ON public.people_householdmember USING btree (person_id);


--
-- Name: people_opening_agreed_by_id_87ed96a5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_opening_agreed_by_id_87ed96a5 ON public.people_opening USING btree (agreed_by_id);


--
-- Name: people_opening_head_id_5925838c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_opening_head_id_5925838c ON public.people_opening USING btree (head_id);


--
-- Name: people_opening_person_id_50582482; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX people_opening_person_id_50582482 ON public.people_opening USING btree (person_id);


--
-- Name: placement_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placement_of_person ON public.placements_placement USING btree (person_id);


--
-- Name: placement_of_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placement_of_unit ON public.placements_placement USING btree (unit_id, starts_on);


--
-- Name: placement_proposed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placement_proposed ON public.placements_placement USING btree (unit_id) WHERE ((accepted_at IS NULL) AND (proposed_at IS NOT NULL) AND (refused_at IS NULL) AND (withdrawn_at IS NULL));


--
-- Name: placements_cancellation_activity_id_68097e3b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_cancellation_activity_id_68097e3b ON public.placements_cancellation USING btree (activity_id);


--
-- Name: placements_cancellation_author_id_10bf67f5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_cancellation_author_id_10bf67f5 ON public.placements_cancellation USING btree (author_id);


--
-- Name: placements_closure_author_id_51f7799f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_closure_author_id_51f7799f ON public.placements_closure USING btree (author_id);


--
-- Name: placements_closure_unit_id_adc951b0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_closure_unit_id_adc951b0 ON public.placements_closure USING btree (unit_id);


--
-- Name: placements_crewmember_author_id_821d3dae; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_crewmember_author_id_821d3dae ON public.placements_crewmember USING btree (author_id);


--
-- Name: placements_crewmember_crew_id_1749194a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_crewmember_crew_id_1749194a ON public.placements_crewmember USING btree (crew_id);


--
-- Name: placements_crewmember_person_id_2f318139; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_crewmember_person_id_2f318139 ON public.placements_crewmember USING btree (person_id);


--
-- Name: placements_crewmember_placement_id_f06cfeb1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_crewmember_placement_id_f06cfeb1 ON public.placements_crewmember USING btree (placement_id);


--
-- Name: placements_crewmember_unit_id_39acae3c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_crewmember_unit_id_39acae3c ON public.placements_crewmember USING btree (unit_id);


--
-- Name: placements_daychange_author_id_7e1b4d9f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_daychange_author_id_7e1b4d9f ON public.placements_daychange USING btree (author_id);


--
-- Name: placements_daychange_person_id_1dd99c87; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_daychange_person_id_1dd99c87 ON public.placements_daychange USING btree (person_id);


--
-- Name: placements_daychange_placement_id_2ce1af87; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_daychange_placement_id_2ce1af87 ON public.placements_daychange USING btree (placement_id);


--
-- Name: placements_daychange_unit_id_531d44d8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_daychange_unit_id_531d44d8 ON public.placements_daychange USING btree (unit_id);


--
-- Name: placements_introduction_author_id_0e5a9bf2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_introduction_author_id_0e5a9bf2 ON public.placements_introduction USING btree (author_id);


--
-- Name: placements_introduction_person_id_f45c7f9b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_introduction_person_id_f45c7f9b ON public.placements_introduction USING btree (person_id);


--
-- Name: placements_introduction_unit_id_697718e9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_introduction_unit_id_697718e9 ON public.placements_introduction USING btree (unit_id);


--
-- Name: placements_notice_author_id_dc4f1cfb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_notice_author_id_dc4f1cfb ON public.placements_notice USING btree (author_id);


--
-- Name: placements_notice_person_id_9abef183; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_notice_person_id_9abef183 ON public.placements_notice USING btree (person_id);


--
-- Name: placements_notice_unit_id_1299f0ba; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_notice_unit_id_1299f0ba ON public.placements_notice USING btree (unit_id);


--
-- Name: placements_placement_activity_id_6f93489a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placement_activity_id_6f93489a ON public.placements_placement USING btree (activity_id);


--
-- Name: placements_placement_answered_by_id_aa7d44ad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placement_answered_by_id_aa7d44ad ON public.placements_placement USING btree (answered_by_id);


--
-- Name: placements_placement_follows_id_936d2c70; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placement_follows_id_936d2c70 ON public.placements_placement USING btree (follows_id);


--
-- Name: placements_placement_placed_by_id_185edf95; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placement_placed_by_id_185edf95 ON public.placements_placement USING btree (placed_by_id);


--
-- Name: placements_placement_supervisor_id_286f4f5d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placement_supervisor_id_286f4f5d ON public.placements_placement USING btree (supervisor_id);


--
-- Name: placements_placementend_person_id_ac69f559; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_placementend_person_id_ac69f559 ON public.placements_placementend USING btree (person_id);


--
-- Name: placements_proposedchange_author_id_f83329d9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_proposedchange_author_id_f83329d9 ON public.placements_proposedchange USING btree (author_id);


--
-- Name: placements_proposedchange_decided_by_id_65b46951; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_proposedchange_decided_by_id_65b46951 ON public.placements_proposedchange USING btree (decided_by_id);


--
-- Name: placements_proposedchange_person_id_71339eab; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_proposedchange_person_id_71339eab ON public.placements_proposedchange USING btree (person_id);


--
-- Name: placements_proposedchange_unit_id_9e41d895; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_proposedchange_unit_id_9e41d895 ON public.placements_proposedchange USING btree (unit_id);


--
-- Name: placements_suspension_author_id_ffb4dd9d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_suspension_author_id_ffb4dd9d ON public.placements_suspension USING btree (author_id);


--
-- Name: placements_suspension_person_id_cf0d051a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_suspension_person_id_cf0d051a ON public.placements_suspension USING btree (person_id);


--
-- Name: placements_suspension_placement_id_782db3e9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_suspension_placement_id_782db3e9 ON public.placements_suspension USING btree (placement_id);


--
-- Name: placements_suspension_unit_id_711fce2d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_suspension_unit_id_711fce2d ON public.placements_suspension USING btree (unit_id);


--
-- Name: placements_toldreason_author_id_57bfcc00; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_toldreason_author_id_57bfcc00 ON public.placements_toldreason USING btree (author_id);


--
-- Name: placements_toldreason_person_id_6cc34b2e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_toldreason_person_id_6cc34b2e ON public.placements_toldreason USING btree (person_id);


--
-- Name: placements_toldreason_unit_id_3aa0c50e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX placements_toldreason_unit_id_3aa0c50e ON public.placements_toldreason USING btree (unit_id);


--
-- Name: plans_consultation_author_id_77768020; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_consultation_author_id_77768020 ON public.plans_consultation USING btree (author_id);


--
-- Name: plans_consultation_case_id_b5c59937; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_consultation_case_id_b5c59937 ON public.plans_consultation USING btree (case_id);


--
-- Name: plans_consultation_person_id_dcb79617; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_consultation_person_id_dcb79617 ON public.plans_consultation USING btree (person_id);


--
-- Name: plans_goal_person_id_2385b69f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_goal_person_id_2385b69f ON public.plans_goal USING btree (person_id);


--
-- Name: plans_goal_plan_id_62ddc712; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_goal_plan_id_62ddc712 ON public.plans_goal USING btree (plan_id);


--
-- Name: plans_goal_under_id_8bfa269f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_goal_under_id_8bfa269f ON public.plans_goal USING btree (under_id);


--
-- Name: plans_goal_unit_id_301bb897; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_goal_unit_id_301bb897 ON public.plans_goal USING btree (unit_id);


--
-- Name: plans_ladderstep_maps_to_id_84ff163c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_ladderstep_maps_to_id_84ff163c ON public.plans_ladderstep USING btree (maps_to_id);


--
-- Name: plans_mapping_author_id_54f955df; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_mapping_author_id_54f955df ON public.plans_mapping USING btree (author_id);


--
-- Name: plans_mapping_person_id_85765ea6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_mapping_person_id_85765ea6 ON public.plans_mapping USING btree (person_id);


--
-- Name: plans_observation_author_id_a7cb763d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_observation_author_id_a7cb763d ON public.plans_observation USING btree (author_id);


--
-- Name: plans_observation_goal_id_5662329a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_observation_goal_id_5662329a ON public.plans_observation USING btree (goal_id);


--
-- Name: plans_observation_unit_id_0bef82bc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_observation_unit_id_0bef82bc ON public.plans_observation USING btree (unit_id);


--
-- Name: plans_plan_case_id_99ccd798; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_plan_case_id_99ccd798 ON public.plans_plan USING btree (case_id);


--
-- Name: plans_plan_decided_by_id_889b26a4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_plan_decided_by_id_889b26a4 ON public.plans_plan USING btree (decided_by_id);


--
-- Name: plans_plan_person_id_940ec051; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_plan_person_id_940ec051 ON public.plans_plan USING btree (person_id);


--
-- Name: plans_planpart_person_id_cd8d6ce2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_planpart_person_id_cd8d6ce2 ON public.plans_planpart USING btree (person_id);


--
-- Name: plans_planpart_plan_id_5ab3eb4f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_planpart_plan_id_5ab3eb4f ON public.plans_planpart USING btree (plan_id);


--
-- Name: plans_proposedstep_author_id_96d70fed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_proposedstep_author_id_96d70fed ON public.plans_proposedstep USING btree (author_id);


--
-- Name: plans_proposedstep_decided_by_id_200e801b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_proposedstep_decided_by_id_200e801b ON public.plans_proposedstep USING btree (decided_by_id);


--
-- Name: plans_proposedstep_person_id_aabeed01; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_proposedstep_person_id_aabeed01 ON public.plans_proposedstep USING btree (person_id);


--
-- Name: plans_proposedstep_step_id_d66a83c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_proposedstep_step_id_d66a83c0 ON public.plans_proposedstep USING btree (step_id);


--
-- Name: plans_proposedstep_unit_id_dcac3fd5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_proposedstep_unit_id_dcac3fd5 ON public.plans_proposedstep USING btree (unit_id);


--
-- Name: plans_selfrating_author_id_3e6c27d7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_selfrating_author_id_3e6c27d7 ON public.plans_selfrating USING btree (author_id);


--
-- Name: plans_selfrating_case_id_4e6775aa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_selfrating_case_id_4e6775aa ON public.plans_selfrating USING btree (case_id);


--
-- Name: plans_selfrating_person_id_6027a6fb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_selfrating_person_id_6027a6fb ON public.plans_selfrating USING btree (person_id);


--
-- Name: plans_stepevidence_goal_id_5327bfe1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_stepevidence_goal_id_5327bfe1 ON public.plans_stepevidence USING btree (goal_id);


--
-- Name: plans_stepevidence_person_id_0c98e595; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_stepevidence_person_id_0c98e595 ON public.plans_stepevidence USING btree (person_id);


--
-- Name: plans_stepmove_author_id_b6d7b75a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_stepmove_author_id_b6d7b75a ON public.plans_stepmove USING btree (author_id);


--
-- Name: plans_stepmove_person_id_7b38b09c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_stepmove_person_id_7b38b09c ON public.plans_stepmove USING btree (person_id);


--
-- Name: plans_stepmove_step_id_63219f07; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX plans_stepmove_step_id_63219f07 ON public.plans_stepmove USING btree (step_id);


--
-- Name: referral_open_at_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX referral_open_at_unit ON public.cases_referral USING btree (unit_id) WHERE (("end")::text = ''::text);


--
-- Name: report_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_unread ON public.attendance_report USING btree (person_id) WHERE (read_at IS NULL);


--
-- Name: requirement_activityrequest_consultation_id_51450f02; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_activityrequest_consultation_id_51450f02 ON public.requirement_activityrequest USING btree (consultation_id);


--
-- Name: requirement_activityrequest_made_by_id_953dbf8a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_activityrequest_made_by_id_953dbf8a ON public.requirement_activityrequest USING btree (made_by_id);


--
-- Name: requirement_activityrequest_person_id_1b6ca57b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_activityrequest_person_id_1b6ca57b ON public.requirement_activityrequest USING btree (person_id);


--
-- Name: requirement_decision_decided_by_id_7bed8724; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_decision_decided_by_id_7bed8724 ON public.requirement_decision USING btree (decided_by_id);


--
-- Name: requirement_decision_person_id_c65c6fe3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_decision_person_id_c65c6fe3 ON public.requirement_decision USING btree (person_id);


--
-- Name: requirement_exemption_decided_by_id_a919a4e3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_exemption_decided_by_id_a919a4e3 ON public.requirement_exemption USING btree (decided_by_id);


--
-- Name: requirement_exemption_person_id_de1bf6d5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_exemption_person_id_de1bf6d5 ON public.requirement_exemption USING btree (person_id);


--
-- Name: requirement_grounds_author_id_9c7bf55a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_grounds_author_id_9c7bf55a ON public.requirement_grounds USING btree (author_id);


--
-- Name: requirement_grounds_case_id_0d46fc51; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_grounds_case_id_0d46fc51 ON public.requirement_grounds USING btree (case_id);


--
-- Name: requirement_grounds_person_id_a713eeb6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_grounds_person_id_a713eeb6 ON public.requirement_grounds USING btree (person_id);


--
-- Name: requirement_grounds_sent_to_id_8d088484; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requirement_grounds_sent_to_id_8d088484 ON public.requirement_grounds USING btree (sent_to_id);


--
-- Name: seat; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX seat ON public.activities_seatuse USING btree (seat);


--
-- Name: seat_of_activity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX seat_of_activity ON public.activities_seatuse USING btree (activity_id, starts_on);


--
-- Name: seat_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX seat_until ON public.activities_seatuse USING btree (activity_id, until);


--
-- Name: staff_cache_expires; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_cache_expires ON public.staff_cache USING btree (expires);


--
-- Name: staff_colleague_email_92f256fd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_colleague_email_92f256fd_like ON public.staff_colleague USING btree (email varchar_pattern_ops);


--
-- Name: staff_membership_colleague_id_70f1422e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_membership_colleague_id_70f1422e ON public.staff_membership USING btree (colleague_id);


--
-- Name: staff_membership_confirmed_by_id_773a9979; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_membership_confirmed_by_id_773a9979 ON public.staff_membership USING btree (confirmed_by_id);


--
-- Name: staff_membership_given_by_id_1f7e2475; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_membership_given_by_id_1f7e2475 ON public.staff_membership USING btree (given_by_id);


--
-- Name: staff_membership_unit_id_70f165b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_membership_unit_id_70f165b3 ON public.staff_membership USING btree (unit_id);


--
-- Name: staff_organisation_succeeds_id_36df0cc1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_organisation_succeeds_id_36df0cc1 ON public.staff_organisation USING btree (succeeds_id);


--
-- Name: staff_subscription_digest_af35fb61_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_subscription_digest_af35fb61_like ON public.staff_subscription USING btree (digest varchar_pattern_ops);


--
-- Name: staff_subscription_membership_id_43a0057a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_subscription_membership_id_43a0057a ON public.staff_subscription USING btree (membership_id);


--
-- Name: staff_unit_code_78048912_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_unit_code_78048912_like ON public.staff_unit USING btree (code varchar_pattern_ops);


--
-- Name: staff_unit_organisation_id_1698b7f3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_unit_organisation_id_1698b7f3 ON public.staff_unit USING btree (organisation_id);


--
-- Name: staff_unit_parent_id_0dbe91fc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_unit_parent_id_0dbe91fc ON public.staff_unit USING btree (parent_id);


--
-- Name: staff_unit_succeeds_id_b2f96fb5; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_unit_succeeds_id_b2f96fb5 ON public.staff_unit USING btree (succeeds_id);


--
-- Name: staff_user_email_4627d055_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX staff_user_email_4627d055_like ON public.staff_user USING btree (email varchar_pattern_ops);


--
-- Name: stall_that_lasts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stall_that_lasts ON public.cases_stall USING btree (case_id) WHERE (ends_on IS NULL);


--
-- Name: support_of_month; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_of_month ON public.assistance_supportmonth USING btree (month, person_id) INCLUDE (household_id, role, obstacle);


--
-- Name: told_reason_of_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX told_reason_of_day ON public.placements_toldreason USING btree (placement_id, day);


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: version_of_row; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX version_of_row ON public.history_version USING btree (of_table, row_id);


--
-- Name: placements_proposedchange a_change_waits; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_change_waits BEFORE INSERT OR UPDATE ON public.placements_proposedchange FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_change_waits();


--
-- Name: placements_placement a_proposed_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_proposed_now BEFORE INSERT ON public.placements_placement FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_proposed_now();


--
-- Name: activities_capacity a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.activities_capacity FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: attendance_attendance a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT OR UPDATE ON public.attendance_attendance FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: attendance_dialogue a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.attendance_dialogue FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: attendance_finding a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.attendance_finding FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: attendance_incident a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.attendance_incident FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: attendance_report a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.attendance_report FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: cases_objection a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.cases_objection FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: cases_stall a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.cases_stall FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: partnerships_agreement a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.partnerships_agreement FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: partnerships_amendment a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.partnerships_amendment FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: partnerships_partnercheck a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.partnerships_partnercheck FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_cancellation a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_cancellation FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_closure a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_closure FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_crewmember a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_crewmember FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_daychange a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_daychange FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_introduction a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_introduction FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_notice a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_notice FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_suspension a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_suspension FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: placements_toldreason a_signed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_signed BEFORE INSERT ON public.placements_toldreason FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.history_sign();


--
-- Name: plans_proposedstep a_step_waits; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_step_waits BEFORE INSERT OR UPDATE ON public.plans_proposedstep FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.plans_step_waits();


--
-- Name: attendance_supportaction a_support_asked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER a_support_asked BEFORE INSERT OR UPDATE ON public.attendance_supportaction FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_support_asked();


--
-- Name: placements_placement access_follows; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_follows AFTER UPDATE OF ends_on ON public.placements_placement FOR EACH ROW WHEN (((CURRENT_USER = 'trappan_app'::name) AND (old.ends_on IS DISTINCT FROM new.ends_on))) EXECUTE FUNCTION public.placements_access_follows();


--
-- Name: people_consent access_of_consent; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_of_consent AFTER INSERT ON public.people_consent FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_access_of_consent();


--
-- Name: people_person access_of_protection; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_of_protection AFTER UPDATE OF protection ON public.people_person FOR EACH ROW WHEN (((old.protection)::text IS DISTINCT FROM (new.protection)::text)) EXECUTE FUNCTION public.placements_access_of_protection();


--
-- Name: attendance_finding after_conversation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER after_conversation BEFORE INSERT ON public.attendance_finding FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_finding_after_conversation();


--
-- Name: requirement_decision appealed_once; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER appealed_once BEFORE UPDATE ON public.requirement_decision FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.requirement_appealed_once();


--
-- Name: cases_case begins_empty; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER begins_empty BEFORE INSERT ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.cases_case_begins_empty();


--
-- Name: activities_capacity check_capacity; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_capacity AFTER INSERT ON public.activities_capacity FOR EACH ROW EXECUTE FUNCTION public.activities_check_capacity();


--
-- Name: placements_crewmember check_crew; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_crew BEFORE INSERT ON public.placements_crewmember FOR EACH ROW EXECUTE FUNCTION public.placements_check_crew();


--
-- Name: requirement_decision check_decision; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_decision BEFORE INSERT ON public.requirement_decision FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.requirement_check_decision();


--
-- Name: requirement_grounds check_grounds; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_grounds BEFORE INSERT ON public.requirement_grounds FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.requirement_check_grounds();


--
-- Name: placements_introduction check_introduction; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_introduction BEFORE INSERT ON public.placements_introduction FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_check_introduction();


--
-- Name: requirement_grounds check_step; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_step BEFORE UPDATE ON public.requirement_grounds FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.requirement_check_grounds_step();


--
-- Name: placements_placement check_terms; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_terms BEFORE INSERT ON public.placements_placement FOR EACH ROW EXECUTE FUNCTION public.placements_check_terms();


--
-- Name: placements_placement check_terms_again; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER check_terms_again BEFORE UPDATE OF ends_on ON public.placements_placement FOR EACH ROW WHEN (((old.ends_on IS NOT NULL) AND ((new.ends_on IS NULL) OR (new.ends_on > old.ends_on)))) EXECUTE FUNCTION public.placements_check_terms();


--
-- Name: cases_case closed_is_not_offered; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER closed_is_not_offered AFTER UPDATE OF closed_on ON public.cases_case FOR EACH ROW WHEN (((old.closed_on IS NULL) AND (new.closed_on IS NOT NULL))) EXECUTE FUNCTION public.cases_closed_is_not_offered();


--
-- Name: activities_activity codes_branch_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_branch_insert AFTER INSERT ON public.activities_activity REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('branch', 'branch', 'starts_on');

ALTER TABLE public.activities_activity ENABLE ALWAYS TRIGGER codes_branch_insert;


--
-- Name: activities_activity codes_branch_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_branch_update AFTER UPDATE ON public.activities_activity REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('branch', 'branch', 'starts_on');

ALTER TABLE public.activities_activity ENABLE ALWAYS TRIGGER codes_branch_update;


--
-- Name: plans_mapping codes_education_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_education_insert AFTER INSERT ON public.plans_mapping REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('education', 'education', 'held_on');

ALTER TABLE public.plans_mapping ENABLE ALWAYS TRIGGER codes_education_insert;


--
-- Name: plans_mapping codes_education_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_education_update AFTER UPDATE ON public.plans_mapping REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('education', 'education', 'held_on');

ALTER TABLE public.plans_mapping ENABLE ALWAYS TRIGGER codes_education_update;


--
-- Name: assistance_supportmonth codes_household_type_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_household_type_insert AFTER INSERT ON public.assistance_supportmonth REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('household_type', 'household_type', 'month');

ALTER TABLE public.assistance_supportmonth ENABLE ALWAYS TRIGGER codes_household_type_insert;


--
-- Name: assistance_supportmonth codes_household_type_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_household_type_update AFTER UPDATE ON public.assistance_supportmonth REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('household_type', 'household_type', 'month');

ALTER TABLE public.assistance_supportmonth ENABLE ALWAYS TRIGGER codes_household_type_update;


--
-- Name: partnerships_partnercheck codes_kind_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_insert AFTER INSERT ON public.partnerships_partnercheck REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'partner_check', 'seen_on');

ALTER TABLE public.partnerships_partnercheck ENABLE ALWAYS TRIGGER codes_kind_insert;


--
-- Name: placements_placementend codes_kind_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_insert AFTER INSERT ON public.placements_placementend REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'placement_end', 'told_on');

ALTER TABLE public.placements_placementend ENABLE ALWAYS TRIGGER codes_kind_insert;


--
-- Name: requirement_exemption codes_kind_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_insert AFTER INSERT ON public.requirement_exemption REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'exemption', 'starts_on');

ALTER TABLE public.requirement_exemption ENABLE ALWAYS TRIGGER codes_kind_insert;


--
-- Name: partnerships_partnercheck codes_kind_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_update AFTER UPDATE ON public.partnerships_partnercheck REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'partner_check', 'seen_on');

ALTER TABLE public.partnerships_partnercheck ENABLE ALWAYS TRIGGER codes_kind_update;


--
-- Name: placements_placementend codes_kind_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_update AFTER UPDATE ON public.placements_placementend REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'placement_end', 'told_on');

ALTER TABLE public.placements_placementend ENABLE ALWAYS TRIGGER codes_kind_update;


--
-- Name: requirement_exemption codes_kind_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_kind_update AFTER UPDATE ON public.requirement_exemption REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('kind', 'exemption', 'starts_on');

ALTER TABLE public.requirement_exemption ENABLE ALWAYS TRIGGER codes_kind_update;


--
-- Name: assistance_supportmonth codes_obstacle_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_obstacle_insert AFTER INSERT ON public.assistance_supportmonth REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('obstacle', 'obstacle', 'month');

ALTER TABLE public.assistance_supportmonth ENABLE ALWAYS TRIGGER codes_obstacle_insert;


--
-- Name: assistance_supportmonth codes_obstacle_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_obstacle_update AFTER UPDATE ON public.assistance_supportmonth REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('obstacle', 'obstacle', 'month');

ALTER TABLE public.assistance_supportmonth ENABLE ALWAYS TRIGGER codes_obstacle_update;


--
-- Name: attendance_finding codes_reason_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_insert AFTER INSERT ON public.attendance_finding REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'absence_reason', 'day');

ALTER TABLE public.attendance_finding ENABLE ALWAYS TRIGGER codes_reason_insert;


--
-- Name: cases_stall codes_reason_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_insert AFTER INSERT ON public.cases_stall REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'stall', 'starts_on');

ALTER TABLE public.cases_stall ENABLE ALWAYS TRIGGER codes_reason_insert;


--
-- Name: placements_toldreason codes_reason_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_insert AFTER INSERT ON public.placements_toldreason REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'absence_reason', 'day');

ALTER TABLE public.placements_toldreason ENABLE ALWAYS TRIGGER codes_reason_insert;


--
-- Name: attendance_finding codes_reason_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_update AFTER UPDATE ON public.attendance_finding REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'absence_reason', 'day');

ALTER TABLE public.attendance_finding ENABLE ALWAYS TRIGGER codes_reason_update;


--
-- Name: cases_stall codes_reason_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_update AFTER UPDATE ON public.cases_stall REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'stall', 'starts_on');

ALTER TABLE public.cases_stall ENABLE ALWAYS TRIGGER codes_reason_update;


--
-- Name: placements_toldreason codes_reason_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_reason_update AFTER UPDATE ON public.placements_toldreason REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('reason', 'absence_reason', 'day');

ALTER TABLE public.placements_toldreason ENABLE ALWAYS TRIGGER codes_reason_update;


--
-- Name: plans_selfrating codes_statement_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_statement_insert AFTER INSERT ON public.plans_selfrating REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('statement', 'self_rating', 'day');

ALTER TABLE public.plans_selfrating ENABLE ALWAYS TRIGGER codes_statement_insert;


--
-- Name: plans_selfrating codes_statement_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER codes_statement_update AFTER UPDATE ON public.plans_selfrating REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.rules_codes_hold('statement', 'self_rating', 'day');

ALTER TABLE public.plans_selfrating ENABLE ALWAYS TRIGGER codes_statement_update;


--
-- Name: assistance_application comes_in; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comes_in BEFORE INSERT OR UPDATE OF result ON public.assistance_application FOR EACH ROW EXECUTE FUNCTION public.cases_application_comes_in();


--
-- Name: people_grant complete_grant; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER complete_grant BEFORE INSERT ON public.people_grant FOR EACH ROW EXECUTE FUNCTION public.people_complete_grant();


--
-- Name: plans_plan decided_after_consultation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decided_after_consultation BEFORE UPDATE ON public.plans_plan FOR EACH ROW WHEN (((old.decided_at IS NULL) AND (new.decided_at IS NOT NULL))) EXECUTE FUNCTION public.plans_decided_after_consultation();


--
-- Name: plans_plan decided_by_whoever_acts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decided_by_whoever_acts BEFORE UPDATE ON public.plans_plan FOR EACH ROW WHEN (((old.decided_at IS NULL) AND (new.decided_at IS NOT NULL))) EXECUTE FUNCTION public.plans_decided_by_whoever_acts();


--
-- Name: plans_plan decider_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decider_stays BEFORE UPDATE OF decided_by_id ON public.plans_plan FOR EACH ROW WHEN ((old.decided_at IS NOT NULL)) EXECUTE FUNCTION public.plans_decider_stays();


--
-- Name: cases_referral ends; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ends AFTER UPDATE OF "end" ON public.cases_referral FOR EACH ROW WHEN ((((old."end")::text = ''::text) AND ((new."end")::text <> ''::text))) EXECUTE FUNCTION public.cases_referral_ends();


--
-- Name: people_consent ends; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ends AFTER UPDATE ON public.people_consent FOR EACH ROW WHEN (((old.withdrawn_on IS NULL) AND (new.withdrawn_on IS NOT NULL))) EXECUTE FUNCTION public.people_consent_ends();


--
-- Name: staff_subscription ends; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER ends BEFORE UPDATE ON public.staff_subscription FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.staff_subscription_ends();


--
-- Name: people_person follow; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER follow AFTER UPDATE ON public.people_person FOR EACH ROW EXECUTE FUNCTION public.people_grants_follow();


--
-- Name: placements_daychange has_a_place; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER has_a_place BEFORE INSERT ON public.placements_daychange FOR EACH ROW WHEN (((CURRENT_USER = 'trappan_app'::name) AND (new.starts_at IS NOT NULL))) EXECUTE FUNCTION public.placements_day_has_a_place();


--
-- Name: assistance_elsewhere here_or_elsewhere; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER here_or_elsewhere BEFORE INSERT OR UPDATE ON public.assistance_elsewhere FOR EACH ROW EXECUTE FUNCTION public.assistance_here_or_elsewhere();


--
-- Name: plans_selfrating in_an_open_case; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER in_an_open_case BEFORE INSERT OR UPDATE ON public.plans_selfrating FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.plans_rated_in_an_open_case();


--
-- Name: attendance_attendance introduced_first; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER introduced_first BEFORE INSERT OR UPDATE ON public.attendance_attendance FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_introduced_first();


--
-- Name: plans_plan made_after_consultation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER made_after_consultation BEFORE INSERT ON public.plans_plan FOR EACH ROW WHEN (((new.decided_at IS NOT NULL) AND (NOT new.imported))) EXECUTE FUNCTION public.plans_decided_after_consultation();


--
-- Name: people_contact may_be_kept; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER may_be_kept BEFORE INSERT OR UPDATE ON public.people_contact FOR EACH ROW EXECUTE FUNCTION public.people_contact_may_be_kept();


--
-- Name: placements_cancellation nobody_is_marked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON public.placements_cancellation FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_nobody_is_marked();


--
-- Name: placements_closure nobody_is_marked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON public.placements_closure FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_nobody_is_marked();


--
-- Name: placements_placement nobody_is_marked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nobody_is_marked BEFORE UPDATE OF ends_on ON public.placements_placement FOR EACH ROW WHEN (((CURRENT_USER = 'trappan_app'::name) AND (new.ends_on IS NOT NULL))) EXECUTE FUNCTION public.attendance_nobody_is_marked();


--
-- Name: placements_suspension nobody_is_marked; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON public.placements_suspension FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_nobody_is_marked();


--
-- Name: cases_note note_is_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER note_is_now BEFORE INSERT ON public.cases_note FOR EACH ROW EXECUTE FUNCTION public.cases_note_is_now();


--
-- Name: cases_note note_is_open; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER note_is_open BEFORE UPDATE ON public.cases_note FOR EACH ROW EXECUTE FUNCTION public.cases_note_is_open();


--
-- Name: activities_capacity number_capacity; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER number_capacity BEFORE INSERT ON public.activities_capacity FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.activities_number_capacity();


--
-- Name: plans_observation observed_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER observed_now BEFORE INSERT ON public.plans_observation FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.plans_observed_now();


--
-- Name: requirement_exemption only_shorter; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER only_shorter BEFORE UPDATE OF ends_on ON public.requirement_exemption FOR EACH ROW EXECUTE FUNCTION public.requirement_exemption_only_shorter();


--
-- Name: cases_case opens; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER opens AFTER INSERT ON public.cases_case REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.cases_case_opens();


--
-- Name: plans_mapping own_words_stay; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER own_words_stay BEFORE UPDATE ON public.plans_mapping FOR EACH ROW EXECUTE FUNCTION public.plans_own_words_stay();


--
-- Name: activities_seatuse place_is_free; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER place_is_free AFTER INSERT OR UPDATE ON public.activities_seatuse FOR EACH ROW EXECUTE FUNCTION public.activities_place_is_free();


--
-- Name: partnerships_amendment places_left; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER places_left AFTER INSERT ON public.partnerships_amendment FOR EACH ROW EXECUTE FUNCTION public.partnerships_places_left();


--
-- Name: plans_planpart plan_is_draft; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER plan_is_draft BEFORE INSERT ON public.plans_planpart FOR EACH ROW EXECUTE FUNCTION public.plans_plan_is_draft();


--
-- Name: plans_goal plan_is_open; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER plan_is_open BEFORE INSERT ON public.plans_goal FOR EACH ROW EXECUTE FUNCTION public.plans_plan_is_open();


--
-- Name: plans_planpart plan_is_open; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER plan_is_open BEFORE INSERT ON public.plans_planpart FOR EACH ROW EXECUTE FUNCTION public.plans_plan_is_open();


--
-- Name: plans_planpart plan_stays_draft; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER plan_stays_draft BEFORE UPDATE ON public.plans_planpart FOR EACH ROW WHEN ((old.taken_out_at IS DISTINCT FROM new.taken_out_at)) EXECUTE FUNCTION public.plans_plan_is_draft();


--
-- Name: plans_goal plan_stays_open; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER plan_stays_open BEFORE UPDATE OF plan_id ON public.plans_goal FOR EACH ROW EXECUTE FUNCTION public.plans_plan_is_open();


--
-- Name: plans_selfrating rated_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER rated_now BEFORE INSERT OR UPDATE ON public.plans_selfrating FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.plans_rated_now();


--
-- Name: attendance_incident read_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER read_now BEFORE INSERT OR UPDATE ON public.attendance_incident FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_read_now();


--
-- Name: attendance_report read_now; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER read_now BEFORE INSERT OR UPDATE ON public.attendance_report FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.attendance_read_now();


--
-- Name: placements_placement refuse_beyond_activity; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER refuse_beyond_activity BEFORE INSERT OR UPDATE OF ends_on ON public.placements_placement FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_refuse_beyond_activity();


--
-- Name: requirement_activityrequest rests_on_consultation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER rests_on_consultation BEFORE INSERT ON public.requirement_activityrequest FOR EACH ROW EXECUTE FUNCTION public.requirement_rests_on_consultation();


--
-- Name: plans_plan rests_on_mapping; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER rests_on_mapping BEFORE INSERT ON public.plans_plan FOR EACH ROW EXECUTE FUNCTION public.plans_plan_rests_on_mapping();


--
-- Name: plans_goal stands_by_plan; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stands_by_plan BEFORE UPDATE OF under_id ON public.plans_goal FOR EACH ROW WHEN (((CURRENT_USER = 'trappan_app'::name) AND (new.under_id IS DISTINCT FROM old.under_id))) EXECUTE FUNCTION public.plans_goal_stands_by_plan();


--
-- Name: activities_activity versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.activities_activity REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: assistance_application versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.assistance_application REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: assistance_elsewhere versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.assistance_elsewhere REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: assistance_supportmonth versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.assistance_supportmonth REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: attendance_attendance versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.attendance_attendance REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_incident versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.attendance_incident REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_report versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.attendance_report REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_supportaction versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.attendance_supportaction REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: cases_case versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_case REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_handover versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_handover REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_meeting versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_meeting REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_note versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_note REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_referral versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_referral REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: cases_stall versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.cases_stall REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: outcomes_exit versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.outcomes_exit REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_consent versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.people_consent REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_contact versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.people_contact REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_householdmember versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.people_householdmember REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: people_person versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.people_person REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('identity');


--
-- Name: placements_cancellation versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_cancellation REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('');


--
-- Name: placements_closure versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_closure REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('');


--
-- Name: placements_daychange versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_daychange REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_placement versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_placement REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_placementend versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_placementend REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: placements_proposedchange versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_proposedchange REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_suspension versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.placements_suspension REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_consultation versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_consultation REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_goal versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_goal REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_mapping versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_mapping REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_plan versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_plan REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_planpart versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_planpart REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_proposedstep versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_proposedstep REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_selfrating versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_selfrating REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_stepmove versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.plans_stepmove REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: requirement_activityrequest versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.requirement_activityrequest REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_decision versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.requirement_decision REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_exemption versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.requirement_exemption REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_grounds versions_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_delete AFTER DELETE ON public.requirement_grounds REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: activities_activity versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.activities_activity REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: assistance_application versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.assistance_application REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: assistance_elsewhere versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.assistance_elsewhere REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: assistance_supportmonth versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.assistance_supportmonth REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('assistance');


--
-- Name: attendance_attendance versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.attendance_attendance REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_incident versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.attendance_incident REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_report versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.attendance_report REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: attendance_supportaction versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.attendance_supportaction REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: cases_case versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_case REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_handover versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_handover REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_meeting versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_meeting REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_note versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_note REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: cases_referral versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_referral REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: cases_stall versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.cases_stall REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: outcomes_exit versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.outcomes_exit REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_consent versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.people_consent REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_contact versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.people_contact REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: people_householdmember versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.people_householdmember REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: people_person versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.people_person REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('identity');


--
-- Name: placements_cancellation versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_cancellation REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('');


--
-- Name: placements_closure versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_closure REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('');


--
-- Name: placements_daychange versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_daychange REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_placement versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_placement REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_placementend versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_placementend REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: placements_proposedchange versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_proposedchange REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: placements_suspension versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.placements_suspension REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_consultation versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_consultation REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_goal versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_goal REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_mapping versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_mapping REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_plan versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_plan REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_planpart versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_planpart REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_proposedstep versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_proposedstep REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('activity');


--
-- Name: plans_selfrating versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_selfrating REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: plans_stepmove versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.plans_stepmove REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('plan');


--
-- Name: requirement_activityrequest versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.requirement_activityrequest REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_decision versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.requirement_decision REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_exemption versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.requirement_exemption REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: requirement_grounds versions_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER versions_update AFTER UPDATE ON public.requirement_grounds REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION public.keep_versions('requirement');


--
-- Name: activities_seatuse was_used; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER was_used BEFORE UPDATE OF ends_on ON public.activities_seatuse FOR EACH ROW WHEN (((CURRENT_USER = 'trappan_app'::name) AND (new.ends_on IS NOT NULL))) EXECUTE FUNCTION public.attendance_seat_was_used();


--
-- Name: partnerships_agreement with_a_partner; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER with_a_partner BEFORE INSERT ON public.partnerships_agreement FOR EACH ROW EXECUTE FUNCTION public.partnerships_with_a_partner();


--
-- Name: partnerships_partnercheck with_a_partner; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER with_a_partner BEFORE INSERT ON public.partnerships_partnercheck FOR EACH ROW EXECUTE FUNCTION public.partnerships_with_a_partner();


--
-- Name: placements_placement withdrawn_once; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER withdrawn_once BEFORE UPDATE OF withdrawn_at ON public.placements_placement FOR EACH ROW WHEN ((CURRENT_USER = 'trappan_app'::name)) EXECUTE FUNCTION public.placements_withdrawn_once();


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_staff_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_staff_user_id FOREIGN KEY (user_id) REFERENCES public.staff_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_activity activities_activity_unit_id_5d779391_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_activity
    ADD CONSTRAINT activities_activity_unit_id_5d779391_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_capacity activities_capacity_activity_id_13a556c2_fk_activitie; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_capacity
    ADD CONSTRAINT activities_capacity_activity_id_13a556c2_fk_activitie FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_capacity activities_capacity_author_id_095a42cd_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_capacity
    ADD CONSTRAINT activities_capacity_author_id_095a42cd_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_crew activities_crew_activity_id_948d3d0e_fk_activities_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_crew
    ADD CONSTRAINT activities_crew_activity_id_948d3d0e_fk_activities_activity_id FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_crew activities_crew_leader_id_0ca404a1_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_crew
    ADD CONSTRAINT activities_crew_leader_id_0ca404a1_fk_staff_membership_id FOREIGN KEY (leader_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_crewjob activities_crewjob_crew_id_d52fb414_fk_activities_crew_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_crewjob
    ADD CONSTRAINT activities_crewjob_crew_id_d52fb414_fk_activities_crew_id FOREIGN KEY (crew_id) REFERENCES public.activities_crew(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_seatuse activities_seatuse_activity_id_dab0a8cc_fk_activitie; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_seatuse
    ADD CONSTRAINT activities_seatuse_activity_id_dab0a8cc_fk_activitie FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_theme activities_theme_activity_id_42e6e511_fk_activities_activity_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_theme
    ADD CONSTRAINT activities_theme_activity_id_42e6e511_fk_activities_activity_id FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: assistance_application assistance_application_person_id_556927db_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_application
    ADD CONSTRAINT assistance_application_person_id_556927db_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: assistance_application assistance_application_unit_id_eee7b2a9_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_application
    ADD CONSTRAINT assistance_application_unit_id_eee7b2a9_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: assistance_elsewhere assistance_elsewhere_person_id_2710b58a_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_elsewhere
    ADD CONSTRAINT assistance_elsewhere_person_id_2710b58a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: assistance_supportmonth assistance_supportmo_household_id_b977b408_fk_people_ho; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_supportmonth
    ADD CONSTRAINT assistance_supportmo_household_id_b977b408_fk_people_ho FOREIGN KEY (household_id) REFERENCES public.people_household(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: assistance_supportmonth assistance_supportmonth_person_id_a87431cb_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assistance_supportmonth
    ADD CONSTRAINT assistance_supportmonth_person_id_a87431cb_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_attendance attendance_attendanc_placement_id_407166dc_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendanc_placement_id_407166dc_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_attendance attendance_attendance_author_id_fc262f3f_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendance_author_id_fc262f3f_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_attendance attendance_attendance_person_id_1e5e1bdb_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendance_person_id_1e5e1bdb_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_attendance attendance_attendance_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendance_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: attendance_attendance attendance_attendance_unit_id_5177e9a7_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_attendance
    ADD CONSTRAINT attendance_attendance_unit_id_5177e9a7_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_dialogue attendance_dialogue_author_id_fcc2abf3_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_author_id_fcc2abf3_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_dialogue attendance_dialogue_case_id_4f5a02a8_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_case_id_4f5a02a8_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_dialogue attendance_dialogue_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: attendance_dialogue attendance_dialogue_note_id_5aaa5755_fk_cases_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_note_id_5aaa5755_fk_cases_note_id FOREIGN KEY (note_id) REFERENCES public.cases_note(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_dialogue attendance_dialogue_note_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_note_id_person_id_fkey FOREIGN KEY (note_id, person_id) REFERENCES public.cases_note(id, person_id);


--
-- Name: attendance_dialogue attendance_dialogue_person_id_45064b5e_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_dialogue
    ADD CONSTRAINT attendance_dialogue_person_id_45064b5e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_finding attendance_finding_author_id_99df4aa8_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_author_id_99df4aa8_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_finding attendance_finding_conversation_id_186489c0_fk_cases_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_conversation_id_186489c0_fk_cases_note_id FOREIGN KEY (conversation_id) REFERENCES public.cases_note(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_finding attendance_finding_conversation_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_conversation_id_person_id_fkey FOREIGN KEY (conversation_id, person_id) REFERENCES public.cases_note(id, person_id);


--
-- Name: attendance_finding attendance_finding_person_id_d2ab3e52_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_person_id_d2ab3e52_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_finding attendance_finding_placement_id_c82b4492_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_placement_id_c82b4492_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_finding attendance_finding_placement_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_finding
    ADD CONSTRAINT attendance_finding_placement_id_person_id_fkey FOREIGN KEY (placement_id, person_id) REFERENCES public.placements_placement(id, person_id);


--
-- Name: attendance_incident attendance_incident_author_id_b7025667_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_author_id_b7025667_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_incident attendance_incident_person_id_1d63bca6_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_person_id_1d63bca6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_incident attendance_incident_placement_id_b6271e7a_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_placement_id_b6271e7a_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_incident attendance_incident_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: attendance_incident attendance_incident_read_by_id_91da65dc_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_read_by_id_91da65dc_fk_staff_membership_id FOREIGN KEY (read_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_incident attendance_incident_unit_id_5979daf7_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_incident
    ADD CONSTRAINT attendance_incident_unit_id_5979daf7_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_report attendance_report_author_id_649189bd_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_author_id_649189bd_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_report attendance_report_person_id_1e262dba_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_person_id_1e262dba_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_report attendance_report_placement_id_03ee8399_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_placement_id_03ee8399_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_report attendance_report_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: attendance_report attendance_report_read_by_id_b63f81e1_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_read_by_id_b63f81e1_fk_staff_membership_id FOREIGN KEY (read_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_report attendance_report_unit_id_3b5900ea_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_report
    ADD CONSTRAINT attendance_report_unit_id_3b5900ea_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_sentonce attendance_sentonce_membership_id_19ec5df2_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_sentonce
    ADD CONSTRAINT attendance_sentonce_membership_id_19ec5df2_fk_staff_mem FOREIGN KEY (membership_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_supportaction attendance_supportac_author_id_2b58acba_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportac_author_id_2b58acba_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_supportaction attendance_supportac_done_by_id_e64d1504_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportac_done_by_id_e64d1504_fk_staff_mem FOREIGN KEY (done_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_supportaction attendance_supportac_placement_id_044df94b_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportac_placement_id_044df94b_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_supportaction attendance_supportaction_person_id_8bc8344a_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportaction_person_id_8bc8344a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: attendance_supportaction attendance_supportaction_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportaction_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: attendance_supportaction attendance_supportaction_unit_id_9ddd6417_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attendance_supportaction
    ADD CONSTRAINT attendance_supportaction_unit_id_9ddd6417_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_person_id_f87eeffa_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_person_id_f87eeffa_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_responsible_id_c0ab712c_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_responsible_id_c0ab712c_fk_staff_membership_id FOREIGN KEY (responsible_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_social_worker_id_3ad108f1_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_social_worker_id_3ad108f1_fk_staff_membership_id FOREIGN KEY (social_worker_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_unit_id_f34fc706_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_unit_id_f34fc706_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_draft cases_draft_owner_id_344a54d9_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_owner_id_344a54d9_fk_staff_membership_id FOREIGN KEY (owner_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_draft cases_draft_person_id_eb3086ad_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_person_id_eb3086ad_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_handover cases_handover_case_id_d0f7ad3b_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_case_id_d0f7ad3b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_handover cases_handover_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: cases_handover cases_handover_giver_id_a465e6b0_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_giver_id_a465e6b0_fk_staff_membership_id FOREIGN KEY (giver_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_handover cases_handover_person_id_648e3bc9_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_person_id_648e3bc9_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_handover cases_handover_receiver_id_a3f56624_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_receiver_id_a3f56624_fk_staff_membership_id FOREIGN KEY (receiver_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_meeting cases_meeting_case_id_ce4ae986_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_case_id_ce4ae986_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_meeting cases_meeting_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: cases_meeting cases_meeting_colleague_id_e338acf5_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_colleague_id_e338acf5_fk_staff_membership_id FOREIGN KEY (colleague_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_meeting cases_meeting_moved_from_id_ea0388cd_fk_cases_meeting_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_moved_from_id_ea0388cd_fk_cases_meeting_id FOREIGN KEY (moved_from_id) REFERENCES public.cases_meeting(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_meeting cases_meeting_moved_from_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_moved_from_id_person_id_fkey FOREIGN KEY (moved_from_id, person_id) REFERENCES public.cases_meeting(id, person_id);


--
-- Name: cases_meeting cases_meeting_person_id_1ed8123b_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_meeting
    ADD CONSTRAINT cases_meeting_person_id_1ed8123b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_author_id_0975e405_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_author_id_0975e405_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_case_id_77ee1e2a_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_case_id_77ee1e2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: cases_note cases_note_corrects_id_2a95fd8a_fk_cases_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_corrects_id_2a95fd8a_fk_cases_note_id FOREIGN KEY (corrects_id) REFERENCES public.cases_note(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_corrects_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_corrects_id_person_id_fkey FOREIGN KEY (corrects_id, person_id) REFERENCES public.cases_note(id, person_id);


--
-- Name: cases_note cases_note_person_id_bfd51642_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_person_id_bfd51642_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_unit_id_cdda3893_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_unit_id_cdda3893_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_objection cases_objection_author_id_132bee1f_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_objection
    ADD CONSTRAINT cases_objection_author_id_132bee1f_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_objection cases_objection_note_id_9ef55f9f_fk_cases_note_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_objection
    ADD CONSTRAINT cases_objection_note_id_9ef55f9f_fk_cases_note_id FOREIGN KEY (note_id) REFERENCES public.cases_note(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_objection cases_objection_note_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_objection
    ADD CONSTRAINT cases_objection_note_id_person_id_fkey FOREIGN KEY (note_id, person_id) REFERENCES public.cases_note(id, person_id);


--
-- Name: cases_objection cases_objection_person_id_208c69a9_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_objection
    ADD CONSTRAINT cases_objection_person_id_208c69a9_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_referral cases_referral_case_id_5223ea54_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_case_id_5223ea54_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_referral cases_referral_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: cases_referral cases_referral_person_id_35b93c67_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_person_id_35b93c67_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_referral cases_referral_referred_by_id_32fb505f_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_referred_by_id_32fb505f_fk_staff_membership_id FOREIGN KEY (referred_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_referral cases_referral_responsible_id_39aa33fb_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_responsible_id_39aa33fb_fk_staff_membership_id FOREIGN KEY (responsible_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_referral cases_referral_unit_id_8e622fdd_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_referral
    ADD CONSTRAINT cases_referral_unit_id_8e622fdd_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_stall cases_stall_author_id_eef50050_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT cases_stall_author_id_eef50050_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_stall cases_stall_case_id_7bcab9b5_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT cases_stall_case_id_7bcab9b5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_stall cases_stall_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT cases_stall_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: cases_stall cases_stall_person_id_19c7c675_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases_stall
    ADD CONSTRAINT cases_stall_person_id_19c7c675_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_grant grant_is_shielded_as_its_person; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT grant_is_shielded_as_its_person FOREIGN KEY (person_id, shielded) REFERENCES public.people_person(id, shielded) ON UPDATE CASCADE;


--
-- Name: history_event history_event_actor_id_72f0fa99_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_actor_id_72f0fa99_fk_staff_membership_id FOREIGN KEY (actor_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_event history_event_actor_unit_id_5ad49ecf_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_actor_unit_id_5ad49ecf_fk_staff_unit_id FOREIGN KEY (actor_unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_event history_event_person_id_ab97e266_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_person_id_ab97e266_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_event history_event_unit_id_9b6a4f8e_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT history_event_unit_id_9b6a4f8e_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_version history_version_actor_id_61c6ce5d_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_version
    ADD CONSTRAINT history_version_actor_id_61c6ce5d_fk_staff_membership_id FOREIGN KEY (actor_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_version history_version_person_id_c002a703_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_version
    ADD CONSTRAINT history_version_person_id_c002a703_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: history_version history_version_unit_id_5a2f685e_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.history_version
    ADD CONSTRAINT history_version_unit_id_5a2f685e_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_exit outcomes_exit_case_id_6d4cf297_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_exit
    ADD CONSTRAINT outcomes_exit_case_id_6d4cf297_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: outcomes_exit outcomes_exit_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_exit
    ADD CONSTRAINT outcomes_exit_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: outcomes_exit outcomes_exit_person_id_2df7c8f5_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcomes_exit
    ADD CONSTRAINT outcomes_exit_person_id_2df7c8f5_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_agreement partnerships_agreeme_author_id_0c267f70_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_agreement
    ADD CONSTRAINT partnerships_agreeme_author_id_0c267f70_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_agreement partnerships_agreeme_municipality_id_d728307b_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_agreement
    ADD CONSTRAINT partnerships_agreeme_municipality_id_d728307b_fk_staff_org FOREIGN KEY (municipality_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_agreement partnerships_agreeme_organisation_id_589b6ba1_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_agreement
    ADD CONSTRAINT partnerships_agreeme_organisation_id_589b6ba1_fk_staff_org FOREIGN KEY (organisation_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_amendment partnerships_amendme_agreement_id_bbcdcddf_fk_partnersh; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_amendment
    ADD CONSTRAINT partnerships_amendme_agreement_id_bbcdcddf_fk_partnersh FOREIGN KEY (agreement_id) REFERENCES public.partnerships_agreement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_amendment partnerships_amendme_author_id_312db090_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_amendment
    ADD CONSTRAINT partnerships_amendme_author_id_312db090_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_partnercheck partnerships_partner_author_id_ef0487ae_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_partnercheck
    ADD CONSTRAINT partnerships_partner_author_id_ef0487ae_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_partnercheck partnerships_partner_municipality_id_78ec747c_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_partnercheck
    ADD CONSTRAINT partnerships_partner_municipality_id_78ec747c_fk_staff_org FOREIGN KEY (municipality_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: partnerships_partnercheck partnerships_partner_organisation_id_4eb56e89_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partnerships_partnercheck
    ADD CONSTRAINT partnerships_partner_organisation_id_4eb56e89_fk_staff_org FOREIGN KEY (organisation_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_consent people_consent_organisation_id_367642ee_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_consent
    ADD CONSTRAINT people_consent_organisation_id_367642ee_fk_staff_org FOREIGN KEY (organisation_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_consent people_consent_person_id_a757a92f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_consent
    ADD CONSTRAINT people_consent_person_id_a757a92f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_contact people_contact_person_id_f93134c8_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_contact
    ADD CONSTRAINT people_contact_person_id_f93134c8_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_grant people_grant_given_by_id_bda4b151_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_given_by_id_bda4b151_fk_staff_membership_id FOREIGN KEY (given_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_grant people_grant_membership_id_d437bbc6_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_membership_id_d437bbc6_fk_staff_membership_id FOREIGN KEY (membership_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_grant people_grant_person_id_648279a3_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_person_id_648279a3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_grant people_grant_unit_id_74caf2c7_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_unit_id_74caf2c7_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_householdmember people_householdmemb_household_id_5d283728_fk_people_ho; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_householdmember
    ADD CONSTRAINT people_householdmemb_household_id_5d283728_fk_people_ho FOREIGN KEY (household_id) REFERENCES public.people_household(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_householdmember people_householdmember_person_id_949cc362_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_householdmember
    ADD CONSTRAINT people_householdmember_person_id_949cc362_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_number people_number_person_id_b50f63d0_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_number
    ADD CONSTRAINT people_number_person_id_b50f63d0_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_opening people_opening_agreed_by_id_87ed96a5_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_opening
    ADD CONSTRAINT people_opening_agreed_by_id_87ed96a5_fk_staff_membership_id FOREIGN KEY (agreed_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_opening people_opening_head_id_5925838c_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_opening
    ADD CONSTRAINT people_opening_head_id_5925838c_fk_staff_membership_id FOREIGN KEY (head_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: people_opening people_opening_person_id_50582482_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people_opening
    ADD CONSTRAINT people_opening_person_id_50582482_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_cancellation placements_cancellat_activity_id_68097e3b_fk_activitie; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_cancellation
    ADD CONSTRAINT placements_cancellat_activity_id_68097e3b_fk_activitie FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_cancellation placements_cancellat_author_id_10bf67f5_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_cancellation
    ADD CONSTRAINT placements_cancellat_author_id_10bf67f5_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_closure placements_closure_author_id_51f7799f_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_closure
    ADD CONSTRAINT placements_closure_author_id_51f7799f_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_closure placements_closure_unit_id_adc951b0_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_closure
    ADD CONSTRAINT placements_closure_unit_id_adc951b0_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_crewmember placements_crewmembe_placement_id_f06cfeb1_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmembe_placement_id_f06cfeb1_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_crewmember placements_crewmember_author_id_821d3dae_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_author_id_821d3dae_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_crewmember placements_crewmember_crew_id_1749194a_fk_activities_crew_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_crew_id_1749194a_fk_activities_crew_id FOREIGN KEY (crew_id) REFERENCES public.activities_crew(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_crewmember placements_crewmember_person_id_2f318139_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_person_id_2f318139_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_crewmember placements_crewmember_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_crewmember placements_crewmember_unit_id_39acae3c_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_crewmember
    ADD CONSTRAINT placements_crewmember_unit_id_39acae3c_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_daychange placements_daychange_author_id_7e1b4d9f_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_author_id_7e1b4d9f_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_daychange placements_daychange_person_id_1dd99c87_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_person_id_1dd99c87_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_daychange placements_daychange_placement_id_2ce1af87_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_placement_id_2ce1af87_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_daychange placements_daychange_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_daychange placements_daychange_unit_id_531d44d8_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_daychange
    ADD CONSTRAINT placements_daychange_unit_id_531d44d8_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_introduction placements_introduct_author_id_0e5a9bf2_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduct_author_id_0e5a9bf2_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_introduction placements_introduct_placement_id_4e720c8a_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduct_placement_id_4e720c8a_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_introduction placements_introduction_person_id_f45c7f9b_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduction_person_id_f45c7f9b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_introduction placements_introduction_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduction_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_introduction placements_introduction_unit_id_697718e9_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_introduction
    ADD CONSTRAINT placements_introduction_unit_id_697718e9_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_notice placements_notice_author_id_dc4f1cfb_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_author_id_dc4f1cfb_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_notice placements_notice_person_id_9abef183_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_person_id_9abef183_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_notice placements_notice_placement_id_3d000f79_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_placement_id_3d000f79_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_notice placements_notice_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_notice placements_notice_unit_id_1299f0ba_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_notice
    ADD CONSTRAINT placements_notice_unit_id_1299f0ba_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_activity_id_6f93489a_fk_activitie; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_activity_id_6f93489a_fk_activitie FOREIGN KEY (activity_id) REFERENCES public.activities_activity(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_activity_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_activity_id_unit_id_fkey FOREIGN KEY (activity_id, unit_id) REFERENCES public.activities_activity(id, unit_id);


--
-- Name: placements_placement placements_placement_answered_by_id_aa7d44ad_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_answered_by_id_aa7d44ad_fk_staff_mem FOREIGN KEY (answered_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_follows_id_936d2c70_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_follows_id_936d2c70_fk_placement FOREIGN KEY (follows_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_follows_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_follows_id_person_id_fkey FOREIGN KEY (follows_id, person_id) REFERENCES public.placements_placement(id, person_id);


--
-- Name: placements_placement placements_placement_person_id_e9877194_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_person_id_e9877194_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_placed_by_id_185edf95_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_placed_by_id_185edf95_fk_staff_mem FOREIGN KEY (placed_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placementend placements_placement_placement_id_2eff89bf_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placementend
    ADD CONSTRAINT placements_placement_placement_id_2eff89bf_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_supervisor_id_286f4f5d_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_supervisor_id_286f4f5d_fk_staff_mem FOREIGN KEY (supervisor_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placement placements_placement_unit_id_d525c639_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_unit_id_d525c639_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placementend placements_placementend_person_id_ac69f559_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placementend
    ADD CONSTRAINT placements_placementend_person_id_ac69f559_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_placementend placements_placementend_placement_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_placementend
    ADD CONSTRAINT placements_placementend_placement_id_person_id_fkey FOREIGN KEY (placement_id, person_id) REFERENCES public.placements_placement(id, person_id);


--
-- Name: placements_proposedchange placements_proposedc_author_id_f83329d9_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedc_author_id_f83329d9_fk_staff_mem FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_proposedchange placements_proposedc_decided_by_id_65b46951_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedc_decided_by_id_65b46951_fk_staff_mem FOREIGN KEY (decided_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_proposedchange placements_proposedc_person_id_71339eab_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedc_person_id_71339eab_fk_people_pe FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_proposedchange placements_proposedc_placement_id_ecd63476_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedc_placement_id_ecd63476_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_proposedchange placements_proposedchange_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedchange_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_proposedchange placements_proposedchange_unit_id_9e41d895_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_proposedchange
    ADD CONSTRAINT placements_proposedchange_unit_id_9e41d895_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_suspension placements_suspensio_placement_id_782db3e9_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspensio_placement_id_782db3e9_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_suspension placements_suspension_author_id_ffb4dd9d_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspension_author_id_ffb4dd9d_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_suspension placements_suspension_person_id_cf0d051a_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspension_person_id_cf0d051a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_suspension placements_suspension_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspension_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_suspension placements_suspension_unit_id_711fce2d_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_suspension
    ADD CONSTRAINT placements_suspension_unit_id_711fce2d_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_toldreason placements_toldreaso_placement_id_8bf5906f_fk_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreaso_placement_id_8bf5906f_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_toldreason placements_toldreason_author_id_57bfcc00_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreason_author_id_57bfcc00_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_toldreason placements_toldreason_person_id_6cc34b2e_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreason_person_id_6cc34b2e_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: placements_toldreason placements_toldreason_placement_id_person_id_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreason_placement_id_person_id_unit_id_fkey FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES public.placements_placement(id, person_id, unit_id);


--
-- Name: placements_toldreason placements_toldreason_unit_id_3aa0c50e_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.placements_toldreason
    ADD CONSTRAINT placements_toldreason_unit_id_3aa0c50e_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_consultation plans_consultation_author_id_77768020_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_consultation
    ADD CONSTRAINT plans_consultation_author_id_77768020_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_consultation plans_consultation_case_id_b5c59937_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_consultation
    ADD CONSTRAINT plans_consultation_case_id_b5c59937_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_consultation plans_consultation_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_consultation
    ADD CONSTRAINT plans_consultation_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: plans_consultation plans_consultation_person_id_dcb79617_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_consultation
    ADD CONSTRAINT plans_consultation_person_id_dcb79617_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_goal plans_goal_person_id_2385b69f_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_person_id_2385b69f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_goal plans_goal_plan_id_62ddc712_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_plan_id_62ddc712_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_goal plans_goal_plan_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_plan_id_person_id_fkey FOREIGN KEY (plan_id, person_id) REFERENCES public.plans_plan(id, person_id);


--
-- Name: plans_goal plans_goal_under_id_8bfa269f_fk_plans_goal_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_under_id_8bfa269f_fk_plans_goal_id FOREIGN KEY (under_id) REFERENCES public.plans_goal(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_goal plans_goal_under_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_under_id_person_id_fkey FOREIGN KEY (under_id, person_id) REFERENCES public.plans_goal(id, person_id);


--
-- Name: plans_goal plans_goal_unit_id_301bb897_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_unit_id_301bb897_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_ladderstep plans_ladderstep_ladder_id_7da74b17_fk_plans_ladder_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_ladderstep
    ADD CONSTRAINT plans_ladderstep_ladder_id_7da74b17_fk_plans_ladder_id FOREIGN KEY (ladder_id) REFERENCES public.plans_ladder(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_ladderstep plans_ladderstep_maps_to_id_84ff163c_fk_plans_ladderstep_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_ladderstep
    ADD CONSTRAINT plans_ladderstep_maps_to_id_84ff163c_fk_plans_ladderstep_id FOREIGN KEY (maps_to_id) REFERENCES public.plans_ladderstep(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_mapping plans_mapping_author_id_54f955df_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_author_id_54f955df_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_mapping plans_mapping_case_id_427e6d2b_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_case_id_427e6d2b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_mapping plans_mapping_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: plans_mapping plans_mapping_person_id_85765ea6_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_mapping
    ADD CONSTRAINT plans_mapping_person_id_85765ea6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_observation plans_observation_author_id_a7cb763d_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_author_id_a7cb763d_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_observation plans_observation_goal_id_5662329a_fk_plans_goal_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_goal_id_5662329a_fk_plans_goal_id FOREIGN KEY (goal_id) REFERENCES public.plans_goal(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_observation plans_observation_goal_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_goal_id_person_id_fkey FOREIGN KEY (goal_id, person_id) REFERENCES public.plans_goal(id, person_id);


--
-- Name: plans_observation plans_observation_person_id_f1240527_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_person_id_f1240527_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_observation plans_observation_unit_id_0bef82bc_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_observation
    ADD CONSTRAINT plans_observation_unit_id_0bef82bc_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_case_id_99ccd798_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_case_id_99ccd798_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: plans_plan plans_plan_decided_by_id_889b26a4_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_decided_by_id_889b26a4_fk_staff_membership_id FOREIGN KEY (decided_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_person_id_940ec051_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_person_id_940ec051_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planpart plans_planpart_person_id_cd8d6ce2_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_person_id_cd8d6ce2_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planpart plans_planpart_plan_id_5ab3eb4f_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_plan_id_5ab3eb4f_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planpart plans_planpart_plan_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_planpart
    ADD CONSTRAINT plans_planpart_plan_id_person_id_fkey FOREIGN KEY (plan_id, person_id) REFERENCES public.plans_plan(id, person_id);


--
-- Name: plans_proposedstep plans_proposedstep_author_id_96d70fed_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_author_id_96d70fed_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_proposedstep plans_proposedstep_decided_by_id_200e801b_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_decided_by_id_200e801b_fk_staff_mem FOREIGN KEY (decided_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_proposedstep plans_proposedstep_person_id_aabeed01_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_person_id_aabeed01_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_proposedstep plans_proposedstep_step_id_d66a83c0_fk_plans_ladderstep_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_step_id_d66a83c0_fk_plans_ladderstep_id FOREIGN KEY (step_id) REFERENCES public.plans_ladderstep(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_proposedstep plans_proposedstep_unit_id_dcac3fd5_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_proposedstep
    ADD CONSTRAINT plans_proposedstep_unit_id_dcac3fd5_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_selfrating plans_selfrating_author_id_3e6c27d7_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_selfrating
    ADD CONSTRAINT plans_selfrating_author_id_3e6c27d7_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_selfrating plans_selfrating_case_id_4e6775aa_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_selfrating
    ADD CONSTRAINT plans_selfrating_case_id_4e6775aa_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_selfrating plans_selfrating_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_selfrating
    ADD CONSTRAINT plans_selfrating_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: plans_selfrating plans_selfrating_person_id_6027a6fb_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_selfrating
    ADD CONSTRAINT plans_selfrating_person_id_6027a6fb_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepevidence plans_stepevidence_goal_id_5327bfe1_fk_plans_goal_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepevidence
    ADD CONSTRAINT plans_stepevidence_goal_id_5327bfe1_fk_plans_goal_id FOREIGN KEY (goal_id) REFERENCES public.plans_goal(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepevidence plans_stepevidence_goal_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepevidence
    ADD CONSTRAINT plans_stepevidence_goal_id_person_id_fkey FOREIGN KEY (goal_id, person_id) REFERENCES public.plans_goal(id, person_id);


--
-- Name: plans_stepevidence plans_stepevidence_person_id_0c98e595_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepevidence
    ADD CONSTRAINT plans_stepevidence_person_id_0c98e595_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepmove plans_stepmove_author_id_b6d7b75a_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_author_id_b6d7b75a_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepmove plans_stepmove_corrects_id_e3146060_fk_plans_stepmove_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_corrects_id_e3146060_fk_plans_stepmove_id FOREIGN KEY (corrects_id) REFERENCES public.plans_stepmove(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepmove plans_stepmove_corrects_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_corrects_id_person_id_fkey FOREIGN KEY (corrects_id, person_id) REFERENCES public.plans_stepmove(id, person_id);


--
-- Name: plans_stepmove plans_stepmove_evidence_id_cb9f8ec8_fk_plans_stepevidence_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_evidence_id_cb9f8ec8_fk_plans_stepevidence_id FOREIGN KEY (evidence_id) REFERENCES public.plans_stepevidence(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepmove plans_stepmove_evidence_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_evidence_id_person_id_fkey FOREIGN KEY (evidence_id, person_id) REFERENCES public.plans_stepevidence(id, person_id);


--
-- Name: plans_stepmove plans_stepmove_person_id_7b38b09c_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_person_id_7b38b09c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_stepmove plans_stepmove_step_id_63219f07_fk_plans_ladderstep_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.plans_stepmove
    ADD CONSTRAINT plans_stepmove_step_id_63219f07_fk_plans_ladderstep_id FOREIGN KEY (step_id) REFERENCES public.plans_ladderstep(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_activityrequest requirement_activity_consultation_id_51450f02_fk_plans_con; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activity_consultation_id_51450f02_fk_plans_con FOREIGN KEY (consultation_id) REFERENCES public.plans_consultation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_activityrequest requirement_activity_made_by_id_953dbf8a_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activity_made_by_id_953dbf8a_fk_staff_mem FOREIGN KEY (made_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_activityrequest requirement_activity_person_id_1b6ca57b_fk_people_pe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activity_person_id_1b6ca57b_fk_people_pe FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_activityrequest requirement_activityrequest_case_id_5a512987_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activityrequest_case_id_5a512987_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_activityrequest requirement_activityrequest_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_activityrequest
    ADD CONSTRAINT requirement_activityrequest_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: requirement_decision requirement_decision_decided_by_id_7bed8724_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_decided_by_id_7bed8724_fk_staff_mem FOREIGN KEY (decided_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_decision requirement_decision_grounds_id_d034a734_fk_requireme; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_grounds_id_d034a734_fk_requireme FOREIGN KEY (grounds_id) REFERENCES public.requirement_grounds(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_decision requirement_decision_grounds_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_grounds_id_person_id_fkey FOREIGN KEY (grounds_id, person_id) REFERENCES public.requirement_grounds(id, person_id);


--
-- Name: requirement_decision requirement_decision_person_id_c65c6fe3_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_decision
    ADD CONSTRAINT requirement_decision_person_id_c65c6fe3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_exemption requirement_exemptio_decided_by_id_a919a4e3_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_exemption
    ADD CONSTRAINT requirement_exemptio_decided_by_id_a919a4e3_fk_staff_mem FOREIGN KEY (decided_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_exemption requirement_exemption_person_id_de1bf6d5_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_exemption
    ADD CONSTRAINT requirement_exemption_person_id_de1bf6d5_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_grounds requirement_grounds_author_id_9c7bf55a_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_author_id_9c7bf55a_fk_staff_membership_id FOREIGN KEY (author_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_grounds requirement_grounds_case_id_0d46fc51_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_case_id_0d46fc51_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_grounds requirement_grounds_case_id_person_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_case_id_person_id_fkey FOREIGN KEY (case_id, person_id) REFERENCES public.cases_case(id, person_id);


--
-- Name: requirement_grounds requirement_grounds_person_id_a713eeb6_fk_people_person_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_person_id_a713eeb6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requirement_grounds requirement_grounds_sent_to_id_8d088484_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requirement_grounds
    ADD CONSTRAINT requirement_grounds_sent_to_id_8d088484_fk_staff_membership_id FOREIGN KEY (sent_to_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_seatuse seat_of_a_placement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities_seatuse
    ADD CONSTRAINT seat_of_a_placement FOREIGN KEY (seat, activity_id) REFERENCES public.placements_placement(seat, activity_id);


--
-- Name: staff_membership staff_membership_colleague_id_70f1422e_fk_staff_colleague_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_membership
    ADD CONSTRAINT staff_membership_colleague_id_70f1422e_fk_staff_colleague_id FOREIGN KEY (colleague_id) REFERENCES public.staff_colleague(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_membership staff_membership_confirmed_by_id_773a9979_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_membership
    ADD CONSTRAINT staff_membership_confirmed_by_id_773a9979_fk_staff_mem FOREIGN KEY (confirmed_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_membership staff_membership_given_by_id_1f7e2475_fk_staff_membership_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_membership
    ADD CONSTRAINT staff_membership_given_by_id_1f7e2475_fk_staff_membership_id FOREIGN KEY (given_by_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_membership staff_membership_unit_id_70f165b3_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_membership
    ADD CONSTRAINT staff_membership_unit_id_70f165b3_fk_staff_unit_id FOREIGN KEY (unit_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_organisation staff_organisation_succeeds_id_36df0cc1_fk_staff_org; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_organisation
    ADD CONSTRAINT staff_organisation_succeeds_id_36df0cc1_fk_staff_org FOREIGN KEY (succeeds_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_subscription staff_subscription_membership_id_43a0057a_fk_staff_mem; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_subscription
    ADD CONSTRAINT staff_subscription_membership_id_43a0057a_fk_staff_mem FOREIGN KEY (membership_id) REFERENCES public.staff_membership(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_unit staff_unit_organisation_id_1698b7f3_fk_staff_organisation_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_unit
    ADD CONSTRAINT staff_unit_organisation_id_1698b7f3_fk_staff_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.staff_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_unit staff_unit_parent_id_0dbe91fc_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_unit
    ADD CONSTRAINT staff_unit_parent_id_0dbe91fc_fk_staff_unit_id FOREIGN KEY (parent_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_unit staff_unit_succeeds_id_b2f96fb5_fk_staff_unit_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_unit
    ADD CONSTRAINT staff_unit_succeeds_id_b2f96fb5_fk_staff_unit_id FOREIGN KEY (succeeds_id) REFERENCES public.staff_unit(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: staff_user staff_user_colleague_id_41d52f00_fk_staff_colleague_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staff_user
    ADD CONSTRAINT staff_user_colleague_id_41d52f00_fk_staff_colleague_id FOREIGN KEY (colleague_id) REFERENCES public.staff_colleague(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: activities_activity; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_activity ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_capacity; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_capacity ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_crew; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_crew ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_crewjob; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_crewjob ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_seatuse; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_seatuse ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_theme; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activities_theme ENABLE ROW LEVEL SECURITY;

--
-- Name: assistance_application; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.assistance_application ENABLE ROW LEVEL SECURITY;

--
-- Name: assistance_elsewhere; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.assistance_elsewhere ENABLE ROW LEVEL SECURITY;

--
-- Name: assistance_supportmonth; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.assistance_supportmonth ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_attendance; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_dialogue; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_dialogue ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_finding; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_finding ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_incident; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_incident ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_report; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_report ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_sentonce; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_sentonce ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance_supportaction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attendance_supportaction ENABLE ROW LEVEL SECURITY;

--
-- Name: people_grant by_name; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY by_name ON public.people_grant AS RESTRICTIVE FOR SELECT TO trappan_app USING (((NOT shielded) OR (membership_id = ( SELECT public.secrecy_member_for('identity'::text) AS secrecy_member_for))));


--
-- Name: cases_case; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_case ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_draft; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_draft ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_handover; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_handover ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_meeting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_note; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_note ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_objection; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_objection ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_referral; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_referral ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_stall; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cases_stall ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_activity changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.activities_activity FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (unit_id = ( SELECT public.current_unit() AS current_unit))));


--
-- Name: activities_crew changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.activities_crew FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (taken_out_at IS NULL) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = activities_crew.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit))))))) WITH CHECK ((taken_out_at IS NOT NULL));


--
-- Name: activities_seatuse changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.activities_seatuse FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.placements_placement p
  WHERE ((p.seat = activities_seatuse.seat) AND (EXISTS ( SELECT
           FROM public.people_grant g
          WHERE ((g.person_id = p.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
         OFFSET 0))))));


--
-- Name: activities_theme changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.activities_theme FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (taken_out_at IS NULL) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = activities_theme.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit))))))) WITH CHECK ((taken_out_at IS NOT NULL));


--
-- Name: assistance_application changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.assistance_application FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_application.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_elsewhere changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.assistance_elsewhere FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_elsewhere.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_supportmonth changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.assistance_supportmonth FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_supportmonth.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_attendance changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.attendance_attendance FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_attendance.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_attendance.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: attendance_incident changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.attendance_incident FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_incident.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_report changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.attendance_report FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_report.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_supportaction changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.attendance_supportaction FOR UPDATE TO trappan_app USING (((unit_id = ( SELECT public.current_unit() AS current_unit)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_supportaction.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_supportaction.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: cases_case changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_case FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_case.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_draft changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_draft FOR UPDATE TO trappan_app USING (((owner_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_draft.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_handover changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_handover FOR UPDATE TO trappan_app USING (((giver_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_handover.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_meeting changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_meeting FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_meeting.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_note changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_note FOR UPDATE TO trappan_app USING (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_note.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_referral changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_referral FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_referral.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((cases_referral.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: cases_stall changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.cases_stall FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_stall.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: outcomes_exit changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.outcomes_exit FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = outcomes_exit.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_consent changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.people_consent FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_consent.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_contact changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.people_contact FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_contact.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_householdmember changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.people_householdmember FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_householdmember.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_person changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.people_person FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_person.id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_cancellation changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.placements_cancellation FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = ANY (ARRAY['site_leader'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = placements_cancellation.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit)))))));


--
-- Name: placements_closure changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.placements_closure FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (unit_id = ( SELECT public.current_unit() AS current_unit))));


--
-- Name: placements_placement changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.placements_placement FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placement.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_placementend changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.placements_placementend FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placementend.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_proposedchange changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.placements_proposedchange FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_proposedchange.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_goal changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_goal FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_goal.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_goal.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: plans_mapping changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_mapping FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_mapping.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_plan changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_plan FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_plan.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_planpart changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_planpart FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_planpart.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_proposedstep changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_proposedstep FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_proposedstep.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_selfrating changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_selfrating FOR UPDATE TO trappan_app USING (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_selfrating.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: plans_stepmove changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.plans_stepmove FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepmove.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_activityrequest changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.requirement_activityrequest FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_activityrequest.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_decision changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.requirement_decision FOR UPDATE TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) = 'social_worker'::text) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_decision.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_exemption changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.requirement_exemption FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_exemption.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_grounds changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.requirement_grounds FOR UPDATE TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_grounds.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: staff_subscription changed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY changed ON public.staff_subscription FOR UPDATE TO trappan_app USING ((membership_id = ( SELECT public.current_actor() AS current_actor)));


--
-- Name: history_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.history_event ENABLE ROW LEVEL SECURITY;

--
-- Name: history_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.history_version ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_capacity made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.activities_capacity FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND ((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = activities_capacity.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit))))))));


--
-- Name: activities_crew made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.activities_crew FOR INSERT TO trappan_app WITH CHECK (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = activities_crew.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit)))))));


--
-- Name: activities_crewjob made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.activities_crewjob FOR INSERT TO trappan_app WITH CHECK (((( SELECT public.secrecy_role() AS secrecy_role) = ANY (ARRAY['site_leader'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
   FROM (public.activities_crew c
     JOIN public.activities_activity a ON ((a.id = c.activity_id)))
  WHERE ((c.id = activities_crewjob.crew_id) AND (c.taken_out_at IS NULL) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit)))))));


--
-- Name: activities_seatuse made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.activities_seatuse FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.placements_placement p
  WHERE ((p.seat = activities_seatuse.seat) AND (EXISTS ( SELECT
           FROM public.people_grant g
          WHERE ((g.person_id = p.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
         OFFSET 0))))));


--
-- Name: activities_theme made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.activities_theme FOR INSERT TO trappan_app WITH CHECK (((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = activities_theme.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit)))))));


--
-- Name: assistance_application made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.assistance_application FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_application.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_elsewhere made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.assistance_elsewhere FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_elsewhere.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_supportmonth made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.assistance_supportmonth FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_supportmonth.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_attendance made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_attendance FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_attendance.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_attendance.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: attendance_dialogue made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_dialogue FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_dialogue.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: attendance_finding made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_finding FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_finding.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: attendance_incident made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_incident FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_incident.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_incident.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: attendance_report made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_report FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_report.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_report.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: attendance_sentonce made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_sentonce FOR INSERT TO trappan_app WITH CHECK ((membership_id = ( SELECT public.current_actor() AS current_actor)));


--
-- Name: attendance_supportaction made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.attendance_supportaction FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_supportaction.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_case made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_case FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_case.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_draft made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_draft FOR INSERT TO trappan_app WITH CHECK (((owner_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_draft.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_meeting made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_meeting FOR INSERT TO trappan_app WITH CHECK (((colleague_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_meeting.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_note made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_note FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_note.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_objection made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_objection FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_objection.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_referral made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_referral FOR INSERT TO trappan_app WITH CHECK (((referred_by_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_referral.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_stall made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.cases_stall FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_stall.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: history_event made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.history_event FOR INSERT TO trappan_app WITH CHECK (((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL) AND (actor_id = public.current_actor()) AND ((person_id IS NULL) OR ((EXISTS ( SELECT
   FROM public.people_person p
  WHERE (p.id = history_event.person_id))) AND (((kind)::text <> 'write'::text) OR (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = history_event.person_id) AND ((g.basis)::text <> 'hand_over'::text)))))))));


--
-- Name: outcomes_exit made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.outcomes_exit FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = outcomes_exit.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: partnerships_agreement made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.partnerships_agreement FOR INSERT TO trappan_app WITH CHECK ((municipality_id = ( SELECT public.partnerships_keeps_for() AS partnerships_keeps_for)));


--
-- Name: partnerships_amendment made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.partnerships_amendment FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.partnerships_agreement a
  WHERE ((a.id = partnerships_amendment.agreement_id) AND public.partnerships_keeps(a.municipality_id)))));


--
-- Name: partnerships_partnercheck made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.partnerships_partnercheck FOR INSERT TO trappan_app WITH CHECK ((municipality_id = ( SELECT public.partnerships_keeps_for() AS partnerships_keeps_for)));


--
-- Name: people_consent made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.people_consent FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_consent.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_contact made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.people_contact FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_contact.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_householdmember made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.people_householdmember FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_householdmember.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_cancellation made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_cancellation FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND ((( SELECT public.secrecy_role() AS secrecy_role) = ANY (ARRAY['site_leader'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
   FROM public.activities_activity a
  WHERE ((a.id = placements_cancellation.activity_id) AND (a.unit_id = ( SELECT public.current_unit() AS current_unit))))))));


--
-- Name: placements_closure made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_closure FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND ((( SELECT public.secrecy_role() AS secrecy_role) = 'site_leader'::text) AND (unit_id = ( SELECT public.current_unit() AS current_unit)))));


--
-- Name: placements_crewmember made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_crewmember FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_crewmember.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_crewmember.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: placements_daychange made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_daychange FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_daychange.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_introduction made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_introduction FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_introduction.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_introduction.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: placements_notice made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_notice FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_notice.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_notice.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: placements_placement made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_placement FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placement.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_placementend made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_placementend FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placementend.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_proposedchange made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_proposedchange FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_proposedchange.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_proposedchange.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: placements_suspension made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_suspension FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_suspension.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_toldreason made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.placements_toldreason FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_toldreason.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_toldreason.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: plans_consultation made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_consultation FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_consultation.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: plans_goal made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_goal FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_goal.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_goal.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: plans_mapping made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_mapping FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_mapping.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: plans_observation made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_observation FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_observation.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_observation.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: plans_plan made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_plan FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_plan.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_planpart made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_planpart FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_planpart.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_proposedstep made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_proposedstep FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND ((NOT ( SELECT public.staff_cooperates() AS staff_cooperates)) OR public.people_consents_here(person_id, 'goals'::text)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_proposedstep.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_proposedstep.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0))));


--
-- Name: plans_selfrating made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_selfrating FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_selfrating.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: plans_stepevidence made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_stepevidence FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepevidence.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_stepmove made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.plans_stepmove FOR INSERT TO trappan_app WITH CHECK (((author_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepmove.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_activityrequest made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.requirement_activityrequest FOR INSERT TO trappan_app WITH CHECK (((made_by_id = ( SELECT public.current_actor() AS current_actor)) AND (( SELECT public.secrecy_role() AS secrecy_role) = 'social_worker'::text) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_activityrequest.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_decision made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.requirement_decision FOR INSERT TO trappan_app WITH CHECK (((decided_by_id = ( SELECT public.current_actor() AS current_actor)) AND (( SELECT public.secrecy_role() AS secrecy_role) = 'social_worker'::text) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_decision.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_exemption made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.requirement_exemption FOR INSERT TO trappan_app WITH CHECK (((decided_by_id = ( SELECT public.current_actor() AS current_actor)) AND (( SELECT public.secrecy_role() AS secrecy_role) = 'social_worker'::text) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_exemption.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_grounds made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.requirement_grounds FOR INSERT TO trappan_app WITH CHECK ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_grounds.person_id) AND ((g.basis)::text <> 'hand_over'::text) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: staff_subscription made; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY made ON public.staff_subscription FOR INSERT TO trappan_app WITH CHECK ((membership_id = ( SELECT public.current_actor() AS current_actor)));


--
-- Name: outcomes_exit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.outcomes_exit ENABLE ROW LEVEL SECURITY;

--
-- Name: partnerships_agreement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_agreement ENABLE ROW LEVEL SECURITY;

--
-- Name: partnerships_amendment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_amendment ENABLE ROW LEVEL SECURITY;

--
-- Name: partnerships_partnercheck; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.partnerships_partnercheck ENABLE ROW LEVEL SECURITY;

--
-- Name: people_consent; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_consent ENABLE ROW LEVEL SECURITY;

--
-- Name: people_contact; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_contact ENABLE ROW LEVEL SECURITY;

--
-- Name: people_grant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_grant ENABLE ROW LEVEL SECURITY;

--
-- Name: people_household; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_household ENABLE ROW LEVEL SECURITY;

--
-- Name: people_householdmember; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_householdmember ENABLE ROW LEVEL SECURITY;

--
-- Name: people_number; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_number ENABLE ROW LEVEL SECURITY;

--
-- Name: people_opening; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_opening ENABLE ROW LEVEL SECURITY;

--
-- Name: people_person; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.people_person ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_cancellation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_cancellation ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_closure; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_closure ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_crewmember; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_crewmember ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_daychange; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_daychange ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_introduction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_introduction ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_notice; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_notice ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_placement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_placement ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_placementend; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_placementend ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_proposedchange; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_proposedchange ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_suspension; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_suspension ENABLE ROW LEVEL SECURITY;

--
-- Name: placements_toldreason; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.placements_toldreason ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_consultation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_consultation ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_goal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_goal ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_mapping; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_mapping ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_observation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_observation ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_plan; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_planpart; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_planpart ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_proposedstep; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_proposedstep ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_selfrating; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_selfrating ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_stepevidence; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_stepevidence ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_stepmove; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.plans_stepmove ENABLE ROW LEVEL SECURITY;

--
-- Name: requirement_activityrequest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.requirement_activityrequest ENABLE ROW LEVEL SECURITY;

--
-- Name: requirement_decision; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.requirement_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: requirement_exemption; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.requirement_exemption ENABLE ROW LEVEL SECURITY;

--
-- Name: requirement_grounds; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.requirement_grounds ENABLE ROW LEVEL SECURITY;

--
-- Name: activities_activity seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_activity FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: activities_capacity seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_capacity FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: activities_crew seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_crew FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: activities_crewjob seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_crewjob FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: activities_seatuse seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_seatuse FOR SELECT TO trappan_app USING (((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL) AND (( SELECT ((o.kind)::text = 'municipality'::text)
   FROM (public.staff_unit u
     JOIN public.staff_organisation o ON ((o.id = u.organisation_id)))
  WHERE (u.id = public.current_unit())) OR (EXISTS ( SELECT
   FROM (public.activities_activity a
     JOIN public.staff_unit u ON ((u.id = a.unit_id)))
  WHERE ((a.id = activities_seatuse.activity_id) AND (u.organisation_id = ( SELECT me.organisation_id
           FROM public.staff_unit me
          WHERE (me.id = public.current_unit())))))))));


--
-- Name: activities_theme seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.activities_theme FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: assistance_application seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.assistance_application FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_application.person_id) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_elsewhere seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.assistance_elsewhere FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_elsewhere.person_id) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: assistance_supportmonth seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.assistance_supportmonth FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = assistance_supportmonth.person_id) AND ((g.scope)::text = 'assistance'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('assistance'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('assistance'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_attendance seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_attendance FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_attendance.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_attendance.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: attendance_dialogue seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_dialogue FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_dialogue.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_finding seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_finding FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_finding.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: attendance_incident seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_incident FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_incident.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_incident.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: attendance_report seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_report FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_report.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_report.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: attendance_sentonce seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_sentonce FOR SELECT TO trappan_app USING ((membership_id = ( SELECT public.current_actor() AS current_actor)));


--
-- Name: attendance_supportaction seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.attendance_supportaction FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = attendance_supportaction.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((attendance_supportaction.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: cases_case seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_case FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_case.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_draft seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_draft FOR SELECT TO trappan_app USING (((owner_id = ( SELECT public.current_actor() AS current_actor)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_draft.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: cases_handover seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_handover FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_handover.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_meeting seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_meeting FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_meeting.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_note seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_note FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_note.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_objection seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_objection FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_objection.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: cases_referral seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_referral FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_referral.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((cases_referral.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: cases_stall seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.cases_stall FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = cases_stall.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: history_event seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.history_event FOR SELECT TO trappan_app USING (((((kind)::text <> 'write'::text) AND ((( SELECT public.secrecy_role() AS secrecy_role) = 'auditor'::text) OR ((( SELECT public.secrecy_role() AS secrecy_role) = 'head_of_unit'::text) AND (actor_unit_id = ( SELECT public.current_unit() AS current_unit))))) OR (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = history_event.person_id) AND
        CASE history_event.scope
            WHEN 'identity'::text THEN ((g.scope)::text = ANY ((ARRAY['identity'::character varying, 'activity'::character varying, 'plan'::character varying, 'requirement'::character varying, 'assistance'::character varying, 'profile'::character varying])::text[]))
            WHEN 'activity'::text THEN ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[]))
            WHEN 'plan'::text THEN ((g.scope)::text = 'plan'::text)
            WHEN 'requirement'::text THEN ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[]))
            WHEN 'assistance'::text THEN ((g.scope)::text = 'assistance'::text)
            WHEN 'profile'::text THEN ((g.scope)::text = 'profile'::text)
            WHEN 'restricted'::text THEN ((g.scope)::text = 'restricted'::text)
            ELSE NULL::boolean
        END AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND (((g.unit_id = ( SELECT public.current_unit() AS current_unit)) AND ((history_event.scope)::text = ANY (( SELECT public.secrecy_scopes(true) AS secrecy_scopes)::text[]))) OR ((g.membership_id = ( SELECT public.current_actor() AS current_actor)) AND ((history_event.scope)::text = ANY (( SELECT public.secrecy_scopes(false) AS secrecy_scopes)::text[])))) AND (((history_event.scope)::text <> 'activity'::text) OR ((history_event.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL)))))
 OFFSET 0))));


--
-- Name: history_version seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.history_version FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = history_version.person_id) AND
        CASE history_version.scope
            WHEN 'identity'::text THEN ((g.scope)::text = ANY ((ARRAY['identity'::character varying, 'activity'::character varying, 'plan'::character varying, 'requirement'::character varying, 'assistance'::character varying, 'profile'::character varying])::text[]))
            WHEN 'activity'::text THEN ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[]))
            WHEN 'plan'::text THEN ((g.scope)::text = 'plan'::text)
            WHEN 'requirement'::text THEN ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[]))
            WHEN 'assistance'::text THEN ((g.scope)::text = 'assistance'::text)
            WHEN 'profile'::text THEN ((g.scope)::text = 'profile'::text)
            WHEN 'restricted'::text THEN ((g.scope)::text = 'restricted'::text)
            ELSE NULL::boolean
        END AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND (((g.unit_id = ( SELECT public.current_unit() AS current_unit)) AND ((history_version.scope)::text = ANY (( SELECT public.secrecy_scopes(true) AS secrecy_scopes)::text[]))) OR ((g.membership_id = ( SELECT public.current_actor() AS current_actor)) AND ((history_version.scope)::text = ANY (( SELECT public.secrecy_scopes(false) AS secrecy_scopes)::text[])))) AND (((history_version.scope)::text <> 'activity'::text) OR ((history_version.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL)))))
 OFFSET 0)));


--
-- Name: outcomes_exit seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.outcomes_exit FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = outcomes_exit.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: partnerships_agreement seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.partnerships_agreement FOR SELECT TO trappan_app USING (((municipality_id = ANY (( SELECT public.partnerships_own() AS partnerships_own)::bigint[])) OR (organisation_id = ANY (( SELECT public.partnerships_own() AS partnerships_own)::bigint[]))));


--
-- Name: partnerships_amendment seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.partnerships_amendment FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.partnerships_agreement a
  WHERE (a.id = partnerships_amendment.agreement_id))));


--
-- Name: partnerships_partnercheck seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.partnerships_partnercheck FOR SELECT TO trappan_app USING (((( SELECT public.partnerships_keeps_for() AS partnerships_keeps_for) IS NOT NULL) AND (municipality_id = ANY (( SELECT public.partnerships_own() AS partnerships_own)::bigint[]))));


--
-- Name: people_consent seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_consent FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_consent.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_contact seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_contact FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_contact.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_grant seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_grant FOR SELECT TO trappan_app USING ((((unit_id = ( SELECT public.secrecy_unit_for('identity'::text) AS secrecy_unit_for)) OR (membership_id = ( SELECT public.secrecy_member_for('identity'::text) AS secrecy_member_for))) AND (starts_at <= ( SELECT public.clock() AS clock)) AND ((ends_at IS NULL) OR (( SELECT public.clock() AS clock) < ends_at))));


--
-- Name: people_household seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_household FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_householdmember h
  WHERE (h.household_id = people_household.id))));


--
-- Name: people_householdmember seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_householdmember FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_householdmember.person_id) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_number seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_number FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_number.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: people_opening seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_opening FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) = 'head_of_unit'::text));


--
-- Name: people_person seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.people_person FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = people_person.id) AND ((g.scope)::text = ANY ((ARRAY['identity'::character varying, 'activity'::character varying, 'plan'::character varying, 'requirement'::character varying, 'assistance'::character varying, 'profile'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('identity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('identity'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_cancellation seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_cancellation FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: placements_closure seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_closure FOR SELECT TO trappan_app USING ((( SELECT public.secrecy_role() AS secrecy_role) IS NOT NULL));


--
-- Name: placements_crewmember seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_crewmember FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_crewmember.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_crewmember.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_daychange seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_daychange FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_daychange.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_daychange.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_introduction seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_introduction FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_introduction.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_introduction.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_notice seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_notice FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_notice.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_notice.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_placement seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_placement FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placement.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_placement.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_placementend seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_placementend FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_placementend.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: placements_proposedchange seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_proposedchange FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_proposedchange.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_proposedchange.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_suspension seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_suspension FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_suspension.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((placements_suspension.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: placements_toldreason seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.placements_toldreason FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = placements_toldreason.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_consultation seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_consultation FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_consultation.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_goal seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_goal FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_goal.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_goal.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: plans_mapping seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_mapping FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_mapping.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_observation seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_observation FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_observation.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_observation.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: plans_plan seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_plan FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_plan.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_planpart seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_planpart FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_planpart.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_proposedstep seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_proposedstep FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_proposedstep.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))) AND ((plans_proposedstep.unit_id = ( SELECT public.current_unit() AS current_unit)) OR (((g.scope)::text = 'plan'::text) AND (( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for) IS NOT NULL))))
 OFFSET 0)));


--
-- Name: plans_selfrating seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_selfrating FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_selfrating.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_stepevidence seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_stepevidence FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepevidence.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: plans_stepmove seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.plans_stepmove FOR SELECT TO trappan_app USING ((((NOT corrected) OR (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepmove.person_id) AND ((g.scope)::text = 'plan'::text) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('plan'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('plan'::text) AS secrecy_member_for))))
 OFFSET 0))) AND ((NOT ( SELECT public.staff_cooperates() AS staff_cooperates)) OR public.people_consents_here(person_id, 'goals'::text)) AND (EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = plans_stepmove.person_id) AND ((g.scope)::text = ANY ((ARRAY['activity'::character varying, 'plan'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('activity'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('activity'::text) AS secrecy_member_for))))
 OFFSET 0))));


--
-- Name: requirement_activityrequest seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.requirement_activityrequest FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_activityrequest.person_id) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_decision seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.requirement_decision FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_decision.person_id) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_exemption seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.requirement_exemption FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_exemption.person_id) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: requirement_grounds seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.requirement_grounds FOR SELECT TO trappan_app USING ((EXISTS ( SELECT
   FROM public.people_grant g
  WHERE ((g.person_id = requirement_grounds.person_id) AND ((g.scope)::text = ANY ((ARRAY['requirement'::character varying, 'assistance'::character varying])::text[])) AND (g.starts_at <= ( SELECT public.clock() AS clock)) AND ((g.ends_at IS NULL) OR (( SELECT public.clock() AS clock) < g.ends_at)) AND ((g.unit_id = ( SELECT public.secrecy_unit_for('requirement'::text) AS secrecy_unit_for)) OR (g.membership_id = ( SELECT public.secrecy_member_for('requirement'::text) AS secrecy_member_for))))
 OFFSET 0)));


--
-- Name: staff_subscription seen; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY seen ON public.staff_subscription FOR SELECT TO trappan_app USING ((membership_id = ( SELECT public.current_actor() AS current_actor)));


--
-- Name: staff_subscription; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staff_subscription ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO trappan_app;
GRANT USAGE ON SCHEMA public TO trappan_web;


--
-- Name: FUNCTION activities_check_capacity(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_check_capacity() FROM PUBLIC;


--
-- Name: FUNCTION activities_load(on_day date, of_activities bigint[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_load(on_day date, of_activities bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.activities_load(on_day date, of_activities bigint[]) TO trappan_app;


--
-- Name: FUNCTION activities_number_capacity(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_number_capacity() FROM PUBLIC;


--
-- Name: FUNCTION activities_place_is_free(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_place_is_free() FROM PUBLIC;


--
-- Name: FUNCTION activities_places_at(of_activity bigint, at_minute integer, on_day date, before bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_places_at(of_activity bigint, at_minute integer, on_day date, before bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.activities_places_at(of_activity bigint, at_minute integer, on_day date, before bigint) TO trappan_app;


--
-- Name: FUNCTION activities_too_many(of_activity bigint, from_minute integer, to_minute integer, from_day date, to_day date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.activities_too_many(of_activity bigint, from_minute integer, to_minute integer, from_day date, to_day date) FROM PUBLIC;


--
-- Name: FUNCTION assistance_here_or_elsewhere(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.assistance_here_or_elsewhere() FROM PUBLIC;


--
-- Name: FUNCTION attendance_away_much(of_persons bigint[], fewest integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_away_much(of_persons bigint[], fewest integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.attendance_away_much(of_persons bigint[], fewest integer) TO trappan_app;


--
-- Name: FUNCTION attendance_finding_after_conversation(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_finding_after_conversation() FROM PUBLIC;


--
-- Name: FUNCTION attendance_incidents(of_unit bigint, since date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_incidents(of_unit bigint, since date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.attendance_incidents(of_unit bigint, since date) TO trappan_app;


--
-- Name: FUNCTION attendance_introduced_first(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_introduced_first() FROM PUBLIC;


--
-- Name: FUNCTION attendance_nobody_is_marked(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_nobody_is_marked() FROM PUBLIC;


--
-- Name: FUNCTION attendance_read_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_read_now() FROM PUBLIC;


--
-- Name: FUNCTION attendance_results(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_results() FROM PUBLIC;
GRANT ALL ON FUNCTION public.attendance_results() TO trappan_app;


--
-- Name: FUNCTION attendance_seat_was_used(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_seat_was_used() FROM PUBLIC;


--
-- Name: FUNCTION attendance_support_asked(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.attendance_support_asked() FROM PUBLIC;


--
-- Name: FUNCTION cases_answer(of_handover bigint, said text, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_answer(of_handover bigint, said text, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_answer(of_handover bigint, said text, why text) TO trappan_app;


--
-- Name: FUNCTION cases_application_comes_in(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_application_comes_in() FROM PUBLIC;


--
-- Name: FUNCTION cases_applications_waiting(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_applications_waiting() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_applications_waiting() TO trappan_app;


--
-- Name: FUNCTION cases_assign(of_case bigint, to_membership bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_assign(of_case bigint, to_membership bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_assign(of_case bigint, to_membership bigint) TO trappan_app;


--
-- Name: FUNCTION cases_case_begins_empty(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_case_begins_empty() FROM PUBLIC;


--
-- Name: FUNCTION cases_case_numbers(of_persons bigint[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_case_numbers(of_persons bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_case_numbers(of_persons bigint[]) TO trappan_app;


--
-- Name: FUNCTION cases_case_opens(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_case_opens() FROM PUBLIC;


--
-- Name: FUNCTION cases_closed_is_not_offered(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_closed_is_not_offered() FROM PUBLIC;


--
-- Name: FUNCTION today(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.today() FROM PUBLIC;
GRANT ALL ON FUNCTION public.today() TO trappan_app;
GRANT ALL ON FUNCTION public.today() TO trappan_web;


--
-- Name: TABLE cases_case; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_case TO trappan_app;


--
-- Name: COLUMN cases_case.closed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_on) ON TABLE public.cases_case TO trappan_app;


--
-- Name: FUNCTION cases_given_out(k public.cases_case); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_given_out(k public.cases_case) FROM PUBLIC;


--
-- Name: FUNCTION cases_hand_over(of_case bigint, to_membership bigint, with_note text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_hand_over(of_case bigint, to_membership bigint, with_note text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_hand_over(of_case bigint, to_membership bigint, with_note text) TO trappan_app;


--
-- Name: FUNCTION cases_seat_role(of_seat text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_seat_role(of_seat text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_seat_role(of_seat text) TO trappan_app;


--
-- Name: TABLE staff_membership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staff_membership TO trappan_app;


--
-- Name: FUNCTION staff_in_force(m public.staff_membership); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_in_force(m public.staff_membership) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_in_force(m public.staff_membership) TO trappan_app;


--
-- Name: TABLE staff_unit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staff_unit TO trappan_app;


--
-- Name: FUNCTION cases_may_sit(of_seat text, of_membership bigint, beside bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_may_sit(of_seat text, of_membership bigint, beside bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_may_sit(of_seat text, of_membership bigint, beside bigint) TO trappan_app;


--
-- Name: FUNCTION cases_next_case_number(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_next_case_number() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_next_case_number() TO trappan_app;


--
-- Name: FUNCTION cases_note_is_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_note_is_now() FROM PUBLIC;


--
-- Name: FUNCTION cases_note_is_open(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_note_is_open() FROM PUBLIC;


--
-- Name: FUNCTION cases_open_as_head(of_number text, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_open_as_head(of_number text, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_open_as_head(of_number text, why text) TO trappan_app;


--
-- Name: FUNCTION cases_openings(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_openings() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_openings() TO trappan_app;


--
-- Name: FUNCTION cases_openings_asked(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_openings_asked() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_openings_asked() TO trappan_app;


--
-- Name: FUNCTION cases_reassign(of_number text, to_membership bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_reassign(of_number text, to_membership bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_reassign(of_number text, to_membership bigint) TO trappan_app;


--
-- Name: FUNCTION cases_referral_ends(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_referral_ends() FROM PUBLIC;


--
-- Name: FUNCTION cases_seat(k public.cases_case, to_membership bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_seat(k public.cases_case, to_membership bigint) FROM PUBLIC;


--
-- Name: FUNCTION cases_seat_scopes(of_seat text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_seat_scopes(of_seat text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_seat_scopes(of_seat text) TO trappan_app;


--
-- Name: FUNCTION cases_take_over(of_case bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_take_over(of_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_take_over(of_case bigint) TO trappan_app;


--
-- Name: FUNCTION cases_unit_cases(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_unit_cases() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_unit_cases() TO trappan_app;


--
-- Name: FUNCTION cases_unseat(k public.cases_case, of_seat text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.cases_unseat(k public.cases_case, of_seat text) FROM PUBLIC;


--
-- Name: FUNCTION clock(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.clock() FROM PUBLIC;
GRANT ALL ON FUNCTION public.clock() TO trappan_app;
GRANT ALL ON FUNCTION public.clock() TO trappan_web;


--
-- Name: FUNCTION current_actor(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.current_actor() FROM PUBLIC;
GRANT ALL ON FUNCTION public.current_actor() TO trappan_app;
GRANT ALL ON FUNCTION public.current_actor() TO trappan_web;


--
-- Name: FUNCTION current_colleague(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.current_colleague() FROM PUBLIC;
GRANT ALL ON FUNCTION public.current_colleague() TO trappan_app;
GRANT ALL ON FUNCTION public.current_colleague() TO trappan_web;


--
-- Name: FUNCTION current_unit(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.current_unit() FROM PUBLIC;
GRANT ALL ON FUNCTION public.current_unit() TO trappan_app;
GRANT ALL ON FUNCTION public.current_unit() TO trappan_web;


--
-- Name: FUNCTION demo_card(of_colleague text, of_person text, page text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demo_card(of_colleague text, of_person text, page text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.demo_card(of_colleague text, of_person text, page text) TO trappan_web;


--
-- Name: FUNCTION demo_town(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.demo_town() FROM PUBLIC;
GRANT ALL ON FUNCTION public.demo_town() TO trappan_web;


--
-- Name: FUNCTION desk_unit_ageing(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.desk_unit_ageing() FROM PUBLIC;
GRANT ALL ON FUNCTION public.desk_unit_ageing() TO trappan_app;


--
-- Name: FUNCTION desk_unit_longest(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.desk_unit_longest() FROM PUBLIC;
GRANT ALL ON FUNCTION public.desk_unit_longest() TO trappan_app;


--
-- Name: FUNCTION history_sign(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.history_sign() FROM PUBLIC;


--
-- Name: FUNCTION keep_versions(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.keep_versions() FROM PUBLIC;


--
-- Name: FUNCTION swedish_sort(t text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.swedish_sort(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.swedish_sort(t text) TO trappan_app;
GRANT ALL ON FUNCTION public.swedish_sort(t text) TO trappan_web;


--
-- Name: FUNCTION name_sort(first text, second text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.name_sort(first text, second text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.name_sort(first text, second text) TO trappan_app;
GRANT ALL ON FUNCTION public.name_sort(first text, second text) TO trappan_web;


--
-- Name: FUNCTION partnerships_keeps(of_body bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.partnerships_keeps(of_body bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.partnerships_keeps(of_body bigint) TO trappan_app;


--
-- Name: FUNCTION partnerships_keeps_for(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.partnerships_keeps_for() FROM PUBLIC;
GRANT ALL ON FUNCTION public.partnerships_keeps_for() TO trappan_app;


--
-- Name: FUNCTION partnerships_own(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.partnerships_own() FROM PUBLIC;
GRANT ALL ON FUNCTION public.partnerships_own() TO trappan_app;


--
-- Name: FUNCTION partnerships_places_left(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.partnerships_places_left() FROM PUBLIC;


--
-- Name: FUNCTION partnerships_with_a_partner(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.partnerships_with_a_partner() FROM PUBLIC;


--
-- Name: FUNCTION people_add_number(of_person bigint, of_number text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_add_number(of_person bigint, of_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_add_number(of_person bigint, of_number text) TO trappan_app;


--
-- Name: FUNCTION people_agree_opening(of_opening bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_agree_opening(of_opening bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_agree_opening(of_opening bigint) TO trappan_app;


--
-- Name: FUNCTION people_born(of_number text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_born(of_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_born(of_number text) TO trappan_app;


--
-- Name: FUNCTION people_complete_grant(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_complete_grant() FROM PUBLIC;


--
-- Name: FUNCTION people_consent_ends(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_consent_ends() FROM PUBLIC;


--
-- Name: FUNCTION people_consents_here(of_person bigint, of_part text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_consents_here(of_person bigint, of_part text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_consents_here(of_person bigint, of_part text) TO trappan_app;


--
-- Name: FUNCTION people_contact_may_be_kept(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_contact_may_be_kept() FROM PUBLIC;


--
-- Name: FUNCTION people_end_grants(of_person bigint, of_unit bigint, of_membership bigint, on_basis text, at_moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_end_grants(of_person bigint, of_unit bigint, of_membership bigint, on_basis text, at_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_end_grants(of_person bigint, of_unit bigint, of_membership bigint, on_basis text, at_moment timestamp with time zone) TO trappan_app;


--
-- Name: FUNCTION people_find_number(of_number text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_find_number(of_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_find_number(of_number text) TO trappan_app;


--
-- Name: FUNCTION people_give_grant(of_person bigint, to_unit bigint, to_membership bigint, of_scope text, on_basis text, until timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_give_grant(of_person bigint, to_unit bigint, to_membership bigint, of_scope text, on_basis text, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_give_grant(of_person bigint, to_unit bigint, to_membership bigint, of_scope text, on_basis text, until timestamp with time zone) TO trappan_app;


--
-- Name: FUNCTION people_grants_follow(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_grants_follow() FROM PUBLIC;


--
-- Name: FUNCTION people_held(of_persons bigint[], of_scope text, lasting boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_held(of_persons bigint[], of_scope text, lasting boolean) FROM PUBLIC;


--
-- Name: FUNCTION people_holds(of_person bigint, of_scope text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_holds(of_person bigint, of_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_holds(of_person bigint, of_scope text) TO trappan_app;


--
-- Name: FUNCTION people_lives_with_young_child(of_person bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_lives_with_young_child(of_person bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_lives_with_young_child(of_person bigint) TO trappan_app;


--
-- Name: FUNCTION people_new_household(of_reference text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_new_household(of_reference text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_new_household(of_reference text) TO trappan_app;


--
-- Name: FUNCTION people_open(of_person bigint, to_membership bigint, on_basis text, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_open(of_person bigint, to_membership bigint, on_basis text, why text) FROM PUBLIC;


--
-- Name: FUNCTION people_open_in_emergency(of_number text, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_open_in_emergency(of_number text, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_open_in_emergency(of_number text, why text) TO trappan_app;


--
-- Name: FUNCTION people_protect(of_person bigint, how text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_protect(of_person bigint, how text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_protect(of_person bigint, how text) TO trappan_app;


--
-- Name: FUNCTION people_register(of_number text, given text, family text, of_gender text, of_protection text, of_languages text[], needs_interpreter boolean, scopes text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_register(of_number text, given text, family text, of_gender text, of_protection text, of_languages text[], needs_interpreter boolean, scopes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_register(of_number text, given text, family text, of_gender text, of_protection text, of_languages text[], needs_interpreter boolean, scopes text[]) TO trappan_app;


--
-- Name: FUNCTION people_works_with(of_person bigint, of_scope text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.people_works_with(of_person bigint, of_scope text) FROM PUBLIC;


--
-- Name: FUNCTION placements_access_follows(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_access_follows() FROM PUBLIC;


--
-- Name: FUNCTION placements_access_of_consent(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_access_of_consent() FROM PUBLIC;


--
-- Name: FUNCTION placements_access_of_protection(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_access_of_protection() FROM PUBLIC;


--
-- Name: FUNCTION placements_answer(of_placement bigint, accepts boolean, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_answer(of_placement bigint, accepts boolean, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_answer(of_placement bigint, accepts boolean, why text) TO trappan_app;


--
-- Name: FUNCTION placements_change_waits(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_change_waits() FROM PUBLIC;


--
-- Name: FUNCTION placements_check_crew(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_check_crew() FROM PUBLIC;


--
-- Name: FUNCTION placements_check_introduction(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_check_introduction() FROM PUBLIC;


--
-- Name: FUNCTION placements_check_terms(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_check_terms() FROM PUBLIC;


--
-- Name: FUNCTION placements_close(of_activity bigint, on_day date, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_close(of_activity bigint, on_day date, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_close(of_activity bigint, on_day date, why text) TO trappan_app;


--
-- Name: FUNCTION placements_consented(of_person bigint, of_unit bigint, first date, until date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_consented(of_person bigint, of_unit bigint, first date, until date) FROM PUBLIC;


--
-- Name: FUNCTION placements_cut(of_placement bigint, on_day date, code text, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_cut(of_placement bigint, on_day date, code text, why text) FROM PUBLIC;


--
-- Name: FUNCTION placements_day_has_a_place(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_day_has_a_place() FROM PUBLIC;


--
-- Name: FUNCTION placements_keep_access(of_person bigint, of_unit bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_keep_access(of_person bigint, of_unit bigint) FROM PUBLIC;


--
-- Name: FUNCTION placements_may_be_named(named bigint, at_unit bigint, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_may_be_named(named bigint, at_unit bigint, why text) FROM PUBLIC;


--
-- Name: TABLE placements_placement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_placement TO trappan_app;


--
-- Name: COLUMN placements_placement.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.placements_placement TO trappan_app;


--
-- Name: COLUMN placements_placement.withdrawn_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE public.placements_placement TO trappan_app;


--
-- Name: FUNCTION placements_may_know(p public.placements_placement); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_may_know(p public.placements_placement) FROM PUBLIC;


--
-- Name: FUNCTION placements_name_supervisor(of_placement bigint, named bigint, why text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_name_supervisor(of_placement bigint, named bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_name_supervisor(of_placement bigint, named bigint, why text) TO trappan_app;


--
-- Name: FUNCTION placements_proposals(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_proposals() FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_proposals() TO trappan_app;


--
-- Name: FUNCTION placements_proposed_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_proposed_now() FROM PUBLIC;


--
-- Name: FUNCTION placements_queue(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_queue() FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_queue() TO trappan_app;


--
-- Name: FUNCTION placements_refuse_beyond_activity(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_refuse_beyond_activity() FROM PUBLIC;


--
-- Name: FUNCTION placements_resume(of_suspension bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_resume(of_suspension bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_resume(of_suspension bigint) TO trappan_app;


--
-- Name: FUNCTION placements_take_back_day(of_change bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_take_back_day(of_change bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_take_back_day(of_change bigint) TO trappan_app;


--
-- Name: FUNCTION placements_way(of_organisation bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_way(of_organisation bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.placements_way(of_organisation bigint) TO trappan_app;


--
-- Name: FUNCTION placements_withdrawn_once(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.placements_withdrawn_once() FROM PUBLIC;


--
-- Name: FUNCTION plans_decided_after_consultation(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_decided_after_consultation() FROM PUBLIC;


--
-- Name: FUNCTION plans_decided_by_whoever_acts(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_decided_by_whoever_acts() FROM PUBLIC;


--
-- Name: FUNCTION plans_decider_stays(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_decider_stays() FROM PUBLIC;


--
-- Name: FUNCTION plans_goal_stands_by_plan(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_goal_stands_by_plan() FROM PUBLIC;


--
-- Name: FUNCTION plans_map_step(of_step bigint, to_step bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_map_step(of_step bigint, to_step bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plans_map_step(of_step bigint, to_step bigint) TO trappan_app;


--
-- Name: FUNCTION plans_observed_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_observed_now() FROM PUBLIC;


--
-- Name: FUNCTION plans_own_words_stay(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_own_words_stay() FROM PUBLIC;


--
-- Name: FUNCTION plans_plan_is_draft(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_plan_is_draft() FROM PUBLIC;


--
-- Name: FUNCTION plans_plan_is_open(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_plan_is_open() FROM PUBLIC;


--
-- Name: FUNCTION plans_plan_rests_on_mapping(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_plan_rests_on_mapping() FROM PUBLIC;


--
-- Name: FUNCTION plans_rated_in_an_open_case(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_rated_in_an_open_case() FROM PUBLIC;


--
-- Name: FUNCTION plans_rated_now(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_rated_now() FROM PUBLIC;


--
-- Name: FUNCTION plans_site_goal(of_person bigint, of_title text, until date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_site_goal(of_person bigint, of_title text, until date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plans_site_goal(of_person bigint, of_title text, until date) TO trappan_app;


--
-- Name: FUNCTION plans_step_waits(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.plans_step_waits() FROM PUBLIC;


--
-- Name: FUNCTION requirement_appealed_once(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_appealed_once() FROM PUBLIC;


--
-- Name: FUNCTION requirement_check_decision(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_check_decision() FROM PUBLIC;


--
-- Name: FUNCTION requirement_check_grounds(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_check_grounds() FROM PUBLIC;


--
-- Name: FUNCTION requirement_check_grounds_step(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_check_grounds_step() FROM PUBLIC;


--
-- Name: FUNCTION requirement_controls(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_controls() FROM PUBLIC;
GRANT ALL ON FUNCTION public.requirement_controls() TO trappan_app;


--
-- Name: FUNCTION requirement_exemption_only_shorter(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_exemption_only_shorter() FROM PUBLIC;


--
-- Name: FUNCTION requirement_in_month(of_month date, of_persons bigint[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_in_month(of_month date, of_persons bigint[]) FROM PUBLIC;


--
-- Name: FUNCTION requirement_quarter(first date, after date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_quarter(first date, after date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.requirement_quarter(first date, after date) TO trappan_app;


--
-- Name: FUNCTION requirement_rests_on_consultation(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_rests_on_consultation() FROM PUBLIC;


--
-- Name: FUNCTION requirement_standings(of_persons bigint[], first_month date, last_month date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.requirement_standings(of_persons bigint[], first_month date, last_month date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.requirement_standings(of_persons bigint[], first_month date, last_month date) TO trappan_app;


--
-- Name: FUNCTION rule(of_name text, of_day date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.rule(of_name text, of_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.rule(of_name text, of_day date) TO trappan_app;


--
-- Name: FUNCTION rules_codes_hold(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.rules_codes_hold() FROM PUBLIC;


--
-- Name: FUNCTION secrecy_enter(of_colleague bigint, of_membership bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_enter(of_colleague bigint, of_membership bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.secrecy_enter(of_colleague bigint, of_membership bigint) TO trappan_app;
GRANT ALL ON FUNCTION public.secrecy_enter(of_colleague bigint, of_membership bigint) TO trappan_web;


--
-- Name: FUNCTION secrecy_member_for(of_scope text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_member_for(of_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.secrecy_member_for(of_scope text) TO trappan_app;


--
-- Name: FUNCTION secrecy_opened_by(of_scope text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_opened_by(of_scope text) FROM PUBLIC;


--
-- Name: FUNCTION secrecy_role(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_role() FROM PUBLIC;
GRANT ALL ON FUNCTION public.secrecy_role() TO trappan_app;


--
-- Name: FUNCTION secrecy_scopes(by_unit boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_scopes(by_unit boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.secrecy_scopes(by_unit boolean) TO trappan_app;


--
-- Name: FUNCTION secrecy_unit_for(of_scope text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.secrecy_unit_for(of_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.secrecy_unit_for(of_scope text) TO trappan_app;


--
-- Name: FUNCTION staff_confirm_membership(of_membership bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_confirm_membership(of_membership bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_confirm_membership(of_membership bigint) TO trappan_app;


--
-- Name: FUNCTION staff_cooperates(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_cooperates() FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_cooperates() TO trappan_app;


--
-- Name: FUNCTION staff_end_membership(of_membership bigint, on_day date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_end_membership(of_membership bigint, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_end_membership(of_membership bigint, on_day date) TO trappan_app;


--
-- Name: FUNCTION staff_give_membership(to_colleague bigint, in_unit bigint, as_role text, from_day date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_give_membership(to_colleague bigint, in_unit bigint, as_role text, from_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_give_membership(to_colleague bigint, in_unit bigint, as_role text, from_day date) TO trappan_app;


--
-- Name: FUNCTION staff_my_memberships(of_colleague bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_my_memberships(of_colleague bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_my_memberships(of_colleague bigint) TO trappan_web;


--
-- Name: FUNCTION staff_subscriber(of_digest text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_subscriber(of_digest text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staff_subscriber(of_digest text) TO trappan_web;


--
-- Name: FUNCTION staff_subscription_ends(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staff_subscription_ends() FROM PUBLIC;


--
-- Name: FUNCTION stockholm_day(of_moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.stockholm_day(of_moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.stockholm_day(of_moment timestamp with time zone) TO trappan_app;


--
-- Name: TABLE account_emailaddress; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO trappan_web;


--
-- Name: TABLE activities_activity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.description; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(description) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.branch; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(branch) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.trains; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(trains) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.environment; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(environment) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.challenge; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(challenge) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.steps_from; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(steps_from) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.steps_to; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(steps_to) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.bodily; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(bodily) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.together; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(together) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.languages; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(languages) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.access; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(access) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.season_from; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(season_from) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.season_to; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(season_to) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.leads_out; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(leads_out) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.support_offered; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(support_offered) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: COLUMN activities_activity.introduction; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(introduction) ON TABLE public.activities_activity TO trappan_app;


--
-- Name: TABLE activities_capacity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.activities_capacity TO trappan_app;


--
-- Name: TABLE activities_crew; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.activities_crew TO trappan_app;


--
-- Name: COLUMN activities_crew.taken_out_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_out_at) ON TABLE public.activities_crew TO trappan_app;


--
-- Name: TABLE activities_crewjob; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.activities_crewjob TO trappan_app;


--
-- Name: TABLE activities_seatuse; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.activities_seatuse TO trappan_app;


--
-- Name: COLUMN activities_seatuse.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.activities_seatuse TO trappan_app;


--
-- Name: TABLE activities_theme; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.activities_theme TO trappan_app;


--
-- Name: COLUMN activities_theme.taken_out_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_out_at) ON TABLE public.activities_theme TO trappan_app;


--
-- Name: TABLE assistance_application; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.assistance_application TO trappan_app;


--
-- Name: COLUMN assistance_application.reference; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reference) ON TABLE public.assistance_application TO trappan_app;


--
-- Name: COLUMN assistance_application.result; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(result) ON TABLE public.assistance_application TO trappan_app;


--
-- Name: COLUMN assistance_application.decided_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_on) ON TABLE public.assistance_application TO trappan_app;


--
-- Name: COLUMN assistance_application.result_reference; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(result_reference) ON TABLE public.assistance_application TO trappan_app;


--
-- Name: TABLE assistance_elsewhere; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.assistance_elsewhere TO trappan_app;


--
-- Name: COLUMN assistance_elsewhere.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.assistance_elsewhere TO trappan_app;


--
-- Name: COLUMN assistance_elsewhere.support; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(support) ON TABLE public.assistance_elsewhere TO trappan_app;


--
-- Name: TABLE assistance_supportmonth; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.assistance_supportmonth TO trappan_app;


--
-- Name: COLUMN assistance_supportmonth.obstacle; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(obstacle) ON TABLE public.assistance_supportmonth TO trappan_app;


--
-- Name: COLUMN assistance_supportmonth.amount; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(amount) ON TABLE public.assistance_supportmonth TO trappan_app;


--
-- Name: TABLE attendance_attendance; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_attendance TO trappan_app;


--
-- Name: COLUMN attendance_attendance.mark; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(mark) ON TABLE public.attendance_attendance TO trappan_app;


--
-- Name: COLUMN attendance_attendance.minutes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(minutes) ON TABLE public.attendance_attendance TO trappan_app;


--
-- Name: TABLE attendance_dialogue; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_dialogue TO trappan_app;


--
-- Name: TABLE attendance_finding; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_finding TO trappan_app;


--
-- Name: TABLE attendance_incident; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_incident TO trappan_app;


--
-- Name: COLUMN attendance_incident.read_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(read_at) ON TABLE public.attendance_incident TO trappan_app;


--
-- Name: TABLE attendance_report; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_report TO trappan_app;


--
-- Name: COLUMN attendance_report.read_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(read_at) ON TABLE public.attendance_report TO trappan_app;


--
-- Name: TABLE attendance_sentonce; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_sentonce TO trappan_app;


--
-- Name: TABLE attendance_supportaction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.attendance_supportaction TO trappan_app;


--
-- Name: COLUMN attendance_supportaction.outcome; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(outcome) ON TABLE public.attendance_supportaction TO trappan_app;


--
-- Name: COLUMN attendance_supportaction.done_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(done_at) ON TABLE public.attendance_supportaction TO trappan_app;


--
-- Name: TABLE placements_cancellation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_cancellation TO trappan_app;


--
-- Name: COLUMN placements_cancellation.restored_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(restored_at) ON TABLE public.placements_cancellation TO trappan_app;


--
-- Name: TABLE placements_closure; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_closure TO trappan_app;


--
-- Name: COLUMN placements_closure.opened_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(opened_at) ON TABLE public.placements_closure TO trappan_app;


--
-- Name: TABLE placements_daychange; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_daychange TO trappan_app;


--
-- Name: TABLE placements_suspension; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_suspension TO trappan_app;


--
-- Name: TABLE schedules_day; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.schedules_day TO trappan_app;


--
-- Name: TABLE placements_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.placements_session TO trappan_app;


--
-- Name: TABLE attended_time; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.attended_time TO trappan_app;


--
-- Name: TABLE cases_draft; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_draft TO trappan_app;


--
-- Name: COLUMN cases_draft.fields; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fields) ON TABLE public.cases_draft TO trappan_app;


--
-- Name: COLUMN cases_draft.saved_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(saved_at) ON TABLE public.cases_draft TO trappan_app;


--
-- Name: TABLE cases_handover; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.cases_handover TO trappan_app;


--
-- Name: COLUMN cases_handover.read_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(read_at) ON TABLE public.cases_handover TO trappan_app;


--
-- Name: TABLE cases_meeting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_meeting TO trappan_app;


--
-- Name: COLUMN cases_meeting.outcome; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(outcome) ON TABLE public.cases_meeting TO trappan_app;


--
-- Name: TABLE cases_note; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(kind) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.source; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(source) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.source_name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(source_name) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.happened_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(happened_at) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.fact; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fact) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.assessment; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(assessment) ON TABLE public.cases_note TO trappan_app;


--
-- Name: COLUMN cases_note.edition; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(edition) ON TABLE public.cases_note TO trappan_app;


--
-- Name: TABLE cases_objection; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_objection TO trappan_app;


--
-- Name: TABLE cases_referral; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.starts_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(starts_on) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral."end"; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE("end") ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.result; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(result) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.instrument; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(instrument) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.instrument_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(instrument_on) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.conclusion; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(conclusion) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: COLUMN cases_referral.responsible_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(responsible_id) ON TABLE public.cases_referral TO trappan_app;


--
-- Name: TABLE cases_stall; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.cases_stall TO trappan_app;


--
-- Name: COLUMN cases_stall.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.cases_stall TO trappan_app;


--
-- Name: TABLE plans_mapping; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.held_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(held_on) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.own_words; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(own_words) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.background; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(background) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.education; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(education) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.without_work_since; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(without_work_since) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.arrived_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(arrived_on) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.language_notes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(language_notes) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.health; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(health) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.housing; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(housing) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.family; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(family) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.strengths; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(strengths) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.motivation; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(motivation) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.contact_wish; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(contact_wish) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.path_wish; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(path_wish) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.assessment; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(assessment) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.fastest_way; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fastest_way) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.way_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(way_reason) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.alternatives; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(alternatives) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.finished_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(finished_at) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: COLUMN plans_mapping.edition; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(edition) ON TABLE public.plans_mapping TO trappan_app;


--
-- Name: TABLE plans_plan; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.goal; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(goal) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.weekly_minutes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(weekly_minutes) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.proposal; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(proposal) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.hours_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(hours_reason) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.adaptation; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(adaptation) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.review_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(review_on) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.agreed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(agreed_on) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.agreed_how; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(agreed_how) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.decided_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_at) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.replaced_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(replaced_at) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.end_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(end_reason) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.edition; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(edition) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: COLUMN plans_plan.decided_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(decided_by_id) ON TABLE public.plans_plan TO trappan_app;


--
-- Name: TABLE desk_casestate; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.desk_casestate TO trappan_app;


--
-- Name: TABLE django_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO trappan_web;


--
-- Name: TABLE history_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.kind; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(kind) ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.verb; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(verb) ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.scope; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(scope) ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.details; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(details) ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.person_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(person_id) ON TABLE public.history_event TO trappan_app;


--
-- Name: COLUMN history_event.unit_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(unit_id) ON TABLE public.history_event TO trappan_app;


--
-- Name: TABLE history_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.history_version TO trappan_app;


--
-- Name: TABLE outcomes_exit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.outcomes_exit TO trappan_app;


--
-- Name: COLUMN outcomes_exit.checked_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(checked_on) ON TABLE public.outcomes_exit TO trappan_app;


--
-- Name: COLUMN outcomes_exit.held; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(held) ON TABLE public.outcomes_exit TO trappan_app;


--
-- Name: TABLE partnerships_agreement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.partnerships_agreement TO trappan_app;


--
-- Name: TABLE partnerships_amendment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.partnerships_amendment TO trappan_app;


--
-- Name: TABLE partnerships_partnercheck; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.partnerships_partnercheck TO trappan_app;


--
-- Name: TABLE people_consent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.people_consent TO trappan_app;


--
-- Name: COLUMN people_consent.withdrawn_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_on) ON TABLE public.people_consent TO trappan_app;


--
-- Name: TABLE people_contact; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.people_contact TO trappan_app;


--
-- Name: COLUMN people_contact.phone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(phone) ON TABLE public.people_contact TO trappan_app;


--
-- Name: COLUMN people_contact.email; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(email) ON TABLE public.people_contact TO trappan_app;


--
-- Name: COLUMN people_contact.address; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(address) ON TABLE public.people_contact TO trappan_app;


--
-- Name: COLUMN people_contact.postal_code; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(postal_code) ON TABLE public.people_contact TO trappan_app;


--
-- Name: COLUMN people_contact.city; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(city) ON TABLE public.people_contact TO trappan_app;


--
-- Name: TABLE people_grant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.people_grant TO trappan_app;


--
-- Name: TABLE people_household; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.people_household TO trappan_app;


--
-- Name: TABLE people_householdmember; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.people_householdmember TO trappan_app;


--
-- Name: COLUMN people_householdmember.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.people_householdmember TO trappan_app;


--
-- Name: TABLE people_number; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.people_number TO trappan_app;


--
-- Name: COLUMN people_opening.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.people_opening TO trappan_app;


--
-- Name: COLUMN people_opening.asked_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(asked_at) ON TABLE public.people_opening TO trappan_app;


--
-- Name: COLUMN people_opening.agreed_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(agreed_at) ON TABLE public.people_opening TO trappan_app;


--
-- Name: COLUMN people_opening.agreed_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(agreed_by_id) ON TABLE public.people_opening TO trappan_app;


--
-- Name: COLUMN people_opening.head_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(head_id) ON TABLE public.people_opening TO trappan_app;


--
-- Name: TABLE people_person; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.given_name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(given_name) ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.family_name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(family_name) ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.gender; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(gender) ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.languages; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(languages) ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.interpreter; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(interpreter) ON TABLE public.people_person TO trappan_app;


--
-- Name: COLUMN people_person.education; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(education) ON TABLE public.people_person TO trappan_app;


--
-- Name: TABLE placements_crewmember; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_crewmember TO trappan_app;


--
-- Name: TABLE placements_introduction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_introduction TO trappan_app;


--
-- Name: TABLE placements_notice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_notice TO trappan_app;


--
-- Name: TABLE placements_placementend; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_placementend TO trappan_app;


--
-- Name: COLUMN placements_placementend.kind; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(kind) ON TABLE public.placements_placementend TO trappan_app;


--
-- Name: COLUMN placements_placementend.reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reason) ON TABLE public.placements_placementend TO trappan_app;


--
-- Name: COLUMN placements_placementend.told_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(told_on) ON TABLE public.placements_placementend TO trappan_app;


--
-- Name: TABLE placements_proposedchange; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_proposedchange TO trappan_app;


--
-- Name: COLUMN placements_proposedchange.accepted; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(accepted) ON TABLE public.placements_proposedchange TO trappan_app;


--
-- Name: COLUMN placements_proposedchange.answer; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answer) ON TABLE public.placements_proposedchange TO trappan_app;


--
-- Name: TABLE placements_toldreason; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.placements_toldreason TO trappan_app;


--
-- Name: TABLE plans_consultation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_consultation TO trappan_app;


--
-- Name: TABLE plans_goal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.title; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.due_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(due_on) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.closed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_on) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.staff_rating; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(staff_rating) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.own_rating; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(own_rating) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.reached_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reached_on) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.evidence; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(evidence) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.under_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(under_id) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: COLUMN plans_goal.plan_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(plan_id) ON TABLE public.plans_goal TO trappan_app;


--
-- Name: TABLE plans_ladder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.plans_ladder TO trappan_app;


--
-- Name: TABLE plans_ladderstep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.plans_ladderstep TO trappan_app;


--
-- Name: TABLE plans_observation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_observation TO trappan_app;


--
-- Name: TABLE plans_planpart; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_planpart TO trappan_app;


--
-- Name: COLUMN plans_planpart.taken_out_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_out_at) ON TABLE public.plans_planpart TO trappan_app;


--
-- Name: TABLE plans_proposedstep; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_proposedstep TO trappan_app;


--
-- Name: COLUMN plans_proposedstep.accepted; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(accepted) ON TABLE public.plans_proposedstep TO trappan_app;


--
-- Name: COLUMN plans_proposedstep.answer; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(answer) ON TABLE public.plans_proposedstep TO trappan_app;


--
-- Name: TABLE plans_selfrating; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_selfrating TO trappan_app;


--
-- Name: COLUMN plans_selfrating.taken_back_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_back_at) ON TABLE public.plans_selfrating TO trappan_app;


--
-- Name: TABLE plans_stepevidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_stepevidence TO trappan_app;


--
-- Name: TABLE plans_stepmove; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.plans_stepmove TO trappan_app;


--
-- Name: COLUMN plans_stepmove.corrected; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(corrected) ON TABLE public.plans_stepmove TO trappan_app;


--
-- Name: TABLE requirement_activityrequest; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.requirement_activityrequest TO trappan_app;


--
-- Name: COLUMN requirement_activityrequest.received_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(received_on) ON TABLE public.requirement_activityrequest TO trappan_app;


--
-- Name: COLUMN requirement_activityrequest.received_how; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(received_how) ON TABLE public.requirement_activityrequest TO trappan_app;


--
-- Name: COLUMN requirement_activityrequest.registered_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(registered_on) ON TABLE public.requirement_activityrequest TO trappan_app;


--
-- Name: TABLE requirement_decision; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.requirement_decision TO trappan_app;


--
-- Name: COLUMN requirement_decision.appealed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(appealed_on) ON TABLE public.requirement_decision TO trappan_app;


--
-- Name: COLUMN requirement_decision.appeal_words; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(appeal_words) ON TABLE public.requirement_decision TO trappan_app;


--
-- Name: COLUMN requirement_decision.appeal_result; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(appeal_result) ON TABLE public.requirement_decision TO trappan_app;


--
-- Name: COLUMN requirement_decision.appeal_ended_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(appeal_ended_on) ON TABLE public.requirement_decision TO trappan_app;


--
-- Name: TABLE requirement_exemption; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.requirement_exemption TO trappan_app;


--
-- Name: COLUMN requirement_exemption.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.requirement_exemption TO trappan_app;


--
-- Name: TABLE requirement_grounds; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.heard_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(heard_on) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.heard_how; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(heard_how) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.heard_words; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(heard_words) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.sent_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sent_at) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.received_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(received_at) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.taken_back_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_back_at) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.taken_back_why; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_back_why) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: COLUMN requirement_grounds.sent_to_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sent_to_id) ON TABLE public.requirement_grounds TO trappan_app;


--
-- Name: TABLE rules_code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.rules_code TO trappan_app;


--
-- Name: TABLE rules_ruleset; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.rules_ruleset TO trappan_app;


--
-- Name: TABLE schedules_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.schedules_clock TO trappan_app;
GRANT SELECT ON TABLE public.schedules_clock TO trappan_web;


--
-- Name: TABLE secrecy_rolescope; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.secrecy_rolescope TO trappan_app;


--
-- Name: TABLE staff_cache; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.staff_cache TO trappan_web;


--
-- Name: TABLE staff_colleague; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staff_colleague TO trappan_app;


--
-- Name: TABLE staff_organisation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staff_organisation TO trappan_app;


--
-- Name: TABLE staff_subscription; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.staff_subscription TO trappan_app;


--
-- Name: COLUMN staff_subscription.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.staff_subscription TO trappan_app;


--
-- Name: TABLE staff_user; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staff_user TO trappan_web;


--
-- Name: COLUMN staff_user.password; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(password) ON TABLE public.staff_user TO trappan_web;


--
-- Name: COLUMN staff_user.last_login; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_login) ON TABLE public.staff_user TO trappan_web;


--
-- Name: COLUMN staff_user.language; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(language) ON TABLE public.staff_user TO trappan_web;


--
-- PostgreSQL database dump complete
--


