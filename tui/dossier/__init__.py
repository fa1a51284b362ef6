"""The data of a dossier: reading, checking and linking its records, and analysing its network."""

from tui.msgspec_without_extensions import import_msgspec_without_extensions

import_msgspec_without_extensions()
