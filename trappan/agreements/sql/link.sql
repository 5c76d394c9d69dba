-- End the links that ask the same and are still out, for a reason.
CREATE FUNCTION agreements_end_links(of_person bigint, of_placement bigint, of_purpose text, of_subject text, why text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE agreements_link l SET ended_at = clock(), ended_why = why
   WHERE l.person_id = of_person AND l.placement_id IS NOT DISTINCT FROM of_placement AND l.purpose = of_purpose
     AND l.subject = of_subject AND l.used_at IS NULL AND l.ended_at IS NULL
$$;

-- No link ever about somebody with protected identity, on any path.
CREATE FUNCTION agreements_refuse_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.shielded) THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_link_about_protected';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER never_about_protected AFTER INSERT ON agreements_link FOR EACH ROW
  EXECUTE FUNCTION agreements_refuse_protected();

-- To sign is of the person's version that is to be signed now, and shows its text.
CREATE FUNCTION agreements_to_sign(of_version bigint, of_person bigint) RETURNS agreements_version
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE v agreements_version;
BEGIN
  PERFORM FROM agreements_agreement a JOIN agreements_version w ON w.agreement_id = a.id
    WHERE w.id = of_version AND w.person_id = of_person FOR UPDATE OF a;
  SELECT * INTO v FROM agreements_version w WHERE w.id = of_version AND w.person_id = of_person;
  IF v.withdrawn_at IS NOT NULL OR EXISTS (SELECT FROM agreements_version w
      WHERE w.agreement_id = v.agreement_id AND w.number > v.number) THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_as_it_stands';
  END IF;
  IF EXISTS (SELECT FROM agreements_signature s WHERE s.version_id = v.id AND s.party = 'employer') THEN
    RAISE EXCEPTION 'signed' USING ERRCODE = 'check_violation', CONSTRAINT = 'employer_has_signed';
  END IF;
  RETURN v;
END $$;

-- The moment from which a link that is made today holds no more.
CREATE FUNCTION agreements_link_until() RETURNS timestamptz STABLE LANGUAGE sql AS $$
  SELECT (today() + rule('link_days', today())::int + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'
$$;

-- A link has its text and days by the rules, goes to somebody who is still at the employer, and ends the one before
-- that asks the same.
CREATE FUNCTION agreements_order_link() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE v agreements_version; gone date;
BEGIN
  NEW.expires_at := agreements_link_until();
  IF NEW.purpose = 'sign' THEN
    v := agreements_to_sign(NEW.version_id, NEW.person_id);
    NEW.content := v.content || jsonb_build_object('changes', v.changes);
    NEW.digest := v.digest;
  ELSE
    PERFORM FROM people_person p WHERE p.id = NEW.person_id FOR NO KEY UPDATE;
    NEW.digest := encode(sha256(convert_to(NEW.content::text, 'UTF8')), 'hex');
  END IF;
  -- In line with whoever says that the contact has left.
  SELECT c.left_on INTO gone FROM agreements_agreement a JOIN employers_contact c ON c.id = a.contact_id
    WHERE a.placement_id = NEW.placement_id AND a.person_id = NEW.person_id FOR SHARE OF c;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'left' USING ERRCODE = 'check_violation', CONSTRAINT = 'link_to_who_is_there';
  END IF;
  PERFORM agreements_end_links(NEW.person_id, NEW.placement_id, NEW.purpose, NEW.subject, 'new');
  RETURN NEW;
END $$;
CREATE TRIGGER order_link BEFORE INSERT ON agreements_link FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_order_link();

-- One that stands in a reminder is sent with it.
CREATE TRIGGER rings AFTER INSERT ON agreements_link FOR EACH ROW WHEN (NEW.tried_at IS NULL)
  EXECUTE FUNCTION worker_ring('agreements.send_link');

-- Whoever becomes protected is in no link any more: what was out ends, and what it showed is gone.
CREATE FUNCTION agreements_forget_links() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements_link l SET content = '{}', address = '–', phone = '–',
    ended_at = COALESCE(l.ended_at, clock()), ended_why = COALESCE(NULLIF(l.ended_why, ''), 'protected')
   WHERE l.person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_links AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION agreements_forget_links();

-- Where whom one reaches is put right, or has left the employer, what went out before opens nothing more.
CREATE FUNCTION agreements_of_contact() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements_link l SET ended_at = clock(), ended_why = 'contact'
    FROM agreements_agreement a
   WHERE l.placement_id = a.placement_id AND l.purpose <> 'day' AND l.used_at IS NULL AND l.ended_at IS NULL
     AND CASE TG_TABLE_NAME WHEN 'employers_contact' THEN a.contact_id ELSE a.id END = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER of_contact AFTER UPDATE OF contact_id, email, phone ON agreements_agreement FOR EACH ROW
  WHEN ((OLD.contact_id, OLD.email, OLD.phone) IS DISTINCT FROM (NEW.contact_id, NEW.email, NEW.phone))
  EXECUTE FUNCTION agreements_of_contact();
CREATE TRIGGER of_contact_who_left AFTER UPDATE OF left_on ON employers_contact FOR EACH ROW
  WHEN (OLD.left_on IS NULL AND NEW.left_on IS NOT NULL) EXECUTE FUNCTION agreements_of_contact();

-- How a link stands: open, used or ended. By the row alone, since all that ends it is written there, and by the time.
CREATE FUNCTION agreements_link_is(l agreements_link) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN l.used_at IS NOT NULL THEN 'used'
    WHEN l.ended_at IS NOT NULL OR l.expires_at <= clock() THEN 'ended' ELSE 'open' END
$$;
GRANT EXECUTE ON FUNCTION agreements_link_is TO trappan_app;

CREATE FUNCTION agreements_digest(token text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to(token, 'UTF8')), 'hex')
$$;

