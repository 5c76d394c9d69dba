-- Nobody is placed beyond what is agreed with the partner: not proposed, not extended.
CREATE FUNCTION placements_refuse_beyond_agreement() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE(NEW.ends_on, 'infinity') > partnerships_agreed_until(NEW.unit_id) THEN
    RAISE EXCEPTION 'agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_agreement';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER within_agreement BEFORE INSERT ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_refuse_beyond_agreement();

CREATE TRIGGER within_agreement_again BEFORE UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.ends_on IS NOT NULL AND (NEW.ends_on IS NULL OR NEW.ends_on > OLD.ends_on))
  EXECUTE FUNCTION placements_refuse_beyond_agreement();

-- The day from which placements of these people have nothing to rest on, and what ends: an agreement, or the
-- consent under cooperation. Of those that would go on beyond, within the rules' warning or past it; nothing of
-- others. For all of them at once: who holds whom is asked once, however many people there are.
CREATE FUNCTION placements_rest_until(of_persons bigint[]) RETURNS TABLE (placement_id bigint, until date, what text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  allowed bigint[] := people_held(of_persons, 'plan', false);
  now_day date := today(); warned date := now_day + rule('agreement_warning_days', now_day)::int;
BEGIN
  RETURN QUERY SELECT DISTINCT ON (p.id) p.id, r.until, r.what FROM placements_placement p
  JOIN staff_unit u ON u.id = p.unit_id JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind <> 'municipality'
  CROSS JOIN LATERAL (
    SELECT partnerships_agreed_until(p.unit_id) AS until, 'agreement' AS what
    UNION ALL SELECT CASE WHEN bool_or(c.ends_on IS NULL AND c.withdrawn_on IS NULL) THEN NULL
        ELSE max(LEAST(c.ends_on, c.withdrawn_on)) END, 'consent'
      FROM people_consent c WHERE o.basis IS DISTINCT FROM 'provider' AND c.person_id = p.person_id
        AND c.organisation_id = o.id AND 'placement' = ANY (c.parts)) r
  WHERE p.person_id = ANY (allowed) AND p.agreed AND (p.ends_on IS NULL OR p.ends_on > now_day)
    AND r.until < COALESCE(p.ends_on, 'infinity') AND r.until <= warned
  ORDER BY p.id, r.until;
END $$;
GRANT EXECUTE ON FUNCTION placements_rest_until TO trappan_app;

-- What a partner may open follows what is agreed: another agreement or another end closes or opens anew.
CREATE FUNCTION placements_access_of_agreement() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE body bigint := (SELECT a.organisation_id FROM partnerships_agreement a WHERE a.id =
  CASE TG_TABLE_NAME WHEN 'partnerships_agreement' THEN NEW.id ELSE (to_jsonb(NEW)->>'agreement_id')::bigint END);
BEGIN
  PERFORM placements_keep_access(p.person_id, p.unit_id) FROM (
    SELECT DISTINCT q.person_id, q.unit_id FROM placements_placement q JOIN staff_unit u ON u.id = q.unit_id
    JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE (o.id = body OR o.succeeds_id = body) AND q.agreed AND (q.ends_on IS NULL OR q.ends_on > today())) p;
  RETURN NULL;
END $$;

CREATE TRIGGER access_of_agreement AFTER INSERT ON partnerships_agreement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_access_of_agreement();

CREATE TRIGGER access_of_agreement AFTER INSERT ON partnerships_amendment FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_access_of_agreement();
