"""Finding what guides and the catalogue hold: by words, alike on every database."""
