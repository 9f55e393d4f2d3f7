//! What must be so of every state a walkthrough comes to: nothing is asked of another machine, the console is silent, axe finds
//! nothing in light and dark, fields have borders one sees, nothing has to be scrolled sideways at 200 % or on a narrow screen, and no word is cut off with wider
//! spacing. Not for keys ([`super::keyboard`]).
//!
//! `PICTURES=folder` keeps pictures of every state, to be looked at.
#![expect(
    clippy::disallowed_methods,
    reason = "where pictures are kept is said in the environment"
)]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::walkthrough::Walkthrough;
use super::{axe, contrast};

/// Widths in CSS pixels: half of 1280, as at 200 %, and 320, as at 400 % or on a telephone.
const NARROW: [u32; 2] = [640, 320];

/// Spacing a reader may set (WCAG 2.2, 1.4.12), in the browser's own sheet.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];";

/// How far the page can be scrolled sideways.
const OVERFLOW: &str = "return document.scrollingElement.scrollWidth - window.innerWidth";

impl Walkthrough {
    /// Holds the state it came to to all that must be so of each; `name` is for people and pictures.
    #[track_caller]
    pub(super) fn look(&self, name: &str) {
        self.keeps_to_this_machine(name);
        let title = self.browser.title();
        assert!(title.ends_with(" – baocao") && title.len() > " – baocao".len(), "{name}: {title}");
        for scheme in ["light", "dark"] {
            self.scheme(scheme);
            axe::finds_nothing(&self.browser, &format!("{name}, {scheme}"));
            contrast::borders_are_seen(&self.browser, &format!("{name}, {scheme}"));
            self.keep_picture(name, scheme);
        }
        self.scheme("light");
        for width in NARROW {
            self.width(Some(width));
            self.nothing_sideways(&format!("{name}, {width} px"));
            self.keep_picture(name, &width.to_string());
        }
        axe::finds_nothing(&self.browser, &format!("{name}, narrow"));
        self.browser.script(SPACED, &[]);
        self.nothing_sideways(&format!("{name}, narrow and spaced"));
        self.browser.script("document.adoptedStyleSheets = []", &[]);
        self.width(None);
        self.keep_print(name);
    }

    /// The colours a reader asks for.
    pub(super) fn scheme(&self, scheme: &str) {
        self.media("", scheme);
    }

    /// What the page is shown on (`print`; the screen if empty), and the colours a reader asks for.
    pub(super) fn media(&self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let shown = json!({ "media": media, "features": features });
        self.browser.devtools("Emulation.setEmulatedMedia", &shown);
    }

    /// How wide the page is shown; as wide as the window again without.
    pub(super) fn width(&self, width: Option<u32>) {
        let Some(width) = width else {
            self.browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
            return;
        };
        let metrics =
            json!({ "width": width, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    #[track_caller]
    fn nothing_sideways(&self, what: &str) {
        let beyond = self.browser.script(OVERFLOW, &[]).as_i64().expect("a width");
        assert!(beyond <= 0, "{what} is {beyond} px too wide: {}", self.widest());
    }

    /// What reaches furthest to the right, outside of what scrolls by itself.
    fn widest(&self) -> Value {
        let script = "return Array.from(document.querySelectorAll('body *'))
            .filter((e) => !e.closest('.cuon, pre') || e.matches('.cuon, pre'))
            .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
            .slice(0, 3).map((e) => e.outerHTML.slice(0, 120))";
        self.browser.script(script, &[])
    }

    /// Every request went to the program, and the browser has nothing to say of the page.
    #[track_caller]
    fn keeps_to_this_machine(&self, name: &str) {
        let own = format!("http://{}/", self.page.host());
        for entry in self.browser.log("performance") {
            let message = entry["message"].as_str().unwrap_or_default();
            let message: Value = serde_json::from_str(message).expect("JSON");
            let message = &message["message"];
            let sent = &message["params"];
            // The page a new window opens with is Chromium's own.
            let own_page =
                sent["documentURL"].as_str().is_some_and(|by| by.starts_with("chrome://"));
            if message["method"] == "Network.requestWillBeSent" && !own_page {
                let asked = sent["request"]["url"].as_str().expect("an address");
                // Chromium draws its own fields of dates with pictures it has in it.
                let drawn = asked.starts_with("data:image/svg+xml;");
                assert!(asked.starts_with(&own) || drawn, "{name} asks {asked}");
            }
        }
        for entry in self.browser.log("browser") {
            let said = entry["message"].as_str().unwrap_or_default();
            // That a page was refused is what such a page says itself; who is not let in gets no icon either.
            let refused = said.contains("the server responded with a status of 4")
                && (said.starts_with(&self.browser.address()) || said.contains("status of 403"));
            assert!(refused, "{name}: {entry}");
        }
    }

    fn keep_picture(&self, name: &str, how: &str) {
        let Some(folder) = pictures() else { return };
        self.browser.picture(&folder.join(format!("{}-{how}.png", file_name(name))));
    }

    fn keep_print(&self, name: &str) {
        let Some(folder) = pictures() else { return };
        let pdf = self.browser.devtools("Page.printToPDF", &json!({}));
        let data = pdf["data"].as_str().expect("a PDF in base64");
        let file = folder.join(format!("{}-in.pdf.b64", file_name(name)));
        std::fs::write(file, data).expect("a print is kept");
    }
}

fn file_name(name: &str) -> String {
    name.replace(|c: char| !c.is_alphanumeric(), "-")
}

/// The folder for pictures, if they are asked for.
fn pictures() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("PICTURES")?);
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    Some(Path::new(&folder).to_owned())
}
