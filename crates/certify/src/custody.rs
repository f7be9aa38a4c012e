//! Where the goods are, how they stand and where they are cleared, carried from leg to leg.
//!
//! Over rail and road goods leave a place only when they are cleared in its country, or when a border operation at this very
//! place has cleared them ahead. What came over a border is cleared before it leaves the rails or the road. Ships pass any
//! country; what they bring is cleared on land. Air, pipe and fibre need no border.

use crate::case::Case;
use crate::deed::{Deed, Ride, What, aboard, any, loading_on};
use crate::discrepancy::{Check, Findings};
use crate::hauls;
use keruen_model::{
    AnyRef, Facility, Id, Link, Loading, Mode, Node, Operation, OperationKind, Operator, Quantity, Service, ServiceKind, Sym,
    TableKind, Tariff, TariffScope, Text,
};

/// Country code (user-assigned in ISO 3166-1) of a border operation that takes goods from anywhere abroad.
const ANY_COUNTRY: &str = "ZZ";

/// From and to.
type Ends = (Id<Node>, Id<Node>);

/// The goods between two legs.
#[derive(Clone, Debug)]
pub(crate) struct Custody {
    pub at: Id<Node>,
    pub loading: Loading,
    /// Track gauge in mm; `None` off the rails, or where any gauge of the place is possible.
    gauge: Option<i64>,
    cleared: Sym,
    /// A border operation at this place has cleared them.
    cleared_here: bool,
    pub aboard: Option<Id<Service>>,
    /// They came to this place on this service and have not left it.
    rode: Option<Id<Service>>,
    /// Subsidies and duties met: each is granted or asked once.
    pub met: Vec<(TariffScope, Text)>,
    /// Through rate under which they go, and the places where it began and where it ends.
    pub rate: Option<(Id<Tariff>, Ends)>,
    /// Operator whose haul ended here.
    hauled: Option<Id<Operator>>,
    /// Rows that must be used and have been.
    pub used: Vec<AnyRef>,
    /// Countries that must be touched and have been.
    entered: Vec<String>,
    pub first: bool,
    /// Second since 1970.
    pub now: i64,
}

impl Custody {
    /// On the ground at the origin, cleared in its country.
    pub fn at_origin(case: &Case<'_>) -> Self {
        Custody {
            at: case.from.node_id,
            loading: Loading::Ground,
            gauge: None,
            cleared: case.from.country.0,
            cleared_here: false,
            aboard: None,
            rode: None,
            met: Vec::new(),
            rate: None,
            hauled: None,
            used: Vec::new(),
            entered: Vec::new(),
            first: true,
            now: case.start,
        }
    }

    /// Does a deed, and finds what makes it impossible.
    pub fn apply(&mut self, case: &Case<'_>, deed: &Deed<'_>, findings: &mut Findings) {
        if self.at != deed.from {
            findings.add(Check::Chain, "start of the leg", case.id(deed.from), case.id(self.at));
        }
        match &deed.what {
            What::Link(l) => self.over(case, l, deed.to, findings),
            What::Transit(links) => self.over_all(case, links, deed, findings),
            What::Haul(links) => {
                hauls::check(case, links, deed, self.hauled, findings);
                self.over_all(case, links, deed, findings);
            }
            What::Ride(r) => self.ride(case, r, findings),
            What::Work(op, f, service) => self.work(case, (op, f), *service, findings),
        }
        self.hauled = hauls::after(deed, self.hauled);
        self.at = deed.to;
        self.first = false;
        // A service is used by riding it, not by going aboard.
        let rides = matches!(deed.what, What::Ride(_));
        let run_by = |r: &AnyRef| deed.touch.operators.first().is_some_and(|&o| any(o) == *r);
        let met = |r: &&AnyRef| (rides || r.table != TableKind::Service) && (deed.touch.touches(**r) || run_by(r));
        self.used.extend(case.must_use.iter().filter(met));
        let touched = |c: &&String| deed.touch.countries.iter().any(|&x| case.corridor.text(x) == **c);
        self.entered.extend(case.must_use_countries.iter().filter(touched).cloned());
    }

