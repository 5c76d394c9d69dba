-- Two who tie each other's rows at the same moment would each see none. Taken before any row is locked: whoever has
-- locked one row and then waits here would hold up the other, who comes to refer to it.
CREATE FUNCTION staff_lock_succession() RETURNS void VOLATILE LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtext('staff.succession'))
$$;

-- A unit of the own municipality, or a site of a partner that it keeps.
CREATE FUNCTION staff_make_unit(called text, of_kind text, in_body bigint, under bigint, in_regime text, from_day date,
  after bigint[]) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  made bigint; at int := 1;
  plain text := left(trim('-' FROM regexp_replace(name_folded(called), '[^a-z0-9]+', '-', 'g')), 32); short text;
BEGIN
  PERFORM staff_refuse_unkept(staff_keeps(in_body) AND (under IS NULL OR staff_keeps_unit(under))
    AND NOT EXISTS (SELECT FROM unnest(after) one WHERE NOT staff_keeps_unit(one)));
  PERFORM staff_lock_succession();
  -- What an import calls it: as the name reads, with a number where that is taken.
  short := plain;
  WHILE short = '' OR EXISTS (SELECT FROM staff_unit u WHERE u.code = short) LOOP
    at := at + 1;
    short := plain || '-' || at;
  END LOOP;
  INSERT INTO staff_unit (code, name, kind, organisation_id, parent_id, regime, starts_on)
  VALUES (short, called, of_kind, in_body, under, in_regime, from_day) RETURNING id INTO made;
  INSERT INTO staff_succession (unit_id, before_id) SELECT made, one FROM unnest(after) one;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION staff_make_unit TO trappan_app;

-- Another name, another place in the organisation: from a day on, or always so where no day is said. What it was
-- before that day stays known.
CREATE FUNCTION staff_change_unit(of_unit bigint, called text, of_kind text, in_regime text, under bigint,
  after bigint[], begins date, from_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE u staff_unit; since date;
BEGIN
  PERFORM staff_refuse_unkept(staff_keeps_unit(of_unit) AND (under IS NULL OR staff_keeps_unit(under))
    AND NOT EXISTS (SELECT FROM unnest(after) one WHERE NOT staff_keeps_unit(one)));
  PERFORM staff_lock_succession();
  SELECT * INTO STRICT u FROM staff_unit WHERE id = of_unit FOR UPDATE;
  -- By its kind and its secrecy regime people have worked there: those are right from the start, or another unit's.
  IF (of_kind, in_regime) <> (u.kind, u.regime) AND EXISTS (SELECT FROM staff_membership m WHERE m.unit_id = u.id) THEN
    RAISE EXCEPTION 'kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_keeps_its_kind';
  END IF;
  IF from_day IS NOT NULL THEN
    since := COALESCE((SELECT max(e.ends_on) FROM staff_earlierunit e WHERE e.unit_id = u.id), begins);
    IF from_day <= since OR from_day > today() OR from_day >= u.ends_on THEN
      RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_changed_within_its_time';
    END IF;
    INSERT INTO staff_earlierunit (unit_id, name, parent_id, starts_on, ends_on, noted_by_id)
    VALUES (u.id, u.name, u.parent_id, since, from_day, current_actor());
  ELSIF begins > u.starts_on AND EXISTS (SELECT FROM staff_membership m WHERE m.unit_id = u.id
      AND m.starts_on < begins AND m.ends_on IS DISTINCT FROM m.starts_on) THEN
    RAISE EXCEPTION 'begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_begins_before_its_colleagues';
  END IF;
  UPDATE staff_unit SET name = called, kind = of_kind, regime = in_regime, parent_id = under, starts_on = begins
   WHERE id = u.id;
  DELETE FROM staff_succession s WHERE s.unit_id = u.id AND s.before_id <> ALL (after);
  INSERT INTO staff_succession (unit_id, before_id) SELECT u.id, one FROM unnest(after) one
    WHERE NOT EXISTS (SELECT FROM staff_succession s WHERE s.unit_id = u.id AND s.before_id = one);
END $$;
GRANT EXECUTE ON FUNCTION staff_change_unit TO trappan_app;

-- No unit comes before itself, whichever way one goes.
CREATE FUNCTION staff_refuse_circle_of_successors() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_lock_succession();
  IF EXISTS (WITH RECURSIVE earlier AS (
      SELECT NEW.before_id AS id
      UNION SELECT s.before_id FROM earlier JOIN staff_succession s ON s.unit_id = earlier.id)
    SELECT FROM earlier WHERE id = NEW.unit_id) THEN
    RAISE EXCEPTION 'circle' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_succeeds_in_a_circle';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_circle AFTER INSERT OR UPDATE ON staff_succession FOR EACH ROW
  EXECUTE FUNCTION staff_refuse_circle_of_successors();

-- No unit lies in itself.
CREATE FUNCTION staff_refuse_circle_of_units() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_lock_succession();
  IF EXISTS (WITH RECURSIVE above AS (
      SELECT NEW.parent_id AS id
      UNION SELECT u.parent_id FROM above JOIN staff_unit u ON u.id = above.id)
    SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'circle' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_lies_in_a_circle';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_circle AFTER INSERT OR UPDATE ON staff_unit FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION staff_refuse_circle_of_units();

-- Nothing more comes into a unit that has closed or is to close: whoever closes it locks the row, so that what is on
-- its way waits and is then refused.
CREATE FUNCTION staff_refuse_closed_unit() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE closed date;
BEGIN
  SELECT u.ends_on INTO closed FROM staff_unit u WHERE u.id = NEW.unit_id FOR KEY SHARE;
  -- What goes on without end is not begun in a unit that is to close.
  IF closed <= GREATEST(COALESCE((to_jsonb(NEW)->>'starts_on')::date, 'infinity'), today()) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_is_open';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_closed_unit BEFORE INSERT ON staff_membership FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL) EXECUTE FUNCTION staff_refuse_closed_unit();
