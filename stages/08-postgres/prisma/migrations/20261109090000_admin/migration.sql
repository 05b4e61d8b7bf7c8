-- Whoever is there already is a user, and may sign in.
CREATE TYPE role AS ENUM ('user', 'admin');

ALTER TABLE users
  ADD COLUMN role role NOT NULL DEFAULT 'user',
  ADD COLUMN disabled boolean NOT NULL DEFAULT false;
