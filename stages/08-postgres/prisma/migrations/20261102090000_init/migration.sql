-- Lengths are counted as JavaScript counts them: what lies beyond U+FFFF is two.
CREATE FUNCTION utf16_length(value text) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE
    WHEN octet_length(value) = char_length(value) THEN char_length(value)
    ELSE char_length(value) + char_length(regexp_replace(value, '[\u0001-\uFFFF]', '', 'g'))
  END;

CREATE TYPE task_status AS ENUM ('todo', 'doing', 'done');
CREATE TYPE lead_stage AS ENUM ('new', 'contacted', 'qualified', 'won', 'lost');

-- Identity columns count on: an id that was given out once never comes back. The collation is the same on every
-- machine, and knows the two cases of every alphabet's letters.
CREATE TABLE users (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email         text NOT NULL CHECK (email = lower(email) AND utf16_length(email) <= 254),
  name          text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(name) BETWEEN 1 AND 120),
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
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

CREATE TABLE leads (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id   integer NOT NULL REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  name       text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(name) BETWEEN 1 AND 120),
  email      text COLLATE pg_c_utf8 CHECK (utf16_length(email) <= 254),
  company    text COLLATE pg_c_utf8 CHECK (utf16_length(company) <= 120),
  stage      lead_stage NOT NULL,
  notes      text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(notes) <= 10000),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX leads_owner_id_id_idx ON leads (owner_id, id);
CREATE INDEX leads_owner_id_stage_id_idx ON leads (owner_id, stage, id);
CREATE INDEX leads_owner_id_name_id_idx ON leads (owner_id, name, id);
CREATE INDEX leads_owner_id_updated_at_id_idx ON leads (owner_id, updated_at, id);

CREATE TABLE tasks (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id     integer NOT NULL REFERENCES users ON DELETE CASCADE ON UPDATE CASCADE,
  title        text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(title) BETWEEN 1 AND 200),
  status       task_status NOT NULL,
  notes        text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(notes) <= 10000),
  lead_id      integer REFERENCES leads ON DELETE SET NULL ON UPDATE CASCADE,
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  completed_at timestamptz(3),
  CHECK ((status = 'done') = (completed_at IS NOT NULL))
);
CREATE INDEX tasks_owner_id_id_idx ON tasks (owner_id, id);
CREATE INDEX tasks_owner_id_status_id_idx ON tasks (owner_id, status, id);
CREATE INDEX tasks_owner_id_title_id_idx ON tasks (owner_id, title, id);
CREATE INDEX tasks_owner_id_updated_at_id_idx ON tasks (owner_id, updated_at, id);
CREATE INDEX tasks_lead_id_idx ON tasks (lead_id);
