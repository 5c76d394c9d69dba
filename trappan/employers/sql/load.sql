-- How often a workplace was asked for places within the days before and including one, as one may see; where a
-- conversation names no workplace, each of them was. Of the whole employer: as often as the one that was asked most.
-- `also_over` counts those too that were asked for a reason.
CREATE FUNCTION employers_asked(of_employer bigint, of_workplace bigint, of_day date, also_over boolean) RETURNS bigint
STABLE LANGUAGE sql AS $$
  WITH asked AS (SELECT c.workplace_id AS place FROM employers_conversation c WHERE c.employer_id = of_employer AND c.asks
    AND c.held_on > of_day - (rule('asking_days', of_day) #>> '{}')::int AND c.held_on <= of_day
    AND (also_over OR c.over_reason = ''))
  SELECT (SELECT count(*) FROM asked WHERE place IS NULL) + COALESCE((SELECT max(n) FROM (SELECT count(*) AS n FROM asked
    WHERE place IS NOT NULL AND (of_workplace IS NULL OR place = of_workplace) GROUP BY place) most), 0)
$$;
GRANT EXECUTE ON FUNCTION employers_asked TO trappan_app;

-- The same workplace is asked no more often than the rules say, also where a question is written down afterwards, and
-- not while it rests, but for a written reason; what was asked later for a reason stands in no earlier one's way. Two
-- who ask at once stand in line.
CREATE FUNCTION employers_refuse_asking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('employers.ask', NEW.employer_id));
  IF EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.employer_id AND e.ended_on <= NEW.held_on) THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_is_not_asked';
  END IF;
  IF NEW.over_reason <> '' THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.employer_id AND e.rests_from <= NEW.held_on
      AND (e.rests_until IS NULL OR NEW.held_on < e.rests_until)) THEN
    RAISE EXCEPTION 'rests' USING ERRCODE = 'check_violation', CONSTRAINT = 'resting_is_not_asked';
  END IF;
  IF EXISTS (SELECT FROM (SELECT NEW.held_on AS day UNION SELECT c.held_on FROM employers_conversation c
        WHERE c.employer_id = NEW.employer_id AND c.asks AND c.held_on > NEW.held_on
          AND c.held_on < NEW.held_on + (rule('asking_days', NEW.held_on) #>> '{}')::int) days
      WHERE employers_asked(NEW.employer_id, NEW.workplace_id, days.day, days.day = NEW.held_on)
        > (rule('asking_most', days.day) #>> '{}')::int) THEN
    RAISE EXCEPTION 'asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_often_enough';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refuse_asking AFTER INSERT ON employers_conversation FOR EACH ROW
  WHEN (NEW.asks) EXECUTE FUNCTION employers_refuse_asking();
CREATE TRIGGER refuse_asking_changed AFTER UPDATE OF asks, over_reason, workplace_id, held_on ON employers_conversation
  FOR EACH ROW WHEN (NEW.asks AND (NOT OLD.asks OR OLD.over_reason <> NEW.over_reason
    OR OLD.workplace_id IS DISTINCT FROM NEW.workplace_id OR OLD.held_on <> NEW.held_on))
  EXECUTE FUNCTION employers_refuse_asking();
