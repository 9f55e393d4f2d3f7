//! The words of an inspection: for people, a line each, or JSON. Not for what was found.

use serde::Serialize;

use super::report::{Deviation, Inspection};
use crate::diagnostic::render::Format;

/// A deviation in one sentence that makes sense alone.
#[must_use]
pub fn sentence(own: &Deviation) -> String {
    let words = own.words.as_ref().map_or(String::new(), |words| format!("«{words}» "));
    let more = match own.more {
        0 => String::new(),
        more => format!(" (và {more} chỗ nữa)"),
    };
    let cell = cell(own);
    format!("{cell}, trang {}: {words}{}, phải là {}{more}", own.page, own.measured, own.expected)
}

fn cell(own: &Deviation) -> String {
    if own.cell.starts_with(|c: char| c.is_ascii_digit()) {
        format!("Ô {} ({})", own.cell, own.name)
    } else if own.cell == own.name {
        own.cell.clone()
    } else {
        format!("{} ({})", own.cell, own.name)
    }
}

/// The whole inspection of the file that is called `file`.
#[must_use]
pub fn tell(inspection: &Inspection, file: &str, format: Format) -> String {
    match format {
        Format::Human => human(inspection, file),
        Format::Short => {
            inspection.deviations.iter().map(|own| format!("{file}: {}\n", sentence(own))).collect()
        }
        Format::Json => json(inspection, file),
    }
}

fn human(inspection: &Inspection, file: &str) -> String {
    let by = format!("{} ({})", inspection.profile, inspection.regulation);
    let mut text = match inspection.deviations.len() {
        0 => {
            format!("{file}: {} trang, không thấy chỗ nào lệch thể thức {by}.\n", inspection.pages)
        }
        count => format!("{file}: {} trang, {count} chỗ lệch thể thức {by}:\n", inspection.pages),
    };
    for own in &inspection.deviations {
        let place = own.place.map_or(String::new(), |(x, y)| {
            format!("; chỗ đó cách mép trái {x:.0} mm, mép trên {y:.0} mm")
        });
        text.push_str(&format!("  {}\n      theo: {}{place}\n", sentence(own), own.source));
    }
    text.push_str("Chưa xét được, cần người xem:\n");
    inspection.unjudged.iter().for_each(|own| text.push_str(&format!("  - {own}\n")));
    text
}

#[derive(Serialize)]
#[serde(untagged)]
enum Record<'a> {
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
    let found = inspection.deviations.iter().map(|own| Record::Deviation {
        phien_ban: 1,
        loai: "lech",
        tep: file,
        the_thuc,
        muc: &own.rule,
        o: &own.cell,
        ten: &own.name,
        nguon: &own.source,
        trang: own.page,
        x_mm: own.place.map(|(x, _)| tenth(x)),
        y_mm: own.place.map(|(_, y)| tenth(y)),
        chu: own.words.as_deref(),
        do_duoc: &own.measured,
        phai_la: &own.expected,
        so_cho: own.more + 1,
        noi_dung: sentence(own),
    });
    let open = inspection.unjudged.iter().map(|noi_dung| Record::Unjudged {
        phien_ban: 1,
        loai: "chua-xet",
        tep: file,
        the_thuc,
        noi_dung,
    });
    found
        .chain(open)
        .map(|record| serde_json::to_string(&record).unwrap_or_default() + "\n")
        .collect()
}
