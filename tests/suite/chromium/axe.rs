//! What axe finds on a page: its rules of WCAG 2.2, levels A and AA. Not for what no program sees ([`super::keyboard`], [`super::look`]).
//!
//! axe is another's work, so it is not in the repository: `AXE_CORE` names its file `axe.min.js`, of the npm package `axe-core`.
#![expect(clippy::disallowed_methods, reason = "where axe lies is said in the environment")]

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::browser::Browser;
use super::driver::left_out;

/// The program, if it is there; said once if it is not.
static AXE: LazyLock<Option<String>> = LazyLock::new(|| {
    let named = std::env::var_os("AXE_CORE");
    let read =
        named.as_ref().map(|path| std::fs::read_to_string(path).expect("AXE_CORE is a file"));
    if read.is_none() {
        let need = "needs AXE_CORE=…/axe.min.js, of `npm pack axe-core`, as `.ci/run` gets it";
        left_out("what axe finds on the local page", need);
    }
    read
});

/// It looks at the page as it stands and loads nothing more.
const RUN: &str = "const told = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run({ runOnly: { type: 'tag', values: tags }, preload: false })
        .then((found) => told(found.violations), (error) => told([{ id: String(error), nodes: [] }]))";

/// Holds the page to what axe finds: nothing.
#[track_caller]
pub(super) fn finds_nothing(browser: &Browser, what: &str) {
    let Some(axe) = AXE.as_ref() else { return };
    if browser.script("return typeof axe === 'undefined'", &[]) == json!(true) {
        browser.script(axe, &[]);
    }
    let found = browser.answer_of(RUN, &[]);
    let found = found.as_array().expect("a list");
    let told: Vec<String> = found.iter().map(told).collect();
    assert!(told.is_empty(), "axe finds on {what}:\n{}", told.join("\n"));
}

/// A rule that is broken, and where.
fn told(violation: &Value) -> String {
    let place = |node: &Value| format!("  {}\n  {}", node["html"], node["failureSummary"]);
    let places = violation["nodes"].as_array().into_iter().flatten().map(place);
    format!("{}: {}\n{}", violation["id"], violation["help"], places.collect::<Vec<_>>().join("\n"))
}
