-- Somebody new, with an account that opens nothing: the password is chosen by a link, and memberships come after.
CREATE FUNCTION staff_make_colleague(given text, family text, address text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  PERFORM staff_refuse_unkept(staff_administers() IS NOT NULL AND address NOT LIKE '%@trappan.invalid');
  PERFORM staff_refuse_known_address(NULL, address);
  INSERT INTO staff_colleague (given_name, family_name, email, kept_by_id)
  VALUES (given, family, lower(address), staff_administers()) RETURNING id INTO made;
  PERFORM staff_open_account(made);
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION staff_make_colleague TO trappan_app;

-- An address is one colleague's, whatever letters it is written with.
CREATE FUNCTION staff_refuse_known_address(of_colleague bigint, address text) RETURNS void
VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('staff.address'));
  IF EXISTS (SELECT FROM staff_colleague c WHERE lower(c.email) = lower(address)
      AND c.id IS DISTINCT FROM of_colleague) THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'unique_violation', CONSTRAINT = 'one_colleague_an_address';
  END IF;
END $$;

-- The colleague's account, made where there is none; a password that begins so is nobody's (Django's own word).
CREATE FUNCTION staff_open_account(of_colleague bigint) RETURNS bigint VOLATILE LANGUAGE sql AS $$
  INSERT INTO staff_user AS u (colleague_id, email, password, is_active, epoch, language)
  SELECT c.id, c.email, '!' || encode(sha256(uuid_send(gen_random_uuid())), 'hex'), true, 0, 'sv'
  FROM staff_colleague c WHERE c.id = of_colleague
  ON CONFLICT (colleague_id) DO UPDATE SET colleague_id = EXCLUDED.colleague_id RETURNING u.id
$$;

-- Another name or address. With the address, links for passwords go elsewhere: sessions end, and so do links.
CREATE FUNCTION staff_change_colleague(of_colleague bigint, given text, family text, address text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_refuse_unkept(staff_keeps_colleague(of_colleague) AND address NOT LIKE '%@trappan.invalid');
  PERFORM staff_refuse_known_address(of_colleague, address);
  UPDATE staff_colleague SET named_here = named_here OR (given_name, family_name) <> (given, family),
    given_name = given, family_name = family WHERE id = of_colleague;
  UPDATE staff_colleague SET email = lower(address) WHERE id = of_colleague AND lower(email) <> lower(address);
  IF FOUND THEN
    UPDATE staff_user SET email = lower(address), epoch = epoch + 1 WHERE colleague_id = of_colleague;
    UPDATE account_emailaddress e SET email = lower(address) FROM staff_user u
     WHERE u.colleague_id = of_colleague AND e.user_id = u.id;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION staff_change_colleague TO trappan_app;

-- Close an account at once, or open it again; nobody does it to themselves.
CREATE FUNCTION staff_keep_account(of_colleague bigint, is_open boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_refuse_unkept(staff_keeps_colleague(of_colleague));
  IF of_colleague = current_colleague() THEN
    RAISE EXCEPTION 'oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_of_oneself';
  END IF;
  PERFORM staff_open_account(of_colleague);
  UPDATE staff_user SET is_active = is_open, epoch = epoch + 1
   WHERE colleague_id = of_colleague AND is_active <> is_open;
END $$;
GRANT EXECUTE ON FUNCTION staff_keep_account TO trappan_app;

-- What an administrator reads of an account: is it open, is a password chosen, and when was it last used.
CREATE FUNCTION staff_account(of_colleague bigint)
RETURNS TABLE (is_open boolean, has_password boolean, used_at timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.is_active, u.password NOT LIKE '!%', u.last_login FROM staff_user u
  WHERE u.colleague_id = of_colleague AND staff_keeps_colleague(of_colleague)
$$;
GRANT EXECUTE ON FUNCTION staff_account TO trappan_app;

-- May I send a colleague a link for a password? Whoever keeps the account; and the head who has confirmed the first
-- membership of somebody new, as long as no password has been chosen.
CREATE FUNCTION staff_sends_link(of_colleague bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT staff_keeps_colleague(of_colleague) OR (secrecy_role() = 'head_of_unit' AND EXISTS (
    SELECT FROM staff_user u WHERE u.colleague_id = of_colleague AND u.password LIKE '!%' AND u.last_login IS NULL)
    AND (SELECT bool_and(m.confirmed_by_id = current_actor()) FROM staff_membership m
      WHERE m.colleague_id = of_colleague))
$$;

-- What a link for a password hangs on, so that it works once: with another password, sign-in or address it is dead.
-- A digest, from which nobody reads a password's own.
CREATE FUNCTION staff_link_hangs_on(of_user bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', u.id, u.password, u.last_login, u.email, u.is_active), 'UTF8')), 'hex')
  FROM staff_user u WHERE u.id = of_user
    AND (current_actor() IS NULL OR staff_sends_link(u.colleague_id))
$$;
GRANT EXECUTE ON FUNCTION staff_link_hangs_on TO trappan_app, trappan_web;

-- The account for which an administrator makes a link; made where there is none, refused where it is closed.
CREATE FUNCTION staff_account_for_link(of_colleague bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_refuse_unkept(staff_sends_link(of_colleague));
  IF of_colleague = current_colleague() THEN
    RAISE EXCEPTION 'oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_of_oneself';
  END IF;
  IF EXISTS (SELECT FROM staff_user u WHERE u.colleague_id = of_colleague AND NOT u.is_active) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_is_open';
  END IF;
  RETURN staff_open_account(of_colleague);
END $$;
GRANT EXECUTE ON FUNCTION staff_account_for_link TO trappan_app;
