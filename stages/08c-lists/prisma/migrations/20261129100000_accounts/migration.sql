CREATE TYPE role AS ENUM ('user', 'admin');

CREATE TABLE users (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email         text NOT NULL CHECK (email = lower(email) AND utf16_length(email) <= 254),
  name          text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(name) BETWEEN 1 AND 120),
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  role          role NOT NULL DEFAULT 'user',
  disabled      boolean NOT NULL DEFAULT false,
  created_at    timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX users_email_key ON users (email);

CREATE TABLE sessions (
  id         uuid PRIMARY KEY,
  user_id    integer NOT NULL REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

CREATE TABLE refresh_tokens (
  hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE ON UPDATE CASCADE,
  used       boolean NOT NULL DEFAULT false
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);

-- What is there already belongs to nobody. It goes to an account that nobody can sign in to, until somebody hands it
-- over: the hash is of random bytes.
INSERT INTO users (email, name, password_hash, disabled, created_at)
SELECT 'before@localhost', 'Before there were accounts',
       '$argon2id$v=19$m=19456,t=2,p=1$Pb3V0q9HBE+ZDs7iP7gM/A$5YxgniE/SQ1dZ4eV9TZTiddulD/oejowPHgwFFNAdVE', true, now()
WHERE EXISTS (SELECT FROM tasks) OR EXISTS (SELECT FROM leads);

ALTER TABLE leads ADD COLUMN owner_id integer;
UPDATE leads SET owner_id = (SELECT id FROM users WHERE email = 'before@localhost');
ALTER TABLE leads
  ALTER COLUMN owner_id SET NOT NULL,
  ADD FOREIGN KEY (owner_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  ADD UNIQUE (id, owner_id);
CREATE INDEX leads_owner_id_id_idx ON leads (owner_id, id);

-- The lead of a task belongs to its owner, too. When the lead goes, the owner stays: only lead_id becomes null.
ALTER TABLE tasks ADD COLUMN owner_id integer;
UPDATE tasks SET owner_id = (SELECT id FROM users WHERE email = 'before@localhost');
ALTER TABLE tasks
  ALTER COLUMN owner_id SET NOT NULL,
  ADD FOREIGN KEY (owner_id) REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  DROP CONSTRAINT tasks_lead_id_fkey,
  ADD FOREIGN KEY (lead_id, owner_id) REFERENCES leads (id, owner_id) ON DELETE SET NULL (lead_id) ON UPDATE CASCADE;
CREATE INDEX tasks_owner_id_id_idx ON tasks (owner_id, id);
DROP INDEX tasks_lead_id_idx;
CREATE INDEX tasks_lead_id_owner_id_idx ON tasks (lead_id, owner_id);
