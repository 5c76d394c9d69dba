-- Ring for the worker: a row of this table waits. The job carries the row's number and nothing else, and no role may
-- write one: it comes with the row, in the row's own transaction.
CREATE FUNCTION worker_ring() RETURNS trigger VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM procrastinate_defer_jobs_v1(ARRAY[
    ROW('default', TG_ARGV[0], 0, NULL, NULL, jsonb_build_object('row', NEW.id), NULL)::procrastinate_job_to_defer_v1]);
  RETURN NULL;
END $$;
