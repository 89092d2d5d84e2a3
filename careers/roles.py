"""The roles on the editors' desk: three groups, each with exactly the rights it has to have."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet

FORMER = "Editors"
"""The one group of before there were roles: its members had all of them."""

BY_SERVICES = (
    *("edition", "instrumentversion", "toolkitedition"),
    *("draft", "comment", "deed", "linkcheck", "formerslug"),
)
"""What publishing, drafts and commands write: everybody on the desk looks at it, nobody edits it as a row."""

UNSEEN = ("searchentry", "searchsource", "searchword", "presence", "keptform", "reminder")
"""What the site keeps for itself."""


@dataclass(frozen=True, slots=True)
class Role:
    """A group, and what its members may do beyond looking."""

    name: str
    group: str
    more: Q

    def rights(self) -> QuerySet[Permission]:
        """Looking at everything, and what the role is for; nothing about people."""
        content = Permission.objects.filter(content_type__app_label="careers")
        return content.filter(Q(codename__startswith="view_") | self.more).exclude(content_type__model__in=UNSEEN)


WORKING = ~Q(content_type__model__in=BY_SERVICES)
EDITING = Q(codename__startswith="add_") | Q(codename__startswith="change_") | Q(codename__startswith="delete_")
PUBLISHER = Role("publisher", "Publishers", Q(codename__startswith="publish_"))
ROLES = (
    Role("author", "Authors", WORKING & EDITING),
    Role("reviewer", "Reviewers", Q(codename__startswith="review_")),
    PUBLISHER,
)


def settle() -> dict[str, Group]:
    """The group of each role with exactly its rights; members of the former group get all roles."""
    groups = {role.name: _settled(role) for role in ROLES}
    former = Group.objects.filter(name=FORMER)
    for user in User.objects.filter(groups__in=former):
        user.groups.add(*groups.values())
    former.delete()
    return groups


def _settled(role: Role) -> Group:
    group, _ = Group.objects.get_or_create(name=role.group)
    group.permissions.set(role.rights())
    return group
