"""What an edit changed: the claims of two revisions matched by content, and how each pair differs."""
