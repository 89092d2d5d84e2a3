"""The pages that look at all guides lead to rows, which somebody may take away while the page is made."""

import pytest
from django.test import Client

from careers.admin.pages.gathering import Forms
from tests.content import career

pytestmark = pytest.mark.django_db


def test_a_row_that_is_gone_by_now_leads_to_its_guide(as_edith: Client) -> None:
    root = career()
    source = root.sources.first()
    assert source is not None
    row = Forms([root]).of(root)
    assert row("source", source.key) == f"/admin/careers/source/{source.pk}/change/"
    source.delete()
    there = Forms([root]).of(root)("source", source.key)
    assert there == f"/admin/careers/career/{root.pk}/change/"
    assert as_edith.get(there).status_code == 200
