"""How each kind of record is displayed: one file a kind, named after its table, with one `RECORD_VIEW`.

What several kinds share stands beside them: `sections`, `statements`, `citations`.
"""
