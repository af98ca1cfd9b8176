-- Builds tables anew in the way that both engines take: with the tables that name them, which go first.
CREATE TABLE new_lake (id {id} PRIMARY KEY, title {text} NOT NULL) {table};
CREATE TABLE new_river (id {id} PRIMARY KEY, lake {id} NOT NULL REFERENCES new_lake (id)) {table};
INSERT INTO new_lake (id, title) SELECT id, name FROM lake;
INSERT INTO new_river (id, lake) SELECT id, lake FROM river;
DROP TABLE river;
DROP TABLE lake;
ALTER TABLE new_lake RENAME TO lake;
ALTER TABLE new_river RENAME TO river;
