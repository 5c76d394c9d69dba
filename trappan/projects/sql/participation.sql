ALTER TABLE projects_participation ADD CONSTRAINT participation_at_the_coordinating_unit
  FOREIGN KEY (municipality_id, unit_id) REFERENCES projects_municipality (id, unit_id);

-- A random key for each project, as the two halves of an HMAC (RFC 2104): the key with the inner and the outer pad.
-- The numbers of gen_random_uuid() are the server's strong random ones, 122 bits each.
CREATE FUNCTION projects_make_key() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE key bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid()));
  inner_pad bytea := decode(repeat('36', 64), 'hex'); outer_pad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
  FOR i IN 0..31 LOOP
    inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # get_byte(key, i));
    outer_pad := set_byte(outer_pad, i, get_byte(outer_pad, i) # get_byte(key, i));
  END LOOP;
  INSERT INTO projects_key (project_id, inner_key, outer_key) VALUES (NEW.id, inner_pad, outer_pad);
  RETURN NULL;
END $$;
CREATE TRIGGER make_key AFTER INSERT ON projects_project FOR EACH ROW EXECUTE FUNCTION projects_make_key();

-- HMAC-SHA-256 of a text by the project's key; the one function that reads it. NULL where the key is destroyed.
CREATE FUNCTION projects_mark_of(of_project bigint, of_text text) RETURNS bytea
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT sha256(k.outer_key || sha256(k.inner_key || convert_to(of_text, 'UTF8'))) FROM projects_key k
  WHERE k.project_id = of_project
$$;

-- Somebody takes part while the project lasts, and in a sub-initiative of it that the municipality has. What another
-- municipality has written of the person is neither asked nor told: whoever is in two on one day counts once, in the
-- one where the person began (projects_people).
CREATE FUNCTION projects_refuse_outside() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM projects_project p JOIN projects_municipality m ON m.project_id = p.id
   WHERE m.id = NEW.municipality_id AND p.starts_on <= NEW.starts_on AND NEW.starts_on < p.ends_on
     AND (NEW.ends_on IS NULL OR NEW.ends_on <= p.ends_on) FOR SHARE OF p;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'outside' USING ERRCODE = 'check_violation', CONSTRAINT = 'takes_part_while_the_project_lasts';
  END IF;
  IF NOT EXISTS (SELECT FROM projects_project p JOIN projects_municipality m ON m.project_id = p.id
      WHERE m.id = NEW.municipality_id AND p.finished_on IS NULL) THEN
    RAISE EXCEPTION 'finished' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_finished';
  END IF;
  IF NEW.sub_initiative_id IS NOT NULL AND NOT EXISTS (SELECT FROM projects_subinitiative s
      JOIN projects_municipality m ON m.project_id = s.project_id AND m.id = NEW.municipality_id
      WHERE s.id = NEW.sub_initiative_id AND (s.municipality_id IS NULL OR s.municipality_id = m.id)) THEN
    RAISE EXCEPTION 'elsewhere' USING ERRCODE = 'check_violation', CONSTRAINT = 'sub_initiative_is_here';
  END IF;
  -- An end is written once: whoever could take it away, or move it, would see the person for ever.
  IF secrecy_role() IS NOT NULL AND TG_OP = 'UPDATE' AND OLD.ends_on IS NOT NULL
    AND (NEW.ends_on IS DISTINCT FROM OLD.ends_on OR NEW.result <> OLD.result) THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_ends_once';
  END IF;
  IF secrecy_role() IS NOT NULL AND NEW.ends_on > today() + 1 THEN
    RAISE EXCEPTION 'to come' USING ERRCODE = 'check_violation', CONSTRAINT = 'takes_part_while_the_project_lasts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_outside BEFORE INSERT OR UPDATE ON projects_participation FOR EACH ROW
  EXECUTE FUNCTION projects_refuse_outside();

-- What stands for the person in the counting. Whoever carries another number by now is known by the row: the first
-- mark in the project holds.
CREATE FUNCTION projects_keep_mark() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_project bigint := (SELECT m.project_id FROM projects_municipality m WHERE m.id = NEW.municipality_id);
BEGIN
  INSERT INTO projects_mark (participation_id, project_id, mark)
  SELECT NEW.id, of_project, COALESCE(
    (SELECT k.mark FROM projects_participation p JOIN projects_mark k ON k.participation_id = p.id
      WHERE p.person_id = NEW.person_id AND k.project_id = of_project ORDER BY p.id LIMIT 1),
    projects_mark_of(of_project, COALESCE((SELECT n.number FROM people_number n WHERE n.person_id = NEW.person_id
      ORDER BY n.starts_on, n.id LIMIT 1), 'person ' || NEW.person_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_mark AFTER INSERT ON projects_participation FOR EACH ROW EXECUTE FUNCTION projects_keep_mark();

-- Those who had taken part in a project by a day, each once, by the mark: in which municipality they began, in which
-- sub-initiative first, and what came of it.
CREATE FUNCTION projects_people(of_project bigint, as_of date)
RETURNS TABLE (mark bytea, municipality_id bigint, gender text, result text, groups text[], sub_id bigint,
  is_double boolean, age int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH rows AS (
    SELECT k.mark, p.*, h.gender AS of_gender, (SELECT people_born(n.number) FROM people_number n
        WHERE n.person_id = p.person_id ORDER BY n.starts_on, n.id LIMIT 1) AS born
      FROM projects_mark k
      JOIN projects_participation p ON p.id = k.participation_id JOIN people_person h ON h.id = p.person_id
     WHERE k.project_id = of_project AND p.starts_on <= as_of AND p.result <> 'mistake')
  SELECT r.mark, (array_agg(r.municipality_id ORDER BY r.starts_on, r.id))[1], min(r.of_gender),
    CASE WHEN bool_or(r.ends_on IS NULL OR r.ends_on > as_of) THEN 'there'
      ELSE (array_agg(r.result ORDER BY array_position(ARRAY['work', 'studies', 'internship', 'closer', 'none'],
        r.result::text)))[1] END,
    ARRAY(SELECT DISTINCT g FROM rows o, unnest(o.target_groups) g WHERE o.mark = r.mark),
    (array_agg(r.sub_initiative_id ORDER BY r.starts_on, r.id) FILTER (WHERE r.sub_initiative_id IS NOT NULL))[1],
    EXISTS (SELECT FROM rows a JOIN rows b ON b.mark = a.mark AND b.municipality_id > a.municipality_id
      AND daterange(a.starts_on, a.ends_on) && daterange(b.starts_on, b.ends_on) WHERE a.mark = r.mark),
    extract(year FROM age(min(r.starts_on), min(r.born)))::int
  FROM rows r GROUP BY r.mark
$$;

-- How many of them, in each breakdown by itself: municipality and result, sex, target group and sex, sub-initiative and
-- result, age on the first day by the number (0 where it says none), and those whom two municipalities have on one day.
-- Nobody's to call.
CREATE FUNCTION projects_count_of(of_project bigint, as_of date)
RETURNS TABLE (breakdown text, part bigint, code text, gender text, result text, people int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH people AS (SELECT p.* FROM projects_people(of_project, as_of) p)
  SELECT 'municipality', p.municipality_id, '', '', p.result, count(*)::int FROM people p GROUP BY 2, 5
  UNION ALL SELECT 'gender', NULL, '', p.gender, '', count(*)::int FROM people p GROUP BY 4
  UNION ALL SELECT 'group', NULL, g, p.gender, '', count(*)::int FROM people p, unnest(p.groups) g GROUP BY 3, 4
  UNION ALL SELECT 'sub', p.sub_id, '', '', p.result, count(*)::int FROM people p WHERE p.sub_id IS NOT NULL
    GROUP BY 2, 5
  UNION ALL SELECT 'no_sub', NULL, '', '', '', count(*)::int FROM people p WHERE p.sub_id IS NULL HAVING count(*) > 0
  UNION ALL SELECT 'age', NULL, CASE WHEN p.age < 18 THEN 'under_18' WHEN p.age < 25 THEN '18_24'
    WHEN p.age < 30 THEN '25_29' WHEN p.age < 55 THEN '30_54' WHEN p.age >= 55 THEN 'over_54' ELSE 'unknown' END,
    '', '', count(*)::int FROM people p GROUP BY 3
  UNION ALL SELECT 'double', NULL, '', '', '', count(*)::int FROM people p WHERE p.is_double HAVING count(*) > 0
$$;

-- Do two counts differ by five people or more, or not at all, in each breakdown by itself? Whoever lays one beside the
-- other then sees no fewer than five come, go or change in all; of five one may be alone in a cell. Those in two
-- municipalities are left out: they are told in words until they are five (told.py).
CREATE FUNCTION projects_told_apart(earlier jsonb, later jsonb) RETURNS boolean
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH cells AS (
    SELECT c.breakdown, c.part, c.code, c.gender, c.result, sum(c.people * c.side) AS more FROM (
      SELECT n.*, 1 AS side FROM jsonb_to_recordset(later)
        AS n (breakdown text, part bigint, code text, gender text, result text, people int)
      UNION ALL SELECT n.*, -1 FROM jsonb_to_recordset(earlier)
        AS n (breakdown text, part bigint, code text, gender text, result text, people int)) c
    GROUP BY 1, 2, 3, 4, 5)
  SELECT NOT EXISTS (SELECT FROM cells c WHERE c.breakdown <> 'double' GROUP BY c.breakdown
    HAVING GREATEST(sum(GREATEST(c.more, 0)), sum(GREATEST(-c.more, 0))) BETWEEN 1 AND 4)
$$;

-- The same, told to whoever leads the project, as it was when it was first asked for this month: whoever looks again
-- after somebody has written one more learns nothing of that one. Where fewer than five have changed since what was
-- told last, that stands. What is finished was counted then, to its last day, and is counted no more. Everybody counts,
-- nobody is named, and what is few is hidden on the page (told.py).
CREATE FUNCTION projects_counted(of_project bigint)
RETURNS TABLE (breakdown text, part bigint, code text, gender text, result text, people int)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  last_day date := projects_as_of(of_project); this_month date := date_trunc('month', today()::timestamp)::date;
  now_counted jsonb; before projects_count;
BEGIN
  IF last_day IS NULL THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM projects_count c WHERE c.project_id = of_project AND c.month = this_month)
    AND NOT EXISTS (SELECT FROM projects_project p WHERE p.id = of_project AND p.finished_on IS NOT NULL) THEN
    now_counted := COALESCE((SELECT jsonb_agg(to_jsonb(n)) FROM projects_count_of(of_project, last_day) n), '[]');
    SELECT c.* INTO before FROM projects_count c WHERE c.project_id = of_project ORDER BY c.month DESC LIMIT 1;
    IF before.id IS NULL OR projects_told_apart(before.counted, now_counted) THEN
      INSERT INTO projects_count (project_id, month, counted, at)
      VALUES (of_project, this_month, now_counted, clock()) ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  RETURN QUERY SELECT n.* FROM projects_count c CROSS JOIN LATERAL jsonb_to_recordset(c.counted)
    AS n (breakdown text, part bigint, code text, gender text, result text, people int)
    WHERE c.id = (SELECT told.id FROM projects_count told WHERE told.project_id = of_project
      ORDER BY told.month DESC LIMIT 1);
END $$;
GRANT EXECUTE ON FUNCTION projects_counted TO trappan_app;

-- The day as of which what is told was counted: earlier than projects_as_of where too few have changed since.
CREATE FUNCTION projects_told_as_of(of_project bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN p.finished_on IS NOT NULL THEN p.ends_on - 1
    ELSE LEAST(p.ends_on - 1, (SELECT max(c.month) FROM projects_count c WHERE c.project_id = p.id) - 1) END
  FROM projects_project p WHERE p.id = of_project AND p.id = ANY (projects_led())
$$;
GRANT EXECUTE ON FUNCTION projects_told_as_of TO trappan_app;

-- A coordinator is let in for the sake of a project that is under way, which is held: whoever finishes it waits, and
-- takes this grant with the others. What is founded without an actor is not asked.
CREATE FUNCTION projects_refuse_let_in() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_unit bigint := COALESCE(NEW.unit_id,
  (SELECT m.unit_id FROM staff_membership m WHERE m.id = NEW.membership_id));
BEGIN
  IF secrecy_role() IS NOT NULL AND EXISTS (SELECT FROM staff_unit u WHERE u.id = of_unit AND u.kind = 'project') THEN
    PERFORM FROM projects_project p WHERE p.finished_on IS NULL
      AND EXISTS (SELECT FROM projects_municipality m WHERE m.project_id = p.id AND m.unit_id = of_unit)
      ORDER BY p.id FOR SHARE OF p;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'let_in_for_a_project';
    END IF;
    -- Until it is written down that the person takes part (projects_end_sight); who does already is seen on.
    NEW.ends_at := CASE WHEN NOT projects_takes_part(NEW.person_id, of_unit) THEN projects_sight_until(today()) END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_let_in BEFORE INSERT ON people_grant FOR EACH ROW WHEN (NEW.basis = 'referral')
  EXECUTE FUNCTION projects_refuse_let_in();
