//! Links ridden directly, and chains of them at one price.

use super::super::chain::{Chain, shortest};
use super::super::emissions::{Emitting, emission};
use super::super::graph::ArcKind;
use super::super::rules::Touch;
use super::super::state::State;
use super::{Expander, Made, Step, any};
use keruen_model::{Activity, Dist, Hours, Id, Km, Link, Loading, Mode, Node, Operator, Quantity, TableKind, TariffScope, Text};

impl Expander<'_, '_> {
    pub(super) fn links(&self, s: State, out: &mut Vec<Step>) {
        let Some(mode) = mode_of(s.loading) else { return };
        let t = &self.index.corridor.tables;
        for &(l, forward) in &self.index.links_at[s.node as usize] {
            let link = &t.link.rows()[l as usize];
            let gauge_fits = mode != Mode::Rail || link.gauge.map_or(0, |g| g.value() as u16) == s.gauge;
            let end = if forward { link.to_node_id } else { link.from_node_id };
            let Some(to) = t.node.position(end.sym()) else { continue };
            if link.mode != mode || !gauge_fits || !self.cleared_to_leave(s, to) {
                continue;
            }
            let Some(time) = link_time(link, forward) else { continue };
            // Where an entry-exit price or a haul stands in the place of the link's own price, only a through rate goes over it.
            let entered = self.entered(s, link, end);
            let local = entered.is_some() && !self.belted[l as usize];
            let to_state = State { node: to as u32, ahead: false, entered: entered.unwrap_or(0), hauled: None, ..s };
            let mut step = self.transport(s, to_state, ArcKind::Link(link.link_id), link.length, time);
            let touch = self.touch_link(link, s.node as usize, to, s.loading);
            self.price(&mut step, &touch, &[TariffScope::Link, TariffScope::Rent], s, to);
            self.emit_on_links(&mut step, &touch, &[(link, link.length)]);
            step.regions = self.regions(&[], &[link]);
            step.closed = self.storms(&step.regions);
            self.keep_to_rows(&mut step, &touch, s);
            self.finish(s, Made { step, touch, local }, out);
        }
    }

    pub(super) fn touch_link(&self, link: &Link, from: usize, to: usize, loading: Loading) -> Touch {
        let t = &self.index.corridor.tables;
        let operator = link.operator_id.and_then(|o| t.operator.find(o));
        Touch {
            rows: vec![any(TableKind::Link, link.link_id.sym()), self.node_ref(from), self.node_ref(to)],
            country: Some(operator.map_or(self.index.country[from], |o| o.country.0)),
            countries: vec![self.index.country[from], self.index.country[to]],
            mode: Some(link.mode),
            loadings: vec![loading],
            operator: link.operator_id,
        }
    }

    pub(super) fn emit_on_links(&self, step: &mut Step, touch: &Touch, links: &[(&Link, Km)]) {
        for (link, length) in links {
            let operator = link.operator_id.and_then(|o| self.index.corridor.tables.operator.find(o));
            let mut here = touch.clone();
            here.country = operator.map(|o| o.country.0).or(touch.country);
            here.mode = Some(link.mode);
            let e = Emitting {
                activity: Activity::Move,
                touch: &here,
                loading: step.loading,
                traction: link.traction,
                service: None,
                operation: None,
                distance: *length,
            };
            step.emissions.extend(emission(self.index, &self.goods, &e));
        }
    }

    /// Entry-exit prices of railways and pipelines that begin at this place.
    pub(super) fn transits(&self, s: State, out: &mut Vec<Step>) {
        let Some(mode @ (Mode::Rail | Mode::Pipeline)) = mode_of(s.loading) else { return };
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        let mut done: Vec<Id<Node>> = Vec::new();
        for x in t.tariff.iter().filter(|x| x.scope == TariffScope::Transit && !x.empty) {
            let (Some(a), Some(b)) = (x.from_node_id, x.to_node_id) else { continue };
            let far = if a == here {
                b
            } else if b == here && x.both_ways {
                a
            } else {
                continue;
            };
            if done.contains(&far)
                || x.mode.is_some_and(|m| m != mode)
                || !self.goods.fit(&x.cargo, &x.equipment, x.un_class, &[s.loading])
            {
                continue;
            }
            done.push(far);
            out.extend(self.transit(s, far, mode, x.operator_id));
        }
    }

