//! The order in which a page is drawn does not matter. Not for what is drawn.

use baocao::inspect::pdf::reader::pages;
use lopdf::content::{Content, Operation};
use lopdf::{Document, ObjectId};

use super::tester::{PageTester, changed, report, told};

#[test]
fn the_order_things_are_drawn_in_does_not_matter() {
    let tester = PageTester::new();
    for slip in
        [&[][..], &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]"), ("amount: 10mm", "amount: 12.7mm")]]
    {
        let pdf = tester.pdf(changed(&report(), slip)).expect("a page");
        let (told_once, told_shuffled) = (tester.inspect(&pdf), tester.inspect(&shuffled(&pdf)));
        assert_eq!(told(&told_once.deviations), told(&told_shuffled.deviations));
        assert_eq!(told_once.deviations.is_empty(), slip.is_empty());
    }
}

/// The same pages, each drawn from its last block of words to its first.
fn shuffled(pdf: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).expect("a PDF");
    let own: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in own {
        let content = document.get_and_decode_page_content(page).expect("its content");
        let operations = content.operations;
        let content = Content { operations: backwards(operations) }.encode().expect("content");
        document.change_page_content(page, content).expect("a page");
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    let first = |pdf| pages(pdf).expect("a PDF")[0].glyphs[0].text.clone();
    assert_ne!(first(pdf), first(&bytes), "drawn in the same order");
    bytes
}

/// What stands between `q` and its `Q` at the outermost level with such blocks, last block first.
fn backwards(operations: Vec<Operation>) -> Vec<Operation> {
    let mut blocks: Vec<Vec<Operation>> = Vec::new();
    let mut depth = 0;
    for operation in operations {
        if matches!(operation.operator.as_str(), "BDC" | "BMC" | "EMC") {
            continue;
        }
        if depth == 0 {
            blocks.push(Vec::new());
        }
        depth += i32::from(operation.operator == "q") - i32::from(operation.operator == "Q");
        blocks.last_mut().expect("a block").push(operation);
    }
    if let [only] = &blocks[..]
        && only.len() > 2
    {
        let mut inner = only.clone();
        let (open, close) = (inner.remove(0), inner.pop().expect("its end"));
        let inner = backwards(inner);
        return std::iter::once(open).chain(inner).chain([close]).collect();
    }
    assert!(
        blocks.len() < 2 || blocks.iter().all(|block| block[0].operator == "q" || block.len() == 1)
    );
    blocks.reverse();
    blocks.concat()
}
