"""The typed rows of a guide's sections, one model for each sort of entry."""
