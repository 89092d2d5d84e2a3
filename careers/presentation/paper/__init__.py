"""A guide as data for the typesetter: a tree of plain blocks, in which no text is ever taken for markup."""
