"""What text says: pure functions from text to things with offsets."""
