"""Pages of the desk that belong to no single guide."""

from careers.admin.pages import markdown, overview, references
from careers.admin.pages.page import Page

PAGES: tuple[Page, ...] = (*overview.PAGES, *markdown.PAGES, *references.PAGES)
