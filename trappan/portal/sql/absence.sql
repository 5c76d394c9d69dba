-- What the person, or whoever may say it by a mandate, says beforehand of one time at a site. Each takes a placement
-- and a day and finds out itself whether they are the person's own: another's is the same as none. Empty where it is
-- done, otherwise why not.

-- Why nothing can be said of a time, in one word; the placement is locked, so that two say it in line. By a mandate
-- nothing is said of a day that it does not reach; it is locked first, so that what is said as it ends falls with it.
CREATE FUNCTION portal_refuses(of_placement bigint, of_day date) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_whose('say'); s placements_session; helping portal_mandate := portal_by_mandate();
BEGIN
  IF helping.id IS NOT NULL THEN
    PERFORM FROM portal_mandate m WHERE m.id = helping.id AND m.ended_at IS NULL FOR SHARE;
    IF NOT FOUND OR of_day >= portal_reach(helping) THEN RETURN 'gone'; END IF;
  END IF;
  PERFORM FROM placements_placement p WHERE p.id = of_placement AND p.person_id = me FOR NO KEY UPDATE;
  SELECT * INTO s FROM placements_session v WHERE v.placement_id = of_placement AND v.person_id = me AND v.day = of_day;
  RETURN CASE WHEN s.key IS NULL THEN 'gone'
    WHEN (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' <= clock() THEN 'past'
    WHEN s.state <> 'held' THEN 'not_held'
    WHEN EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = of_placement AND a.day = of_day)
      THEN 'marked'
    ELSE '' END;
END $$;

-- Whether a colleague has noted that the person does not come: that is not the person's to change.
CREATE FUNCTION portal_is_known(of_placement bigint, of_day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day
    AND n.says = 'absent' AND n.author_id IS NOT NULL)
$$;

-- Whether whoever comes by a mandate would change what the person, or somebody by another mandate, has said of the day.
-- The person changes either.
CREATE FUNCTION portal_is_anothers(of_placement bigint, of_day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT portal_voice() <> '' AND EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = of_placement
    AND n.day = of_day AND n.author_id IS NULL AND n.mandate_id IS DISTINCT FROM (portal_by_mandate()).id)
$$;

-- When the person speaks, what a helper or guardian has said of the day gives way, with its reason. Whether there was
-- any.
CREATE FUNCTION portal_give_way(of_placement bigint, of_day date) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE gone int;
BEGIN
  IF portal_voice() <> '' THEN RETURN false; END IF;
  DELETE FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day AND n.said_by <> '';
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM placements_toldreason t WHERE t.placement_id = of_placement AND t.day = of_day AND t.said_by <> '';
  RETURN gone > 0;
END $$;

