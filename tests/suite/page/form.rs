//! The form of a return as a browser has it: its fields, what is typed into them, sending it. Not for what is promised.

use super::browser::{Answer, Page};

/// What a browser would send of a form: every field with what stands in it.
pub(super) fn fields(page: &str) -> Vec<(String, String)> {
    let unescaped = |text: &str| {
        text.replace("&#x27;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    let between = |text: &str, from: &str, to: &str| -> Option<String> {
        let (_, rest) = text.split_once(from)?;
        Some(unescaped(rest.split_once(to)?.0))
    };
    let form = page.split("class=\"nhap\">").nth(1).expect("a form");
    let form = form.split("</form>").next().expect("its end");
    let mut all = Vec::new();
    for part in form.split('<').skip(1) {
        let name = between(part, "name=\"", "\"");
        if part.contains("type=\"checkbox\"") && !part.contains(" checked") {
            // A browser sends nothing of it.
            all.extend(name.map(|name| (name, String::new())));
        } else if part.starts_with("input") {
            all.extend(
                name.map(|name| (name, between(part, "value=\"", "\"").unwrap_or_default())),
            );
        } else if part.starts_with("textarea") {
            let text = unescaped(part.split_once('>').expect("a text").1);
            let text = text.strip_prefix('\n').unwrap_or(&text).replace('\n', "\r\n");
            all.extend(name.map(|name| (name, text)));
        } else if part.starts_with("select") {
            all.extend(name.map(|name| (name, String::new())));
        } else if part.starts_with("option") && part.contains(" selected") {
            let last = all.last_mut().expect("a choice");
            last.1 = between(part, "value=\"", "\"").unwrap_or_default();
        }
    }
    all
}

/// The form with some fields filled in.
pub(super) fn with(
    mut all: Vec<(String, String)>,
    typed: &[(&str, &str)],
) -> Vec<(String, String)> {
    for (name, value) in typed {
        let field = all.iter_mut().find(|(own, _)| own == name);
        (*value).clone_into(&mut field.unwrap_or_else(|| panic!("no field {name}")).1);
    }
    all
}

pub(super) fn post(page: &Page, address: &str, form: &[(String, String)]) -> Answer {
    let form: Vec<(&str, &str)> =
        form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    page.post(address, &form)
}

pub(super) fn value<'f>(form: &'f [(String, String)], name: &str) -> &'f str {
    &form.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no field {name}")).1
}
