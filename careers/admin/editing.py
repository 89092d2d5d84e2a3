"""How a form of the desk is laid out."""


class Editing:
    """Mixin of model admins: fields on the left, the draft as readers will see it on the right."""
