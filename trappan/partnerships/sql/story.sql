-- No number of a person stands in a story: the words are read by both parties.
ALTER TABLE partnerships_story ADD CONSTRAINT story_has_no_number
  CHECK (people_names_nobody(concat_ws(' ', text, shows)));

-- Does the person's consent hold today for a part of a story, at a place? Never with protected identity. Nobody's to
-- call but the functions here.
CREATE FUNCTION partnerships_story_may(of_story bigint, of_part text, at_place text) RETURNS boolean STABLE
LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_storyconsent c JOIN partnerships_story s ON s.id = c.story_id
    JOIN people_person p ON p.id = s.person_id AND NOT p.shielded
    WHERE c.story_id = of_story AND c.part = of_part AND at_place = ANY (c.places)
      AND c.withdrawn_on IS NULL AND c.starts_on <= today() AND c.ends_on > today())
$$;

-- How does the actor read a report: as the partner that writes it, as who keeps the agreement, or as another of the
-- municipality who reads terms? Nothing where she does not. As the policies of report and agreement have it.
CREATE FUNCTION partnerships_reads_report_as(of_report bigint) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN partnerships_reports_of(a.id) THEN 'partner'
      WHEN partnerships_keeps(a.municipality_id) THEN 'keeper'
      WHEN a.municipality_id = ANY (staff_own()) AND partnerships_reads_terms() THEN 'reader' END
  FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id WHERE r.id = of_report
$$;

CREATE FUNCTION partnerships_is_sent(of_report bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_annualreport r
    WHERE r.id = of_report AND r.state IN ('sent', 'signed', 'delivered'))
$$;

-- May the actor see what a story says? The partner, always; who keeps the agreement, and who signs, when the report is
-- sent: nobody signs what she has not read. Other readers of the municipality when it is delivered.
CREATE FUNCTION partnerships_story_seen(s partnerships_story) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT CASE partnerships_reads_report_as(s.report_id) WHEN 'partner' THEN true
    WHEN 'keeper' THEN s.delivered_on IS NOT NULL OR partnerships_is_sent(s.report_id)
    WHEN 'reader' THEN s.delivered_on IS NOT NULL
      OR secrecy_role() = 'director' AND partnerships_is_sent(s.report_id) ELSE false END
$$;

