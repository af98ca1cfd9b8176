-- What a round's reports hold beside what all of them do. Set when the round is made.
ALTER TABLE round ADD COLUMN legacy_stars {int64} NOT NULL DEFAULT 0 CHECK (legacy_stars IN (0, 1));
ALTER TABLE round ADD COLUMN leave_out_overall {int64} NOT NULL DEFAULT 0 CHECK (leave_out_overall IN (0, 1));
