//! The files of `src/web/pages/`, which come with the program: pages as templates, the style sheet, the script. Not for templates of
//! reports ([`crate::assets`]).

use include_dir::{Dir, include_dir};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use super::reply::{Media, Reply};
use crate::assets::files::is_a;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/web/pages");

/// The pages, ready to be filled. What is put into one is text, whatever it holds.
pub(super) struct Templates(Environment<'static>);

impl Templates {
    /// Compiles every page.
    pub(super) fn new() -> Self {
        let mut engine = Environment::new();
        engine.set_auto_escape_callback(|_| AutoEscape::Html);
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        engine.set_syntax(syntax.expect("the usual marks"));
        for file in FILES.files().filter(|file| is_a(named(file), &["html"])) {
            let text = file.contents_utf8().expect("pages are text");
            engine.add_template(named(file), text).expect("a test renders every page");
        }
        Self(engine)
    }

    /// A page filled with a view.
    pub(super) fn page(&self, name: &str, view: impl Serialize) -> Reply {
        let filled =
            self.0.get_template(name).and_then(|page| page.render(Value::from(Serde(view))));
        Reply::of(Media::Html, filled.expect("a test renders every page"))
    }
}

/// A file that is sent as it is: the style sheet, the script, the icon.
pub(super) fn asset(name: &str) -> Option<Reply> {
    let file = FILES.files().find(|file| named(file) == name)?;
    let media = match name.rsplit('.').next() {
        Some("css") => Media::Css,
        Some("js") => Media::Script,
        Some("svg") => Media::Svg,
        _ => return None,
    };
    Some(Reply::of(media, file.contents()))
}

fn named(file: &include_dir::File<'static>) -> &'static str {
    file.path().to_str().expect("names are text")
}
