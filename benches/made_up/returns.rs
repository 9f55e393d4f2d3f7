//! The YAML of made-up returns, as long as the samples': figures, explanations, texts. Not for what they hold.

use std::fmt::Write as _;

use super::calendar::Quarter;
use super::figures::{Counted, FACTS, TENTHS};
use super::prose::{Prose, Topic};
use super::random::Random;

const TASKS: [&str; 5] = ["nhan_thuc", "quan_ly", "ha_tang", "nhan_luc", "cong_dong"];
const TARGETS: [&str; 4] = ["nuoc_sach", "nha_tieu", "thu_gom", "phan_loai"];

/// Writes one file; every text in it is said for the first time.
pub(crate) struct Writer<'a> {
    pub(crate) prose: &'a mut Prose,
    pub(crate) random: Random,
    pub(crate) topic: Topic<'a>,
    pub(crate) text: String,
}

impl Writer<'_> {
    /// What a unit hands in; in the base year, figures only.
    pub(crate) fn unit_return(mut self, id: &str, counted: &Counted, base_year: bool) -> String {
        let _ = writeln!(self.text, "don_vi: {id}");
        self.heading(!base_year);
        self.figures(counted, base_year);
        if !base_year {
            self.explanations(&counted.fell);
            self.narrative();
        }
        self.text
    }

    /// What the superior-level row hands in.
    pub(crate) fn superior_return(mut self, id: &str, staff: u32) -> String {
        let _ = writeln!(self.text, "don_vi: {id}");
        self.heading(false);
        let _ = writeln!(self.text, "so_lieu:\n  can_bo_tinh: {staff}");
        self.text
    }

    /// The board's own text.
    pub(crate) fn board_text(mut self) -> String {
        self.heading(true);
        self.narrative();
        self.text
    }

    fn heading(&mut self, numbered: bool) {
        let Quarter { year, number } = self.topic.quarter;
        let day = self.topic.quarter.as_of();
        let as_of = self.topic.quarter.date(day);
        let _ = writeln!(self.text, "ky: {year}-Q{number}\nchot_den: {as_of}\nminh_hoa: true");
        if numbered {
            let so = number * 60 + self.random.between(0, 50);
            let dated = self.topic.quarter.date(day + self.random.between(1, 4));
            let _ = writeln!(self.text, "van_ban: {{ so: {so}, ngay: {dated} }}");
        }
    }

    fn figures(&mut self, counted: &Counted, all: bool) {
        self.text.push_str("\nso_lieu:\n");
        for (id, value) in &counted.values {
            if !all && self.random.one_in(400) {
                continue;
            }
            let value = match value {
                0 if *id == "vi_pham" || *id == "vi_pham_xu_ly" => "khong-phat-sinh".to_owned(),
                value if FACTS.contains(id) => (*value == 1).to_string(),
                value if TENTHS.contains(id) => format!("{}.{}", value / 10, value % 10),
                value => value.to_string(),
            };
            let value = match *id {
                "dan_so" => format!("{{ gia_tri: {value}, nguon: Công an cấp xã, uoc: false }}"),
                _ if !FACTS.contains(id) && self.random.one_in(150) => {
                    format!("{{ gia_tri: {value}, uoc: true }}")
                }
                _ => value,
            };
            let _ = writeln!(self.text, "  {id}: {value}");
        }
    }

    /// A fall is explained, or the warning about it acknowledged.
    fn explanations(&mut self, fell: &[&str]) {
        let (acknowledged, explained): (Vec<&str>, Vec<&str>) =
            fell.iter().partition(|_| self.random.one_in(3));
        for (heading, ids) in [("giai_trinh", explained), ("chap_nhan", acknowledged)] {
            if !ids.is_empty() {
                let _ = writeln!(self.text, "\n{heading}:");
            }
            for id in ids {
                let line = match heading {
                    "giai_trinh" => format!("{id}: \"{}\"", self.say("giai_trinh")),
                    _ => {
                        format!("- {{ ma: V07, o: {id}, ly_do: \"{}\" }}", self.say("xac_nhan"))
                    }
                };
                let _ = writeln!(self.text, "  {line}");
            }
        }
    }

    fn narrative(&mut self) {
        let target = *self.random.pick(&TARGETS);
        let remark = self.say("nhan_xet");
        let _ = writeln!(self.text, "\nchi_tieu:\n  {target}: {{ nhan_xet: \"{remark}\" }}\n");
        self.block("", "tinh_hinh", "tinh_hinh", "", 2);
        self.text.push_str("\nlanh_dao:\n  van_ban:\n");
        self.documents();
        self.block("  ", "quan_triet", "quan_triet", "", 1);
        self.block("  ", "kiem_tra", "kiem_tra", "", 1);
        self.text.push_str("\nnhiem_vu:\n");
        for task in TASKS {
            let paragraphs = if self.random.one_in(3) { 2 } else { 1 };
            self.block("  ", task, task, "", paragraphs);
        }
        self.text.push_str("\ndanh_gia:\n");
        self.block("  ", "uu_diem", "uu_diem", "", 1);
        self.block("  ", "han_che", "han_che", "- ", 3);
        self.text.push_str("  nguyen_nhan:\n");
        self.block("    ", "khach_quan", "khach_quan", "", 1);
        self.block("    ", "chu_quan", "chu_quan", "", 1);
        if self.topic.quarter.number == 4 {
            self.block("  ", "bai_hoc", "bai_hoc", "- ", 2);
        }
        self.text.push('\n');
        self.block("", "phuong_huong", "phuong_huong", "- ", 4);
        self.text.push_str("\nkien_nghi:\n");
        self.block("  ", "tinh", "kien_nghi", "", 1);
    }

    fn documents(&mut self) {
        let Quarter { year, number } = self.topic.quarter;
        for (kind, symbol) in [("Kế hoạch", "KH"), ("Công văn", "CV")] {
            let (so, day) = (number * 40 + self.random.between(1, 39), self.random.between(1, 28));
            let month = self.random.between(number * 3 - 2, number * 3 - 1);
            let subject = self.say("trich_yeu");
            let subject = subject.replacen("Về", "về", 1);
            let _ = writeln!(
                self.text,
                "    - {{ loai: {kind}, so: {so}-{symbol}/ĐU, ngay: {year}-{month:02}-{day:02}, trich_yeu: \"{subject}\" }}"
            );
        }
    }

    /// `times` paragraphs of the list `name`, below `key`; lines that begin with `mark` are the format's dashes.
    fn block(&mut self, indent: &str, key: &str, name: &str, mark: &str, times: usize) {
        let _ = writeln!(self.text, "{indent}{key}: |");
        for at in 0..times {
            if at > 0 && mark.is_empty() {
                self.text.push('\n');
            }
            let said = self.say(name);
            let _ = writeln!(self.text, "{indent}  {mark}{said}");
        }
    }

    fn say(&mut self, name: &str) -> String {
        self.prose.say(name, &self.topic, &mut self.random)
    }
}
