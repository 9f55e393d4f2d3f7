//! The one who takes finished reports from those who make them, writes them and enters them in the books, while the next
//! ones are made. Not for making them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::Receiver;

use super::agenda::Done;
use super::{Around, Report};
use crate::diagnostic::{Code, Finding};
use crate::make::{Made, Outcome};
use crate::options::{Goal, Options};
use crate::output::ledger::{Ledger, Product};
use crate::output::memory::KeptReport;
use crate::output::note::notes;
use crate::output::shelf::{self, PDF};

/// A report that was tried, and the hash of everything it may have read.
pub(super) struct Tried {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) made: Made,
}

/// Takes reports until nobody sends any more.
pub(super) fn receive(
    reports: &Receiver<Tried>,
    ledger: &mut Ledger<'_>,
    options: &Options,
    goal: Goal,
    around: &dyn Around,
) -> Vec<Done> {
    let mut done = Vec::new();
    for tried in reports {
        done.push(enter(tried, ledger));
        around.step();
        if goal == Goal::Build && options.out.is_dir() {
            // If the books cannot be closed now, the end of the run will tell.
            _ = ledger.close_if_due();
        }
    }
    done
}

fn enter(tried: Tried, ledger: &mut Ledger<'_>) -> Done {
    let Tried { name, key, made } = tried;
    let Made { mut outcome, mut findings, reasons, product } = made;
    let kept = KeptReport {
        khoa: key,
        giu_lai: outcome == Outcome::Refused,
        phat_hien: notes(&findings),
        luc_ghi: BTreeMap::new(),
    };
    match product {
        Some(product) => {
            let unwritten = written(&name, product, kept, ledger);
            if !unwritten.is_empty() {
                outcome = Outcome::Failed;
                findings.extend(unwritten);
            }
        }
        None if outcome == Outcome::Refused => ledger.remember(&name, kept),
        None => _ = ledger.memory.bao_cao.remove(&name),
    }
    Done { report: Report { name, outcome, reasons }, findings }
}

fn written(
    name: &str,
    product: Product,
    kept: KeptReport,
    ledger: &mut Ledger<'_>,
) -> Vec<Finding> {
    let failed = ledger.enter(name, product, kept).err().unwrap_or_default();
    failed.iter().map(|(path, error)| not_written(path, error)).collect()
}

/// A file that could not be written.
pub(super) fn not_written(path: &Path, error: &std::io::Error) -> Finding {
    Finding::new(Code::NotWritten, format!("không ghi được {}: {error}", path.display()))
        .hint("đóng tệp nếu đang mở, kiểm tra ổ đĩa và quyền ghi, rồi chạy lại; bản cũ còn nguyên")
}

/// An older PDF of a refused report that is still there is named, so that nobody sends it.
pub(super) fn stale(report: &Report, options: &Options) -> Option<Finding> {
    let path = shelf::path(&options.out, &report.name, PDF);
    (report.outcome == Outcome::Refused && path.is_file()).then(|| {
        let message = format!("{} là bản cũ, không còn đúng với số liệu", path.display());
        Finding::new(Code::StalePdf, message).hint("đừng gửi bản này; sửa lỗi rồi chạy lại")
    })
}
