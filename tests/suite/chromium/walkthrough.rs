//! A clerk's way through the page of a dossier, step by step: the fixture of these tests. Not for what is promised of it, nor for what
//! must be so in every state ([`super::look`]).

use serde_json::json;

use super::browser::Browser;
use crate::dossier::Dossier;
use crate::page::browser::Page;

/// A dossier's page, opened in a browser by the address it printed.
pub(super) struct Walkthrough {
    pub(super) page: Page,
    pub(super) browser: Browser,
}

impl Walkthrough {
    /// Opens the page of a dossier as it is on a day; nothing where there is no Chromium.
    pub(super) fn begin(dossier: Dossier, today: &str) -> Option<Self> {
        let browser = Browser::start()?;
        let page = Page::open(dossier, today);
        browser.open(&page.printed_address());
        Some(Self { page, browser })
    }

    /// The address of a page, without the machine's.
    #[track_caller]
    pub(super) fn path(&self) -> String {
        let address = self.browser.address();
        let own = format!("http://{}", self.page.host());
        address.strip_prefix(&own).unwrap_or_else(|| panic!("{address} is not ours")).to_owned()
    }

    /// Goes to a page by its address.
    #[track_caller]
    pub(super) fn go_to(&self, path: &str) {
        self.browser.open(&format!("http://{}{path}", self.page.host()));
    }

    /// Waits for a heading.
    #[track_caller]
    pub(super) fn comes_to(&self, heading: &str) {
        let there = || self.browser.words("h1").contains(heading).then_some(());
        self.browser.until(&format!("a page headed {heading}"), there);
    }

    /// Types part of a unit's name on the board; the units that are left.
    #[track_caller]
    pub(super) fn finds(&self, typed: &str) -> Vec<String> {
        self.browser.type_into("#tim", typed);
        self.browser.until("the board says how many are shown", || {
            let said = self.browser.words("#so-hien");
            (said == format!("{} đơn vị", self.browser.shown("[data-tim]"))).then_some(())
        });
        let script = "return Array.from(document.querySelectorAll('[data-tim] bdi'))
            .filter((e) => e.checkVisibility()).map((e) => e.innerText)";
        let names = self.browser.script(script, &[]);
        let names = names.as_array().expect("names");
        names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// Follows the link, or presses the button, of this name; if it leads to another page, that page has taken the place of this one then.
    #[track_caller]
    pub(super) fn follows(&self, name: &str) {
        let script = "const link = Array.from(document.querySelectorAll('a, button, summary'))
            .find((e) => e.checkVisibility() && e.innerText?.trim().startsWith(arguments[0]));
            document.querySelectorAll('[data-theo]').forEach((e) => delete e.dataset.theo);
            if (!link) { return null; }
            link.dataset.theo = '';
            const here = link.href?.split('#')[0] === location.href.split('#')[0] && link.hash;
            return link.type === 'submit' || (link.localName === 'a' && !here)";
        let leads_on = self.browser.until(&format!("a link {name}"), || {
            self.browser.script(script, &[json!(name)]).as_bool()
        });
        if leads_on {
            self.presses("[data-theo]");
        } else {
            self.browser.click("[data-theo]");
        }
    }

    /// Presses what leads to another page, and waits until that page has taken the place of this one: words that both have are those of the
    /// new one then.
    #[track_caller]
    fn presses(&self, selector: &str) {
        self.browser.script("document.documentElement.dataset.truoc = ''", &[]);
        self.browser.click(selector);
        let other = || (self.browser.shown("[data-truoc]") == 0).then_some(());
        self.browser.until(&format!("{selector} leads to another page"), other);
    }

    /// Has done what the page tells it would do, and waits until it is.
    #[track_caller]
    pub(super) fn carries_out(&self) {
        self.presses("form button.chinh");
        let script =
            "return document.readyState === 'complete' && !document.getElementById('tien-do')";
        let ended = || (self.browser.script(script, &[]) == json!(true)).then_some(());
        self.browser.until("it is done", ended);
    }

    /// Types into a field of a return.
    #[track_caller]
    pub(super) fn types(&self, field: &str, text: &str) {
        self.browser.type_into(&field_selector(field), text);
    }

    /// What stands in a field.
    #[track_caller]
    pub(super) fn has(&self, field: &str) -> String {
        let value = self.browser.script(
            "return document.querySelector(arguments[0]).value",
            &[json!(field_selector(field))],
        );
        value.as_str().expect("a field").to_owned()
    }

    /// Saves the return.
    #[track_caller]
    pub(super) fn saves(&self) {
        self.presses("button.chinh");
    }

    /// The words of the whole page.
    #[track_caller]
    pub(super) fn words(&self) -> String {
        self.browser.words("main")
    }
}

/// The selector of a field by its name, which has dots.
pub(super) fn field_selector(field: &str) -> String {
    format!("[id=\"{field}\"]")
}
