"""The readiness and planning models as pure Python: no Django, no I/O, no clock, no randomness."""
