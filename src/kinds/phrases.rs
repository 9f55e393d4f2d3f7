//! The phrase bank: every generated sentence, a template of its own, by key. A kind overrides single sentences.
//! Not for section layout, which is in the `.typ.j2` files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::COMMON;
use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::source::SourceFile;
use crate::yaml::tree::{Node, Value};

/// What the names of sentences begin with.
pub(crate) const FOLDER: &str = "cau/";

/// The name a sentence has among the templates.
#[must_use]
pub(crate) fn template_name(key: &str) -> String {
    [FOLDER, key].concat()
}

/// All sentences, by key such as `ket_luan.dat`, each a small source of its own.
pub(crate) type Bank = BTreeMap<String, Arc<SourceFile>>;

/// All sentences for `kind`: the common ones, then the kind's own in their place.
///
/// # Errors
/// Findings in a phrase bank.
pub fn read(files: &TemplateFiles, kind: &Id) -> Result<Bank, Finding> {
    let mut phrases = of_folder(files, COMMON)?;
    phrases.extend(of_folder(files, kind.as_str())?);
    Ok(phrases)
}

/// The sentences of one folder. Where a bank on disk stands in the place of the one that comes with the program, that one has
/// what the other does not.
///
/// # Errors
/// Findings in its phrase bank.
pub fn of_folder(files: &TemplateFiles, folder: &str) -> Result<Bank, Finding> {
    let mut phrases = Bank::new();
    let path = format!("{folder}/cau-chu.yaml");
    for tree in [files.replaced(&path)?, files.tree(&path)?].iter().flatten() {
        collect("", tree, &mut phrases)?;
    }
    Ok(phrases)
}

fn collect(prefix: &str, node: &Node, phrases: &mut Bank) -> Result<(), Finding> {
    match &node.value {
        Value::Scalar(text) => {
            let name = format!("{} «{prefix}»", node.span.file().path());
            phrases.insert(prefix.to_owned(), SourceFile::new(name, text.trim()));
            Ok(())
        }
        Value::Map(entries) => entries.iter().try_for_each(|(key, value)| {
            let key =
                if prefix.is_empty() { key.text.clone() } else { format!("{prefix}.{}", key.text) };
            collect(&key, value, phrases)
        }),
        _ => Err(Finding::new(Code::Template, format!("câu «{prefix}» phải là một đoạn chữ"))
            .at(&node.span)),
    }
}
