//! Which column of a time/cost-distance sheet holds what: told by the words of its head, in one row or in two.

use super::read::text;
use calamine::Data;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Place,
    Mode,
    Km,
    Hours,
    Cost,
}

/// What a column of figures is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A figure of the row.
    Own,
    /// What the sheet adds up itself.
    Sum,
}

/// Which figure of several about the same thing; the order is that of `ends`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stat {
    Mean,
    Low,
    High,
}

/// A column that is understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub holds: Holds,
    pub role: Role,
    pub stat: Stat,
    /// To hours, for days and minutes.
    pub factor: f64,
    /// The head without its word of a statistic: columns that share it tell of the same thing.
    about: String,
}

impl Column {
    /// In words.
    pub fn told(&self) -> String {
        let holds = format!("{:?}", self.holds).to_lowercase();
        let stat = match (self.role, self.stat) {
            (Role::Sum, _) => ", a sum",
            (_, Stat::Mean) => "",
            (_, Stat::Low) => ", least",
            (_, Stat::High) => ", most",
        };
        format!("{holds}{stat}")
    }
}

/// The heads of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heads {
    /// Row in which they begin.
    pub row: usize,
    /// First row below them.
    pub first: usize,
    pub columns: Vec<Option<Column>>,
    /// Figures of a row: each with its columns, of one or of three statistics.
    pub groups: Vec<(Holds, Vec<(usize, Stat)>)>,
}

/// Words of heads, the surest first.
const WORDS: [(Holds, &[&str]); 5] = [
    (Holds::Km, &["distance", "km"]),
    (Holds::Hours, &["time", "hour", "duration", "waiting", "delay"]),
    (Holds::Cost, &["cost", "usd", "us$", "charge", "fee", "tariff", "expense"]),
    (Holds::Mode, &["mode", "transport"]),
    (
        Holds::Place,
        &["place", "location", "point", "origin", "destination", "from", "leg", "section", "node", "activity", "stop", "station"],
    ),
];

/// Heads of what is no figure of a way: rates, clocks, shares.
const OTHER: [&str; 14] =
    ["speed", "km/h", "kph", "/km", "per km", "/t", "per t", "departure", "arrival", "date", "start", "share", "%", "remark"];

/// The first row, or two rows, of heads with distance, time and cost.
pub(super) fn find(rows: &[&[Data]]) -> Option<Heads> {
    (0..rows.len()).find_map(|at| {
        let two = rows.get(at + 1).filter(|below| are_under(rows[at], below));
        let below = two.copied().unwrap_or_default();
        let columns = columns(&joined(rows[at], below));
        let groups = groups(&columns);
        let whole = [Holds::Km, Holds::Hours, Holds::Cost].iter().all(|h| groups.iter().any(|g| g.0 == *h));
        whole.then(|| Heads { row: at, first: at + 1 + usize::from(two.is_some()), columns, groups })
    })
}

/// Whether a row holds heads under groups: words alone, the first of them under the second column or later.
fn are_under(groups: &[Data], row: &[Data]) -> bool {
    let told: Vec<(usize, String)> = row.iter().map(text).enumerate().filter(|c| !c.1.trim().is_empty()).collect();
    let words = told.iter().all(|c| c.1.chars().any(char::is_alphabetic) && c.1.trim().parse::<f64>().is_err());
    let under = told.first().is_some_and(|c| c.0 > 0) && groups.first().is_some_and(|g| !text(g).trim().is_empty());
    words && under && told.len() > 1
}

/// The words of each column; a group stands above all columns up to the next one that has heads of their own below.
fn joined(above: &[Data], below: &[Data]) -> Vec<String> {
    let mut group = String::new();
    let of = |row: &[Data], k: usize| row.get(k).map(text).unwrap_or_default().trim().to_lowercase();
    let one = |k: usize| {
        let (own, under) = (of(above, k), of(below, k));
        if !own.is_empty() {
            group.clone_from(&own);
        }
        if under.is_empty() { own } else { format!("{group} {under}") }
    };
    (0..above.len().max(below.len())).map(one).collect()
}

/// What each column holds. A column of sums counts as a figure where there is no other of its kind.
fn columns(heads: &[String]) -> Vec<Option<Column>> {
    let mut out: Vec<Option<Column>> = heads.iter().map(|h| column(h)).collect();
    for of in [Holds::Km, Holds::Hours, Holds::Cost] {
        let own = out.iter().flatten().any(|c| c.holds == of && c.role == Role::Own);
        let total = |c: &&mut Column| c.holds == of && c.role == Role::Sum && !is_running(&c.about);
        if !own {
            out.iter_mut().flatten().filter(total).for_each(|c| c.role = Role::Own);
        }
    }
    out
}

fn is_running(head: &str) -> bool {
    ["cumul", "accumul", "running"].iter().any(|w| head.contains(w))
}

fn column(head: &str) -> Option<Column> {
    let words: Vec<&str> = head.split(|c: char| !c.is_alphanumeric() && c != '$').collect();
    let is_to = head == "to";
    let holds = WORDS.iter().find(|(_, w)| w.iter().any(|w| head.contains(w))).map(|w| w.0);
    let holds = holds.or(is_to.then_some(Holds::Place))?;
    if !matches!(holds, Holds::Place | Holds::Mode) && OTHER.iter().any(|w| head.contains(w)) {
        return None;
    }
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    let stat = if has(&["min", "minimum", "low", "lowest", "least"]) {
        Stat::Low
    } else if has(&["max", "maximum", "high", "highest", "most"]) && !head.contains("most likely") {
        Stat::High
    } else {
        Stat::Mean
    };
    let summed = is_running(head) || head.contains("total");
    let factor = match holds {
        Holds::Hours if has(&["day", "days"]) => 24.0,
        Holds::Hours if has(&["minute", "minutes", "mins"]) => 1.0 / 60.0,
        _ => 1.0,
    };
    let statistic = ["min", "minimum", "low", "lowest", "least", "max", "maximum", "high", "highest", "most"];
    let mean = ["avg", "average", "mean", "likely", "ave"];
    let about = words.iter().filter(|w| !w.is_empty() && !statistic.contains(w) && !mean.contains(w)).copied();
    let about = about.collect::<Vec<_>>().join(" ");
    Some(Column { holds, role: if summed { Role::Sum } else { Role::Own }, stat, factor, about })
}

/// Columns about the same thing together where they hold different statistics of it; each other column for itself.
fn groups(columns: &[Option<Column>]) -> Vec<(Holds, Vec<(usize, Stat)>)> {
    /// What columns are about, and which.
    type Group<'a> = (Holds, &'a str, Vec<(usize, Stat)>);
    let mut out: Vec<Group<'_>> = Vec::new();
    let figures = columns.iter().enumerate().filter_map(|(k, c)| Some((k, c.as_ref()?)));
    for (k, c) in figures.filter(|(_, c)| c.role == Role::Own && !matches!(c.holds, Holds::Place | Holds::Mode)) {
        let same = |g: &&mut Group<'_>| g.0 == c.holds && g.1 == c.about && g.2.iter().all(|x| x.1 != c.stat);
        match out.iter_mut().find(same) {
            Some(g) => g.2.push((k, c.stat)),
            None => out.push((c.holds, &c.about, vec![(k, c.stat)])),
        }
    }
    out.into_iter().map(|(h, _, columns)| (h, columns)).collect()
}
