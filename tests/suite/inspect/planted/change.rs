//! What is changed in a document that is right. Not for what comes of it.

use super::sheet::{Line, Sheet};

/// One thing done to a document.
pub(super) enum Change {
    /// In lines of that name, these words become those.
    Swap(&'static str, &'static str, &'static str),
    /// The first line of that name has this text instead.
    Set(&'static str, &'static str),
    /// The lines of that name are not there.
    Drop(&'static str),
    /// A line like the last of that name comes after it.
    After(&'static str, &'static str, fn(Line) -> Line),
    /// A line like the first of that name comes before it.
    Before(&'static str, &'static str, fn(Line) -> Line),
    /// The lines of that name look otherwise.
    Look(&'static str, fn(&mut Line)),
    /// The page is another.
    Page(fn(&mut Sheet)),
}

impl Change {
    /// The document with the change, which has to apply.
    #[track_caller]
    pub(super) fn apply(&self, sheet: &mut Sheet) {
        match self {
            Self::Swap(name, from, to) => {
                let line = sheet.named(name).into_iter().find(|line| line.text.contains(from));
                let line = line.unwrap_or_else(|| panic!("no «{from}» in {name}"));
                line.text = line.text.replace(from, to);
            }
            Self::Set(name, text) => (*text).clone_into(&mut sheet.named(name)[0].text),
            Self::Drop(name) => {
                sheet.named(name);
                sheet.lines.retain(|line| line.name != *name);
            }
            Self::After(name, text, look) => {
                let at = sheet.lines.iter().rposition(|line| line.name == *name).expect("a line");
                sheet.add_at(at + 1, at, text, *look);
            }
            Self::Before(name, text, look) => {
                let at = sheet.lines.iter().position(|line| line.name == *name).expect("a line");
                sheet.add_at(at, at, text, *look);
            }
            Self::Look(name, look) => sheet.named(name).into_iter().for_each(look),
            Self::Page(change) => change(sheet),
        }
    }
}

impl Sheet {
    fn add_at(&mut self, at: usize, like: usize, text: &str, look: fn(Line) -> Line) {
        let copy = Line { text: text.to_owned(), ..self.lines[like].clone() };
        self.lines.insert(at, look(copy));
    }
}
