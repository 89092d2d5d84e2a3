"""Texts that people take away: one form of blocks, written as Markdown or as a Word document."""
