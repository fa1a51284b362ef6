"""What can be typed in a search and in a filter, for the help of the app and of the command line."""

from __future__ import annotations

QUERY_HELP = (
    ("envoy summit", "every word, in any order, also inside longer words"),
    ('"balance of power"', "whole words, one after the other"),
    ("-envoy -status:denied", "without a word, or without what a field finds"),
    ("speaker: about: to:", "who speaks, about whom, to whom: a name or a part of it"),
    ("kind:", "quotes, passages …; state, person …; nominal-alliance …"),
    ("act: status: outcome:", "one of several: act:deny,demand"),
    ("sign: source: side: tag:", 'two words need quotation marks: tag:"to check"'),
    ("before: after: in: at:", "by date: before:1956, after:1956-11, in:1956"),
    ("year:", "happened or begun in that year: year:1956,1957"),
)
"""What is typed, and what it finds."""
