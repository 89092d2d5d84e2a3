"""Data set in type: a guide as PDF, its picture as PNG; nothing is read but templates, here or beside their callers."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import typst

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
"""Templates outside name those beside this module from here: `/careers/typeset/blocks.typ`."""

GUIDE = HERE / "guide.typ"
PIXELS_PER_INCH = 72


def pdf(data: Any, made: datetime, template: Path = GUIDE) -> bytes:
    """The guide, or what another template draws, as a tagged PDF.

    - `made` is the only time in it, so equal data give equal bytes
    - it keeps to PDF/UA-1, unless somebody used a character that no font here has
    """
    compiler, at = _compiler(template, data), int(made.timestamp())
    try:
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=at))
    except typst.TypstError:
        return cast(bytes, compiler.compile(format="pdf", timestamp=at))


def pages(data: Any, template: Path) -> int:
    """How many pages a template makes of the data; it tells by a number that is labelled `pages`."""
    return int(_compiler(template, data).query("<pages>", field="value", one=True))


def png(data: Any) -> bytes:
    """The picture of the guide, 1200 by 630 pixels."""
    return cast(bytes, _compiler(HERE / "picture.typ", data).compile(format="png", ppi=PIXELS_PER_INCH))


def _compiler(template: Path, data: Any) -> typst.Compiler:
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return typst.Compiler(str(template), root=str(ROOT), ignore_system_fonts=True, sys_inputs=inputs)
