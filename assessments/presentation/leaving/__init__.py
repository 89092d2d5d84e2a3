"""A plan as it leaves the site: as a calendar, on paper, as a table and as data."""
