"""The HTML report: what the page shows as plain values, the templates that show it, its style and its script."""
