//! Listens on this machine alone and answers, until it is told to stop. Not for who is let in ([`super::access`]) and not for what is
//! answered ([`super::routes`]).

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};

use super::access::{Access, Admission};
use super::actions::receiving::unread;
use super::actions::routes::takes_files;
use super::asked::{Asked, pairs};
use super::connections::{Connections, Mark};
use super::multipart;
use super::reply::Reply;
use super::routes;
use super::site::Site;
use super::token::{AccessToken, OpeningKey};
use crate::pipeline::Cancel;

/// Until when a request's head must have come in.
const HEAD: Duration = Duration::from_secs(5);
/// Until when its body must have.
const BODY: Duration = Duration::from_secs(20);
/// Until when it must be answered, and the answer read.
const WHOLE: Duration = Duration::from_mins(5);
/// The longest head: addresses of ours are short.
const LARGEST_HEAD: usize = 16 * 1024;
/// More headers no browser sends.
const MOST_HEADERS: usize = 64;
/// The longest body: a return has a few thousand characters, which `%` marks make nine times as long.
const LARGEST_BODY: usize = 2 * 1024 * 1024;
/// Until when files must have.
const FILES: Duration = Duration::from_mins(2);
/// How often it is asked whether to stop.
const POLL_INTERVAL: Duration = Duration::from_millis(100);
/// So many pages are made at once; others wait.
const AT_ONCE: usize = 2;
/// Typst recurses deeply on nested content.
const STACK: usize = 16 * 1024 * 1024;
/// A file under way is still written when the program ends.
const LAST_WORK: Duration = Duration::from_secs(30);

/// A server that listens and does not answer yet.
pub(crate) struct Server {
    listener: TcpListener,
    access: Access,
    site: Site,
}

/// What all connections share.
struct Shared {
    access: Access,
    site: Site,
    turns: Arc<Semaphore>,
}

impl Server {
    /// Listens on this machine, where no other machine reaches; a port of 0 is any that is free.
    ///
    /// # Errors
    /// The port is taken, or the system gives no random bytes.
    pub(crate) fn listen(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok(Self {
            listener,
            access: Access { port, token: AccessToken::random()?, opening: OpeningKey::none() },
            site,
        })
    }

    /// The address that lets a browser in.
    pub(crate) fn address(&self) -> String {
        self.access.address()
    }

    /// An address that lets a browser in once, for who lists what programs were started with.
    ///
    /// # Errors
    /// The system gives no random bytes.
    pub(crate) fn opening_address(&self) -> io::Result<String> {
        self.access.opening_address()
    }

    /// Answers until `cancel` says to stop.
    ///
    /// # Errors
    /// The system does not let it begin.
    pub(crate) fn serve(self, cancel: &Cancel) -> io::Result<()> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .thread_stack_size(STACK)
            // A turn may be given back a moment before its thread is free: no other is begun for that.
            .max_blocking_threads(AT_ONCE)
            .build()?;
        let (access, site) = (self.access, self.site);
        let shared = Arc::new(Shared { access, site, turns: Arc::new(Semaphore::new(AT_ONCE)) });
        let own = Arc::clone(&shared);
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let mut connections = Connections::default();
            while !cancel.is_cancelled() {
                match timeout(POLL_INTERVAL, listener.accept()).await {
                    Ok(Ok((stream, _))) if connections.make_room() => {
                        let mark = Mark::default();
                        let task = converse(stream, Arc::clone(&shared), mark.clone());
                        connections.add(tokio::spawn(task), mark);
                    }
                    // The system has no more of what a connection takes: some are closed soon.
                    Ok(Err(_)) => sleep(POLL_INTERVAL).await,
                    Ok(Ok(_)) | Err(_) => {}
                }
            }
            Ok::<_, io::Error>(())
        })?;
        own.site.actions.jobs.end(LAST_WORK);
        runtime.shutdown_timeout(LAST_WORK);
        Ok(())
    }
}

