"""The pages beside the form of a guide or of the catalogue, in the order of their links."""

from careers.admin.tools import order, presence, preview, publish
from careers.admin.tools.tool import Tool

TOOLS: tuple[Tool, ...] = (publish.TOOL, preview.TOOL, preview.FRAMED, order.TOOL, presence.TOOL)
