-- Swedish order without ICU: å ä ö after z, other letters with marks beside their plain ones.
CREATE FUNCTION swedish_sort(t text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN regexp_replace(normalize(lower(translate(normalize(t, NFC),
  'ÅåÄäÆæÖöØøÜüÐðĐđŁłÞþß', '{{||||}}}}yyddddlltts')), NFD), '[\u0300-\u036f]', '', 'g')
  COLLATE "C";
GRANT EXECUTE ON FUNCTION swedish_sort TO trappan_app, trappan_web;

CREATE FUNCTION name_sort(first text, second text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN (swedish_sort(first) || '  ' || swedish_sort(second)) COLLATE "C";
GRANT EXECUTE ON FUNCTION name_sort TO trappan_app, trappan_web;
