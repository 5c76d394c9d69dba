-- Whoever lets an agreement end and whoever renews it stand in line by its row, so that the second sees what the first
-- did; by the database, since what is signed is changed by no role.
CREATE FUNCTION partnerships_in_line(of_agreement bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT FROM partnerships_agreement a WHERE a.id = of_agreement AND partnerships_keeps(a.municipality_id)
    FOR NO KEY UPDATE
$$;
GRANT EXECUTE ON FUNCTION partnerships_in_line TO trappan_app;

CREATE FUNCTION partnerships_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM partnerships_in_line(NEW.succeeds_id);
  RETURN NEW;
END $$;

CREATE TRIGGER follow BEFORE INSERT OR UPDATE OF succeeds_id ON partnerships_agreement FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.succeeds_id IS NOT NULL) EXECUTE FUNCTION partnerships_follow();

-- Let end is what holds and has a last day, and what nothing follows.
CREATE FUNCTION partnerships_lapse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM partnerships_in_line(NEW.agreement_id);
  IF EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND partnerships_keeps(a.municipality_id) AND (a.signed_on IS NULL OR a.until IS NULL OR a.until <= today()
      OR EXISTS (SELECT FROM partnerships_agreement f WHERE f.succeeds_id = a.id AND f.withdrawn_on IS NULL))) THEN
    RAISE EXCEPTION 'goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'lapses_what_ends';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER lapse BEFORE INSERT ON partnerships_lapse FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_lapse();

-- The own municipality's agreements that hold and end, of which nobody has said whether they are renewed or let end:
-- `day` is the last to give notice, or where no notice is agreed the agreement's last.
CREATE FUNCTION partnerships_to_renew()
RETURNS TABLE (id bigint, name text, organisation_id bigint, day date)
STABLE LANGUAGE sql AS $$
  SELECT a.id, a.name::text, a.organisation_id, (a.until - make_interval(months => COALESCE(
      (SELECT m.notice_months FROM partnerships_amendment m WHERE m.agreement_id = a.id AND m.signed_on IS NOT NULL
        AND m.notice_months IS NOT NULL ORDER BY m.signed_on DESC, m.id DESC LIMIT 1), a.notice_months, 0)))::date - 1
  FROM partnerships_agreement a
  WHERE a.municipality_id = ANY (staff_own()) AND a.signed_on IS NOT NULL AND a.starts_on <= today()
    AND a.until > today()
    AND NOT EXISTS (SELECT FROM partnerships_agreement f WHERE f.succeeds_id = a.id AND f.withdrawn_on IS NULL)
    AND NOT EXISTS (SELECT FROM partnerships_lapse l WHERE l.agreement_id = a.id AND l.taken_back_on IS NULL)
$$;
GRANT EXECUTE ON FUNCTION partnerships_to_renew TO trappan_app;
