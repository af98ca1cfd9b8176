-- name: audit_head
SELECT number, link FROM audit_head WHERE chain = ? {for_update};

-- name: begin_audit_chain
INSERT INTO audit_head (chain, number, link) VALUES (?, 0, ?) ON CONFLICT (chain) DO NOTHING;

-- name: append_audit
INSERT INTO audit (chain, number, written, actor, action, subject, detail, link)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: move_audit_head
UPDATE audit_head SET number = ?, link = ? WHERE chain = ?;

-- name: audit_heads
SELECT chain, number, link FROM audit_head ORDER BY chain;

-- name: audit_chains
SELECT chain FROM audit_head UNION SELECT chain FROM audit ORDER BY chain;

-- name: audit_entries
SELECT chain, number, written, actor, action, subject, detail, link FROM audit
WHERE chain = ? AND number >= ? ORDER BY number LIMIT ?;
