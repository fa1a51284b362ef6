"""A person's tasks from end to end, on the bundled dossier and on hostile ones."""
