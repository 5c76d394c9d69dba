-- The parts of the names of those whom a unit or a membership may see, kept as grants come and go and as names
-- change. Nobody's to read: who could would learn from EXPLAIN, or a clock, of names behind a policy.
CREATE FUNCTION people_new_parts() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE moment timestamptz := clock();
BEGIN
  -- In line with whoever changes the name, or ends the last grant, at the same moment.
  PERFORM FROM people_person p WHERE p.id IN (SELECT n.person_id FROM n) ORDER BY p.id FOR NO KEY UPDATE;
  INSERT INTO people_namepart (unit_id, membership_id, word, sort, person_id)
  SELECT h.unit_id, h.membership_id, part, p.sort, p.id
  FROM (SELECT DISTINCT n.unit_id, n.membership_id, n.person_id FROM n
    WHERE n.ends_at IS NULL OR n.ends_at > moment) h
  JOIN people_person p ON p.id = h.person_id, unnest(name_parts(p.given_name || ' ' || p.family_name)) part
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER new_parts AFTER INSERT ON people_grant REFERENCING NEW TABLE AS n
  FOR EACH STATEMENT EXECUTE FUNCTION people_new_parts();

-- By what the grants are now: what a cascade has changed is told of when the next change is already made.
CREATE FUNCTION people_changed_parts() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE moment timestamptz := clock(); h record;
BEGIN
  PERFORM FROM people_person p WHERE p.id IN (SELECT n.person_id FROM n) ORDER BY p.id FOR NO KEY UPDATE;
  FOR h IN
    SELECT n.unit_id, n.membership_id, n.person_id, EXISTS (SELECT FROM people_grant g
      WHERE g.person_id = n.person_id AND (g.unit_id = n.unit_id OR g.membership_id = n.membership_id)
        AND (g.ends_at IS NULL OR g.ends_at > moment) OFFSET 0) AS open
    FROM (SELECT DISTINCT n.unit_id, n.membership_id, n.person_id FROM n) n
  LOOP
    IF h.open THEN
      INSERT INTO people_namepart (unit_id, membership_id, word, sort, person_id)
      SELECT h.unit_id, h.membership_id, part, p.sort, p.id
      FROM people_person p, unnest(name_parts(p.given_name || ' ' || p.family_name)) part
      WHERE p.id = h.person_id
      ON CONFLICT DO NOTHING;
    ELSE
      DELETE FROM people_namepart p WHERE p.person_id = h.person_id
        AND (p.unit_id = h.unit_id OR p.membership_id = h.membership_id);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER changed_parts AFTER UPDATE ON people_grant REFERENCING NEW TABLE AS n
  FOR EACH STATEMENT EXECUTE FUNCTION people_changed_parts();

-- The people in the actor's reach who are called so: every word that was typed is the start of a part of a name,
-- in any order. Begins from the word that the fewest in reach have and walks its index in order until there are
-- enough, so that it takes as long whatever others are known here. Never by sorting all who have the word.
CREATE FUNCTION people_called(typed text, at_most int) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_sort = off LANGUAGE plpgsql AS $$
DECLARE
  words text[] := typed_words(typed);
  my_unit bigint := secrecy_unit_for('identity'); me bigint := secrecy_member_for('identity');
  above CONSTANT text := U&'\+10FFFF';
  first text; rest text[]; found bigint[] := '{}'; one record;
BEGIN
  IF cardinality(words) > 1 THEN
    SELECT word INTO first FROM unnest(words) WITH ORDINALITY AS typed (word, place)
     ORDER BY (SELECT count(*) FROM (
       (SELECT FROM people_namepart p
         WHERE p.unit_id = my_unit AND p.word >= typed.word AND p.word < typed.word || above LIMIT 2000)
       UNION ALL
       (SELECT FROM people_namepart p
         WHERE p.membership_id = me AND p.word >= typed.word AND p.word < typed.word || above LIMIT 2000)) having_it),
       place LIMIT 1;
  ELSE
    first := words[1];
  END IF;
  rest := array_remove(words, first);
  FOR one IN
    SELECT p.person_id FROM (
      (SELECT p.word, p.sort, p.person_id FROM people_namepart p
        WHERE p.unit_id = my_unit AND p.word >= first AND p.word < first || above
        ORDER BY p.word, p.sort, p.person_id)
      UNION ALL
      (SELECT p.word, p.sort, p.person_id FROM people_namepart p
        WHERE p.membership_id = me AND p.word >= first AND p.word < first || above
        ORDER BY p.word, p.sort, p.person_id)) p
    -- OFFSET 0: each person by their own index, never by all who have the word.
    WHERE NOT EXISTS (SELECT FROM unnest(rest) other WHERE NOT EXISTS (SELECT FROM people_namepart o
      WHERE o.person_id = p.person_id AND o.word >= other AND o.word < other || above OFFSET 0) OFFSET 0)
    ORDER BY p.word, p.sort, p.person_id
  LOOP
    IF one.person_id <> ALL (found) AND people_holds(one.person_id, 'identity') THEN
      found := found || one.person_id;
      RETURN NEXT one.person_id;
      EXIT WHEN cardinality(found) >= at_most IS NOT FALSE;
    END IF;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION people_called TO trappan_app;
