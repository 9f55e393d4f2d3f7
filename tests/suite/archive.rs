//! What a finished PDF promises archives and screen readers: PDF/A-2a and PDF/UA-1, titled, tagged, in Vietnamese, dated
//! like its document. Read from the file's objects; not for what its pages look like.

use std::collections::BTreeMap;

use lopdf::Object;

use crate::parts::{Parts, kind};
use crate::specimen::{all, example, examples, sheet};

/// The text between two tags of XMP.
fn tagged<'a>(metadata: &'a str, tag: &str) -> &'a str {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let start = metadata.find(&open).unwrap_or_else(|| panic!("no {tag}")) + open.len();
    &metadata[start..start + metadata[start..].find(&close).expect("a closing tag")]
}

#[test]
fn every_pdf_is_pdf_a_2a_and_pdf_ua_1_by_its_metadata() {
    for document in all() {
        let metadata = Parts::of(document).metadata();
        assert_eq!(tagged(&metadata, "pdfaid:part"), "2", "{}", document.name);
        assert_eq!(tagged(&metadata, "pdfaid:conformance"), "A", "{}", document.name);
        assert_eq!(tagged(&metadata, "pdfuaid:part"), "1", "{}", document.name);
    }
}

#[test]
fn title_issuing_body_language_number_and_symbol_are_in_the_metadata() {
    let symbol = regex::Regex::new(r"^(?:\d{2,}-)?\p{Lu}[\p{Lu}r]*/\p{Lu}+").expect("a pattern");
    for document in all() {
        let metadata = Parts::of(document).metadata();
        assert!(tagged(&metadata, "dc:title").contains("x-default\">"), "{}", document.name);
        assert!(tagged(&metadata, "dc:language").contains("<rdf:li>vi</rdf:li>"));
        let keywords = tagged(&metadata, "pdf:Keywords");
        assert!(symbol.is_match(keywords), "{}: {keywords}", document.name);
        let body = tagged(&metadata, "dc:creator");
        assert!(
            ["Đảng ủy", "Huyện ủy", "Ban ", "Chi bộ "].into_iter().any(|one| body.contains(one)),
            "{body}"
        );
    }
    let said = [
        ("bao-cao", "BC/ĐU", "Đảng ủy xã Suối Mây", "Báo cáo sơ kết 6 tháng đầu năm 2024"),
        (
            "du-thanh-phan",
            "05-BC/BTGDVTU-BNCTU",
            "Ban Tuyên giáo và Dân vận",
            "Báo cáo kết quả phối hợp",
        ),
        ("cong-van", "12-CV/ĐU", "Đảng ủy xã Suối Mây", "Công văn về việc rà soát tủ sách"),
        ("to-trinh", "TTr/BXDĐ", "Ban Xây dựng Đảng", "Tờ trình mua sách bổ sung"),
    ];
    for (name, symbol, body, title) in said {
        for document in example(name) {
            let metadata = Parts::of(document).metadata();
            assert!(tagged(&metadata, "dc:title").contains(title), "{metadata}");
            assert!(tagged(&metadata, "dc:creator").contains(body), "{metadata}");
            let keywords = tagged(&metadata, "pdf:Keywords");
            assert_eq!(keywords.matches(symbol).count(), 1, "{keywords}");
        }
    }
}

#[test]
fn the_catalog_says_language_tags_and_that_the_title_is_shown() {
    for document in all() {
        let parts = Parts::of(document);
        let catalog = parts.catalog();
        let language = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(language, b"vi", "{}", parts.name);
        let yes = |under: &str, key: &[u8]| {
            parts.dictionary(catalog, under).get(key).and_then(Object::as_bool).unwrap_or(false)
        };
        assert!(yes("MarkInfo", b"Marked") && yes("ViewerPreferences", b"DisplayDocTitle"));
        assert!(catalog.has(b"OutputIntents"), "{}", parts.name);
    }
}

#[test]
fn every_page_is_in_the_structure_and_read_in_its_order() {
    for document in all() {
        let parts = Parts::of(document);
        for page in parts.file.get_pages().values() {
            let page = parts.file.get_dictionary(*page).expect("a page");
            let order = page.get(b"Tabs").and_then(Object::as_name);
            assert_eq!(order.ok(), Some(&b"S"[..]), "{}", parts.name);
            assert!(page.has(b"StructParents") && !page.has(b"Annots"), "{}", parts.name);
        }
    }
}

#[test]
fn headings_paragraphs_and_tables_are_tagged_as_what_they_are() {
    for document in all() {
        let parts = Parts::of(document);
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for (_, element) in parts.structure() {
            *count.entry(kind(element)).or_default() += 1;
        }
        let of = |kind: &str| count.get(kind).copied().unwrap_or(0);
        assert!(of("Document") == 1 && of("P") > 5 && of("H1") > 0, "{}: {count:?}", parts.name);
        let titled = usize::from(!document.is_letter());
        assert_eq!(of("Title"), titled, "{}: {count:?}", parts.name);
        if of("Table") > 0 {
            assert!(of("THead") == of("Table") && of("TH") > 1 && of("TR") > 1 && of("TD") > 1);
        }
        if ["bao-cao", "du-thanh-phan"].contains(&document.name.as_str()) {
            assert!(of("Table") >= 3 && of("H2") > 1 && of("H3") > 1 && of("H4") > 0, "{count:?}");
        }
    }
}

