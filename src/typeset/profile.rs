//! Which format profile is in force on a date, from the profiles' own data. Not for their sizes and distances, which
//! the Typst library reads, and of a page's width [`crate::kinds`].

use chrono::NaiveDate;

use crate::assets::files::TemplateFiles;
use crate::diagnostic::{Code, Finding};
use crate::model::unit::Validity;
use crate::model::written_date::short;
use crate::source::Span;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::date;

/// Where the profiles are, below the templates.
const FOLDER: &str = "van-ban-dang/the-thuc";

/// The profiles: a file each.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    all: Vec<(String, Validity)>,
    /// Where they are, for findings.
    folder: Option<Span>,
}

impl Profiles {
    /// Reads when each profile is in force.
    ///
    /// # Errors
    /// A profile that cannot be read.
    pub(crate) fn load(files: &TemplateFiles) -> Result<Self, Vec<Finding>> {
        let mut profiles = Vec::new();
        for (name, _) in files.below(FOLDER) {
            let Some(id) = name.strip_suffix(".yaml") else { continue };
            let tree = files.tree(&format!("{FOLDER}/{name}")).map_err(|finding| vec![finding])?;
            let Some(node) = tree else { continue };
            let sink = Sink::default();
            let validity = validity(&node, &sink);
            profiles.push((id.to_owned(), validity.ok_or_else(|| sink.into_findings())?));
        }
        Ok(Self { all: profiles, folder: Some(files.place(FOLDER)) })
    }

    /// The profile that began last; none where there is none.
    #[must_use]
    pub(crate) fn latest(&self) -> Option<&str> {
        let last = self.all.iter().max_by_key(|(_, validity)| validity.from);
        last.map(|(id, _)| id.as_str())
    }

    /// The profile in force on `date`; of several the one that began last.
    ///
    /// # Errors
    /// A finding when none is.
    pub fn on(&self, date: NaiveDate) -> Result<&str, Finding> {
        let in_force = self.all.iter().filter(|(_, validity)| validity.contains(date));
        let found = in_force.max_by_key(|(_, validity)| validity.from);
        found.map(|(id, _)| id.as_str()).ok_or_else(|| {
            let message = format!("không có thể thức nào có hiệu lực ngày {}", short(date.into()));
            Finding::new(Code::Template, message)
                .at_maybe(self.folder.clone())
                .hint("bổ sung một tệp trong van-ban-dang/the-thuc, hoặc sửa ngày")
        })
    }
}

fn validity(node: &Node, sink: &Sink) -> Option<Validity> {
    let fields = Fields::of(node, sink)?;
    fields.req("hieu_luc", |node, sink| {
        let fields = Fields::of(node, sink)?;
        Some(Validity { from: fields.opt("tu", date), to: fields.opt("den", date) })
    })
}
