ALTER TABLE lake ADD COLUMN depth {real};