    /// On the ground at the destination, cleared in its country, after all that must be used.
    pub fn arrived(&self, case: &Case<'_>, findings: &mut Findings) {
        if self.at != case.to.node_id {
            findings.add(Check::Chain, "end of the way", case.id(self.at), case.id(case.to.node_id));
        }
        if self.loading != Loading::Ground {
            findings.add(Check::Loading, "end of the way", self.loading.name(), "ground");
        }
        if self.cleared != case.to.country.0 {
            findings.add(Check::Border, "end of the way", self.cleared_text(case), case.words(case.to.country));
        }
        if let Some((rate, (_, far))) = self.rate {
            let says = format!("under tariff:{}", case.id(rate));
            findings.add(Check::Chain, "end of the way", says, format_args!("a through rate ends at {}", case.id(far)));
        }
        for r in case.must_use.iter().filter(|r| !self.used.contains(r)) {
            findings.add(Check::Condition, &case.name(*r), "not used", "used");
        }
        for c in case.must_use_countries.iter().filter(|c| !self.entered.contains(c)) {
            findings.add(Check::Condition, c, "not touched", "touched");
        }
    }

    fn cleared_text(&self, case: &Case<'_>) -> String {
        format!("cleared in {}", case.corridor.text(self.cleared))
    }

    fn over_all(&mut self, case: &Case<'_>, links: &[&Link], deed: &Deed<'_>, findings: &mut Findings) {
        for (i, link) in links.iter().enumerate() {
            let end = if link.from_node_id == self.at { link.to_node_id } else { link.from_node_id };
            self.over(case, link, if i + 1 == links.len() { deed.to } else { end }, findings);
            self.at = end;
        }
    }

    fn over(&mut self, case: &Case<'_>, link: &Link, to: Id<Node>, findings: &mut Findings) {
        let name = format!("link:{}", case.id(link.link_id));
        if self.aboard.is_some() || loading_on(link.mode) != Some(self.loading) {
            findings.add(
                Check::Loading,
                &name,
                self.loading.name(),
                loading_on(link.mode).map_or("aboard a service", Loading::name),
            );
        }
        if link.mode == Mode::Rail {
            self.needs_gauge(link.gauge.map(|g| g.value() as i64), &name, findings);
        }
        if matches!(link.mode, Mode::Rail | Mode::Road) {
            self.may_leave(case, to, &name, findings);
        }
        self.cleared_here = false;
        self.rode = None;
    }

    fn needs_gauge(&mut self, gauge: Option<i64>, name: &str, findings: &mut Findings) {
        match (self.gauge, gauge) {
            (Some(on), Some(wanted)) if on != wanted => findings.add(Check::Gauge, name, on, wanted),
            _ => self.gauge = gauge.or(self.gauge),
        }
    }

    fn may_leave(&self, case: &Case<'_>, to: Id<Node>, name: &str, findings: &mut Findings) {
        let (here, there) = (case.country_of(self.at), case.country_of(to));
        if self.cleared != here && !(self.cleared_here && self.cleared == there) {
            let wanted = format!("cleared in {}, or ahead for {}", case.corridor.text(here), case.corridor.text(there));
            findings.add(Check::Border, name, self.cleared_text(case), wanted);
        }
    }

    fn ride(&mut self, case: &Case<'_>, r: &Ride<'_>, findings: &mut Findings) {
        let (s, name) = (r.service, format!("service:{}", case.id(r.service.service_id)));
        Self::is_whole(case, r, &name, findings);
        if !case.goods.are(&s.cargo, Text::default()) || !case.goods.are_in(&s.equipment, &s.loading) {
            findings.add(Check::Loading, &name, "rides", "a service that takes these goods");
        }
        if s.kind == ServiceKind::Outside {
            if self.loading != Loading::Ground {
                findings.add(Check::Loading, &name, self.loading.name(), "ground: an outside service is taken as a whole");
            }
            self.cleared = r.calls.last().map_or(self.cleared, |&n| case.country_of(n));
            return;
        }
        self.fits_on_board(case, s, &name, findings);
        if self.rode == Some(s.service_id) && self.aboard.is_some() {
            findings.add(Check::Chain, &name, "two rides on one ship", "one ride with its stay at the call between");
        }
        if self.aboard != Some(s.service_id) {
            self.joins_as_it_stands(case, r, &name, findings);
        }
        self.cleared_here = false;
        self.rode = Some(s.service_id);
    }

