-- When somebody of the office noted that a mail came back.
ALTER TABLE mail ADD COLUMN bounced {time};
