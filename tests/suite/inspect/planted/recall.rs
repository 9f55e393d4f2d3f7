//! How many planted mistakes are told by their rule, and what is told that is not there. Not for which mistakes there are
//! ([`super::slips`]).

use std::collections::BTreeMap;
use std::fmt::Write;

use baocao::inspect::inspection::Deviation;
use baocao::inspect::rule::Rule;

use super::pages::{PageSet, Planted, SETS};
use crate::inspect::tester::{PageTester, told};

/// What is told of one page.
struct Told {
    planted: Planted,
    deviations: Vec<Deviation>,
}

impl Told {
    fn is_right(&self) -> bool {
        self.planted.rule.is_none()
    }

    /// Whether the mistake is told by its rule.
    fn by_its_rule(&self) -> bool {
        self.deviations.iter().any(|own| Some(own.rule) == self.planted.rule)
    }

    /// What else is told.
    fn besides(&self) -> impl Iterator<Item = &Deviation> {
        self.deviations.iter().filter(|own| Some(own.rule) != self.planted.rule)
    }

    /// The page and what is told of it, where that is not what is there.
    fn wrong(&self) -> Option<String> {
        let right = (self.is_right() || self.by_its_rule()) && self.besides().next().is_none();
        let rule = self.planted.rule.map_or("", Rule::key);
        (!right).then(|| {
            format!("{} {rule}:\n{}\n", self.planted.name, told(&self.deviations).join("\n"))
        })
    }
}

/// Counts of one rule: planted, told by its rule, told besides.
#[derive(Default)]
struct Count([usize; 3]);

impl Count {
    fn add(&mut self, told: &Told) {
        let counts = [1, usize::from(told.by_its_rule()), told.besides().count()];
        self.0.iter_mut().zip(counts).for_each(|(all, one)| *all += one);
    }
}

/// A row for each rule, and one for all.
fn table(told: &[Told]) -> String {
    let mut rules: BTreeMap<&str, Count> = BTreeMap::new();
    let mut all = Count::default();
    for page in told.iter().filter(|page| !page.is_right()) {
        rules.entry(page.planted.rule.map_or("", Rule::key)).or_default().add(page);
        all.add(page);
    }
    let mut table = format!("{:20}{:>9}{:>7}{:>10}\n", "rule", "planted", "told", "besides");
    for (name, Count([planted, told, besides])) in rules.iter().chain([(&"all", &all)]) {
        _ = writeln!(table, "{name:20}{planted:>9}{told:>7}{besides:>10}");
    }
    let right = told.iter().filter(|page| page.is_right());
    let alarms = right.clone().map(|page| page.deviations.len()).sum::<usize>();
    _ = writeln!(table, "{} right pages, {alarms} false alarms", right.count());
    table
}

/// What is told of a set's pages.
fn inspected(tester: &PageTester, set: &PageSet) -> Vec<Told> {
    let all = set.pages();
    let pdfs = set.parted(&all);
    let told = |(planted, pdf): (Planted, Vec<u8>)| {
        let deviations = tester.inspect(&pdf).deviations;
        Told { planted, deviations }
    };
    all.into_iter().zip(pdfs).map(told).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is read in what `.ci/run` prints")]
fn each_mistake_of_a_clerk_is_told_by_its_rule_and_nothing_else_is() {
    let tester = PageTester::new();
    let mut wrong: Vec<String> = Vec::new();
    for set in SETS {
        let told = inspected(&tester, set);
        println!("{}\n{}", set.name, table(&told));
        wrong.extend(told.iter().filter_map(Told::wrong));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
