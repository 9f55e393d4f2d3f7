//! Rules on what a plan declares of letterhead, symbol, place and recipients (V23): what an office would send a document
//! back for. Not for signatures ([`super::signers`]), and not for pages ([`crate::inspect`]).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Finding};
use crate::model::issuing::Issuer;
use crate::model::plan::Plan;
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::pattern::pattern;
use crate::source::{At, Span};
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::Sink;

/// Type, stroke, body: `BC/ĐU`, `TTr/BTGDVTU-BNCTU`.
static SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\p{Lu}[\p{Lu}r]{0,4}/\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{Lu}\d]*)*$"));
/// What stands for a unit's kind, name or place.
static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{[a-z_]*\}"));
/// A date typed behind a place, or room for one.
static DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)[,\s]+ngày(?:\s|$)|[,\s]+tháng\s+[\d.…]|,\s*$|\s*\d{1,2}/\d"));
/// Committees, which stand under a party organization.
const COMMITTEES: [&str; 7] =
    ["dang uy", "chi bo", "chi uy", "dang bo", "huyen uy", "quan uy", "thi uy"];
/// Bodies that serve a committee, which stands above them.
const ADVISORY: [&str; 3] = ["ban", "van phong", "uy ban kiem tra"];
/// What is put in for each unit.
const OF_UNIT: [&str; 3] = ["{loai}", "{ten}", "{dia_danh}"];
/// Bodies that never head a document: their committee does.
const NEVER: [&str; 2] = ["ban thuong vu", "ban chap hanh"];

/// Checks all issuers of a plan, and the places of its units where issuers leave it to them.
pub(crate) fn check(plan: &Plan, sink: &Sink) {
    for issuer in plan.unit_issuers.iter().chain(&plan.area_issuers) {
        letterhead(issuer, sink);
        symbol(&issuer.symbol, sink);
        place(&issuer.place, sink);
        recipients(issuer, sink);
    }
    for issuer in &plan.unit_issuers {
        lines(issuer).for_each(|line| placeholders(line, &OF_UNIT, sink));
    }
    for issuer in &plan.area_issuers {
        lines(issuer).for_each(|line| placeholders(line, &[], sink));
    }
    let of_unit = |issuer: &Issuer| issuer.place.value.as_str().contains("{dia_danh}");
    if plan.unit_issuers.iter().any(of_unit) {
        plan.units.iter().for_each(|unit| unit_place(unit, sink));
    }
}

/// Tells of a value that is not in the regulation's form.
pub(super) fn tell(sink: &Sink, place: &Span, message: String, hint: impl Into<String>) {
    sink.push(Finding::new(Code::IssuingForm, message).at(place).hint(hint));
}

/// All that is printed of an issuer.
fn lines(issuer: &Issuer) -> impl Iterator<Item = &At<Line>> {
    let signed = issuer
        .signers
        .iter()
        .flat_map(|signer| signer.authority.iter().chain(&signer.positions).chain(&signer.name));
    let head = issuer.superior.iter().chain(&issuer.bodies).chain(&issuer.full_body);
    head.chain([&issuer.symbol, &issuer.place]).chain(signed).chain(&issuer.recipients)
}

/// What stands in braces is one of the words that are put in, else it is printed as typed.
fn placeholders(line: &At<Line>, known: &[&str], sink: &Sink) {
    let left = known.iter().fold(line.value.to_string(), |text, word| text.replace(word, ""));
    if left.contains(['{', '}']) {
        let message =
            format!("chỗ điền trong «{}» không có trong quy ước, sẽ in nguyên văn", line.value);
        let hint = if known.is_empty() {
            "báo cáo tổng hợp không có tên đơn vị để điền: ghi thẳng tên".to_owned()
        } else {
            format!("chỉ dùng {}", known.join(", "))
        };
        tell(sink, &line.span, message, hint);
    }
}

/// A value without what is put in for each unit.
fn fixed(line: &Line) -> String {
    PLACEHOLDER.replace_all(line.as_str(), "").into_owned()
}

/// Whether nothing but capitals is written, in more than a short name.
pub(super) fn in_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    text.split_whitespace().count() > 1
        && letters().count() > 3
        && letters().all(char::is_uppercase)
}

