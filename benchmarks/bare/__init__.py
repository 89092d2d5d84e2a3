"""The anchor: a Django project as `startproject` makes it, whose only view returns a constant."""
