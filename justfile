# `just` without arguments lists these. Each line can also be typed as it stands.

python := ".venv/bin/python"

_default:
    @just --list

# make .venv with the exact versions of tests/requirements.lock
setup:
    python3 -m venv .venv
    {{python}} -m pip install -q -r tests/requirements.lock

# open the bundled dossier, or what is named: just run show armenia
run *arguments:
    {{python}} -m tui {{arguments}}

# the default tests: a minute
test *arguments:
    {{python}} -m pytest -n 2 {{arguments}}

# the tests that take long
long:
    {{python}} -m pytest -n 2 -m long --hypothesis-profile thorough

lint:
    {{python}} -m ruff check .
    {{python}} -m ruff format --check .

# mend what ruff can mend
format:
    {{python}} -m ruff check --fix .
    {{python}} -m ruff format .

types:
    {{python}} -m mypy

# measure against a bare Textual app; leave the machine alone meanwhile
bench *arguments:
    {{python}} -m tests.bench.bench {{arguments}}

# try small changes of behaviour and say which of them no test notices: just mutants tui/export
mutants *arguments:
    {{python}} -m tests.tools.mutants {{arguments}}

# draw the pictures of README.md
pictures:
    {{python}} -m tests.tools.picture

# take the pictures of the web page in README.md, which needs Chromium
page-pictures:
    {{python}} -m tests.tools.page_picture

# write everything that is generated: the schema, the key table, the tables of the guide, the pictures
generate: pictures
    {{python}} -m tui schema > content/dossier.schema.json
    {{python}} -m tests.tools.readme_keys
    {{python}} -m tests.tools.guide

# everything CI checks
ci:
    .ci/run
