-- The municipalities of projects that the actor's unit coordinates.
CREATE FUNCTION projects_coordinated() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(m.id) FROM projects_municipality m
  WHERE secrecy_role() = 'project_coordinator' AND m.unit_id = current_unit()
$$;
GRANT EXECUTE ON FUNCTION projects_coordinated TO trappan_app;

-- Those whom a coordinating unit is let in about today: in its files stands nobody else, and nobody protected. Of one
-- municipality, or of all of a project. Nobody's to call.
CREATE FUNCTION projects_let_in(of_project bigint, of_municipality bigint)
RETURNS TABLE (municipality_id bigint, person_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT m.id, p.person_id FROM projects_municipality m
  JOIN projects_participation p ON p.municipality_id = m.id
  JOIN people_person x ON x.id = p.person_id AND NOT x.shielded
  WHERE m.project_id = of_project AND (of_municipality IS NULL OR m.id = of_municipality)
    AND EXISTS (SELECT FROM people_grant g WHERE g.person_id = p.person_id AND g.unit_id = m.unit_id
      AND g.scope = ANY (secrecy_opened_by('activity')) AND g.starts_at <= clock()
      AND (g.ends_at IS NULL OR clock() < g.ends_at) OFFSET 0)
$$;

-- What the files of a project's months say today, a row a participation and month: as it was at the month's end, so
-- that an end in October changes nothing of September. The last day is inclusive, as files have it; the number is the
-- latest. Of one municipality and month, or of all. Nobody's to call: it carries personal numbers.
CREATE FUNCTION projects_month_rows(of_project bigint, of_municipality bigint, of_month date)
RETURNS TABLE (municipality_id bigint, month date, participation_id bigint, person_id bigint, facts jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.municipality_id, m.month::date, p.id, p.person_id, jsonb_build_object('number', n.number::text,
    'starts_on', p.starts_on, 'ends_on', CASE WHEN e.has_ended THEN GREATEST(p.ends_on - 1, p.starts_on) END,
    'result', CASE WHEN e.has_ended THEN p.result END, 'sub_initiative', s.name,
    'target_groups', array_to_string(p.target_groups, ' '), 'gender', x.gender)
  FROM projects_let_in(of_project, of_municipality) l
  JOIN projects_participation p ON p.municipality_id = l.municipality_id AND p.person_id = l.person_id
    AND p.result <> 'mistake'
  JOIN people_person x ON x.id = p.person_id
  LEFT JOIN projects_subinitiative s ON s.id = p.sub_initiative_id
  LEFT JOIN LATERAL (SELECT y.number FROM people_number y WHERE y.person_id = p.person_id
    ORDER BY y.starts_on DESC, y.id DESC LIMIT 1) n ON true
  CROSS JOIN LATERAL generate_series(date_trunc('month', p.starts_on::timestamp),
    LEAST(CASE WHEN p.ends_on IS NOT NULL THEN GREATEST(p.ends_on - 1, p.starts_on) END,
      projects_last_month(of_project))::timestamp, '1 month') m (month)
  CROSS JOIN LATERAL (SELECT COALESCE(p.ends_on <= (m.month + interval '1 month')::date, false) AS has_ended) e
  WHERE of_month IS NULL OR m.month = of_month
$$;

-- The last month of a project that is over, as its first day. Nobody's to call.
CREATE FUNCTION projects_last_month(of_project bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT LEAST(date_trunc('month', p.ends_on - 1), date_trunc('month', today() - interval '1 month'))::date
  FROM projects_project p WHERE p.id = of_project
$$;

-- What is otherwise by now than in the versions that were handed in last, a row a participation and month, and who has
-- come into a month of which somebody said that there was nothing. Whoever is protected by now, or whom the unit is let
-- in about no longer, is compared with nothing. Nobody's to call.
CREATE FUNCTION projects_month_changes(of_project bigint, of_municipality bigint, of_month date)
RETURNS TABLE (municipality_id bigint, month date, person_id bigint, kind text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH handed AS (
    SELECT DISTINCT ON (f.municipality_id, f.month) f.id, f.municipality_id, f.month FROM projects_monthfile f
    JOIN projects_municipality m ON m.id = f.municipality_id AND m.project_id = of_project
    WHERE f.handed_on IS NOT NULL AND (of_municipality IS NULL OR f.municipality_id = of_municipality)
      AND (of_month IS NULL OR f.month = of_month)
    ORDER BY f.municipality_id, f.month, f.version DESC
  ), told AS (
    SELECT h.municipality_id, h.month, r.participation_id, r.person_id, r.facts FROM handed h
    JOIN projects_monthrow r ON r.file_id = h.id
    JOIN projects_let_in(of_project, of_municipality) l
      ON l.municipality_id = h.municipality_id AND l.person_id = r.person_id
  ), owed AS (
    SELECT n.* FROM projects_month_rows(of_project, of_municipality, of_month) n
    WHERE EXISTS (SELECT FROM handed h WHERE h.municipality_id = n.municipality_id AND h.month = n.month)
      OR EXISTS (SELECT FROM projects_emptymonth e WHERE e.municipality_id = n.municipality_id AND e.month = n.month
        AND e.undone_on IS NULL)
  )
  SELECT COALESCE(o.municipality_id, t.municipality_id), COALESCE(o.month, t.month),
    COALESCE(o.person_id, t.person_id),
    CASE WHEN o.participation_id IS NULL THEN 'gone'
      WHEN t.participation_id IS NULL OR o.facts -> 'starts_on' <> t.facts -> 'starts_on' THEN 'begun'
      WHEN o.facts -> 'ends_on' <> t.facts -> 'ends_on' THEN 'ended'
      WHEN o.facts -> 'result' <> t.facts -> 'result' THEN 'result' ELSE 'other' END
  FROM owed o FULL JOIN told t ON t.municipality_id = o.municipality_id AND t.month = o.month
    AND t.participation_id = o.participation_id
  WHERE o.facts IS DISTINCT FROM t.facts
$$;

-- How it stands with each month of a project that has come to its end: to its leader for every municipality, to a
-- coordinator for the own. By when it is handed in, the latest version and when it was handed in, whether somebody said
-- that there is nothing, whether something is otherwise since, and whether an earlier month was corrected after it: as
-- the fund had it, every later one is then handed in again. Nobody is told of, nor how many.
CREATE FUNCTION projects_months(of_project bigint) RETURNS TABLE (municipality_id bigint, month date, due date,
  version int, handed_version int, handed_on date, handed_by text, nothing_on date, is_changed boolean,
  is_again boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH changed AS MATERIALIZED (
    SELECT DISTINCT c.municipality_id, c.month FROM projects_month_changes(of_project, NULL, NULL) c
  )
  SELECT m.id, s.month::date, (s.month + interval '1 month')::date - 1 + rule('project_month_days', today())::int,
    (SELECT max(f.version)::int FROM projects_monthfile f WHERE f.municipality_id = m.id AND f.month = s.month),
    h.version::int, h.handed_on, concat_ws(' ', c.given_name, c.family_name), stockholm_day(e.at), k.month IS NOT NULL,
    EXISTS (SELECT FROM projects_monthfile f WHERE f.municipality_id = m.id AND f.month < s.month
      AND f.changes <> '{}' AND (f.handed_on, f.id) > (h.handed_on, h.id))
  FROM projects_project p JOIN projects_municipality m ON m.project_id = p.id
  CROSS JOIN LATERAL generate_series(date_trunc('month', p.starts_on::timestamp),
    projects_last_month(p.id)::timestamp, '1 month') s (month)
  LEFT JOIN LATERAL (SELECT f.* FROM projects_monthfile f WHERE f.municipality_id = m.id AND f.month = s.month
    AND f.handed_on IS NOT NULL ORDER BY f.version DESC LIMIT 1) h ON true
  LEFT JOIN staff_membership b ON b.id = h.handed_by_id LEFT JOIN staff_colleague c ON c.id = b.colleague_id
  LEFT JOIN projects_emptymonth e ON e.municipality_id = m.id AND e.month = s.month AND e.undone_on IS NULL
  LEFT JOIN changed k ON k.municipality_id = m.id AND k.month = s.month
  WHERE p.id = of_project AND (p.id = ANY (projects_led()) OR m.id = ANY (projects_coordinated()))
  ORDER BY s.month DESC, m.id
$$;
GRANT EXECUTE ON FUNCTION projects_months TO trappan_app;

-- What the municipality's own coordinator looks at before a month is handed in: who stands in the file, who has no
-- number, or no target group, and of whom something is otherwise than it was handed in.
CREATE FUNCTION projects_month_report(of_municipality bigint, of_month date)
RETURNS TABLE (kind text, person_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH own AS MATERIALIZED (
    SELECT m.id, m.project_id FROM projects_municipality m
    WHERE m.id = of_municipality AND m.id = ANY (projects_coordinated())
  ), rows AS MATERIALIZED (
    SELECT n.person_id, n.facts FROM own o CROSS JOIN LATERAL projects_month_rows(o.project_id, o.id, of_month) n
  )
  SELECT DISTINCT 'in_file', r.person_id FROM rows r
  UNION ALL SELECT DISTINCT 'no_number', r.person_id FROM rows r WHERE r.facts ->> 'number' IS NULL
  UNION ALL SELECT DISTINCT 'no_group', r.person_id FROM rows r WHERE r.facts ->> 'target_groups' = ''
  UNION ALL SELECT DISTINCT c.kind, c.person_id
    FROM own o CROSS JOIN LATERAL projects_month_changes(o.project_id, o.id, of_month) c
$$;
GRANT EXECUTE ON FUNCTION projects_month_report TO trappan_app;

-- A month is handed in by the municipality's own coordinator, when it is over, and until the project is finished. Who
-- hands in the same municipality's stand in line. Nobody's to call.
CREATE FUNCTION projects_refuse_month(of_municipality bigint, of_month date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p projects_project;
BEGIN
  IF (of_municipality = ANY (projects_coordinated())) IS NOT TRUE
      OR current_setting('transaction_read_only') = 'on' THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_is_coordinated_by_you';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('projects.month', of_municipality));
  SELECT x.* INTO p FROM projects_project x JOIN projects_municipality m ON m.project_id = x.id
   WHERE m.id = of_municipality FOR SHARE OF x;
  IF p.finished_on IS NOT NULL THEN
    RAISE EXCEPTION 'finished' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_finished';
  END IF;
  IF (of_month = date_trunc('month', of_month) AND of_month >= date_trunc('month', p.starts_on)
      AND of_month <= projects_last_month(p.id)) IS NOT TRUE THEN
    RAISE EXCEPTION 'month' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_of_the_project_is_over';
  END IF;
END $$;

-- Make the file of a month: another version than `after_version`, the latest that whoever makes it has seen. The one
-- before can no longer be taken. Those who stand in it are held, so that whoever becomes protected finds the file made.
CREATE FUNCTION projects_make_month(of_municipality bigint, of_month date, after_version int, with_columns jsonb)
RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  of_project bigint := (SELECT m.project_id FROM projects_municipality m WHERE m.id = of_municipality);
  latest int;
  made bigint;
  told bigint;
BEGIN
  PERFORM projects_refuse_month(of_municipality, of_month);
  latest := COALESCE((SELECT max(f.version) FROM projects_monthfile f
    WHERE f.municipality_id = of_municipality AND f.month = of_month), 0);
  IF latest <> after_version THEN
    RAISE EXCEPTION 'overtaken' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_file_is_the_latest';
  END IF;
  IF EXISTS (SELECT FROM projects_emptymonth e WHERE e.municipality_id = of_municipality AND e.month = of_month
      AND e.undone_on IS NULL) THEN
    RAISE EXCEPTION 'nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_has_something';
  END IF;
  -- Whoever the unit is let in about no longer would be left out, as if she had taken no part. Of the protected no row
  -- is left.
  IF EXISTS (SELECT FROM projects_monthrow r WHERE r.file_id = (SELECT f.id FROM projects_monthfile f
      WHERE f.municipality_id = of_municipality AND f.month = of_month AND f.handed_on IS NOT NULL
      ORDER BY f.version DESC LIMIT 1)
    AND r.person_id NOT IN (SELECT l.person_id FROM projects_let_in(of_project, of_municipality) l)) THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_file_of_those_you_see';
  END IF;
  PERFORM FROM people_person x WHERE x.id IN (SELECT p.person_id FROM projects_participation p
    WHERE p.municipality_id = of_municipality) ORDER BY x.id FOR SHARE;
  INSERT INTO projects_monthfile (municipality_id, month, version, columns, changes, are_some_apart, expires_on,
    author_id, at)
  VALUES (of_municipality, of_month, latest + 1, with_columns,
    (SELECT COALESCE(jsonb_object_agg(k.kind, k.people), '{}') FROM (
      SELECT c.kind, count(DISTINCT c.person_id) AS people
      FROM projects_month_changes(of_project, of_municipality, of_month) c GROUP BY c.kind) k),
    false, today() + rule('delivery_kept_days', today())::int, current_actor(), clock())
  RETURNING id INTO made;
  INSERT INTO projects_monthrow (file_id, participation_id, person_id, facts)
  SELECT made, n.participation_id, n.person_id, n.facts
  FROM projects_month_rows(of_project, of_municipality, of_month) n;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_takes_part_in_the_month';
  END IF;
  told := (SELECT count(DISTINCT p.person_id) FROM projects_participation p WHERE p.municipality_id = of_municipality
    AND p.result <> 'mistake' AND p.starts_on < of_month + interval '1 month'
    AND (p.ends_on IS NULL OR p.ends_on > of_month)
    AND NOT EXISTS (SELECT FROM projects_monthrow r WHERE r.file_id = made AND r.person_id = p.person_id));
  UPDATE projects_monthfile SET are_some_apart = told >= 5 WHERE id = made;
  UPDATE projects_monthfile SET expires_on = LEAST(expires_on, today())
   WHERE municipality_id = of_municipality AND month = of_month AND version <= latest;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION projects_make_month TO trappan_app;

-- Write down that a month's file has been handed in, today: the latest version, as long as it is kept and says what
-- stands in the files today.
CREATE FUNCTION projects_hand_in(of_file bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f projects_monthfile;
BEGIN
  SELECT x.* INTO f FROM projects_monthfile x WHERE x.id = of_file;
  PERFORM projects_refuse_month(f.municipality_id, f.month);
  IF EXISTS (SELECT FROM projects_month_rows((SELECT m.project_id FROM projects_municipality m
      WHERE m.id = f.municipality_id), f.municipality_id, f.month) n
    FULL JOIN (SELECT r.* FROM projects_monthrow r WHERE r.file_id = f.id) r ON r.participation_id = n.participation_id
    WHERE n.facts IS DISTINCT FROM r.facts) THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_file_is_as_today';
  END IF;
  UPDATE projects_monthfile x SET handed_on = today(), handed_by_id = current_actor()
   WHERE x.id = f.id AND x.handed_on IS NULL AND today() < x.expires_on AND NOT EXISTS (SELECT FROM projects_monthfile l
     WHERE l.municipality_id = x.municipality_id AND l.month = x.month AND l.version > x.version);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'late' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_file_can_be_handed_in';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION projects_hand_in TO trappan_app;

-- Hand a month's file out to a coordinator of the municipality's unit, as long as it is kept and she may see everybody
-- who stands in it, and write down that it was taken; nothing to anybody else.
CREATE FUNCTION projects_take_month(of_file bigint) RETURNS SETOF jsonb
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE whose bigint[] := ARRAY(SELECT DISTINCT r.person_id FROM projects_monthrow r WHERE r.file_id = of_file);
BEGIN
  IF NOT EXISTS (SELECT FROM projects_monthfile f WHERE f.id = of_file AND today() < f.expires_on
      AND f.municipality_id = ANY (projects_coordinated()))
    OR NOT whose <@ people_held(whose, 'activity', false) OR current_setting('transaction_read_only') = 'on' THEN
    RETURN;
  END IF;
  INSERT INTO projects_monthtaking (file_id, author_id, at) VALUES (of_file, current_actor(), clock());
  RETURN QUERY SELECT r.facts FROM projects_monthrow r WHERE r.file_id = of_file
    ORDER BY r.facts ->> 'starts_on', r.participation_id;
END $$;
GRANT EXECUTE ON FUNCTION projects_take_month TO trappan_app;

-- That there is nothing to hand in is said of a month of which nobody stands in the files, and nothing is handed in; it
-- is undone once.
CREATE FUNCTION projects_guard_empty_month() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM projects_refuse_month(NEW.municipality_id, NEW.month);
  IF TG_OP = 'UPDATE' THEN
    NEW.undone_on := today();
    NEW.undone_by_id := current_actor();
  ELSIF EXISTS (SELECT FROM projects_month_rows((SELECT m.project_id FROM projects_municipality m
      WHERE m.id = NEW.municipality_id), NEW.municipality_id, NEW.month))
    OR EXISTS (SELECT FROM projects_monthfile f WHERE f.municipality_id = NEW.municipality_id AND f.month = NEW.month
      AND f.handed_on IS NOT NULL) THEN
    RAISE EXCEPTION 'somebody' USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_takes_part_in_the_month';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON projects_emptymonth FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_guard_empty_month();

-- Whoever becomes protected stands in no file from then on, and those in which she stood can no longer be taken: beside
-- one from afterwards they would tell who it was.
CREATE FUNCTION projects_forget_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE projects_monthfile f SET expires_on = LEAST(f.expires_on, today())
   WHERE f.id IN (SELECT r.file_id FROM projects_monthrow r WHERE r.person_id = NEW.id);
  DELETE FROM projects_monthrow r WHERE r.person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_month_files AFTER UPDATE ON people_person FOR EACH ROW
  WHEN (NEW.shielded AND NOT OLD.shielded) EXECUTE FUNCTION projects_forget_protected();
