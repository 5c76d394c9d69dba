-- Ring for the worker: a row of this table waits. The job carries the row's number and nothing else, and no role may
-- write one: it comes with the row, in the row's own transaction. Each kind has a queue of its own, so that what takes
-- long need not be waited for; of rows that say a year the latest comes first, and after those that say none.
CREATE FUNCTION worker_ring() RETURNS trigger VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM procrastinate_defer_jobs_v1(ARRAY[
    ROW(TG_ARGV[0], TG_ARGV[0], COALESCE((to_jsonb(NEW) ->> 'year')::int - 10000, 0), NULL, NULL,
      jsonb_build_object('row', NEW.id), NULL)::procrastinate_job_to_defer_v1]);
  RETURN NULL;
END $$;
