//! What the environment says of where the program was started. Not for reading the environment, which the program does.

/// Where the program was started.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// Whether `NO_COLOR` is set.
    pub colorless: bool,
    /// Whether it was started from a desktop, as far as its environment tells.
    pub desktop: bool,
}

impl Surroundings {
    /// As the variables of the environment tell, which `value` has by their names.
    #[must_use]
    pub fn of(value: impl Fn(&str) -> Option<String>) -> Self {
        let colorless = value("NO_COLOR").is_some();
        let desktop = if cfg!(windows) { !is_typed(value) } else { has_display(value) };
        Self { colorless, desktop }
    }
}

/// Whether a command window of Windows was typed in: one has a prompt, another a session, and PowerShell looks for modules in
/// the folder of its user too, which nothing started from the desktop does.
fn is_typed(value: impl Fn(&str) -> Option<String>) -> bool {
    let modules = value("PSModulePath").unwrap_or_default();
    let of_user = value("USERPROFILE").is_some_and(|home| modules.contains(&home));
    of_user || ["PROMPT", "WT_SESSION"].into_iter().any(|name| value(name).is_some())
}

fn has_display(value: impl Fn(&str) -> Option<String>) -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(|name| value(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(set: &[(&str, &str)]) -> bool {
        let own = |name: &str| set.iter().find(|(own, _)| *own == name).map(|(_, value)| value);
        is_typed(|name| own(name).map(|value| (*value).to_owned()))
    }

    #[test]
    fn a_click_is_told_from_what_is_typed_in_any_window_of_windows() {
        let home = ("USERPROFILE", r"C:\Users\Lan");
        let machine = ("PSModulePath", r"C:\Windows\system32\WindowsPowerShell\v1.0\Modules");
        assert!(!typed(&[home, machine]));
        assert!(typed(&[home, machine, ("PROMPT", "$P$G")]));
        assert!(typed(&[home, machine, ("WT_SESSION", "0")]));
        let own = r"C:\Users\Lan\Documents\PowerShell\Modules;C:\Program Files\PowerShell\Modules";
        assert!(typed(&[home, ("PSModulePath", own)]));
    }
}
