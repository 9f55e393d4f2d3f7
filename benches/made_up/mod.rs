//! Made-up dossiers of any size, the same for the same seed: what benchmarks and tests of scale run on. Not for
//! people to read: sentences are put together from pieces, and every return says that its figures are illustrative.

mod calendar;
mod figures;
mod plan;
mod prose;
pub(crate) mod random;
mod returns;
mod units;

use std::path::Path;

use calendar::Quarter;
use prose::{Prose, Topic};
use random::Random;
use returns::Writer;
use units::Unit;

/// How much to make up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Units that report, over all dossiers.
    pub(crate) units: u32,
    /// Quarters reported on. With four or more the base year's last quarter is there too, for the year's report.
    pub(crate) quarters: u32,
    /// Dossiers the units are spread over evenly, each with roll-ups of its own.
    pub(crate) dossiers: u32,
    /// What everything is drawn from.
    pub(crate) seed: u64,
}

impl Shape {
    /// Writes the dossiers below `folder`.
    ///
    /// # Errors
    /// What keeps a file from being written.
    pub(crate) fn write(&self, folder: &Path) -> std::io::Result<()> {
        let mut prose = Prose::new();
        (0..self.dossiers).try_for_each(|at| self.dossier(at, &mut prose, folder))
    }

    fn dossier(&self, at: u32, prose: &mut Prose, folder: &Path) -> std::io::Result<()> {
        let id = format!("mau-{:02}", at + 1);
        let up_to = |at: u32| u64::from(self.units) * u64::from(at) / u64::from(self.dossiers);
        let count = u32::try_from(up_to(at + 1) - up_to(at)).unwrap_or(0);
        let area = u64::from(at);
        let units = units::units(&prose.words, count, area, self.seed);
        let name = units::area(&prose.words, area, self.seed);
        let mut files = Files { seed: self.seed, area, prose, folder: folder.join(&id) };
        files.write("ke-hoach.yaml", &plan::plan(&id, &name, &units))?;
        units.iter().try_for_each(|unit| files.of_unit(unit, self.quarters))?;
        files.of_area(&units, self.quarters)
    }
}

/// Writes the files of one dossier.
struct Files<'a> {
    seed: u64,
    area: u64,
    prose: &'a mut Prose,
    folder: std::path::PathBuf,
}

impl Files<'_> {
    fn of_unit(&mut self, unit: &Unit, quarters: u32) -> std::io::Result<()> {
        let mut random = self.random(unit.at, u64::MAX);
        if !random.one_in(3) {
            self.recognition(unit, &mut random)?;
        }
        let first = u32::from(quarters < 4);
        let mut counted = figures::figures(quarters, random);
        for (at, counted) in (0..).zip(&mut counted).skip(first as usize) {
            if at == first {
                // There is nothing it fell from.
                counted.fell.clear();
            }
            let own = self.random(unit.at, u64::from(at));
            if at > first && self.random(unit.at, 1000 + u64::from(at)).one_in(150) {
                // A unit that hands in late.
                continue;
            }
            let quarter = Quarter::at(at);
            let writer = self.writer(own, &unit.hamlets, quarter);
            let text = writer.unit_return(&unit.id, counted, at == 0);
            self.write(&format!("{quarter}/{}.yaml", unit.id), &text)?;
        }
        Ok(())
    }

    fn recognition(&mut self, unit: &Unit, random: &mut Random) -> std::io::Result<()> {
        let (number, year) = (random.between(100, 2_900), random.between(2025, 2028));
        let (month, day) = (random.between(1, 12), random.between(1, 28));
        let id = &unit.id;
        let text = format!(
            "# Quyết định minh họa.\ndon_vi: {id}\ncong_nhan:\n  cn_moi_truong:\n    - {{ so: {number}/QĐ-UBND, ngay: {year}-{month:02}-{day:02}, den: {}-{month:02}-{day:02} }}\n",
            year + 6
        );
        self.write(&format!("don-vi/{id}.yaml"), &text)
    }

    /// The superior-level row and the board's text of each quarter.
    fn of_area(&mut self, units: &[Unit], quarters: u32) -> std::io::Result<()> {
        let names: Vec<String> = units.iter().map(|unit| unit.name.clone()).collect();
        for at in 1..=quarters {
            let quarter = Quarter::at(at);
            let random = self.random(u64::MAX, u64::from(at));
            let text =
                self.writer(random, &names, quarter).superior_return(plan::SUPERIOR, 40 + at);
            self.write(&format!("{quarter}/{}.yaml", plan::SUPERIOR), &text)?;
            let random = self.random(u64::MAX - 1, u64::from(at));
            let text = self.writer(random, &names, quarter).board_text();
            self.write(&format!("{quarter}/_tong-hop.yaml"), &text)?;
        }
        Ok(())
    }

    fn random(&self, unit: u64, part: u64) -> Random {
        Random::of(self.seed, &[self.area, unit, part])
    }

    fn writer<'a>(
        &'a mut self,
        random: Random,
        places: &'a [String],
        quarter: Quarter,
    ) -> Writer<'a> {
        let topic = Topic { places, quarter };
        Writer { prose: &mut *self.prose, random, topic, text: String::new() }
    }

    #[expect(clippy::disallowed_methods, reason = "inputs of a benchmark, not outputs of a run")]
    fn write(&self, name: &str, text: &str) -> std::io::Result<()> {
        let path = self.folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&self.folder))?;
        std::fs::write(path, text)
    }
}
