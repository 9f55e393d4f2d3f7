//! Who is let in: only a browser on this machine that was given the token, sent by a page of ours or by nobody. Not for what is
//! then asked ([`super::asked`]).
//!
//! A foreign page in the same browser can send requests here, but not with our `Origin`; a foreign name that was bound to this
//! machine's address (DNS rebinding) comes with a `Host` that is not ours.

use std::io;

use hyper::header::{COOKIE, HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Method, Uri};

use super::asked::pairs;
use super::token::{AccessToken, OpeningKey};

/// The word before the token in an address.
pub(super) const KEY: &str = "khoa";
/// The word before a key that opens once.
const OPENING: &str = "mo";
/// The port of an address that names none.
const USUAL_PORT: u16 = 80;
/// Browsers say in it whose page sent a request.
const SENT_BY: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The names and the secret by which one server lets in.
pub(super) struct Access {
    /// What it listens on.
    pub(super) port: u16,
    /// The secret of this start.
    pub(super) token: AccessToken,
    /// The key of the browser that the program opens itself.
    pub(super) opening: OpeningKey,
}

/// What becomes of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is answered.
    Enter,
    /// It has the token in its address: it is sent on with a cookie, so that the token stays in no address.
    Welcome,
    /// It is not answered.
    Refused(AccessRefusal),
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AccessRefusal {
    /// It is addressed to another name.
    Host,
    /// Another page sent it.
    Origin,
    /// It neither has the token nor the cookie.
    Token,
    /// It is neither asked for a page nor sends a form.
    Method,
}

impl Access {
    /// The names this server has: browsers leave out the port all pages have by themselves.
    fn hosts(&self) -> impl Iterator<Item = String> {
        let port = if self.port == USUAL_PORT { String::new() } else { format!(":{}", self.port) };
        ["127.0.0.1", "localhost"].into_iter().map(move |name| format!("{name}{port}"))
    }

    /// The address with the token, to be opened by whoever started the program.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?{KEY}={}", self.port, self.token.secret())
    }

    /// An address that lets a browser in once.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub(super) fn opening_address(&self) -> io::Result<String> {
        let key = self.opening.cut()?;
        Ok(format!("http://127.0.0.1:{}/?{OPENING}={}", self.port, key.secret()))
    }

    /// The cookie's name: cookies are one machine's, whatever the port.
    fn cookie_name(&self) -> String {
        format!("baocao_{}", self.port)
    }

    /// The cookie by which a browser is known again: not for scripts, and not sent along by foreign pages.
    pub(super) fn cookie(&self) -> String {
        let (name, secret) = (self.cookie_name(), self.token.secret());
        format!("{name}={secret}; Path=/; HttpOnly; SameSite=Strict")
    }

    /// What becomes of a request.
    pub(super) fn admit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Admission {
        let Some(host) = self.host(uri, headers) else {
            return Admission::Refused(AccessRefusal::Host);
        };
        if !is_own(method, headers, &host) {
            return Admission::Refused(AccessRefusal::Origin);
        }
        if ![Method::GET, Method::HEAD, Method::POST].contains(method) {
            return Admission::Refused(AccessRefusal::Method);
        }
        let typed = pairs(uri.query().unwrap_or_default()).unwrap_or_default();
        let mut named = typed.iter();
        let knows = named.any(|(key, value)| {
            key == KEY && self.token.is(value) || key == OPENING && self.opening.opens(value)
        });
        if knows && method != Method::POST {
            return Admission::Welcome;
        }
        if self.has_cookie(headers) {
            Admission::Enter
        } else {
            Admission::Refused(AccessRefusal::Token)
        }
    }

    /// The name a request is addressed to, if it has one, and it is ours.
    fn host(&self, uri: &Uri, headers: &HeaderMap) -> Option<String> {
        let mut named = headers.get_all(HOST).iter();
        let host = named.next()?.to_str().ok()?.to_ascii_lowercase();
        let alone = named.next().is_none() && uri.authority().is_none();
        (alone && self.hosts().any(|own| own == host)).then_some(host)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let sent = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut cookies = sent.flat_map(|all| all.split(';')).filter_map(|one| one.split_once('='));
        cookies.any(|(key, value)| key.trim() == name && self.token.is(value.trim()))
    }
}

/// Whether a page of ours sent a request, or nobody's: what changes something must come from ours.
fn is_own(method: &Method, headers: &HeaderMap, host: &str) -> bool {
    let own = format!("http://{host}");
    let mut origins = headers.get_all(ORIGIN).iter();
    let known = match (origins.next(), origins.next()) {
        (None, _) => method != Method::POST,
        (Some(one), None) => one.as_bytes() == own.as_bytes(),
        (Some(_), Some(_)) => false,
    };
    let sent_by = |value: &str| matches!(value, "same-origin" | "none");
    known && headers.get_all(SENT_BY).iter().all(|value| value.to_str().is_ok_and(sent_by))
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    #[test]
    fn the_port_browsers_leave_out_is_none_of_the_name() {
        let admitted = |port: u16, host: &'static str| {
            let access = Access {
                port,
                token: AccessToken::random().expect("random"),
                opening: OpeningKey::none(),
            };
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static(host));
            headers.insert(COOKIE, HeaderValue::from_str(&access.cookie()).expect("a header"));
            access.admit(&Method::GET, &Uri::from_static("/"), &headers)
        };
        assert_eq!(admitted(80, "127.0.0.1"), Admission::Enter);
        assert_eq!(admitted(80, "xau.example"), Admission::Refused(AccessRefusal::Host));
        assert_eq!(admitted(8080, "localhost:8080"), Admission::Enter);
        assert_eq!(admitted(8080, "localhost"), Admission::Refused(AccessRefusal::Host));
    }
}
