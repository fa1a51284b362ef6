"""The sections of a briefing in Markdown, one module each; `tui/export/markdown.py` puts them together.

A section is a list of blocks: paragraphs, headings, lists and quotations, with an empty line between two of them.
"""
