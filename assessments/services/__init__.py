"""What users can have done: each function is one use case, keyword-only and atomic where it writes."""