-- The stories of a report, for whoever reads it: what the person's consent shows today, and never who the person is,
-- but to the partner's leader who has the person with her. She alone reads the words of one whose yes has run out, so
-- that she can ask the person anew. `state` is in (it stands there), ended (it was delivered,
-- and the consent holds no more), without (it lacks a consent for the report), out, or untold (not hers to read yet).
-- Of one that is in and delivered, since when the name or the picture alone may not be spread further.
CREATE FUNCTION partnerships_stories(of_report bigint)
RETURNS TABLE (id bigint, words text, name text, shows text, who text, state text, ended_on date, name_ended_on date,
  picture_ended_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.id, CASE WHEN f.state = 'in' OR f.asks AND f.state = 'without' THEN s.text ELSE '' END,
    CASE WHEN f.state = 'in' AND partnerships_story_may(s.id, 'name', 'annual_report')
      THEN p.given_name || ' ' || p.family_name ELSE '' END,
    CASE WHEN f.state = 'in' AND s.file_id IS NOT NULL AND partnerships_story_may(s.id, 'picture', 'annual_report')
      THEN s.shows ELSE '' END,
    CASE WHEN f.writes AND people_holds(s.person_id, 'identity') THEN p.given_name || ' ' || p.family_name ELSE '' END,
    f.state, CASE f.state WHEN 'ended' THEN partnerships_story_ended_on(s.id, 'words')
      WHEN 'out' THEN s.taken_out_on END,
    CASE f.state WHEN 'in' THEN partnerships_story_ended_on(s.id, 'name') END,
    CASE f.state WHEN 'in' THEN partnerships_story_ended_on(s.id, 'picture') END
  FROM partnerships_story s JOIN people_person p ON p.id = s.person_id
  CROSS JOIN LATERAL (SELECT partnerships_reads_report_as(s.report_id) AS reads_as) m
  CROSS JOIN LATERAL (SELECT m.reads_as = 'partner' AS writes,
    m.reads_as = 'partner' AND people_works_with(s.person_id, 'activity') AS asks,
    CASE WHEN s.taken_out_on IS NOT NULL THEN 'out' WHEN NOT partnerships_story_seen(s) THEN 'untold'
      WHEN partnerships_story_may(s.id, 'words', 'annual_report') THEN 'in'
      WHEN s.delivered_on IS NOT NULL THEN 'ended' ELSE 'without' END AS state) f
  WHERE s.report_id = of_report AND m.reads_as IS NOT NULL AND (f.state <> 'out' OR m.reads_as <> 'reader')
    AND (f.state <> 'untold' OR EXISTS (SELECT FROM partnerships_annualreport r
      WHERE r.id = s.report_id AND r.state IN ('sent', 'signed')))
  ORDER BY s.id
$$;
GRANT EXECUTE ON FUNCTION partnerships_stories TO trappan_app;

-- Since when no consent lets a part of a delivered story stand in the report: the day the last one was taken back or
-- ran out. Nothing where one holds, where there was none, and where it ended before anybody was given the report.
CREATE FUNCTION partnerships_story_ended_on(of_story bigint, of_part text) RETURNS date STABLE LANGUAGE sql AS $$
  SELECT max(LEAST(c.withdrawn_on, c.ends_on)) FROM partnerships_storyconsent c
  JOIN partnerships_story s ON s.id = c.story_id
  WHERE c.story_id = of_story AND c.part = of_part AND 'annual_report' = ANY (c.places)
    AND LEAST(c.withdrawn_on, c.ends_on) >= s.delivered_on
    AND NOT partnerships_story_may(of_story, of_part, 'annual_report')
$$;

-- Which edition of a story's consents this is: how many there are, and how many of them are taken back. They are only
-- added to, and each is taken back once, so no two states have the same.
CREATE FUNCTION partnerships_story_edition(of_story bigint) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT count(*) || '.' || count(c.withdrawn_on) FROM partnerships_storyconsent c WHERE c.story_id = of_story
$$;

-- What persons have said yes to: of the stories of a report, to the partner's leaders; of a person, to whoever holds
-- the plan. The words stand there for the latter alone, who is asked by the person about them, as long as the yes to
-- them holds: one that has run out is as one that is taken back. Whoever asks of a report is told no more by naming a
-- person.
CREATE FUNCTION partnerships_story_consents(of_report bigint, of_person bigint)
RETURNS TABLE (story_id bigint, partner text, year int, words text, part text, places text[], given_how text,
  starts_on date, ends_on date, withdrawn_on date, asked_by text, holds boolean, edition text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.id, o.name, r.year, CASE WHEN s.person_id = of_person AND people_holds(of_person, 'plan')
      AND EXISTS (SELECT FROM partnerships_storyconsent w
        WHERE w.story_id = s.id AND w.part = 'words' AND w.withdrawn_on IS NULL AND w.ends_on > today())
      THEN s.text ELSE '' END,
    c.part, c.places, c.given_how, c.starts_on, c.ends_on, c.withdrawn_on,
    COALESCE(k.given_name || ' ' || k.family_name, ''),
    s.taken_out_on IS NULL AND c.withdrawn_on IS NULL AND c.starts_on <= today() AND c.ends_on > today(),
    partnerships_story_edition(s.id)
  FROM partnerships_story s JOIN partnerships_storyconsent c ON c.story_id = s.id
  JOIN partnerships_annualreport r ON r.id = s.report_id JOIN partnerships_agreement a ON a.id = r.agreement_id
  JOIN staff_organisation o ON o.id = a.organisation_id
  LEFT JOIN staff_membership m ON m.id = c.author_id LEFT JOIN staff_colleague k ON k.id = m.colleague_id
  WHERE (s.report_id = of_report AND partnerships_reports_of(a.id))
    OR (s.person_id = of_person AND people_holds(of_person, 'plan'))
  ORDER BY s.id, c.id
$$;
GRANT EXECUTE ON FUNCTION partnerships_story_consents TO trappan_app;

-- Does a text say a person's name? A part of it, also as a genitive (Samiras); from three letters on however it is
-- written, since "bo" is not Bo. A short part without a capital ("de", "von") is nobody's name.
CREATE FUNCTION partnerships_says_the_name(said text, of_name text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM regexp_split_to_table(normalize(of_name), '[^[:alpha:]]+') part
    CROSS JOIN regexp_split_to_table(normalize(said), '[^[:alpha:]]+') word
    WHERE length(part) > 1 AND (length(part) > 3 OR left(part, 1) = upper(left(part, 1)))
      AND (word IN (part, part || 's') OR length(part) > 2 AND lower(word) IN (lower(part), lower(part) || 's')))
$$;

-- Write a story down in a report that is written: of somebody who is with the partner, and not protected. The name
-- stands below the words by a consent of its own, so neither the words nor what the picture shows say it.
CREATE FUNCTION partnerships_write_story(of_report bigint, of_person bigint, words text, of_file uuid, of_shows text)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE report partnerships_annualreport; made bigint;
BEGIN
  SELECT * INTO report FROM partnerships_annualreport r WHERE r.id = of_report FOR UPDATE;
  IF (partnerships_reports_of(report.agreement_id) AND people_works_with(of_person, 'activity')) IS NOT TRUE THEN
    RAISE EXCEPTION 'not hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_of_ones_own';
  END IF;
  IF report.state NOT IN ('open', 'back') THEN
    RAISE EXCEPTION 'sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_while_written';
  END IF;
  IF (SELECT count(*) FROM partnerships_story s WHERE s.report_id = of_report AND s.taken_out_on IS NULL) >= 12 THEN
    RAISE EXCEPTION 'many' USING ERRCODE = 'check_violation', CONSTRAINT = 'stories_are_few';
  END IF;
  PERFORM FROM people_person p WHERE p.id = of_person AND NOT p.shielded FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_story_of_protected';
  END IF;
  IF EXISTS (SELECT FROM people_person p WHERE p.id = of_person
      AND partnerships_says_the_name(words || ' ' || of_shows, p.given_name || ' ' || p.family_name)) THEN
    RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_does_not_say_the_name';
  END IF;
  INSERT INTO partnerships_story (report_id, person_id, unit_id, text, file_id, shows, author_id, at)
  VALUES (of_report, of_person, current_unit(), words, of_file, of_shows, current_actor(), clock())
  RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_write_story TO trappan_app;

-- Write down what the person has said yes to, and tell whose it is. Said today or in the month before, and with an
-- end within five years. What the person has taken back stands until she has said yes anew: not before that day, and
-- to nobody who has not read that it was taken back (`as_read`, the edition that stood on the page).
CREATE FUNCTION partnerships_consent_to_story(of_story bigint, of_part text, of_places text[], said_on date, how text,
  up_to date, as_read text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE s partnerships_story; of_agreement bigint; of_state text;
BEGIN
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story;
  -- As whoever takes a yes back: the report first, and then the story as it is by then.
  SELECT r.agreement_id, r.state INTO of_agreement, of_state FROM partnerships_annualreport r
   WHERE r.id = s.report_id FOR UPDATE;
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story FOR UPDATE;
  IF (partnerships_reports_of(of_agreement) AND people_works_with(s.person_id, 'activity')
      AND s.taken_out_on IS NULL) IS NOT TRUE THEN
    RAISE EXCEPTION 'not hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_of_ones_own';
  END IF;
  PERFORM FROM people_person p WHERE p.id = s.person_id AND NOT p.shielded FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_story_of_protected';
  END IF;
  IF said_on > today() OR said_on < today() - 31 THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_consent_is_fresh';
  END IF;
  IF said_on < (SELECT max(c.withdrawn_on) FROM partnerships_storyconsent c
      WHERE c.story_id = of_story AND c.part = of_part) THEN
    RAISE EXCEPTION 'withdrawn since' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_consent_is_anew';
  END IF;
  IF as_read IS DISTINCT FROM partnerships_story_edition(of_story) THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_consent_as_read';
  END IF;
  IF up_to <= today() OR up_to > said_on + interval '5 years 1 day' THEN
    RAISE EXCEPTION 'end' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_consent_has_an_end';
  END IF;
  IF of_part = 'picture' AND s.file_id IS NULL THEN
    RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_has_a_picture';
  END IF;
  -- A paper that waits to be signed shows no more than was read; what it shows already may be renewed.
  IF of_part <> 'words' AND 'annual_report' = ANY (of_places) AND of_state = 'to_sign'
      AND NOT EXISTS (SELECT FROM partnerships_storyconsent c WHERE c.story_id = of_story AND c.part = of_part
        AND 'annual_report' = ANY (c.places) AND c.withdrawn_on IS NULL) THEN
    RAISE EXCEPTION 'read' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_shows_no_more_than_was_read';
  END IF;
  INSERT INTO partnerships_storyconsent (story_id, part, places, given_how, starts_on, ends_on, author_id, at)
  VALUES (of_story, of_part, of_places, how, said_on, up_to, current_actor(), clock());
  RETURN s.person_id;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_consent_to_story TO trappan_app;

-- A story leaves a report that nobody has been given; what the municipality never was sent is erased with its picture,
-- also where the report was sent before the story stood in it, and came back.
CREATE FUNCTION partnerships_story_leaves(of_story bigint) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
DECLARE s partnerships_story;
BEGIN
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story AND x.delivered_on IS NULL AND x.taken_out_on IS NULL
    FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM partnerships_reportstep t WHERE t.report_id = s.report_id AND t.kind = 'sent'
      AND t.at >= s.at) THEN
    UPDATE partnerships_story SET taken_out_on = today() WHERE id = s.id;
  ELSE
    UPDATE partnerships_story SET taken_out_on = today(), text = '', shows = '', file_id = NULL WHERE id = s.id;
    DELETE FROM documents_file WHERE id = s.file_id;
  END IF;
END $$;

-- Take a consent back, at once: without the words there is no story. By a leader of the partner, to whom the person
-- says it, also when the person is there no more; or by who works with the person, whose number is told to her alone.
CREATE FUNCTION partnerships_withdraw_story(of_story bigint, of_part text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE s partnerships_story; of_agreement bigint; plans boolean;
BEGIN
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story;
  -- Before the story: a step of the report is taken before, or after.
  SELECT r.agreement_id INTO of_agreement FROM partnerships_annualreport r WHERE r.id = s.report_id FOR UPDATE;
  plans := people_works_with(s.person_id, 'plan');
  IF (partnerships_reports_of(of_agreement) OR plans) IS NOT TRUE THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_of_ones_own';
  END IF;
  UPDATE partnerships_storyconsent c SET withdrawn_on = today()
    WHERE c.story_id = of_story AND c.withdrawn_on IS NULL AND (of_part = 'words' OR c.part = of_part);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_consent_withdrawn_once';
  END IF;
  IF of_part = 'words' THEN
    PERFORM partnerships_story_leaves(of_story);
  END IF;
  RETURN CASE WHEN plans THEN s.person_id END;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_withdraw_story TO trappan_app;

-- Take a story out of a report that nobody has been given: the partner, or who keeps the agreement.
CREATE FUNCTION partnerships_take_out_story(of_story bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE s partnerships_story;
BEGIN
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story;
  PERFORM FROM partnerships_annualreport r WHERE r.id = s.report_id FOR UPDATE;
  SELECT * INTO s FROM partnerships_story x WHERE x.id = of_story;
  IF (partnerships_reads_report_as(s.report_id) IN ('partner', 'keeper')
      AND partnerships_story_seen(s)) IS NOT TRUE THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_of_ones_own';
  END IF;
  IF s.delivered_on IS NOT NULL OR s.taken_out_on IS NOT NULL THEN
    RAISE EXCEPTION 'delivered' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_is_not_delivered';
  END IF;
  PERFORM partnerships_story_leaves(of_story);
END $$;
GRANT EXECUTE ON FUNCTION partnerships_take_out_story TO trappan_app;

-- Of a person whose identity becomes protected nothing may be told any more.
CREATE FUNCTION partnerships_stories_of_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE partnerships_storyconsent c SET withdrawn_on = today() FROM partnerships_story s
    WHERE s.id = c.story_id AND s.person_id = NEW.id AND c.withdrawn_on IS NULL;
  PERFORM partnerships_story_leaves(s.id) FROM partnerships_story s WHERE s.person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER stories_end AFTER UPDATE ON people_person FOR EACH ROW WHEN (NEW.shielded AND NOT OLD.shielded)
  EXECUTE FUNCTION partnerships_stories_of_protected();

-- A picture is tied by whoever kept it, and once.
CREATE TRIGGER tie_file AFTER INSERT ON partnerships_story FOR EACH ROW WHEN (NEW.file_id IS NOT NULL)
  EXECUTE FUNCTION documents_tie();

-- The picture of a story is seen by whoever may read the story, as long as the person's yes to it holds.
CREATE FUNCTION partnerships_shows_picture(of_file uuid) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_story s WHERE s.file_id = of_file AND s.taken_out_on IS NULL
    AND partnerships_story_seen(s) AND partnerships_story_may(s.id, 'words', 'annual_report')
    AND partnerships_story_may(s.id, 'picture', 'annual_report'))
$$;
GRANT EXECUTE ON FUNCTION partnerships_shows_picture TO trappan_app;
CREATE POLICY by_story ON documents_file FOR SELECT TO trappan_app USING (partnerships_shows_picture(id));

CREATE FUNCTION partnerships_story_picture(of_story bigint) RETURNS uuid
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.file_id FROM partnerships_story s WHERE s.id = of_story AND partnerships_shows_picture(s.file_id)
$$;
GRANT EXECUTE ON FUNCTION partnerships_story_picture TO trappan_app;

-- Delivered stories of which a yes has ended within the month, for the partner's leaders and for the controller: what
-- was delivered cannot be unwritten, and may not be spread further. Without the words nothing is said of the rest.
CREATE FUNCTION partnerships_stories_ended()
RETURNS TABLE (report_id bigint, name text, year int, part text, ended_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, a.name, r.year, e.part, max(e.ended_on) FROM partnerships_story s
  JOIN partnerships_annualreport r ON r.id = s.report_id JOIN partnerships_agreement a ON a.id = r.agreement_id
  CROSS JOIN LATERAL (SELECT p.part, partnerships_story_ended_on(s.id, p.part) AS ended_on
    FROM unnest(ARRAY['words', 'name', 'picture']) p(part)) e
  WHERE s.delivered_on IS NOT NULL AND e.ended_on > today() - 31
    AND (e.part = 'words' OR partnerships_story_may(s.id, 'words', 'annual_report'))
    AND (partnerships_reports_of(a.id) OR partnerships_acts_as(ARRAY['controller'], a.municipality_id))
  GROUP BY r.id, a.name, r.year, e.part
$$;
GRANT EXECUTE ON FUNCTION partnerships_stories_ended TO trappan_app;
