//! A form with files, as browsers send it in parts: read within bounds. Not for a form without ([`super::asked`]) and not for where the
//! files go ([`super::actions::uploads`]).

use http_body_util::{BodyDataStream, LengthLimitError, Limited};
use hyper::StatusCode;
use hyper::body::Incoming;
use multer::{Constraints, Error, Multipart, SizeLimit, parse_boundary};

use super::asked::{Asked, Pairs, SentFile};

/// The largest of all files together: forms of every unit are a fourth of it.
pub(super) const LARGEST: u64 = 64 * 1024 * 1024;
/// More files or fields no form of ours sends.
const MOST_PARTS: usize = 512;
/// The longest text of a field.
const LONGEST_FIELD: u64 = 64 * 1024;

/// What a form with files sends, besides what was asked.
///
/// # Errors
/// It is no such form, larger than it may be, or does not end.
pub(super) async fn read(asked: Asked, media: &str, body: Incoming) -> Result<Asked, StatusCode> {
    let boundary = parse_boundary(media).map_err(|_| StatusCode::BAD_REQUEST)?;
    let most = usize::try_from(LARGEST).unwrap_or(usize::MAX);
    let stream = BodyDataStream::new(Limited::new(body, most));
    let bounds = Constraints::new().size_limit(SizeLimit::new().whole_stream(LARGEST));
    let mut parts = Multipart::with_constraints(stream, boundary, bounds);
    let (mut form, mut files) = (Pairs::new(), Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|error| status(&error))? {
        if form.len() + files.len() == MOST_PARTS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let (key, name) = (part.name().map(str::to_owned), part.file_name().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|error| status(&error))?;
        match name {
            // A field for files that was left empty comes as a file without a name.
            Some(name) if name.is_empty() && bytes.is_empty() => {}
            Some(name) => files.push(SentFile { name, bytes }),
            None if bytes.len() as u64 > LONGEST_FIELD => {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            None => {
                let text = std::str::from_utf8(&bytes).ok().filter(|text| !text.contains('\0'));
                let text = text.ok_or(StatusCode::BAD_REQUEST)?;
                form.push((key.unwrap_or_default(), text.to_owned()));
            }
        }
    }
    Ok(Asked { form: Some(form), files, ..asked })
}

fn status(error: &Error) -> StatusCode {
    let large = match error {
        Error::StreamSizeExceeded { .. } | Error::FieldSizeExceeded { .. } => true,
        Error::StreamReadFailed(error) => error.is::<LengthLimitError>(),
        _ => false,
    };
    if large { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST }
}
