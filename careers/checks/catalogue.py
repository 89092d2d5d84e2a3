"""The catalogue's own laws: references, anchors, weights, keys of items, and a way to all that is asked for."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from careers.checks.reach import out_of_reach
from careers.checks.references import Document, dangling, out_of_order, repeated
from careers.problems import Problem

PAIRS = (("weeks_min", "weeks_max"), ("hours_min", "hours_max"), ("cost_min_usd", "cost_max_usd"))
LISTS = (
    ("competencies", ("career_levels", "sources", "domains", "skills", "prerequisites")),
    ("actions", ("conditions", "actions", "knowledge_items")),
)


def catalogue_problems(document: Document) -> list[Problem]:
    """Everything in a well-shaped catalogue that leads nowhere, stands twice or breaks a law."""
    return [
        *_repeated(document),
        *_references(document),
        *_levels(document),
        *_weights(document),
        *_actions(document),
        *(_circle(document) or out_of_reach(document)),
        *_items(document),
    ]


def _ids(document: Document, part: str, name: str) -> set[str]:
    return {row["id"] for row in document[part][name]}


def _repeated(document: Document) -> Iterator[Problem]:
    for part, names in LISTS:
        for name in names:
            yield from repeated(document[part][name], "id", f"{part}.{name}")


def _references(document: Document) -> Iterator[Problem]:
    competencies, actions = document["competencies"], document["actions"]
    source = ("a source of the catalogue", _ids(document, "competencies", "sources"))
    domain = ("a domain", _ids(document, "competencies", "domains"))
    skill = ("a skill", _ids(document, "competencies", "skills"))
    gate = ("a gate", _ids(document, "competencies", "prerequisites"))
    action = ("an action", _ids(document, "actions", "actions"))
    condition = ("a condition", _ids(document, "actions", "conditions"))
    profession = ("a profession", competencies["professions"])
    for name, targets in (
        ("domains", {"sources": source}),
        ("skills", {"sources": source, "domain": domain}),
        ("prerequisites", {"sources": source, "applies_to": profession, "satisfied_by": action}),
    ):
        yield from dangling(competencies[name], f"competencies.{name}", targets)
    for name, targets in (
        ("conditions", {"prerequisite": gate, "met_by_actions": action}),
        ("actions", {"requires_actions": action, "requires_conditions": condition, "skill": skill, "satisfies": gate}),
        ("knowledge_items", {"skill": skill}),
    ):
        yield from dangling(actions[name], f"actions.{name}", targets)


def _levels(document: Document) -> Iterator[Problem]:
    competencies = document["competencies"]
    levels = _ids(document, "competencies", "career_levels")
    for name, keys in (
        ("domains", ("weight_by_level",)),
        ("skills", ("required", "weight_by_level")),
        ("prerequisites", ("necessity", "typical_years")),
    ):
        for place, row in enumerate(competencies[name]):
            for key in keys:
                if row[key] is not None and set(row[key]) != levels:
                    yield Problem(f"competencies.{name}[{place}].{key}", f"has to name {', '.join(sorted(levels))}")
    for place, skill in enumerate(competencies["skills"]):
        if set(skill["levels"]) != set("12345"):
            yield Problem(f"competencies.skills[{place}].levels", "has to hold one anchor for each level from 1 to 5")


def _weight(row: Document, level: str) -> int:
    # Without a level the weight that holds for all of them together.
    return int(row["weight_by_level"].get(level, 0) if level else row["weight"])


def _weights(document: Document) -> Iterator[Problem]:
    for name in ("domains", "skills"):
        for level in _columns(document):
            total = sum(_weight(row, level) for row in document["competencies"][name])
            if total != 100:
                of_level = f" for {level}" if level else ""
                yield Problem(f"competencies.{name}", f"weights{of_level} sum to {total}, not to 100")


def _columns(document: Document) -> list[str]:
    return ["", *sorted(_ids(document, "competencies", "career_levels"))]


def unequal_shares(document: Document) -> Iterator[Problem]:
    """Domains whose weight is not that of their skills: no score is wrong for it, but what readers are told of it is.

    Asked where all totals are right, and every skill is in a domain.
    """
    domains = {row["domain"] for row in document["competencies"]["skills"]}
    if any(_weights(document)) or not domains <= _ids(document, "competencies", "domains"):
        return
    for place, domain in enumerate(document["competencies"]["domains"]):
        skills = [row for row in document["competencies"]["skills"] if row["domain"] == domain["id"]]
        for level in _columns(document):
            own, total = _weight(domain, level), sum(_weight(skill, level) for skill in skills)
            if own != total:
                path = f"competencies.domains[{place}].weight{f'_by_level.{level}' if level else ''}"
                yield Problem(path, f"is {own}, and the weights of its skills sum to {total}")


def _actions(document: Document) -> Iterator[Problem]:
    for place, action in enumerate(document["actions"]["actions"]):
        path = f"actions.actions[{place}]"
        yield from out_of_order(action, PAIRS, path)
        yield from repeated(action["develops"], "skill", f"{path}.develops")
        for lift_place, lift in enumerate(action["develops"]):
            if lift["from"] >= lift["to"]:
                yield Problem(f"{path}.develops[{lift_place}].to", "has to be above from")


def _circle(document: Document) -> list[Problem]:
    needs = {row["id"]: row["requires_actions"] for row in document["actions"]["actions"]}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return [Problem("actions.actions", f"need each other in a circle: {', '.join(error.args[1])}")]
    return []


def _items(document: Document) -> Iterator[Problem]:
    for place, item in enumerate(document["actions"]["knowledge_items"]):
        path = f"actions.knowledge_items[{place}]"
        yield from repeated(item["options"], "id", f"{path}.options")
        if item["key"] not in {option["id"] for option in item["options"]}:
            yield Problem(f"{path}.key", "is none of the item's options")
        if len(item["options"]) < 2:
            yield Problem(f"{path}.options", "has to hold two or more options")
        said = [" ".join(option["text"].casefold().split()) for option in item["options"]]
        for row, text in enumerate(said):
            if said.index(text) < row:
                yield Problem(f"{path}.options[{row}].text", f"says what option {said.index(text) + 1} says")