#[test]
fn only_totals_are_tagged_as_the_foot_of_a_table() {
    let rows = "(\"1\", \"hàng\"), ".repeat(60);
    for (end, groups) in [
        ("", vec![("THead", 1), ("TBody", 60)]),
        ("hang-dam(\"\", \"Cộng\"),", vec![("THead", 1), ("TBody", 60), ("TFoot", 1)]),
        (
            "hang-dam(\"\", \"Cộng\"), hang-chan(\"\", \"95%\")",
            vec![("THead", 1), ("TBody", 60), ("TFoot", 2)],
        ),
        ("hang-chan(table.cell(colspan: 2)[Số liệu khác])", vec![("THead", 1), ("TBody", 61)]),
    ] {
        let document = sheet(&format!(
            "#show: van-ban.with(the-thuc: \"hd05\", loai: \"BÁO CÁO\", trich-yeu: \"kết quả\", co-quan: \"Đảng ủy\", \
             ky-hieu: \"BC/ĐU\", dia-danh: \"Lát\", ngay: (nam: 2026, thang: 6, ngay: 2))\n\
             #bang(cot: (20mm, 1fr), dau: ((\"TT\", \"Tên\"),), {rows}{end})"
        ));
        let parts = Parts::of(&document);
        let mut found: Vec<(String, usize)> = Vec::new();
        for (_, element) in parts.structure() {
            match kind(element) {
                group if ["THead", "TBody", "TFoot"].contains(&group.as_str()) => {
                    found.push((group, 0));
                }
                row if row == "TR" => found.last_mut().expect("a group of rows").1 += 1,
                _ => {}
            }
        }
        let wanted: Vec<(String, usize)> =
            groups.iter().map(|(group, rows)| ((*group).to_owned(), *rows)).collect();
        assert_eq!(found, wanted, "{end}");
    }
}

#[test]
fn head_cells_of_tables_say_that_they_head_their_columns() {
    for document in all() {
        let parts = Parts::of(document);
        for (_, element) in parts.structure().into_iter().filter(|(_, one)| kind(one) == "TH") {
            let attributes = parts.follow(element, "A").expect("attributes");
            let one = std::slice::from_ref(attributes);
            let scoped = attributes.as_array().map_or(one, Vec::as_slice).iter().any(|one| {
                let one = one.as_dict().expect("attributes");
                let scope = one.get(b"Scope").and_then(Object::as_name);
                scope.is_ok_and(|scope| scope == b"Column" || scope == b"Row")
            });
            assert!(scoped, "{}: a head cell without scope", parts.name);
        }
    }
}

#[test]
fn bookmarks_are_the_headings_in_order() {
    for document in all() {
        let parts = Parts::of(document);
        let (marks, structure) = (parts.bookmarks(), parts.structure());
        let headings = structure.iter().map(|(_, element)| kind(element));
        let headings: Vec<usize> = headings
            .filter_map(|kind| kind.strip_prefix('H').and_then(|level| level.parse().ok()))
            .collect();
        let depths: Vec<_> = marks.iter().map(|(depth, _)| depth + 1).collect();
        assert_eq!(depths, headings, "{}: {marks:?}", parts.name);
    }
    for document in example("du-thanh-phan") {
        let marks = Parts::of(document).bookmarks();
        let titles: Vec<_> = marks.iter().map(|(depth, title)| (*depth, title.as_str())).collect();
        let wanted = [
            (0, "Phần thứ nhất Kết quả phối hợp năm 2024"),
            (1, "I- Đặc điểm, tình hình"),
            (1, "II- Kết quả cụ thể"),
            (2, "1. Công tác tham mưu, phối hợp"),
            (3, "a) Đối với cấp tỉnh"),
        ];
        assert_eq!(titles[..5], wanted);
        assert!(titles[titles.len() - 2].1.starts_with("Phụ lục 1 TỦ SÁCH THÔN"), "{titles:?}");
    }
}

#[test]
fn nothing_is_encrypted_and_every_face_is_embedded_with_its_characters() {
    for document in all() {
        let parts = Parts::of(document);
        assert!(!parts.file.is_encrypted() && !parts.file.trailer.has(b"Encrypt"));
        let mut faces = 0;
        for object in parts.file.objects.values().filter_map(|object| object.as_dict().ok()) {
            if object.has_type(b"Font") && object.has(b"DescendantFonts") {
                assert!(object.has(b"ToUnicode"), "{}", parts.name);
                faces += 1;
            }
            if object.has_type(b"FontDescriptor") {
                assert!(object.has(b"FontFile2") || object.has(b"FontFile3"), "{}", parts.name);
            }
        }
        assert!(faces > 0, "{}", parts.name);
    }
}

#[test]
fn the_only_date_is_the_documents() {
    let dates =
        [("bao-cao", "2024-06-30"), ("du-thanh-phan", "2025-02-03"), ("cong-van", "2025-05-09")];
    let pattern = regex::Regex::new(r"\d{4}-\d{2}-\d{2}T[\d:]+Z?").expect("a pattern");
    for document in examples() {
        let metadata = Parts::of(document).metadata();
        let wanted = dates.iter().find(|(name, _)| *name == document.name);
        let wanted = wanted.map_or("2025-10-31", |(_, date)| date);
        let stamps: Vec<_> = pattern.find_iter(&metadata).map(|stamp| stamp.as_str()).collect();
        assert!(!stamps.is_empty(), "{}", document.name);
        for stamp in stamps {
            assert_eq!(stamp, format!("{wanted}T00:00:00Z"), "{}", document.name);
        }
    }
}
