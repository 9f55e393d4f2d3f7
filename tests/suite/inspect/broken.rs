//! Files that are broken: each is refused in a sentence, or inspected as far as it can be read; none stops the program or
//! keeps it for ever. Not for files with nothing wrong but the page ([`super::slips`]).

use baocao::inspect::error::InspectionError;
use baocao::inspect::inspect;
use baocao::inspect::inspection::Inspection;
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions,
    Stream, dictionary,
};

use super::tester::{PageTester, report, told};
use crate::dossier::Dossier;

/// A report that is right, to be broken.
struct Sound {
    tester: PageTester,
    pdf: Vec<u8>,
}

impl Sound {
    fn new() -> Self {
        let tester = PageTester::new();
        let pdf = tester.pdf(report()).expect("a page");
        Self { tester, pdf }
    }

    fn inspect(&self, pdf: &[u8]) -> Result<Inspection, InspectionError> {
        inspect(pdf, &self.tester.tables, None)
    }

    /// The report after `change`, as a file with each object apart and as one with them in compressed streams.
    fn changed(&self, change: impl FnOnce(&mut Document)) -> [Vec<u8>; 2] {
        let mut document = Document::load_mem(&self.pdf).expect("a PDF");
        change(&mut document);
        let (mut apart, mut packed) = (Vec::new(), Vec::new());
        document.save_to(&mut apart).expect("a file");
        document.save_modern(&mut packed).expect("a file");
        [apart, packed]
    }

    #[track_caller]
    fn is_refused(&self, error: &InspectionError, change: impl FnOnce(&mut Document)) {
        for pdf in self.changed(change) {
            assert_eq!(&self.inspect(&pdf).expect_err("a broken file"), error);
        }
    }

    /// Held to be inspected, with something to report, when page 1 is drawn by `content`; there `F` is one of its faces, and
    /// `HUGE` a number of 18 digits, more than which no reader takes.
    #[track_caller]
    fn is_inspected_with(&self, content: &str) {
        for pdf in self.changed(|document| {
            let page = first_page(document);
            let fonts = document.get_page_fonts(page).expect("fonts");
            let face = fonts.keys().next().map(|name| String::from_utf8_lossy(name).into_owned());
            let content = content.replace("HUGE", &"9".repeat(18));
            let content = content.replace("/F ", &format!("/{} ", face.expect("a face")));
            document.change_page_content(page, content.into_bytes()).expect("a page");
        }) {
            let inspection =
                self.inspect(&pdf).unwrap_or_else(|error| panic!("{content}: {error}"));
            let told = told(&inspection.deviations).join("\n");
            assert!(!told.is_empty(), "{content}");
            assert!(!told.contains("inf") && !told.contains("NaN"), "{content}:\n{told}");
        }
    }
}

fn first_page(document: &Document) -> ObjectId {
    *document.get_pages().values().next().expect("a page")
}

fn page_tree(document: &Document) -> ObjectId {
    document.catalog().and_then(|catalog| catalog.get(b"Pages")?.as_reference()).expect("its root")
}

fn dictionary_of(document: &mut Document, id: ObjectId) -> &mut Dictionary {
    document.get_object_mut(id).and_then(Object::as_dict_mut).expect("a dictionary")
}

/// Puts a node above the page tree that leads to it by each of `kids` references.
fn put_above(document: &mut Document, kids: usize) {
    let root = page_tree(document);
    let kids = vec![Object::Reference(root); kids];
    let above =
        document.add_object(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 });
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalog");
    dictionary_of(document, catalog).set("Pages", above);
}

#[test]
fn a_file_cut_short_is_inspected_as_far_as_it_goes_or_refused() {
    let sound = Sound::new();
    let length = sound.pdf.len();
    let told = |end: usize| sound.inspect(&sound.pdf[..end]).map(|inspection| inspection.pages);
    let ends = (0..20).map(|part| length * part / 20).chain([1, 8, 100]);
    for end in ends.chain([2_000, 500, 100, 1].map(|left| length - left)) {
        let told = told(end);
        let cut = matches!(told, Ok(4) | Err(InspectionError::CutShort | InspectionError::NotPdf));
        assert!(cut || end == 0, "{end}: {told:?}");
    }
    assert_eq!(told(0), Err(InspectionError::Empty));
    assert_eq!(told(length / 2), Err(InspectionError::CutShort));
    assert_eq!(told(length - 1), Ok(4), "only the mark of the end is cut off");
}

