"""What lists show: the panels, the jump list, the filters."""
