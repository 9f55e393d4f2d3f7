//! Every kind of report there is: the folders of the templates that have a manifest. Not for what a kind is
//! ([`super::kind`]).

use std::collections::BTreeMap;

use super::audience::Audience;
use super::kind;
use super::kind::{Kind, Occasion};
use crate::assets::files::TemplateFiles;
use crate::diagnostic::Finding;
use crate::model::id::Id;
use crate::model::plan::Due;

/// Every kind by its id, right or with errors.
#[derive(Debug, Default)]
pub struct Kinds {
    all: BTreeMap<Id, Result<Kind, Vec<Finding>>>,
    by_themselves: Vec<Due>,
}

impl Kinds {
    /// Reads every manifest.
    #[must_use]
    pub(crate) fn read(files: &TemplateFiles) -> Self {
        let manifests = files.paths().filter_map(|path| path.strip_suffix("/loai.yaml"));
        let ids = manifests.filter_map(|folder| Id::parse(folder).ok());
        let all: BTreeMap<_, _> = ids.map(|id| (id.clone(), kind::read(files, &id))).collect();
        let standing = all.values().filter_map(|kind| kind.as_ref().ok());
        let standing = standing.filter(|kind| kind.occasion == Occasion::ByItself);
        let due =
            |kind: &Kind, quarter| Due { quarter, kind: kind.id.clone(), deadline: None, time: 1 };
        let by_themselves =
            standing.flat_map(|kind| (1..=4).map(move |quarter| due(kind, quarter))).collect();
        Self { all, by_themselves }
    }

    /// Every kind without errors.
    pub(crate) fn right(&self) -> impl Iterator<Item = &Kind> {
        self.all.values().filter_map(|kind| kind.as_ref().ok())
    }

    /// The kind of this id, if there is one without errors.
    #[must_use]
    pub(crate) fn get(&self, id: &Id) -> Option<&Kind> {
        self.all.get(id)?.as_ref().ok()
    }

    /// The kind of this id.
    ///
    /// # Errors
    /// What is wrong with it, or that there is none.
    pub(crate) fn find(&self, id: &Id) -> Result<&Kind, Vec<Finding>> {
        match self.all.get(id) {
            Some(Ok(kind)) => Ok(kind),
            Some(Err(findings)) => Err(findings.clone()),
            None => Err(vec![kind::unknown(id, self.all.keys().map(Id::as_str))]),
        }
    }

    /// Whom a kind is made for. One that cannot be read fails in the name of those most are made for.
    #[must_use]
    pub(crate) fn audience(&self, id: &Id) -> &[Audience] {
        self.get(id).map_or(&Audience::USUAL, |kind| &kind.audience)
    }

    /// What is due in a quarter though no calendar names it.
    pub(crate) fn by_themselves(&self, quarter: u8) -> impl Iterator<Item = &Due> {
        self.by_themselves.iter().filter(move |due| due.quarter == quarter)
    }
}
