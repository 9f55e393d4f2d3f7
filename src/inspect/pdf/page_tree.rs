//! Whether the page tree of a PDF ends. The PDF library follows the tree without looking where it has been, so one that
//! leads back into itself has to be found before. Not for reading pages.

use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::object::dict::keys::{FIRST, KIDS, N, PAGES, TYPE};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::reader::{Readable, Reader, ReaderContext, ReaderExt};
use memchr::memmem;

/// A tree deeper than this is none of a real file, where a few levels hold thousands of pages.
const DEEPEST: usize = 64;
/// The keyword an object begins with.
const OBJECT: &[u8] = b"obj";

/// Whether every node of the tree is reached once, and none is too deep. An encrypted file is taken at its word where
/// its tree lies in an encrypted stream.
pub(crate) fn ends(file: &[u8]) -> bool {
    let tree = PageTree::scan(file);
    tree.roots.iter().all(|root| tree.ends_below(*root))
}

/// The objects that are, or may be, nodes of the tree. Of several with one number the last holds, as in a file that was
/// changed by adding to it.
#[derive(Default)]
struct PageTree {
    /// What the catalogs name.
    roots: BTreeSet<ObjectIdentifier>,
    nodes: BTreeMap<ObjectIdentifier, PageTreeNode>,
}

struct PageTreeNode {
    /// Whether it leads to other nodes wherever it stands; a page does not.
    inner: bool,
    kids: Vec<ObjectIdentifier>,
}

impl PageTree {
    fn scan(file: &[u8]) -> Self {
        let mut tree = Self::default();
        for keyword in memmem::find_iter(file, OBJECT) {
            let Some(id) = id_before(&file[..keyword]) else { continue };
            let object = &file[keyword + OBJECT.len()..];
            let holds_objects = tree.add(id, object);
            if let Some(stream) = holds_objects.then(|| read(object)).flatten() {
                _ = tree.add_stream(&stream);
            }
        }
        tree
    }

    /// Adds the list or dictionary that stands at the beginning of `object`; whether it is of a stream that holds objects.
    fn add(&mut self, id: ObjectIdentifier, object: &[u8]) -> bool {
        if let Some(list) = read::<Array<'_>>(object) {
            self.nodes.insert(id, PageTreeNode { inner: true, kids: references(&list) });
            return false;
        }
        let Some(dict) = read::<Dict<'_>>(object) else { return false };
        self.add_dict(id, &dict);
        is(&dict, b"ObjStm")
    }

    fn add_dict(&mut self, id: ObjectIdentifier, dict: &Dict<'_>) {
        if is(dict, b"Catalog") {
            self.roots.extend(dict.get_ref(PAGES).map(ObjectIdentifier::from));
        }
        self.nodes.insert(id, PageTreeNode { inner: is(dict, b"Pages"), kids: kids(dict) });
    }

    /// Adds the objects of a stream; none when it ends too soon.
    fn add_stream(&mut self, stream: &Stream<'_>) -> Option<()> {
        let data = stream.decoded().ok()?;
        let (count, first) = (stream.dict().get::<u32>(N)?, stream.dict().get::<u32>(FIRST)?);
        let mut index = Reader::new(&data);
        for _ in 0..count {
            index.skip_white_spaces_and_comments();
            let number = index.read_without_context::<i32>()?;
            index.skip_white_spaces_and_comments();
            let offset = index.read_without_context::<u32>()?;
            let start = usize::try_from(first.checked_add(offset)?).ok()?;
            self.add(ObjectIdentifier::new(number, 0), data.get(start..)?);
        }
        Some(())
    }

    fn ends_below(&self, root: ObjectIdentifier) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![(root, 0)];
        while let Some((id, depth)) = open.pop() {
            let Some(node) = self.nodes.get(&id) else { continue };
            if id != root && !node.inner {
                continue;
            }
            if depth > DEEPEST || !seen.insert(id) {
                return false;
            }
            open.extend(node.kids.iter().map(|kid| (*kid, depth + 1)));
        }
        true
    }
}

/// The identifier that ends where the keyword `obj` begins: two numbers and a space each.
fn id_before(bytes: &[u8]) -> Option<ObjectIdentifier> {
    let text = bytes.trim_ascii_end();
    let start =
        |text: &[u8]| text.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    let generation = start(text);
    let before = text[..generation].trim_ascii_end();
    let number = &before[start(before)..];
    let parse = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse::<i32>().ok();
    Some(ObjectIdentifier::new(parse(number)?, parse(&text[generation..])?))
}

/// What stands at the beginning of `object`, if it is of that kind.
fn read<'a, T: Readable<'a>>(object: &'a [u8]) -> Option<T> {
    let mut reader = Reader::new(object);
    reader.skip_white_spaces_and_comments();
    reader.read(&ReaderContext::dummy())
}

fn is(dict: &Dict<'_>, kind: &[u8]) -> bool {
    dict.get::<Name<'_>>(TYPE).is_some_and(|name| &*name == kind)
}

/// What a node leads to: the list of its kids, here or in an object of its own.
fn kids(dict: &Dict<'_>) -> Vec<ObjectIdentifier> {
    match dict.get_raw::<Array<'_>>(KIDS) {
        Some(MaybeRef::Ref(list)) => vec![list.into()],
        Some(MaybeRef::NotRef(list)) => references(&list),
        None => Vec::new(),
    }
}

/// The objects a list names; a node that stands in the list itself, by what it leads to.
fn references(list: &Array<'_>) -> Vec<ObjectIdentifier> {
    let of_item = |item: MaybeRef<Object<'_>>| match item {
        MaybeRef::Ref(id) => vec![id.into()],
        MaybeRef::NotRef(Object::Dict(dict)) => kids(&dict),
        MaybeRef::NotRef(_) => Vec::new(),
    };
    list.raw_iter().flat_map(of_item).collect()
}
