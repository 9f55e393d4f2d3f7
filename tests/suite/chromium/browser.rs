//! One Chromium with a profile of its own, told what to do and asked what it shows. Not for what a clerk does with it
//! ([`super::walkthrough`]).
#![expect(clippy::disallowed_methods, reason = "a picture is a file for whoever asked for it")]

use std::future::Future;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::commands::OwnCommand;
use super::driver::Driver;

/// One at a time: each takes more than a core.
static TURN: Mutex<()> = Mutex::new(());

/// A busy machine may take long; nothing waits so long on a quiet one.
const LONGEST: Duration = Duration::from_mins(1);
const BREATH: Duration = Duration::from_millis(20);

/// How Chromium starts: without a window, as root too, alone with this machine.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--lang=vi",
    "--window-size=1280,900",
    "--force-prefers-reduced-motion",
];

/// One Chromium, until dropped.
pub(super) struct Browser {
    // Ended in this order: the session, the driver, the profile, the turn.
    client: Option<Client>,
    runtime: Runtime,
    _driver: Driver,
    _profile: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// Starts one, when the one before has ended; none where there is no Chromium.
    pub(super) fn start() -> Option<Self> {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let driver = Driver::start()?;
        let profile = TempDir::new().expect("a profile");
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(profile.path()));
        let client = runtime.block_on(builder.connect(&driver.address())).expect("Chromium starts");
        Some(Self {
            client: Some(client),
            runtime,
            _driver: driver,
            _profile: profile,
            _turn: turn,
        })
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("it is open until dropped")
    }

    #[track_caller]
    fn done<T>(&self, what: &str, doing: impl Future<Output = Result<T, CmdError>>) -> T {
        let done = self.runtime.block_on(doing);
        done.unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Opens an address.
    #[track_caller]
    pub(super) fn open(&self, address: &str) {
        self.done(address, self.client().goto(address));
    }

    /// What stands in the address bar.
    #[track_caller]
    pub(super) fn address(&self) -> String {
        self.done("the address", self.client().current_url()).to_string()
    }

    /// The title of the page.
    #[track_caller]
    pub(super) fn title(&self) -> String {
        self.done("the title", self.client().title())
    }

    /// What a script returns; it is the browser's own and no page's policy binds it.
    #[track_caller]
    pub(super) fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.done(script, self.client().execute(script, arguments.to_vec()))
    }

    /// What a script passes to its last argument, once it does.
    #[track_caller]
    pub(super) fn answer_of(&self, script: &str, arguments: &[Value]) -> Value {
        self.done(script, self.client().execute_async(script, arguments.to_vec()))
    }

    /// What a command of the developer tools answers.
    #[track_caller]
    pub(super) fn devtools(&self, name: &str, parameters: &Value) -> Value {
        self.done(name, self.client().issue_cmd(OwnCommand::devtools(name, parameters)))
    }

    /// What a log has had since it was last asked.
    #[track_caller]
    pub(super) fn log(&self, name: &str) -> Vec<Value> {
        let told = self.done(name, self.client().issue_cmd(OwnCommand::log(name)));
        told.as_array().cloned().unwrap_or_default()
    }

    /// Waits until there is such a thing as is looked for.
    #[track_caller]
    pub(super) fn until<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < LONGEST, "not so: {what}\n{}", self.words("body"));
            std::thread::sleep(BREATH);
        }
    }

    /// The first element of a selector, once it is there.
    #[track_caller]
    fn element(&self, selector: &str) -> Element {
        let looked_for = || {
            let found = self.client().find(Locator::Css(selector));
            self.runtime.block_on(found).ok()
        };
        self.until(selector, looked_for)
    }

    /// Presses the first element of a selector.
    #[track_caller]
    pub(super) fn click(&self, selector: &str) {
        let element = self.element(selector);
        // Where a reader would have it: not behind the bar below a form.
        let middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        self.script(middle, &[json!(selector)]);
        self.done(selector, element.click());
    }

    /// Types into a field, in place of what stood there.
    #[track_caller]
    pub(super) fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.done(selector, element.clear());
        self.done(selector, element.send_keys(text));
    }

    /// Chooses a file in a field for files.
    #[track_caller]
    pub(super) fn choose(&self, selector: &str, file: &Path) {
        let element = self.element(selector);
        self.done(selector, element.send_keys(&file.display().to_string()));
    }

    /// Presses keys, wherever the focus is.
    #[track_caller]
    pub(super) fn press(&self, keys: &str) {
        let active = self.done("the focus", self.client().active_element());
        self.done("a key", active.send_keys(keys));
    }

    /// Presses one key that is no letter.
    #[track_caller]
    pub(super) fn key(&self, key: Key) {
        self.press(&char::from(key).to_string());
    }

    /// The words a clerk sees in the first element of a selector; nothing if there is none.
    #[track_caller]
    pub(super) fn words(&self, selector: &str) -> String {
        let script = "const e = document.querySelector(arguments[0]); return e ? e.innerText : ''";
        self.script(script, &[json!(selector)]).as_str().unwrap_or_default().to_owned()
    }

    /// How many elements of a selector are shown.
    #[track_caller]
    pub(super) fn shown(&self, selector: &str) -> u64 {
        let script = "return Array.from(document.querySelectorAll(arguments[0]))
            .filter((e) => e.checkVisibility()).length";
        self.script(script, &[json!(selector)]).as_u64().expect("a count")
    }

    /// A picture of the page as it stands, as PNG.
    pub(super) fn picture(&self, path: &Path) {
        let bytes = self.done("a picture", self.client().screenshot());
        std::fs::write(path, bytes).expect("a picture is kept");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // The driver is ended next, whatever becomes of the session.
            _ = self.runtime.block_on(client.close());
        }
    }
}

fn capabilities(profile: &Path) -> Capabilities {
    let mut arguments: Vec<String> = ARGUMENTS.iter().map(|&one| one.to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let wanted = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": { "args": arguments },
    });
    let Value::Object(wanted) = wanted else { unreachable!("it is an object") };
    wanted
}
