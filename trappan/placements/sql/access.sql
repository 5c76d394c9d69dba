-- What a site may open follows from its placements there: from the answer until some days after the last
-- ends, so that what is left can be written down, and no longer than so many days after what is agreed with a
-- partner. Under cooperation no longer than the consent.
CREATE FUNCTION placements_keep_access(of_person bigint, of_unit bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE h record; until timestamptz; days int := rule('hand_over_days', today())::int; shielded boolean;
  asks boolean; consents int; consent_ends date; agreed_until date := partnerships_agreed_until(of_unit);
BEGIN
  shielded := (SELECT protection <> 'none' FROM people_person WHERE id = of_person);
  asks := (SELECT o.kind <> 'municipality' AND o.basis <> 'provider'
    FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id WHERE u.id = of_unit);
  SELECT count(*), CASE WHEN bool_or(c.ends_on IS NULL) THEN NULL ELSE max(c.ends_on) END INTO consents, consent_ends
    FROM people_consent c JOIN staff_unit u ON u.organisation_id = c.organisation_id AND u.id = of_unit
    WHERE c.person_id = of_person AND 'placement' = ANY (c.parts) AND c.withdrawn_on IS NULL
      AND c.starts_on <= today() AND (c.ends_on IS NULL OR today() < c.ends_on);
  FOR h IN
    SELECT CASE WHEN shielded THEN NULL ELSE of_unit END AS unit_id,
      CASE WHEN shielded THEN p.supervisor_id END AS membership_id,
      bool_or(p.going AND p.ends_on IS NULL) AS endless, max(p.ends_on) FILTER (WHERE p.going) AS last
    FROM (SELECT q.supervisor_id, q.ends_on, q.agreed AND (q.ends_on IS NULL OR q.ends_on > q.starts_on) AS going
      FROM placements_placement q WHERE q.person_id = of_person AND q.unit_id = of_unit) p
    WHERE NOT shielded OR p.supervisor_id IS NOT NULL
    GROUP BY 1, 2
  LOOP
    until := CASE WHEN h.endless THEN NULL WHEN h.last IS NULL THEN clock()
      ELSE ((h.last + days)::timestamp AT TIME ZONE 'Europe/Stockholm') END;
    IF agreed_until < 'infinity' THEN
      until := LEAST(until, (agreed_until + days)::timestamp AT TIME ZONE 'Europe/Stockholm');
    END IF;
    IF asks AND consents = 0 THEN
      until := clock();
    ELSIF asks AND consent_ends IS NOT NULL THEN
      until := LEAST(until, consent_ends::timestamp AT TIME ZONE 'Europe/Stockholm');
    END IF;
    -- What was open until now stays in the log as open until now.
    UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, until, clock())
     WHERE until IS NOT NULL AND g.person_id = of_person AND g.basis = 'placement'
       AND g.unit_id IS NOT DISTINCT FROM h.unit_id AND g.membership_id IS NOT DISTINCT FROM h.membership_id
       AND (g.ends_at IS NULL OR g.ends_at > until);
    IF (until IS NULL OR until > clock()) AND NOT EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = of_person AND g.basis = 'placement' AND g.scope = 'activity'
          AND g.unit_id IS NOT DISTINCT FROM h.unit_id AND g.membership_id IS NOT DISTINCT FROM h.membership_id
          AND (g.ends_at IS NULL OR g.ends_at >= until)) THEN
      INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort)
      VALUES (of_person, h.unit_id, h.membership_id, 'activity', 'placement', '', until, '');
    END IF;
  END LOOP;
END $$;

-- Access follows the placement also when it is the consultant who ends it or lets it go on.
CREATE FUNCTION placements_access_follows() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_keep_access(NEW.person_id, NEW.unit_id);
  RETURN NULL;
END $$;

CREATE TRIGGER access_follows AFTER UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.ends_on IS DISTINCT FROM NEW.ends_on)
  EXECUTE FUNCTION placements_access_follows();

-- A consent given anew opens what still goes on; and who is let in changes with the protection.
CREATE FUNCTION placements_access_of_consent() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_keep_access(NEW.person_id, u.id) FROM staff_unit u WHERE u.organisation_id = NEW.organisation_id
    AND EXISTS (SELECT FROM placements_placement p WHERE p.person_id = NEW.person_id AND p.unit_id = u.id AND p.agreed);
  RETURN NULL;
END $$;

CREATE TRIGGER access_of_consent AFTER INSERT ON people_consent FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_access_of_consent();

CREATE FUNCTION placements_access_of_protection() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM placements_keep_access(NEW.id, p.unit_id)
    FROM (SELECT DISTINCT q.unit_id FROM placements_placement q WHERE q.person_id = NEW.id AND q.agreed) p;
  RETURN NULL;
END $$;

CREATE TRIGGER access_of_protection AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (OLD.protection IS DISTINCT FROM NEW.protection) EXECUTE FUNCTION placements_access_of_protection();
