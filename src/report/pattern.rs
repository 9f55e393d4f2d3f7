//! Patterns in the plan and in manifests, such as `Đảng ủy {loai} {ten}`. Not for sentences, which are templates.

/// Replaces `{key}` by its value; an unknown key stays as typed. Values are not searched again.
#[must_use]
pub(crate) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let key = rest.find('}').map(|close| &rest[1..close]);
        if let Some((name, value)) =
            key.and_then(|key| values.iter().find(|(name, _)| *name == key))
        {
            out.push_str(value);
            rest = &rest[name.len() + 2..];
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use crate::report::pattern::fill;

    #[test]
    fn values_are_put_in_once() {
        assert_eq!(
            fill("Đảng ủy {loai} {ten}", &[("loai", "xã"), ("ten", "{loai}")]),
            "Đảng ủy xã {loai}"
        );
        assert_eq!(fill("{a} {", &[("b", "x")]), "{a} {");
    }
}
