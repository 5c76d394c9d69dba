"""What may be typed of where somebody works and wants to work, one module a noun."""
