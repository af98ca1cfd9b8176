-- Several servers share the work. Whoever carries a job out says so from time to time (kept), and of one
-- owner and kind no more than one waits or runs; mails are counted by when they were taken.
ALTER TABLE job ADD COLUMN kept {time};
UPDATE job SET state = 'failed', ended = asked
WHERE state IN ('waiting', 'running') AND EXISTS (
  SELECT 1 FROM job AS later WHERE later.owner = job.owner AND later.kind = job.kind
    AND later.state IN ('waiting', 'running')
    AND (later.asked > job.asked OR (later.asked = job.asked AND later.id > job.id)));
CREATE UNIQUE INDEX job_unfinished ON job (owner, kind) WHERE state IN ('waiting', 'running');
CREATE INDEX mail_taken ON mail (taken);
