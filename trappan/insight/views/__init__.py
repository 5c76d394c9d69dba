"""The pages of figures and goals: they read what is prepared, and count nothing."""
