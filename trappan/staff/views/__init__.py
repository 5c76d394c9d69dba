"""The pages of colleagues: their memberships, and their own sign-in."""
