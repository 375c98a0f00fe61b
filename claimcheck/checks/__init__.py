"""Check kinds: each finds one sort of contradiction between the claims of an article; rules say when and how."""
