//! Forms to send: made by the command `form`, handed out as an archive with one for each unit or as one workbook for all. Not for what is
//! in them ([`crate::forms`]).

use std::io::{Cursor, Write};
use std::path::PathBuf;

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::quarter::{Quarter, QuarterView, begin};
use crate::assets::files::is_a;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::{FileSystem, Local};
use crate::disk::links::leads_outside;
use crate::disk::read::{not_read, up_to};
use crate::import::unpacked::LARGEST_BOOK;
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::{Media, Reply};
use crate::web::site::Site;

/// The folder of forms, where the command puts them by itself.
const FOLDER: &str = "bieu";
/// What the form of all units is called.
const ALL_UNITS: &str = "cac-don-vi";

/// The page.
#[derive(Debug, Serialize)]
struct FormsPage {
    quy: QuarterView,
    /// How many forms for a unit each there are.
    so_bieu: usize,
    co_gop: bool,
    thu_muc: String,
}

/// The folder of a quarter's forms.
fn folder(site: &Site, quarter: Quarter<'_>) -> PathBuf {
    site.paths.out.join(FOLDER).join(quarter.dossier).join(quarter.period.to_string())
}

/// The names of a quarter's forms.
fn names(site: &Site, quarter: Quarter<'_>) -> Vec<String> {
    let (folder, prefix) = (folder(site, quarter), format!("bieu-{}-", quarter.period));
    if leads_outside(&site.paths.out, &folder.join(ALL_UNITS)) {
        return Vec::new();
    }
    let found = Local.entries(&folder).unwrap_or_default().into_iter();
    let files = found.filter(|(_, kind)| kind.is_file());
    let names = files.filter_map(|(name, _)| name.into_string().ok());
    names.filter(|name| name.starts_with(&prefix) && is_a(name, &["xlsx"])).collect()
}

/// The name of the form of all units.
fn all_units(quarter: Quarter<'_>) -> String {
    format!("bieu-{}-{ALL_UNITS}.xlsx", quarter.period)
}

/// Whether forms were made.
pub(super) fn are_made(site: &Site, quarter: Quarter<'_>) -> bool {
    !names(site, quarter).is_empty()
}

/// The page on which forms are made and taken along.
pub(super) fn page(site: &Site, quarter: Quarter<'_>) -> Reply {
    let names = names(site, quarter);
    let whole = all_units(quarter);
    let view = FormsPage {
        quy: quarter.view(),
        so_bieu: names.iter().filter(|name| **name != whole).count(),
        co_gop: names.contains(&whole),
        thu_muc: slashed(&folder(site, quarter)),
    };
    site.templates.page("viec-bieu.html", view)
}

/// Makes forms: one for each unit, or one for all.
pub(super) fn make(site: &Site, quarter: Quarter<'_>, form: &Pairs) -> Reply {
    let is_one = first(form, "kieu") == Some("gop");
    let command = site.actions.command("form").sources(&site.paths);
    let command = command.value("out", site.paths.out.join(FOLDER)).switch("gop", is_one);
    let command = command.switch("force", first(form, "ghi_de").is_some());
    let command = command.word(quarter.period.to_string()).word(quarter.dossier);
    let mut head = quarter.head(format!("Lập biểu gửi đơn vị, kỳ {}", quarter.period));
    head.links = vec![("Tải biểu", quarter.address(&["bieu"]))];
    begin(site, head, |_| command.run())
}

/// The form of all units.
///
/// # Errors
/// There is none, or it cannot be read.
pub(super) fn workbook(site: &Site, quarter: Quarter<'_>) -> Result<Reply, PageError> {
    let name = all_units(quarter);
    if !names(site, quarter).contains(&name) {
        return Err(PageError::NotThere);
    }
    Ok(Reply::of(Media::Workbook, bytes(site, quarter, &name)?).file(&name))
}

/// The forms of each unit in one archive.
///
/// # Errors
/// There is none, or one cannot be read.
pub(super) fn archive(site: &Site, quarter: Quarter<'_>) -> Result<Reply, PageError> {
    let (mut names, whole) = (names(site, quarter), all_units(quarter));
    names.retain(|name| *name != whole);
    if names.is_empty() {
        return Err(PageError::NotThere);
    }
    // A workbook is an archive already: packing it once more saves nothing.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let bytes = bytes(site, quarter, &name)?;
        archive.start_file(name, options).expect("a part of this size can be written to memory");
        archive.write_all(&bytes).expect("memory can be written to");
    }
    let bytes = archive.finish().expect("memory can be written to").into_inner();
    let name = format!("bieu-{}-{}.zip", quarter.dossier, quarter.period);
    Ok(Reply::of(Media::Archive, bytes).file(&name))
}

fn bytes(site: &Site, quarter: Quarter<'_>, name: &str) -> Result<Vec<u8>, PageError> {
    let path = folder(site, quarter).join(name);
    let read = up_to(&Local, &path, LARGEST_BOOK);
    read.map_err(|fault| PageError::Found(vec![not_read(&fault, &path.to_string_lossy())]))
}
