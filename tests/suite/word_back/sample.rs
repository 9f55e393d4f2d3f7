//! A small Word draft of a report as the program writes it, to be changed as Word, and people, change it. Not for what comes back
//! of it ([`super`]).

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::dossier::Dossier;

/// The return whose texts are in the draft.
pub(crate) const RETURN: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
/// The draft beside the inputs.
pub(crate) const DRAFT: &str = "ban-thao.docx";

const HEAD: &str = "\
don_vi: suoi-bac
ky: 2024-Q1
chot_den: 2024-03-15
so_lieu:
  dan_so: 1000
  nguoi_bhyt: 950
  so_thon: 4
  thon_nvyt: 4
  bac_si: 1
  buoi: 1
  kinh_phi: 1250.5
tinh_hinh: |   # tình hình
  Trong kỳ, xã có {{ so_lieu.dan_so }} người, trong đó
  {{ so_lieu.nguoi_bhyt }} người có thẻ. Đời sống người dân ổn định.

  Đảng ủy xã đã họp ba lần để chỉ đạo công tác y tế. Các thôn đều cử người dự họp đầy đủ.
nhiem_vu:
  nhan_thuc: \"Xã đã họp dân ở bốn thôn. Loa truyền thanh phát mỗi sáng.\"   # nhận thức
danh_gia:
  han_che: |
    - Đường vào thôn xa còn khó đi.
    - Trang thiết bị của trạm đã cũ, hay hỏng.
    - Cả xã còn {{ so_lieu.so_thon }} thôn chưa có nhà sinh hoạt.
  uu_diem: Cán bộ y tế nhiệt tình, bám sát từng hộ dân.
kien_nghi:
  huyen: Đề nghị huyện sửa cầu Suối Bạc.
";

