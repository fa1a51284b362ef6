"""The examples of the EDTF specification (Library of Congress, levels 0 to 2), and what is made of each.

The bounds are those that edtf.js 4.11 gives, as days; None is a bound that is open. Where a time of day is given, the
day is the one written: edtf.js converts it to UTC. `[1667,1668]` and the like are read by edtf.js and refused here.
"""

ACCEPTED: list[tuple[str, str | None, str | None]] = [
    # level 0: dates
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    # level 0: dates with a time of day
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    # level 0: intervals
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    # level 1: qualified dates
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    # level 1: unspecified digits from the right
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    # level 1: open ends of intervals, and qualified ones
    ("1985-04-12/..", "1985-04-12", None),
    ("1985-04/..", "1985-04-01", None),
    ("1985/..", "1985-01-01", None),
    ("../1985-04-12", None, "1985-04-12"),
    ("../1985-04", None, "1985-04-30"),
    ("../1985", None, "1985-12-31"),
    ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("1984?/2004~", "1984-01-01", "2004-12-31"),
    ("2004?/2005~", "2004-01-01", "2005-12-31"),
    # level 1: years before Christ
    ("-1985", "-1985-01-01", "-1985-12-31"),
    ("-0044", "-0044-01-01", "-0044-12-31"),
    ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("0000", "0000-01-01", "0000-12-31"),
    # level 2: qualified parts
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("2004?-06", "2004-06-01", "2004-06-30"),
    ("2004-06-~01", "2004-06-01", "2004-06-01"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    # level 2: intervals with unspecified digits
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ("201X-XX", "2010-01-01", "2019-12-31"),
    ("-156X", "-1569-01-01", "-1560-12-31"),
    # level 2: one day of a span
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("[..1984]", None, "1984-12-31"),
]
"""Text, first and last day."""

REFUSED: list[tuple[str, str]] = [
    # level 1: an end that is not known, long years, seasons
    *((text, f'write date = "{text}..", if the end is open') for text in ("1985-04-12/", "1985-04/", "1985/")),
    *((text, f'write date = "..{text}", if the beginning is open') for text in ("/1985-04-12", "/1985-04", "/1985")),
    ("Y170000002", 'leave `date` out and write date_text = "Y170000002"'),
    ("Y-170000002", 'leave `date` out and write date_text = "Y-170000002"'),
    ("2001-21", 'write a span of months, such as date = "[2001-03..2001-05]"'),
    # level 2: exponents, significant digits, seasons
    ("Y-17E7", 'leave `date` out and write date_text = "Y-17E7"'),
    ("1950S2", 'write date = "19XX"'),
    ("Y171010000S3", 'leave `date` out and write date_text = "Y171010000S3"'),
    ("Y3388E2S3", 'leave `date` out and write date_text = "Y3388E2S3"'),
    ("2001-34", 'write a span of months, such as date = "[2001-04..2001-06]"'),
    # level 2: sets of dates
    ("[1667,1668,1670..1672]", 'write the span they lie in: date = "[1667..1672]"'),
    ("[1760-01,1760-02,1760-12..]", 'write the span they lie in: date = "[1760-01..]"'),
    ("[1667,1760-12]", 'write the span they lie in: date = "[1667..1760-12]"'),
    ("{1667,1668,1670..1672}", 'write a record for each, or their span: date = "1667/1672"'),
    ("{1960,1961-12}", 'write a record for each, or their span: date = "1960/1961-12"'),
    ("{..1984}", 'write a record for each, or their span: date = "../1984"'),
    # level 2: unspecified digits anywhere
    ("156X-12-25", 'write date = "[1560-12-25..1569-12-25]"'),
    ("15XX-12-25", 'write date = "[1500-12-25..1599-12-25]"'),
    ("XXXX-12-XX", 'leave `date` out and write date_text = "XXXX-12-XX"'),
    ("1XXX-XX", 'write date = "[1000-01..1999-12]"'),
    ("1XXX-12", 'write date = "[1000-12..1999-12]"'),
    ("1984-1X", 'write date = "[1984-10..1984-12]"'),
]
"""Text, and the hint that an event so dated gets."""
