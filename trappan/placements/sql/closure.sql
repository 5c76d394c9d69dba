CREATE TRIGGER a_signed_now BEFORE INSERT ON placements_closure FOR EACH ROW WHEN (current_user = 'trappan_app') EXECUTE FUNCTION activities_signed_now();
