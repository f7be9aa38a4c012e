//! `calendar.txt` and `calendar_dates.txt`: the days on which trips run.

use super::Reader;
use super::places::Seen;
use super::sheet::Row;
use crate::error::ReadError;
use crate::gtfs::days::Days;
use crate::gtfs::repair::{BAD_DATE, BAD_EXCEPTION, BAD_WEEKDAY, END_FIRST, LONG_CALENDAR, NO_ID, TWICE};
use crate::gtfs::timetable::{Calendar, CalendarIx};
use keruen_model::Date;
use std::collections::{BTreeSet, HashMap};

/// Days a calendar may span: a hundred years.
const SPAN: i32 = 36_524;

#[derive(Default)]
struct Given {
    /// Calendars by id, in the order in which they are first named.
    ids: HashMap<String, usize>,
    days: Vec<(String, BTreeSet<Date>)>,
}

impl Given {
    fn of(&mut self, id: &str) -> &mut BTreeSet<Date> {
        let at = match self.ids.get(id) {
            Some(&at) => at,
            None => {
                self.ids.insert(id.to_string(), self.days.len());
                self.days.push((id.to_string(), BTreeSet::new()));
                self.days.len() - 1
            }
        };
        &mut self.days[at].1
    }
}

impl Reader<'_> {
    pub fn calendars(&mut self) -> Result<HashMap<String, CalendarIx>, ReadError> {
        let mut given = Given::default();
        self.weeks(&mut given)?;
        self.exceptions(&mut given)?;
        let ids = given.ids.into_iter().map(|(id, at)| (id, CalendarIx(at as u32))).collect();
        self.out.calendars = given.days.into_iter().map(|(id, days)| Calendar { id, days: Days::of(days) }).collect();
        Ok(ids)
    }

    fn weeks(&mut self, given: &mut Given) -> Result<(), ReadError> {
        const NAMES: &[&str] = &[
            "service_id",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "start_date",
            "end_date",
        ];
        let mut seen = Seen::default();
        self.rows("calendar.txt", NAMES, |row, _| {
            let Some(id) = named(row, 0) else { return };
            if !seen.first(&id) {
                return row.mend(0, TWICE);
            }
            let mut weekdays = [false; 7];
            for (day, on) in weekdays.iter_mut().enumerate() {
                *on = row.code(1 + day, 0, BAD_WEEKDAY, |v: u8| v <= 1) == 1;
            }
            let (Some(from), Some(mut to)) = (date(row, 8), date(row, 9)) else { return };
            if to < from {
                return row.mend(9, END_FIRST);
            }
            if from.days_until(to) > SPAN {
                row.mend(9, LONG_CALENDAR);
                to = from.plus_days(SPAN);
            }
            given.of(&id).extend(Days::weekly(weekdays, from, to).iter());
        })
    }

    fn exceptions(&mut self, given: &mut Given) -> Result<(), ReadError> {
        const NAMES: &[&str] = &["service_id", "date", "exception_type"];
        self.rows("calendar_dates.txt", NAMES, |row, _| {
            let Some(id) = named(row, 0) else { return };
            let Some(day) = date(row, 1) else { return };
            match row.text(2) {
                "1" => drop(given.of(&id).insert(day)),
                "2" => drop(given.of(&id).remove(&day)),
                _ => row.mend(2, BAD_EXCEPTION),
            }
        })
    }
}

/// The id of a row; without one the row is left out.
pub(super) fn named(row: &mut Row<'_, '_>, column: usize) -> Option<String> {
    let id = row.text(column).to_string();
    if id.is_empty() {
        row.mend(column, NO_ID);
        return None;
    }
    Some(id)
}

fn date(row: &mut Row<'_, '_>, column: usize) -> Option<Date> {
    let text = row.text(column);
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let found = digits.then(|| Date::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))).flatten();
    if found.is_none() {
        row.mend(column, BAD_DATE);
    }
    found
}
