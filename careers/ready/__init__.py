"""Public pages as ready bytes: made once, kept compressed, and answered before most middleware runs."""
