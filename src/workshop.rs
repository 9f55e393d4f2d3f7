//! Everything reports are made with, loaded once: templates, profiles, fonts, the press. Not for any one report.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Finding};
use crate::error::Error;
use crate::inspect::table::Tables;
use crate::model::id::Id;
use crate::options::Options;
use crate::output::fingerprint::Shared;
use crate::template::engine::Engine;
use crate::template::files::TemplateFiles;
use crate::template::kind::Kind;
use crate::template::kinds::Kinds;
use crate::typeset::fonts::Fonts;
use crate::typeset::press::Press;
use crate::typeset::profile::Profiles;

/// A kind of report, ready to render.
pub struct Form {
    /// Its manifest.
    pub kind: Kind,
    /// Its templates.
    pub engine: Engine,
}

/// Templates, profiles, fonts and the press.
pub struct Workshop {
    files: TemplateFiles,
    /// The kinds of report.
    pub kinds: Kinds,
    /// The format profiles.
    pub profiles: Profiles,
    /// Typst with the format library.
    pub press: Press,
    /// Hashes of what all reports share.
    pub shared: Shared,
    /// What finished pages are held against, if they are to be.
    pub tables: Option<Tables>,
}

impl Workshop {
    /// Opens the workshop with the templates the options name.
    ///
    /// # Errors
    /// No such folder, no fonts, or a profile with errors.
    pub fn open(options: &Options) -> Result<Self, Error> {
        let files = template_files(options)?;
        let fonts = Fonts::load(&files);
        if fonts.get(0).is_none() {
            return Err(Error::NoFonts);
        }
        Ok(Self {
            kinds: Kinds::read(&files),
            profiles: Profiles::load(&files).map_err(Error::Templates)?,
            shared: Shared::new(&files),
            press: Press::new(&files, fonts),
            tables: options.inspect.then(|| tables(&files)).transpose()?,
            files,
        })
    }

    /// Prepares the kinds of report that are asked for. A kind with errors is left out; what is wrong with it is
    /// returned beside.
    #[must_use]
    pub fn forms<'a>(
        &self,
        kinds: impl Iterator<Item = &'a Id>,
    ) -> BTreeMap<Id, Result<Form, Vec<Finding>>> {
        let mut forms = BTreeMap::new();
        for id in kinds {
            forms.entry(id.clone()).or_insert_with(|| self.form(id));
        }
        forms
    }

    /// The templates of a kind once more, writing marks that lead from markup back to template lines.
    #[must_use]
    pub fn marked(&self, kind: &Kind) -> Option<Engine> {
        Engine::marked(&self.files, kind).ok()
    }

    fn form(&self, id: &Id) -> Result<Form, Vec<Finding>> {
        let kind = self.kinds.find(id)?.clone();
        let engine = Engine::new(&self.files, &kind).map_err(|finding| vec![finding])?;
        Ok(Form { kind, engine })
    }
}

fn tables(files: &TemplateFiles) -> Result<Tables, Error> {
    Tables::load(files).map_err(|unreadable| {
        Error::Templates(vec![Finding::new(Code::Template, unreadable.to_string())])
    })
}

/// The template files the options name.
///
/// # Errors
/// No such folder.
pub fn template_files(options: &Options) -> Result<TemplateFiles, Error> {
    if let Some(folder) = &options.templates {
        if !folder.is_dir() {
            return Err(Error::NoTemplates(folder.clone()));
        }
        return Ok(TemplateFiles::with_folder(folder, &folder.to_string_lossy()));
    }
    let beside = options.inputs.with_file_name("report-templates");
    if beside.is_dir() {
        return Ok(TemplateFiles::with_folder(&beside, &beside.to_string_lossy()));
    }
    Ok(TemplateFiles::embedded())
}
