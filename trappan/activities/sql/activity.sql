ALTER TABLE activities_activity ADD CONSTRAINT activity_of_unit UNIQUE (id, unit_id);
