"""The pages of what is delivered, and of what must be put right before."""