#[test]
fn a_file_with_a_password_is_refused_and_one_that_only_forbids_changes_is_not() {
    let sound = Sound::new();
    let locked = |password: &str| {
        let mut document = Document::load_mem(&sound.pdf).expect("a PDF");
        document.trailer.set("ID", vec![Object::string_literal("a"), Object::string_literal("a")]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "chủ",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).expect("a key");
        document.encrypt(&state).expect("an encrypted PDF");
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("a file");
        sound.inspect(&bytes)
    };
    assert_eq!(locked("bí mật").expect_err("locked"), InspectionError::Encrypted);
    assert!(locked("").expect("a file that opens").deviations.is_empty());
}

#[test]
fn each_kind_of_file_that_is_no_pdf_is_told_in_its_own_words() {
    let sound = Sound::new();
    let told = |bytes: &[u8]| sound.inspect(bytes).expect_err("no PDF");
    assert_eq!(told(b""), InspectionError::Empty);
    assert_eq!(told("Số 05-BC/ĐU".as_bytes()), InspectionError::NotPdf);
    assert_eq!(told(b"PK\x03\x04 word/document.xml"), InspectionError::NotPdf);
    assert_eq!(told(b"%PDF-1.7\n1 0 obj << /Type /Catalog"), InspectionError::CutShort);
    assert_eq!(told(b"%PDF-1.7\nnothing\n%%EOF\n"), InspectionError::Broken);
}

#[test]
fn a_file_with_bytes_changed_anywhere_never_stops_the_program() {
    let sound = Sound::new();
    let length = sound.pdf.len();
    for seed in 0..60_usize {
        let mut pdf = sound.pdf.clone();
        let places = (1..=1 + seed % 7).map(|step| (seed * 7919 + step * 104_729) % length);
        places.for_each(|at| pdf[at] = u8::try_from((at * 31 + seed) % 256).expect("a byte"));
        _ = sound.inspect(&pdf);
    }
}

#[test]
fn a_unit_no_paper_has_is_taken_at_a_point() {
    for unit in [0.0, -1.0, 1e9] {
        for pdf in Sound::new().changed(|document| {
            let page = first_page(document);
            dictionary_of(document, page).set("UserUnit", Object::Real(unit));
        }) {
            assert!(Sound::new().inspect(&pdf).expect("a sound file").deviations.is_empty());
        }
    }
}

#[test]
fn a_file_without_pages_says_so() {
    Sound::new().is_refused(&InspectionError::NoPages, |document| {
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        document.delete_pages(&pages);
    });
}

#[test]
fn a_page_tree_that_leads_back_into_itself_is_refused() {
    let sound = Sound::new();
    let endless = InspectionError::EndlessPages;
    sound.is_refused(&endless, |document| {
        let root = page_tree(document);
        let kids = dictionary_of(document, root).get_mut(b"Kids").and_then(Object::as_array_mut);
        kids.expect("kids").push(Object::Reference(root));
    });
    sound.is_refused(&endless, |document| {
        let root = page_tree(document);
        put_above(document, 1);
        let above = page_tree(document);
        dictionary_of(document, root).set("Kids", vec![Object::Reference(above)]);
    });
    // The list of kids in an object of its own.
    sound.is_refused(&endless, |document| {
        let root = page_tree(document);
        let kids = document.add_object(vec![Object::Reference(root)]);
        dictionary_of(document, root).set("Kids", kids);
    });
}

#[test]
fn a_page_tree_without_an_end_in_sight_is_refused() {
    let sound = Sound::new();
    let deep = |document: &mut Document| (0..20_000).for_each(|_| put_above(document, 1));
    sound.is_refused(&InspectionError::EndlessPages, deep);
    // Each node twice as many pages as the one below it.
    let wide = |document: &mut Document| (0..30).for_each(|_| put_above(document, 2));
    sound.is_refused(&InspectionError::EndlessPages, wide);
}

#[test]
fn a_page_tree_of_several_levels_is_read() {
    let sound = Sound::new();
    for pdf in sound.changed(|document| (0..8).for_each(|_| put_above(document, 1))) {
        let inspection = sound.inspect(&pdf).expect("a sound file");
        assert_eq!((inspection.pages, inspection.deviations.len()), (4, 0));
    }
}

