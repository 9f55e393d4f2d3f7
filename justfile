# The commands used daily; `cargo` and `.ci/run` stay the truth, and a test holds each line to them.

_list:
    @just --list --unsorted

# what the compiler and the lints say
check:
    cargo clippy --release --all-targets -- -D warnings

# the whole suite, or only tests with these words in their names
test *words:
    cargo test --release {{words}}

# write the lists of hashes anew, after reading what changed
renew:
    RENEW=1 cargo test --release baseline

# measure, or only rows with these words
bench *words:
    cargo bench -- {{words}}

# the documentation of the code
docs:
    cargo doc --release --no-deps --document-private-items --quiet

# what lands
ci:
    bash .ci/run

# let libFuzzer look: yaml, bindings, tables, pdf
fuzz target:
    cargo fuzz run -s none {{target}}
