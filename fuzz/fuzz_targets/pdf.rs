//! `cargo fuzz run -s none pdf`; what it reads is in `entries/`.
#![no_main]
#![expect(clippy::disallowed_methods, reason = "the macro of libFuzzer writes a file of its own")]

mod corpus;
#[path = "../entries/mod.rs"]
mod entries;

libfuzzer_sys::fuzz_target!(init: corpus::fill("pdf"), |bytes: &[u8]| {
    (entries::target("pdf").read)(bytes);
});