/// A text of the draft: its key, and its paragraphs as they are typed, items with their dash.
pub(crate) type Texts = Vec<(&'static str, Vec<String>)>;

/// The texts of the draft.
pub(crate) fn texts() -> Texts {
    let texts: [(&str, &[&str]); 5] = [
        (
            "tinh_hinh",
            &[
                "Trong kỳ, xã có {{ so_lieu.dan_so }} người, trong đó {{ so_lieu.nguoi_bhyt }} người có thẻ. Đời sống người dân ổn định.",
                "Đảng ủy xã đã họp ba lần để chỉ đạo công tác y tế. Các thôn đều cử người dự họp đầy đủ.",
            ],
        ),
        ("nhiem_vu.nhan_thuc", &["Xã đã họp dân ở bốn thôn. Loa truyền thanh phát mỗi sáng."]),
        ("danh_gia.uu_diem", &["Cán bộ y tế nhiệt tình, bám sát từng hộ dân."]),
        (
            "danh_gia.han_che",
            &[
                "- Đường vào thôn xa còn khó đi.",
                "- Trang thiết bị của trạm đã cũ, hay hỏng.",
                "- Cả xã còn {{ so_lieu.so_thon }} thôn chưa có nhà sinh hoạt.",
            ],
        ),
        ("kien_nghi.huyen", &["Đề nghị huyện sửa cầu Suối Bạc."]),
    ];
    let owned = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect();
    texts.map(|(key, all)| (key, owned(all))).to_vec()
}

/// A piece of a paragraph of the draft.
enum Said {
    /// Computed.
    In(&'static str),
    /// Somebody's: file, key, which paragraph, why it cannot be changed.
    Loi(&'static str, &'static str, usize, Option<&'static str>),
}

/// What references print.
const VALUES: [(&str, &str); 3] = [
    ("{{ so_lieu.dan_so }}", "1.000"),
    ("{{ so_lieu.nguoi_bhyt }}", "950"),
    ("{{ so_lieu.so_thon }}", "4"),
];

/// What the draft says, paragraph by paragraph; the cells of a table between the numbers of [`CELLS`].
fn said() -> Vec<Vec<Said>> {
    use Said::{In, Loi};
    vec![
        vec![In("ĐẢNG ỦY XÃ SUỐI BẠC")],
        vec![In("I. TÌNH HÌNH CHUNG")],
        vec![Loi(RETURN, "tinh_hinh", 0, None)],
        vec![Loi(RETURN, "tinh_hinh", 1, None)],
        vec![In("II. KẾT QUẢ THỰC HIỆN")],
        vec![
            In("Tỷ lệ dân số có thẻ đạt 95,0%, chưa đạt mục tiêu. "),
            Loi(RETURN, "nhiem_vu.nhan_thuc", 0, None),
        ],
        vec![In("Số người có thẻ")],
        vec![In("người")],
        vec![In("950")],
        vec![In("Số thôn")],
        vec![In("thôn")],
        vec![In("4")],
        vec![In("III. ĐÁNH GIÁ")],
        vec![Loi(RETURN, "danh_gia.uu_diem", 0, None)],
        vec![In("Bên cạnh đó còn những hạn chế sau:")],
        vec![In("- "), Loi(RETURN, "danh_gia.han_che", 0, None)],
        vec![In("- "), Loi(RETURN, "danh_gia.han_che", 1, None)],
        vec![In("- "), Loi(RETURN, "danh_gia.han_che", 2, None)],
        vec![In("IV. KIẾN NGHỊ, ĐỀ XUẤT")],
        vec![Loi(RETURN, "kien_nghi.huyen", 0, None)],
        vec![In("Nơi nhận: Ban Thường vụ Huyện ủy.")],
    ]
}

/// The paragraphs that are cells, three to a row.
const CELLS: std::ops::Range<usize> = 6..12;

/// A draft: blocks of the body, each a paragraph or a table, and the other parts.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) blocks: Vec<String>,
    pub(crate) parts: Vec<(String, String)>,
}

/// The places of blocks.
pub(crate) const SITUATION: usize = 2;
pub(crate) const MEETINGS: usize = 3;
pub(crate) const RATE: usize = 5;
pub(crate) const TABLE: usize = 6;
pub(crate) const STRENGTHS: usize = 8;
pub(crate) const FIRST_LIMIT: usize = 10;
pub(crate) const PROPOSALS: usize = 14;

/// The two communes with the return the draft is made of.
pub(crate) fn dossier() -> Dossier {
    Dossier::case("hai-xa").write(RETURN, HEAD)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A run of words.
pub(crate) fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

/// A paragraph of these runs.
pub(crate) fn paragraph(runs: &str) -> String {
    format!("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{runs}</w:p>")
}

fn control(tag: &str, locked: bool, inside: &str) -> String {
    let lock = if locked { "<w:lock w:val=\"sdtContentLocked\"/>" } else { "" };
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{lock}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
}

/// The pieces of a typed paragraph: words, and what references print with how they are typed.
fn pieces(typed: &str) -> Vec<(String, Option<String>)> {
    let mut all = Vec::new();
    let mut rest = typed;
    while let Some(at) = rest.find("{{") {
        let end = rest.find("}}").expect("closed") + 2;
        if at > 0 {
            all.push((rest[..at].to_owned(), None));
        }
        let value = VALUES.iter().find(|(typed, _)| *typed == &rest[at..end]).expect("a value");
        all.push((value.1.to_owned(), Some(value.0.to_owned())));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        all.push((rest.to_owned(), None));
    }
    all
}

fn typed(key: &str, number: usize) -> String {
    let text = texts().into_iter().find(|(own, _)| *own == key).expect("a text").1[number].clone();
    text.strip_prefix("- ").map_or(text.clone(), str::to_owned)
}

fn is_item(key: &str) -> bool {
    key == "danh_gia.han_che"
}

fn snapshot() -> Value {
    let part = |one: &Said| match one {
        Said::In(words) => json!({ "in": words }),
        Said::Loi(file, key, number, locked) => {
            let goc = typed(key, *number);
            let piece = |(words, source): (String, Option<String>)| match source {
                None => json!({ "chu": words }),
                Some(source) => json!({ "so": { "in_ra": words, "nguon": source } }),
            };
            let manh: Vec<Value> = pieces(&goc).into_iter().map(piece).collect();
            let keys: Vec<&str> = key.split('.').collect();
            json!({ "loi": { "tep": file, "khoa": keys, "thu": number, "gach": is_item(key), "goc": goc, "khong_sua": locked, "manh": manh } })
        }
    };
    let paragraph =
        |parts: &Vec<Said>| json!({ "phan": parts.iter().map(part).collect::<Vec<_>>() });
    let all: Vec<Value> = said().iter().map(paragraph).collect();
    json!({ "phien_ban": 1, "bao_cao": "hai-xa/2024-Q1/suoi-bac", "doan": all })
}

fn runs(number: usize, parts: &[Said]) -> String {
    let cell = CELLS.contains(&number);
    let part = |(k, one): (usize, &Said)| match one {
        Said::In(words) if cell => run(words),
        Said::In(words) => control(&format!("I{number}.{k}"), true, &run(words)),
        Said::Loi(_, key, which, _) => {
            let inside: String = pieces(&typed(key, *which))
                .into_iter()
                .enumerate()
                .map(|(m, (words, source))| match source {
                    None => run(&words),
                    Some(_) => control(&format!("S{number}.{k}.{m}"), true, &run(&words)),
                })
                .collect();
            control(&format!("L{number}.{k}"), false, &inside)
        }
    };
    parts.iter().enumerate().map(part).collect()
}

impl Draft {
    /// The draft as the program writes it.
    pub(crate) fn new() -> Self {
        let all = said();
        let own = |number: usize| paragraph(&runs(number, &all[number]));
        let mut blocks: Vec<String> = (0..CELLS.start).map(own).collect();
        let cell = |at: usize| ["<w:tc>", &own(at), "</w:tc>"].concat();
        let row = |first: usize| {
            let cells: String = (first..first + 3).map(cell).collect();
            format!("<w:tr>{cells}</w:tr>")
        };
        let rows: String = CELLS.step_by(3).map(row).collect();
        blocks.push(format!("<w:tbl><w:tblPr/>{rows}</w:tbl>"));
        blocks.extend((CELLS.end..all.len()).map(own));
        let footer = "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>2</w:t></w:r></w:p></w:ftr>";
        let own = format!(
            "<baocao xmlns=\"urn:baocao:ban-word:1\">{}</baocao>",
            escaped(&snapshot().to_string())
        );
        let property = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"baocao\"><vt:lpwstr>hai-xa/2024-Q1/suoi-bac</vt:lpwstr></property></Properties>";
        let parts = [
            ("word/footer1.xml", footer.to_owned()),
            ("customXml/item1.xml", own),
            ("docProps/custom.xml", property.to_owned()),
        ];
        Self { blocks, parts: parts.map(|(name, xml)| (name.to_owned(), xml)).to_vec() }
    }

    /// Puts `to` in the place of `from` in a block, which has to have it once.
    #[track_caller]
    pub(crate) fn replace(mut self, block: usize, from: &str, to: &str) -> Self {
        let text = &self.blocks[block];
        assert_eq!(text.matches(from).count(), 1, "no single «{from}» in {text}");
        self.blocks[block] = text.replacen(from, to, 1);
        self
    }

    /// Puts a block before another.
    pub(crate) fn insert(mut self, at: usize, block: String) -> Self {
        self.blocks.insert(at, block);
        self
    }

    /// Takes a block out.
    pub(crate) fn remove(mut self, at: usize) -> Self {
        self.blocks.remove(at);
        self
    }

    /// Puts a part beside the others.
    pub(crate) fn part(mut self, name: &str, xml: &str) -> Self {
        self.parts.retain(|(own, _)| own != name);
        self.parts.push((name.to_owned(), xml.to_owned()));
        self
    }

    /// Takes a part out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(own, _)| own != name);
        self
    }

    /// The same words without any control, as other programs save them.
    pub(crate) fn without_controls(mut self) -> Self {
        let open =
            regex::Regex::new(r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>").expect("a pattern");
        for block in &mut self.blocks {
            *block = open.replace_all(block, "").replace("</w:sdtContent></w:sdt>", "");
        }
        self
    }

    /// The body as XML.
    fn document(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:a=\"a\" xmlns:wp=\"wp\"><w:body>{}<w:sectPr/></w:body></w:document>",
            self.blocks.concat()
        )
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let types = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/><Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>";
        let relations = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>";
        let inner = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/></Relationships>";
        let item = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>";
        let properties = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><ds:datastoreItem ds:itemID=\"{6F1E1B1C-5F5C-4C5A-9B0B-0B0F3C0A1B2C}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs/></ds:datastoreItem>";
        let own = [
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations),
            ("word/_rels/document.xml.rels", inner),
            ("customXml/_rels/item1.xml.rels", item),
            ("customXml/itemProps1.xml", properties),
        ];
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let document = self.document();
        let parts = self.parts.iter().map(|(name, xml)| (name.as_str(), xml.as_str()));
        for (name, xml) in
            own.into_iter().chain([("word/document.xml", document.as_str())]).chain(parts)
        {
            zip.start_file(name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(xml.as_bytes()).expect("written");
        }
        zip.finish().expect("an archive").into_inner()
    }
}
