//! Pages as other programs write them: turned, in another unit, with notes stuck on. Not for what is broken ([`super::broken`]).
#![expect(clippy::float_arithmetic, reason = "lengths on a page are measured")]

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::tester::{PageTester, changed, report, told};

/// Each page of a PDF changed by `change`, which is given the page and how it is drawn.
fn with_pages(pdf: &[u8], change: impl Fn(&mut Dictionary) -> Vec<Object>) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in pages {
        let own = document.get_object_mut(page).and_then(Object::as_dict_mut).expect("a page");
        let matrix = change(own);
        let drawn = document.get_page_content(page);
        let before = Content { operations: vec![Operation::new("cm", matrix)] };
        let content = [before.encode().expect("content"), drawn].join(&b'\n');
        document.change_page_content(page, content).expect("a page");
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    bytes
}

fn box_of(page: &Dictionary) -> [f32; 2] {
    let edges = page.get(b"MediaBox").and_then(Object::as_array).expect("a box");
    [2, 3].map(|at| edges[at].as_float().expect("an edge"))
}

fn set_box(page: &mut Dictionary, [width, height]: [f32; 2]) {
    let edges = [0.0, 0.0, width, height].map(Object::Real).to_vec();
    for key in ["CropBox", "TrimBox", "BleedBox", "ArtBox"] {
        page.remove(key.as_bytes());
    }
    page.set("MediaBox", edges);
}

/// A page on its side, to be turned by `turn` to stand upright.
fn turned(page: &mut Dictionary, turn: i64) -> Vec<Object> {
    let [width, height] = box_of(page);
    page.set("Rotate", turn);
    let matrix = match turn {
        90 => [0.0, 1.0, -1.0, 0.0, height, 0.0],
        180 => [-1.0, 0.0, 0.0, -1.0, width, height],
        _ => [0.0, -1.0, 1.0, 0.0, 0.0, width],
    };
    set_box(page, if turn == 180 { [width, height] } else { [height, width] });
    matrix.map(Object::Real).to_vec()
}

/// A page in a unit `unit` times as large.
fn in_units(page: &mut Dictionary, unit: f32) -> Vec<Object> {
    let size = box_of(page).map(|edge| edge / unit);
    set_box(page, size);
    page.set("UserUnit", unit);
    [1.0 / unit, 0.0, 0.0, 1.0 / unit, 0.0, 0.0].map(Object::Real).to_vec()
}

/// Held to be told the same of as the page itself, with a mistake in it and without.
#[track_caller]
fn is_told_the_same(change: impl Fn(&mut Dictionary) -> Vec<Object>) {
    let tester = PageTester::new();
    for slip in
        [&[][..], &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]"), ("amount: 10mm", "amount: 12.7mm")]]
    {
        let pdf = tester.pdf(changed(&report(), slip)).expect("a page");
        let once = told(&tester.inspect(&pdf).deviations);
        assert_eq!(told(&tester.inspect(&with_pages(&pdf, &change)).deviations), once);
        assert_eq!(once.is_empty(), slip.is_empty());
    }
}

#[test]
fn pages_on_their_side_are_measured_as_they_are_turned() {
    for turn in [90, 180, 270] {
        is_told_the_same(|page| turned(page, turn));
    }
}

#[test]
fn pages_in_another_unit_are_measured_in_millimetres() {
    for unit in [2.0, 0.5] {
        is_told_the_same(|page| in_units(page, unit));
    }
}

#[test]
fn what_is_stuck_on_a_page_is_no_text_of_it() {
    let tester = PageTester::new();
    let pdf = tester.pdf(report()).expect("a page");
    let mut document = Document::load_mem(&pdf).expect("a PDF");
    let pages = document.get_pages();
    let page = pages[&1];
    let fonts = document.get_page_fonts(page).expect("fonts");
    let (name, _) = fonts.iter().next().expect("a face");
    let name = String::from_utf8_lossy(name).into_owned();
    let resources = document
        .get_object(page)
        .and_then(Object::as_dict)
        .expect("a page")
        .get(b"Resources")
        .expect("them")
        .clone();
    let look = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 200.into(), 40.into()], "Resources" => resources };
    let look = document.add_object(Stream::new(
        look,
        format!("BT /{name} 30 Tf (abc) Tj ET 0 0 100 9 re f").into_bytes(),
    ));
    let note = dictionary! {
        "Type" => "Annot", "Subtype" => "Stamp", "Contents" => Object::string_literal("x"),
        "Rect" => vec![0.into(), 700.into(), 200.into(), 740.into()], "AP" => dictionary! { "N" => look },
    };
    let note = document.add_object(note);
    let own = document.get_object_mut(page).and_then(Object::as_dict_mut).expect("a page");
    own.set("Annots", vec![Object::Reference(note)]);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    assert_eq!(told(&tester.inspect(&bytes).deviations), [""; 0]);
}
