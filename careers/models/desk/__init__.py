"""What the editors' desk remembers beside the content itself: drafts, comments, who is at work, and what was done."""
