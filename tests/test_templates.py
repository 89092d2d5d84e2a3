"""Every template is used, and none of them holds style or script of its own."""

import ast
import re
from collections.abc import Iterable
from fnmatch import fnmatch
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from careers.models import Section
from tests.repository import CODE, ROOT, files, python

FOLDER = ROOT / "templates"
UPSTREAM = ("django.contrib.admin", "allauth")
INLINE = {
    "style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "script": re.compile(r'<script(?![^>]*\bsrc=| type="application/ld\+json")|javascript:', re.IGNORECASE),
    "handler": re.compile(r"\s(?:on[a-z]+|hx-on[\w:.-]*)\s*=", re.IGNORECASE),
    "eval": re.compile(r"\shx-vals\s*=\s*['\"]?js:|\shx-vars\b", re.IGNORECASE),
}


def templates() -> dict[str, str]:
    return {str(path.relative_to(FOLDER)): path.read_text() for path in files("templates")}


def asked_by_templates(pages: Iterable[str]) -> set[str]:
    """What is included or extended."""
    return {name for page in pages for name in re.findall(r"{%-?\s*(?:include|extends)\s+[\"']([^\"']+)[\"']", page)}


def asked_by_code(modules: Iterable[str]) -> set[str]:
    """Names of templates in code; what an f-string fills in becomes a star, but never the beginning."""
    nodes = [node for module in modules for node in ast.walk(ast.parse(module))]
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    filled = {"".join(_part(part) for part in node.values) for node in nodes if isinstance(node, ast.JoinedStr)}
    return {name for name in plain | filled if re.fullmatch(r"\w[\w*/.-]*\.(?:html|txt|\*)", name)}


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "*"


def place(module: str) -> Path:
    """The file of an installed module."""
    spec = find_spec(module)
    assert spec
    assert spec.origin
    return Path(spec.origin)


def known_upstream(name: str) -> bool:
    """Whether a framework has a template of this name, or asks for one."""
    there = any((place(package).parent / "templates" / name).exists() for package in UPSTREAM)
    return there or any(fnmatch(name, pattern) for pattern in asked_upstream())


@cache
def asked_upstream() -> set[str]:
    """Pages for errors, for which Django and allauth look without having any."""
    modules = ("django.views.defaults", "django.views.csrf", "allauth.core.internal.ratelimit")
    return asked_by_code(place(module).read_text() for module in modules)


def unused(pages: dict[str, str], modules: Iterable[str]) -> list[str]:
    asked = asked_by_templates(pages.values()) | asked_by_code(modules)
    return [name for name in pages if not any(fnmatch(name, pattern) for pattern in asked) and not known_upstream(name)]


def test_every_template_is_asked_for() -> None:
    assert len(templates()) > 90
    assert unused(templates(), python(*CODE).values()) == []


def test_a_template_that_nobody_asks_for_is_found() -> None:
    pages = {
        "a.html": '{% include "b.html" %}',
        "b.html": "",
        "c_1.html": "",
        "404.html": "",
        "429.html": "",
        "admin/index.html": "",
    }
    modules = ['render("a.html")', 'name = f"c_{part}.html"', 'name = f"{any}.html"', 'other = f"{x}.{y}"']
    assert unused(pages, modules) == []
    assert unused(pages | {"left/over.html": ""}, modules) == ["left/over.html"]
    assert unused(pages | {"left/over.html": ""}, ['render("a.html")']) == ["c_1.html", "left/over.html"]


def test_every_template_that_is_asked_for_is_there() -> None:
    asked = asked_by_templates(templates().values()) | asked_by_code(python("assessments", "careers").values())
    plain = {name for name in asked if "*" not in name}
    assert {name for name in plain - templates().keys() if not known_upstream(name)} == set()


def test_every_kind_of_section_has_its_template_and_no_other_is_there() -> None:
    shown = {path.stem for path in files("templates/careers/sections")}
    assert shown - {"base"} == {str(kind) for kind in Section.Kind.values}


@pytest.mark.parametrize(
    ("kind", "twin"),
    [
        ("style", '<p style="color: red">'),
        ("style", "<style>p {}</style>"),
        ("script", "<script>go()</script>"),
        ("script", '<a href="javascript:go()">'),
        ("handler", '<button onclick="go()">'),
        ("handler", '<form hx-on::after-request="go()">'),
        ("eval", "<form hx-vals='js:{a: 1}'>"),
    ],
)
def test_no_template_has_style_or_script_of_its_own(kind: str, twin: str) -> None:
    assert [name for name, page in templates().items() if INLINE[kind].search(page)] == []
    assert INLINE[kind].search(twin)


def test_data_for_programs_is_not_taken_for_script() -> None:
    assert not INLINE["script"].search('<script type="application/ld+json">{}</script>')


def test_scripts_of_their_own_file_are_fine() -> None:
    fine = '<script src="/static/js/app.js" defer></script>{% include "rungs.html" with on=1 want=2 %}'
    assert not any(pattern.search(fine) for pattern in INLINE.values())
