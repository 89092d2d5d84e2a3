"""Days as the rest of the site writes them; moments are in UTC."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "H:i e, j F Y"