    /// Its links are open and lead from call to call.
    fn is_whole(case: &Case<'_>, r: &Ride<'_>, name: &str, findings: &mut Findings) {
        for &l in &r.missing {
            findings.add(Check::Row, name, format_args!("rides over link:{}", case.corridor.text(l)), "a link open on the day");
        }
        if !r.joined {
            findings.add(Check::Chain, name, "links that do not follow each other", "links from call to call");
        }
        if !r.timed {
            findings.add(Check::Hours, name, "a ride", "a time, or a distance and a speed, for every hop");
        }
    }

    /// Trains and trucks of a service take the goods as they stand, at a place where these are cleared.
    fn joins_as_it_stands(&mut self, case: &Case<'_>, r: &Ride<'_>, name: &str, findings: &mut Findings) {
        let s = r.service;
        let as_it_stands = matches!((self.loading, s.mode), (Loading::Rail, Mode::Rail) | (Loading::Road, Mode::Road));
        if !as_it_stands || !s.loading.contains(&self.loading) {
            findings.add(Check::Loading, name, self.loading.name(), "put aboard this service");
            return;
        }
        for link in r.links.iter().filter(|l| l.mode == Mode::Rail) {
            self.needs_gauge(link.gauge.map(|g| g.value() as i64), name, findings);
        }
        for pair in r.calls.windows(2) {
            self.may_leave(case, pair[1], name, findings);
            self.at = pair[1];
        }
    }

    /// A vehicle takes what table `fit` lets on it.
    fn fits_on_board(&self, case: &Case<'_>, s: &Service, name: &str, findings: &mut Findings) {
        let t = &case.corridor.tables;
        let Some(standing) = case.goods.on(self.loading) else {
            findings.add(Check::Loading, name, self.loading.name(), "a loading on which these goods can stand");
            return;
        };
        let nest: Vec<AnyRef> =
            std::iter::once(standing.equipment).chain(standing.beneath).map(|e| any(e.equipment_id)).collect();
        let vehicles: Vec<AnyRef> = s.fleet.iter().filter_map(|&f| t.fleet.find(f)).map(|f| any(f.vehicle_id)).collect();
        let told = t.fit.iter().any(|f| vehicles.contains(&f.carrier));
        let fits = t.fit.iter().any(|f| vehicles.contains(&f.carrier) && nest.contains(&f.carried));
        if told && !fits {
            findings.add(Check::Loading, name, case.name(nest[0]), "equipment that fits on a vehicle of the service");
        }
    }

    fn work(&mut self, case: &Case<'_>, (op, f): (&Operation, &Facility), service: Option<&Service>, findings: &mut Findings) {
        let name = format!("operation:{}", case.id(op.operation_id));
        self.stands_ready(case, op, &name, findings);
        let leaves = op.from_loading != op.to_loading;
        if leaves && matches!(op.from_loading, Loading::Rail | Loading::Road) && self.cleared != case.country_of(self.at) {
            let here = case.corridor.text(case.country_of(self.at));
            findings.add(
                Check::Border,
                &name,
                self.cleared_text(case),
                format_args!("cleared in {here} before it leaves {}", op.from_loading.name()),
            );
        }
        if op.kind == OperationKind::Border {
            self.clear(case, op, &name, findings);
        } else if matches!(op.from_loading, Loading::Pipe | Loading::Air | Loading::Fibre) && op.to_loading == Loading::Ground {
            self.cleared = case.country_of(self.at);
        }
        if self.aboard.is_some() && !aboard(op.to_loading) && self.rode != self.aboard {
            findings.add(Check::Chain, &name, "comes off a service that it went aboard here", "a ride before it");
        }
        self.board_or_leave(case, (op, f), service, findings);
        let wanted = |g: Option<keruen_model::Millimetres>| g.map(|g| g.value() as i64);
        if op.to_loading != Loading::Rail {
            self.gauge = None;
        } else if let Some(g) = wanted(op.to_gauge) {
            self.gauge = Some(g);
        }
        self.loading = op.to_loading;
        self.rode = self.rode.filter(|_| self.aboard.is_some());
    }

