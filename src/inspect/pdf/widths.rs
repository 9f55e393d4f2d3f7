//! Whether the faces of a PDF give widths to no more characters than there can be. The PDF library notes a width for each
//! of a range, however far it goes, until memory is full. Not for reading faces.

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::{DESCENDANT_FONTS, W, W2};
use hayro_syntax::object::{Array, Dict, Object};

/// A face has 65,536 characters at most, each with one width; a careless file may give some several times.
const MOST: u64 = 1 << 20;

/// Whether they do, in every object of the file.
pub(crate) fn are_possible(pdf: &Pdf) -> bool {
    pdf.objects().into_iter().all(|object| match object {
        Object::Dict(dict) => {
            let inside = dict.get::<Array<'_>>(DESCENDANT_FONTS);
            let mut inside = inside.iter().flat_map(Array::iter::<Dict<'_>>);
            of_face(&dict) && inside.all(|face| of_face(&face))
        }
        _ => true,
    })
}

fn of_face(face: &Dict<'_>) -> bool {
    // A width across is one number, a width down is three.
    [(W, 1), (W2, 3)].into_iter().all(|(key, numbers)| {
        face.get::<Array<'_>>(key).is_none_or(|list| characters(&list, numbers) <= MOST)
    })
}

/// How many characters the ranges of a list are for: the first, the last, and so many `numbers` each. Between them a
/// character may stand before a list of widths, which is as long as it is.
fn characters(ranges: &Array<'_>, numbers: usize) -> u64 {
    let (mut ranges, mut all) = (ranges.flex_iter(), 0);
    while let Some(first) = ranges.next::<u32>() {
        if ranges.next::<Array<'_>>().is_none() {
            let Some(last) = ranges.next::<u32>() else { break };
            all += u64::from(last.saturating_sub(first)) + 1;
            (0..numbers).for_each(|_| _ = ranges.next::<f32>());
        }
    }
    all
}
