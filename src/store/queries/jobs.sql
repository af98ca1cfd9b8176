-- name: job_by_id
SELECT id, kind, owner, person, state, asked, begun, ended, sealed FROM job WHERE id = ?;

-- name: latest_job
SELECT id, kind, owner, person, state, asked, begun, ended, sealed FROM job WHERE owner = ? AND kind = ?
ORDER BY asked DESC, id DESC LIMIT 1;

-- name: jobs_in_state
SELECT id, kind, owner, person, state, asked, begun, ended, sealed FROM job WHERE state = ? ORDER BY asked, id;

-- name: add_job
INSERT INTO job (id, kind, owner, person, state, asked, begun, ended, sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (owner, kind) WHERE state IN ('waiting', 'running') DO NOTHING;

-- name: change_job
UPDATE job SET state = ?, begun = ?, ended = ?, sealed = ? WHERE id = ?;

-- name: take_job
UPDATE job SET state = 'running', begun = ?, kept = ?
WHERE id = (SELECT id FROM job WHERE state = 'waiting' ORDER BY asked, id LIMIT 1 {skip_locked})
RETURNING id, kind, owner, person, state, asked, begun, ended, sealed;

-- name: at_work_on_job
UPDATE job SET kept = ? WHERE id = ? AND state = 'running';

-- name: jobs_left
SELECT id, kind, owner, person, state, asked, begun, ended, sealed FROM job
WHERE state = 'running' AND (kept IS NULL OR kept < ?) ORDER BY asked, id;

-- name: forget_jobs
DELETE FROM job WHERE owner = ? AND kind = ?;
