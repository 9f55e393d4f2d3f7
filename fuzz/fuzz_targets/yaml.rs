//! `cargo fuzz run -s none yaml`; what it reads is in `entries/`.
#![no_main]
#![expect(clippy::disallowed_methods, reason = "the macro of libFuzzer writes a file of its own")]

mod corpus;
#[path = "../entries/mod.rs"]
mod entries;

libfuzzer_sys::fuzz_target!(init: corpus::fill("yaml"), |bytes: &[u8]| {
    (entries::target("yaml").read)(bytes);
});
