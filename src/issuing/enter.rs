//! What is entered in the register besides issuing: documents issued outside the program, numbers given in error, signed copies.
//! Not for issuing ([`super::issue`]).

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::ready::is_within;
use super::signed_copy::compared;
use super::workspace::Workspace;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::disk::read::up_to;
use crate::disk::sha256::sha256;
use crate::disk::write::replace;
use crate::inputs::records::LARGEST;
use crate::model::names::REGISTER;
use crate::model::plan::Plan;
use crate::model::stamp::numbered;
use crate::model::written_date::short;
use crate::register::entry::{Act, Entry, SignedCopy};
use crate::register::kept::{PDF, signed_copy};
use crate::register::series::{Obstacle, obstacles};
use crate::report::document::put_unit;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::nearest;

/// Enters a document issued outside the program; its place is given here.
///
/// # Errors
/// A body no plan knows, a number that is used or out of order.
pub(crate) fn outside(workspace: &mut Workspace<'_>, entry: Entry) -> Result<Entry, Vec<Finding>> {
    let bodies: BTreeSet<String> =
        workspace.loaded.dossiers.iter().flat_map(|one| bodies(&one.plan)).collect();
    let mut found = Vec::new();
    if !bodies.contains(&entry.series.body) {
        let message = format!("không kế hoạch nào có cơ quan ban hành «{}»", entry.series.body);
        let near = nearest(&entry.series.body, bodies.iter().map(String::as_str));
        let list = || {
            format!(
                "ghi đúng như trong kế hoạch: {}",
                bodies.iter().cloned().collect::<Vec<_>>().join("; ")
            )
        };
        found.push(told(workspace, message).hint(near.map_or_else(list, did_you_mean)));
    }
    if !is_within(entry.date, &entry.series.term) {
        let (day, term) = (short(entry.date.into()), &entry.series.term);
        let message = format!("ngày {day} không thuộc nhiệm kỳ {term}");
        found.push(told(workspace, message).hint("xem lại năm ở --date, hoặc --term"));
    }
    let own = numbered(entry.number, &entry.symbol);
    let entries = &workspace.register.entries;
    for obstacle in obstacles(entries, &entry.series, entry.number, entry.date) {
        let message = match obstacle {
            Obstacle::Used(used) => format!("số {own} đã có ở mục {}", used.order),
            Obstacle::OutOfOrder(other) => format!(
                "số {own} ngày {} không theo thứ tự ngày: mục {} là số {}, ngày {}",
                short(entry.date.into()),
                other.order,
                other.numbered(),
                short(other.date.into())
            ),
            // What was issued outside is entered as it comes; the numbers between may come later.
            Obstacle::Gap { .. } => continue,
        };
        found.push(
            told(workspace, message)
                .hint("xem lại số và ngày của văn bản; xem sổ: baocao register"),
        );
    }
    if !found.is_empty() {
        return Err(found);
    }
    add(workspace, entry)
}

/// The issuing bodies a plan knows, as sentences name them.
fn bodies(plan: &Plan) -> Vec<String> {
    let units = plan
        .unit_issuers
        .iter()
        .flat_map(|issuer| plan.units.iter().map(|unit| put_unit(&issuer.named(), unit)));
    units.chain(plan.area_issuers.iter().map(|issuer| issuer.named().to_string())).collect()
}

/// Voids the number of a report's document: it stays used, with the reason.
///
/// # Errors
/// The report has no such number in force.
pub(crate) fn void(
    workspace: &mut Workspace<'_>,
    report: &str,
    number: u32,
    (date, reason): (NaiveDate, &str),
) -> Result<Entry, Vec<Finding>> {
    let of = in_force(workspace, report, Some(number))?;
    not_before(workspace, &of, date)?;
    let about = Some(of.order);
    let reason = Some(reason.trim().trim_end_matches('.').to_owned());
    let entry = Entry { act: Act::Voided, date, about, reason, ..bare(&of) };
    add(workspace, entry)
}

