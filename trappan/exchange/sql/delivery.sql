-- May I deliver files to authorities? The controller of the only municipality in this house: where it serves several,
-- support months do not say whose they are.
CREATE FUNCTION exchange_delivers() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT insight_sees_figures() AND secrecy_role() = 'controller'
$$;
GRANT EXECUTE ON FUNCTION exchange_delivers TO trappan_app;

-- How long is the period of a kind of file, and which one was over last? NULL for no kind of ours.
CREATE FUNCTION exchange_span(of_kind text) RETURNS interval IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE of_kind WHEN 'statistics_month' THEN interval '1 month' WHEN 'individual_month' THEN interval '1 month'
    WHEN 'supervision_quarter' THEN interval '3 months' WHEN 'statistics_year' THEN interval '1 year'
    WHEN 'kolada_items' THEN interval '1 year' END
$$;

CREATE FUNCTION exchange_beginning(of_kind text, of_day date) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT date_trunc(CASE WHEN of_kind IN ('statistics_month', 'individual_month') THEN 'month'
    WHEN of_kind = 'supervision_quarter' THEN 'quarter' ELSE 'year' END, of_day)::date
  WHERE exchange_span(of_kind) IS NOT NULL
$$;

-- What is to be delivered, and by when, as the rules of today say: of each kind what has been over since the last that
-- was sent, and that one; where none was ever sent, what has been over since files were first ordered here, or the
-- last. Where the latest version has not been sent, `sent` is empty: a correction is owed as long as it lies here.
-- Quarters count from the one in which the duty began.
CREATE FUNCTION exchange_due() RETURNS TABLE (kind text, first date, due date, sent date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH kinds AS (
    SELECT k.kind, exchange_span(k.kind) AS span, rule(k.rule, today())::int AS days
    FROM (VALUES ('statistics_month', 'statistics_month_days'), ('statistics_year', 'statistics_year_days'),
      ('supervision_quarter', 'supervision_quarter_days'), ('kolada_items', 'kolada_items_days')) k (kind, rule)
  ), latest AS (
    SELECT DISTINCT ON (d.kind, d.first) d.kind, d.first, d.sent_on, d.version
    FROM exchange_delivery d WHERE d.municipality_id = insight_only_municipality()
    ORDER BY d.kind, d.first, d.version DESC
  ), begun AS (
    SELECT COALESCE(min(stockholm_day(d.at)), today()) AS day FROM exchange_delivery d
    WHERE d.municipality_id = insight_only_municipality()
  ), periods AS (
    SELECT k.kind, s.first::date AS first FROM kinds k CROSS JOIN begun b CROSS JOIN LATERAL generate_series(
      COALESCE((SELECT max(l.first) FROM latest l WHERE l.kind = k.kind AND l.sent_on IS NOT NULL),
        exchange_beginning(k.kind, (b.day - k.span)::date))::timestamp,
      exchange_beginning(k.kind, (today() - k.span)::date)::timestamp, k.span) s (first)
    UNION
    SELECT l.kind, l.first FROM latest l WHERE l.sent_on IS NULL AND EXISTS (SELECT FROM exchange_delivery d
      WHERE d.municipality_id = insight_only_municipality() AND d.kind = l.kind AND d.first = l.first
        AND d.sent_on IS NOT NULL)
  )
  SELECT p.kind, p.first, (p.first + k.span)::date - 1 + k.days, l.sent_on
  FROM periods p JOIN kinds k ON k.kind = p.kind LEFT JOIN latest l ON l.kind = p.kind AND l.first = p.first
  WHERE (SELECT exchange_delivers()) AND (p.kind <> 'supervision_quarter'
    OR p.first + k.span > (rule('requirement_from', today()) #>> '{}')::date)
  ORDER BY 3, 1, 2
$$;
GRANT EXECUTE ON FUNCTION exchange_due TO trappan_app;

-- Order a file of a period that is over; returns its number. What is there already gets another version, with the
-- reason.
CREATE FUNCTION exchange_order(of_kind text, of_first date, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  made bigint;
  before exchange_delivery;
BEGIN
  IF exchange_delivers() IS NOT TRUE THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'deliveries_are_the_controllers';
  END IF;
  IF (of_first = exchange_beginning(of_kind, of_first)
      AND of_first + exchange_span(of_kind) <= today()) IS NOT TRUE THEN
    RAISE EXCEPTION 'not over' USING ERRCODE = 'check_violation', CONSTRAINT = 'delivered_period_is_over';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('exchange.order', 0));
  SELECT d.* INTO before FROM exchange_delivery d WHERE d.municipality_id = insight_only_municipality()
    AND d.kind = of_kind AND d.first = of_first ORDER BY d.version DESC LIMIT 1;
  IF before.id IS NOT NULL AND before.made_at IS NULL THEN
    RAISE EXCEPTION 'waits' USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_is_being_made';
  END IF;
  INSERT INTO exchange_delivery (municipality_id, kind, first, version, reason, digest, columns, report, faults,
    is_trial, author_id, at)
  VALUES (insight_only_municipality(), of_kind, of_first, COALESCE(before.version, 0) + 1, why, '', '{}', '[]', 0,
    false, current_actor(), clock())
  RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION exchange_order TO trappan_app;

-- Other controllers read why: nobody stands there by number.
ALTER TABLE exchange_delivery ADD CONSTRAINT delivery_names_nobody CHECK (people_names_nobody(reason));

-- An order rings for the worker.
CREATE TRIGGER ring AFTER INSERT ON exchange_delivery FOR EACH ROW EXECUTE FUNCTION worker_ring('exchange.make');

CREATE FUNCTION exchange_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.id FROM exchange_delivery d WHERE d.made_at IS NULL ORDER BY d.id
$$;
GRANT EXECUTE ON FUNCTION exchange_waiting TO trappan_nightly;

-- Which file is an order of? Nothing where it is made.
CREATE FUNCTION exchange_ordered(of_delivery bigint) RETURNS TABLE (kind text, first date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.kind::text, d.first FROM exchange_delivery d WHERE d.id = of_delivery AND d.made_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION exchange_ordered TO trappan_nightly;

-- Who is protected, and which households of these months have one of them, as one text that says nothing of them: the
-- same as long as they are the same. Nobody's to call.
CREATE FUNCTION exchange_protected_mark(first date, last date) RETURNS text
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to(COALESCE(string_agg(DISTINCT x.said, ' ' ORDER BY x.said), ''), 'UTF8')), 'hex')
  FROM (SELECT s.household_id || ':' || s.month AS said FROM people_person p
    JOIN assistance_supportmonth s ON s.person_id = p.id WHERE p.shielded AND s.month BETWEEN first AND last
    UNION ALL SELECT p.id::text FROM people_person p WHERE p.shielded) x
$$;

-- Make an ordered file, of the columns that `layout` lists, and what the checks before sending find; within the
-- database, so that the worker reads nobody. The versions before are emptied: two of them would tell what came
-- between, also who became protected. A protection waits for no reading: whoever is becoming protected is waited for
-- before the file is kept, and where others are protected than when the reading began it is not kept, but waits to be
-- made anew; whoever becomes protected afterwards finds the file (exchange_forget). False there, and where it is made,
-- or somebody makes it. A preparation has its report and no file, and nothing of it is read to be written.
CREATE FUNCTION exchange_make(of_delivery bigint, layout jsonb, in_demo boolean) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  d exchange_delivery;
  last date;
  text_of text;
  lines int;
  all_of int;
  found jsonb;
  mark text;
  is_open boolean;
BEGIN
  SELECT x.* INTO d FROM exchange_delivery x WHERE x.id = of_delivery AND x.made_at IS NULL FOR UPDATE SKIP LOCKED;
  IF d.id IS NULL THEN
    RETURN false;
  END IF;
  last := (d.first + exchange_span(d.kind) - interval '1 month')::date;
  mark := exchange_protected_mark(d.first, last);
  is_open := d.kind <> 'individual_month' OR exchange_is_open(d.first);
  IF d.kind = 'supervision_quarter' THEN
    SELECT f.content, f.lines, f.found INTO text_of, lines, found
    FROM exchange_quarter_file(d.municipality_id, d.first, layout) f;
  ELSIF d.kind = 'kolada_items' THEN
    SELECT f.content, f.lines, f.found INTO text_of, lines, found FROM exchange_items_file(d.first, last, layout) f;
    found := exchange_items_report(d.first, last, layout) || found;
  ELSIF d.kind = 'individual_month' THEN
    SELECT f.content, f.lines INTO text_of, lines FROM exchange_individual_file(d.first, layout) f WHERE is_open;
    found := exchange_individual_report(d.first, in_demo, layout, is_open);
  ELSE
    SELECT f.content, f.lines, f.households INTO text_of, lines, all_of
    FROM exchange_statistics_file(d.first, last, layout) f;
    found := exchange_statistics_report(d.municipality_id, d.first, last, in_demo, layout);
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('exchange.make', 0));
  IF exchange_protected_mark(d.first, last) <> mark THEN
    RETURN false;
  END IF;
  IF is_open THEN
    INSERT INTO exchange_deliveryfile (delivery_id, content, households) VALUES (d.id, text_of, all_of);
  END IF;
  PERFORM exchange_empty(ARRAY(SELECT b.id FROM exchange_delivery b WHERE b.municipality_id = d.municipality_id
    AND b.kind = d.kind AND b.first = d.first AND b.version < d.version));
  UPDATE exchange_delivery SET made_at = clock(), rows = COALESCE(lines, 0), report = found,
    is_trial = NOT is_open,
    faults = (SELECT count(*) FROM jsonb_array_elements(found) r WHERE r -> 'is_fault' = 'true'),
    columns = ARRAY(SELECT x.c ->> 'heading' FROM jsonb_array_elements(layout -> 'columns') WITH ORDINALITY x (c, at)
      ORDER BY x.at),
    digest = COALESCE(encode(sha256(convert_to(text_of, 'UTF8')), 'hex'), ''),
    expires_on = today() + rule('delivery_kept_days', today())::int WHERE id = d.id;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION exchange_make TO trappan_nightly;

-- A line of a file: of each column the fact that it names, said by its codes where it has any; what a spreadsheet would
-- carry out is defused (insight_in_csv).
CREATE FUNCTION exchange_line(facts jsonb, layout jsonb) RETURNS text
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT string_agg(insight_in_csv(COALESCE(CASE WHEN c ? 'codes' THEN c -> 'codes' ->> (facts ->> (c ->> 'fact'))
    ELSE facts ->> (c ->> 'fact') END, '')), ',' ORDER BY at) || chr(13) || chr(10)
  FROM jsonb_array_elements(layout -> 'columns') WITH ORDINALITY x (c, at)
$$;

-- Of which columns of a layout is a fact there and its code unknown, so that the cell is empty? Each with what it is.
CREATE FUNCTION exchange_unsaid(facts jsonb, layout jsonb) RETURNS TABLE (heading text, fact text, code text)
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c ->> 'heading', c ->> 'fact', facts ->> (c ->> 'fact') FROM jsonb_array_elements(layout -> 'columns') c
  WHERE c ? 'codes' AND facts ->> (c ->> 'fact') IS NOT NULL AND NOT (c -> 'codes') ? (facts ->> (c ->> 'fact'))
$$;

-- The check of that over a file that is of nobody: how many cells, and which codes they are, for whoever keeps them.
CREATE FUNCTION exchange_unsaid_in(lines jsonb[], layout jsonb) RETURNS jsonb
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT jsonb_build_array(jsonb_build_object('check', 'unsaid', 'found', count(*), 'is_fault', count(*) > 0,
    'of', COALESCE(jsonb_agg(DISTINCT u.heading || ': ' || u.code), '[]')))
  FROM unnest(lines) l (facts) CROSS JOIN LATERAL exchange_unsaid(l.facts, layout) u
$$;

CREATE FUNCTION exchange_head(layout jsonb) RETURNS text
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT string_agg(insight_in_csv(c ->> 'heading'), ',' ORDER BY at) || chr(13) || chr(10)
  FROM jsonb_array_elements(layout -> 'columns') WITH ORDINALITY x (c, at)
$$;

-- Hand the file out to whoever ordered it, as long as it is kept and the right lasts, and write down that it was taken;
-- NULL for everybody else.
CREATE FUNCTION exchange_take_file(of_delivery bigint) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE text_of text;
BEGIN
  SELECT f.content INTO text_of FROM exchange_delivery d JOIN exchange_deliveryfile f ON f.delivery_id = d.id
  WHERE d.id = of_delivery AND exchange_delivers() AND d.author_id = current_actor() AND today() < d.expires_on;
  IF text_of IS NOT NULL THEN
    INSERT INTO exchange_taking (delivery_id, author_id, at) VALUES (of_delivery, current_actor(), clock());
  END IF;
  RETURN text_of;
END $$;
GRANT EXECUTE ON FUNCTION exchange_take_file TO trappan_app;

-- Write down that a version has been sent, today: the last one alone.
CREATE FUNCTION exchange_send(of_delivery bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF exchange_delivers() IS NOT TRUE THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'deliveries_are_the_controllers';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('exchange.order', 0));
  UPDATE exchange_delivery d SET sent_on = today(), sent_by_id = current_actor()
  WHERE d.id = of_delivery AND d.made_at IS NOT NULL AND d.sent_on IS NULL AND NOT d.is_trial
    AND NOT EXISTS (SELECT FROM exchange_delivery l WHERE l.municipality_id = d.municipality_id
      AND l.kind = d.kind AND l.first = d.first AND l.version > d.version);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'late' USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_can_be_sent';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION exchange_send TO trappan_app;

-- What is told of so many people or households, beside a file that they are not in: to the nearest five, and nothing
-- of fewer than five.
CREATE FUNCTION exchange_told(found bigint) RETURNS int IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN found >= 5 THEN round(found / 5.0)::int * 5 END
$$;
