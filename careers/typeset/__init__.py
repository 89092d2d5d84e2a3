"""Data set in type: a guide as PDF, its picture as PNG; nothing is read but the templates beside this module."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import typst

HERE = Path(__file__).parent
PIXELS_PER_INCH = 72


def pdf(data: Any, made: datetime) -> bytes:
    """The guide as a tagged PDF; `made` is the only time in it, so equal data give equal bytes.

    It keeps to PDF/UA-1, unless an editor used a character that no font here has.
    """
    compiler, at = _compiler("guide.typ", data), int(made.timestamp())
    try:
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=at))
    except typst.TypstError:
        return cast(bytes, compiler.compile(format="pdf", timestamp=at))


def png(data: Any) -> bytes:
    """The picture of the guide, 1200 by 630 pixels."""
    return cast(bytes, _compiler("picture.typ", data).compile(format="png", ppi=PIXELS_PER_INCH))


def _compiler(name: str, data: Any) -> typst.Compiler:
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    return typst.Compiler(str(HERE / name), root=str(HERE), ignore_system_fonts=True, sys_inputs=inputs)
