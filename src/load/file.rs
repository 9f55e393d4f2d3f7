//! What one file says, and what is wrong with its characters. Not for what returns say of each other
//! ([`super::unit_data`]).

use std::sync::Arc;

use crate::assets::fonts::GlyphCoverage;
use crate::diagnostic::Finding;
use crate::inputs::snapshot::Input;
use crate::source::SourceFile;
use crate::validate;
use crate::validate::encodings::named;
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::flat::flat;
use crate::yaml::tree::Node;

/// What one file says.
pub(super) struct FileRead<T> {
    /// Its content, if it could be read.
    pub(super) content: Option<T>,
    /// What was found in it.
    pub(super) findings: Vec<Finding>,
    /// Its values as lines, if it was checked.
    pub(super) values: Option<String>,
}

/// Reads one file with `read`, after its characters were looked at.
pub(super) fn file<T>(
    input: &Input,
    coverage: &GlyphCoverage<'_>,
    read: impl FnOnce(&Node, &Sink) -> Option<T>,
) -> FileRead<T> {
    match input.text.clone().and_then(|file| yaml::parse(&file)) {
        Ok(node) => {
            let sink = Sink::default();
            validate::characters::check(&node, coverage, &sink);
            let content = read(&node, &sink);
            FileRead { content, findings: few(sink.into_findings()), values: Some(flat(&node)) }
        }
        Err(finding) => {
            let finding = named(finding, || input.bytes());
            FileRead { content: None, findings: vec![finding], values: Some(String::new()) }
        }
    }
}

/// Reads one file in which nothing was found wrong before: its content alone.
pub(super) fn unchecked<T>(
    input: &Input,
    read: impl FnOnce(&Node, &Sink) -> Option<T>,
) -> FileRead<T> {
    let sink = Sink::default();
    let node = input.text.clone().and_then(|file| yaml::parse(&file));
    let content = node.ok().and_then(|node| read(&node, &sink));
    FileRead { content, findings: sink.into_findings(), values: None }
}

/// Reads the text of a return that was issued, which was right then.
pub(super) fn issued<T>(
    file: &Arc<SourceFile>,
    read: impl FnOnce(&Node, &Sink) -> Option<T>,
) -> Option<T> {
    let sink = Sink::default();
    yaml::parse(file).ok().and_then(|node| read(&node, &sink))
}

/// More findings than this in one file tell nobody anything more.
const MOST_FINDINGS: usize = 100;

/// The first findings of a file with too many, errors before others, and how many more there are.
fn few(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > MOST_FINDINGS {
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let more = findings.len() - MOST_FINDINGS;
        findings.truncate(MOST_FINDINGS);
        if let Some(last) = findings.last_mut() {
            last.message = format!("{} (và {more} phát hiện khác trong tệp này)", last.message);
        }
    }
    findings
}
