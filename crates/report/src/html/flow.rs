//! The report's part on the whole corridor: a map (width = volume, colour = use), bottlenecks, counters, ranges, goods.

use super::empties::empties;
use super::map::flow_map_svg;
use super::page::{heads, remark, row};
use super::sheet::written;
use crate::format::escape;
use crate::language::Voice;
use crate::say;
use crate::text::{carried, certified, role};
use keruen_results::Range;
use keruen_results::calibrate::Role;
use keruen_results::flow::{FlowAnswer, LimitFlow, WishFlow};
use keruen_results::map::MapData;
use keruen_results::ranges::FlowRanges;
use keruen_results::study::FlowPart;
use keruen_results::validate::{CounterScore, ValidateAnswer};
use std::fmt::Write;

/// Rows of each list.
const ROWS: usize = 15;

/// The whole part.
pub(super) fn section(v: Voice<'_>, part: &FlowPart, map: &MapData) -> String {
    let mut out = format!("<section><h2 id=\"flow\">{}</h2>", escape(&say!(v, "flow-title")));
    part.notes.iter().for_each(|n| out += &remark(v, n));
    for a in &part.years {
        out += &year(v, a, map);
    }
    out += &counters(v, part);
    out += &origins(v, part);
    out + "</section>"
}

fn year(v: Voice<'_>, a: &FlowAnswer, map: &MapData) -> String {
    let (year, carried) = (a.question.year.to_string(), carried(v, &a.totals));
    let mut out = format!("<h3>{}</h3><p>{}</p>", escape(&say!(v, "flow-year", year = year.clone())), escape(&carried));
    out += &flow_map_svg(v, &say!(v, "flow-map", year = year), map, &a.elements);
    out += &key(v);
    out += &limits(v, a);
    out += &steps(v, a);
    out += &left(v, a);
    out += &a.empties.as_ref().map_or(String::new(), |e| empties(v, e));
    out += &a.ranges.as_ref().map_or(String::new(), |r| ranges(v, r));
    out + &certificate(v, a)
}

fn key(v: Voice<'_>) -> String {
    let share = |x: f64| v.percent(x, 0);
    let names = [
        say!(v, "flow-no-limit"),
        say!(v, "flow-below-half"),
        say!(v, "flow-between", low = share(0.5), high = share(0.8)),
        say!(v, "flow-between", low = share(0.8), high = share(0.99)),
        say!(v, "flow-full"),
    ];
    let one = |(i, name): (usize, &String)| format!("<span><i class=\"u{i}\"></i>{}</span>", escape(name));
    format!("<p class=\"key\">{}</p>", names.iter().enumerate().map(one).collect::<String>())
}

const END: &str = "</tbody></table></div>";

/// A number, or that any holds.
fn end(v: Voice<'_>, x: f64) -> String {
    if x.is_finite() { v.number(x) } else { say!(v, "any") }
}

fn span(v: Voice<'_>, r: Range) -> String {
    let ends = say!(v, "low-to-high", low = v.number(r.low), high = end(v, r.high));
    format!("<span class=\"range\">{}</span>", escape(&ends))
}

/// The id of a row or parameter, as the tables write it.
fn code(id: &str) -> String {
    format!("<code>{}</code>", escape(id))
}

/// What a limit is called, where it is among those of the answer.
fn limit(v: Voice<'_>, a: &FlowAnswer, id: &str) -> String {
    a.limits.iter().find(|l| l.limit == id).map_or_else(|| code(id), |l| escape(&v.phrase(&l.name)))
}

/// Goods and ends of a wish, above its id.
fn wish(v: Voice<'_>, w: &WishFlow) -> String {
    let ends = [&w.from, &w.to].into_iter().filter(|id| !id.is_empty()).map(|id| v.row("node", id));
    let told = format!("{}: {}", v.row("cargo", &w.cargo), ends.collect::<Vec<_>>().join(" - "));
    format!("{}<br>{}", escape(&told), code(&w.wish))
}

fn stopped(v: Voice<'_>, a: &FlowAnswer, w: &WishFlow) -> String {
    w.stopped_by.iter().map(|id| limit(v, a, id)).collect::<Vec<_>>().join("; ")
}

const LIMITS: [&str; 6] = ["head-limit", "head-used>", "head-there-is>", "head-unit", "head-one-more-saves>", "head-holds-for"];

