//! Renders a report's view with its kind's templates. Not for the templates themselves, and not for how values are printed
//! (`printing`).

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Object, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State, UndefinedBehavior, context};

use super::finish::{finished, finished_with_origins};
use super::limits::Printed;
use super::origins::Origins;
use super::together::Together;
use super::{limits, printing, source_map};
use crate::assets::files::{TemplateFiles, is_a};
use crate::diagnostic::{Code, Finding};
use crate::kinds::COMMON;
use crate::kinds::kind::Kind;
use crate::kinds::phrases;
use crate::report::ReportView;
use crate::report::views::outline::OutlineName;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::nearest;

/// The template every kind starts from.
const ROOT: &str = "bao-cao.typ.j2";

/// The templates of one kind, ready to render.
#[derive(Clone)]
pub(crate) struct Engine {
    environment: Environment<'static>,
    together: Together,
    sources: Vec<(String, Arc<SourceFile>)>,
    marked: bool,
}

impl Engine {
    /// Compiles what is in `chung/`, which all kinds share.
    ///
    /// # Errors
    /// A template or phrase that does not compile.
    pub(crate) fn common(files: &TemplateFiles) -> Result<Self, Finding> {
        Self::begun(files, false)
    }

    /// Compiles the templates of `kind`, those of its folder, else those of `chung/`, to write marks that lead from markup back
    /// to template lines.
    ///
    /// # Errors
    /// As [`Engine::common`].
    pub(crate) fn marked(files: &TemplateFiles, kind: &Kind) -> Result<Self, Finding> {
        Self::begun(files, true)?.of(files, kind)
    }

    fn begun(files: &TemplateFiles, marked: bool) -> Result<Self, Finding> {
        let together = Together::read(files)?;
        let environment = environment(&together);
        let mut engine = Self { environment, together, sources: Vec::new(), marked };
        engine.add_folder(files, COMMON)?;
        Ok(engine)
    }

    /// These templates with those of `kind` in their place or beside them.
    ///
    /// # Errors
    /// As [`Engine::common`].
    pub(crate) fn of(&self, files: &TemplateFiles, kind: &Kind) -> Result<Self, Finding> {
        let mut engine = self.clone();
        engine.add_folder(files, kind.id.as_str())?;
        Ok(engine)
    }

    fn add_folder(&mut self, files: &TemplateFiles, folder: &str) -> Result<(), Finding> {
        for (name, _) in files.below(folder).filter(|(name, _)| is_a(name, &["j2"])) {
            if let Some(file) = files.source(&format!("{folder}/{name}"))? {
                self.add(name.to_owned(), file)?;
            }
        }
        for (key, file) in phrases::of_folder(files, folder)? {
            self.add(phrases::template_name(&key), file)?;
        }
        Ok(())
    }

    fn add(&mut self, name: String, file: Arc<SourceFile>) -> Result<(), Finding> {
        let text = match (self.marked, name.starts_with(phrases::FOLDER)) {
            (false, _) => file.text().to_owned(),
            (true, false) => source_map::marked(&name, file.text()),
            (true, true) => source_map::marked_sentence(&name, file.text()),
        };
        let added = self.environment.add_template_owned(name.clone(), text);
        self.sources.retain(|(other, _)| *other != name);
        self.sources.push((name, file));
        added.map_err(|error| self.finding(&error))
    }

    /// What is kept on one line.
    #[must_use]
    pub(crate) fn together(&self) -> &Together {
        &self.together
    }

    /// Renders `view` to Typst markup.
    ///
    /// # Errors
    /// A template that uses what the view does not have, or a name of the plan's outline that is none.
    pub(crate) fn render(&self, view: &ReportView) -> Result<String, Finding> {
        Ok(finished(&self.written(view)?, &self.together))
    }

