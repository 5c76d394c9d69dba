-- A finished quarter's counts, a line an obstacle (exchange_quarter_of): once made they stand, so that two looks never
-- tell who came between them. A code of which no words hold yet has the first that it gets.
CREATE FUNCTION exchange_quarter_file(of_municipality bigint, first date, layout jsonb, OUT content text, OUT lines int,
  OUT found jsonb)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT exchange_head(layout) || COALESCE(string_agg(exchange_line(f.facts, layout), '' ORDER BY f.obstacle), ''),
    count(*)::int, exchange_unsaid_in(array_agg(f.facts), layout)
  FROM (SELECT q.obstacle, to_jsonb(q) || jsonb_build_object('quarter', to_char(first, 'YYYY-Q'), 'obstacle',
      (SELECT c.label_sv FROM rules_code c WHERE c."table" = 'obstacle' AND c.code = q.obstacle
        ORDER BY c.valid_from <= today() DESC, c.valid_from DESC LIMIT 1)) AS facts
    FROM exchange_quarter_of(first, of_municipality) q) f
$$;

-- What figures with an item of Kolada's say of each month, for all and by gender, of the same cells as every page and
-- hidden where those are. `layout` lists the items: figure, Kolada's id, words, and whether the item is the other share
-- of a hundred.
CREATE FUNCTION exchange_items(first date, last date, layout jsonb)
RETURNS TABLE (kolada text, figure text, title text, month text, gender text, value numeric, on_board numeric,
  unit text)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i ->> 'kolada', i ->> 'figure', i ->> 'title', to_char(t.month, 'YYYY-MM'), COALESCE(t.part[1], 'T'),
    CASE WHEN (i ->> 'is_other_share')::boolean THEN 100 - t.value::numeric ELSE t.value::numeric END, t.value::numeric,
    i ->> 'unit'
  FROM jsonb_array_elements(layout -> 'items') WITH ORDINALITY x (i, at)
  CROSS JOIN (VALUES ('{}'::text[]), ('{gender}')) b (of_by)
  CROSS JOIN LATERAL insight_tellable(ARRAY[i ->> 'figure'], b.of_by, first, last) t
  WHERE COALESCE(t.part[1], 'T') IN ('T', 'K', 'M') ORDER BY x.at, t.month, 5
$$;

CREATE FUNCTION exchange_items_file(first date, last date, layout jsonb, OUT content text, OUT lines int,
  OUT found jsonb)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT exchange_head(layout) || COALESCE(string_agg(exchange_line(to_jsonb(i), layout), ''
    ORDER BY i.figure, i.month, i.gender), ''), count(*)::int, exchange_unsaid_in(array_agg(to_jsonb(i)), layout)
  FROM exchange_items(first, last, layout) i
$$;

-- Of each item, in how many of the year's months it is told for all.
CREATE FUNCTION exchange_items_report(first date, last date, layout jsonb) RETURNS jsonb
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(jsonb_agg(jsonb_build_object('check', 'item', 'kolada', i ->> 'kolada', 'title', i ->> 'title',
    'found', n.told, 'is_fault', n.told < 12) ORDER BY at), '[]')
  FROM jsonb_array_elements(layout -> 'items') WITH ORDINALITY x (i, at) CROSS JOIN LATERAL (
    SELECT count(*) AS told FROM insight_tellable(ARRAY[i ->> 'figure'], '{}', first, last) t WHERE t.shown) n
$$;
