//! Rules on what a plan declares of a signature (V23): authority and position. Not for the name ([`super::signer_name`]), nor
//! for the rest of an issuer ([`super::issuers`]).

use std::sync::LazyLock;

use regex::Regex;

use super::issuers::tell;
use super::signer_name::{self, folded};
use crate::model::issuing::{Issuer, Signer};
use crate::model::plan::Plan;
use crate::model::text::Line;
use crate::pattern::pattern;
use crate::source::At;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::Sink;

/// The state's short forms of an authority, and what is left of the line.
static STATE_FORM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<first>T|K)[.\s]?(?P<second>M|T|L|UQ)[.\s]+(?P<rest>\S.*)$"));
/// The Party's forms.
static PARTY_FORM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<form>T/M|K/T|T/L|T/UQ)\s+(?P<rest>\S.*)$"));
/// An acting position in another form than `Q. BÍ THƯ`.
static ACTING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:QUYỀN\s+|QUYỀN\.\s*|Q\s*/\s*|Q\s+|Q\.)(?P<rest>\pL.*)$"));
/// Collective bodies, without marks: they sign through somebody (`T/M`), and nobody stands in for them (`K/T`).
const COLLECTIVE: [&str; 12] = [
    "ban thuong vu",
    "ban chap hanh",
    "uy ban kiem tra",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "dang uy",
    "chi bo",
    "chi uy",
    "hoi dong",
];
/// Bodies of the state, without marks, which sign no document of the Party.
const STATE_BODIES: [&str; 5] =
    ["ubnd", "hdnd", "uy ban nhan dan", "hoi dong nhan dan", "uy ban mat tran"];
