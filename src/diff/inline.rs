//! The text of what stands within a line: words, escapes, calls that only shape them. Not for what stands for itself
//! ([`super::printed_text`]).

use typst::syntax::ast;
use typst::syntax::{SyntaxKind, SyntaxNode};

use super::calls::{arguments, is_inline, printed_value};

/// The text of a value that is one; none of anything else.
pub(super) fn leaf(node: &SyntaxNode) -> Option<String> {
    let is_text = match node.kind() {
        SyntaxKind::Str | SyntaxKind::ContentBlock => true,
        SyntaxKind::FuncCall => is_inline(node) || arguments(node).any(|one| leaf(one).is_some()),
        _ => false,
    };
    is_text.then(|| {
        let mut text = String::new();
        add_inline(node, &mut text);
        plain(&text)
    })
}

/// Adds what is read of a part of a line.
pub(super) fn add_inline(node: &SyntaxNode, out: &mut String) {
    match node.kind() {
        SyntaxKind::Text | SyntaxKind::SmartQuote => out.push_str(node.leaf_text()),
        SyntaxKind::Space | SyntaxKind::Linebreak | SyntaxKind::Parbreak => out.push(' '),
        SyntaxKind::Escape => out.extend(node.cast::<ast::Escape<'_>>().map(ast::Escape::get)),
        SyntaxKind::Shorthand => {
            out.extend(node.cast::<ast::Shorthand<'_>>().map(ast::Shorthand::get));
        }
        SyntaxKind::Str => {
            out.push_str(&node.cast::<ast::Str<'_>>().map(ast::Str::get).unwrap_or_default());
        }
        SyntaxKind::Named => {
            if let Some(value) = printed_value(node) {
                add_inline(value, out);
            }
        }
        SyntaxKind::LetBinding | SyntaxKind::SetRule | SyntaxKind::ModuleImport => {}
        _ => node.children().for_each(|child| add_inline(child, out)),
    }
}

/// `text` with what only shapes lines made plain: any white space is one space, and signs that keep together are none.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let shown = word.chars().filter(|c| !"\u{ad}\u{200b}\u{2060}\u{feff}".contains(*c));
        let start = out.len();
        out.extend(shown.map(|c| if c == '\u{2011}' { '-' } else { c }));
        if out.len() > start && start > 0 {
            out.insert(start, ' ');
        }
    }
    out
}
