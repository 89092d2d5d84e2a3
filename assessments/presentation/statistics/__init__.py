"""Item and skill statistics as the editors' desk shows them and hands them out."""

from assessments.presentation.statistics.cells import Table
from assessments.presentation.statistics.page import StatisticsPage, statistics_page
from assessments.presentation.statistics.tables import NAMES, Figures, table

__all__ = ["NAMES", "Figures", "StatisticsPage", "Table", "statistics_page", "table"]
