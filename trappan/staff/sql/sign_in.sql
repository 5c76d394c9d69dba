-- Whom the organisation's own sign-in names, where the account is open; nobody otherwise.
CREATE FUNCTION staff_identified(by_issuer text, as_subject text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.id FROM staff_identity i JOIN staff_user u ON u.id = i.user_id
  WHERE i.issuer = by_issuer AND i.subject = as_subject AND i.ended_at IS NULL AND u.is_active
$$;
GRANT EXECUTE ON FUNCTION staff_identified TO trappan_web;

-- End every session of an account: each was tied to its epoch.
CREATE FUNCTION staff_end_sessions(of_user bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE staff_user SET epoch = epoch + 1 WHERE id = of_user
$$;
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