fn capitals(line: &At<Line>, what: &str, example: &str, sink: &Sink) {
    if in_capitals(&fixed(&line.value)) {
        let message = format!("{what} viết toàn chữ hoa: «{}»", line.value);
        let hint = format!("viết như trong câu, {example}; trang in tự viết hoa chỗ phải viết hoa");
        tell(sink, &line.span, message, hint);
    }
}

/// Whether a line's first words are one of these names, written without marks.
fn starts(line: &Line, names: &[&str]) -> bool {
    let words: Vec<String> = line.as_str().split_whitespace().map(fold).collect();
    let folded = words.join(" ");
    names.iter().any(|name| {
        folded.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Cell 2.
fn letterhead(issuer: &Issuer, sink: &Sink) {
    for body in issuer.bodies.iter().chain(&issuer.full_body) {
        capitals(body, "tên cơ quan", "ví dụ «Đảng ủy xã Suối Mây»", sink);
    }
    for body in &issuer.bodies {
        if starts(&body.value, &NEVER) {
            let message = format!("«{}» không đứng ở phần tên cơ quan", body.value);
            let hint = "ghi tên cấp ủy, ví dụ «Đảng ủy xã Suối Mây»; Ban Thường vụ nêu ở «quyen_han»: T/M BAN THƯỜNG VỤ";
            tell(sink, &body.span, message, hint);
        }
    }
    match (&issuer.bodies[..], &issuer.superior) {
        ([body], None) => missing_superior(body, sink),
        ([body], Some(superior)) => {
            capitals(superior, "tên cơ quan cấp trên", "ví dụ «Đảng bộ huyện Đồi Xanh»", sink);
            under(body, superior, sink);
        }
        (_, Some(superior)) => {
            let message = "văn bản liên tịch không ghi cơ quan cấp trên".to_owned();
            tell(sink, &superior.span, message, "bỏ dòng «cap_tren»");
        }
        (_, None) => {}
    }
}

fn missing_superior(body: &At<Line>, sink: &Sink) {
    let (committee, advisory) = (starts(&body.value, &COMMITTEES), starts(&body.value, &ADVISORY));
    if starts(&body.value, &NEVER) || !(committee || advisory) {
        return;
    }
    let hint = if committee {
        "thêm «cap_tren», ví dụ cap_tren: Đảng bộ huyện Đồi Xanh"
    } else {
        "thêm «cap_tren», ví dụ cap_tren: Huyện ủy Đồi Xanh"
    };
    tell(sink, &body.span, format!("«{}» thiếu dòng cơ quan cấp trên", body.value), hint);
}

/// A committee stands under a party organization, an advisory body under its committee.
fn under(body: &At<Line>, superior: &At<Line>, sink: &Sink) {
    if starts(&body.value, &NEVER) {
        return;
    }
    let organization = starts(&superior.value, &["dang bo"]);
    let hint = if starts(&body.value, &["tinh uy"]) {
        "bỏ dòng «cap_tren»: tỉnh ủy, thành ủy không ghi cơ quan cấp trên"
    } else if starts(&body.value, &COMMITTEES) && !organization {
        "ghi tên đảng bộ cấp trên, ví dụ «Đảng bộ huyện Đồi Xanh»"
    } else if starts(&body.value, &ADVISORY) && organization {
        "cơ quan tham mưu ghi tên cấp ủy của mình, ví dụ «Huyện ủy Đồi Xanh»"
    } else {
        return;
    };
    let message = format!("«{}» không đứng dưới «{}»", body.value, superior.value);
    tell(sink, &superior.span, message, hint);
}

/// Cell 3, without the number.
fn symbol(symbol: &At<Line>, sink: &Sink) {
    let text = PLACEHOLDER.replace_all(symbol.value.as_str(), "X");
    let message = || format!("ký hiệu «{}» không đúng dạng", symbol.value);
    if !SYMBOL.is_match(&text) {
        let hint = "viết loại, gạch chéo, cơ quan, không có số và dấu cách: «BC/ĐU»; số ghi ở «van_ban» của báo cáo";
        tell(sink, &symbol.span, message(), hint);
    } else if let Some(before) = text.strip_suffix("/DU") {
        tell(sink, &symbol.span, message(), format!("có phải là «{before}/ĐU»?"));
    }
}

/// Cell 4.
fn place(place: &At<Line>, sink: &Sink) {
    capitals(place, "địa danh", "ví dụ «Đồi Xanh»", sink);
    let text = place.value.as_str();
    if let Some(found) = DATE.find(text) {
        let message = format!("địa danh ghi cả ngày, hoặc thừa dấu phẩy: «{text}»");
        let name = text[..found.start()].trim_end_matches([' ', ',']);
        let hint = format!(
            "chỉ ghi tên địa phương, ví dụ dia_danh: {name}; ngày ký ghi ở «van_ban» của từng kỳ"
        );
        return tell(sink, &place.span, message, hint);
    }
    if !text.contains('{') && is_one_syllable(text) {
        one_syllable(text, &place.span, sink);
    }
}

fn unit_place(unit: &Unit, sink: &Sink) {
    if unit.rank == Rank::Member && is_one_syllable(unit.place.as_str()) {
        one_syllable(unit.place.as_str(), &unit.span, sink);
    }
}

fn is_one_syllable(place: &str) -> bool {
    place.split_whitespace().count() == 1
}

fn one_syllable(place: &str, at: &Span, sink: &Sink) {
    let message = format!("địa danh «{place}» một âm tiết, thiếu cấp đơn vị");
    tell(sink, at, message, format!("ghi cả cấp, ví dụ dia_danh: Xã {place}"));
}

/// Cell 9a.
fn recipients(issuer: &Issuer, sink: &Sink) {
    let mut seen: BTreeMap<String, &Span> = BTreeMap::new();
    for one in &issuer.recipients {
        recipient(one, sink);
        if let Some(first) = seen.insert(fold(one.value.as_str()), &one.span) {
            let message = format!("nơi nhận «{}» ghi hai lần", one.value);
            let finding = Finding::new(Code::IssuingForm, message).at(&one.span);
            sink.push(finding.first_at(first).hint("giữ một dòng"));
        }
    }
    archive(issuer, sink);
}

fn recipient(one: &At<Line>, sink: &Sink) {
    let text = one.value.as_str();
    let told = |message: &str, hint: &str| {
        tell(sink, &one.span, format!("{message}: «{text}»"), hint);
    };
    if text.starts_with(['-', '–', '—', '+', '•', '*']) {
        told("nơi nhận tự ghi dấu gạch", "bỏ dấu gạch ở đầu; trang in tự đặt");
    }
    if text.ends_with([';', ',', '.', '/']) {
        told("nơi nhận tự ghi dấu ở cuối", "bỏ dấu ở cuối; trang in tự đặt theo thể thức");
    }
    if starts(&one.value, &["noi nhan"]) {
        told("danh sách nơi nhận có chữ «Nơi nhận»", "bỏ dòng này; trang in tự ghi");
    }
    capitals(one, "nơi nhận", "ví dụ «Ban Thường vụ Huyện ủy»", sink);
}

/// The last line says where the document is kept.
fn archive(issuer: &Issuer, sink: &Sink) {
    let is_archive = |one: &&At<Line>| starts(&plain(&one.value), &["luu"]);
    let Some(last) = issuer.recipients.last() else {
        let message = "nơi nhận còn trống".to_owned();
        return tell(sink, &issuer.span, message, "ghi các nơi nhận, dòng cuối «Lưu Văn phòng …»");
    };
    match issuer.recipients.iter().find(is_archive) {
        None => {
            let message = "nơi nhận thiếu dòng Lưu ở cuối".to_owned();
            tell(sink, &last.span, message, "thêm dòng cuối, ví dụ «Lưu Văn phòng Đảng ủy»");
        }
        Some(kept) if !is_archive(&last) => {
            let message = format!("«{}» phải là dòng cuối của nơi nhận", kept.value);
            tell(sink, &kept.span, message, "chuyển dòng này xuống cuối");
        }
        Some(kept) if is_state_form(&kept.value) => {
            let message = format!("«{}» không phải cách ghi của văn bản Đảng", kept.value);
            tell(
                sink,
                &kept.span,
                message,
                "ghi «Lưu» và tên văn phòng, ví dụ «Lưu Văn phòng Đảng ủy»",
            );
        }
        Some(_) => {}
    }
}

/// A line without the dash typed before it.
fn plain(line: &Line) -> Line {
    Line::new(line.as_str().trim_start_matches(['-', '–', '—', '+', '•', '*', ' ']))
}

/// `Lưu: VT` is the state's way.
fn is_state_form(line: &Line) -> bool {
    let text = line.as_str();
    text.contains(':') || text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "VT")
}