fn limits(v: Voice<'_>, a: &FlowAnswer) -> String {
    let priced: Vec<&LimitFlow> = a.limits.iter().filter(|l| l.price > 0.0).take(ROWS).collect();
    let mut out = format!("<h4>{}</h4>{}", escape(&say!(v, "flow-scarce")), heads(v, &LIMITS));
    for l in priced {
        let price = l.price_interval.map_or_else(
            || escape(&say!(v, "at-most", value = v.number(l.price))),
            |r| format!("{}<br>{}", v.number(r.low), span(v, r)),
        );
        let holds = |r: Range| say!(v, "flow-holds", less = end(v, r.low), more = end(v, r.high));
        let holds = l.price_holds.map_or(String::new(), holds);
        let note = |n: &String| format!("<br><span class=\"range\">{}</span>", escape(&v.phrase(n)));
        let note = l.price_note.as_ref().map_or(String::new(), note);
        let _ = write!(
            out,
            "<tr><td>{}<br><span class=\"range\">{}</span>{note}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{price}</td><td>{}</td></tr>",
            escape(&v.phrase(&l.name)),
            code(&l.limit),
            v.number(l.used),
            v.number(l.amount),
            escape(&v.unit(&l.unit)),
            escape(&holds)
        );
    }
    out + END
}

fn steps(v: Voice<'_>, a: &FlowAnswer) -> String {
    if a.steps.is_empty() {
        return String::new();
    }
    let mut out = format!("<h4>{}</h4>", escape(&say!(v, "flow-steps")));
    out += &heads(v, &["head-limit", "head-step", "head-carried-t>", "head-saves>", "head-receipts"]);
    for s in &a.steps {
        let gains: Vec<String> =
            s.gains.iter().map(|(who, usd)| format!("{} {}", escape(&v.phrase(who)), v.number(*usd))).collect();
        let _ = write!(
            out,
            "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            limit(v, a, &s.limit),
            escape(&v.phrase(&s.what)),
            v.number(s.tonnes),
            v.number(s.saves_usd),
            gains.join("<br>")
        );
    }
    out + END
}

fn left(v: Voice<'_>, a: &FlowAnswer) -> String {
    let stays: Vec<&WishFlow> = a.wishes.iter().filter(|w| w.unserved > 0.0 || w.outside > 0.0).collect();
    if stays.is_empty() {
        return format!("<p>{}</p>", escape(&say!(v, "flow-nothing-left")));
    }
    let mut out = format!("<h4>{}</h4>", escape(&say!(v, "flow-left", count = stays.len() as f64)));
    out +=
        &heads(v, &["head-wish", "head-asked>", "head-carried>", "head-outside>", "head-left>", "head-unit", "head-stopped-by"]);
    for w in stays.iter().take(ROWS) {
        let why = w.no_way.as_ref().map_or_else(|| stopped(v, a, w), |why| escape(&v.phrase(why)));
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>",
            wish(v, w),
            v.number(w.asked),
            v.number(w.carried),
            v.number(w.outside),
            v.number(w.unserved),
            escape(&v.unit(&w.unit)),
            why
        );
    }
    out + END
}

const RANKED: [&str; 5] = ["head-limit", "head-place-here>", "head-has-price-in>", "head-dearest-in>", "head-price-five-to-95>"];

fn ranges(v: Voice<'_>, r: &FlowRanges) -> String {
    let mut out = format!(
        "<h4>{}</h4>",
        escape(&say!(v, "flow-sure", count = v.number(r.parameters as f64), samples = (r.samples - r.failed).to_string()))
    );
    out += &heads(v, &["head-headline", "head-as-tables-stand>", "head-five-to-95>", "head-unit"]);
    for h in &r.headlines {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escape(&v.phrase(&h.name)),
            v.number(h.base),
            span(v, h.range),
            escape(&v.phrase(&h.unit))
        );
    }
    out += END;
    out += &heads(v, &["head-figure", "head-its-ends>", "head-moves-by>", "head-most", "head-at-the-ends>"]);
    for t in &r.tornado {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{}</td></tr>",
            code(&t.parameter),
            span(v, t.ends),
            v.in_percent(v.fixed(t.effect, 2)),
            escape(&v.phrase(&t.headline)),
            span(v, t.at_ends)
        );
    }
    out += END;
    let share = v.percent(r.same_first, 0);
    let order =
        if r.same_first < 1.0 { say!(v, "flow-order-flips", share = share) } else { say!(v, "flow-order-stays", share = share) };
    let _ = write!(out, "<p>{}</p>", escape(&order));
    out += &heads(v, &RANKED);
    for l in &r.ranking {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            code(&l.limit),
            l.base.map_or("-".into(), |b| b.to_string()),
            v.percent(l.priced, 0),
            v.percent(l.first, 0),
            span(v, l.price)
        );
    }
    out + END
}

