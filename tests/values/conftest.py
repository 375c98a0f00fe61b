"""Laws are checked without a time limit for each example: a busy machine is no counterexample."""

from hypothesis import settings

settings.register_profile("laws", deadline=None, max_examples=60)
settings.load_profile("laws")
