"""Pages of the desk that belong to no single guide."""

from careers.admin.pages import importing, markdown, overview, references, trail
from careers.admin.pages.page import Page

PAGES: tuple[Page, ...] = (*overview.PAGES, *markdown.PAGES, *references.PAGES, *trail.PAGES, *importing.PAGES)
