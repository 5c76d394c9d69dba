-- Files of long lists: ordered by whoever acts, written by the worker as that same membership, and no other.

CREATE TRIGGER rings AFTER INSERT ON staff_listfile FOR EACH ROW EXECUTE FUNCTION worker_ring('staff.list_file');

-- May whoever ordered it still sign in as that membership?
CREATE FUNCTION staff_may_have_list_file(f staff_listfile) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_membership m JOIN staff_user u ON u.colleague_id = m.colleague_id AND u.is_active
    WHERE m.id = f.membership_id AND staff_in_force(m))
$$;

CREATE FUNCTION staff_list_files_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT id FROM staff_listfile WHERE made_at IS NULL AND why = '' ORDER BY id
$$;
GRANT EXECUTE ON FUNCTION staff_list_files_waiting TO trappan_nightly;

-- Lock an order that no worker is at: nobody's. Whoever is at it holds the lock, and a killed one lets go of it. The
-- row itself is left free, so that whoever protects somebody meanwhile waits for no worker.
CREATE FUNCTION staff_lock_list_file(of_order bigint) RETURNS staff_listfile VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('staff.list_file', of_order)) THEN RETURN NULL; END IF;
  RETURN (SELECT f FROM staff_listfile f WHERE f.id = of_order AND f.made_at IS NULL AND f.why = '');
END $$;

-- Somebody has become protected: nobody's. No file that was written before gives out the name any longer, and one that
-- is being written is begun anew. Whoever begins a file at the same time waits until that is done, and then reads it.
CREATE FUNCTION staff_drop_list_files() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('staff.list_files', 0));
  UPDATE staff_listfile SET why = CASE WHEN made_at IS NULL THEN '' ELSE 'protected' END,
    tries = 0, begun_at = NULL, made_at = NULL, found = NULL, content = NULL, opened_at = NULL
   WHERE why = '' AND (made_at IS NOT NULL OR begun_at IS NOT NULL);
END $$;

-- Write down that it is begun; is it still to be made? What has killed its worker three times is given up.
CREATE FUNCTION staff_begin_list_file(of_order bigint, days int) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f staff_listfile;
BEGIN
  -- In turn with whoever protects somebody just now, but beside whoever else begins a file.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('staff.list_files', 0));
  f := staff_lock_list_file(of_order);
  IF f.id IS NULL THEN RETURN false; END IF;
  IF f.tries >= 3 THEN
    PERFORM staff_end_list_file(of_order, 'failed', days);
    RETURN false;
  END IF;
  UPDATE staff_listfile SET begun_at = clock(), tries = f.tries + 1 WHERE id = of_order;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION staff_begin_list_file TO trappan_nightly;

-- Take it, to the end of the transaction, and say what is to be written; nothing where another worker is at it.
CREATE FUNCTION staff_take_list_file(of_order bigint)
RETURNS TABLE (membership_id bigint, address text, question jsonb, language text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f staff_listfile := staff_lock_list_file(of_order);
BEGIN
  IF f.begun_at IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT f.membership_id, f.address, f.question, f.language::text;
END $$;
GRANT EXECUTE ON FUNCTION staff_take_list_file TO trappan_nightly;

-- The worker's only way in to people: as the membership that ordered a file which waits and is begun, where that
-- membership holds and its account is open; the role it then takes obeys the policies as it does for a page. No
-- worker of PostgreSQL reads beside, since the seal would not know it for ours, and rows would be missing; and a long
-- list may be written for longer than the worker is otherwise let rest between two questions. From here on nothing is
-- written as that colleague: the seal is made where one only reads, and fits nowhere else.
CREATE FUNCTION staff_enter_for_list_file(of_order bigint, of_membership bigint)
RETURNS TABLE (membership_id bigint, colleague_id bigint, unit_id bigint, organisation_id bigint,
  role text, name text, unit_name text, regime text, memberships int, today date, away_until date,
  at_partner boolean)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f staff_listfile := staff_lock_list_file(of_order);
BEGIN
  IF f.begun_at IS NULL OR f.membership_id IS DISTINCT FROM of_membership OR NOT staff_may_have_list_file(f) THEN
    RETURN;
  END IF;
  PERFORM set_config('max_parallel_workers_per_gather', '0', true),
    set_config('idle_in_transaction_session_timeout', '10min', true),
    set_config('transaction_read_only', 'on', true);
  RETURN QUERY SELECT * FROM secrecy_enter_as((SELECT m.colleague_id FROM staff_membership m
    WHERE m.id = of_membership), of_membership);
END $$;
GRANT EXECUTE ON FUNCTION staff_enter_for_list_file TO trappan_nightly;

-- Keep what was written, where the right has lasted, and note that the list was taken out; was it kept? The door only
-- reads, so the event is written here: by whoever ordered, of the order's own list, whatever the worker says else.
CREATE FUNCTION staff_keep_list_file(of_order bigint, rows_in_it int, whole bytea, told jsonb, days int) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE f staff_listfile := staff_lock_list_file(of_order);
BEGIN
  IF f.begun_at IS NULL THEN RETURN false; END IF;
  IF NOT staff_may_have_list_file(f) THEN
    PERFORM staff_end_list_file(of_order, 'right', days);
    RETURN false;
  END IF;
  -- Asked again of the row as it stands: somebody may have become protected since.
  UPDATE staff_listfile SET made_at = clock(), found = rows_in_it, content = whole, ends_on = today() + days
   WHERE id = of_order AND begun_at IS NOT NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO history_event (actor_id, actor_unit_id, kind, verb, scope, details)
  SELECT m.id, m.unit_id, 'read', f.export_right, 'log', told || jsonb_build_object('found', rows_in_it)
    FROM staff_membership m WHERE m.id = f.membership_id;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION staff_keep_list_file TO trappan_nightly;

-- Say that no file can be made, and why.
CREATE FUNCTION staff_end_list_file(of_order bigint, because text, days int) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE staff_listfile SET why = because, ends_on = today() + days WHERE id = of_order AND made_at IS NULL AND why = ''
$$;
GRANT EXECUTE ON FUNCTION staff_end_list_file TO trappan_nightly;

-- Erase the files whose time is over, and those of memberships and accounts that have ended, with their orders; how
-- many they were.
CREATE FUNCTION staff_erase_list_files() RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE erased bigint;
BEGIN
  DELETE FROM staff_listfile f WHERE f.ends_on <= today()
    OR (f.made_at IS NOT NULL AND NOT staff_may_have_list_file(f));
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
GRANT EXECUTE ON FUNCTION staff_erase_list_files TO trappan_nightly;
