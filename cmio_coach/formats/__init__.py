"""How days and moments are written where a template names no format, by language."""