/// Takes the signed copy of a report's document back.
///
/// # Errors
/// The file cannot be read or says something else.
pub(crate) fn signed(
    workspace: &mut Workspace<'_>,
    report: &str,
    (file, date): (&PathBuf, NaiveDate),
    with_warnings: bool,
) -> Result<Entry, Vec<Finding>> {
    let of = in_force(workspace, report, None)?;
    not_before(workspace, &of, date)?;
    let kept = of.kept.as_ref().expect("an issued document is kept");
    let shown = file.to_string_lossy().into_owned();
    let at = |finding: Finding| finding.at(&Span::whole(&SourceFile::new(shown.as_str(), "")));
    let copy =
        up_to(workspace.files, file, LARGEST).map_err(|fault| {
            let message = format!("{shown}: {fault}");
            vec![at(told(workspace, message)).hint(
                "ghi đúng tệp PDF đã ký; bản quét quá lớn thì quét lại, độ phân giải thấp hơn",
            )]
        })?;
    let issued = workspace.snapshot.record(&format!("{}/{PDF}", kept.folder));
    let issued = issued.and_then(|record| record.bytes(workspace.files)).unwrap_or_default();
    let proof = compared(&issued, &copy).map_err(|message| {
        let message = format!("{shown}: {message}");
        vec![at(told(workspace, message)).hint("ghi đúng tệp PDF đã ký của văn bản này")]
    })?;
    if !proof.deviations.is_empty() && !with_warnings {
        let all = proof.deviations.join("; ");
        let message = format!("{shown} khác bản đã ban hành số {}: {all}", of.numbered());
        return Err(vec![at(told(workspace, message)).hint(
            "đúng là bản ký của văn bản này thì thêm --with-warnings, chỗ khác được ghi vào sổ",
        )]);
    }
    let hash = sha256(&copy);
    let same = |one: &&Entry| one.signed.as_ref().is_some_and(|signed| signed.hash == hash);
    if let Some(before) = workspace.register.entries.iter().find(same) {
        let message = format!(
            "{shown}: bản ký này đã vào sổ (mục {}, văn bản số {})",
            before.order,
            before.numbered()
        );
        return Err(vec![at(told(workspace, message)).hint("xem sổ: baocao register")]);
    }
    let place = format!("{}/{}", kept.folder, signed_copy(&hash));
    let mut path = workspace.paths.inputs.clone();
    path.extend(place.split('/'));
    replace(workspace.files, &path, &copy)
        .map_err(|error| vec![Finding::not_written(Unwritten::Opened(&place), &error)])?;
    let signed = Some(SignedCopy { file: place, hash, proof: proof.told });
    let entry = Entry { act: Act::Signed, date, about: Some(of.order), signed, ..bare(&of) };
    add(workspace, entry)
}

/// The document of a report that is in force.
fn in_force(
    workspace: &Workspace<'_>,
    report: &str,
    number: Option<u32>,
) -> Result<Entry, Vec<Finding>> {
    let entry = workspace.register.in_force().get(report).copied().cloned();
    match entry {
        Some(entry) if number.is_none_or(|number| entry.number == number) => Ok(entry),
        Some(entry) => {
            let number = number.unwrap_or_default();
            let message = format!(
                "{report}: bản đang có hiệu lực là số {}, không phải số {number}",
                entry.numbered()
            );
            Err(vec![told(workspace, message).hint("xem sổ: baocao register")])
        }
        None => {
            let message = format!("{report}: chưa ban hành, hoặc số đã cấp đã hủy");
            Err(vec![told(workspace, message).hint("xem sổ: baocao register")])
        }
    }
}

/// What happens to a document is not dated before it.
fn not_before(workspace: &Workspace<'_>, of: &Entry, date: NaiveDate) -> Result<(), Vec<Finding>> {
    if date >= of.date {
        return Ok(());
    }
    let (day, own) = (short(date.into()), short(of.date.into()));
    let message = format!("ngày {day} trước ngày của văn bản số {} ({own})", of.numbered());
    Err(vec![told(workspace, message).hint("ghi --date không trước ngày của văn bản")])
}

/// An entry about the same document, without what is only of its issuing.
fn bare(of: &Entry) -> Entry {
    Entry {
        copies: None,
        note: None,
        replaces: None,
        reason: None,
        gap: None,
        kept: None,
        signed: None,
        ..of.clone()
    }
}

fn add(workspace: &mut Workspace<'_>, entry: Entry) -> Result<Entry, Vec<Finding>> {
    let last = workspace.register.entries.iter().map(|entry| entry.order).max().unwrap_or(0);
    let entry = Entry { order: last + 1, ..entry };
    let (text, _) = workspace.register.with(&entry);
    let name = format!("{}/{REGISTER}", workspace.paths.inputs_shown());
    let written = workspace.enter(text);
    written.map_err(|error| vec![Finding::not_written(Unwritten::Opened(&name), &error)])?;
    Ok(entry)
}

fn told(workspace: &Workspace<'_>, message: String) -> Finding {
    let name = format!("{}/{REGISTER}", workspace.paths.inputs_shown());
    Finding::new(Code::NotIssued, message).at(&Span::whole(&SourceFile::new(name, "")))
}
