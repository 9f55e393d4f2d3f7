//! The guide tells authors which names a sentence may use, group by group, and what each is; both ways. Not for what
//! sentences say.

use std::collections::{BTreeMap, BTreeSet};

use baocao::assets::files::TemplateFiles;
use baocao::kinds::phrases;
use minijinja::{Environment, Value, context};

use crate::dossier::text_of;

/// Names by group of sentences, or keys by name.
type Names = BTreeMap<String, BTreeSet<String>>;

/// The report, which every sentence has.
const REPORT: &str = "bc";
/// The function that prints another sentence.
const CALL: &str = "cau";
/// A sentence longer than this is put together from others.
const LONGEST: usize = 600;

/// Every sentence of every kind: its key and its template.
fn sentences() -> Vec<(String, String)> {
    let files = TemplateFiles::embedded();
    let folders = files.paths().filter_map(|path| path.strip_suffix("/cau-chu.yaml"));
    let of_folder = |folder| phrases::of_folder(&files, folder).expect("sentences");
    let all = folders.flat_map(of_folder);
    all.map(|(key, file)| (key, file.text().to_owned())).collect()
}

/// The names a sentence uses and does not set itself; `nested`: with the keys behind them.
fn used(template: &str, nested: bool) -> impl Iterator<Item = String> {
    let environment = Environment::new();
    let template = environment.template_from_str(template).expect("a template");
    template.undeclared_variables(nested).into_iter().filter(|name| name != CALL)
}

/// The names each group of sentences uses.
fn names_of_groups() -> Names {
    let mut names = Names::new();
    for (key, template) in sentences() {
        let group = key.split('.').next().expect("a group").to_owned();
        let others = used(&template, false).filter(|name| name != REPORT);
        names.entry(group).or_default().extend(others);
    }
    names
}

/// The first keys that sentences use of each name.
fn keys_of_names() -> Names {
    let mut keys = Names::new();
    for path in sentences().iter().flat_map(|(_, template)| used(template, true)) {
        let (name, rest) = path.split_once('.').unwrap_or((&path, ""));
        let first = rest.split('.').next().filter(|key| !key.is_empty()).map(str::to_owned);
        keys.entry(name.to_owned()).or_default().extend(first);
    }
    keys
}

/// What stands in backquotes.
fn quoted(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A table of the guide: what its rows are about, and what their last cells name.
fn table(head: &str) -> Names {
    let guide = text_of("TRA-CUU.md").expect("the guide");
    let (_, rest) = guide.split_once(head).unwrap_or_else(|| panic!("no table {head}"));
    let rows = rest.lines().skip(1).take_while(|line| line.starts_with('|'));
    let mut table = Names::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let [about, _, names] = cells[..] else { panic!("three cells: {row}") };
        for name in quoted(about) {
            assert!(table.insert(name, quoted(names)).is_none(), "twice: {row}");
        }
    }
    table
}

#[test]
fn the_guide_tells_every_name_a_sentence_may_use_and_no_other() {
    let told = table("| Nhóm câu | Câu về | Tên ngoài `bc` |\n");
    assert!(told.len() > 30 && told["bang"].contains("hang"), "{told:?}");
    assert_eq!(told, names_of_groups());
}

#[test]
fn the_guide_tells_what_each_name_is_and_which_of_its_keys_are_used() {
    let told = table("| Tên | Là gì | Các khóa đang dùng |\n");
    assert!(told["ct"].contains("ket_luan"), "{told:?}");
    assert_eq!(told, keys_of_names());
}

/// What the common sentence of this key prints of these values.
fn said(key: &str, values: Value) -> String {
    let (_, template) = sentences().into_iter().find(|(own, _)| own == key).expect("a sentence");
    Environment::new().render_str(&template, values).expect("a sentence that prints")
}

#[test]
fn what_did_not_arise_bears_the_marks_a_number_bears() {
    let year = |none, du| {
        let o = context! { gia_tri => "0 vụ", so => "0", khong_phat_sinh => none, du, so_don_vi => 3, tong_don_vi => 6 };
        let (ct, bc) = (context! { don_vi_tinh => "vụ" }, context! { tong_hop => true });
        said("bang.o.theo_nam", context! { o, ct, bc })
    };
    assert_eq!(year(false, false), "0 (3/6)");
    assert_eq!(year(true, false), "không phát sinh (3/6)");
    assert_eq!(year(true, true), "không phát sinh");
}

#[test]
fn who_lacks_figures_is_named_in_one_breath() {
    let over = |co| {
        let do_phu =
            context! { co, tong => 2, thieu => ["xã Lát"], cap_tren_thieu => ["Trung tâm Y tế"] };
        let bc = context! { goi_chung => "xã" };
        said("do_phu.tinh_tren", context! { ct => context! { gia_tri => (), do_phu }, bc })
    };
    assert_eq!(over(0), "chưa có số liệu của các đơn vị và của Trung tâm Y tế");
    assert_eq!(over(1), "có số liệu của 1/2 xã; chưa có số liệu của Trung tâm Y tế");
}

#[test]
fn no_sentence_is_too_long_to_be_read() {
    for (key, template) in sentences() {
        let length = template.chars().count();
        assert!(length < LONGEST, "«{key}» has {length} characters: part it into several");
    }
}
