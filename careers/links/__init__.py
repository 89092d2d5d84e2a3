"""Opens the references that editors cite, and nothing else: what visitors typed is never looked at."""
