//! Which block of a page stands where another stood before: equal ones first, then of those between them the most alike. Not
//! for their words ([`super::words`]).

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::content::{Block, BlockKind};
use super::words::likeness;

/// Two texts less alike than this have nothing to do with each other.
const LEAST_LIKENESS: usize = 34;
/// So many pairs are compared at most; beyond that blocks are taken in their order.
const MOST_PAIRS: usize = 40_000;

/// A block before and after; one of them is missing where it was added or removed. The numbers are places in the lists.
pub(crate) type Pair = (Option<usize>, Option<usize>);

/// The blocks of both pages in reading order, each with the one it was or became. Equal ones are left out.
#[must_use]
pub(crate) fn changed_pairs(old: &[Block], new: &[Block]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        match operation {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                pairs.extend((old_index..old_index + old_len).map(|at| (Some(at), None)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pairs.extend((new_index..new_index + new_len).map(|at| (None, Some(at))));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let (before, after) =
                    (&old[old_index..old_index + old_len], &new[new_index..new_index + new_len]);
                let shifted =
                    |(was, is): Pair| (was.map(|at| at + old_index), is.map(|at| at + new_index));
                pairs.extend(most_alike(before, after).into_iter().map(shifted));
            }
        }
    }
    pairs
}

/// Pairs the blocks of two stretches that have none in common, in their order, so that all together are most alike.
fn most_alike(old: &[Block], new: &[Block]) -> Vec<Pair> {
    if old.len() * new.len() > MOST_PAIRS {
        let both = old.len().max(new.len());
        let there = |at: usize, list: &[Block]| (at < list.len()).then_some(at);
        return (0..both).map(|at| (there(at, old), there(at, new))).collect();
    }
    let width = new.len() + 1;
    let alike: Vec<usize> =
        old.iter().flat_map(|was| new.iter().map(move |is| how_alike(was, is))).collect();
    // The best sum for what is left of both, from their ends.
    let mut best = vec![0; (old.len() + 1) * width];
    for was in (0..old.len()).rev() {
        for is in (0..new.len()).rev() {
            let own = alike[was * new.len() + is];
            let paired = if own > 0 { own + best[(was + 1) * width + is + 1] } else { 0 };
            let apart = best[(was + 1) * width + is].max(best[was * width + is + 1]);
            best[was * width + is] = paired.max(apart);
        }
    }
    let (mut was, mut is, mut pairs) = (0, 0, Vec::new());
    while was < old.len() && is < new.len() {
        let own = alike[was * new.len() + is];
        if own > 0 && best[was * width + is] == own + best[(was + 1) * width + is + 1] {
            pairs.push((Some(was), Some(is)));
            (was, is) = (was + 1, is + 1);
        } else if best[was * width + is] == best[(was + 1) * width + is] {
            pairs.push((Some(was), None));
            was += 1;
        } else {
            pairs.push((None, Some(is)));
            is += 1;
        }
    }
    pairs.extend((was..old.len()).map(|at| (Some(at), None)));
    pairs.extend((is..new.len()).map(|at| (None, Some(at))));
    pairs
}

/// How alike two blocks are; 0: one did not become the other.
fn how_alike(old: &Block, new: &Block) -> usize {
    let texts =
        |kind: BlockKind| !matches!(kind, BlockKind::Row | BlockKind::TableHead | BlockKind::Chart);
    if old.loai != new.loai && !(texts(old.loai) && texts(new.loai)) {
        return 0;
    }
    let same_row = old.loai == BlockKind::Row && old.chu.first() == new.chu.first();
    let alike = likeness(&old.line(), &new.line());
    let enough = if same_row || old.loai == BlockKind::Head { 1 } else { LEAST_LIKENESS };
    match alike + usize::from(same_row) * 100 {
        alike if alike >= enough => alike + usize::from(old.loai == new.loai),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(texts: &[&str]) -> Vec<Block> {
        let block =
            |text: &&str| Block { loai: BlockKind::Paragraph, chu: vec![(*text).to_owned()] };
        texts.iter().map(block).collect()
    }

    #[test]
    fn a_paragraph_put_before_others_leaves_them_their_own() {
        let old = paragraphs(&["đầu", "nước sạch đạt 90% số hộ", "bảo hiểm y tế đạt 95%"]);
        let new =
            paragraphs(&["đầu", "điện lưới", "nước sạch đạt 91% số hộ", "bảo hiểm y tế đạt 96%"]);
        assert_eq!(
            changed_pairs(&old, &new),
            [(None, Some(1)), (Some(1), Some(2)), (Some(2), Some(3))]
        );
        assert_eq!(changed_pairs(&old, &old), []);
    }

    #[test]
    fn a_row_is_known_by_its_first_cell() {
        let row =
            |cells: [&str; 2]| Block { loai: BlockKind::Row, chu: cells.map(str::to_owned).into() };
        let old = [row(["Xã Lát", "5"]), row(["Xã Đạ Sar", "7"])];
        let new = [row(["Xã Lát", "6"]), row(["Xã Đạ Sar", "8"])];
        assert_eq!(changed_pairs(&old, &new), [(Some(0), Some(0)), (Some(1), Some(1))]);
    }
}
