"""Cases, kartläggning, the ladder and steps, plan and goals."""
