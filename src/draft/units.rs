//! The paragraphs of texts in what came back: whose the new words are, and how each paragraph is typed, with its references. Not
//! for new paragraphs by themselves ([`super::owners`]).

use super::held::{HeldToken, Label};
use super::printed::{Origin, PartPlace, PlaceNumber, Printed, PrintedToken, is_mark};
use super::tokens::Gap;
use crate::model::text::Line;

/// A paragraph of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The text.
    pub(crate) place: PlaceNumber,
    /// The parts its words come from.
    pub(crate) parts: Vec<PartPlace>,
    /// How it is typed.
    pub(crate) source: String,
    /// Whether it is an item of a list.
    pub(crate) item: bool,
    /// Whether braces were typed into it.
    pub(crate) braces: bool,
}

/// What a paragraph that came back holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Parted {
    /// Paragraphs of texts in it.
    pub(crate) units: Vec<Unit>,
    /// Whether there are new words among computed ones.
    pub(crate) foreign: bool,
    /// Two texts between which new words stand.
    pub(crate) between: Option<(PlaceNumber, PlaceNumber)>,
}

/// Takes a paragraph with words that were there apart.
#[must_use]
pub(crate) fn parted(printed: &Printed<'_>, tokens: &[HeldToken], listed: bool) -> Parted {
    let mut parted = Parted::default();
    let owners = owners(printed, tokens, &mut parted);
    let marked = begins_with_mark(tokens, &owners);
    let mut open: Option<Building> = None;
    for (at, token) in tokens.iter().enumerate() {
        let skipped = token.label == Label::Dash || marked && at == 0;
        let Some(place) = owners[at].filter(|_| !skipped) else { continue };
        let part = token.label.part();
        let goes_on = open.as_ref().is_some_and(|one| one.place == place && one.takes(part));
        if !goes_on {
            parted.units.extend(open.take().into_iter().flat_map(Building::units));
            let first = parted.units.is_empty();
            let dash = tokens.iter().take(at).any(|one| one.label == Label::Dash);
            let item = first && (dash || marked || listed) || hidden_dash(printed, part);
            open = Some(Building::new(place, item));
        }
        if let Some(open) = &mut open {
            open.add(printed, token);
        }
    }
    parted.units.extend(open.into_iter().flat_map(Building::units));
    parted
}

/// The unit a whole new paragraph is, in a text.
#[must_use]
pub(crate) fn whole(
    printed: &Printed<'_>,
    tokens: &[HeldToken],
    listed: bool,
    place: PlaceNumber,
) -> Vec<Unit> {
    let owners = vec![Some(place); tokens.len()];
    let marked = begins_with_mark(tokens, &owners);
    let skipped = usize::from(marked);
    let mut open = Building::new(place, listed || marked);
    tokens[skipped..].iter().for_each(|token| open.add(printed, token));
    open.units()
}

/// How a part of the draft is typed, put together as a paragraph that came back is.
#[must_use]
pub(crate) fn as_before(printed: &Printed<'_>, part: PartPlace) -> String {
    let all = printed.paragraphs[part.0].iter().filter(|one| one.origin.part() == Some(part));
    let mut open = Building::new(0, false);
    let mut last = None;
    for one in all {
        let value = match one.origin {
            Origin::Value(part, piece) => Some((part, piece)),
            _ => None,
        };
        let first = value.is_none() || value != last;
        let of_value = value.map(|value| Label::Value(value, usize::from(!first)));
        let label = of_value.unwrap_or(Label::Typed(part));
        last = value;
        open.add(printed, &HeldToken { token: one.token.clone(), label, control: None });
    }
    Line::new(&open.source).as_str().to_owned()
}

