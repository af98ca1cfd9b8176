-- For the tests of the mechanism; no program ships it.
CREATE TABLE lake (id {id} PRIMARY KEY, name {text} NOT NULL) {table};
CREATE TABLE river (id {id} PRIMARY KEY, lake {id} NOT NULL REFERENCES lake (id)) {table};
