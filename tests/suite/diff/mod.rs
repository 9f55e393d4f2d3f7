//! What a report says otherwise than before is found and told, and nothing else is. Not for pages ([`crate::page_content`]).

mod edits;
mod pages;
mod printed;
mod states;

use std::collections::BTreeMap;

use baocao::diff::content;
use baocao::diff::content::Content;
use baocao::load::loaded::Loaded;
use baocao::report::due::Job;

use crate::views::{TOOLCHAIN, of_each};

/// What the reports of dossiers say that `wanted` picks, by name.
fn contents(loaded: &Loaded, wanted: impl Fn(&Job<'_>) -> bool) -> BTreeMap<String, Content> {
    let mut found = of_each(loaded, |job, views| {
        wanted(job).then(|| {
            let compiled = TOOLCHAIN.compiled(std::iter::once(&job.due.kind));
            let kind = (*compiled[&job.due.kind]).as_ref().expect("a kind");
            content(views, kind, &TOOLCHAIN).expect("a page")
        })
    });
    found.retain(|_, content| content.is_some());
    found.into_iter().map(|(name, content)| (name, content.expect("it is there"))).collect()
}
