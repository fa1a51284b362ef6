"""A dossier as one web page that needs no other file: `document` puts it together."""

from tui.export.html.document import export

__all__ = ["export"]
