-- What department and workplace are called is written as whoever orders reads it; of a hidden one there is nothing, and
-- the policy refuses the order.
CREATE FUNCTION activities_say_ordered_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.ordered_for := coalesce((SELECT left(e.name || ', ' || w.name, 200) FROM employers_workplace w
    JOIN employers_employer e ON e.id = w.employer_id WHERE w.id = NEW.workplace_id), '');
  RETURN NEW;
END $$;

CREATE TRIGGER say_ordered_for BEFORE INSERT ON activities_creworder FOR EACH ROW
  EXECUTE FUNCTION activities_say_ordered_for();
