CREATE FUNCTION current_actor() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.actor', true), '')::bigint;
GRANT EXECUTE ON FUNCTION current_actor TO trappan_app, trappan_web;

CREATE FUNCTION current_colleague() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.colleague', true), '')::bigint;
GRANT EXECUTE ON FUNCTION current_colleague TO trappan_app, trappan_web;

CREATE FUNCTION current_unit() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.unit', true), '')::bigint;
GRANT EXECUTE ON FUNCTION current_unit TO trappan_app, trappan_web;
