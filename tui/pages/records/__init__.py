"""One file a kind of record: its page, its line in lists, its entry on other pages."""
