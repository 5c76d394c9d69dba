-- One parameter of the rules in force on a day, for the database's own questions.
CREATE FUNCTION rule(of_name text, of_day date) RETURNS jsonb STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.parameters -> of_name FROM rules_ruleset r
  WHERE r.valid_from <= of_day AND (r.valid_to IS NULL OR of_day < r.valid_to)
$$;
GRANT EXECUTE ON FUNCTION rule TO trappan_app;
