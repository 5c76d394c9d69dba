-- Whom the organisation's own sign-in names, where the account is open; nobody otherwise.
CREATE FUNCTION staff_identified(by_issuer text, as_subject text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.id FROM staff_identity i JOIN staff_user u ON u.id = i.user_id
  WHERE i.issuer = by_issuer AND i.subject = as_subject AND i.ended_at IS NULL AND u.is_active
$$;
GRANT EXECUTE ON FUNCTION staff_identified TO trappan_web;

-- End every session of an account but this one: each was tied to its epoch.
CREATE FUNCTION staff_end_sessions(of_user bigint, but_for text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE staff_signin s SET epoch = u.epoch + 1 FROM staff_user u
   WHERE u.id = of_user AND s.user_id = u.id AND s.epoch = u.epoch
     AND s.digest = encode(sha256(convert_to(but_for, 'UTF8')), 'hex');
  UPDATE staff_user SET epoch = epoch + 1 WHERE id = of_user;
END $$;
GRANT EXECUTE ON FUNCTION staff_end_sessions TO trappan_web;

-- The library notes an account's address beside it, and sends links there: it is never another than the account's.
CREATE FUNCTION staff_refuse_other_address() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF lower(NEW.email) IS DISTINCT FROM (SELECT lower(u.email) FROM staff_user u WHERE u.id = NEW.user_id) THEN
    RAISE EXCEPTION 'address' USING ERRCODE = 'check_violation', CONSTRAINT = 'address_of_the_account';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_other_address BEFORE INSERT OR UPDATE ON account_emailaddress
  FOR EACH ROW EXECUTE FUNCTION staff_refuse_other_address();

-- Who signed in, by what the session alone can show; nobody where the session has ended or run out, the
-- account is closed, or a membership has changed since.
CREATE FUNCTION staff_signed_in(by_sign_in text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT u.colleague_id FROM staff_signin s
    JOIN staff_user u ON u.id = s.user_id AND u.is_active AND u.epoch = s.epoch
    JOIN django_session d ON d.session_key = s.session AND d.expire_date > now()
    WHERE s.digest = encode(sha256(convert_to(by_sign_in, 'UTF8')), 'hex'));
END $$;
GRANT EXECUTE ON FUNCTION staff_signed_in TO trappan_web;

-- Somebody has signed in: kept with the session, and in the log, also where it was not with a password.
-- The log names the colleague by the first membership in force.
CREATE FUNCTION staff_sign_in(of_user bigint, as_sign_in text, in_session text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE u staff_user; m staff_membership;
BEGIN
  SELECT * INTO STRICT u FROM staff_user s WHERE s.id = of_user AND s.is_active;
  INSERT INTO staff_signin AS s (digest, session, user_id, epoch)
  VALUES (encode(sha256(convert_to(as_sign_in, 'UTF8')), 'hex'), in_session, u.id, u.epoch)
  ON CONFLICT (digest) DO UPDATE SET user_id = EXCLUDED.user_id, epoch = EXCLUDED.epoch, at = EXCLUDED.at;
  SELECT * INTO m FROM staff_membership f WHERE f.colleague_id = u.colleague_id AND staff_in_force(f)
   ORDER BY f.id LIMIT 1;
  INSERT INTO history_event (kind, verb, scope, actor_id, actor_unit_id, details)
  VALUES ('sign_in', 'staff.sign_in', 'log', m.id, m.unit_id, jsonb_build_object('colleague', u.colleague_id));
END $$;
GRANT EXECUTE ON FUNCTION staff_sign_in TO trappan_web;

-- The session has another key now (a new password): the sign-in goes with it.
CREATE FUNCTION staff_move_sign_in(by_sign_in text, to_sign_in text, to_session text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE staff_signin SET digest = encode(sha256(convert_to(to_sign_in, 'UTF8')), 'hex'), session = to_session
   WHERE digest = encode(sha256(convert_to(by_sign_in, 'UTF8')), 'hex');
END $$;
GRANT EXECUTE ON FUNCTION staff_move_sign_in TO trappan_web;

-- Who has made a link for an account that may still be used, or led its mail elsewhere, by their accounts: one's own
-- request has no maker.
CREATE FUNCTION staff_link_makers(of_user bigint, lasts interval) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT maker.id FROM staff_user u JOIN history_event e ON e.at > clock() - lasts
    AND e.verb IN ('staff.make_password_link', 'staff.change_address')
    AND e.details->'colleague' = to_jsonb(u.colleague_id)
  JOIN staff_membership m ON m.id = e.actor_id AND m.colleague_id <> u.colleague_id
  JOIN staff_user maker ON maker.colleague_id = m.colleague_id
  WHERE u.id = of_user
$$;
GRANT EXECUTE ON FUNCTION staff_link_makers TO trappan_web;

-- A password has been chosen by a link: kept for its owner to read, and in the log, with who had made the link.
CREATE FUNCTION staff_password_chosen(of_user bigint, lasts interval) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE u staff_user; m staff_membership;
BEGIN
  UPDATE staff_user SET chosen_at = clock() WHERE id = of_user RETURNING * INTO STRICT u;
  SELECT * INTO m FROM staff_membership f WHERE f.colleague_id = u.colleague_id AND staff_in_force(f)
   ORDER BY f.id LIMIT 1;
  INSERT INTO history_event (kind, verb, scope, actor_id, actor_unit_id, details)
  VALUES ('sign_in', 'staff.choose_password', 'log', m.id, m.unit_id, jsonb_build_object('colleague', u.colleague_id,
    'made_by', (SELECT COALESCE(jsonb_agg(w.colleague_id ORDER BY w.colleague_id), '[]') FROM staff_user w
      WHERE w.id IN (SELECT staff_link_makers(of_user, lasts)))));
END $$;
GRANT EXECUTE ON FUNCTION staff_password_chosen TO trappan_web;
