CREATE FUNCTION staff_subscription_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.ended_at := COALESCE(OLD.ended_at, clock());
  RETURN NEW;
END $$;

CREATE TRIGGER ends BEFORE UPDATE ON staff_subscription FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION staff_subscription_ends();

-- Whose address it is, where it has not been taken back and the membership and the account still hold.
CREATE FUNCTION staff_subscriber(of_digest text)
RETURNS TABLE (colleague_id bigint, membership_id bigint, unit_id bigint, role text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.colleague_id, m.id, m.unit_id, m.role FROM staff_subscription s
  JOIN staff_membership m ON m.id = s.membership_id
  WHERE s.digest = of_digest AND s.ended_at IS NULL AND staff_in_force(m)
    AND EXISTS (SELECT FROM staff_user u WHERE u.colleague_id = m.colleague_id AND u.is_active)
$$;
GRANT EXECUTE ON FUNCTION staff_subscriber TO trappan_web;
