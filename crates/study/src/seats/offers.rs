//! What a voucher and a guarantee do on one pair.

use super::pairs::Pair;
use super::{Assumed, SeatsQuestion};
use keruen_results::forum::Span;
use keruen_results::seat_plan::{Instrument, PairOffer};

/// Facts behind the constants below and the assumptions.
pub(super) const FACTS: [&str; 10] =
    ["FLI-001", "FLI-006", "FLI-009", "FLI-010", "FLI-026", "FLI-027", "FLI-028", "FLI-029", "FLI-030", "FLI-031"];

/// Cost of a seat kilometre as part of the revenue of one: 5.97 and 6.41 US cents, first half of 2025 (FLI-010).
const COST_OF_REVENUE: f64 = 5.97 / 6.41;
/// Voucher for a return trip up to so many kilometres: bands of Erasmus+ (FLI-030), euro.
const BANDS: [(f64, f64); 5] = [(500.0, 180.0), (2000.0, 275.0), (3000.0, 360.0), (4000.0, 530.0), (8000.0, 820.0)];
/// US dollars for a euro, 19 December 2025 (table fx).
const EURO: f64 = 1.17241;
/// Weeks of a year.
const WEEKS: f64 = 52.0;

/// Price of a return trip today.
fn price(p: &Pair) -> Option<f64> {
    if p.open { Some(2.0 * p.fare) } else { p.connection.map(|c| 2.0 * c) }
}

/// Trips of the eligible today.
pub(super) fn trips(p: &Pair, a: Assumed) -> f64 {
    a.eligible * p.share
}

/// A voucher for every eligible trip of the pair; `None` where no flight leads there today.
pub(super) fn voucher(p: &Pair, a: Assumed) -> Option<Instrument> {
    let price = price(p)?;
    let band = BANDS.iter().find(|b| p.km < b.0).map_or(BANDS[BANDS.len() - 1].1, |b| b.1) * EURO;
    let each = band.min(price);
    let before = trips(p, a);
    let free = if p.open { p.departures_per_week * WEEKS * p.seats * (1.0 - p.load) } else { f64::INFINITY };
    let after = (before * (a.elasticity * each / price).exp()).min(before + free).floor().max(before.floor());
    let extra = after - before.floor();
    let usd = each * after;
    Some(Instrument {
        each_usd: each,
        count: after,
        trips: after,
        extra: Span::exact(extra),
        usd,
        usd_per_extra: (extra > 0.0).then(|| usd / extra),
    })
}

/// A guaranteed rotation a week; `None` where direct flights are there already.
pub(super) fn guarantee(p: &Pair, a: Assumed) -> Option<Instrument> {
    if p.open {
        return None;
    }
    let cost_of_seat = p.fare * p.load * COST_OF_REVENUE;
    let each = (2.0 * p.seats * (cost_of_seat - a.load * p.fare)).max(0.0);
    let trips = p.seats * a.load * WEEKS;
    let new = match p.connection {
        Some(c) if c > p.fare => 1.0 - (-a.elasticity * (c - p.fare) / c).exp(),
        Some(_) => 0.0,
        None => 1.0,
    };
    let (extra, usd) = (trips * new, each * WEEKS);
    Some(Instrument {
        each_usd: each,
        count: WEEKS,
        trips,
        extra: Span::exact(extra),
        usd,
        usd_per_extra: (extra > 0.0).then(|| usd / extra),
    })
}

/// The pair as shown, with the ends of the elasticity.
pub(super) fn offer(p: &Pair, q: &SeatsQuestion) -> PairOffer {
    let at = |e: f64| Assumed { eligible: q.eligible.mid, elasticity: e, load: q.new_load.mid };
    let [low, mid, high] = [q.elasticity.low, q.elasticity.mid, q.elasticity.high].map(at);
    let ends = |f: fn(&Pair, Assumed) -> Option<Instrument>| {
        let (l, m, h) = (f(p, low)?, f(p, mid)?, f(p, high)?);
        Some(Instrument { extra: Span { low: l.extra.mid, mid: m.extra.mid, high: h.extra.mid }, ..m })
    };
    PairOffer {
        service: p.service.clone(),
        name: p.name.clone(),
        states: p.states.clone(),
        km: p.km,
        open: p.open,
        departures: if p.open { p.departures_per_week } else { 0.0 },
        seats: p.seats,
        load: p.load,
        cask_cents: p.fare * p.load * COST_OF_REVENUE / p.km * 100.0,
        fare_usd: price(p),
        right: p.right.clone(),
        trips: trips(p, mid),
        voucher: ends(voucher),
        guarantee: ends(guarantee),
    }
}

