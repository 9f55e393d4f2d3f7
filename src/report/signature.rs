//! How a template sees who signs and the components that not every document bears. Not for the letterhead
//! ([`super::document`]).

use serde::Serialize;

use crate::model::issuing::{Circulation, ExtraComponents, Signer, Urgency};
use crate::model::text::Line;
use crate::source::At;

/// A signature block.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SignerView<Position> {
    /// `T/M BAN THƯỜNG VỤ`.
    pub(crate) quyen_han: Option<String>,
    /// `BÍ THƯ`.
    pub(crate) chuc_vu: Position,
    /// The name.
    pub(crate) ho_ten: Option<String>,
}

/// What not every document bears; `khan` and `luu_hanh` name a sentence of the phrase bank.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ExtraView {
    /// The author line.
    pub(crate) tac_gia: Option<String>,
    /// `khan`, `thuong_khan`, `hoa_toc`.
    pub(crate) khan: Option<&'static str>,
    /// `noi_bo`, `hoi_nghi`, `thu_hoi`, `tra_lai`.
    pub(crate) luu_hanh: Option<&'static str>,
    /// Not for the media.
    pub(crate) khong_pho_bien: bool,
    /// Which draft.
    pub(crate) du_thao: Option<u8>,
    /// Drafter and copies.
    pub(crate) soan_thao: Option<String>,
    /// The contact line.
    pub(crate) lien_he: Option<String>,
    /// Legal bases as paragraphs of their own.
    pub(crate) can_cu_rieng: bool,
    /// Both sides of the sheet.
    pub(crate) hai_mat: bool,
}

/// The lead as one who signs alone is seen.
#[must_use]
pub(super) fn lead(signers: &[SignerView<Vec<String>>]) -> SignerView<String> {
    let lead = signers.first().expect("an issuer has a signer");
    SignerView {
        quyen_han: lead.quyen_han.clone(),
        chuc_vu: lead.chuc_vu.join(" "),
        ho_ten: lead.ho_ten.clone(),
    }
}

/// A signature block with a unit's names put in.
#[must_use]
pub(super) fn signer_view(
    signer: &Signer,
    put: impl Fn(&At<Line>) -> String,
) -> SignerView<Vec<String>> {
    SignerView {
        quyen_han: signer.authority.as_ref().map(&put),
        chuc_vu: signer.positions.iter().map(&put).collect(),
        ho_ten: signer.name.as_ref().map(&put),
    }
}

/// What not every document bears, with a unit's names put in.
#[must_use]
pub(super) fn extra_view(extra: &ExtraComponents, put: impl Fn(&Line) -> String) -> ExtraView {
    ExtraView {
        tac_gia: extra.author.as_ref().map(&put),
        khan: extra.urgency.map(|urgency| match urgency {
            Urgency::Urgent => "khan",
            Urgency::VeryUrgent => "thuong_khan",
            Urgency::Express => "hoa_toc",
        }),
        luu_hanh: extra.circulation.map(|circulation| match circulation {
            Circulation::Internal => "noi_bo",
            Circulation::Meeting => "hoi_nghi",
            Circulation::Recalled => "thu_hoi",
            Circulation::Returned => "tra_lai",
        }),
        khong_pho_bien: extra.not_for_media,
        du_thao: extra.draft,
        soan_thao: extra.drafter.as_ref().map(&put),
        lien_he: extra.contact.as_ref().map(&put),
        can_cu_rieng: extra.legal_bases,
        hai_mat: extra.duplex,
    }
}
