"""Pure values: amounts as intervals, units, calendar dates. Nothing here knows about wikis."""
