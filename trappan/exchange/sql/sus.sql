-- SUS: who is to be registered in the follow-up system of the coordination associations. A written consent comes first,
-- and whoever is protected is never among them.

-- Since when does somebody's written consent to be registered hold? NULL where none does. Asked as whoever asks: a
-- consent is told to those who hold the plan.
CREATE FUNCTION exchange_sus_consent(of_person bigint) RETURNS date STABLE LANGUAGE sql AS $$
  SELECT max(c.starts_on) FROM people_consent c
  WHERE c.person_id = of_person AND 'sus' = ANY (c.parts) AND c.starts_on <= today()
    AND (c.ends_on IS NULL OR today() < c.ends_on) AND (c.withdrawn_on IS NULL OR today() < c.withdrawn_on)
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_consent TO trappan_app;

-- May somebody stand there by name, today?
CREATE FUNCTION exchange_sus_registers(of_person bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT exchange_sus_consent(of_person) IS NOT NULL
    AND EXISTS (SELECT FROM people_person p WHERE p.id = of_person AND NOT p.shielded)
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_registers TO trappan_app;

-- The starts and ends of these participations that have come; the day of an end is the last day. One that was written
-- down by mistake is not meant: of it there is only what to take out. Asked as whoever asks.
CREATE FUNCTION exchange_sus_moments() RETURNS TABLE (participation_id bigint, person_id bigint, case_id bigint,
  initiative_id bigint, moment text, day date, is_meant boolean)
STABLE LANGUAGE sql AS $$
  SELECT p.id, p.person_id, p.case_id, p.initiative_id, m.moment, m.day, p.why <> 'mistake'
  FROM initiatives_participation p JOIN initiatives_initiative i ON i.id = p.initiative_id AND i.in_sus
  JOIN cases_case k ON k.id = p.case_id
  CROSS JOIN LATERAL (VALUES ('start', p.starts_on),
    ('end', CASE WHEN p.ends_on IS NULL THEN k.closed_on ELSE GREATEST(p.ends_on - 1, p.starts_on) END)) m (moment, day)
  WHERE m.day <= today()
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_moments TO trappan_app;

-- A sheet is of somebody who takes part, with a written consent, and nobody protected; its day is the database's, and
-- so is who keyed it in. What is keyed in is changed no more; that it has been taken out of SUS is said once nobody may
-- stand there by name any longer.
CREATE FUNCTION exchange_sus_guard() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.keyed_on IS NOT NULL THEN
    IF to_jsonb(NEW) - 'taken_out_on' <> to_jsonb(OLD) - 'taken_out_on' THEN
      RAISE EXCEPTION 'keyed in' USING ERRCODE = 'check_violation', CONSTRAINT = 'sus_is_keyed_in_once';
    ELSIF exchange_sus_registers(NEW.person_id) AND EXISTS (SELECT FROM initiatives_participation p
        WHERE p.id = NEW.participation_id AND p.why <> 'mistake') THEN
      RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'sus_is_left_without_a_consent';
    END IF;
    NEW.taken_out_on := today();
    RETURN NEW;
  END IF;
  SELECT m.day INTO NEW.day FROM exchange_sus_moments() m WHERE m.participation_id = NEW.participation_id
    AND m.moment = NEW.moment AND m.person_id = NEW.person_id AND m.is_meant;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'sus_sheet_of_who_takes_part';
  END IF;
  -- Held, so that a consent that is being withdrawn, or a protection that comes, is waited for.
  PERFORM FROM people_person p WHERE p.id = NEW.person_id FOR SHARE;
  PERFORM FROM people_consent c WHERE c.person_id = NEW.person_id FOR SHARE;
  IF NOT exchange_sus_registers(NEW.person_id) THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'sus_takes_a_written_consent';
  END IF;
  IF NEW.keyed_on IS NOT NULL AND current_actor() IS NOT NULL THEN
    NEW.keyed_on := today();
    NEW.keyed_by_id := current_actor();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON exchange_sussheet FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION exchange_sus_guard();

-- What was written for SUS goes with the consent, and with a protection that comes: what is keyed in there already is
-- to be put right there, and here that it was keyed in alone is kept.
CREATE FUNCTION exchange_sus_forget() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE whose bigint := CASE TG_TABLE_NAME WHEN 'people_person' THEN (to_jsonb(NEW) ->> 'id')::bigint
  ELSE (to_jsonb(NEW) ->> 'person_id')::bigint END;
BEGIN
  IF exchange_sus_registers(whose) THEN
    RETURN NULL;
  END IF;
  DELETE FROM exchange_sussheet s WHERE s.person_id = whose AND s.keyed_on IS NULL;
  UPDATE exchange_sussheet s SET effort = '', education = '', income = '', occupation = '' WHERE s.person_id = whose;
  RETURN NULL;
END $$;
CREATE TRIGGER sus_forget AFTER UPDATE ON people_consent FOR EACH ROW WHEN ('sus' = ANY (OLD.parts))
  EXECUTE FUNCTION exchange_sus_forget();
CREATE TRIGGER sus_forget AFTER UPDATE ON people_person FOR EACH ROW WHEN (NEW.shielded AND NOT OLD.shielded)
  EXECUTE FUNCTION exchange_sus_forget();

-- Whoever says yes again, or is protected no longer, is registered anew: what was taken out of SUS is to be keyed in
-- once more.
CREATE FUNCTION exchange_sus_again() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE whose bigint := CASE TG_TABLE_NAME WHEN 'people_person' THEN (to_jsonb(NEW) ->> 'id')::bigint
  ELSE (to_jsonb(NEW) ->> 'person_id')::bigint END;
BEGIN
  DELETE FROM exchange_sussheet s WHERE s.person_id = whose AND s.taken_out_on IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER sus_again AFTER INSERT ON people_consent FOR EACH ROW WHEN ('sus' = ANY (NEW.parts))
  EXECUTE FUNCTION exchange_sus_again();
CREATE TRIGGER sus_again AFTER UPDATE ON people_person FOR EACH ROW WHEN (OLD.shielded AND NOT NEW.shielded)
  EXECUTE FUNCTION exchange_sus_again();

-- Every start and end in my reach, with what is answered and who has keyed it in. Left out are the protected, and those
-- who have withdrawn the consent: who never gave one stands there without. Of one participation, or NULL for all; asked
-- for one, what is keyed in and to be taken out of SUS is told too (`registers` is false).
CREATE FUNCTION exchange_sus_in_reach(of_participation bigint) RETURNS TABLE (participation_id bigint,
  person_id bigint, case_id bigint, name text, initiative text, moment text, day date, responsible text,
  consent_on date, registers boolean, has_number boolean, effort text, education text, income text, occupation text,
  keyed_on date, keyed_by text)
STABLE LANGUAGE sql AS $$
  SELECT m.participation_id, m.person_id, m.case_id, concat_ws(' ', x.given_name, x.family_name), i.name, m.moment,
    m.day, concat_ws(' ', r.given_name, r.family_name), c.since,
    c.since IS NOT NULL AND NOT x.shielded AND m.is_meant,
    EXISTS (SELECT FROM people_number n WHERE n.person_id = m.person_id), s.effort, s.education, s.income, s.occupation,
    s.keyed_on, concat_ws(' ', b.given_name, b.family_name)
  FROM exchange_sus_moments() m JOIN initiatives_initiative i ON i.id = m.initiative_id
  JOIN cases_case k ON k.id = m.case_id JOIN people_person x ON x.id = m.person_id
  CROSS JOIN LATERAL (SELECT exchange_sus_consent(m.person_id) AS since) c
  LEFT JOIN staff_membership o ON o.id = k.responsible_id LEFT JOIN staff_colleague r ON r.id = o.colleague_id
  LEFT JOIN exchange_sussheet s ON s.participation_id = m.participation_id AND s.moment = m.moment
  LEFT JOIN staff_membership y ON y.id = s.keyed_by_id LEFT JOIN staff_colleague b ON b.id = y.colleague_id
  WHERE (of_participation IS NULL OR m.participation_id = of_participation)
    AND (m.is_meant AND NOT x.shielded AND (c.since IS NOT NULL OR NOT EXISTS (SELECT FROM people_consent w
        WHERE w.person_id = m.person_id AND 'sus' = ANY (w.parts) AND w.withdrawn_on IS NOT NULL))
      OR of_participation IS NOT NULL AND s.keyed_on IS NOT NULL AND s.taken_out_on IS NULL)
  ORDER BY m.day, x.sort, m.participation_id, m.moment DESC
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_in_reach TO trappan_app;

-- What is mine to key in, for the start page: of the cases that I am responsible for, with a consent; and what is to be
-- taken out of SUS, since the consent is no more, the person has become protected, or it was a mistake.
CREATE FUNCTION exchange_sus_mine() RETURNS TABLE (participation_id bigint, person_id bigint, name text,
  initiative text, moment text, day date, takes_out boolean)
STABLE LANGUAGE sql AS $$
  SELECT m.participation_id, m.person_id, concat_ws(' ', x.given_name, x.family_name), i.name, m.moment, m.day,
    s.keyed_on IS NOT NULL
  FROM exchange_sus_moments() m JOIN initiatives_initiative i ON i.id = m.initiative_id
  JOIN cases_case k ON k.id = m.case_id AND k.responsible_id = current_actor()
  JOIN people_person x ON x.id = m.person_id
  LEFT JOIN exchange_sussheet s ON s.participation_id = m.participation_id AND s.moment = m.moment
  WHERE s.taken_out_on IS NULL AND (m.is_meant AND exchange_sus_registers(m.person_id)) = (s.keyed_on IS NULL)
  ORDER BY m.day, x.sort, m.participation_id
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_mine TO trappan_app;

-- The numbers of those whose sheets are taken out to be keyed in: who may be told them, and may stand there.
CREATE FUNCTION exchange_sus_numbers(of_persons bigint[]) RETURNS TABLE (person_id bigint, number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT ON (n.person_id) n.person_id, n.number::text FROM people_number n
  WHERE n.person_id = ANY (people_held(of_persons, 'plan', false)) AND exchange_sus_registers(n.person_id)
  ORDER BY n.person_id, n.starts_on DESC, n.id DESC
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_numbers TO trappan_app;

-- How many people's starts and ends of a year are registered, for the controller who sees none of them: those with a
-- consent that are to be keyed in or have been, those that have been, and the protected, who are only ever counted.
-- Each to the nearest five; NULL of fewer than five people, so that none of them is told by what is left over.
CREATE FUNCTION exchange_sus_counted(of_year int) RETURNS TABLE (moment text, registered int, keyed int, apart int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH all_of AS MATERIALIZED (
    SELECT m.moment, m.person_id, x.shielded, exchange_sus_registers(m.person_id) AS is_registered,
      s.keyed_on IS NOT NULL AND s.taken_out_on IS NULL AS is_keyed
    FROM exchange_sus_moments() m JOIN people_person x ON x.id = m.person_id
    LEFT JOIN exchange_sussheet s ON s.participation_id = m.participation_id AND s.moment = m.moment
    WHERE exchange_delivers() AND m.is_meant AND EXTRACT(year FROM m.day) = of_year
  ), counted AS (
    SELECT k.moment, count(DISTINCT a.person_id) FILTER (WHERE a.is_registered) AS registered,
      count(DISTINCT a.person_id) FILTER (WHERE a.is_registered AND a.is_keyed) AS keyed,
      count(DISTINCT a.person_id) FILTER (WHERE a.shielded) AS apart
    FROM (VALUES ('start'), ('end')) k (moment) LEFT JOIN all_of a ON a.moment = k.moment GROUP BY k.moment
  )
  SELECT c.moment, exchange_told(c.registered), exchange_told(c.keyed), exchange_told(c.apart)
  FROM counted c WHERE exchange_delivers() ORDER BY c.moment DESC
$$;
GRANT EXECUTE ON FUNCTION exchange_sus_counted TO trappan_app;
