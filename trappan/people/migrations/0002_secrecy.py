from django.db import migrations

from trappan.secrecy.policies import opens, secret, versioned
from trappan.secrecy.scopes import OPENED_BY

PERSON = """
-- The second lock of protected identity: only a grant in the reader's own name opens.
CREATE POLICY named ON people_person AS RESTRICTIVE TO trappan_app USING (
  protection = 'none' OR EXISTS (SELECT FROM people_grant g WHERE g.person_id = people_person.id
    AND g.membership_id = (SELECT secrecy_member_for('identity'))
    AND g.starts_at <= (SELECT clock()) AND (g.ends_at IS NULL OR (SELECT clock()) < g.ends_at)));

ALTER TABLE people_grant ENABLE ROW LEVEL SECURITY;
-- Only those in force: a grant carries the person's name in its sort key.
CREATE POLICY seen ON people_grant FOR SELECT TO trappan_app USING (
  (unit_id = (SELECT secrecy_unit_for('identity'))
    OR membership_id = (SELECT secrecy_member_for('identity')))
  AND starts_at <= (SELECT clock()) AND (ends_at IS NULL OR (SELECT clock()) < ends_at));
GRANT SELECT ON people_grant TO trappan_app;

ALTER TABLE people_household ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON people_household FOR SELECT TO trappan_app USING (EXISTS (
  SELECT FROM people_householdmember h WHERE h.household_id = people_household.id));
GRANT SELECT ON people_household TO trappan_app;

ALTER TABLE people_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON people_opening FOR SELECT TO trappan_app USING (
  (SELECT secrecy_role()) = 'head_of_unit');
GRANT SELECT (id, head_id, asked_at, agreed_by_id, agreed_at) ON people_opening TO trappan_app;
"""

TRIGGERS = """
-- Every grant carries the person's sort keys, and none to a unit opens a protected person.
CREATE FUNCTION people_grant_is_right() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE shield text;
BEGIN
  SELECT p.sort, p.given_sort, p.protection INTO NEW.sort, NEW.given_sort, shield
  FROM people_person p WHERE p.id = NEW.person_id;
  IF shield <> 'none' AND NEW.unit_id IS NOT NULL
     AND (NEW.ends_at IS NULL OR NEW.ends_at > clock()) THEN
    RAISE EXCEPTION 'protected: by name only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_by_name_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_right BEFORE INSERT ON people_grant
  FOR EACH ROW EXECUTE FUNCTION people_grant_is_right();

CREATE FUNCTION people_grants_follow() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sort <> OLD.sort OR NEW.given_sort <> OLD.given_sort THEN
    UPDATE people_grant SET sort = NEW.sort, given_sort = NEW.given_sort WHERE person_id = NEW.id;
  END IF;
  IF NEW.protection <> 'none' AND OLD.protection = 'none' THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = NEW.id AND unit_id IS NOT NULL AND (ends_at IS NULL OR ends_at > clock());
  END IF;
  IF NEW.protection = 'registration' THEN
    -- Not stored means not in what the row was before, either.
    DELETE FROM people_contact WHERE person_id = NEW.id;
    DELETE FROM history_version WHERE of_table = 'people_contact' AND person_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow AFTER UPDATE ON people_person
  FOR EACH ROW EXECUTE FUNCTION people_grants_follow();

CREATE FUNCTION people_contact_may_be_kept() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.protection = 'registration') THEN
    RAISE EXCEPTION 'never stored'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_contact_for_protected';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_be_kept BEFORE INSERT OR UPDATE ON people_contact
  FOR EACH ROW EXECUTE FUNCTION people_contact_may_be_kept();

-- A withdrawn consent ends, in the same transaction, what rested on it.
CREATE FUNCTION people_consent_ends() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = NEW.person_id AND g.basis IN ('placement', 'consent')
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND EXISTS (SELECT FROM staff_unit u LEFT JOIN staff_membership m ON m.unit_id = u.id
       WHERE u.organisation_id = NEW.organisation_id
         AND (u.id = g.unit_id OR m.id = g.membership_id));
  RETURN NULL;
END $$;
CREATE TRIGGER ends AFTER UPDATE ON people_consent FOR EACH ROW
  WHEN (OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL)
  EXECUTE FUNCTION people_consent_ends();
"""

