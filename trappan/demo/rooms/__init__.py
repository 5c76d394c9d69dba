"""What makes the town's rows, one file for each room of the house; the lower know nothing of the higher."""
