//! The register as people read it: a row a document, with what became of it later. Not for its file
//! ([`crate::register::book`]).

use serde::Serialize;

use crate::model::written_date::short;
use crate::register::book::Register;
use crate::register::entry::{Act, Entry};

/// The heads of the columns an office keeps.
pub(crate) const HEADS: [&str; 9] = [
    "Số, ký hiệu",
    "Ngày",
    "Tên loại",
    "Trích yếu",
    "Cơ quan ban hành",
    "Người ký",
    "Nơi nhận",
    "Số bản",
    "Ghi chú",
];

/// A document of the register. The keys are those of the JSON form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// The entry's place.
    pub(crate) muc: u32,
    /// Number.
    pub(crate) so: u32,
    /// Symbol.
    pub(crate) ky_hieu: String,
    /// Date, year first.
    pub(crate) ngay: String,
    /// Type.
    pub(crate) loai: String,
    /// Subject.
    pub(crate) trich_yeu: String,
    /// Issuing body.
    pub(crate) co_quan: String,
    /// Term of the committee.
    pub(crate) nhiem_ky: String,
    /// Signer.
    pub(crate) nguoi_ky: String,
    /// Recipients.
    pub(crate) noi_nhan: Vec<String>,
    /// Copies.
    pub(crate) so_ban: Option<u32>,
    /// The office's note and what became of it.
    pub(crate) ghi_chu: String,
    /// The report, if the program made it.
    pub(crate) bao_cao: Option<String>,
    /// The number it takes the place of.
    pub(crate) thay_the: Option<String>,
    /// The number that took its place.
    pub(crate) bi_thay: Option<String>,
    /// Whether its number is void.
    pub(crate) da_huy: bool,
    /// Whether the signed copy is there.
    pub(crate) co_ban_ky: bool,
    /// Number and symbol, and the date, as they are written.
    #[serde(skip)]
    pub(crate) written: (String, String),
}

/// The documents of the register, in the order they were entered; of these dossiers, or of all.
#[must_use]
pub(crate) fn rows(register: &Register, dossiers: &[String]) -> Vec<Row> {
    let asked = |entry: &&Entry| {
        let own = entry.report.as_deref().and_then(|name| name.split('/').next());
        dossiers.is_empty() || own.is_some_and(|own| dossiers.iter().any(|one| one == own))
    };
    let documents = register.entries.iter().filter(|entry| entry.is_document());
    documents.filter(asked).map(|entry| row(register, entry)).collect()
}

fn row(register: &Register, entry: &Entry) -> Row {
    let before = entry.replaces.and_then(|order| register.entry(order));
    let after = register.replacement(entry);
    let voided = register.voided(entry);
    let signed = register.signed(entry);
    let notes = [
        entry.note.clone(),
        before.map(|before| format!("thay thế số {}", before.numbered())),
        after.map(|after| format!("được thay thế bằng số {}", after.numbered())),
        voided.map(|one| format!("đã hủy số: {}", one.reason.as_deref().unwrap_or_default())),
        entry.gap.as_ref().map(|gap| format!("nhảy số: {gap}")),
        signed.map(|one| {
            let proof = one.signed.as_ref().map_or("", |signed| signed.proof.as_str());
            format!("có bản ký ngày {}: {proof}", short(one.date.into()))
        }),
        (entry.act == Act::Outside).then(|| "lập ngoài chương trình".to_owned()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    Row {
        muc: entry.order,
        so: entry.number,
        ky_hieu: entry.symbol.clone(),
        ngay: entry.date.to_string(),
        loai: entry.series.kind.clone(),
        trich_yeu: entry.subject.clone(),
        co_quan: entry.series.body.clone(),
        nhiem_ky: entry.series.term.clone(),
        nguoi_ky: entry.signer.clone(),
        noi_nhan: entry.recipients.clone(),
        so_ban: entry.copies,
        ghi_chu: notes.join("; "),
        bao_cao: entry.report.clone(),
        thay_the: before.map(Entry::numbered),
        bi_thay: after.map(Entry::numbered),
        da_huy: voided.is_some(),
        co_ban_ky: signed.is_some(),
        written: (entry.numbered(), short(entry.date.into())),
    }
}

impl Row {
    /// Its cells, under [`HEADS`].
    #[must_use]
    pub(crate) fn cells(&self) -> [String; 9] {
        [
            self.written.0.clone(),
            self.written.1.clone(),
            self.loai.clone(),
            self.trich_yeu.clone(),
            self.co_quan.clone(),
            self.nguoi_ky.clone(),
            self.noi_nhan.join("; "),
            self.so_ban.map_or_else(String::new, |copies| copies.to_string()),
            self.ghi_chu.clone(),
        ]
    }
}

/// The register for a terminal: a document in a line or two.
#[must_use]
pub(crate) fn told(rows: &[Row], dossiers: &[String]) -> String {
    if rows.is_empty() && !dossiers.is_empty() {
        return format!("Sổ đăng ký chưa có văn bản nào của hồ sơ {}.\n", dossiers.join(", "));
    }
    if rows.is_empty() {
        return "Sổ đăng ký chưa có văn bản nào. Cấp số: baocao issue HỒ-SƠ KỲ ĐƠN-VỊ --date NGÀY\n"
            .to_owned();
    }
    let line = |row: &Row| {
        let (number, date) = &row.written;
        let note =
            if row.ghi_chu.is_empty() { String::new() } else { format!("\n      {}", row.ghi_chu) };
        format!(
            "{:>4}  {number}, {date}  {} {}\n      {}; ký: {}{note}\n",
            row.muc, row.loai, row.trich_yeu, row.co_quan, row.nguoi_ky
        )
    };
    rows.iter().map(line).collect()
}
