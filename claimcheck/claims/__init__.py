"""Finds every number and date of a document and reads what it says."""
