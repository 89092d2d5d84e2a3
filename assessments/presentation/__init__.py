"""Documents as the pages show them: words, rows and chart geometry, in plain Python without Django."""
