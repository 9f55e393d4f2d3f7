//! Word documents (`WordprocessingML`, ISO/IEC 29500) as a file format: written and read. Not for what a report says
//! ([`crate::draft`]).

pub(crate) mod document;
pub(crate) mod write;
