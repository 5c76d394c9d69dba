-- What the person has agreed that others may know, each yes that is in force, and take it back. By an eID: it tells
-- with whom the person is.

-- `kind` is consent (to an organisation), profile (to an employer team, or by it to employers) or story (a part of what
-- the person has told in a partner's report); `whom` is empty where it is employers in general.
CREATE FUNCTION portal_shared()
RETURNS TABLE (kind text, id bigint, whom text, parts text[], places text[], said_on date, ends_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person_by_eid();
BEGIN
  RETURN QUERY
  SELECT 'consent', c.id, o.name::text, c.parts::text[], '{}'::text[], c.starts_on, c.ends_on
  FROM people_consent c JOIN staff_organisation o ON o.id = c.organisation_id
  WHERE c.person_id = me AND c.withdrawn_on IS NULL AND (c.ends_on IS NULL OR today() < c.ends_on)
  UNION ALL
  SELECT 'profile', c.id, COALESCE(u.name, '')::text, c.parts::text[], '{}'::text[], c.starts_on, c.ends_on
  FROM matching_profileconsent c LEFT JOIN staff_unit u ON u.id = c.unit_id
  WHERE c.person_id = me AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND today() < c.ends_on
  UNION ALL
  SELECT 'story', c.id, o.name::text, ARRAY[c.part]::text[], c.places::text[], c.starts_on, c.ends_on
  FROM partnerships_story s JOIN partnerships_storyconsent c ON c.story_id = s.id
  JOIN partnerships_annualreport r ON r.id = s.report_id JOIN partnerships_agreement a ON a.id = r.agreement_id
  JOIN staff_organisation o ON o.id = a.organisation_id
  WHERE s.person_id = me AND s.taken_out_on IS NULL AND c.withdrawn_on IS NULL AND today() < c.ends_on
  ORDER BY 1, 6 DESC, 2;
END $$;
GRANT EXECUTE ON FUNCTION portal_shared TO trappan_own;

-- Take one yes back, at once, with what rested on it, as when a colleague writes it down (people/sql/consent.sql,
-- matching/sql/consent.sql, partnerships/sql/story.sql). Empty where it is done, also before; gone where it is nobody's
-- or another's.
CREATE FUNCTION portal_stop_sharing(of_kind text, of_row bigint) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); done int; of_story bigint; of_part text;
BEGIN
  CASE of_kind
  WHEN 'consent' THEN
    IF NOT EXISTS (SELECT FROM people_consent c WHERE c.id = of_row AND c.person_id = me) THEN RETURN 'gone'; END IF;
    UPDATE people_consent c SET withdrawn_on = today()
     WHERE c.id = of_row AND c.person_id = me AND c.withdrawn_on IS NULL;
  WHEN 'profile' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('matching.profile', me));
    IF NOT EXISTS (SELECT FROM matching_profileconsent c WHERE c.id = of_row AND c.person_id = me) THEN
      RETURN 'gone';
    END IF;
    UPDATE matching_profileconsent c SET withdrawn_on = today()
     WHERE c.id = of_row AND c.person_id = me AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL;
  WHEN 'story' THEN
    SELECT s.id, c.part INTO of_story, of_part FROM partnerships_storyconsent c
    JOIN partnerships_story s ON s.id = c.story_id WHERE c.id = of_row AND s.person_id = me;
    IF of_story IS NULL THEN RETURN 'gone'; END IF;
    -- Before the story, as whoever takes a step of the report locks it.
    PERFORM FROM partnerships_annualreport r JOIN partnerships_story s ON s.report_id = r.id WHERE s.id = of_story
      FOR UPDATE OF r;
    UPDATE partnerships_storyconsent c SET withdrawn_on = today()
     WHERE c.story_id = of_story AND c.withdrawn_on IS NULL AND (of_part = 'words' OR c.part = of_part);
  ELSE RETURN 'gone';
  END CASE;
  GET DIAGNOSTICS done = ROW_COUNT;
  IF done > 0 THEN
    IF of_part = 'words' THEN PERFORM partnerships_story_leaves(of_story); END IF;
    PERFORM portal_note('portal.stop_sharing', me, 'write', 'plan', NULL,
      jsonb_build_object('kind', of_kind, 'consent', of_row));
  END IF;
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_stop_sharing TO trappan_own;
