//! `cargo fuzz run -s none yaml`; what it reads is in `entries/`.
#![no_main]

mod corpus;
#[path = "../entries/mod.rs"]
mod entries;

libfuzzer_sys::fuzz_target!(init: corpus::fill("yaml"), |bytes: &[u8]| {
    (entries::target("yaml").read)(bytes);
});