/// What is put in the place of a collective body, without marks: short forms, and whom its members are of.
const NO_COLLECTIVE: [&str; 9] = ["btv", "bch", "ubkt", "du", "tu", "hu", "cb", "db", "dang bo"];
/// Heads: they sign themselves, and a deputy may stand in for them.
const HEADS: [&str; 6] =
    ["TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "BÍ THƯ", "CHỦ NHIỆM", "GIÁM ĐỐC", "TỔNG BIÊN TẬP"];
/// Heads of collective bodies, whose deputies sign for the body.
const OF_COLLECTIVES: [&str; 2] = ["BÍ THƯ", "CHỦ NHIỆM"];

/// Checks the signers of all issuers of a plan.
pub(crate) fn check(plan: &Plan, sink: &Sink) {
    plan.unit_issuers.iter().chain(&plan.area_issuers).for_each(|issuer| of_issuer(issuer, sink));
}

fn of_issuer(issuer: &Issuer, sink: &Sink) {
    joint(issuer, sink);
    for signer in &issuer.signers {
        if let Some(authority) = &signer.authority {
            self::authority(authority, signer, sink);
        }
        signer.positions.iter().for_each(|line| position(line, sink));
        signer.name.iter().for_each(|line| signer_name::check(line, sink));
    }
}

/// A joint document has a signer a body, each with the full position and without authority; another has one signer.
fn joint(issuer: &Issuer, sink: &Sink) {
    let (bodies, signers) = (issuer.bodies.len(), issuer.signers.len());
    let first = issuer.signers.first().and_then(|one| one.positions.first());
    let place = first.map_or(&issuer.span, |line| &line.span);
    if bodies == 1 && signers > 1 {
        let message = format!("{signers} người ký mà chỉ có một cơ quan ban hành");
        let hint = "văn bản liên tịch: ghi «co_quan» thành danh sách các cơ quan; không thì giữ một người ký";
        tell(sink, place, message, hint);
    }
    if bodies > 1 && signers < bodies {
        let message = format!("{bodies} cơ quan ban hành mà chỉ có {signers} người ký");
        tell(
            sink,
            place,
            message,
            "ghi «nguoi_ky» thành danh sách, mỗi cơ quan một người, chủ trì trước",
        );
    }
    if bodies > 1 {
        for authority in issuer.signers.iter().filter_map(|signer| signer.authority.as_ref()) {
            let message = format!("văn bản liên tịch không ghi quyền hạn ký «{}»", authority.value);
            tell(sink, &authority.span, message, "bỏ «quyen_han», ghi chức vụ kèm tên cơ quan");
        }
    }
}

/// The first line of cell 7a.
fn authority(line: &At<Line>, signer: &Signer, sink: &Sink) {
    let typed = line.value.as_str().to_uppercase();
    if let Some(found) = STATE_FORM.captures(&typed) {
        let message = format!("«{}» là cách viết của văn bản nhà nước", line.value);
        let hint = format!("viết «{}/{} {}»", &found["first"], &found["second"], &found["rest"]);
        return tell(sink, &line.span, message, hint);
    }
    let Some(found) = PARTY_FORM.captures(&typed) else {
        let message = format!("quyền hạn ký «{}» không đúng dạng", line.value);
        let hint = "viết «T/M BAN THƯỜNG VỤ», «K/T TRƯỞNG BAN», «T/L BAN THƯỜNG VỤ»; người đứng đầu ký trực tiếp thì bỏ";
        return tell(sink, &line.span, message, hint);
    };
    let position = signer.positions.iter().map(|one| one.value.as_str().to_uppercase());
    let position = position.collect::<Vec<_>>().join(" ");
    if let Some((message, hint)) = wrong_pair(&found["form"], &found["rest"], &position) {
        tell(sink, &line.span, format!("«{}»: {message}", line.value), hint);
    }
}

/// What is wrong with an authority and a position, both in capitals, and what to do.
fn wrong_pair(form: &str, whom: &str, position: &str) -> Option<(String, String)> {
    let collective = collective(whom);
    let told = |message: &str, hint: &str| Some((message.to_owned(), hint.to_owned()));
    match (form, collective) {
        ("K/T", Some(_)) => told("tập thể không có ký thay", "viết «T/M», hoặc bỏ dòng này"),
        ("K/T", None) if OF_COLLECTIVES.contains(&bare(whom)) => told(
            "cấp ủy, ủy ban kiểm tra không dùng K/T",
            "viết «T/M» và tên tập thể, ví dụ «T/M BAN THƯỜNG VỤ»",
        ),
        ("K/T", None) if !deputy_of(whom, position) => Some((
            format!("chức vụ «{position}» không phải cấp phó của {whom}"),
            format!("ghi chuc_vu: PHÓ {whom}"),
        )),
        ("T/M", _) if STATE_BODIES.iter().any(|body| folded(whom).starts_with(body)) => told(
            "cơ quan nhà nước không đứng tên ký văn bản của Đảng",
            "ghi cấp ủy, ví dụ «T/M BAN THƯỜNG VỤ», và chức vụ trong cấp ủy",
        ),
        ("T/M", None) if HEADS.iter().any(|head| whom.starts_with(head)) => told(
            "T/M đi với tập thể, không đi với chức vụ",
            "viết «K/T» nếu cấp phó ký thay; người đứng đầu ký trực tiếp thì bỏ dòng này",
        ),
        ("T/M" | "T/L", None) if NO_COLLECTIVE.iter().any(|body| begins_with(whom, body)) => told(
            "viết tắt, hoặc không phải tập thể ký văn bản",
            "viết đủ tên cấp ủy, ví dụ «T/M BAN THƯỜNG VỤ», «T/M ĐẢNG ỦY»",
        ),
        ("T/M", Some(body)) if whom != body => {
            Some((format!("sau «T/M {body}» không ghi thêm tên"), format!("viết «T/M {body}»")))
        }
        ("T/M", Some(body)) => {
            let heads = heads_of(&folded(body));
            let fits = heads.iter().any(|head| bare(position).starts_with(head));
            (!fits).then(|| {
                let hint = format!("ghi chuc_vu: {} hoặc PHÓ {}", heads[0], heads[0]);
                (format!("chức vụ «{position}» không ký T/M {body}"), hint)
            })
        }
        ("T/L", Some(_)) if !bare(position).starts_with("CHÁNH VĂN PHÒNG") => told(
            "thừa lệnh là của Chánh Văn phòng",
            "ghi chuc_vu: CHÁNH VĂN PHÒNG hoặc PHÓ CHÁNH VĂN PHÒNG",
        ),
        _ => None,
    }
}

/// A position without what makes it a deputy's or an acting one's.
fn bare(position: &str) -> &str {
    let position = position.strip_prefix("Q.").unwrap_or(position).trim_start();
    position.strip_prefix("PHÓ ").unwrap_or(position)
}

fn deputy_of(whom: &str, position: &str) -> bool {
    position
        .strip_prefix("PHÓ ")
        .is_some_and(|head| head.starts_with(whom) || whom.starts_with(head))
}

/// The collective body a text begins with, as it is typed.
fn collective(whom: &str) -> Option<&str> {
    let words: Vec<&str> = whom.split_whitespace().collect();
    let begins = |body: &&&str| {
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let body: Vec<&str> = body.split(' ').collect();
        folded.len() >= body.len() && folded.iter().zip(&body).all(|(own, asked)| own == asked)
    };
    let count = COLLECTIVE.iter().find(begins)?.split(' ').count();
    let mut ends = whom.match_indices(char::is_whitespace).map(|(at, _)| at);
    Some(ends.nth(count - 1).map_or(whom, |end| &whom[..end]))
}

fn begins_with(whom: &str, body: &str) -> bool {
    folded(whom).strip_prefix(body).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Who signs for a collective body, named without marks: the heads' titles.
fn heads_of(body: &str) -> &'static [&'static str] {
    match body {
        "uy ban kiem tra" => &["CHỦ NHIỆM"],
        "hoi dong" => &["CHỦ TỊCH"],
        _ => &["BÍ THƯ"],
    }
}

/// The second line of cell 7a.
fn position(line: &At<Line>, sink: &Sink) {
    let text = line.value.as_str();
    if let Some(found) = ACTING.captures(&text.to_uppercase()) {
        let message = format!("quyền chức vụ không viết đúng dạng: «{text}»");
        return tell(sink, &line.span, message, format!("viết «Q. {}»", &found["rest"]));
    }
    if PARTY_FORM.is_match(text) || STATE_FORM.is_match(&text.to_uppercase()) {
        let message = format!("quyền hạn ký ghi ở chức vụ: «{text}»");
        tell(sink, &line.span, message, "ghi phần này ở «quyen_han»");
    } else if text != "kiêm" && text.to_lowercase().contains("kiêm") {
        let message = format!("chức vụ kiêm nhiệm viết trên một dòng: «{text}»");
        tell(
            sink,
            &line.span,
            message,
            "ghi thành danh sách ba dòng: [PHÓ BÍ THƯ, kiêm, TRƯỞNG BAN CHỈ ĐẠO]",
        );
    }
}
