-- The person's own plan: what is agreed, the draft that is given to read, and what the person writes of either. By an
-- eID alone. Never the journal, what a goal was closed with, nor what staff write to each other.

-- The plan in force and the draft of the open case, each with its week. A draft is read in the edition that it was
-- given in: one that is being written on is only told to be there.
CREATE FUNCTION portal_plans()
RETURNS TABLE (id bigint, edition int, is_draft boolean, readable boolean, goal text, weekly_minutes int,
  hours_reason text, proposal jsonb, adaptation text, review_on date, decided_on date, agreed_on date, given_on date,
  given_by text, parts jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person_by_eid();
BEGIN
  RETURN QUERY SELECT p.id, p.edition, p.decided_at IS NULL, r.is_open, CASE WHEN r.is_open THEN p.goal END,
    CASE WHEN r.is_open THEN p.weekly_minutes END, CASE WHEN r.is_open THEN p.hours_reason END,
    CASE WHEN r.is_open THEN p.proposal END, CASE WHEN r.is_open THEN p.adaptation END,
    CASE WHEN r.is_open THEN COALESCE((SELECT v.next_on FROM plans_review v WHERE v.plan_id = p.id
      ORDER BY v.id DESC LIMIT 1), p.review_on) END,
    (p.decided_at AT TIME ZONE 'Europe/Stockholm')::date, p.agreed_on, (g.at AT TIME ZONE 'Europe/Stockholm')::date,
    COALESCE(c.given_name, '')::text,
    CASE WHEN r.is_open THEN COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'title', q.title,
        'held_by', q.held_by, 'starts_at', q.starts_at, 'ends_at', q.ends_at, 'weeks', q.weeks, 'minutes', q.minutes)
        ORDER BY q.starts_at NULLS LAST, q.id)
      FROM plans_planpart q WHERE q.plan_id = p.id AND q.taken_out_at IS NULL), '[]') END
  FROM plans_plan p JOIN cases_case k ON k.id = p.case_id AND k.closed_on IS NULL
  LEFT JOIN LATERAL (SELECT d.edition, d.at, d.author_id FROM plans_drafttoread d WHERE d.plan_id = p.id
    ORDER BY d.id DESC LIMIT 1) g ON true
  LEFT JOIN staff_membership m ON m.id = g.author_id LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  CROSS JOIN LATERAL (SELECT p.decided_at IS NOT NULL OR g.edition = p.edition AS is_open) r
  WHERE p.person_id = me AND p.replaced_at IS NULL AND p.ended_at IS NULL
    AND (p.decided_at IS NOT NULL OR g.edition IS NOT NULL)
  ORDER BY p.decided_at IS NULL, p.id;
END $$;
GRANT EXECUTE ON FUNCTION portal_plans TO trappan_own;