#[test]
fn a_form_that_draws_itself_is_broken_off() {
    Sound::new().is_refused(&InspectionError::EndlessDrawing, |document| {
        let (page, form) = (first_page(document), document.new_object_id());
        let dictionary = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => form } },
        };
        let content = Stream::new(dictionary, b"/X Do /X Do".to_vec());
        document.objects.insert(form, content.into());
        document.add_xobject(page, "X", form).expect("a page");
        document.change_page_content(page, b"/X Do".to_vec()).expect("a page");
    });
}

#[test]
fn a_face_of_more_characters_than_there_can_be_is_refused() {
    for (key, range) in [("W", "0 2147483647 500"), ("W2", "0 2147483647 500 0 0")] {
        Sound::new().is_refused(&InspectionError::ImpossibleFace, |document| {
            let numbers: Vec<Object> =
                range.split(' ').map(|number| number.parse::<i64>().expect("one").into()).collect();
            let dictionaries =
                document.objects.values_mut().filter_map(|one| one.as_dict_mut().ok());
            dictionaries
                .filter(|one| one.has(b"W"))
                .for_each(|face| face.set(key, numbers.clone()));
        });
    }
}

#[test]
fn huge_sizes_and_places_are_inspected_as_what_they_are() {
    let sound = Sound::new();
    let beyond = "HUGE 0 0 HUGE 0 0 cm ".repeat(17)
        + "BT /F 14 Tf 1 0 0 1 HUGE HUGE Tm (abc) Tj ET HUGE HUGE m 0 HUGE l S";
    for content in [
        &beyond,
        "BT /F HUGE Tf 1 0 0 1 100 100 Tm (abc) Tj ET",
        "BT /F -14 Tf 1 0 0 1 100 100 Tm (abc) Tj ET",
        "BT /F 0 Tf 1 0 0 1 100 100 Tm (abc) Tj ET",
        "BT /F 14 Tf 1 0 0 1 HUGE HUGE Tm (abc) Tj ET HUGE HUGE m -HUGE -HUGE l S",
        "HUGE 0 0 HUGE 0 0 cm HUGE 0 0 HUGE 0 0 cm BT /F 14 Tf 1 0 0 1 1 1 Tm (abc) Tj ET",
        "q q q q Q BT BT /none 12 Tf (abc) Tj ( ] [ << >> /",
    ] {
        sound.is_inspected_with(content);
    }
}

#[test]
fn a_huge_sheet_is_told_by_its_size() {
    let sound = Sound::new();
    for pdf in sound.changed(|document| {
        let edges = [0.0, 0.0, 1e6, 1e6].map(Object::Real).to_vec();
        let page = first_page(document);
        dictionary_of(document, page).set("MediaBox", edges);
    }) {
        let deviations = sound.inspect(&pdf).expect("a sheet").deviations;
        assert!(
            deviations.iter().any(|own| own.measured.starts_with("khổ 352777,8 × 352777,8 mm"))
        );
    }
}

#[test]
fn an_empty_page_is_inspected_and_a_file_of_them_says_there_is_no_text() {
    let sound = Sound::new();
    sound.is_inspected_with("");
    sound.is_refused(&InspectionError::NoText, |document| {
        for page in document.get_pages().into_values().collect::<Vec<_>>() {
            document.change_page_content(page, Vec::new()).expect("a page");
        }
    });
}

#[test]
fn the_command_refuses_what_it_cannot_read_and_inspects_the_rest() {
    let sound = Sound::new();
    let [circle, _] = sound.changed(|document| {
        let root = page_tree(document);
        dictionary_of(document, root).set("Kids", vec![Object::Reference(root)]);
    });
    let told = Dossier::empty()
        .write("cut.pdf", &sound.pdf[..sound.pdf.len() / 2])
        .write("vong.pdf", circle)
        .write("dung.pdf", &sound.pdf)
        .run(["inspect", "cut.pdf", "vong.pdf", "dung.pdf"])
        .ends_with(2);
    assert_eq!(
        told.stderr,
        "lỗi: cut.pdf: không đọc được: tệp PDF bị cắt cụt, chưa chép hoặc chưa tải về hết; lấy lại tệp\n\
         lỗi: vong.pdf: không đọc được: tệp PDF bị hỏng, danh sách trang dẫn về chính nó; lập lại tệp từ văn bản gốc\n"
    );
    assert!(told.stdout.starts_with("dung.pdf: 4 trang, không thấy chỗ nào lệch"));
}
