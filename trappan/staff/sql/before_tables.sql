-- A name, or what somebody types to find one, as it is compared: small letters without accents (å as a, ı as i,
-- ß as ss), every hyphen and apostrophe as -, and every other sign that is no letter or figure as a space.
-- Signs that take no ink are taken away. The one home of this; staff/tests/test_names.py reads it anew, slowly.
CREATE FUNCTION name_folded(t text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN regexp_replace(regexp_replace(replace(replace(replace(translate(lower(normalize(regexp_replace(t,
    '[''`\u00b4\u00b7\u02b9-\u02bf\u02c8\u055a\u058a\u05be\u05f3\u1806\u2010-\u2015\u2018-\u201b\u2032\u2035'
    '\u2043\u2212\ua78c\ufe58\ufe63\uff07\uff0d]', '-', 'g'), NFKD)),
    'ıȷøæđðłħŧŋə', 'ijoaddlhtna'), 'ß', 'ss'), 'þ', 'th'), 'œ', 'oe'),
    '[\u0300-\u036f\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u206f'
    '\ufe00-\ufe0f\ufeff]', '', 'g'),
    '[\u0001-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u060c\u061b\u061f'
    '\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f]+', ' ', 'g') COLLATE "C";
GRANT EXECUTE ON FUNCTION name_folded TO trappan_app, trappan_web;

-- The parts of a name by whose start it is found, and a double name in one word besides: Anna-Karin is anna,
-- karin and annakarin. None is longer than an index takes. The cost says to ask an index, however few the rows.
CREATE FUNCTION name_parts(t text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE COST 10000 LANGUAGE sql
RETURN ARRAY(SELECT DISTINCT left(part, 100) COLLATE "C"
  FROM regexp_split_to_table(name_folded(t), ' ') name,
    unnest(string_to_array(name, '-') || replace(name, '-', '')) part
  WHERE part <> '' ORDER BY 1);
GRANT EXECUTE ON FUNCTION name_parts TO trappan_app, trappan_web;

-- The words that somebody typed, the longest first.
CREATE FUNCTION typed_words(t text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN ARRAY(SELECT word FROM (
    SELECT DISTINCT left(w, 100) COLLATE "C" AS word
    FROM regexp_split_to_table(name_folded(t), '[ -]+') w WHERE w <> '') words
  ORDER BY length(word) DESC, word);
GRANT EXECUTE ON FUNCTION typed_words TO trappan_app, trappan_web;

-- The same for what everybody may read (units, colleagues, activities), as PostgreSQL's own index of words has
-- it: every word that was typed is the start of a part of the name.
CREATE FUNCTION name_vector(first text, second text DEFAULT '') RETURNS tsvector
IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN array_to_tsvector(name_parts(first || ' ' || second));
GRANT EXECUTE ON FUNCTION name_vector TO trappan_app, trappan_web;

CREATE FUNCTION typed_query(t text) RETURNS tsquery IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN (SELECT string_agg('''' || word || ''':*', ' & ')::tsquery FROM unnest(typed_words(t)) word);
GRANT EXECUTE ON FUNCTION typed_query TO trappan_app, trappan_web;
