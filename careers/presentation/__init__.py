"""What the pages of a guide say, worked out from its document alone: no database, no clock, no Django."""
