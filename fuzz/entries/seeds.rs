//! The files to begin with, made from those the repository has anyway. Not for changing them.

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::binding::parts::{OF_FIGURE, OF_PERIOD, OF_SUBMISSION, OF_TALLY, OF_TARGET};
use baocao::typeset::typesetter::Typesetter;
use lopdf::Document;

use super::files::{bytes, files, repository};
use super::loose::loose;

/// Plans, returns and texts of the samples and cases, and all that people make of them.
pub(super) fn yaml() -> Vec<Vec<u8>> {
    const FOLDERS: [&str; 8] = [
        "tests/cases/corpus",
        "tests/cases/hai-xa/inputs/hai-xa",
        "tests/cases/hai-xa/inputs/hai-xa/2024-Q1",
        "tests/cases/hai-xa/inputs/hai-xa/don-vi",
        "inputs/lac-duong",
        "inputs/lac-duong/2024-Q2",
        "inputs/lac-duong/don-vi",
        "inputs/lac-duong/tong-ket-2024-2025",
    ];
    FOLDERS.into_iter().flat_map(files).collect()
}

/// One line for each path there is, and lines with slips in them.
pub(super) fn bindings() -> Vec<Vec<u8>> {
    let names = |root: &str, parts: Vec<&str>| -> Vec<String> {
        parts.iter().map(|part| format!("Đạt {{{{ {root}.{part} }}}}%.")).collect()
    };
    let mut lines = [
        names("so_lieu.dan_so", OF_FIGURE.iter().map(|part| part.0).collect()),
        names("chi_tieu.bhyt", OF_TARGET.iter().map(|part| part.0).collect()),
        names("ky", OF_PERIOD.iter().map(|part| part.0).collect()),
        names("tong_ket", OF_TALLY.iter().map(|part| part.0).collect()),
        names("nop", OF_SUBMISSION.iter().map(|part| part.0).collect()),
    ]
    .concat();
    let slips = [
        "{{ don_vi.lat.danh_gia.han_che }} và {{ don_vi.ten }}",
        "{{ don_vi.lat.nhiem_vu.x }} {{ don_vi.lat.giai_trinh.dan_so }}",
        "{{ don_vi.lat.chi_tieu.bhyt.nhan_xet }} {% if x %}",
        "{{ so_lieu.dan-so }} {{ Số liệu }} {{ so_lieu.dan_so | round }}",
        "{{{{ a {{ b }} {{ c",
        "- Ý một {{ chot_den }}\n\nĐoạn hai }} {{ so_lieu.dan_so",
    ];
    lines.extend(slips.map(str::to_owned));
    lines.into_iter().map(String::into_bytes).collect()
}

/// The tables that are imported, packed and taken apart, and one as text.
pub(super) fn tables() -> Vec<Vec<u8>> {
    let books = files("tests/cases/import");
    let csv = "TT;Đơn vị;Dân số (người);Nguồn Dân số;Số người tham gia bảo hiểm y tế\n\
               1;Xã Lát;6.835;Công an xã;6.500\n2;Đạ Chais;3737;;95,4%\n;Cộng;10.572;;\n";
    // Binary workbooks are no archives.
    let archives = books.iter().filter(|book| book.starts_with(b"PK"));
    let taken_apart: Vec<Vec<u8>> = archives.map(|book| loose(book)).collect();
    let more = [csv.to_owned(), csv.replace(';', ","), csv.replace(';', "\t")];
    [books, taken_apart, more.map(String::into_bytes).to_vec()].concat()
}

/// A page of the format library and one of a word processor, as they are and with their streams unpacked.
pub(super) fn pdf() -> Vec<Vec<u8>> {
    let templates = TemplateFiles::embedded();
    let letter = templates.get("van-ban-dang/vi-du/cong-van.typ").expect("an example");
    let letter = String::from_utf8(letter.to_vec()).expect("UTF-8");
    let typesetter = Typesetter::new(&templates, Fonts::load(&templates));
    let own = typesetter.typeset(letter, "seed").expect("an example can be set");
    let other = bytes(&repository().join("tests/cases/inspect/libreoffice/bao-cao.pdf"));
    let pages = [own, other];
    pages.iter().map(|page| unpacked(page)).chain(pages.iter().cloned()).collect()
}

/// A PDF whose streams can be read, and changed.
fn unpacked(page: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(page).expect("a PDF");
    document.decompress();
    let mut saved = Vec::new();
    document.save_to(&mut saved).expect("a PDF in memory");
    saved
}
