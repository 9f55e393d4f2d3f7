//! The program `baocao`: hands the command line to the library and its exit code to the system.

use std::process::ExitCode;

use baocao::cli::Surroundings;

/// Typst allocates much: a tenth faster than with the system's, for half as much memory again.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "this is the place that reads the environment")]
fn main() -> ExitCode {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let surroundings = Surroundings::of(value);
    ExitCode::from(baocao::cli::main(std::env::args_os(), surroundings))
}
