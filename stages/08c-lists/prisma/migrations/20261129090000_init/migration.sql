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
CREATE TABLE leads (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(name) BETWEEN 1 AND 120),
  email      text COLLATE pg_c_utf8 CHECK (utf16_length(email) <= 254),
  company    text COLLATE pg_c_utf8 CHECK (utf16_length(company) <= 120),
  stage      lead_stage NOT NULL,
  notes      text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(notes) <= 10000),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

-- A task outlives its lead.
CREATE TABLE tasks (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title        text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(title) BETWEEN 1 AND 200),
  status       task_status NOT NULL,
  notes        text COLLATE pg_c_utf8 NOT NULL CHECK (utf16_length(notes) <= 10000),
  lead_id      integer REFERENCES leads ON DELETE SET NULL ON UPDATE CASCADE,
  created_at   timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  completed_at timestamptz(3),
  CHECK ((status = 'done') = (completed_at IS NOT NULL))
);
CREATE INDEX tasks_lead_id_idx ON tasks (lead_id);
