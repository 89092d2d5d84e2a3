"""The pages beside the form of a guide or of the catalogue, in the order of their links."""

from careers.admin.tools import care, comments, compare, export, move, order, presence, preview, publish, revert, review
from careers.admin.tools.tool import Tool

TOOLS: tuple[Tool, ...] = (
    *(publish.TOOL, publish.CANCEL),
    *(review.TOOL, *review.ACTIONS),
    *(comments.TOOL, comments.RESOLVE),
    preview.TOOL,
    preview.FRAMED,
    compare.TOOL,
    revert.TOOL,
    order.TOOL,
    presence.TOOL,
    care.TOOL,
    export.TOOL,
    move.TOOL,
)
