ALTER TABLE initiatives_participation ADD CONSTRAINT initiatives_participation_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- Somebody starts while an initiative of ours lasts; another municipality's is none. Its row is held, so that its
-- period does not move meanwhile.
CREATE FUNCTION initiatives_refuse_outside() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM initiatives_initiative i WHERE i.id = NEW.initiative_id
    AND i.starts_on <= NEW.starts_on AND NEW.starts_on < i.ends_on
    AND (secrecy_role() IS NULL OR i.municipality_id = ANY (staff_own())) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'outside' USING ERRCODE = 'check_violation', CONSTRAINT = 'starts_while_it_lasts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_outside BEFORE INSERT ON initiatives_participation FOR EACH ROW
  EXECUTE FUNCTION initiatives_refuse_outside();

-- The period is not moved past those who have started: whoever moves it may see none of them.
CREATE FUNCTION initiatives_refuse_moving() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM initiatives_participation p WHERE p.initiative_id = NEW.id AND p.why <> 'mistake'
      AND (p.starts_on < NEW.starts_on OR p.starts_on >= NEW.ends_on)) THEN
    RAISE EXCEPTION 'started' USING ERRCODE = 'check_violation', CONSTRAINT = 'period_holds_who_started';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_moving BEFORE UPDATE OF starts_on, ends_on ON initiatives_initiative FOR EACH ROW
  WHEN (OLD.starts_on <> NEW.starts_on OR OLD.ends_on <> NEW.ends_on) EXECUTE FUNCTION initiatives_refuse_moving();

