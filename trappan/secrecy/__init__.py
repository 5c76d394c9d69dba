"""Who is asking, what that opens, and the rights by role. PostgreSQL decides what is seen."""
