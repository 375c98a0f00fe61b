"""Whole corpora: pages from dumps, directories and wikis, read by one pure function, kept as tables."""
