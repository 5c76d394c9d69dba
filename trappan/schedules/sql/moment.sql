CREATE FUNCTION stockholm_day(of_moment timestamptz) RETURNS date STABLE LANGUAGE sql
RETURN (of_moment AT TIME ZONE 'Europe/Stockholm')::date;
GRANT EXECUTE ON FUNCTION stockholm_day TO trappan_app;