fn certificate(v: Voice<'_>, a: &FlowAnswer) -> String {
    format!("<p class=\"range\">{}</p>", escape(&certified(v, a)))
}

fn counters(v: Voice<'_>, part: &FlowPart) -> String {
    let (b, a, c, w) = (&part.before, &part.after, &part.calibration, &part.calibration.weight);
    let told = say!(
        v,
        "flow-calibrated",
        before = b.hits.to_string(),
        total = b.total.to_string(),
        after = a.hits.to_string(),
        naive = b.naive_hits.to_string(),
        naives = b.naive_total.to_string(),
        left = c.left_out_hits.to_string(),
        open = c.open.to_string(),
        held = c.held_out_hits.to_string(),
        holds = c.held_out.to_string(),
        observations = w.observations.to_string(),
        parameters = w.parameters.to_string(),
        decided = v.fixed(w.effective_parameters, 1),
        freedom = v.fixed(w.degrees_of_freedom, 1),
        silent = c.silent.len().to_string()
    );
    let title = escape(&say!(v, "flow-counted"));
    let mut out = format!("<h3 id=\"validate\">{title}</h3><p>{}</p>", escape(&told));
    out += &scores(v, part);
    out + &part.ahead.as_ref().map_or(String::new(), |ahead| forecast(v, ahead))
}

fn word(v: Voice<'_>, hit: bool) -> String {
    if hit { escape(&say!(v, "hit")) } else { format!("<b>{}</b>", escape(&say!(v, "miss"))) }
}

const SCORES: [&str; 13] = [
    "head-counter",
    "head-seen>",
    "head-before>",
    "",
    "head-after>",
    "head-five-to-95>",
    "",
    "head-left-out>",
    "",
    "head-last-year>",
    "",
    "head-may-be-off>",
    "head-role",
];

fn scores(v: Voice<'_>, part: &FlowPart) -> String {
    let mut out = heads(v, &SCORES);
    let fit = |c: &CounterScore| part.calibration.counters.iter().find(|f| f.observation == c.observation);
    for (b, a) in part.before.counters.iter().zip(&part.after.counters) {
        let f = fit(a).filter(|f| f.role != Role::HeldOut);
        let called = format!("{}, {}", written(v, &a.name), escape(&v.unit(&a.unit)));
        let cells = [
            format!("{}<br><span class=\"range\">{}</span>", escape(&a.id), called),
            v.number(a.observed),
            v.number(b.model),
            word(v, b.hit),
            v.number(a.model),
            a.low.zip(a.high).map_or(String::new(), |(low, high)| span(v, Range { low, high })),
            word(v, a.hit),
            f.map_or(String::new(), |f| v.number(f.left_out)),
            f.map_or(String::new(), |f| word(v, f.hit_left_out)),
            a.naive.map_or(String::new(), |x| v.number(x)),
            a.naive_hit.map_or(String::new(), |hit| word(v, hit)),
            v.in_percent(v.number(a.tolerance)),
            fit(a).map_or(String::new(), |f| escape(&role(v, f.role))),
        ];
        out += &row(&SCORES, "", &cells);
    }
    out + END
}

fn forecast(v: Voice<'_>, a: &ValidateAnswer) -> String {
    let years: Vec<String> = a.years.iter().map(i32::to_string).collect();
    let told = say!(
        v,
        "flow-ahead",
        years = years.join(", "),
        hits = a.hits.to_string(),
        total = a.total.to_string(),
        naive = a.naive_hits.to_string(),
        naives = a.naive_total.to_string()
    );
    format!("<p>{}</p>", escape(&told))
}

const ORIGINS: [&str; 6] = ["head-case", "head-market", "head-supply", "head-amount-in-all>", "head-unit", "head-share>"];

fn origins(v: Voice<'_>, part: &FlowPart) -> String {
    if part.origins.is_empty() {
        return String::new();
    }
    let mut out = format!("<h3>{}</h3>{}", escape(&say!(v, "flow-origins-compete")), heads(v, &ORIGINS));
    for (label, o) in part.origins.iter().flat_map(|(label, shares)| shares.iter().map(move |o| (label, o))) {
        let cells = [
            escape(&v.phrase(label)),
            code(&o.market),
            code(&o.supply),
            v.number(o.amount),
            escape(&v.unit(&o.unit)),
            v.percent(o.share, 0),
        ];
        out += &row(&ORIGINS, "", &cells);
    }
    out + END
}