/// One request and its answer.
async fn converse(stream: TcpStream, shared: Arc<Shared>, mark: Mark) {
    let service = service_fn(move |request| {
        mark.set();
        respond(Arc::clone(&shared), request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_HEADERS)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    // Who hangs up, is late or speaks no HTTP is not answered.
    _ = timeout(WHOLE, connection).await;
}

/// What is sent back for a request.
async fn respond(
    shared: Arc<Shared>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let admission = shared.access.admit(request.method(), request.uri(), request.headers());
    let reply = match admission {
        Admission::Enter => answer(shared, request).await,
        Admission::Welcome => welcome(request.uri().path()).cookie(shared.access.cookie()),
        Admission::Refused(refusal) => shared.site.refused(refusal),
    };
    Ok(reply.response())
}

/// Sends on to the same page; an address that begins with `//` would name another server.
fn welcome(path: &str) -> Reply {
    Reply::see(&format!("/{}", path.trim_start_matches('/')))
}

/// The answer to a request that was let in.
async fn answer(shared: Arc<Shared>, request: Request<Incoming>) -> Reply {
    let read = read(request).await;
    let asked = match read {
        Ok(asked) => asked,
        Err(unread) => return unread.reply(&shared.site),
    };
    let Ok(turn) = Arc::clone(&shared.turns).acquire_owned().await else {
        return shared.site.unread(StatusCode::SERVICE_UNAVAILABLE);
    };
    let own = Arc::clone(&shared);
    let made = spawn_blocking(move || {
        // Who hangs up does not end what is being made: the turn is over when that is.
        let _turn = turn;
        routes::answer(&own.site, &asked)
    });
    let made = made.await;
    // What panicked is a fault of ours; the next page is made all the same.
    made.unwrap_or_else(|_| shared.site.unread(StatusCode::INTERNAL_SERVER_ERROR))
}

/// What was sent could not be read.
enum Unread {
    /// An address or a form.
    Form(StatusCode),
    /// Files.
    Files(StatusCode),
}

impl From<StatusCode> for Unread {
    fn from(status: StatusCode) -> Self {
        Self::Form(status)
    }
}

impl Unread {
    /// The page that says so.
    fn reply(self, site: &Site) -> Reply {
        match self {
            Self::Form(status) => site.unread(status),
            Self::Files(status) => unread(site, status),
        }
    }
}

/// What is asked, with what a form sends.
async fn read(request: Request<Incoming>) -> Result<Asked, Unread> {
    let uri = request.uri();
    let asked = Asked::of(uri.path(), uri.query().unwrap_or_default());
    let asked = asked.ok_or(StatusCode::BAD_REQUEST)?;
    if request.method() != Method::POST {
        return Ok(asked);
    }
    let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media = media.unwrap_or_default().to_owned();
    let kind = media.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("multipart/form-data") && takes_files(&asked.path) {
        return read_files(request, asked, &media).await.map_err(Unread::Files);
    }
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into());
    }
    if request.body().size_hint().lower() > LARGEST_BODY as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE.into());
    }
    let body = timeout(BODY, Limited::new(request.into_body(), LARGEST_BODY).collect()).await;
    let body = body.map_err(|_| StatusCode::REQUEST_TIMEOUT)?;
    let body = body.map_err(|error| {
        let long = error.is::<LengthLimitError>();
        if long { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST }
    })?;
    let bytes = body.to_bytes();
    let text = std::str::from_utf8(&bytes).map_err(|_| StatusCode::BAD_REQUEST)?;
    let form = pairs(text).ok_or(StatusCode::BAD_REQUEST)?;
    Ok(Asked { form: Some(form), ..asked })
}

/// What is asked, with the files a form sends.
async fn read_files(
    request: Request<Incoming>,
    asked: Asked,
    media: &str,
) -> Result<Asked, StatusCode> {
    if request.body().size_hint().lower() > multipart::LARGEST {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let read = timeout(FILES, multipart::read(asked, media, request.into_body())).await;
    read.map_err(|_| StatusCode::REQUEST_TIMEOUT)?
}
