-- Who comes to a person's own pages beside the person: registered by who holds the plan, or given by the person with an
-- eID; ended by either, by time, and with the pages themselves.

ALTER TABLE portal_mandate ADD CONSTRAINT mandate_of_person UNIQUE (id, person_id);
ALTER TABLE placements_notice ADD CONSTRAINT placements_notice_mandate_id_person_id_fkey
  FOREIGN KEY (mandate_id, person_id) REFERENCES portal_mandate (id, person_id);

-- The 18th birthday of a person, by the number that holds; nothing where that tells no birthday.
CREATE FUNCTION portal_adult_on(of_person bigint) RETURNS date STABLE LANGUAGE sql AS $$
  SELECT (people_born(n.number) + interval '18 years')::date FROM people_number n
   WHERE n.person_id = of_person ORDER BY n.starts_on DESC, n.id DESC LIMIT 1
$$;

-- Whether a mandate holds now. A guardian's is asked by the birthday as it is known now, not as it was then.
CREATE FUNCTION portal_mandate_holds(m portal_mandate) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT m.ended_at IS NULL AND m.starts_on <= today() AND today() < m.ends_on AND portal_has_pages(m.person_id)
    AND (m.kind <> 'guardian' OR COALESCE(today() < portal_adult_on(m.person_id), false))
$$;

-- The mandates of a person that hold now, for a colleague who reads the plan; none for anybody else.
CREATE FUNCTION portal_live_mandates(of_person bigint) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.id FROM portal_mandate m
   WHERE m.person_id = of_person AND people_holds(of_person, 'plan') AND portal_mandate_holds(m)
$$;
GRANT EXECUTE ON FUNCTION portal_live_mandates TO trappan_app;

-- The day after the last one that a mandate reaches: within the days that the week shows, within the mandate, and
-- before the 18th birthday where it is a guardian's.
CREATE FUNCTION portal_reach(m portal_mandate) RETURNS date STABLE LANGUAGE sql AS $$
  SELECT LEAST(date_trunc('week', today())::date + 14, m.ends_on,
    CASE WHEN m.kind = 'guardian' THEN portal_adult_on(m.person_id) END)
$$;

