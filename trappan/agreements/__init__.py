"""Three-party agreements on a placement at an employer: written, signed in order, and by a link."""
