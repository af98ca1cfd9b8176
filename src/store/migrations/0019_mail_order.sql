-- Mails that are due in the order in which they go out: the next one is found without sorting all that wait.
DROP INDEX mail_state;
CREATE INDEX mail_due ON mail (state, next_try, id);