HOLDS = f"""
-- Does the actor hold this scope for this person, now? The same question as the policies ask.
CREATE FUNCTION people_holds(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE of_scope
    {"".join(f"WHEN '{scope}' THEN {opens(scope, 'of_person')} " for scope in OPENED_BY)}
    ELSE false END
  AND EXISTS (SELECT FROM people_person p WHERE p.id = of_person AND (p.protection = 'none'
    OR EXISTS (SELECT FROM people_grant g WHERE g.person_id = of_person
      AND g.membership_id = secrecy_member_for('identity')
      AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at))))
$$;
"""

# Who opened a file for a day may read it, but let nobody else in: that takes a lasting grant.
LASTING = "g.basis NOT IN ('emergency', 'supervision') AND "
RESPONSIBLE = f"""
-- Does the actor hold this scope by assignment, application, placement or import?
CREATE FUNCTION people_works_with(of_person bigint, of_scope text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_holds(of_person, of_scope) AND CASE of_scope
    {"".join(f"WHEN '{scope}' THEN {opens(scope, 'of_person').replace('WHERE g.', f'WHERE {LASTING}g.')} " for scope in OPENED_BY)}
    ELSE false END
$$;
REVOKE EXECUTE ON FUNCTION people_works_with FROM PUBLIC;
"""

