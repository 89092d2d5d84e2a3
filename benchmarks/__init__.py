"""Measurements side by side, each judged against something that runs in the same minutes on the same machine."""
