//! What Chromium's driver does beyond `WebDriver`: commands of the developer tools, and its logs. Not for when they are used
//! ([`super::browser`]).

use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command only Chromium's driver knows.
#[derive(Debug)]
pub(super) struct OwnCommand {
    path: &'static str,
    body: Value,
}

impl OwnCommand {
    /// A command of the developer tools.
    pub(super) fn devtools(name: &str, parameters: &Value) -> Self {
        Self { path: "goog/cdp/execute", body: json!({ "cmd": name, "params": parameters }) }
    }

    /// What a log has had since it was last asked.
    pub(super) fn log(name: &str) -> Self {
        Self { path: "se/log", body: json!({ "type": name }) }
    }
}

impl WebDriverCompatibleCommand for OwnCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