DOORS = """
-- A new person and the first grants in one statement; `to_me` where only the name may open.
CREATE FUNCTION people_register(of_number text, given text, family text, of_gender text,
  of_protection text, of_languages text[], needs_interpreter boolean, scopes text[])
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint; s text;
BEGIN
  FOREACH s IN ARRAY scopes LOOP
    IF secrecy_unit_for(s) IS NULL THEN
      RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
    END IF;
  END LOOP;
  IF EXISTS (SELECT FROM people_number n WHERE n.number = of_number) THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_known';
  END IF;
  INSERT INTO people_person (given_name, family_name, gender, protection, languages, interpreter, education)
  VALUES (given, family, of_gender, of_protection, of_languages, needs_interpreter, '') RETURNING id INTO made;
  INSERT INTO people_number (person_id, number) VALUES (made, of_number);
  FOREACH s IN ARRAY scopes LOOP
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, sort, given_sort)
    VALUES (made, CASE WHEN of_protection = 'none' THEN secrecy_unit_for(s) END,
      CASE WHEN of_protection <> 'none' THEN secrecy_member_for(s) END, s, 'application', '', '', '');
  END LOOP;
  RETURN made;
END $$;

-- Whose is a number: new, yours, another unit's (ask it), or protected (ask your head). Logged and
-- slowed down, so that nobody can try numbers to learn who is known here.
CREATE FUNCTION people_find_number(of_number text)
RETURNS TABLE (answer text, person_id bigint, unit_name text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found bigint; shield text; said text; asked text := ''; seen bigint;
BEGIN
  IF secrecy_member_for('identity') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_search';
  END IF;
  IF (SELECT count(*) FROM history_event e JOIN staff_membership m ON m.id = e.actor_id
      WHERE e.kind = 'search' AND m.colleague_id = current_colleague()
        AND e.at > clock() - interval '10 minutes') >= 30 THEN
    RAISE EXCEPTION 'too many' USING ERRCODE = 'check_violation', CONSTRAINT = 'too_many_searches';
  END IF;
  SELECT n.person_id, p.protection INTO found, shield
  FROM people_number n JOIN people_person p ON p.id = n.person_id WHERE n.number = of_number;
  IF found IS NULL THEN said := 'new';
  ELSIF people_holds(found, 'identity') THEN said := 'yours'; seen := found;
  ELSIF shield <> 'none' THEN said := 'ask_head';
  ELSE
    said := 'ask_unit';
    SELECT u.name INTO asked FROM people_grant g LEFT JOIN staff_membership m ON m.id = g.membership_id
      JOIN staff_unit u ON u.id = COALESCE(g.unit_id, m.unit_id)
     WHERE g.person_id = found AND g.scope IN ('plan', 'assistance')
     ORDER BY (g.ends_at IS NULL OR g.ends_at > clock()) DESC, g.starts_at DESC, g.id DESC LIMIT 1;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('search', 'people.find_number', found, 'log', jsonb_build_object('answer', said));
  RETURN QUERY SELECT said, seen, COALESCE(asked, '');
END $$;

-- The same person comes to carry another number (a reservnummer became a personnummer).
CREATE FUNCTION people_add_number(of_person bigint, of_number text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF EXISTS (SELECT FROM people_number n WHERE n.number = of_number) THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_known';
  END IF;
  INSERT INTO people_number (person_id, number) VALUES (of_person, of_number);
END $$;

-- Give a grant: the giver must hold the scope, the receiver's role must be able to, never oneself.
CREATE FUNCTION people_give_grant(of_person bigint, to_unit bigint, to_membership bigint,
  of_scope text, on_basis text, until timestamptz)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF NOT people_works_with(of_person, of_scope) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF on_basis NOT IN ('assignment', 'placement', 'referral', 'hand_over', 'consent') THEN
    RAISE EXCEPTION 'basis' USING ERRCODE = 'check_violation', CONSTRAINT = 'basis_not_for_giving';
  END IF;
  IF to_unit = current_unit() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    IF EXISTS (SELECT FROM people_grant g
        WHERE g.person_id = of_person AND g.membership_id = to_membership AND g.scope = of_scope
          AND g.basis NOT IN ('emergency', 'supervision')
          AND (g.ends_at IS NULL OR g.ends_at > clock())) THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF to_membership IS NOT NULL AND NOT EXISTS (SELECT FROM staff_membership m
      JOIN secrecy_rolescope s ON s.role = m.role AND s.scope = of_scope AND s.through_unit
      WHERE m.id = to_membership AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  SELECT g.id INTO made FROM people_grant g WHERE g.person_id = of_person AND g.scope = of_scope
    AND g.basis = on_basis AND g.unit_id IS NOT DISTINCT FROM to_unit
    AND g.membership_id IS NOT DISTINCT FROM to_membership AND g.ends_at IS NOT DISTINCT FROM until
    AND (g.ends_at IS NULL OR g.ends_at > clock());
  IF made IS NULL THEN
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
    VALUES (of_person, to_unit, to_membership, of_scope, on_basis, '', until, '', '') RETURNING id INTO made;
  END IF;
  RETURN made;
END $$;

-- End what a unit or a membership holds on a basis, from a moment on.
CREATE FUNCTION people_end_grants(of_person bigint, of_unit bigint, of_membership bigint,
  on_basis text, at_moment timestamptz)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, at_moment)
   WHERE person_id = of_person AND unit_id IS NOT DISTINCT FROM of_unit
     AND membership_id IS NOT DISTINCT FROM of_membership AND basis = on_basis
     AND (ends_at IS NULL OR ends_at > at_moment);
END $$;

-- Protection changes by a colleague who works with the person, who then holds by name what the
-- unit held: everybody else's way in through a unit closes in the same statement.
CREATE FUNCTION people_protect(of_person bigint, how text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF how <> 'none' THEN
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort, given_sort)
    SELECT DISTINCT of_person, current_actor(), g.scope, g.basis, '', '', ''
    FROM people_grant g JOIN secrecy_rolescope s ON s.scope = g.scope AND s.role = secrecy_role()
    WHERE g.person_id = of_person AND g.unit_id = current_unit()
      AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at);
  END IF;
  UPDATE people_person SET protection = how WHERE id = of_person;
END $$;

-- Opened without being responsible, for 24 hours, with a reason; an event in the same statement.
CREATE FUNCTION people_open(of_person bigint, to_membership bigint, on_basis text, why text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
  SELECT of_person, m.id, s.scope, on_basis, why, clock() + interval '24 hours', '', ''
  FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
  WHERE m.id = to_membership AND staff_in_force(m);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('opening', 'people.open_by_' || on_basis, of_person, 'log',
    jsonb_build_object('membership', to_membership));
END $$;

CREATE FUNCTION people_open_in_emergency(of_number text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  IF secrecy_member_for('plan') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_open';
  END IF;
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  SELECT n.person_id INTO found FROM people_number n WHERE n.number = of_number;
  IF found IS NULL THEN
    RAISE EXCEPTION 'unknown' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_unknown';
  END IF;
  IF secrecy_role() = 'head_of_unit'
     AND (SELECT protection FROM people_person WHERE id = found) <> 'none' THEN
    INSERT INTO people_opening (person_id, head_id, reason) VALUES (found, current_actor(), why);
    RETURN NULL;
  END IF;
  PERFORM people_open(found, current_actor(), 'emergency', why);
  RETURN found;
END $$;

-- A second head of unit agrees that the first opens a protected person's file.
CREATE FUNCTION people_agree_opening(of_opening bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o people_opening;
BEGIN
  SELECT * INTO o FROM people_opening WHERE id = of_opening AND agreed_at IS NULL
     AND asked_at > clock() - interval '24 hours' FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM staff_membership h JOIN staff_unit hu ON hu.id = h.unit_id
       JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = hu.organisation_id
       WHERE h.id = o.head_id) OR secrecy_role() IS DISTINCT FROM 'head_of_unit' THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = o.head_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  UPDATE people_opening SET agreed_by_id = current_actor(), agreed_at = clock() WHERE id = of_opening;
  PERFORM people_open(o.person_id, o.head_id, 'supervision', o.reason);
END $$;

CREATE FUNCTION people_new_household(of_reference text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_member_for('requirement') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  INSERT INTO people_household (reference) VALUES (of_reference) RETURNING id INTO made;
  RETURN made;
END $$;

REVOKE EXECUTE ON FUNCTION people_holds, people_register, people_find_number, people_add_number,
  people_give_grant, people_end_grants, people_protect, people_open, people_open_in_emergency,
  people_agree_opening, people_new_household, people_grant_is_right, people_grants_follow,
  people_contact_may_be_kept, people_consent_ends FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_holds, people_register, people_find_number, people_add_number,
  people_give_grant, people_end_grants, people_protect, people_open_in_emergency,
  people_agree_opening, people_new_household TO trappan_app;
"""


