-- One parameter of the rules in force on a day, for the database's own questions.
CREATE FUNCTION rule(of_name text, of_day date) RETURNS jsonb STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.parameters -> of_name FROM rules_ruleset r
  WHERE r.valid_from <= of_day AND (r.valid_to IS NULL OR of_day < r.valid_to)
    AND r.decided_at IS NOT NULL AND r.withdrawn_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION rule TO trappan_app;

-- Weeks A and B alternate from the Monday that a rule set names: a week's letter is that of the rules in force on its
-- Monday. The calendar holds it, so that sessions are a view that PostgreSQL plans; nobody else writes it.
CREATE FUNCTION rules_letter_weeks() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE schedules_day d SET letter = w.letter FROM (
    SELECT y.day, CASE (date_trunc('week', y.day)::date - (r.parameters ->> 'week_a_from')::date) / 7 % 2
      WHEN 0 THEN 'a' ELSE 'b' END AS letter
    FROM schedules_day y JOIN rules_ruleset r ON r.valid_from <= date_trunc('week', y.day)::date
      AND (r.valid_to IS NULL OR date_trunc('week', y.day)::date < r.valid_to)
      AND r.decided_at IS NOT NULL AND r.withdrawn_at IS NULL) w
  WHERE w.day = d.day AND w.letter <> d.letter;
  RETURN NULL;
END $$;

CREATE TRIGGER letter_weeks AFTER INSERT OR UPDATE OR DELETE ON rules_ruleset
  FOR EACH STATEMENT EXECUTE FUNCTION rules_letter_weeks();

