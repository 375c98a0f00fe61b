"""Facts that articles tell again and again in many words: when something was founded, how many died, what it cost."""
