-- What else a round chooses when it is made: items that an edition scores on request, its optional module, and
-- whom it asks (ids of professions with a space between them; none: all of the edition).
ALTER TABLE round ADD COLUMN score_composition {int64} NOT NULL DEFAULT 0 CHECK (score_composition IN (0, 1));
ALTER TABLE round ADD COLUMN with_module {int64} NOT NULL DEFAULT 0 CHECK (with_module IN (0, 1));
ALTER TABLE round ADD COLUMN professions {text} NOT NULL DEFAULT '';
