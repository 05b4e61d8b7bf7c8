-- What people read is put in the order that they expect: capitals beside small letters, É among the e's.
CREATE COLLATION people (provider = icu, locale = 'und');
ALTER TABLE users ALTER COLUMN name TYPE text COLLATE people;
ALTER TABLE leads
  ALTER COLUMN name TYPE text COLLATE people,
  ALTER COLUMN email TYPE text COLLATE people,
  ALTER COLUMN company TYPE text COLLATE people,
  ALTER COLUMN notes TYPE text COLLATE people;
ALTER TABLE tasks
  ALTER COLUMN title TYPE text COLLATE people,
  ALTER COLUMN notes TYPE text COLLATE people;

-- A page begins where the index says, whatever it is sorted by. The first of each is the order that the pages ask for.
CREATE INDEX leads_owner_id_stage_created_at_id_idx ON leads (owner_id, stage, created_at DESC, id);
CREATE INDEX leads_owner_id_name_id_idx ON leads (owner_id, name, id);
CREATE INDEX leads_owner_id_updated_at_id_idx ON leads (owner_id, updated_at, id);
CREATE INDEX tasks_owner_id_status_created_at_id_idx ON tasks (owner_id, status, created_at DESC, id);
CREATE INDEX tasks_owner_id_title_id_idx ON tasks (owner_id, title, id);
CREATE INDEX tasks_owner_id_updated_at_id_idx ON tasks (owner_id, updated_at, id);

-- What is searched, in small letters and in one column; between two texts stands a character that nobody can search for.
-- A part of a word is found by its threes of letters, among the rows of one owner.
ALTER TABLE leads ADD COLUMN search text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  lower((name || E'\x02' || coalesce(email, '') || E'\x02' || coalesce(company, '')) COLLATE pg_c_utf8)
) STORED;
ALTER TABLE tasks ADD COLUMN search text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  lower((title || E'\x02' || notes) COLLATE pg_c_utf8)
) STORED;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX leads_owner_id_search_idx ON leads USING gin (owner_id, search gin_trgm_ops);
CREATE INDEX tasks_owner_id_search_idx ON tasks USING gin (owner_id, search gin_trgm_ops);

-- What admins did to what belongs to others. No row goes because somebody goes.
CREATE TABLE admin_actions (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz(3) NOT NULL,
  admin_id   integer NOT NULL REFERENCES users ON UPDATE CASCADE,
  owner_id   integer NOT NULL REFERENCES users ON UPDATE CASCADE,
  method     text NOT NULL CHECK (method IN ('PATCH', 'DELETE')),
  path       text NOT NULL
);
CREATE INDEX admin_actions_admin_id_idx ON admin_actions (admin_id);
CREATE INDEX admin_actions_owner_id_idx ON admin_actions (owner_id);