    fn stands_ready(&mut self, case: &Case<'_>, op: &Operation, name: &str, findings: &mut Findings) {
        if op.from_loading != self.loading {
            findings.add(Check::Loading, name, self.loading.name(), op.from_loading.name());
        }
        if op.from_loading == Loading::Rail && self.loading == Loading::Rail {
            self.needs_gauge(op.from_gauge.map(|g| g.value() as i64), name, findings);
        }
        let loadings = [op.from_loading, op.to_loading];
        let takes = case.goods.are(&op.cargo, Text::default()) && case.goods.are_in(&op.equipment, &loadings);
        if !takes || (op.to_loading != Loading::Ground && case.goods.on(op.to_loading).is_none()) {
            findings.add(Check::Loading, name, "is done", "work that takes these goods");
        }
    }

    fn clear(&mut self, case: &Case<'_>, op: &Operation, name: &str, findings: &mut Findings) {
        let here = case.country_of(self.at);
        let from_abroad = case.words(op.from_country) == ANY_COUNTRY && self.cleared != here;
        if self.cleared != op.from_country.0 && !from_abroad {
            findings.add(
                Check::Border,
                name,
                self.cleared_text(case),
                format_args!("cleared in {}", case.words(op.from_country)),
            );
        }
        if here != op.to_country.0 && here != op.from_country.0 {
            findings.add(Check::Border, name, case.corridor.text(here), "a place in one of the two countries");
        }
        self.cleared = op.to_country.0;
        self.cleared_here = true;
    }

    fn board_or_leave(
        &mut self,
        case: &Case<'_>,
        (op, f): (&Operation, &Facility),
        service: Option<&Service>,
        findings: &mut Findings,
    ) {
        let name = format!("operation:{}", case.id(op.operation_id));
        let id = service.map(|s| s.service_id);
        let boards = aboard(op.to_loading) && self.aboard.is_none();
        let partner = if boards { id } else { self.aboard };
        if let Some(s) = partner.filter(|s| !op.service.is_empty() && !op.service.contains(s)) {
            findings.add(Check::Loading, &name, case.id(s), "one of the services of the operation");
        }
        if op.from_loading != op.to_loading {
            self.is_at_the_berth(case, (op, f), partner, findings);
        }
        match service.filter(|_| boards) {
            Some(s) if s.loading.contains(&op.to_loading) => self.aboard = id,
            Some(s) => {
                findings.add(
                    Check::Loading,
                    &name,
                    op.to_loading.name(),
                    format_args!("a loading of service {}", case.id(s.service_id)),
                );
                self.aboard = id;
            }
            None if boards => findings.add(Check::Loading, &name, "no service", "the service that the goods go aboard"),
            None if !aboard(op.to_loading) => self.aboard = None,
            None => {}
        }
    }

    /// The service calls here, and where its stop names a facility, at this one, unless the operation names the service.
    fn is_at_the_berth(
        &self,
        case: &Case<'_>,
        (op, f): (&Operation, &Facility),
        service: Option<Id<Service>>,
        findings: &mut Findings,
    ) {
        let Some(s) = service else { return };
        let named = op.service.contains(&s);
        let calls = |x: &keruen_model::Stop| x.service_id == s && x.node_id == self.at;
        let here = |x: &&keruen_model::Stop| calls(x) && (named || x.facility_id.is_none_or(|own| own == f.facility_id));
        if !case.corridor.tables.stop.iter().any(|x| here(&x)) {
            let at = AnyRef { table: TableKind::Facility, id: f.facility_id.sym() };
            findings.add(
                Check::Loading,
                &case.name(at),
                format_args!("service {} served", case.id(s)),
                "a facility at which it calls",
            );
        }
    }
}
