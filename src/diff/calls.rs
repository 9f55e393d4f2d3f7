//! Calls in markup, by Typst's own parser: what is called, with what, and which of that is printed. Not for how it reads
//! ([`super::printed_text`]).

use typst::syntax::{SyntaxKind, SyntaxNode};

/// Functions within a line; any other call stands for itself.
const INLINE: [&str; 12] = [
    "box",
    "emph",
    "footnote",
    "giu-lien",
    "highlight",
    "lien",
    "strong",
    "sub",
    "super",
    "text",
    "underline",
    "vua-chu",
];
/// Parameters that are not printed, are printed a second time, or are no part of what a report says.
const UNPRINTED: [&str; 10] = [
    "alt",
    "co-chu",
    "dieu-chinh",
    "du-thao",
    "kieu",
    "ngay",
    "ten-co-quan",
    "ten-loai",
    "the-thuc",
    "tu-khoa",
];

/// What a call calls.
pub(super) fn name(call: &SyntaxNode) -> &str {
    call.children().find(|part| part.kind() == SyntaxKind::Ident).map_or("", |one| one.leaf_text())
}

pub(super) fn is_inline(call: &SyntaxNode) -> bool {
    INLINE.contains(&name(call))
}

/// The arguments of a call, the content blocks behind it with them.
pub(super) fn arguments(call: &SyntaxNode) -> impl Iterator<Item = &SyntaxNode> {
    call.children().filter(|part| part.kind() == SyntaxKind::Args).flat_map(SyntaxNode::children)
}

pub(super) fn bodies(content: &SyntaxNode) -> impl Iterator<Item = &SyntaxNode> {
    content.children().filter(|part| part.kind() == SyntaxKind::Markup)
}

/// What a parameter, or an entry of a dictionary, is called.
pub(super) fn parameter(named: &SyntaxNode) -> Option<&str> {
    named.children().next().map(|name| name.leaf_text().trim_matches('"'))
}

/// The value of a named parameter that is printed.
pub(super) fn printed_value(named: &SyntaxNode) -> Option<&SyntaxNode> {
    let printed = parameter(named).is_some_and(|name| !UNPRINTED.contains(&name));
    named.children().last().filter(|_| printed)
}
