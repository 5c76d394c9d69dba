-- Ring for the worker: a row of this table waits. The job carries the row's number and nothing else, and no role may
-- write one: it comes with the row, in the row's own transaction. Each kind has a queue of its own, so that what takes
-- long need not be waited for. Of rows that say a month or a year the latest year comes first, its months before what
-- is of the year, and all of them after rows that say neither.
CREATE FUNCTION worker_ring() RETURNS trigger VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
DECLARE
  said jsonb := to_jsonb(NEW);
  turn int := COALESCE(2 * ((said ->> 'year')::int - 10000),
    2 * (extract(year FROM (said ->> 'month')::date)::int - 10000) + 1, 0);
BEGIN
  PERFORM procrastinate_defer_jobs_v1(ARRAY[ROW(TG_ARGV[0], TG_ARGV[0], turn, NULL, NULL,
    jsonb_build_object('row', NEW.id), NULL)::procrastinate_job_to_defer_v1]);
  RETURN NULL;
END $$;
