"""Money and weeks as people type them, on every page that asks for them."""

import re

BUDGET_WRONG = "Enter the budget in whole US dollars from 0 to 10,000,000, such as 5,000"
LONGEST_TEXT = 5000
TEXT_TOO_LONG = f"Write the weeks in {LONGEST_TEXT} characters or fewer. A range of days saves lines"
MOST_USD = 10_000_000
MONEY = re.compile(r"\$? ?(\d{1,8}|\d{1,3}(,\d{3}){1,2})", re.ASCII)
