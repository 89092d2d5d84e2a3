"""How three sample people would stand by the draft of the instrument, beside how they stand by the live one."""

from assessments.presentation.personas.moved import Move, Moved, moved

__all__ = ["Move", "Moved", "moved"]
