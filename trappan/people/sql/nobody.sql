-- Does a text name nobody by number? A personnummer, with its hyphen or in twelve figures; an organisation's number has
-- no month in it. Asked of everything that is read by more than those who may read of a person.
CREATE FUNCTION people_names_nobody(of_text text) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN
  of_text !~ '\m\d\d[01]\d[0-9]\d[-+]\d{4}\M' AND of_text !~ '\m(19|20)\d\d[01]\d[0-9]\d[-+]?\d{4}\M';
GRANT EXECUTE ON FUNCTION people_names_nobody TO trappan_app;
