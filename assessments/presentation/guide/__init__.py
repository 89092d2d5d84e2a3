"""What a guide says to a reader whom it knows: put into the page that everyone gets, at places kept for it."""