-- What whoever has a link is told before the code: which organisation something waits for, until when and whom to
-- call; of no person. Why it ended where that says what to do, and never that somebody is protected. Nothing at all to
-- a stranger.
CREATE FUNCTION agreements_link_state(token text)
RETURNS TABLE (state text, purpose text, organisation text, municipality text, until timestamptz, keeper text,
  keeper_phone text, code_by text, hint text, has_code boolean, key uuid, used_at timestamptz, declined boolean,
  why text, minutes int, tries int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT agreements_link_is(l), l.purpose, l.organisation, o.name, l.expires_at,
    c.given_name || ' ' || c.family_name, c.phone, l.code_by, right(l.phone, 2),
    COALESCE(l.code_digest <> '' AND l.code_until > now(), false), l.key, l.used_at,
    COALESCE((SELECT k.said ? 'no' FROM agreements_statement k WHERE k.link_id = l.id), false),
    CASE WHEN l.ended_why IN ('new', 'changed', 'tries') THEN l.ended_why WHEN l.ended_at IS NULL THEN 'time' ELSE ''
      END, rule('link_code_minutes', today())::int, rule('link_tries', today())::int
  FROM agreements_link l JOIN staff_membership m ON m.id = l.author_id JOIN staff_colleague c ON c.id = m.colleague_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE l.token_digest = agreements_digest(token)
$$;
GRANT EXECUTE ON FUNCTION agreements_link_state TO trappan_web;

-- Write the digest of a code that a link is opened by from now on, for as long as the rules say.
CREATE FUNCTION agreements_give_code(of_link bigint, of_digest text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE agreements_link SET code_digest = of_digest, code_at = now(), codes = codes + 1,
    code_until = now() + make_interval(mins => rule('link_code_minutes', today())::int) WHERE id = of_link
$$;

-- Take a code for a link, by its digest, and tell where it goes: so many a link and so far apart as the rules say. `no`
-- says why not.
CREATE FUNCTION agreements_link_code(token text, of_digest text) RETURNS TABLE (phone text, no text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE l agreements_link;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'open' OR l.code_by <> 'sms' THEN
    RETURN QUERY SELECT '', 'ended';
  ELSIF l.codes >= rule('link_codes', today())::int THEN
    RETURN QUERY SELECT '', 'most';
  ELSIF l.code_at > now() - make_interval(mins => rule('link_code_wait', today())::int) THEN
    RETURN QUERY SELECT '', 'soon';
  ELSE
    PERFORM agreements_give_code(l.id, of_digest);
    RETURN QUERY SELECT l.phone::text, '';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_code TO trappan_web;

-- Whether the one who acts orders links for a purpose, and takes in what is answered: to employers whoever keeps
-- agreements, to the person also the social worker.
CREATE FUNCTION agreements_orders(of_purpose text) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT secrecy_role() = 'consultant' OR secrecy_role() = 'social_worker' AND of_purpose = 'follow_up'
$$;
GRANT EXECUTE ON FUNCTION agreements_orders TO trappan_app;

-- A colleague who reads a code aloud to whoever has the link.
CREATE FUNCTION agreements_read_code(of_link bigint, of_digest text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE l agreements_link;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.id = of_link FOR UPDATE;
  IF agreements_orders(l.purpose) IS NOT TRUE OR NOT people_works_with(l.person_id, 'plan')
      OR agreements_link_is(l) <> 'open' OR l.outcome = ''
      OR l.codes >= rule('link_codes_aloud', today())::int THEN
    RETURN false;
  END IF;
  PERFORM agreements_give_code(l.id, of_digest);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION agreements_read_code TO trappan_app;

-- Try a code. The try is counted first and stays counted when it is wrong: too many wrong ones end the link. Whoever
-- has it right reads in peace for as long as the rules say; right but too old it opens nothing, and is no wrong one.
CREATE FUNCTION agreements_try_code(l agreements_link, of_digest text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE last boolean := l.wrong + 1 >= rule('link_tries', today())::int;
BEGIN
  IF l.code_digest <> '' AND l.code_until > now() AND l.code_digest = of_digest THEN
    UPDATE agreements_link k SET opened_at = COALESCE(k.opened_at, clock()),
      code_until = GREATEST(k.code_until, now() + make_interval(mins => rule('link_read_minutes', today())::int))
     WHERE k.id = l.id;
    RETURN true;
  END IF;
  IF l.code_digest <> '' AND l.code_digest = of_digest THEN
    RETURN false;
  END IF;
  UPDATE agreements_link k SET wrong = k.wrong + 1,
    ended_at = CASE WHEN last THEN clock() END, ended_why = CASE WHEN last THEN 'tries' ELSE '' END
   WHERE k.id = l.id;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('refused', 'agreements.wrong_code', l.person_id, 'plan',
    jsonb_build_object('link', l.id, 'wrong', l.wrong + 1));
  RETURN false;
END $$;

-- The frozen text, to whoever has the link and the right code; an entry each time.
CREATE FUNCTION agreements_link_open(token text, of_digest text) RETURNS TABLE (content jsonb, digest text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE l agreements_link;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'open' OR NOT agreements_try_code(l, of_digest) THEN
    RETURN;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('read', 'agreements.open_link', l.person_id, 'plan', jsonb_build_object('link', l.id));
  RETURN QUERY SELECT l.content, l.digest::text;
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_open TO trappan_web;

-- Answer by a link, once: what is said is kept as the statement of whoever has it; a signature follows from it, and
-- nothing else. The code is tried, and counted, before anything else is looked at; what was read must be what stands.
-- Tells what became of it: done, code, or ended.
CREATE FUNCTION agreements_link_answer(token text, of_digest text, seen text, answer jsonb) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE l agreements_link;
BEGIN
  PERFORM FROM agreements_link k JOIN agreements_version v ON v.id = k.version_id
    JOIN agreements_agreement a ON a.id = v.agreement_id WHERE k.token_digest = agreements_digest(token)
    FOR UPDATE OF a;
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'open' THEN
    RETURN 'ended';
  END IF;
  IF NOT agreements_try_code(l, of_digest) THEN
    RETURN 'code';
  END IF;
  IF l.digest IS DISTINCT FROM seen OR jsonb_typeof(answer) <> 'object' OR length(answer::text) > 20000 THEN
    RETURN 'ended';
  END IF;
  BEGIN
    UPDATE agreements_link k SET used_at = clock() WHERE k.id = l.id;
    INSERT INTO agreements_statement (link_id, person_id, placement_id, purpose, subject, asked, said, at)
    VALUES (l.id, l.person_id, l.placement_id, l.purpose, l.subject, COALESCE(l.content->'questions', '[]'), answer,
      clock());
    IF l.purpose = 'sign' AND NOT answer ? 'no' THEN
      INSERT INTO agreements_signature (version_id, person_id, party, how, name, title, ground, hint, digest, link_id,
        author_id, at)
      VALUES (l.version_id, l.person_id, 'employer', 'link', answer->>'name', COALESCE(answer->>'title', ''), '',
        CASE l.code_by WHEN 'sms' THEN right(l.phone, 2) ELSE '' END, l.digest, l.id, NULL, clock());
    END IF;
  EXCEPTION WHEN check_violation OR unique_violation THEN
    -- Somebody has signed for them, or what they are part of has gone up in another, at the same moment.
    RETURN 'ended';
  END;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', CASE WHEN l.purpose <> 'sign' THEN 'agreements.answer_by_link'
      WHEN answer ? 'no' THEN 'agreements.decline_by_link' ELSE 'agreements.sign_by_link' END,
    l.person_id, 'plan', jsonb_build_object('link', l.id, 'purpose', l.purpose));
  RETURN 'done';
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_answer TO trappan_web;

-- The worker's three questions, as of messages: it reads and writes links by nothing else.
CREATE FUNCTION agreements_links_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT id FROM agreements_link WHERE outcome = '' AND ended_at IS NULL AND tried_at IS NULL
    AND (not_before IS NULL OR not_before <= now()) ORDER BY id
$$;
GRANT EXECUTE ON FUNCTION agreements_links_waiting TO trappan_nightly;

-- Take a link to send, with the digest of the token that the worker has just made for it.
CREATE FUNCTION agreements_link_take(of_row bigint, of_digest text)
RETURNS TABLE (channel text, address text, purpose text, organisation text, to_whom text, municipality text,
  keeper text, keeper_phone text, until timestamptz, site text, code_by text, key uuid)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM agreements_link l WHERE l.id = of_row AND l.outcome = '' AND l.tried_at IS NULL AND l.ended_at IS NULL
    AND (l.not_before IS NULL OR l.not_before <= now()) FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE agreements_link l SET tried_at = now(), times_tried = l.times_tried + 1, token_digest = of_digest
   WHERE l.id = of_row;
  RETURN QUERY SELECT l.channel::text, l.address::text, l.purpose::text, l.organisation::text, l.to_whom::text,
    o.name::text, c.given_name || ' ' || c.family_name, c.phone::text, l.expires_at, l.site::text, l.code_by::text,
    l.key
  FROM agreements_link l JOIN staff_membership m ON m.id = l.author_id JOIN staff_colleague c ON c.id = m.colleague_id
  JOIN staff_unit u ON u.id = m.unit_id JOIN staff_organisation o ON o.id = u.organisation_id WHERE l.id = of_row;
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_take TO trappan_nightly;

-- Say what became of a link that was being sent. `later`: nothing has left the house, and the next try makes a new
-- token; after most of a day it is given up.
CREATE FUNCTION agreements_link_tell(of_row bigint, became text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF became = 'later' THEN
    UPDATE agreements_link SET tried_at = NULL, token_digest = NULL,
      not_before = now() + make_interval(mins => least(60, 2 ^ (times_tried - 1))::int),
      outcome = CASE WHEN times_tried >= 24 THEN 'refused' ELSE '' END
    WHERE id = of_row AND outcome = '';
  ELSE
    UPDATE agreements_link SET outcome = became, sent_at = CASE became WHEN 'sent' THEN clock() END
    WHERE id = of_row AND outcome IN ('', 'unknown') AND tried_at IS NOT NULL;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_tell TO trappan_nightly;
