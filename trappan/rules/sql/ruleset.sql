-- One parameter of the rules in force on a day, for the database's own questions.
CREATE FUNCTION rule(of_name text, of_day date) RETURNS jsonb STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.parameters -> of_name FROM rules_ruleset r
  WHERE r.valid_from <= of_day AND (r.valid_to IS NULL OR of_day < r.valid_to)
$$;
GRANT EXECUTE ON FUNCTION rule TO trappan_app;

-- Weeks A and B alternate from the Monday that a rule set names: a week's letter is that of the rules in force on its
-- Monday. The calendar holds it, so that sessions are a view that PostgreSQL plans; nobody else writes it.
CREATE FUNCTION rules_letter_weeks() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM rules_ruleset r
      WHERE extract(isodow FROM (r.parameters ->> 'week_a_from')::date) IS DISTINCT FROM 1) THEN
    RAISE EXCEPTION 'no Monday' USING ERRCODE = 'check_violation', CONSTRAINT = 'weeks_from_a_monday';
  END IF;
  UPDATE schedules_day d SET letter = w.letter FROM (
    SELECT y.day, CASE (date_trunc('week', y.day)::date - (r.parameters ->> 'week_a_from')::date) / 7 % 2
      WHEN 0 THEN 'a' ELSE 'b' END AS letter
    FROM schedules_day y JOIN rules_ruleset r ON r.valid_from <= date_trunc('week', y.day)::date
      AND (r.valid_to IS NULL OR date_trunc('week', y.day)::date < r.valid_to)) w
  WHERE w.day = d.day AND w.letter <> d.letter;
  RETURN NULL;
END $$;

CREATE TRIGGER letter_weeks AFTER INSERT OR UPDATE OR DELETE ON rules_ruleset
  FOR EACH STATEMENT EXECUTE FUNCTION rules_letter_weeks();
