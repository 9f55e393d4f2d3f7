//! Markdown as Typst markup that prints the same words. Not for the look of it (`trang.typ`), and only for what the guide
//! uses: headings, paragraphs, lists, tables, code, emphasis.

use std::fmt::Write;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::render::escape::write_inert;

/// The markup of a Markdown text, for a sheet that begins with `trang.typ`.
#[must_use]
pub(crate) fn markup(text: &str) -> String {
    let mut writer = MarkupWriter::default();
    Parser::new_ext(text, Options::ENABLE_TABLES).for_each(|event| writer.event(event));
    writer.markup
}

#[derive(Default)]
struct MarkupWriter {
    markup: String,
    /// The lines of a code block that is open.
    code: Option<String>,
    /// The words for a picture that is open.
    picture: Option<String>,
}

impl MarkupWriter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match self.code.as_mut().or(self.picture.as_mut()) {
                Some(words) => words.push_str(&text),
                None => self.inert(&text),
            },
            Event::Code(text) => {
                self.markup.push_str("#ma[");
                self.inert(&text);
                self.markup.push_str("];");
            }
            Event::SoftBreak => self.markup.push(' '),
            Event::HardBreak => self.markup.push_str("#linebreak();"),
            _ => {}
        }
    }

    fn inert(&mut self, text: &str) {
        write_inert(text, &mut self.markup).expect("a string takes it");
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.markup.push_str(&"=".repeat(*level as usize));
                self.markup.push(' ');
            }
            Tag::Image { dest_url, .. } => {
                self.picture = Some(String::new());
                self.markup.push_str("#hinh(\"");
                self.inert(dest_url);
                self.markup.push_str("\", \"");
            }
            Tag::Strong => self.markup.push_str("#strong["),
            Tag::Emphasis => self.markup.push_str("#emph["),
            Tag::List(None) => self.markup.push_str("#list("),
            Tag::List(Some(first)) => _ = write!(self.markup, "#enum(start: {first}, "),
            Tag::Item | Tag::TableCell => self.markup.push('['),
            Tag::Table(columns) => {
                _ = write!(self.markup, "#bang-ke({}, ", columns.len());
            }
            Tag::TableHead => self.markup.push('('),
            Tag::BlockQuote(_) => self.markup.push_str("#quote(block: true)["),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.code = Some(String::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph => self.markup.push_str("\n\n"),
            TagEnd::Strong | TagEnd::Emphasis => self.markup.push_str("];"),
            TagEnd::BlockQuote(_) => self.markup.push_str("]\n\n"),
            TagEnd::List(_) | TagEnd::Table => self.markup.push_str(")\n\n"),
            TagEnd::Item | TagEnd::TableCell => self.markup.push_str("], "),
            TagEnd::TableHead => self.markup.push_str("), "),
            TagEnd::Image => {
                let words = self.picture.take().unwrap_or_default();
                self.inert(&words);
                self.markup.push_str("\");");
            }
            TagEnd::CodeBlock => self.code_block(),
            _ => {}
        }
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        self.markup.push_str("#khoi-ma(");
        for line in code.lines() {
            self.markup.push('"');
            self.inert(line);
            self.markup.push_str("\", ");
        }
        self.markup.push_str(")\n\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_prints_its_words_and_nothing_of_it_is_code() {
        let made = markup(
            "## Một\n\nGõ `#a` và **đậm**.\n\n- x\n- y\n\n| A | B |\n|---|---|\n| 1 | [t](u.md) |\n",
        );
        assert!(made.starts_with("== Một\n\n"), "{made}");
        assert!(made.contains(r"#ma[\u{23}a];"), "{made}");
        assert!(made.contains("#strong[đậm];"), "{made}");
        assert!(made.contains("#list([x], [y], )"), "{made}");
        assert!(made.contains("#bang-ke(2, ([A], [B], ), [1], [t], )"), "{made}");
    }

    #[test]
    fn lines_of_code_are_strings_one_by_one() {
        assert_eq!(
            markup("```sh\na \"b\"\n  c\n```\n"),
            "#khoi-ma(\"a \\u{22}b\\u{22}\", \"\\u{20}\\u{20}c\", )\n\n"
        );
    }
}
