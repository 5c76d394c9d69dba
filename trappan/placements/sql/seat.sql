-- What takes up a place is one placement's: the table of seats tells of nobody, and this one says whose.
ALTER TABLE activities_seatuse ADD CONSTRAINT seat_of_a_placement
  FOREIGN KEY (seat, activity_id) REFERENCES placements_placement (seat, activity_id);