-- The first rule that is missing, unknown or impossible; NULL where all hold.
CREATE FUNCTION rules_odd(of_parameters jsonb) RETURNS text IMMUTABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(k.name, p.key) FROM rules_known() k FULL JOIN jsonb_each(of_parameters) p ON p.key = k.name
  WHERE k.name IS NULL OR p.key IS NULL OR NOT CASE k.kind
    WHEN 'number' THEN CASE WHEN p.value::text ~ '^[0-9]{1,6}$' THEN p.value::text::int BETWEEN k.lowest AND k.highest
      ELSE false END
    WHEN 'yes' THEN jsonb_typeof(p.value) = 'boolean'
    WHEN 'text' THEN jsonb_typeof(p.value) = 'string' AND length(p.value #>> '{}') <= k.highest
    WHEN 'monday' THEN CASE WHEN p.value #>> '{}' ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$'
      THEN extract(isodow FROM (p.value #>> '{}')::date) = 1 ELSE false END
    WHEN 'month' THEN jsonb_typeof(p.value) = 'null' OR p.value #>> '{}' ~ '^20[0-9]{2}-(0[1-9]|1[0-2])-01$'
    ELSE jsonb_typeof(p.value) = 'array' END
  ORDER BY 1 LIMIT 1
$$;

CREATE FUNCTION rules_refuse_odd() RETURNS trigger
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF rules_odd(NEW.parameters) IS NOT NULL THEN
    RAISE EXCEPTION 'odd: %', rules_odd(NEW.parameters) USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_hold';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_odd BEFORE INSERT OR UPDATE OF parameters ON rules_ruleset FOR EACH ROW
  EXECUTE FUNCTION rules_refuse_odd();

CREATE FUNCTION rules_refuse(with_no text) RETURNS void
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rules' USING ERRCODE = 'check_violation', CONSTRAINT = with_no;
END $$;

-- Whoever may write words and rules; all others are refused.
CREATE FUNCTION rules_refuse_others() RETURNS void STABLE
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator' THEN
    PERFORM rules_refuse('only_administrator_keeps_rules');
  END IF;
END $$;

-- Rules and codes are one for all municipalities of a house, and kept by the one that wrote the latest version of them:
-- another's administrator is refused. Until somebody has written one they are anybody's to begin.
CREATE FUNCTION rules_refuse_unkept() RETURNS void
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rules_refuse_others();
  IF staff_is_anothers((SELECT r.author_id FROM rules_ruleset r WHERE r.author_id IS NOT NULL
      AND r.withdrawn_at IS NULL ORDER BY r.decided_at IS NULL, r.valid_from DESC LIMIT 1)) THEN
    PERFORM rules_refuse('rules_kept_by_another');
  END IF;
END $$;

-- Whoever changes the versions waits for one another; those who read them wait for nobody.
CREATE FUNCTION rules_stand_in_line() RETURNS void
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE rules_ruleset IN SHARE ROW EXCLUSIVE MODE;
END $$;

-- The version that a new one from this day takes over from; none where a version begins that very day.
CREATE FUNCTION rules_taken_over(from_day date) RETURNS rules_ruleset STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r FROM rules_ruleset r WHERE r.valid_from < from_day AND (r.valid_to IS NULL OR from_day < r.valid_to)
    AND r.decided_at IS NOT NULL AND r.withdrawn_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION rules_taken_over TO trappan_app;

-- Whether it takes a second colleague: what the law sets or what guards is changed, or days that have passed.
-- Of a decided one, what was decided of it then.
CREATE FUNCTION rules_needs_two(of_ruleset bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN r.decided_at IS NOT NULL THEN r.sent_at IS NOT NULL ELSE r.backdated
    OR EXISTS (SELECT FROM rules_known() k WHERE k.two AND (r.parameters -> k.name)
      IS DISTINCT FROM (rules_taken_over(r.valid_from)).parameters -> k.name) END
  FROM rules_ruleset r WHERE r.id = of_ruleset
$$;
GRANT EXECUTE ON FUNCTION rules_needs_two TO trappan_app;

-- A draft, a new one or the one there is: from the first day of a month, and never from a day of a version that has
-- ended. Whoever changes a sent one takes it back to a draft.
CREATE FUNCTION rules_write(of_ruleset bigint, named text, from_day date, is_backdated boolean, of_source text,
  of_parameters jsonb)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE written bigint; before rules_ruleset;
BEGIN
  PERFORM rules_refuse_unkept();
  PERFORM rules_stand_in_line();
  before := rules_taken_over(from_day);
  IF extract(day FROM from_day) <> 1 THEN PERFORM rules_refuse('rules_from_a_first'); END IF;
  IF before.id IS NULL THEN PERFORM rules_refuse('rules_begin_that_day'); END IF;
  IF before.valid_to <= today() THEN PERFORM rules_refuse('rules_past_version'); END IF;
  IF from_day <= today() AND NOT is_backdated THEN PERFORM rules_refuse('rules_day_passed'); END IF;
  IF before.parameters = of_parameters THEN PERFORM rules_refuse('rules_change_something'); END IF;
  IF of_ruleset IS NULL THEN
    INSERT INTO rules_ruleset (name, valid_from, backdated, source, parameters, decided_at)
    VALUES (named, from_day, is_backdated AND from_day <= today(), of_source, of_parameters, NULL)
    RETURNING id INTO written;
    RETURN written;
  END IF;
  UPDATE rules_ruleset SET name = named, valid_from = from_day, backdated = is_backdated AND from_day <= today(),
    source = of_source, parameters = of_parameters, author_id = current_actor(), at = clock(),
    sent_by_id = NULL, sent_at = NULL
  WHERE id = of_ruleset AND decided_at IS NULL AND withdrawn_at IS NULL RETURNING id INTO written;
  IF written IS NULL THEN PERFORM rules_refuse('rules_no_draft'); END IF;
  RETURN written;
END $$;
GRANT EXECUTE ON FUNCTION rules_write TO trappan_app;

-- Let a draft take over from its day: the version before it ends there, and it lasts as long as that one did.
CREATE FUNCTION rules_decide(of_ruleset bigint) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r rules_ruleset; before rules_ruleset;
BEGIN
  SELECT * INTO r FROM rules_ruleset WHERE id = of_ruleset;
  before := rules_taken_over(r.valid_from);
  IF before.id IS NULL THEN PERFORM rules_refuse('rules_begin_that_day'); END IF;
  IF before.valid_to <= today() THEN PERFORM rules_refuse('rules_past_version'); END IF;
  IF r.valid_from <= today() AND NOT r.backdated THEN PERFORM rules_refuse('rules_day_passed'); END IF;
  UPDATE rules_ruleset SET valid_to = r.valid_from WHERE id = before.id;
  UPDATE rules_ruleset SET valid_to = before.valid_to, decided_by_id = current_actor(), decided_at = clock()
   WHERE id = of_ruleset;
END $$;

-- Hand a draft on to a second colleague, or decide it where it takes none. Tells whether it is decided.
CREATE FUNCTION rules_send(of_ruleset bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rules_refuse_unkept();
  PERFORM rules_stand_in_line();
  PERFORM FROM rules_ruleset WHERE id = of_ruleset AND decided_at IS NULL AND withdrawn_at IS NULL
    AND sent_at IS NULL;
  IF NOT FOUND THEN PERFORM rules_refuse('rules_no_draft'); END IF;
  IF NOT rules_needs_two(of_ruleset) THEN
    PERFORM rules_decide(of_ruleset);
    RETURN true;
  END IF;
  UPDATE rules_ruleset SET sent_by_id = current_actor(), sent_at = clock() WHERE id = of_ruleset;
  RETURN false;
END $$;
GRANT EXECUTE ON FUNCTION rules_send TO trappan_app;

-- Whether the actor may be the second person: an administrator or a head of the same municipality, and another
-- colleague than the first, whichever of her memberships she acts in.
CREATE FUNCTION rules_is_second(to_first bigint) RETURNS boolean STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(secrecy_role() IN ('administrator', 'head_of_unit') AND current_colleague() <> m.colleague_id
    AND NOT staff_is_anothers(to_first), false)
  FROM staff_membership m WHERE m.id = to_first
$$;

-- The second colleague's word: it is decided, or it goes back to whoever wrote it.
CREATE FUNCTION rules_confirm(of_ruleset bigint, accepts boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r rules_ruleset;
BEGIN
  PERFORM rules_stand_in_line();
  SELECT * INTO r FROM rules_ruleset WHERE id = of_ruleset AND sent_at IS NOT NULL AND decided_at IS NULL
    AND withdrawn_at IS NULL;
  IF NOT FOUND THEN PERFORM rules_refuse('rules_wait_no_longer'); END IF;
  IF rules_is_second(r.sent_by_id) IS NOT TRUE THEN PERFORM rules_refuse('rules_by_a_second'); END IF;
  IF accepts THEN
    PERFORM rules_decide(of_ruleset);
  ELSE
    UPDATE rules_ruleset SET sent_by_id = NULL, sent_at = NULL WHERE id = of_ruleset;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION rules_confirm TO trappan_app;

-- Take a draft away, or a decided version that has not begun: what two decided, two withdraw. Tells whether it is.
CREATE FUNCTION rules_withdraw(of_ruleset bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r rules_ruleset;
BEGIN
  PERFORM rules_stand_in_line();
  SELECT * INTO r FROM rules_ruleset WHERE id = of_ruleset AND withdrawn_at IS NULL;
  IF NOT FOUND THEN PERFORM rules_refuse('rules_wait_no_longer'); END IF;
  IF r.stop_asked_at IS NULL OR NOT rules_is_second(r.stop_asked_by_id) THEN PERFORM rules_refuse_unkept(); END IF;
  IF r.decided_at IS NOT NULL AND r.valid_from <= today() THEN PERFORM rules_refuse('rules_have_begun'); END IF;
  -- What takes over goes on longer: also where only that would have taken two.
  IF r.decided_at IS NOT NULL AND (rules_needs_two(of_ruleset) OR EXISTS (SELECT FROM rules_known() k
      JOIN rules_ruleset b ON b.valid_to = r.valid_from AND b.decided_at IS NOT NULL AND b.withdrawn_at IS NULL
      WHERE k.two AND b.parameters -> k.name IS DISTINCT FROM r.parameters -> k.name)) THEN
    IF r.stop_asked_at IS NULL THEN
      UPDATE rules_ruleset SET stop_asked_by_id = current_actor(), stop_asked_at = clock() WHERE id = of_ruleset;
      RETURN false;
    END IF;
    IF rules_is_second(r.stop_asked_by_id) IS NOT TRUE THEN PERFORM rules_refuse('rules_by_a_second'); END IF;
  END IF;
  UPDATE rules_ruleset SET withdrawn_by_id = current_actor(), withdrawn_at = clock() WHERE id = of_ruleset;
  IF r.decided_at IS NOT NULL THEN
    UPDATE rules_ruleset SET valid_to = r.valid_to WHERE valid_to = r.valid_from AND decided_at IS NOT NULL
      AND withdrawn_at IS NULL;
  END IF;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION rules_withdraw TO trappan_app;