-- The goals of those that may be read: whose a goal is (empty: the plan's own), until when, and how it went as staff
-- say.
CREATE FUNCTION portal_goals()
RETURNS TABLE (id bigint, plan_id bigint, title text, due_on date, closed_on date, reached_on date, staff_rating text,
  place text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM portal_person_by_eid();
  RETURN QUERY SELECT g.id, g.plan_id, g.title::text, g.due_on, g.closed_on, g.reached_on, g.staff_rating::text,
    COALESCE(u.name, '')::text
  FROM portal_plans() p JOIN plans_goal g ON g.plan_id = p.id LEFT JOIN staff_unit u ON u.id = g.unit_id
  WHERE p.readable ORDER BY g.due_on, g.id;
END $$;
GRANT EXECUTE ON FUNCTION portal_goals TO trappan_own;

-- What the person has written of these plans and goals, the latest first, each with what was answered.
CREATE FUNCTION portal_own_words()
RETURNS TABLE (id bigint, plan_id bigint, goal_id bigint, edition int, view text, rating text, words text, day date,
  reply text, reply_on date, reply_by text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person_by_eid();
BEGIN
  RETURN QUERY SELECT w.id, w.plan_id, w.goal_id, w.edition::int, w.view::text, w.rating::text, w.words,
    (w.at AT TIME ZONE 'Europe/Stockholm')::date, COALESCE(r.text, ''),
    (r.at AT TIME ZONE 'Europe/Stockholm')::date, COALESCE(c.given_name, '')::text
  FROM portal_plans() p JOIN plans_ownword w ON w.person_id = me
    AND (w.goal_id IS NULL AND w.plan_id = p.id
      OR w.goal_id IN (SELECT g.id FROM plans_goal g WHERE g.plan_id = p.id))
  LEFT JOIN plans_wordreply r ON r.word_id = w.id LEFT JOIN staff_membership m ON m.id = r.author_id
  LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  ORDER BY w.id DESC;
END $$;
GRANT EXECUTE ON FUNCTION portal_own_words TO trappan_own;

-- Write one word; what says the same as the latest of its kind is not written again: pressed twice it is said once.
-- Said again of what has been answered, decided or followed up since, it is another word.
CREATE FUNCTION portal_write_word(me bigint, of_plan bigint, of_goal bigint, of_edition int, what text, how text,
  said text) RETURNS boolean VOLATILE LANGUAGE plpgsql AS $$
DECLARE w plans_ownword; since timestamptz;
BEGIN
  SELECT GREATEST(p.decided_at, (SELECT max(v.at) FROM plans_review v WHERE v.plan_id = p.id)) INTO since
    FROM plans_plan p WHERE p.id = of_plan;
  SELECT * INTO w FROM plans_ownword o WHERE o.person_id = me AND o.goal_id IS NOT DISTINCT FROM of_goal
    AND (of_goal IS NOT NULL OR o.plan_id = of_plan) AND (o.view <> '') = (what <> '') ORDER BY o.id DESC LIMIT 1;
  IF w.id IS NOT NULL AND (w.plan_id, w.edition, w.view, w.rating, w.words) = (of_plan, of_edition, what, how, said)
    AND (since IS NULL OR w.at >= since) AND NOT EXISTS (SELECT FROM plans_wordreply r WHERE r.word_id = w.id)
  THEN
    RETURN false;
  END IF;
  INSERT INTO plans_ownword (person_id, plan_id, goal_id, edition, view, rating, words, at)
  VALUES (me, of_plan, of_goal, of_edition, what, how, said, clock());
  RETURN true;
END $$;

-- Answer the draft, as a whole and goal by goal ({"goal": …, "view": …, "words": …} each), in the edition that was
-- read. Empty where it is done, otherwise why not: gone (no draft to read any more) or changed (another edition).
CREATE FUNCTION portal_answer_draft(of_plan bigint, of_edition int, what text, said text, goals jsonb) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); p record; g record; written boolean;
BEGIN
  -- In line with whoever writes on it or decides it.
  PERFORM FROM plans_plan q WHERE q.id = of_plan AND q.person_id = me FOR NO KEY UPDATE;
  SELECT * INTO p FROM portal_plans() q WHERE q.id = of_plan AND q.is_draft;
  IF p.id IS NULL THEN RETURN 'gone'; END IF;
  IF NOT p.readable OR p.edition <> of_edition THEN RETURN 'changed'; END IF;
  written := portal_write_word(me, of_plan, NULL, of_edition, what, '', said);
  FOR g IN SELECT a.goal, a.view, a.words FROM jsonb_to_recordset(goals) a (goal bigint, view text, words text)
      JOIN plans_goal o ON o.id = a.goal AND o.plan_id = of_plan LOOP
    written := portal_write_word(me, of_plan, g.goal, of_edition, g.view, '', g.words) OR written;
  END LOOP;
  IF written THEN
    PERFORM portal_note('portal.answer_draft', me, 'write', 'plan', NULL,
      jsonb_build_object('plan', of_plan, 'edition', of_edition, 'view', what));
  END IF;
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_answer_draft TO trappan_own;

-- Say that one does not agree with the plan in force: it stands beside it.
CREATE FUNCTION portal_object(of_plan bigint, said text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); p record;
BEGIN
  PERFORM FROM plans_plan q WHERE q.id = of_plan AND q.person_id = me FOR NO KEY UPDATE;
  SELECT * INTO p FROM portal_plans() q WHERE q.id = of_plan AND NOT q.is_draft;
  IF p.id IS NULL THEN RETURN 'gone'; END IF;
  IF portal_write_word(me, of_plan, NULL, p.edition, 'disagrees', '', said) THEN
    PERFORM portal_note('portal.object', me, 'write', 'plan', NULL, jsonb_build_object('plan', of_plan));
  END IF;
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_object TO trappan_own;

-- Say how a goal goes, on the scale that staff use; staff's own stands beside it.
CREATE FUNCTION portal_rate_goal(of_goal bigint, how text, said text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); g record;
BEGIN
  PERFORM FROM plans_goal q WHERE q.id = of_goal AND q.person_id = me FOR NO KEY UPDATE;
  SELECT q.plan_id, p.edition INTO g FROM portal_plans() p JOIN plans_goal q ON q.plan_id = p.id
   WHERE p.readable AND NOT p.is_draft AND q.id = of_goal;
  IF g.plan_id IS NULL THEN RETURN 'gone'; END IF;
  IF portal_write_word(me, g.plan_id, of_goal, g.edition, '', how, said) THEN
    -- A site reads its own goals, and not what the person writes of them.
    UPDATE plans_goal q SET own_rating = how WHERE q.id = of_goal AND q.unit_id IS NULL;
    PERFORM portal_note('portal.rate_goal', me, 'write', 'plan', NULL, jsonb_build_object('goal', of_goal));
  END IF;
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_rate_goal TO trappan_own;

-- On which step the person last said to stand, with own words, and whether the person or a colleague wrote it down;
-- where a colleague did, what the person wrote last stands after it.
CREATE FUNCTION portal_own_step() RETURNS TABLE (number int, name text, day date, words text, by_self boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found jsonb := plans_own_distance(portal_person_by_eid());
BEGIN
  RETURN QUERY SELECT (f.said->>'number')::int, f.said->>'name', (f.said->>'on')::date, f.said->>'words',
    (f.said->>'by_self')::boolean FROM jsonb_array_elements(found) WITH ORDINALITY f (said, place) ORDER BY f.place;
END $$;
GRANT EXECUTE ON FUNCTION portal_own_step TO trappan_own;

-- Say on which step of the municipality's staircase one stands, with own words. Said again on the same day, what was
-- said before is kept, marked. What a colleague has noted of that day gives way too: the person says it oneself.
CREATE FUNCTION portal_rate_step(of_number int, said text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid(); step bigint; before record; evidence bigint;
BEGIN
  PERFORM FROM people_person p WHERE p.id = me FOR NO KEY UPDATE;
  SELECT s.id INTO step FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id
   WHERE l.is_main AND s.number = of_number;
  IF step IS NULL THEN RETURN 'gone'; END IF;
  SELECT m.id, m.step_id, m.author_id, COALESCE(e.text, '') AS words INTO before FROM plans_stepmove m
    LEFT JOIN plans_stepevidence e ON e.id = m.evidence_id
   WHERE m.person_id = me AND m.rated_by = 'participant' AND NOT m.corrected AND m.day = today();
  IF before.id IS NOT NULL AND before.author_id IS NULL AND before.step_id = step AND before.words = said THEN
    RETURN '';
  END IF;
  UPDATE plans_stepmove m SET corrected = true WHERE m.id = before.id;
  IF said <> '' THEN
    INSERT INTO plans_stepevidence (person_id, kind, text) VALUES (me, 'own', said) RETURNING id INTO evidence;
  END IF;
  INSERT INTO plans_stepmove (person_id, step_id, day, rated_by, evidence_id, corrects_id, author_id, at, imported)
  VALUES (me, step, today(), 'participant', evidence, before.id, NULL, clock(), false);
  PERFORM portal_note('portal.rate_step', me, 'write', 'plan', NULL, jsonb_build_object('step', of_number));
  RETURN '';
END $$;
GRANT EXECUTE ON FUNCTION portal_rate_step TO trappan_own;
