//! The words of an inspection: for people, a line each, or JSON. Not for what was found.

use std::fmt::Write;

use serde::Serialize;

use super::inspection::{Deviation, Inspection};
use crate::diagnostic::render::Format;

/// A deviation in one sentence that makes sense alone.
#[must_use]
pub fn sentence(deviation: &Deviation) -> String {
    let Deviation { page, measured, expected, .. } = deviation;
    let words = deviation.words.as_ref().map_or(String::new(), |words| format!("«{words}» "));
    let more = match deviation.more {
        0 => String::new(),
        more => format!(" (và {more} chỗ nữa)"),
    };
    let cell = cell(deviation);
    format!("{cell}, trang {page}: {words}{measured}, phải là {expected}{more}")
}

fn cell(deviation: &Deviation) -> String {
    let Deviation { cell, name, .. } = deviation;
    if cell.starts_with(|c: char| c.is_ascii_digit()) {
        format!("Ô {cell} ({name})")
    } else if cell == name {
        cell.clone()
    } else {
        format!("{cell} ({name})")
    }
}

/// The whole inspection of the file that is called `file`.
#[must_use]
pub fn tell(inspection: &Inspection, file: &str, format: Format) -> String {
    match format {
        Format::Human => human(inspection, file),
        Format::Short => {
            let sentences = inspection.deviations.iter().map(sentence);
            sentences.map(|sentence| [file, ": ", &sentence, "\n"].concat()).collect()
        }
        Format::Json => json(inspection, file),
    }
}

fn human(inspection: &Inspection, file: &str) -> String {
    let Inspection { pages, .. } = inspection;
    let by = format!("{} ({})", inspection.profile, inspection.regulation);
    let mut text = match inspection.deviations.len() {
        0 => format!("{file}: {pages} trang, không thấy chỗ nào lệch thể thức {by}.\n"),
        count => format!("{file}: {pages} trang, {count} chỗ lệch thể thức {by}:\n"),
    };
    for deviation in &inspection.deviations {
        let place = deviation.place.map_or(String::new(), |(x, y)| {
            format!("; chỗ đó cách mép trái {x:.0} mm, mép trên {y:.0} mm")
        });
        _ = writeln!(text, "  {}\n      theo: {}{place}", sentence(deviation), deviation.source);
    }
    text.push_str("Chưa xét được, cần người xem:\n");
    for unjudged in &inspection.unjudged {
        _ = writeln!(text, "  - {unjudged}");
    }
    text
}

/// A line of `--format json`.
#[derive(Serialize)]
#[serde(untagged)]
enum InspectionRecord<'a> {
    Deviation {
        phien_ban: u8,
        loai: &'static str,
        tep: &'a str,
        the_thuc: &'a str,
        muc: &'a str,
        o: &'a str,
        ten: &'a str,
        nguon: &'a str,
        trang: usize,
        x_mm: Option<f64>,
        y_mm: Option<f64>,
        chu: Option<&'a str>,
        do_duoc: &'a str,
        phai_la: &'a str,
        so_cho: usize,
        noi_dung: String,
    },
    Unjudged {
        phien_ban: u8,
        loai: &'static str,
        tep: &'a str,
        the_thuc: &'a str,
        noi_dung: &'a str,
    },
}

fn json(inspection: &Inspection, file: &str) -> String {
    let the_thuc = inspection.profile.as_str();
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let deviations = inspection.deviations.iter().map(|deviation| InspectionRecord::Deviation {
        phien_ban: 1,
        loai: "lech",
        tep: file,
        the_thuc,
        muc: deviation.rule.key(),
        o: &deviation.cell,
        ten: &deviation.name,
        nguon: &deviation.source,
        trang: deviation.page,
        x_mm: deviation.place.map(|(x, _)| tenth(x)),
        y_mm: deviation.place.map(|(_, y)| tenth(y)),
        chu: deviation.words.as_deref(),
        do_duoc: &deviation.measured,
        phai_la: &deviation.expected,
        so_cho: deviation.more + 1,
        noi_dung: sentence(deviation),
    });
    let unjudged = inspection.unjudged.iter().map(|noi_dung| InspectionRecord::Unjudged {
        phien_ban: 1,
        loai: "chua-xet",
        tep: file,
        the_thuc,
        noi_dung,
    });
    let records = deviations.chain(unjudged);
    records.map(|record| serde_json::to_string(&record).expect("plain data") + "\n").collect()
}
