"""Saving in forms of the desk."""


class Saving:
    """Mixin of model admins: nothing typed is lost, and nobody overwrites what they have not seen."""