-- Whose days are asked for: of the person who has come in, or of the person whom somebody helps by a mandate that holds
-- and covers it: the week, to say something of a time, the steps. Refused otherwise, as portal_person() is.
CREATE FUNCTION portal_whose(what text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m portal_mandate := portal_by_mandate();
BEGIN
  IF m.id IS NULL THEN
    RETURN portal_person();
  END IF;
  IF portal_mandate_holds(m) IS NOT TRUE THEN
    RAISE EXCEPTION 'the mandate has ended' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT (what = 'week' OR what = 'say' AND m.allows = 'say' OR what = 'steps' AND m.kind = 'guardian') THEN
    RAISE EXCEPTION 'the mandate does not cover it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN m.person_id;
END $$;

-- In whose name something is said: empty of the person, otherwise helper or guardian.
CREATE FUNCTION portal_voice() RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE((portal_by_mandate()).kind, '')::text
$$;

-- Whether what a browser has was somebody's whose mandate holds no more: told in one sentence, and never why.
CREATE FUNCTION portal_mandate_over(by_session text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM portal_ownsession s JOIN portal_account a ON a.id = s.account_id
    JOIN portal_mandate m ON m.id = a.mandate_id
    WHERE s.digest = portal_digest(by_session) AND portal_mandate_holds(m) IS NOT TRUE)
$$;
GRANT EXECUTE ON FUNCTION portal_mandate_over TO trappan_web;

-- What a mandate has said of times to come, from a day on, falls with it, with the reasons, where nobody has marked the
-- day. It stands in the log, and the person reads it from there (portal_fallen).
CREATE FUNCTION portal_drop_words(of_mandate bigint, from_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH fallen AS (DELETE FROM placements_notice n
    WHERE n.mandate_id = of_mandate AND n.day >= GREATEST(today(), from_day)
      AND n.person_id = (SELECT m.person_id FROM portal_mandate m WHERE m.id = of_mandate)
      AND NOT EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = n.placement_id AND a.day = n.day)
      AND NOT EXISTS (SELECT FROM placements_session s WHERE s.placement_id = n.placement_id AND s.day = n.day
        AND (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' <= clock())
    RETURNING n.placement_id, n.person_id, n.unit_id, n.day),
  reasons AS (DELETE FROM placements_toldreason t USING fallen f
    WHERE t.placement_id = f.placement_id AND t.day = f.day AND t.said_by <> '')
  SELECT portal_note('portal.drop_word', f.person_id, 'write', 'activity', f.unit_id,
    jsonb_build_object('day', f.day, 'placement', f.placement_id, 'mandate', of_mandate)) FROM fallen f
$$;

-- A birth date that is put right may end a guardian's mandate, or let it end sooner: what was said from then on falls.
CREATE FUNCTION portal_drop_grown() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portal_drop_words(m.id, portal_adult_on(m.person_id)) FROM portal_mandate m
   WHERE m.person_id = NEW.person_id AND m.kind = 'guardian' AND m.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER drops_words AFTER INSERT OR UPDATE ON people_number FOR EACH ROW EXECUTE FUNCTION portal_drop_grown();

-- End a mandate, with the way in by it and with what it has said of times to come.
CREATE FUNCTION portal_close_mandate(of_mandate bigint, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE portal_mandate m SET ended_at = clock(), ended_why = why WHERE m.id = of_mandate AND m.ended_at IS NULL;
  PERFORM portal_close_account(a.id, why) FROM portal_account a
   WHERE a.mandate_id = of_mandate AND a.ended_at IS NULL;
  PERFORM portal_drop_words(of_mandate, today());
END $$;

-- Who registers, hands over and ends: a consultant or social worker, who `works` with the person and has the plan.
CREATE FUNCTION portal_refuse_others(works boolean) RETURNS void
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('consultant', 'social_worker'), true) OR works IS NOT TRUE THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
END $$;

-- Write a mandate, whoever gives it: never about somebody protected, not without an open case, of a guardian until the
-- 18th birthday, of a helper no longer than the rules say. Written twice it is there once.
CREATE FUNCTION portal_make_mandate(of_person bigint, of_kind text, of_name text, of_phone text, of_relation text,
  what text, until date, how text, by_colleague bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p people_person; made bigint; grown date := portal_adult_on(of_person);
BEGIN
  SELECT * INTO p FROM people_person q WHERE q.id = of_person FOR NO KEY UPDATE;
  IF p.shielded THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_mandate_about_protected';
  END IF;
  IF NOT portal_has_pages(of_person) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_with_open_case';
  END IF;
  IF of_kind = 'guardian' AND COALESCE(grown <= today(), true) THEN
    RAISE EXCEPTION 'grown' USING ERRCODE = 'check_violation', CONSTRAINT = 'guardian_until_18';
  END IF;
  IF of_kind = 'helper' AND until > today() + make_interval(months => rule('own_mandate_months', today())::int) THEN
    RAISE EXCEPTION 'too long' USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_too_long';
  END IF;
  SELECT m.id INTO made FROM portal_mandate m WHERE m.person_id = of_person AND m.kind = of_kind
    AND lower(m.name) = lower(of_name) AND portal_mandate_holds(m);
  IF made IS NOT NULL THEN
    RAISE EXCEPTION 'stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_stands';
  END IF;
  IF of_kind = 'guardian' AND (SELECT count(*) FROM portal_mandate m WHERE m.person_id = of_person
      AND m.kind = 'guardian' AND portal_mandate_holds(m)) >= 2 THEN
    RAISE EXCEPTION 'two' USING ERRCODE = 'check_violation', CONSTRAINT = 'two_guardians_at_most';
  END IF;
  INSERT INTO portal_mandate (person_id, kind, name, phone, relation, allows, given, starts_on, ends_on, author_id)
  VALUES (of_person, of_kind, of_name, of_phone, of_relation, what, how, today(),
    CASE WHEN of_kind = 'guardian' THEN grown ELSE until END, by_colleague) RETURNING id INTO made;
  RETURN made;
END $$;

-- A colleague registers a helper by a signed paper, or a guardian by what proves it.
CREATE FUNCTION portal_register_mandate(of_person bigint, of_kind text, of_name text, of_phone text, of_relation text,
  what text, until date, how text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portal_refuse_others(people_works_with(of_person, 'plan'));
  -- That the person gave it with an eID is the person's to say.
  IF how = 'eid' THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  RETURN portal_make_mandate(of_person, of_kind, of_name, of_phone, of_relation, what, until, how, current_actor());
END $$;
GRANT EXECUTE ON FUNCTION portal_register_mandate TO trappan_app;

-- A colleague hands a code over to whoever has a mandate that holds.
CREATE FUNCTION portal_hand_out_to(of_mandate bigint, of_digest text, how text)
RETURNS TABLE (number text, until timestamptz)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE m portal_mandate;
BEGIN
  SELECT * INTO m FROM portal_mandate n WHERE n.id = of_mandate FOR NO KEY UPDATE;
  PERFORM portal_refuse_others(people_works_with(m.person_id, 'plan'));
  IF portal_mandate_holds(m) IS NOT TRUE THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_has_ended';
  END IF;
  RETURN QUERY SELECT * FROM portal_give_code(m.person_id, m.id, of_digest, how);
END $$;
GRANT EXECUTE ON FUNCTION portal_hand_out_to TO trappan_app;

-- A colleague ends a mandate.
CREATE FUNCTION portal_end_mandate(of_mandate bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_person bigint := (SELECT m.person_id FROM portal_mandate m WHERE m.id = of_mandate);
BEGIN
  PERFORM portal_refuse_others(people_works_with(of_person, 'plan'));
  PERFORM portal_close_mandate(of_mandate, 'staff');
END $$;
GRANT EXECUTE ON FUNCTION portal_end_mandate TO trappan_app;

-- Who comes to the person's own pages beside the person, and lately did: the person's to know. `last_in` is the day on
-- which they were last in; `over` that it holds no more.
CREATE FUNCTION portal_mandates() RETURNS TABLE (mandate bigint, kind text, name text, phone text, relation text,
  allows text, last_on date, last_in date, over boolean, handed_over boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT m.id, m.kind::text, m.name::text, m.phone::text, m.relation::text, m.allows::text,
    LEAST(m.ends_on - 1, (m.ended_at AT TIME ZONE 'Europe/Stockholm')::date),
    (SELECT (max(e.at) AT TIME ZONE 'Europe/Stockholm')::date FROM history_event e WHERE e.person_id = me
      AND e.kind = 'sign_in' AND e.details->>'mandate' = m.id::text),
    portal_mandate_holds(m) IS NOT TRUE, EXISTS (SELECT FROM portal_account a WHERE a.mandate_id = m.id)
  FROM portal_mandate m WHERE m.person_id = me
    AND COALESCE((m.ended_at AT TIME ZONE 'Europe/Stockholm')::date, m.ends_on) > today() - 60
  ORDER BY portal_mandate_holds(m) DESC, m.id DESC
  LIMIT 20 + (SELECT count(*) FROM portal_mandate h WHERE h.person_id = me AND portal_mandate_holds(h));
END $$;
GRANT EXECUTE ON FUNCTION portal_mandates TO trappan_own;

-- The person ends what the person has given, at once: a PIN is enough for that. Nothing is ended twice, and a guardian
-- is not the person's to end. Empty where it is done, otherwise why not.
CREATE FUNCTION portal_end_help(of_mandate bigint) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person(); m portal_mandate;
BEGIN
  SELECT * INTO m FROM portal_mandate n WHERE n.id = of_mandate AND n.person_id = me FOR NO KEY UPDATE;
  IF m.id IS NULL THEN RETURN 'gone'; END IF;
  IF m.kind = 'guardian' THEN RETURN 'guardian'; END IF;
  IF m.ended_at IS NULL THEN
    PERFORM portal_close_mandate(m.id, 'person');
    PERFORM portal_note('portal.end_help', me, 'write', 'plan', NULL, jsonb_build_object('mandate', m.id));
  END IF;
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_end_help TO trappan_own;

-- The person gives a mandate, by an eID; the code is handed over by a colleague. Refused as by a colleague.
CREATE FUNCTION portal_give_help(of_name text, of_phone text, of_relation text, what text, until date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); made bigint;
BEGIN
  made := portal_make_mandate(me, 'helper', of_name, of_phone, of_relation, what, until, 'eid', NULL);
  PERFORM portal_note('portal.give_help', me, 'write', 'plan', NULL, jsonb_build_object('mandate', made));
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION portal_give_help TO trappan_own;

-- Until when a mandate that is given today may last: the last day, as people say it; to a colleague, and to the person.
CREATE FUNCTION portal_longest_mandate() RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (today() + make_interval(months => rule('own_mandate_months', today())::int))::date - 1
$$;
GRANT EXECUTE ON FUNCTION portal_longest_mandate TO trappan_app;

CREATE FUNCTION portal_longest_help() RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portal_person_by_eid();
  RETURN portal_longest_mandate();
END $$;
GRANT EXECUTE ON FUNCTION portal_longest_help TO trappan_own;
