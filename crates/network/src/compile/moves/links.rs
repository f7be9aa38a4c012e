//! Links ridden directly, and chains of them at one price.

use super::super::chain::Chain;
use super::super::emissions::{Emitting, factor};
use super::super::graph::ArcKind;
use super::super::rules::Touch;
use super::super::state::Standing;
use super::super::tariffs::Ends;
use super::act::{Found, Key};
use super::entries::{Toll, asked};
use super::{Act, Keeps, Maker, any, moving};
use keruen_model::{Activity, Dist, Hours, Id, Km, Link, Loading, Mode, Node, Operator, Quantity, TableKind, TariffScope};
use smallvec::smallvec;

impl Maker<'_, '_> {
    pub(super) fn links(&self, s: Standing, out: &mut Found<'_>) {
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
            let there = Standing { node: to as u32, ahead: false, ..s };
            out.add(there, Key::Link(l, forward), || self.link((l, forward), (s.node as usize, to), s.loading));
        }
    }

    fn link(&self, (l, forward): (u32, bool), (from, to): (usize, usize), loading: Loading) -> Option<Act> {
        let (link, nodes) = (&self.index.corridor.tables.link.rows()[l as usize], self.index.corridor.tables.node.rows());
        let time = link_time(link, forward)?;
        let mut made =
            self.transport((from as u32, to as u32), loading, ArcKind::Link(link.link_id), link.length, &[moving(time)]);
        made.touch = self.touch_link(link, from, to, loading);
        // Where a haul stands in the place of the link's own price, only a through rate goes over it.
        made.local = !self.belted[l as usize];
        let (begin, end) = (nodes[from].node_id, nodes[to].node_id);
        made.keeps = Keeps::Link(Toll::on(self.entries, link, (begin, end)));
        let near = self.goods.tariffs.near(&made.touch);
        self.price(&mut made, &near, &[TariffScope::Link, TariffScope::Rent], Ends::Of(begin, end));
        self.emit_on_links(&mut made, &[link]);
        self.weather(&mut made, &[], &[link]);
        Some(self.finished(made, &near, &[]))
    }

    pub(super) fn touch_link(&self, link: &Link, from: usize, to: usize, loading: Loading) -> Touch {
        let t = &self.index.corridor.tables;
        let operator = link.operator_id.and_then(|o| t.operator.find(o));
        Touch {
            rows: smallvec![any(TableKind::Link, link.link_id.sym()), self.node_ref(from), self.node_ref(to)],
            country: Some(operator.map_or(self.index.country[from], |o| o.country.0)),
            countries: smallvec![self.index.country[from], self.index.country[to]],
            mode: Some(link.mode),
            loadings: smallvec![loading],
            operator: link.operator_id,
        }
    }

    pub(super) fn emit_on_links(&self, made: &mut Act, links: &[&Link]) {
        for link in links {
            let operator = link.operator_id.and_then(|o| self.index.corridor.tables.operator.find(o));
            let e = Emitting {
                activity: Activity::Move,
                touch: &made.touch,
                country: operator.map(|o| o.country.0).or(made.touch.country),
                mode: Some(link.mode),
                loading: made.loading,
                traction: link.traction,
                service: None,
                operation: None,
                distance: link.length,
            };
            made.emits.extend(factor(self.index, self.goods, &e));
        }
    }

    /// Entry-exit prices of railways and pipelines that begin at this place.
    pub(super) fn transits(&self, s: Standing, out: &mut Found<'_>) {
        let t = &self.index.corridor.tables;
        let here = t.node.rows()[s.node as usize].node_id;
        let mut done: Vec<(Id<Node>, Option<Id<Operator>>)> = Vec::new();
        for x in self.goods.tariffs.all(TariffScope::Transit).iter().map(|&i| &t.tariff.rows()[i as usize]) {
            let (Some(a), Some(b)) = (x.from_node_id, x.to_node_id) else { continue };
            let far = if a == here {
                b
            } else if b == here && x.both_ways {
                a
            } else {
                continue;
            };
            if asked(x, self.goods, s.loading).is_some() && !done.contains(&(far, x.operator_id)) {
                done.push((far, x.operator_id));
                self.transit(s, far, x.operator_id, out);
            }
        }
    }

    fn transit(&self, s: Standing, far: Id<Node>, operator: Option<Id<Operator>>, out: &mut Found<'_>) {
        let Some(to) = self.index.corridor.tables.node.position(far.sym()) else { return };
        let Some(chain) = self.chain_of_lines((s.node as usize, to), (s.loading, s.gauge), operator) else { return };
        if self.cleared_along(s, &chain) {
            let end = Standing { node: to as u32, ahead: false, ..s };
            let key = Key::Chain { from: s.node, to: end.node, on: s.loading, gauge: s.gauge, operator, haul: false };
            let scopes = [TariffScope::Transit, TariffScope::Rent];
            out.add(end, key, || self.over_chain((s, end), &chain, &scopes, Keeps::Nothing));
        }
    }

    /// Whether the goods may leave every place on a chain.
    pub(super) fn cleared_along(&self, s: Standing, chain: &Chain) -> bool {
        let t = &self.index.corridor.tables;
        let onward = |&(l, forward): &(u32, bool)| {
            let link = &t.link.rows()[l as usize];
            let (a, b) = if forward { (link.from_node_id, link.to_node_id) } else { (link.to_node_id, link.from_node_id) };
            let ends = t.node.position(a.sym()).zip(t.node.position(b.sym()));
            ends.is_some_and(|(a, b)| self.cleared_to_leave(Standing { node: a as u32, ahead: false, ..s }, b))
        };
        self.cleared_to_leave(s, chain.first_node) && chain.links[1..].iter().all(onward)
    }

    /// Over a chain of links at one price.
    pub(super) fn over_chain(
        &self,
        (s, end): (Standing, Standing),
        chain: &Chain,
        scopes: &[TariffScope],
        keeps: Keeps,
    ) -> Option<Act> {
        let t = &self.index.corridor.tables;
        let links: Vec<&Link> = chain.links.iter().map(|&(l, _)| &t.link.rows()[l as usize]).collect();
        let hours: Hours = chain.links.iter().map(|&(l, f)| median_time(&t.link.rows()[l as usize], f)).sum::<Option<Hours>>()?;
        let distance: Km = links.iter().map(|l| l.length).sum();
        let ids = links.iter().map(|l| l.link_id).collect();
        let mut made =
            self.transport((s.node, end.node), s.loading, ArcKind::Transit(ids), distance, &[moving(Dist::fixed(hours))]);
        let (from, to) = (s.node as usize, end.node as usize);
        made.keeps = keeps;
        made.touch = self.touch_chain(&links, (from, to), s.loading);
        let nodes = t.node.rows();
        let near = self.goods.tariffs.near(&made.touch);
        self.price(&mut made, &near, scopes, Ends::Of(nodes[from].node_id, nodes[to].node_id));
        self.emit_on_links(&mut made, &links);
        self.weather(&mut made, &[], &links);
        Some(self.finished(made, &near, &[]))
    }
}

impl Maker<'_, '_> {
    /// A chain touches its links and every place on it.
    pub(super) fn touch_chain(&self, links: &[&Link], (from, to): (usize, usize), on: Loading) -> Touch {
        let mut touch = self.touch_link(links[0], from, to, on);
        self.touch_passed(&mut touch, links, std::iter::empty());
        touch.rows.extend(links[1..].iter().map(|l| any(TableKind::Link, l.link_id.sym())));
        touch
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
