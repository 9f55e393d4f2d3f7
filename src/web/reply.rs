//! What is sent back: a status, bytes, and the headers that keep a page to itself. Not for what a page says.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, LOCATION, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

/// Scripts, style, pictures and what scripts ask for are our own, nothing is asked of anybody else, nobody frames a page, forms go back to us.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A page of a report has its style in it, and nothing else works in it.
const PICTURE_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// What a browser makes of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Media {
    /// A page.
    Html,
    /// A style sheet.
    Css,
    /// A script.
    Script,
    /// A page of a report, or the icon.
    Svg,
    /// A report.
    Pdf,
    /// A Word document.
    Word,
    /// A workbook.
    Workbook,
    /// An archive of files.
    Archive,
}

impl Media {
    fn name(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Css => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Archive => "application/zip",
        }
    }

    fn policy(self) -> &'static str {
        if self == Self::Svg { PICTURE_POLICY } else { POLICY }
    }
}

/// What is sent back.
#[derive(Debug)]
pub(super) struct Reply {
    status: StatusCode,
    media: Media,
    bytes: Vec<u8>,
    more: Vec<(HeaderName, String)>,
}

impl Reply {
    /// Bytes of a kind.
    pub(super) fn of(media: Media, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status: StatusCode::OK, media, bytes: bytes.into(), more: Vec::new() }
    }

    /// Another address to ask.
    pub(super) fn see(address: &str) -> Self {
        let reply = Self::of(Media::Html, Vec::new()).status(StatusCode::SEE_OTHER);
        reply.with(LOCATION, address.to_owned())
    }

    /// With another status.
    pub(super) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// With a cookie.
    pub(super) fn cookie(self, cookie: String) -> Self {
        self.with(SET_COOKIE, cookie)
    }

    /// To be kept as a file of that name, which is ASCII.
    pub(super) fn file(self, name: &str) -> Self {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let name: String = name.chars().map(|c| if plain(c) { c } else { '-' }).collect();
        self.with(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
    }

    fn with(mut self, header: HeaderName, value: String) -> Self {
        self.more.push((header, value));
        self
    }

    /// The response, with what keeps it to itself.
    pub(super) fn response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.bytes)));
        *response.status_mut() = self.status;
        let opener = HeaderName::from_static("cross-origin-opener-policy");
        let resources = HeaderName::from_static("cross-origin-resource-policy");
        let always = [
            (CONTENT_TYPE, self.media.name()),
            (CONTENT_SECURITY_POLICY, self.media.policy()),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            // With `no-referrer` a browser would not say that a form is our own.
            (REFERRER_POLICY, "same-origin"),
            (CACHE_CONTROL, "no-store"),
            (opener, "same-origin"),
            (resources, "same-origin"),
        ];
        let headers = response.headers_mut();
        for (name, value) in always {
            headers.insert(name, HeaderValue::from_static(value));
        }
        for (name, value) in self.more {
            // What is no header is left out; all of ours are.
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(name, value);
            }
        }
        response
    }
}
