-- Answers that did not come to stand: two people answered, and whoever came second chose the one that was saved
-- already. Rows are only added; `stood` is the version that stands instead.
CREATE TABLE answer_not_kept (
  id {id} PRIMARY KEY,
  round {id} NOT NULL,
  school {id} NOT NULL,
  programme {text} NOT NULL,
  item {text} NOT NULL,
  state {text} NOT NULL CHECK (state IN ('not_answered', 'answered', 'not_known', 'not_collected', 'declined',
                                         'not_applicable', 'not_permitted')),
  sealed {blob} NOT NULL,
  stood {int64} NOT NULL,
  person {id} NOT NULL REFERENCES person (id),
  written {time} NOT NULL,
  FOREIGN KEY (round, school, programme, item, stood)
    REFERENCES answer_history (round, school, programme, item, version)
) {table};
CREATE INDEX answer_not_kept_sheet ON answer_not_kept (round, school, programme, item);
