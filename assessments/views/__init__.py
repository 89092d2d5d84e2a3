"""Pages that belong to one user."""