    fn transit(&self, s: State, far: Id<Node>, mode: Mode, operator: Option<Id<Operator>>) -> Option<Step> {
        let to = self.index.corridor.tables.node.position(far.sym())?;
        let on_gauge = |l: &Link| mode != Mode::Rail || l.gauge.map_or(0, |g| g.value() as u16) == s.gauge;
        let allowed = |_, l: &Link| l.mode == mode && on_gauge(l) && operator.is_none_or(|o| l.operator_id == Some(o));
        let chain = shortest(self.index, s.node as usize, allowed, median_time).to(to)?;
        let end = State { node: to as u32, ahead: false, entered: 0, hauled: None, ..s };
        self.over_chain(s, end, &chain, &[TariffScope::Transit, TariffScope::Rent])
    }

    /// Over a chain of links at one price; `None` where the goods may not leave a place on it.
    pub(super) fn over_chain(&self, s: State, end: State, chain: &Chain, scopes: &[TariffScope]) -> Option<Step> {
        let t = &self.index.corridor.tables;
        let onward = |&(l, forward): &(u32, bool)| {
            let link = &t.link.rows()[l as usize];
            let (a, b) = if forward { (link.from_node_id, link.to_node_id) } else { (link.to_node_id, link.from_node_id) };
            let ends = t.node.position(a.sym()).zip(t.node.position(b.sym()));
            ends.is_some_and(|(a, b)| self.cleared_to_leave(State { node: a as u32, ahead: false, ..s }, b))
        };
        if !self.cleared_to_leave(s, chain.first_node) || !chain.links[1..].iter().all(onward) {
            return None;
        }
        let links: Vec<&Link> = chain.links.iter().map(|&(l, _)| &t.link.rows()[l as usize]).collect();
        let hours: Hours = chain.links.iter().map(|&(l, f)| median_time(&t.link.rows()[l as usize], f)).sum::<Option<Hours>>()?;
        let distance: Km = links.iter().map(|l| l.length).sum();
        let ids = links.iter().map(|l| l.link_id).collect();
        let mut step = self.transport(s, end, ArcKind::Transit(ids), distance, Dist::fixed(hours));
        let to = end.node as usize;
        let mut touch = self.touch_link(links[0], s.node as usize, to, s.loading);
        self.touch_passed(&mut touch, &links, std::iter::empty());
        touch.rows.extend(links[1..].iter().map(|l| any(TableKind::Link, l.link_id.sym())));
        self.price(&mut step, &touch, scopes, s, to);
        // An entry-exit price takes in what it covers.
        let tariffs = t.tariff.rows();
        let covered: Vec<Text> = step.charges.iter().flat_map(|c| tariffs[c.tariff as usize].covers.iter().copied()).collect();
        step.charges.retain(|c| {
            let t = &tariffs[c.tariff as usize];
            t.scope != TariffScope::Rent || !covered.contains(&t.item)
        });
        let lengths: Vec<(&Link, Km)> = links.iter().map(|&l| (l, l.length)).collect();
        self.emit_on_links(&mut step, &touch, &lengths);
        step.regions = self.regions(&[], &links);
        step.closed = self.storms(&step.regions);
        self.keep_to_rows(&mut step, &touch, s);
        self.apply_rules(&mut step, &touch, true);
        Some(step)
    }
}

pub(super) fn median_time(link: &Link, forward: bool) -> Option<Hours> {
    link_time(link, forward).map(|t| t.quantile(0.5))
}

/// `None` where no speed is known: nothing moves in no time because a table lacks a value.
pub(super) fn link_time(link: &Link, forward: bool) -> Option<Dist<Hours>> {
    if link.mode == Mode::Fibre {
        let ms = link.length.value() * link.delay_per_km.value() / 1000.0 + link.end_delay.value();
        return Some(Dist::fixed(Hours(ms / 3.6e6)));
    }
    let speed = if forward { link.free_speed } else { link.free_speed_back.or(link.free_speed) };
    speed.map(|v| Dist::fixed(link.length.at(v)))
}

/// Modes whose links are used directly; ships and aircraft run as services.
pub(super) fn mode_of(loading: Loading) -> Option<Mode> {
    match loading {
        Loading::Rail => Some(Mode::Rail),
        Loading::Road => Some(Mode::Road),
        Loading::Pipe => Some(Mode::Pipeline),
        Loading::Fibre => Some(Mode::Fibre),
        _ => None,
    }
}
