//! Markdown as lines for a terminal: headings underlined, paragraphs and list items wrapped, tables in columns where they fit.
//! Not for pages ([`super::markup`]).

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The lines of a Markdown text, none wider than `width` characters but for lines to be typed.
#[must_use]
pub(crate) fn plain(text: &str, width: usize) -> String {
    let mut writer = PlainWriter { width, ..PlainWriter::default() };
    Parser::new_ext(text, Options::ENABLE_TABLES).for_each(|event| writer.event(event));
    let lines = writer.lines.join("\n");
    format!("{}\n", lines.trim_end())
}

#[derive(Default)]
struct PlainWriter {
    width: usize,
    lines: Vec<String>,
    /// The words of the block that is open.
    words: String,
    /// The number of the next item of each open list, none in a list without numbers.
    lists: Vec<Option<u64>>,
    in_code: bool,
    rows: Vec<Vec<String>>,
}

impl PlainWriter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::List(first)) => {
                self.block();
                self.lists.push(first);
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.block();
                self.in_code = true;
            }
            Event::Start(Tag::Image { .. }) => self.words.push_str("[Hình: "),
            Event::End(TagEnd::Image) => self.words.push(']'),
            Event::Start(Tag::TableHead | Tag::TableRow) => self.rows.push(Vec::new()),
            Event::Text(text) | Event::Code(text) if self.in_code => {
                self.lines.extend(text.lines().map(|line| format!("    {line}")));
            }
            Event::Text(text) | Event::Code(text) => self.words.push_str(&text),
            Event::SoftBreak => self.words.push(' '),
            Event::HardBreak => self.block(),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level as usize),
            TagEnd::Paragraph | TagEnd::Item => self.block(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap();
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.gap();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.words);
                self.rows.last_mut().expect("a cell is in a row").push(cell);
            }
            TagEnd::Table => self.table(),
            _ => {}
        }
        if matches!(tag, TagEnd::Paragraph) && self.lists.is_empty() {
            self.gap();
        }
    }

    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn heading(&mut self, level: usize) {
        let words = std::mem::take(&mut self.words);
        self.gap();
        let under = if level == 1 { "=" } else { "-" };
        let line = under.repeat(words.chars().count());
        self.lines.extend([words, line, String::new()]);
    }

    /// The words of a paragraph or item, wrapped.
    fn block(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1) * 2;
        let mark = match self.lists.last_mut() {
            None => String::new(),
            Some(None) => "- ".to_owned(),
            Some(Some(next)) => {
                *next += 1;
                format!("{}. ", *next - 1)
            }
        };
        let (first, rest) = (" ".repeat(depth) + &mark, " ".repeat(depth + mark.chars().count()));
        self.lines.extend(wrapped(&words, self.width, &first, &rest));
    }

    /// A table in columns; one that is too wide, a row at a time.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let longest = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
        };
        let widths: Vec<usize> = (0..columns).filter_map(longest).collect();
        if widths.iter().sum::<usize>() + 2 * columns <= self.width {
            self.lines.extend(rows.iter().map(|row| in_columns(row, &widths)));
        } else {
            for row in rows.iter().skip(1) {
                let words = row.join(": ");
                self.lines.extend(wrapped(&words, self.width, "- ", "  "));
            }
        }
        self.gap();
    }
}

fn in_columns(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| {
        cell.to_owned() + &" ".repeat(width.saturating_sub(cell.chars().count()) + 2)
    });
    cells.collect::<String>().trim_end().to_owned()
}

/// Words in lines of at most `width` characters; what does not fit alone stands alone.
fn wrapped(words: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in words.split_whitespace() {
        let wide = line.chars().count() + word.chars().count() + usize::from(!is_empty);
        if !is_empty && wide > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_wrapped_and_lines_to_be_typed_are_not() {
        let text = "# Một\n\nMột hai ba bốn **năm** sáu.\n\n- một hai ba bốn năm\n  1. sáu\n\n```sh\nbaocao build --period 2024-Q1\n```\n";
        let lines = "Một\n===\n\nMột hai ba\nbốn năm sáu.\n\n- một hai ba\n  bốn năm\n  1. sáu\n\n    baocao build --period 2024-Q1\n";
        assert_eq!(plain(text, 12), lines);
    }

    #[test]
    fn a_table_stands_in_columns_where_it_fits() {
        let table = "| Mã | Nghĩa |\n|---|---|\n| V02 | tử lớn hơn mẫu |\n";
        assert_eq!(plain(table, 40), "Mã   Nghĩa\nV02  tử lớn hơn mẫu\n");
        assert_eq!(plain(table, 12), "- V02: tử\n  lớn hơn\n  mẫu\n");
    }
}