def told_history() -> str:
    """History obeys the scope and unit of the row it tells of; reading is the auditor's too."""
    sql = [
        f"CREATE POLICY named ON history_{name} AS RESTRICTIVE FOR SELECT TO trappan_app USING "
        "(person_id IS NULL OR (SELECT secrecy_role()) IN ('auditor', 'head_of_unit') "
        f"OR EXISTS (SELECT FROM people_person p WHERE p.id = history_{name}.person_id))"
        for name in ("event", "version")
    ]
    for name in ("event", "version"):
        table = f"history_{name}"
        sql += [
            f"CREATE POLICY seen_{scope} ON {table} FOR SELECT TO trappan_app USING "
            f"(scope = '{scope}' AND {opens(scope, f'{table}.person_id', f'{table}.unit_id')})"
            for scope in OPENED_BY
        ]
    sql.append(
        "CREATE POLICY made ON history_event FOR INSERT TO trappan_app WITH CHECK "
        "((SELECT secrecy_role()) IS NOT NULL AND actor_id = current_actor() AND (person_id IS NULL "
        "OR EXISTS (SELECT FROM people_person p WHERE p.id = history_event.person_id)))"
    )
    sql.append(
        "CREATE POLICY audited ON history_event FOR SELECT TO trappan_app USING "
        "(kind <> 'write' AND (SELECT secrecy_role()) = 'auditor')"
    )
    sql.append(
        "CREATE POLICY headed ON history_event FOR SELECT TO trappan_app USING "
        "(kind <> 'write' AND (SELECT secrecy_role()) = 'head_of_unit' "
        "AND actor_unit_id = (SELECT current_unit()))"
    )
    return ";\n".join(sql)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_people"), ("history", "0002_append_only")]
    operations = [
        secret("people_person", "identity", person="id"),
        migrations.RunSQL(PERSON, migrations.RunSQL.noop),
        migrations.RunSQL(
            f"CREATE POLICY changed ON people_person FOR UPDATE TO trappan_app "
            f"USING ({opens('plan', 'people_person.id')}); "
            "GRANT UPDATE (given_name, family_name, gender, languages, interpreter, education) "
            "ON people_person TO trappan_app",
            migrations.RunSQL.noop,
        ),
        secret("people_number", "plan"),
        secret("people_contact", "plan", insert=True, update=("phone", "email", "address", "postal_code", "city")),
        secret("people_householdmember", "requirement", insert=True, update=("ends_on",)),
        secret("people_consent", "plan", insert=True, update=("withdrawn_on",)),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(HOLDS, migrations.RunSQL.noop),
        migrations.RunSQL(RESPONSIBLE, migrations.RunSQL.noop),
        migrations.RunSQL(DOORS, migrations.RunSQL.noop),
        migrations.RunSQL(told_history(), migrations.RunSQL.noop),
        versioned("people_person", "identity"),
        versioned("people_contact", "plan"),
        versioned("people_householdmember", "requirement"),
        versioned("people_consent", "plan"),
    ]
