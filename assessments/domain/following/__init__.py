"""What becomes of a plan while it is followed: progress on its actions, and planning again from where it stands."""
