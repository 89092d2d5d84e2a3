"""Request data to cleaned values: no saving, no queries."""