/// The text each token is of; none for what is computed.
fn owners(
    printed: &Printed<'_>,
    tokens: &[HeldToken],
    parted: &mut Parted,
) -> Vec<Option<PlaceNumber>> {
    let known = |token: &HeldToken| token.label.part().and_then(|part| printed.place_of(part));
    let mut owners: Vec<Option<PlaceNumber>> = tokens.iter().map(known).collect();
    let mut at = 0;
    while at < tokens.len() {
        let length = tokens[at..].iter().take_while(|token| token.label == Label::New).count();
        let run = at..at + length;
        at += length.max(1);
        if run.is_empty() {
            continue;
        }
        let beside = |at: Option<usize>| at.and_then(|at| owners.get(at).copied().flatten());
        let neighbours = (beside(run.start.checked_sub(1)), beside(Some(run.end)));
        let between = match neighbours {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        };
        for one in run {
            let control = tokens[one].control.and_then(|part| printed.place_of(part));
            owners[one] = control.or(between);
            match (owners[one], neighbours) {
                (None, (Some(one), Some(other))) => parted.between = Some((one, other)),
                (None, _) => parted.foreign = true,
                _ => {}
            }
        }
    }
    owners
}

/// Whether the paragraph begins with the mark of an item that somebody typed.
fn begins_with_mark(tokens: &[HeldToken], owners: &[Option<PlaceNumber>]) -> bool {
    let [first, second, ..] = tokens else { return false };
    let own = first.label == Label::New && owners[0].is_some();
    own && is_mark(&first.token.word) && second.token.gap != Gap::None
}

/// Whether a part is an item whose dash is not among the words of the page.
fn hidden_dash(printed: &Printed<'_>, part: Option<PartPlace>) -> bool {
    let Some(part) = part else { return false };
    let dash = |one: &PrintedToken| one.origin == Origin::Dash;
    let is_item = printed.written(part).is_some_and(|written| written.gach);
    is_item && !printed.paragraphs[part.0].iter().any(dash)
}

struct Building {
    place: PlaceNumber,
    parts: Vec<PartPlace>,
    source: String,
    item: bool,
    braces: bool,
}

impl Building {
    fn new(place: PlaceNumber, item: bool) -> Self {
        Self { place, parts: Vec::new(), source: String::new(), item, braces: false }
    }

    /// Whether words of a part go on here: those of another paragraph do, they were joined; those of another part of the same do
    /// not.
    fn takes(&self, part: Option<PartPlace>) -> bool {
        let Some(part) = part else { return true };
        self.parts.last().is_none_or(|last| *last == part || last.0 != part.0)
    }

    fn add(&mut self, printed: &Printed<'_>, token: &HeldToken) {
        if let Some(part) = token.label.part().filter(|part| !self.parts.contains(part)) {
            self.parts.push(part);
        }
        let gap = match token.token.gap {
            Gap::None => "",
            Gap::Break => "\n",
            Gap::Space if token.token.space.is_empty() => " ",
            Gap::Space => &token.token.space,
        };
        match token.label {
            Label::Value(_, number) if number > 0 => {}
            Label::Value((part, piece), _) => {
                self.source.push_str(gap);
                self.source.push_str(printed.value(part, piece).map_or("", |(_, typed)| typed));
            }
            _ => {
                let brace = matches!(token.token.word.as_str(), "{" | "}");
                self.braces |= brace && token.label == Label::New;
                self.source.push_str(gap);
                self.source.push_str(&token.token.word);
            }
        }
    }

    /// The paragraphs it is: a line break typed in Word begins another.
    fn units(self) -> Vec<Unit> {
        let lines: Vec<String> =
            self.source.split('\n').map(|line| Line::new(line).as_str().to_owned()).collect();
        let lines = lines.into_iter().filter(|line| !line.is_empty()).enumerate();
        let (place, item) = (self.place, self.item);
        let own =
            |line: &str| self.braces && ["{{", "}}", "{%"].iter().any(|sign| line.contains(sign));
        lines
            .map(|(number, source)| {
                let parts = if number == 0 { self.parts.clone() } else { Vec::new() };
                Unit { place, parts, braces: own(&source), source, item }
            })
            .collect()
    }
}
