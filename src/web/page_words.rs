//! What the words of commands are called on the page: a finding says `baocao issue … --gap`, here that is a button and a field. Not for
//! the findings themselves ([`super::finding_view`]).

use serde::Serialize;

use super::addresses::address;

/// Where on the page something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// A page of a quarter's actions.
    Action(&'static str),
    /// The board of a quarter, where the pages of units are found.
    Board,
    /// The register.
    Register(&'static [&'static str]),
    /// On the page of the action itself.
    Here,
}

/// The commands by their names, what they are called on the page, where they are.
const COMMANDS: [(&str, &str, Spot); 11] = [
    ("issue", "Ban hành", Spot::Action("ban-hanh")),
    ("register", "Sổ đăng ký", Spot::Register(&["so-dang-ky"])),
    ("check", "nút «Kiểm tra số liệu»", Spot::Board),
    ("build", "nút «Lập báo cáo»", Spot::Board),
    ("new", "Mở kỳ", Spot::Action("mo-ky")),
    ("form", "Lập biểu gửi đơn vị", Spot::Action("bieu")),
    ("import", "Nhập biểu, bảng, bản Word", Spot::Action("nhap")),
    ("draft", "nút «Lập và tải bản Word» ở trang của đơn vị", Spot::Board),
    ("diff", "So với bản đã ban hành", Spot::Action("so-sanh")),
    ("status", "bảng tình hình", Spot::Board),
    ("explain", "bảng «Các số của báo cáo» ở trang của đơn vị", Spot::Board),
];
/// The options that a page asks for, and what it calls them.
const OPTIONS: [(&str, &str, Spot); 13] = [
    ("--enter", "Vào sổ văn bản lập ngoài chương trình", Spot::Register(&["so-dang-ky", "vao-so"])),
    ("--chot-den", "ô «Ngày chốt số liệu»", Spot::Here),
    ("--mot-phan", "ô «… vẫn nhập những ô đúng»", Spot::Here),
    ("--sheet", "ô «Trang của bảng»", Spot::Here),
    ("--gap", "ô «Lý do nhảy số»", Spot::Here),
    ("--date", "ô «Ngày của văn bản»", Spot::Here),
    ("--number", "ô «Số»", Spot::Here),
    ("--reason", "ô «Lý do»", Spot::Here),
    ("--replace", "mục «Ban hành bản thay thế»", Spot::Here),
    ("--void", "mục «Hủy số vì cấp nhầm»", Spot::Here),
    ("--signed", "mục «Vào sổ bản ký»", Spot::Here),
    ("--with-warnings", "ô «Vẫn ban hành khi còn cảnh báo chưa xác nhận»", Spot::Here),
    ("--illustrative", "ô «Vẫn cấp số cho số liệu minh họa»", Spot::Here),
];
/// What begins a command.
const PROGRAM: &str = "baocao ";

/// Something to be found on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct PageWord {
    ten: &'static str,
    /// Where; none where that is the page one is on, or is not known.
    dia_chi: Option<String>,
    #[serde(skip)]
    spot: Spot,
}

impl PageWord {
    /// Leads to the pages of a quarter, where it leads nowhere yet.
    pub(super) fn place(&mut self, dossier: &str, period: &str) {
        let own = match self.spot {
            Spot::Action(page) => address(&["viec", dossier, period, page]),
            Spot::Board => address(&["ho-so", dossier, period]),
            Spot::Register(parts) => address(parts),
            Spot::Here => return,
        };
        self.dia_chi.get_or_insert(own);
    }
}

/// What the commands and options that words name are on the page, each once.
pub(super) fn page_words(words: &str) -> Vec<PageWord> {
    let mut named: Vec<(usize, &'static str, Spot)> = Vec::new();
    for (name, ten, spot) in COMMANDS {
        named.extend(places(words, &format!("{PROGRAM}{name}")).map(|at| (at, ten, spot)));
    }
    for (name, ten, spot) in OPTIONS {
        named.extend(places(words, name).map(|at| (at, ten, spot)));
    }
    named.sort_by_key(|(at, ..)| *at);
    let mut all: Vec<PageWord> = Vec::new();
    for (_, ten, spot) in named {
        if !all.iter().any(|one| one.ten == ten) {
            let dia_chi =
                if let Spot::Register(parts) = spot { Some(address(parts)) } else { None };
            all.push(PageWord { ten, dia_chi, spot });
        }
    }
    all
}

/// Where a name stands alone among words.
fn places<'w>(words: &'w str, name: &str) -> impl Iterator<Item = usize> + use<'w> {
    let length = name.len();
    let found: Vec<usize> = words.match_indices(name).map(|(at, _)| at).collect();
    let ends = move |at: &usize| {
        let next = words[*at + length..].chars().next();
        !next.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    found.into_iter().filter(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_is_told_by_words_is_a_place_on_the_page() {
        let mut words = page_words(
            "vào sổ (baocao register --enter), hoặc nêu lý do: baocao issue --gap \"…\", baocao issued",
        );
        for word in &mut words {
            word.place("lac-duong", "2024-Q3");
        }
        let told: Vec<(&str, Option<&str>)> =
            words.iter().map(|word| (word.ten, word.dia_chi.as_deref())).collect();
        let wanted = [
            ("Sổ đăng ký", Some("/so-dang-ky")),
            ("Vào sổ văn bản lập ngoài chương trình", Some("/so-dang-ky/vao-so")),
            ("Ban hành", Some("/viec/lac-duong/2024-Q3/ban-hanh")),
            ("ô «Lý do nhảy số»", None),
        ];
        assert_eq!(told, wanted);
        assert_eq!(page_words("ghi đủ số và ngày"), []);
    }
}
