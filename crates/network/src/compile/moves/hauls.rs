//! Prices by distance belts compare the haul: the whole distance on the lines of one operator, not one link.
//!
//! A link whose narrowest price is by belts is not ridden alone: from each place on the lines of its operator a haul leads to each
//! other place on them, over the shortest chain, at the price of the belt in which its whole length lies. Where a haul ends, no
//! other haul of the same operator goes on, until the goods leave the rails or cross a border: a haul is not split into cheaper
//! parts.

use super::super::chain::{Chain, shortest};
use super::super::state::Standing;
use super::super::tariffs::{Case, Ends, by_belts, has_belt};
use super::act::{Found, Key};
use super::entries::Toll;
use super::links::{median_time, mode_of};
use super::{Keeps, Maker};
use keruen_model::{Id, Link, Loading, Mode, Operator, Quantity, TariffScope};

const SCOPES: [TariffScope; 2] = [TariffScope::Link, TariffScope::Rent];

impl Maker<'_, '_> {
    /// Which links have a price by belts for the goods.
    pub fn links_by_belts(&self) -> Vec<bool> {
        let t = &self.index.corridor.tables;
        let concerned = |&i: &u32| has_belt(&t.tariff.rows()[i as usize]);
        if !self.goods.tariffs.all(TariffScope::Link).iter().any(concerned) {
            return vec![false; t.link.len()];
        }
        t.link.iter().map(|l| self.link_by_belts(l)).collect()
    }

    fn link_by_belts(&self, link: &Link) -> bool {
        let nodes = &self.index.corridor.tables.node;
        let ends = nodes.position(link.from_node_id.sym()).zip(nodes.position(link.to_node_id.sym()));
        let loading = Loading::ALL.iter().copied().find(|&l| mode_of(l) == Some(link.mode));
        let Some(((from, to), loading)) = ends.zip(loading).filter(|_| link.operator_id.is_some()) else { return false };
        let touch = self.touch_link(link, from, to, loading);
        let ends = Ends::Of(link.from_node_id, link.to_node_id);
        let near = &self.goods.tariffs.near(&touch);
        by_belts(self.index, self.goods, &Case { scopes: &SCOPES[..1], touch: &touch, near, loading, ends, operation: None })
    }

    /// Hauls that begin at this place.
    pub(super) fn hauls(&self, s: Standing, out: &mut Found<'_>) {
        let Some(mode) = mode_of(s.loading).filter(|_| s.service.is_none()) else { return };
        let rows = self.index.corridor.tables.link.rows();
        let mut done: Vec<Id<Operator>> = Vec::new();
        for &(l, _) in self.index.links_at[s.node as usize].iter().filter(|&&(l, _)| self.belted[l as usize]) {
            let Some(o) = rows[l as usize].operator_id.filter(|_| rows[l as usize].mode == mode) else { continue };
            if !done.contains(&o) {
                done.push(o);
                self.hauls_of(s, o, mode, out);
            }
        }
    }

    fn hauls_of(&self, s: Standing, operator: Id<Operator>, mode: Mode, out: &mut Found<'_>) {
        let on_gauge = |l: &Link| mode != Mode::Rail || l.gauge.map_or(0, |g| g.value() as u16) == s.gauge;
        let allowed =
            |i: u32, l: &Link| self.belted[i as usize] && l.mode == mode && on_gauge(l) && l.operator_id == Some(operator);
        let chains = shortest(self.index, s.node as usize, allowed, median_time);
        for to in chains.ends() {
            let Some(chain) = chains.to(to).filter(|chain| self.cleared_along(s, chain)) else { continue };
            let end = Standing { node: to as u32, ahead: false, ..s };
            let key =
                Key::Chain { from: s.node, to: end.node, on: s.loading, gauge: s.gauge, operator: Some(operator), haul: true };
            out.add(end, key, || self.over_chain((s, end), &chain, &SCOPES, Keeps::Haul(operator, self.tolls(&chain))));
        }
    }

    fn tolls(&self, chain: &Chain) -> Vec<Toll> {
        let rows = self.index.corridor.tables.link.rows();
        let toll = |&(l, forward): &(u32, bool)| {
            let link = &rows[l as usize];
            let ends = (link.from_node_id, link.to_node_id);
            Toll::on(self.entries, link, if forward { ends } else { (ends.1, ends.0) })
        };
        chain.links.iter().map(toll).collect()
    }
}
