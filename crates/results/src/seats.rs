//! Seats: flights of a way, price with and without subsidy, and the way back.

use crate::figure::Range;
use crate::route::RouteAnswer;
use serde::Serialize;
use utoipa::ToSchema;

/// Terms of seats on a way.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Seats {
    /// Rides in order.
    pub flights: Vec<Flight>,
    /// Departures a week of the rarest ride; `None` where one has no timetable and no headway.
    pub departures_per_week: Option<f64>,
    /// What a seat costs before subsidies.
    pub fare: f64,
    /// What subsidies pay, not below zero.
    pub subsidy: f64,
    /// What is left to the traveller: fare less subsidy.
    pub price: f64,
}

/// One ride.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Flight {
    /// Leg of the way, counted from 0.
    pub leg: usize,
    /// Service.
    pub service: String,
    /// Name.
    pub name: String,
    /// Who flies.
    pub operator: String,
    /// Departures a week in one direction.
    pub departures_per_week: Option<f64>,
    /// Traffic rights and other papers that a rule asks for.
    pub rights: Vec<String>,
}

/// The way back, and both ways together.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Return {
    /// Day of the way back.
    pub day: String,
    /// The way back, asked on that day.
    pub answer: RouteAnswer,
    /// There and back, for each label that both have.
    pub totals: Vec<ReturnTotal>,
}

/// There and back by ways of one label.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ReturnTotal {
    /// Label.
    pub label: String,
    /// Money, both ways.
    pub cost: f64,
    /// Sum of the low ends, sum of the high ends.
    pub range: Option<Range>,
    /// What it would cost without subsidies.
    pub without_subsidy: f64,
    /// Hours on the way, both ways.
    pub hours: f64,
    /// kg CO2e, both ways.
    pub co2e_kg: f64,
}
