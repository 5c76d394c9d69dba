-- May the team of whoever asks be told this part of a person's profile, said at a moment? By the person's yes to that
-- team alone, and no more than was read out then: what is said otherwise afterwards waits for another yes.
CREATE FUNCTION matching_told(of_person bigint, of_part text, said_at timestamptz) RETURNS boolean
STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM matching_profileconsent c
    WHERE c.person_id = of_person AND c.audience = 'team' AND c.unit_id = (SELECT current_unit())
      AND of_part = ANY (c.parts) AND said_at <= c.at AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL
      AND c.starts_on <= (SELECT today()) AND (SELECT today()) < c.ends_on)
$$;
GRANT EXECUTE ON FUNCTION matching_told TO trappan_app, trappan_matching;

-- What is said anew replaces what was said before; nobody writes that something is replaced.
CREATE FUNCTION matching_replace_part() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.replaced_at := NULL;
  UPDATE matching_profilepart SET replaced_at = clock()
   WHERE person_id = NEW.person_id AND part = NEW.part AND replaced_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER replace_part BEFORE INSERT ON matching_profilepart FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_replace_part();

-- A profile as its reader may know it, a row a person: what the fit is asked of. No gender, birth, name or origin.
CREATE VIEW matching_profile WITH (security_invoker = true) AS
SELECT p.person_id,
  max(p.words) FILTER (WHERE p.part = 'able') AS able,
  max(p.words) FILTER (WHERE p.part = 'likes') AS likes,
  max(p.words) FILTER (WHERE p.part = 'needs') AS needs,
  max(p.codes::text[]) FILTER (WHERE p.part = 'wishes') AS wishes,
  max(p.since) FILTER (WHERE p.part = 'wishes') AS wished_on,
  (SELECT min(d) FROM unnest(max(p.since) FILTER (WHERE p.part = 'wishes')) d) AS queue_on,
  max(p.codes::text[]) FILTER (WHERE p.part = 'done') AS done,
  max(p.codes::text[]) FILTER (WHERE p.part = 'skills') AS skills,
  max(p.codes::text[]) FILTER (WHERE p.part = 'languages') AS languages,
  max(p.week) FILTER (WHERE p.part = 'hours') AS schedule,
  max(p.number) FILTER (WHERE p.part = 'hours') AS minutes_a_week,
  max(p.codes::text[]) FILTER (WHERE p.part = 'needs') AS limits,
  max(p.codes::text[]) FILTER (WHERE p.part = 'licence') AS licence,
  max(p.number) FILTER (WHERE p.part = 'travel') AS travel
FROM matching_profilepart p WHERE p.replaced_at IS NULL
  -- What was taken back is not asked.
  AND (p.words <> '' OR p.codes <> '{}' OR p.week <> '' OR p.number IS NOT NULL)
GROUP BY p.person_id;
GRANT SELECT ON matching_profile TO trappan_app, trappan_matching;
