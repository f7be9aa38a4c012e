# The same verbs as in CONTRIBUTING.md.

build:
    cargo build --release -p keruen-cli

test:
    ./check

one NAME:
    cargo test --workspace --profile checked {{NAME}}

study:
    ./keruen study

bench *ARGS:
    cargo run --release -p keruen-bench -- {{ARGS}}

docs:
    ./keruen reference tables > docs/reference/tables.md
    ./keruen reference rules > docs/reference/rules.md
    ./keruen reference repairs > docs/reference/repairs.md
    ./keruen reference openapi > docs/reference/openapi.json
    for c in trans-caspian caspian-mini; do rm -f corridors/$c/datapackage.json; ./keruen export $c datapackage corridors/$c/datapackage.json; done
    cargo doc --workspace --no-deps

format:
    cargo fmt --all