    /// Renders a view whose words are marked with where they come from: the markup it would be without marks, and where its words
    /// come from.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub(crate) fn render_with_origins(
        &self,
        view: &ReportView,
    ) -> Result<(String, Origins), Finding> {
        let (markup, marks) = finished_with_origins(&self.written(view)?, &self.together);
        Ok((markup, Origins::of(&marks)))
    }

    /// What the templates write of a view.
    fn written(&self, view: &ReportView) -> Result<String, Finding> {
        if let Some(asked) = view.asked.iter().find(|asked| !self.has_all(asked)) {
            return Err(self.not_there(asked));
        }
        let context = context! { bc => Value::from(Serde(view)) };
        printed(&self.environment, &context).map_err(|error| match error.kind() {
            ErrorKind::WriteFailure => self.too_long(&context),
            _ => self.finding(&error),
        })
    }

    /// A finding for a report that is too long, at the place where it grows: what was printed does not say by which line, so
    /// the templates are stopped at ever more steps, nearly as many as they take.
    fn too_long(&self, context: &Value) -> Finding {
        let (mut environment, mut place) = (self.environment.clone(), self.root());
        let mut is_stopped = |steps: u64| {
            environment.set_fuel(Some(steps));
            let stopped = printed(&environment, context).err();
            let stopped = stopped.filter(|error| deepest(error).kind() == ErrorKind::OutOfFuel);
            place = stopped.as_ref().and_then(|error| self.finding(error).span).or(place.take());
            stopped.is_some()
        };
        let (mut fewer, mut more) = (0, limits::FIRST_STEPS);
        while more < limits::STEPS && is_stopped(more) {
            (fewer, more) = (more, more * 2);
        }
        for _ in 0..limits::HALVINGS {
            let middle = u64::midpoint(fewer, more);
            if is_stopped(middle) { fewer = middle } else { more = middle }
        }
        Finding::new(Code::Template, limits::too_long()).hint(limits::HINT).at_maybe(place)
    }

    /// The template every kind starts from.
    fn root(&self) -> Option<Span> {
        let root = self.sources.iter().find(|(name, _)| name == ROOT);
        root.map(|(_, file)| Span::line(file, 1))
    }

    /// The template line that wrote a place in markup of a marked engine.
    #[must_use]
    pub(crate) fn origin(&self, place: &Span) -> Option<Span> {
        let (name, line) = source_map::origin(place.file().text(), place.range().start)?;
        let (_, file) = self.sources.iter().find(|(known, _)| known == name)?;
        Some(Span::line(file, line))
    }

    fn has_all(&self, asked: &OutlineName) -> bool {
        let there = |name: &str| self.environment.get_template(name).is_ok();
        asked.around.iter().all(|(before, after)| there(&format!("{before}{}{after}", asked.name)))
    }

    /// A finding for a name of the plan's outline that this kind does not know.
    fn not_there(&self, asked: &OutlineName) -> Finding {
        let (before, after) =
            asked.around.first().map_or(("", ""), |(before, after)| (before.as_str(), *after));
        let known = self.sources.iter().filter_map(|(name, _)| {
            let name = name.strip_prefix(before)?.strip_suffix(after)?;
            (!name.contains(['.', '/'])).then_some(name)
        });
        let names: Vec<&str> = known.clone().collect();
        let others = format!("các tên dùng được: {}", names.join(", "));
        let message = format!("không có {} «{}» cho loại báo cáo này", asked.what, asked.name);
        let finding = Finding::new(Code::WrongForm, message).at(&asked.span);
        finding.did_you_mean(nearest(&asked.name, known), others)
    }

    /// The innermost place of an error, in the file it is in.
    fn finding(&self, error: &Error) -> Finding {
        let deepest = deepest(error);
        let words = deepest.detail().map_or_else(
            || deepest.kind().to_string(),
            |detail| format!("{}: {detail}", deepest.kind()),
        );
        let finding = match limits::stopped(deepest) {
            Some(stopped) => Finding::new(Code::Template, stopped).hint(limits::HINT),
            None => Finding::new(Code::Template, format!("khuôn mẫu có lỗi: {words}"))
                .hint("sửa tệp khuôn mẫu, hoặc xóa nó để dùng bản đi kèm chương trình"),
        };
        let file =
            deepest.name().and_then(|name| self.sources.iter().find(|(known, _)| known == name));
        match (file, deepest.range(), deepest.line()) {
            (Some((_, file)), Some(range), _) => finding.at(&Span::new(file, range)),
            (Some((_, file)), None, Some(line)) => finding.at(&Span::line(file, line)),
            _ => finding.at_maybe(self.root()),
        }
    }
}

/// The error that is told by all others.
fn deepest(error: &Error) -> &Error {
    let mut deepest = error;
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        deepest = inner.downcast_ref().unwrap_or(deepest);
        source = inner.source();
    }
    deepest
}

/// What the templates print of a report.
fn printed(environment: &Environment<'static>, context: &Value) -> Result<String, Error> {
    let mut printed = Printed::default();
    environment.get_template(ROOT)?.render_captured_to(context.clone(), &mut printed)?;
    Ok(printed.into_text())
}

fn environment(together: &Together) -> Environment<'static> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the usual delimiters are a syntax"));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    environment.set_fuel(Some(limits::STEPS));
    environment.set_debug(true);
    printing::set(&mut environment, together);
    environment.add_function("cau", phrase);
    environment
}

/// `cau("ket_luan.dat", ct=ct)`: a sentence of the phrase bank, with the report as `bc` and the named values, or the
/// superior's own words for it.
fn phrase(state: &mut State<'_, '_>, key: &str, named: Kwargs) -> Result<Value, Error> {
    let report = state.lookup("bc").unwrap_or(Value::UNDEFINED);
    let own = report.get_attr("cau_rieng").and_then(|all| all.get_attr(key));
    if let Some(own) = own.ok().filter(|own| !own.is_undefined()) {
        return Ok(own);
    }
    let template = state.get_template(&phrases::template_name(key))?;
    if !template.source().contains('{') {
        return Ok(Value::from_safe_string(template.source().to_owned()));
    }
    let topic = Topic { report, named: Value::from(named) };
    let mut text = Printed::default();
    let sentence = template.render_captured_to(Value::from_object(topic), &mut text);
    let sentence = sentence.map_err(|error| match error.kind() {
        // What cannot be written has no place of its own: the sentence is told by who asks for it.
        ErrorKind::WriteFailure => Error::new(ErrorKind::OutOfFuel, limits::too_long()),
        _ => error,
    })?;
    limits::count_steps(state, sentence.state().fuel_levels().map_or(0, |levels| levels.0))?;
    Ok(Value::from_safe_string(text.into_text()))
}

/// What a sentence is about: the report and the named values, as they were handed over: a report has some hundreds of sentences.
#[derive(Debug)]
struct Topic {
    report: Value,
    named: Value,
}

impl Object for Topic {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        if key == "bc" {
            return Some(self.report.clone());
        }
        self.named.get_attr(key).ok().filter(|value| !value.is_undefined())
    }
}
