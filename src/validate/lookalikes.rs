//! K05: words with characters that only look like ours, told once for each sort in a file. They are printed put right
//! ([`crate::vietnamese::text::clean`]). Not for ids and figures, whose own errors name the right form.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::source::Span;
use crate::vietnamese::lookalike::{LookalikeKind, Repair, repair};
use crate::vietnamese::symbol;
use crate::yaml::fields::Sink;
use crate::yaml::places::{Cursor, Places};

/// What was seen in one file.
#[derive(Debug, Default)]
pub(crate) struct LookAlikes {
    words: BTreeMap<LookalikeKind, (Repair, Places)>,
    symbols: Option<(String, String, Places)>,
}

impl LookAlikes {
    /// Looks at one value.
    pub(crate) fn see(&mut self, text: &str, span: &Span) {
        if let Some((meant, repairs)) = repair(text).filter(|(meant, _)| Id::parse(meant).is_err())
        {
            let mut cursor = Cursor::new(span);
            for one in repairs {
                let at = cursor.next(&one.typed);
                self.words.entry(one.kind).or_insert_with(|| (one, Places::default())).1.add(at);
            }
            self.torn(&meant, span);
        } else {
            self.torn(text, span);
        }
    }

    /// Symbols of documents torn apart.
    fn torn(&mut self, text: &str, span: &Span) {
        let mut cursor = Cursor::new(span);
        for (typed, meant) in symbol::torn(text) {
            let number: String = typed.chars().take_while(char::is_ascii_digit).collect();
            let at = cursor.next(&number);
            self.symbols.get_or_insert_with(|| (typed, meant, Places::default())).2.add(at);
        }
    }

    /// One finding for each sort.
    pub(crate) fn tell(self, sink: &Sink) {
        for (kind, (one, places)) in self.words {
            let message = format!(
                "«{}» có «{}» (U+{:04X}), {}; được in thành «{}» ({})",
                one.typed,
                one.letter,
                u32::from(one.letter),
                kind.name(),
                one.meant,
                places.told()
            );
            told(
                message,
                "gõ lại những từ này bằng bộ gõ Unicode, hoặc tìm và thay cả tệp",
                &places,
                sink,
            );
        }
        if let Some((typed, meant, places)) = self.symbols {
            let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let message = format!(
                "số, ký hiệu «{typed}» bị tách đôi; được in thành «{meant}» ({})",
                places.told()
            );
            told(message, "viết liền số, gạch nối và ký hiệu", &places, sink);
        }
    }
}

fn told(message: String, hint: &str, places: &Places, sink: &Sink) {
    let finding = Finding::new(Code::LookAlike, message).hint(hint);
    sink.push(finding.at_maybe(places.first().cloned()));
}
