-- How the worker is, in numbers: by the age of its last sign of life, since a killed one leaves its row. By the
-- machine's own time, which never stands still. `stalled` are jobs that a worker began and did not live to end.
CREATE FUNCTION worker_state() RETURNS TABLE (worker text, waiting bigint, oldest_s bigint, stalled bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN alive.at >= now() - interval '30 seconds' THEN 'up'
    WHEN alive.at >= now() - interval '2 minutes' THEN 'late' ELSE 'down' END,
    todo.jobs, todo.oldest, doing.jobs
  FROM (SELECT max(last_heartbeat) AS at FROM procrastinate_workers) alive,
    (SELECT count(*) AS jobs, COALESCE(extract(epoch FROM now() - min(e.at))::bigint, 0) AS oldest
      FROM procrastinate_jobs j LEFT JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred'
      WHERE j.status = 'todo' AND j.task_name <> 'worker.due') todo,
    (SELECT count(*) AS jobs FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
      WHERE j.status = 'doing' AND (w.id IS NULL OR w.last_heartbeat < now() - interval '2 minutes')) doing
$$;
GRANT EXECUTE ON FUNCTION worker_state TO trappan_web, trappan_app;
