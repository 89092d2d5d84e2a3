"""The page that says what the assessment can and cannot tell."""
