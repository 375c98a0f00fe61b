"""MediaWiki's XML dumps: what they are packed with, where their pages begin, what stands in them."""
