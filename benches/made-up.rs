//! Writes made-up dossiers: `cargo run --release --example made-up -- --units 168 --quarters 4 --seed 1 OUT`. For
//! measuring and for trying the program at scale; not for showing what a report looks like.

mod made_up;

use std::path::PathBuf;

use clap::Parser;

/// Writes made-up dossiers below a folder.
#[derive(Parser)]
struct Arguments {
    /// Units that report, over all dossiers.
    #[arg(long, default_value_t = 168, value_parser = clap::value_parser!(u32).range(1..=3321))]
    units: u32,
    /// Quarters reported on.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=20))]
    quarters: u32,
    /// Dossiers the units are spread over, each with a roll-up per quarter.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=99))]
    dossiers: u32,
    /// The same seed gives the same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write to, to be built with `baocao build --inputs`.
    out: PathBuf,
}

fn main() -> std::io::Result<()> {
    let Arguments { units, quarters, dossiers, seed, out } = Arguments::parse();
    made_up::Shape { units, quarters, dossiers, seed }.write(&out)
}