-- Those who had taken part in these by a day, each with when they first started, whether they are there that day, and
-- how the case ended while they were: an exit counts from its day, and that it held from when it was checked.
CREATE FUNCTION initiatives_took_part(of_initiatives bigint[], as_of date)
RETURNS TABLE (person_id bigint, first_on date, is_there boolean, reason text, held boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.person_id, min(p.starts_on),
    bool_or(e.id IS NULL AND (p.ends_on IS NULL OR p.ends_on > as_of) AND i.ends_on > as_of),
    (array_agg(e.reason ORDER BY e.day DESC) FILTER (WHERE e.id IS NOT NULL))[1],
    (array_agg(e.held AND e.checked_on <= as_of ORDER BY e.day DESC) FILTER (WHERE e.id IS NOT NULL))[1]
  FROM initiatives_participation p
  JOIN initiatives_initiative i ON i.id = p.initiative_id
  LEFT JOIN outcomes_exit e ON e.case_id = p.case_id AND e.day BETWEEN p.starts_on AND as_of
    AND (p.ends_on IS NULL OR e.day < p.ends_on OR e.day = p.ends_on AND p.why <> 'carried_over')
    AND (e.reopened_on IS NULL OR e.reopened_on > as_of)
  WHERE p.initiative_id = ANY (of_initiatives) AND p.starts_on <= as_of AND p.why <> 'mistake'
  GROUP BY p.person_id
$$;

-- The initiatives that one follows, itself first; `also_later` those that follow it too.
CREATE FUNCTION initiatives_chain(of_initiative bigint, also_later boolean) RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE before AS (
    SELECT i.id, i.follows_id FROM initiatives_initiative i WHERE i.id = of_initiative
    UNION SELECT i.id, i.follows_id FROM before b JOIN initiatives_initiative i ON i.id = b.follows_id
  ), later AS (
    SELECT of_initiative AS id UNION SELECT i.id FROM later l JOIN initiatives_initiative i ON i.follows_id = l.id)
  SELECT ARRAY(SELECT id FROM before UNION SELECT id FROM later WHERE also_later)
$$;

-- How many started, go on and left by a day, in numbers: everybody counts, whoever asks, and nobody is named.
-- `came_along` are those who had started before in an initiative that this one follows; of the whole chain, before and
-- after, a person counts once.
CREATE FUNCTION initiatives_figures(of_initiatives bigint[], as_of date)
RETURNS TABLE (initiative_id bigint, started int, came_along int, there int, work int, studies int, work_held int,
  studies_held int, other int, no_longer int, chain int, chain_started int, chain_work int, chain_studies int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.id, own.started, own.came_along, own.there, own.work, own.studies, own.work_held, own.studies_held,
    own.other, own.no_longer, cardinality(chain.ids), whole.started, whole.work, whole.studies
  FROM initiatives_initiative i
  CROSS JOIN LATERAL (SELECT initiatives_chain(i.id, true) AS ids,
    array_remove(initiatives_chain(i.id, false), i.id) AS before) chain
  CROSS JOIN LATERAL (SELECT count(*)::int AS started,
    count(*) FILTER (WHERE EXISTS (SELECT FROM initiatives_participation b WHERE b.person_id = t.person_id
      AND b.initiative_id = ANY (chain.before) AND b.starts_on <= t.first_on AND b.why <> 'mistake'))::int
      AS came_along,
    count(*) FILTER (WHERE t.is_there)::int AS there,
    count(*) FILTER (WHERE t.reason = 'work')::int AS work,
    count(*) FILTER (WHERE t.reason = 'studies')::int AS studies,
    count(*) FILTER (WHERE t.reason = 'work' AND t.held)::int AS work_held,
    count(*) FILTER (WHERE t.reason = 'studies' AND t.held)::int AS studies_held,
    count(*) FILTER (WHERE t.reason NOT IN ('work', 'studies'))::int AS other,
    count(*) FILTER (WHERE t.reason IS NULL AND NOT t.is_there)::int AS no_longer
    FROM initiatives_took_part(ARRAY[i.id], as_of) t) own
  CROSS JOIN LATERAL (SELECT count(*)::int AS started,
    count(*) FILTER (WHERE t.reason = 'work')::int AS work,
    count(*) FILTER (WHERE t.reason = 'studies')::int AS studies
    FROM initiatives_took_part(chain.ids, as_of) t) whole
  WHERE i.id = ANY (of_initiatives)
$$;

-- The day as of which an initiative is counted for one that is asked: today, the end of a month, the initiative's last
-- day, or the day of a report. Another would tell, against the day before, what became of somebody.
CREATE FUNCTION initiatives_day(of_initiative bigint, asked date) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN asked >= today() THEN today()
    WHEN asked = i.ends_on - 1 OR EXISTS (SELECT FROM initiatives_endreport r
      WHERE r.initiative_id = i.id AND r.as_of = asked) THEN asked
    ELSE date_trunc('month', asked + 1)::date - 1 END
  FROM initiatives_initiative i WHERE i.id = of_initiative AND i.municipality_id = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION initiatives_day TO trappan_app;

-- The figures of the municipality's own initiatives, told to those who read of them.
CREATE FUNCTION initiatives_counted(of_initiatives bigint[], as_of date)
RETURNS TABLE (initiative_id bigint, started int, came_along int, there int, work int, studies int, work_held int,
  studies_held int, other int, no_longer int, chain int, chain_started int, chain_work int, chain_studies int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.* FROM initiatives_initiative i
  CROSS JOIN LATERAL initiatives_figures(ARRAY[i.id], initiatives_day(i.id, as_of)) f
  WHERE i.id = ANY (of_initiatives) AND initiatives_sees() AND i.municipality_id = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION initiatives_counted TO trappan_app;

-- Those who take part in the initiative before, and whose cases are open, go along into the one that follows, from a
-- day: with their heads' word, who see none of them. Each gets an entry of their own. Told is how many; who is carried
-- over a second time is nobody.
CREATE FUNCTION initiatives_carry_over(to_initiative bigint, on_day date) RETURNS int
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE next initiatives_initiative; moved int;
BEGIN
  SELECT * INTO next FROM initiatives_initiative i WHERE i.id = to_initiative AND initiatives_keeps()
    AND i.municipality_id = ANY (staff_own()) AND i.follows_id IS NOT NULL FOR UPDATE;
  IF next.id IS NULL THEN
    RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'follows_another';
  END IF;
  IF on_day < next.starts_on OR on_day >= next.ends_on OR on_day > today() THEN
    RAISE EXCEPTION 'outside' USING ERRCODE = 'check_violation', CONSTRAINT = 'starts_while_it_lasts';
  END IF;
  WITH left_there AS (
    UPDATE initiatives_participation p SET ends_on = on_day, why = 'carried_over'
     WHERE p.initiative_id = next.follows_id AND p.ends_on IS NULL AND p.starts_on <= on_day
       AND EXISTS (SELECT FROM cases_case k WHERE k.id = p.case_id AND k.closed_on IS NULL)
    RETURNING p.person_id, p.case_id
  ), began AS (
    INSERT INTO initiatives_participation (person_id, case_id, initiative_id, starts_on, why)
    SELECT l.person_id, l.case_id, next.id, on_day, '' FROM left_there l
     WHERE NOT EXISTS (SELECT FROM initiatives_participation p WHERE p.initiative_id = next.id
       AND p.person_id = l.person_id AND (p.ends_on IS NULL OR p.ends_on > on_day))
  ), told AS (
    INSERT INTO history_event (kind, verb, person_id, scope, details)
    SELECT 'write', 'initiatives.carry_over', l.person_id, 'plan', jsonb_build_object('initiative', next.id)
    FROM left_there l
  )
  SELECT count(*) INTO moved FROM left_there;
  RETURN moved;
END $$;
GRANT EXECUTE ON FUNCTION initiatives_carry_over TO trappan_app;
