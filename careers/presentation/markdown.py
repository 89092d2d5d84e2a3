"""The Markdown that editors can write, the same on pages and on paper."""

from markdown_it import MarkdownIt

# Headings belong to the page, not to a text inside it; pictures and raw HTML are not part of the content.
PARSER = MarkdownIt("commonmark", {"html": False}).disable(
    ["heading", "lheading", "image", "html_block", "html_inline"]
)
LONGEST = 100_000
"""Characters that are read; what is longer is cut, so that no text can hold a worker."""