-- What was said, as the log keeps it; by a mandate with words of its own, and which mandate it was.
CREATE FUNCTION portal_note_said(what text, of_person bigint, of_unit bigint, of_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m portal_mandate := portal_by_mandate(); more jsonb := jsonb_build_object('day', of_day);
BEGIN
  IF m.id IS NULL THEN
    PERFORM portal_note('portal.' || what, of_person, 'write', 'activity', of_unit, more);
  ELSE
    PERFORM portal_note('portal.' || what || '_for', of_person, 'write', 'activity', of_unit,
      more || jsonb_build_object('mandate', m.id));
  END IF;
END $$;

-- That the person does not come: the day's list has it at once, and staff of the municipality the reason.
CREATE FUNCTION portal_say_away(of_placement bigint, of_day date, why text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_whose('say'); no text := portal_refuses(of_placement, of_day); site bigint;
BEGIN
  IF no <> '' THEN RETURN no; END IF;
  IF portal_is_anothers(of_placement, of_day) THEN RETURN 'not_yours'; END IF;
  PERFORM portal_give_way(of_placement, of_day);
  SELECT p.unit_id INTO site FROM placements_placement p WHERE p.id = of_placement;
  -- A colleague may note the same at this moment: then theirs stands. Pressed twice it is said once.
  INSERT INTO placements_notice (placement_id, person_id, unit_id, day, says, author_id, said_by, mandate_id)
  VALUES (of_placement, me, site, of_day, 'absent', NULL, portal_voice(), (portal_by_mandate()).id)
  ON CONFLICT (placement_id, day, says) DO NOTHING;
  IF NOT FOUND THEN
    RETURN CASE WHEN portal_is_known(of_placement, of_day) THEN 'known' ELSE '' END;
  END IF;
  DELETE FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day AND n.author_id IS NULL
    AND n.says <> 'absent';
  INSERT INTO placements_toldreason (placement_id, person_id, unit_id, day, reason, note, author_id, said_by)
  VALUES (of_placement, me, site, of_day, why, '', NULL, portal_voice());
  PERFORM portal_note_said('say_away', me, site, of_day);
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_say_away TO trappan_own;

-- That the person comes late, about so many minutes; said again it is said anew. Before the time is over.
CREATE FUNCTION portal_say_late(of_placement bigint, of_day date, about int) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_whose('say'); no text := portal_refuses(of_placement, of_day); site bigint;
BEGIN
  IF no <> '' THEN RETURN no; END IF;
  IF portal_is_anothers(of_placement, of_day) THEN RETURN 'not_yours'; END IF;
  PERFORM portal_give_way(of_placement, of_day);
  IF EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day
      AND n.says = 'absent') THEN
    RETURN 'known';
  END IF;
  SELECT p.unit_id INTO site FROM placements_placement p WHERE p.id = of_placement;
  DELETE FROM placements_notice n
   WHERE n.placement_id = of_placement AND n.day = of_day AND n.author_id IS NULL;
  INSERT INTO placements_notice (placement_id, person_id, unit_id, day, says, minutes, author_id, said_by, mandate_id)
  VALUES (of_placement, me, site, of_day, 'late', about, NULL, portal_voice(), (portal_by_mandate()).id);
  PERFORM portal_note_said('say_late', me, site, of_day);
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_say_late TO trappan_own;

-- That the person comes all the same: what the person has said is taken back, with the reason, while nobody has marked
-- the day. What somebody else has noted stands. Where it was a helper's word it is kept that the person comes, so that
-- the helper does not say it again.
CREATE FUNCTION portal_take_back(of_placement bigint, of_day date) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_whose('say'); no text := portal_refuses(of_placement, of_day); site bigint; said int;
BEGIN
  IF no <> '' THEN RETURN no; END IF;
  IF portal_is_known(of_placement, of_day) THEN RETURN 'known'; END IF;
  IF portal_is_anothers(of_placement, of_day) THEN RETURN 'not_yours'; END IF;
  SELECT p.unit_id INTO site FROM placements_placement p WHERE p.id = of_placement;
  IF portal_give_way(of_placement, of_day) THEN
    INSERT INTO placements_notice (placement_id, person_id, unit_id, day, says, author_id)
    VALUES (of_placement, me, site, of_day, 'comes', NULL) ON CONFLICT (placement_id, day, says) DO NOTHING;
    PERFORM portal_note_said('take_back', me, site, of_day);
    RETURN '';
  END IF;
  DELETE FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day AND n.author_id IS NULL
    AND n.says = 'absent';
  GET DIAGNOSTICS said = ROW_COUNT;
  IF said > 0 THEN
    DELETE FROM placements_toldreason t
     WHERE t.placement_id = of_placement AND t.day = of_day AND t.author_id IS NULL;
  END IF;
  IF said = 0 THEN
    DELETE FROM placements_notice n WHERE n.placement_id = of_placement AND n.day = of_day AND n.author_id IS NULL
      AND n.says = 'late';
    GET DIAGNOSTICS said = ROW_COUNT;
  END IF;
  IF said = 0 THEN RETURN ''; END IF;
  PERFORM portal_note_said('take_back', me, site, of_day);
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_take_back TO trappan_own;

-- What the person has told of that did not come to be, and what was found of it: what was said last first, so that days
-- far ahead drown nothing. `helper` is by what given name, where a helper or a guardian said it. Never what staff
-- noted, and no absence that nobody has told of: it is no list of faults.
CREATE FUNCTION portal_said() RETURNS TABLE (day date, name text, reason text, said_at timestamptz, seen boolean,
  found text, found_on date, by text, said_by text, helper text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT n.day, a.name::text,
    COALESCE((SELECT t.reason FROM placements_toldreason t WHERE t.placement_id = n.placement_id AND t.day = n.day
      AND t.author_id IS NULL ORDER BY t.id DESC LIMIT 1), '')::text,
    n.at, portal_seen(n.unit_id, n.day, n.at, true), COALESCE(f.kind, '')::text,
    (f.at AT TIME ZONE 'Europe/Stockholm')::date, COALESCE(c.given_name, '')::text, n.said_by::text,
    portal_given_name(n.mandate_id)
  FROM placements_notice n JOIN placements_placement p ON p.id = n.placement_id
  JOIN activities_activity a ON a.id = p.activity_id
  LEFT JOIN LATERAL (SELECT g.kind, g.at, g.author_id FROM attendance_finding g
    WHERE g.placement_id = n.placement_id AND g.day = n.day ORDER BY g.at DESC, g.id DESC LIMIT 1) f ON true
  LEFT JOIN staff_membership m ON m.id = f.author_id LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE n.person_id = me AND n.author_id IS NULL AND n.says = 'absent' AND n.day >= today() - 60
  ORDER BY n.at DESC, n.id DESC LIMIT 20;
END $$;
GRANT EXECUTE ON FUNCTION portal_said TO trappan_own;

-- What a helper or guardian had said of days from today on, and that fell when the mandate ended: told to the person
-- until something else is said of the day.
CREATE FUNCTION portal_fallen() RETURNS TABLE (day date, name text, helper text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT DISTINCT f.day, a.name::text, portal_given_name(f.mandate)
  FROM (SELECT (e.details->>'day')::date AS day, (e.details->>'placement')::bigint AS placement,
      (e.details->>'mandate')::bigint AS mandate
    FROM history_event e WHERE e.person_id = me AND e.verb = 'portal.drop_word') f
  JOIN placements_placement p ON p.id = f.placement JOIN activities_activity a ON a.id = p.activity_id
  WHERE f.day >= today()
    AND NOT EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = f.placement AND n.day = f.day)
  ORDER BY 1, 2;
END $$;
GRANT EXECUTE ON FUNCTION portal_fallen TO trappan_own;