/// In words.
pub(super) fn assumptions(q: &SeatsQuestion) -> Vec<String> {
    let s = |x: &Span| format!("{} ({} to {})", x.mid, x.low, x.high);
    vec![
        format!("Return trips of the eligible between two states a year at today's fares: {}; assumed. Counted so far: 222 and about 80 students between Azerbaijan and Kazakhstan (FLI-031); no page counts young scientists or their trips.", s(&q.eligible)),
        format!("Elasticity of trips to the fare: -{}. Route level -1.4 (-1.2 to -1.5), supra-national level -0.6, times 0.95 inside Asia (FLI-026, FLI-028, FLI-029). The low end holds if every pair is subsidised at once.", s(&q.elasticity)),
        format!("Load of a flight that is new: {}; assumed.", s(&q.new_load)),
        "Voucher: bands of Erasmus+ for a return trip, 180, 275, 360, 530, 820 EUR up to 500, 2000, 3000, 4000, 8000 km (FLI-030), at most the fare.".into(),
        "Guarantee: cost of the rotation less its revenue, not below nothing, as Kazakhstan pays on home routes (FLI-001); cost and revenue of a seat kilometre 5.97 and 6.41 US cents (FLI-010). Kazakhstan paid 4.27 million KZT a rotation on Turkestan - Aktau (FLI-006, computed).".into(),
    ]
}

/// Limits of the model.
pub(super) fn notes() -> Vec<String> {
    vec![
        "A guarantee carries all travellers; a voucher pays the eligible alone. Extra trips of the two are not of the same people.".into(),
        "Fares are computed in the tables, not published: see `keruen explain tariff:air-gyd-nqz-fare.amount`.".into(),
        "What a direct flight saves in hours is not counted: extra trips of a guarantee are those that the lower fare brings.".into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(open: bool, connection: Option<f64>) -> Pair {
        Pair {
            service: "s".into(),
            name: "A - B".into(),
            states: ["AZ".into(), "KZ".into()],
            km: 1500.0,
            open,
            departures_per_week: 2.0,
            seats: 100.0,
            load: 0.8,
            fare: 200.0,
            connection,
            right: String::new(),
            share: 1.0,
        }
    }

    const A: Assumed = Assumed { eligible: 100.0, elasticity: 1.0, load: 0.6 };

    /// Return fare 400, band 275 EUR = 322.41 USD: trips 100 exp(322.41 / 400) = 223.9, whole 223; money 223 x 322.41.
    #[test]
    fn a_voucher_by_hand() {
        let v = voucher(&pair(true, None), A).unwrap();
        assert_eq!((v.count, v.extra.mid), (223.0, 123.0));
        assert!((v.usd - 223.0 * 322.412_75).abs() < 1e-6 && (v.usd_per_extra.unwrap() - v.usd / 123.0).abs() < 1e-9);
    }

    #[test]
    fn a_voucher_fills_free_seats_at_most_and_pays_the_fare_at_most() {
        let full = Pair { load: 0.999, ..pair(true, None) };
        assert_eq!(voucher(&full, A).unwrap().extra.mid, 10.0, "2 x 52 x 100 x 0.001 = 10.4 free seats");
        let cheap = Pair { fare: 50.0, ..pair(true, None) };
        assert_eq!(voucher(&cheap, A).unwrap().each_usd, 100.0);
    }

    /// Seat costs 200 x 0.8 x 5.97 / 6.41 = 149.017; a rotation 200 (149.017 - 120) = 5803.4; trips 100 x 0.6 x 52 = 3120; the
    /// connection costs 300, so 1 - exp(-1/3) of them are new.
    #[test]
    fn a_guarantee_by_hand() {
        let g = guarantee(&pair(false, Some(300.0)), A).unwrap();
        assert!((g.each_usd - 200.0 * (160.0 * 5.97 / 6.41 - 120.0)).abs() < 1e-9 && (g.each_usd - 5803.4).abs() < 0.1);
        assert!((g.extra.mid - 3120.0 * (1.0 - (-1.0f64 / 3.0).exp())).abs() < 1e-9);
        assert!(guarantee(&pair(true, None), A).is_none() && guarantee(&pair(false, None), A).unwrap().extra.mid == 3120.0);
    }
}
