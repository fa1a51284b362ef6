"""How each kind of record is displayed: one file per kind, named after its table, with one `RECORD_VIEW`.

`sections`, `statements` and `citations` hold what several kinds share.
"""
