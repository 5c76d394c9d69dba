-- How many open cases a membership has, as responsible or as social worker, and who hands them out: numbers and
-- heads' names, for the head and for the administrator who ends it.
CREATE FUNCTION cases_left_by(of_membership bigint) RETURNS TABLE (many int, heads text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (SELECT count(*)::int FROM cases_case k
      WHERE m.id IN (k.responsible_id, k.social_worker_id) AND k.closed_on IS NULL),
    COALESCE((SELECT string_agg(DISTINCT c.given_name || ' ' || c.family_name, ', ') FROM staff_membership h
      JOIN staff_colleague c ON c.id = h.colleague_id
      WHERE h.unit_id = m.unit_id AND h.role = 'head_of_unit' AND h.id <> m.id AND staff_in_force(h)), '')
  FROM staff_membership m WHERE m.id = of_membership AND (staff_keeps_unit(m.unit_id)
    OR (secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit()))
$$;
GRANT EXECUTE ON FUNCTION cases_left_by TO trappan_app;

CREATE TRIGGER refuse_closed_unit BEFORE INSERT ON cases_case FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL) EXECUTE FUNCTION staff_refuse_closed_unit();

-- Nor is a case moved there, or opened again there. Whoever opens it again in another unit is asked when that is done.
CREATE FUNCTION cases_refuse_closed_unit() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE closed date;
BEGIN
  SELECT u.ends_on INTO closed FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id
  WHERE k.id = NEW.id AND k.closed_on IS NULL FOR KEY SHARE OF u;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_is_open';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER refuse_closed_unit_later AFTER UPDATE OF unit_id, closed_on ON cases_case DEFERRABLE
  FOR EACH ROW WHEN (secrecy_role() IS NOT NULL AND NEW.closed_on IS NULL
    AND (OLD.unit_id <> NEW.unit_id OR OLD.closed_on IS NOT NULL)) EXECUTE FUNCTION cases_refuse_closed_unit();
