-- What an installation knows of itself: its id, when it was made, the id of its key. One row a name, so that
-- a new fact needs no migration.
CREATE TABLE installation (
  name {text} PRIMARY KEY,
  value {text} NOT NULL
) {keyed_table};
