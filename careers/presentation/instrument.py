"""The whole instrument as an editor reads it: every row under its name, with what it refers to by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from careers.presentation.catalogue_changes import anchor

Document = Mapping[str, Any]
Names = Mapping[str, str]


def instrument(document: Document) -> dict[str, Any]:
    """Domains with their skills, gates, actions and scenario items."""
    competencies, actions = document["competencies"], document["actions"]
    names = _names(competencies, actions)
    levels = {row["id"]: row["name"] for row in competencies["career_levels"]}
    return {
        "levels": list(levels.values()),
        "domains": [_domain(row, competencies["skills"], levels) for row in competencies["domains"]],
        "gates": [_gate(row, names, levels) for row in competencies["prerequisites"]],
        "actions": [_action(row, names) for row in actions["actions"]],
        "items": [_item(row, names) for row in actions["knowledge_items"]],
    }


def _names(competencies: Document, actions: Document) -> dict[str, str]:
    lists = ("skills", "prerequisites"), ("actions", "conditions")
    rows = [row for part, keys in zip((competencies, actions), lists, strict=True) for key in keys for row in part[key]]
    return {row["id"]: row["name"] for row in rows}


def _domain(row: Document, skills: Iterable[Document], levels: Names) -> dict[str, Any]:
    return {
        "name": row["name"],
        "id": anchor("domains", row["id"]),
        "weights": _by_level(row["weight_by_level"], levels),
        "skills": [_skill(skill, levels) for skill in skills if skill["domain"] == row["id"]],
    }


def _skill(row: Document, levels: Names) -> dict[str, Any]:
    return {
        "name": row["name"],
        "id": anchor("skills", row["id"]),
        "definition": row["definition"],
        "why": row["required_rationale"],
        "anchors": sorted(row["levels"].items()),
        "required": [
            (name, row["required"].get(level, ""), row["weight_by_level"].get(level, ""))
            for level, name in levels.items()
        ],
    }


def _gate(row: Document, names: Names, levels: Names) -> dict[str, Any]:
    return {
        "name": row["name"],
        "id": anchor("prerequisites", row["id"]),
        "necessity": _by_level(row["necessity"], levels),
        "for_whom": ", ".join(row["applies_to"]),
        "how_met": row["how_met"],
        "substitutes": row["substitutes"],
        "met_by": _listed(row["satisfied_by"], names),
        "evidence": row["evidence"],
    }


def _action(row: Document, names: Names) -> dict[str, Any]:
    return {
        "name": row["name"],
        "id": anchor("actions", row["id"]),
        "kind": row["kind"],
        "provider": row["provider"],
        "summary": row["summary"],
        "weeks": _span(row["weeks_min"], row["weeks_max"]),
        "hours": _span(row["hours_min"], row["hours_max"]),
        "cost": _span(row["cost_min_usd"], row["cost_max_usd"]),
        "lifts": [(names.get(lift["skill"], lift["skill"]), lift["from"], lift["to"]) for lift in row["develops"]],
        "after": _listed([*row["requires_actions"], *row["requires_conditions"]], names),
        "meets": _listed(row["satisfies"], names),
    }


def _item(row: Document, names: Names) -> dict[str, Any]:
    return {
        "key": row["id"],
        "id": anchor("knowledge_items", row["id"]),
        "skill": names.get(row["skill"], row["skill"]),
        "level": row["level_probed"],
        "stem": row["stem"],
        "options": [option | {"is_right": option["id"] == row["key"]} for option in row["options"]],
    }


def _by_level(values: Mapping[str, Any], levels: Names) -> list[tuple[str, Any]]:
    return [(name, values[level]) for level, name in levels.items() if level in values]


def _listed(keys: Iterable[str], names: Names) -> str:
    return "; ".join(names.get(key, key) for key in keys)


def _span(low: float, high: float) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
