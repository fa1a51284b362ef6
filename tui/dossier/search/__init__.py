"""Search: the query language, the text that is searched, and what is found in it.

`query` parses what is typed, once for every place in which something is typed; `fields` declares `speaker:` and the
others, `time_fields` those of dates; `completion` completes them. `filter` applies a query to a dossier. `documents`
says which text of a record is searched, `index` keeps it folded, `search` looks through it a slice at a time.
`matched_words` finds the words again in any text, so that they can be marked; `matched_part` says in which part of a
record they are. `plain_words` is for lists of nothing but names.
"""
