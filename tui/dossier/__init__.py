"""The data: what a dossier holds, how it is read, checked and linked. Knows no Textual and no Rich."""
