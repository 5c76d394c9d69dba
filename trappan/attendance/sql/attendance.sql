ALTER TABLE attendance_attendance ADD CONSTRAINT attendance_attendance_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- A day on which somebody is marked was held: it is not cancelled, closed, paused or ended away. Everybody's
-- marks count, also those that whoever asks may not see.
CREATE FUNCTION attendance_refuse_marked_day() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o jsonb := to_jsonb(NEW); first date; after date;
BEGIN
  first := COALESCE(o->>'day', CASE TG_TABLE_NAME WHEN 'placements_placement' THEN o->>'ends_on'
    ELSE o->>'starts_on' END)::date;
  after := CASE WHEN o ? 'day' THEN first + 1 WHEN TG_TABLE_NAME = 'placements_placement' THEN 'infinity'
    ELSE (o->>'ends_on')::date END;
  IF EXISTS (SELECT FROM attendance_attendance a JOIN placements_placement p ON p.id = a.placement_id
      WHERE a.day >= first AND a.day < after AND CASE TG_TABLE_NAME
        WHEN 'placements_cancellation' THEN p.activity_id = (o->>'activity_id')::bigint
        WHEN 'placements_closure' THEN p.unit_id = (o->>'unit_id')::bigint
        WHEN 'placements_placement' THEN p.id = NEW.id
        ELSE p.id = (o->>'placement_id')::bigint END) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_is_marked';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON placements_cancellation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_refuse_marked_day();

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON placements_closure FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_refuse_marked_day();

CREATE TRIGGER nobody_is_marked BEFORE INSERT ON placements_suspension FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_refuse_marked_day();

CREATE TRIGGER nobody_is_marked BEFORE UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.ends_on IS NOT NULL) EXECUTE FUNCTION attendance_refuse_marked_day();

-- A day on which somebody is marked was held: their place is not taken from under it.
CREATE FUNCTION attendance_seat_was_used() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM placements_placement p JOIN attendance_attendance a ON a.placement_id = p.id
      WHERE p.seat = NEW.seat AND a.day >= NEW.ends_on AND (OLD.ends_on IS NULL OR a.day < OLD.ends_on)) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'somebody_is_marked';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER was_used BEFORE UPDATE OF ends_on ON activities_seatuse FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.ends_on IS NOT NULL) EXECUTE FUNCTION attendance_seat_was_used();

-- Nobody who was proposed here works before the introduction, and nobody is marked who is not placed, or whose
-- agreement waits for signatures.
CREATE FUNCTION attendance_introduced_first() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = NEW.placement_id;
  IF NOT p.agreed OR NEW.day < p.starts_on OR NEW.day >= p.ends_on THEN
    RAISE EXCEPTION 'not placed' USING ERRCODE = 'check_violation', CONSTRAINT = 'marked_within_the_placement';
  END IF;
  IF NEW.day >= p.waits_from THEN
    RAISE EXCEPTION 'not signed' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_first';
  END IF;
  IF p.proposed_at IS NOT NULL AND NEW.mark IN ('present', 'partly') AND NOT EXISTS (
      SELECT FROM placements_introduction i WHERE i.placement_id = p.id AND i.day <= NEW.day) THEN
    RAISE EXCEPTION 'not introduced' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduced_first';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER introduced_first BEFORE INSERT OR UPDATE ON attendance_attendance FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_introduced_first();

-- Nobody has come or left at a time that is still to come.
CREATE FUNCTION attendance_refuse_time_to_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.day + make_interval(mins => GREATEST(NEW.came_at, NEW.left_at))) AT TIME ZONE 'Europe/Stockholm'
     > clock() THEN
    RAISE EXCEPTION 'to come' USING ERRCODE = 'check_violation', CONSTRAINT = 'times_have_been';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER times_have_been BEFORE INSERT OR UPDATE ON attendance_attendance FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_refuse_time_to_come();

-- A mark of an earlier day is changed with a reason, which those who judge read; one keyed in from paper
-- changes none.
CREATE FUNCTION attendance_refuse_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.keyed_in THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'keyed_in_never_overwrites';
  END IF;
  IF trim(NEW.why) = '' AND stockholm_day(OLD.at) < today() THEN
    RAISE EXCEPTION 'why' USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_says_why';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_correction BEFORE UPDATE ON attendance_attendance FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_refuse_correction();

-- A notice and a mark agree: who has said that they do not come has told us, and nobody says so of a day
-- that is already marked otherwise. Who comes all the same is here.
CREATE FUNCTION attendance_agrees_with_notice() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM placements_notice n WHERE n.placement_id = NEW.placement_id AND n.day = NEW.day
      AND n.says = 'absent') THEN
    RAISE EXCEPTION 'told' USING ERRCODE = 'check_violation', CONSTRAINT = 'mark_agrees_with_notice';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER agrees_with_notice BEFORE INSERT OR UPDATE ON attendance_attendance FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.mark = 'absent_not_told')
  EXECUTE FUNCTION attendance_agrees_with_notice();

CREATE FUNCTION attendance_notice_agrees_with_mark() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = NEW.placement_id AND a.day = NEW.day
      AND a.mark <> 'absent_told') THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'notice_agrees_with_mark';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER agrees_with_mark BEFORE INSERT ON placements_notice FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.says = 'absent') EXECUTE FUNCTION attendance_notice_agrees_with_mark();

-- What one save marked is taken back on the same day by whoever saved it: a mark that was new goes, one that was
-- changed is as before, by whom and when it was. Versions keep what is taken back; what has been judged stands.
CREATE FUNCTION attendance_take_back(of_day date, saved_at timestamptz) RETURNS TABLE (person_id bigint)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE a attendance_attendance; was jsonb;
BEGIN
  FOR a IN SELECT * FROM attendance_attendance m WHERE m.unit_id = current_unit() AND m.author_id = current_actor()
      AND m.day = of_day AND m.at = saved_at AND stockholm_day(m.at) = today()
      AND people_works_with(m.person_id, 'activity') ORDER BY m.id FOR UPDATE LOOP
    IF EXISTS (SELECT FROM attendance_finding f
        WHERE f.placement_id = a.placement_id AND f.day = a.day AND f.at >= a.at) THEN
      RAISE EXCEPTION 'judged' USING ERRCODE = 'check_violation', CONSTRAINT = 'mark_is_judged';
    END IF;
    SELECT v.was INTO was FROM history_version v
      WHERE v.of_table = 'attendance_attendance' AND v.row_id = a.id AND v.at = a.at ORDER BY v.id DESC LIMIT 1;
    IF was IS NULL THEN
      DELETE FROM attendance_attendance m WHERE m.id = a.id;
    ELSE
      UPDATE attendance_attendance m SET (mark, minutes, came_at, left_at, why, keyed_in, author_id, at) =
        (SELECT w.mark, w.minutes, w.came_at, w.left_at, w.why, w.keyed_in, w.author_id, w.at
         FROM jsonb_populate_record(NULL::attendance_attendance, was) w) WHERE m.id = a.id;
    END IF;
    person_id := a.person_id;
    RETURN NEXT;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION attendance_take_back TO trappan_app;
