// Made from docs/reference/openapi.json by `npm run types`; do not edit.

export type Account = {
  /** kg CO2e, well-to-wheel. */
  co2e_kg: number
  /** Code or id. */
  id: string
  /** `country` or `operator`. */
  kind: string
  /** Name. */
  name: string
  /** Charges received in US dollars. */
  revenue_usd: number
  /** Hours that a tonne spends there, times tonnes. */
  tonne_hours: number
  /** Tonne-kilometres carried. */
  tonne_km: number
  /** Tonnes that ride its railways, roads, pipelines or services, each lot once. */
  tonnes: number
}

export type Alternative = {
  /** What is different, as one would type it. */
  change: string
  /** kg CO2e of that way. */
  co2e_kg: number
  /** Dollars of that way. */
  cost: number
  /** Hours of that way, median. */
  hours: number
  /** Its cheapest way, in one line. */
  summary: string
  /** In words. */
  what: string
}

export type Apart = "node_disjoint" | "link_disjoint" | "shared"

export type Asked = {
  /** Day by whose end the goods must be there, where one was asked; empty otherwise. */
  arrive_by: string
  /** Cargo id. */
  cargo: string
  /** Cargo name. */
  cargo_name: string
  /** Local clock of departure. */
  clock: string
  /** Places and services to keep away from, or that must be used. */
  conditions: string[]
  /** Corridor. */
  corridor: string
  /** Day of departure; of a range, its first day. */
  day: string
  /** Equipment asked for; empty = the usual of the cargo. */
  equipment: string
  /** Origin. */
  from: PlaceRef
  /** Last day of departure, where a range was asked; empty otherwise. */
  last_day: string
  /** Amount. */
  quantity: number
  /** Scenarios stacked on it. */
  scenarios: string[]
  /** Destination. */
  to: PlaceRef
  /** Weight of the goods. */
  tonnes: number
  /** Unit of the amount. */
  unit: string
}

export type Beaten = {
  /** The better way. */
  by: Figures
  /** kg CO2e that it saves. */
  co2e_kg: number
  /** Dollars that it saves. */
  cost: number
  /** Hours that it saves. */
  hours: number
}

export type BerthUse = {
  /** Resource. */
  berth: string
  /** How many. */
  count: number
  /** Share taken over time. */
  share: Estimate
}

export type BlendLimit = {
  /** Tonnes in its period. */
  amount_t: number
  /** Part of the stream that the quota is, where the stream is known: the blend ratio. */
  blend_ratio?: number | null
  /** Density of the mixture at that ratio, t/m3. */
  density?: number | null
  /** Part of the quota that the lot takes. */
  lot_share: number
  /** Name. */
  name: string
  /** Period. */
  per: string
  range?: (Range | null)
  /** Resource row. */
  resource: string
  /** Sulphur of the mixture at that ratio, % by mass. */
  sulphur?: number | null
}

export type BorderTimes = {
  /** Facility. */
  border: string
  /** Hours of a lot, the wait for its turn included. */
  hours: Estimate
  /** Lots. */
  lots: Estimate
  /** Half of them within. */
  p50?: number | null
  /** Nine in ten within. */
  p90?: number | null
  /** US dollars of a lot. */
  usd: number
}

export type Branch = {
  /** Value 1 there. */
  best: number
  /** `more` or `less`. */
  better: string
  /** Criterion. */
  criterion: string
  /** How the weight was given: points, ranks, intervals, free. */
  given: string
  /** What the party calls the branch it hangs on; empty where on none. */
  group: string
  /** Whether the ends come from the table, and move when a scenario comes or goes. */
  scale_of_table: boolean
  /** Value of each scenario, 0 to 1; `None` where missing. */
  values: (number | null)[]
  /** Weight; all of them sum to 1. */
  weight: number
  /** Value 0 there. */
  worst: number
}

export type CargoChoice = {
  /** Stable name. */
  id: string
  /** Name. */
  name: string
  /** Unit in which it is counted. */
  unit: string
}

export type Cell = {
  difference?: (Span | null)
  /** Difference of the central values in per cent of the base. */
  percent?: number | null
  sign?: (Sign | null)
  value?: (Span | null)
  /** Why there is none. */
  why: string
}

export type Certificate = {
  checked?: (Checked | null)
  /** |cost - bound by the prices| / cost, by the solver itself: no flow can be cheaper by more. */
  gap: number
}

export type Chain = {
  /** Transport activity: amount x distance, over the transport elements. */
  activity: number
  /** `t-km`, or `passenger-km`. */
  activity_unit: string
  /** kg CO2e; the total of the way. */
  co2e_kg: number
  /** Elements in order. */
  elements: ChainElement[]
  /** What is missing or not stated, in words. */
  gaps: string[]
  /** g CO2e for one unit of activity, hubs included; `None` where nothing moves. */
  intensity?: number | null
  range?: (Range | null)
  /** What is counted, in words. */
  scope: string
}

export type ChainElement = {
  /** Activity: amount x distance; at a hub the amount handled (t, passengers). */
  activity: number
  /** kg CO2e. */
  co2e_kg: number
  /** What that distance is, one word for each basis met: tariff, published, shortest_feasible, great_circle, great_circle_scaled, estimate, not_stated. */
  distance_basis: string[]
  /** Distance on which the activity is counted. */
  distance_km: number
  /** Factors used, each once. */
  factors: ChainFactor[]
  /** What has no factor; empty where everything has one. */
  gap: string
  /** g CO2e for one unit of activity; at a hub for a unit handled. */
  intensity?: number | null
  /** Transport or hub. */
  kind: ElementKind
  /** Legs of the way that it is made of, counted from 0. */
  legs: number[]
  /** Mode; empty at a hub. */
  mode: string
  /** Name printed: service, operator and mode, or place. */
  name: string
  range?: (Range | null)
  /** What pulls, where the lines say so. */
  traction: string[]
}

export type ChainFactor = {
  /** How emissions of a shared vehicle are shared. */
  allocation: string
  /** How the factor was found, as its citation says: energy for a gross tonne-km x factor of the energy x gross for net. */
  basis: string
  /** kg CO2e that it gives here. */
  co2e_kg: number
  /** `primary`, `modelled`, `default`; `not_stated` where the table does not say. */
  data_grade: string
  /** Emission row. */
  emission: string
  /** `included`, `part`, `excluded`; `not_stated`. */
  empty_running: string
  /** Factor, well-to-wheel. */
  factor: number
  /** `read`, `computed`, `proxy` (of another country or ship, applied here), `assumed`; empty = uncited. */
  method: string
  /** Name. */
  name: string
  /** Unit. */
  unit: string
}

export type ChangeShown = {
  /** After. */
  new: string
  /** Before. */
  old: string
  /** `table:row.field`, or `table:row` for a row that comes or goes. */
  what: string
  /** Why. */
  why: string
}

export type Charge = {
  /** Currency of the rate. */
  currency: string
  /** What is not included. */
  excludes: string
  /** Days without charge before it runs, where it is by the day. */
  free_days?: number | null
  /** What is included. */
  includes: string
  /** How the rate came about. */
  method: string
  /** Name of the charge. */
  name: string
  /** Who asks it. */
  operator: string
  /** For what. */
  per: string
  /** Price year. */
  price_year: number
  /** How many of that. */
  quantity: number
  range?: (Range | null)
  /** Rate in its own currency. */
  rate: number
  /** Day of that rate; empty for dollars. */
  rate_date: string
  /** Publications. */
  sources: SourceRef[]
  /** Tariff row. */
  tariff: string
  /** Sum in dollars. */
  usd: number
  /** US dollars for one unit of the currency. */
  usd_rate: number
  /** First and last day on which the price holds; empty = open. */
  valid_from: string
  /** See `valid_from`. */
  valid_to: string
}

export type Checked = {
  /** The larger gap of the two problems, background and through, in sums of 32 digits. */
  gap: number
  /** Limits of the answer. */
  limits: number
  /** Of these, how many were derived again from table `resource`. */
  limits_recomputed: number
  /** The largest miss of a demand or limit, as a part. */
  miss: number
  /** Of these, for how many the use was derived again from table `use` and the traffic of the answer. */
  uses_recomputed: number
}

export type Choice = {
  /** Stable name. */
  id: string
  /** Name. */
  name: string
}

export type Cited = {
  /** read, computed, proxy, assumed; empty = uncited. */
  method: string
  /** Facts that say otherwise. */
  others: SourceRef[]
  /** `table:id.field`. */
  parameter: string
  range?: (Range | null)
  /** Arithmetic or reason. */
  reason: string
  /** Facts. */
  sources: SourceRef[]
  /** Unit. */
  unit: string
  /** The cell as it stands in the table. */
  value: string
}

export type CompareAnswer = {
  /** What the rest is compared with. */
  base: Side
  /** Corridor. */
  corridor: string
  /** Figures: the base first, then each other. */
  figures: Figure[]
  /** Method of the flow. */
  method: string
  /** Remarks on the answer as a whole. */
  notes: string[]
  /** The others, in the order asked. */
  others: Side[]
  /** Receipts by country, then by operator, with those first that change most. */
  payers: Payer[]
  sample?: (Sample | null)
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  simulated?: (Simulated | null)
  /** What is not told since the asker stopped or a limit was reached; empty = the answer is whole. */
  stopped?: string[]
  /** How money and years are weighed. */
  terms: Terms
  /** What each other brings a year and over its life. */
  worth: Worth[]
  /** Year of the flow. */
  year: number
}

export type CompareRequest = {
  /** Scenarios of the base; none = the corridor as it is. */
  base?: string[]
  /** Twelve months instead of one year. */
  months?: boolean
  /** Scenarios of each other side. */
  others: string[][]
  /** Draws of the assumed and proxy figures, the same on all sides; 0 = none. */
  ranges?: number
  /** Replications of the year with queues, weather and ships, with the same luck on all sides; 0 = none. */
  replications?: number
  /** Seed of draws and replications. */
  seed?: number | null
  /** Calendar year of the flow; without it, that of the study's round table, else the last one that demand has. */
  year?: number | null
}

export type Compared = {
  /** Ways of the answer that are at least as good in cost, time and CO2e. */
  beaten_by: Beaten[]
  /** The way. */
  way: Figures
}

export type CorridorSummary = {
  /** Day on which questions are asked unless they say otherwise. */
  as_of: string
  /** Layers of the base map, the lowest first. */
  base: string[]
  /** Goods. */
  cargoes: CargoChoice[]
  /** Credits that the page shows. */
  credits: string[]
  /** Currency of totals. */
  currency: string
  /** What it represents. */
  description: string
  /** Equipment. */
  equipment: Choice[]
  /** Figures by how they came about. */
  figures: Record<string, number>
  /** Stable name. */
  id: string
  /** Version of the program. */
  keruen: string
  /** Places. */
  places: PlaceChoice[]
  /** Version of this shape. */
  schema_version: number
  /** Services. */
  services: ServiceChoice[]
  /** Rows by table. */
  tables: Record<string, number>
  /** Title. */
  title: string
  /** Years that demand speaks of. */
  years: number[]
}

export type CostShown = {
  /** Years that it lasts. */
  life?: number | null
  /** Why that life. */
  life_why: string
  /** read, computed, proxy, assumed. */
  method: string
  /** Year of the prices. */
  price_year: number
  /** As the source gives it. */
  told: string
  /** Money spent once, US dollars. */
  usd: Span
  /** Arithmetic or reason. */
  why: string
  /** Money spent each year beside it, US dollars. */
  yearly_usd: number
}

export type CostTotal = {
  /** Sum. */
  amount: number
  /** Currency. */
  currency: string
  /** Newest price year among the charges; older charges are not inflated. */
  price_year: number
  range?: (Range | null)
}

export type Counts = {
  /** Assumed. */
  assumed: number
  /** Computed from facts. */
  computed: number
  /** Read elsewhere. */
  proxy: number
  /** Read in a fact. */
  read: number
  /** Without citation. */
  uncited: number
}

export type Criterion = {
  /** Id. */
  id: string
  /** Name. */
  name: string
  /** What is not known is not known of all scenarios alike: one draw moves the whole column. */
  together: boolean
  /** Unit. */
  unit: string
}

export type Difference = {
  /** Mean under the base. */
  base: number
  /** Other - base, with its interval by pairs. */
  difference: Estimate
  /** It speaks of all through goods or all ships. */
  headline: boolean
  /** Mean under the other. */
  other: number
  /** Whether the interval leaves out zero. */
  sure: boolean
  /** Unit. */
  unit: string
  /** Variance of the difference over that of runs with luck of their own: what shared luck saves; `None` where nothing varies. */
  variance_ratio?: number | null
  /** What is measured, and of what. */
  what: string
}

export type Draft = {
  /** What it changes. */
  changes: NewChange[]
  /** Stable name: small letters, digits, hyphens and dots. */
  id: string
  /** Title. */
  name: string
  /** Facts it rests on. */
  source?: string[]
  /** Who argues for it and what it changes. */
  why?: string
}

export type DraughtUse = {
  /** Depth for a keel on the day, metres. */
  depth_m: number
  /** Facility with the least water. */
  facility: string
  /** Payload that is left, tonnes. */
  left_t: number
  /** Its name. */
  name: string
  /** Payload of the full ship, tonnes. */
  payload_t: number
  /** Ship of the service that keeps most of its payload. */
  vehicle: string
  /** Voyages that the lot takes at that payload. */
  voyages: number
  /** Depth that the full ship needs, metres. */
  wanted_m: number
}

export type Drawn = {
  /** Whether its sign holds. */
  sign: Sign
  /** 5 per cent of the draws, as the tables stand, 95 per cent. */
  span: Span
}

export type ElementFlow = {
  /** Tonnes by period. */
  by_period: number[]
  /** `forth`, `back`; empty where it has no direction. */
  direction: string
  /** Mode; empty for work at a terminal. */
  mode: string
  /** Name. */
  name: string
  /** Highest use of any limit that stands at it, 0 to 1; `None` where nothing limits it. */
  share?: number | null
  /** TEU over all periods. */
  teu: number
  /** Tonnes over all periods. */
  tonnes: number
  /** Trucks over all periods. */
  trucks: number
  /** Seats or Tbit/s over all periods. */
  units: number
  /** Who uses it: wish and tonnes (units for seats and data), the largest first. */
  users: [string, number][]
  /** Wagons over all periods. */
  wagons: number
  /** `link:id`, `service:id`, `operation:id@facility`. */
  what: string
}

export type ElementKind = "transport" | "hub"

export type EmissionUse = {
  /** How emissions of a shared vehicle are shared. */
  allocation: string
  /** Emission row. */
  emission: string
  /** Factor. */
  factor: number
  /** How the factor came about. */
  method: string
  /** Name. */
  name: string
  range?: (Range | null)
  /** Unit. */
  unit: string
}

export type EmptiesFlow = {
  /** Every kind of equipment that comes back, in the order of its table. */
  kinds: EmptyKind[]
  /** Empty moves, the largest first. */
  moves: EmptyMove[]
  /** Places from or to which no way for empties leads: others bring these pieces back to a pool, or from one, at no price. */
  others: EmptyGap[]
  /** What one more empty piece is worth where; places where it is worth least are left out. */
  worth: EmptyWorth[]
}

export type EmptyGap = {
  /** Place. */
  at: string
  /** Equipment row. */
  equipment: string
  /** How many. */
  pieces: number
}

export type EmptyKind = {
  /** Pieces that go empty. */
  empty: number
  /** Equipment row. */
  equipment: string
  /** Pieces that go laden, each time goods are put on or in one. */
  laden: number
  /** Name. */
  name: string
  /** Who owns the pool; empty where nobody is named. */
  owner: string
  /** What it is counted in. */
  unit: string
  /** Charges of the empty moves in US dollars. */
  usd: number
}

export type EmptyMove = {
  /** Equipment row. */
  equipment: string
  /** Destination. */
  to: string
  /** Origin, how, how many and at what price. */
  way: WayFlow
}

export type EmptyWorth = {
  /** Place. */
  at: string
  /** Equipment row. */
  equipment: string
  /** Period. */
  period: string
  /** US dollars. */
  usd: number
}

export type Estimate = {
  /** Half of the interval; `None` of one replication. */
  half?: number | null
  /** Mean. */
  mean: number
}

export type FactShown = {
  /** Date it holds for. */
  as_of: string
  /** Fact id. */
  fact: string
  /** Grade. */
  grade: string
  /** Note. */
  note: string
  /** Publisher. */
  publisher: string
  /** Link. */
  url: string
  /** Value and unit as printed. */
  value: string
  /** Subject and quantity. */
  what: string
}

export type Fault = {
  /** What was wrong. */
  error: string
  /** What to try next. */
  next: string
}

export type Figure = {
  /** The base first, then each other. */
  cells: Cell[]
  /** Id, also as a criterion of parties. */
  id: string
  /** Name. */
  name: string
  /** Question it answers: `flow`, or a question of the study. */
  question: string
  /** Unit. */
  unit: string
}

export type FigurePage = {
  /** Those of this page. */
  figures: Cited[]
  /** How many there are in all. */
  total: number
}

export type Figures = {
  /** kg CO2e. */
  co2e_kg: number
  /** Dollars. */
  cost: number
  /** Hours, median. */
  hours: number
  /** Label. */
  label: string
  /** Services and countries in order. */
  summary: string
}

export type Film = {
  /** First day; times count from its midnight. */
  first: string
  /** Moves of goods on land, by their beginning; `who` is a row. */
  goods: Moves
  /** Hours from there to the end. */
  hours: number
  /** Of so many lots one is shown, the same on its whole way; ships are shown all. */
  one_in: number
  /** A queue is told for each so many hours. */
  queue_hours: number
  /** Goods that wait for a ship, by place. */
  queues: PlaceQueue[]
  /** Rows of demand and opening stock: id, and whether they move beside the through demand. */
  rows: FilmRow[]
  /** Moves of ships, by their beginning; `who` is a ship. */
  sailings: Moves
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Ships. */
  ships: string[]
  /** Moments of moves are whole numbers of so many hours. */
  step_hours: number
  /** Where moves lead. */
  stretches: Stretch[]
}

export type FilmRow = {
  /** Moves beside the through demand. */
  background: boolean
  /** Goods. */
  cargo: string
  /** Row of demand or state. */
  row: string
}

export type Flight = {
  /** Departures a week in one direction. */
  departures_per_week?: number | null
  /** Leg of the way, counted from 0. */
  leg: number
  /** Name. */
  name: string
  /** Who flies. */
  operator: string
  /** Traffic rights and other papers that a rule asks for. */
  rights: string[]
  /** Service. */
  service: string
}

export type Flip = {
  /** Nearest weight at which the winner changes, the others in proportion; `None` where none does. */
  at?: number | null
  /** Weight now. */
  weight: number
  /** Criterion, or party where voices are weighed. */
  what: string
  /** Who wins beyond it. */
  winner?: number | null
}

export type FlowAnswer = {
  /** Who earns what. */
  accounts: Account[]
  /** What proves the answer. */
  certificate: Certificate
  /** What moves over each link, service and operation. */
  elements: ElementFlow[]
  empties?: (EmptiesFlow | null)
  /** Everything scarce that is used, the dearest first. */
  limits: LimitFlow[]
  /** Remarks on the answer as a whole. */
  notes: string[]
  /** Share of each origin in what a market takes. */
  origins: OriginShare[]
  /** What was asked. */
  question: FlowAsked
  ranges?: (FlowRanges | null)
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Size of the problem. */
  size: FlowSize
  /** What finite steps bring, where asked for. */
  steps: StepFlow[]
  /** Sums over everything. */
  totals: FlowTotals
  /** Every wish and what became of it, in the order of the table. */
  wishes: WishFlow[]
}

export type FlowAsked = {
  /** Corridor. */
  corridor: string
  /** `least-cost`, `max-throughput`, `equilibrium` or `choice`. */
  method: string
  /** Periods: one for the year or twelve months; first and last day of each. */
  periods: PeriodRef[]
  /** Scenarios stacked on it. */
  scenarios: string[]
  /** Year. */
  year: number
}

export type FlowRanges = {
  /** Samples in which the corridor had no answer; they are left out. */
  failed: number
  /** Headlines. */
  headlines: HeadlineRange[]
  /** Remarks. */
  notes: string[]
  /** Assumed and proxy parameters with a low and a high end. */
  parameters: number
  /** Limits that have a price in the base or in a sample, the most often dearest first. */
  ranking: LimitRank[]
  /** Share of samples in which the dearest limit is that of the base. */
  same_first: number
  /** Samples asked for. */
  samples: number
  /** Groups of parameters (`table.field`), the strongest first. */
  screening: GroupEffect[]
  /** Seed of the sample. */
  seed: number
  /** Single parameters, the strongest first. */
  tornado: SingleEffect[]
}

export type FlowRequest = {
  /** Boxes and wagons come back: loaded and empty moves are found together. */
  empties?: boolean
  /** Let origins compete for the markets that have a price. */
  markets?: boolean
  /** Method. */
  method?: Method
  /** Twelve months instead of one year. */
  months?: boolean
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** Choice only: odds of a way fall e times when it is 1/spread dearer. */
  spread?: number
  /** So many of the dearest limits are solved again with more of them. */
  steps?: number
  /** So many of the dearest limits get the range of their price. */
  top?: number
  /** Calendar year; without it, the last one that demand has. */
  year?: number | null
}

export type FlowSize = {
  /** Arcs of all graphs. */
  arcs: number
  /** Ways generated. */
  columns: number
  /** Wishes times periods. */
  commodities: number
  /** Limits times periods. */
  rows: number
  /** States of all graphs. */
  states: number
}

export type FlowTotals = {
  /** Tonnes of background traffic carried. */
  background_tonnes: number
  /** Charges paid for through demand in US dollars, ways and outside options. */
  charges_usd: number
  /** kg CO2e of through demand, well-to-wheel. */
  co2e_kg: number
  /** Charges and the value of the time of through demand: what was made least. */
  generalised_usd: number
  /** Generalised cost of the same demand if all went by its outside options; `None` where some has none. */
  outside_usd?: number | null
  /** TEU of through demand carried by the corridor. */
  teu: number
  /** Tonne-kilometres of through demand on the corridor. */
  tonne_km: number
  /** Tonnes of through demand carried by the corridor. */
  tonnes: number
}

export type ForumAnswer = {
  joint?: (JointAnswer | null)
  /** Remarks on the answer as a whole. */
  notes: string[]
  /** Each party that showed its weights. */
  parties: PartyAnswer[]
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Parties whose weights are still sealed; they have no say yet. */
  sealed: Sealed[]
  /** Seed of the draws. */
  seed: number
  /** What was weighed. */
  table: ForumTable
}

export type ForumRequest = {
  /** Draws of weights and values for each party. */
  draws?: number
  /** Points in place of a party's own weights: by party, then by criterion. A criterion that is not named gets none. */
  points?: Record<string, Record<string, number>>
  /** Parties at hand, by preset. */
  preset: string[]
  /** Seed of the draws. */
  seed?: number
  /** Answer that holds the proposals. */
  table: string
}

export type ForumTable = {
  /** Scenarios. */
  alternatives: Named[]
  /** Value of each scenario in each criterion; `None` where it is not known. */
  cells: (((Span | null))[])[]
  /** Criteria. */
  criteria: Criterion[]
}

export type GraphSize = {
  /** Arcs left after the rules. */
  arcs: number
  /** Departures searched. */
  departures: number
  /** Labels that the searches made. */
  labels: number
  /** Arcs that a rule or a missing price took out. */
  refused: number
  /** States: place x loading x gauge x custody x service. */
  states: number
}

export type Group = {
  /** Counts. */
  counts: Counts
  /** Name. */
  group: string
  /** Share of `read` and `computed`, weighted by influence; `None` where no answer depends on the group. */
  influence_weighted_sourced?: number | null
  /** The group's part of all weight. */
  weight: number
}

export type GroupEffect = {
  /** Its standard deviation: high beside the mean where the effect hangs on what the others do. */
  deviation: number
  /** `table.field`. */
  group: string
  /** Mean size of the effect. */
  mean: number
  /** How many parameters. */
  parameters: number
}

export type HeadlineRange = {
  /** As the tables stand. */
  base: number
  /** Name. */
  name: string
  /** 5 and 95 per cent of the samples lie below. */
  range: Range
  /** Unit. */
  unit: string
}

export type HoursTotal = {
  /** Borders. */
  border: number
  /** Handling, gauge change, papers. */
  handling: number
  /** How the two were found. */
  kind: string
  /** Moving. */
  moving: number
  /** Median. */
  p50: number
  /** 90th percentile. */
  p90: number
  /** Waiting for a departure. */
  waiting: number
}

export type Influence = {
  /** The parameter. */
  cited: Cited
  /** Mean change of the headlines for a change of the value by one per cent, in per cent. */
  elasticity: number
  /** Group. */
  group: string
  /** Mean change of the study's headlines from low to high, in per cent of the headline. */
  low_to_high_pct: number
  /** The headline that moves most. */
  most_moved: string
  /** By how many per cent from low to high. */
  most_moved_pct: number
}

export type JobRequest = ({
  /** Boxes and wagons come back: loaded and empty moves are found together. */
  empties?: boolean
  /** Let origins compete for the markets that have a price. */
  markets?: boolean
  /** Method. */
  method?: Method
  /** Twelve months instead of one year. */
  months?: boolean
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** Choice only: odds of a way fall e times when it is 1/spread dearer. */
  spread?: number
  /** So many of the dearest limits are solved again with more of them. */
  steps?: number
  /** So many of the dearest limits get the range of their price. */
  top?: number
  /** Calendar year; without it, the last one that demand has. */
  year?: number | null
  kind: "flow"
} | {
  /** Facts older than so many days count as stale. */
  stale_after?: number
  kind: "sources"
} | {
  /** Scenarios of the base; none = the corridor as it is. */
  base?: string[]
  /** Twelve months instead of one year. */
  months?: boolean
  /** Scenarios of each other side. */
  others: string[][]
  /** Draws of the assumed and proxy figures, the same on all sides; 0 = none. */
  ranges?: number
  /** Replications of the year with queues, weather and ships, with the same luck on all sides; 0 = none. */
  replications?: number
  /** Seed of draws and replications. */
  seed?: number | null
  /** Calendar year of the flow; without it, that of the study's round table, else the last one that demand has. */
  year?: number | null
  kind: "compare"
} | {
  /** Calendar year of the flow; without it, that of the study. */
  year?: number | null
  kind: "proposals"
} | {
  /** How many replications. */
  replications?: number
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** Seed of all luck: runs of one seed share their storms. */
  seed?: number
  /** Calendar year; without it, the last one that demand has. */
  year?: number | null
  kind: "simulate"
})

export type JobState = {
  /** Steps done. */
  done: number
  /** Its name: the hash of the question. The answer lies under the same name. */
  id: string
  /** Why there is no answer. */
  message: string
  /** What is asked, as it was sent. */
  question: unknown
  /** How far it is. */
  stage: Stage
  /** Steps in all; 0 = not known yet. */
  total: number
}

export type JointAnswer = {
  /** Kendall's W of the rankings, 0 = no accord, 1 = one ranking; `None` of one party or one scenario. */
  accord?: number | null
  /** Pairs that every party sees alike: better, worse. */
  agreed: [number, number][]
  /** Borda points of the parties' rankings. */
  borda: Scored[]
  /** Scenarios among the first three of every party. */
  common_top: number[]
  /** Majorities won less majorities lost. */
  copeland: Scored[]
  /** Mean acceptability of the first rank by voice. */
  first_rank: number[]
  /** Least change of a voice that gives another winner of the mean. */
  flips: Flip[]
  /** Mean of the parties' weighted sums by voice. */
  mean: Scored[]
  /** No other scenario is at least as good for all parties and better for one. */
  pareto: boolean[]
  /** Largest regret of any party, with the sign turned: the more the better. */
  regret: Scored[]
  /** Which party has that regret. */
  regret_of: number[]
  /** Pairs whose joint order turns when a third scenario is left out. */
  reversals: Reversal[]
  /** Winners of the methods when a party is left out. */
  without: LeftOut[]
}

export type Lateness = {
  /** Draws behind these figures. */
  draws: number
  /** Chance to keep it. */
  kept?: number | null
  /** Hours in which one journey in two is over. */
  p50: number
  /** Hours in which nine in ten are. */
  p90: number
  /** What was promised, in words; empty where nothing was. */
  promise: string
}

export type LeftOut = {
  /** First by Borda. */
  borda: number[]
  /** First by Copeland. */
  copeland: number[]
  /** First by the mean. */
  mean: number[]
  /** Party. */
  party: number
  /** First by minimax regret. */
  regret: number[]
}

export type Leg = {
  /** Hours since departure at which it begins, if everything before takes its median. */
  at: number
  /** Charges. */
  charges: Charge[]
  /** kg CO2e, well-to-wheel. */
  co2e_kg: number
  /** Sum of the charges. */
  cost: number
  cost_range?: (Range | null)
  /** Distance. */
  distance_km: number
  draught?: (DraughtUse | null)
  emission?: (EmissionUse | null)
  /** Facility, where the leg is work at one. */
  facility?: string | null
  /** From. */
  from: PlaceRef
  /** Hours, median. */
  hours: number
  /** Hours, 90th percentile of the leg alone. */
  hours_p90: number
  /** What happens. */
  kind: LegKind
  /** Link, where it runs on one. */
  link?: string | null
  /** Links of a ride, in order. */
  links: string[]
  /** Mode; empty for work at a terminal. */
  mode: string
  /** What is printed. */
  name: string
  /** Operation, where it is one. */
  operation?: string | null
  /** Operator. */
  operator: string
  /** Papers shown or made here. */
  papers: string[]
  /** Parameters used, as `table:id.field`. */
  parameters: string[]
  /** Chance of a hard event on it. */
  risk: number
  /** Service, where it rides on one. */
  service?: string | null
  /** Publications behind the leg's figures. */
  sources: SourceRef[]
  /** Tariff row of the through rate under which it runs: what that rate covers is charged once, where the run begins. */
  through?: string | null
  /** To; the same place for work at a terminal. */
  to: PlaceRef
  /** Where a wait comes from; empty for everything else. */
  wait_origin: string
}

export type LegKind = "move" | "handle" | "gauge_change" | "border" | "papers" | "wait"

export type LightPath = {
  /** Part of the time in which every span works; `None` where a span has no fault rate. */
  availability?: number | null
  /** Countries of the nodes passed, each once, in order. */
  countries: string[]
  /** One way. */
  one_way_ms: number
  /** Length. */
  path_km: number
  /** There and back. */
  round_trip_ms: number
  /** Spans in order. */
  spans: LightSpan[]
}

export type LightSpan = {
  /** 1 / (1 + faults a year x mean hours of repair / hours of a year). */
  availability?: number | null
  /** Delay of the equipment. */
  equipment_ms: number
  /** From, node id. */
  from: string
  /** Delay of the glass. */
  glass_ms: number
  /** Length. */
  km: number
  /** Link. */
  link: string
  /** Name. */
  name: string
  /** To, node id. */
  to: string
}

export type LimitFlow = {
  /** How much there is. */
  amount: number
  /** Row of the network it stands at, as `table:id`. */
  at: string
  /** Kind of scarcity. */
  kind: string
  /** Resource row with its direction, `service.places`, `fleet.time` ... */
  limit: string
  /** What it is called. */
  name: string
  /** Period. */
  period: string
  /** A price that proves the optimum, in US dollars of generalised cost: one more unit saves at most this, and the low end of the interval. */
  price: number
  price_holds?: (Range | null)
  price_interval?: (Range | null)
  /** What an end of the interval means where it is no plain number, or why there is no interval. */
  price_note?: string | null
  /** Used / there is. */
  share: number
  /** Unit of both. */
  unit: string
  /** How much is used. */
  used: number
}

export type LimitRank = {
  /** Its place in the base, from 1, by what the whole of it is worth; `None` where it has no price there. */
  base?: number | null
  /** Share of samples in which it is the dearest. */
  first: number
  /** Limit. */
  limit: string
  /** Price of one more unit over the samples, 5 and 95 per cent. */
  price: Range
  /** Share of samples in which it has a price. */
  priced: number
}

export type LiveRequest = {
  /** Changes of cells, as in a scenario. */
  changes?: NewChange[]
  /** By limit, as in the answer: how much more there is of it than in the tables; below zero, less. */
  more?: Record<string, number>
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** Calendar year; without it, the last one that demand has. */
  year?: number | null
}

export type Mark = {
  /** Kilometres behind. */
  km: number
  /** Hours that one in ten does not exceed. */
  p10: number
  /** Half of them. */
  p50: number
  /** Nine in ten. */
  p90: number
  /** Place, and what happens there: ready, aboard, ashore, arrived. */
  place: string
}

export type Method = "least-cost" | "max-throughput" | "choice" | "equilibrium" | "system-optimum"

export type Moves = {
  /** When it begins. */
  begins: number[]
  /** How long it lasts. */
  lasts: number[]
  /** Position among the stretches. */
  over: number[]
  /** Pieces that it takes. */
  pieces: number[]
  /** Row or ship, by position. */
  who: number[]
}

export type Named = {
  /** Id. */
  id: string
  /** Name. */
  name: string
}

export type NetFlow = {
  /** How much the others outrank it. */
  minus: number
  /** Difference. */
  net: number
  /** How much it outranks the others. */
  plus: number
  /** 1 = first; equal flows share the mean of their places. */
  rank: number
}

export type Netback = {
  /** Netback for a unit, in dollars. */
  amount: number
  /** Cargo that is sold. */
  cargo: string
  /** Cost of the way for a unit, in dollars. */
  cost: number
  /** Market row. */
  market: string
  /** Price of a unit in dollars. */
  price: number
  /** How the price came about. */
  price_method: string
  price_range?: (Range | null)
  /** Price year of the price. */
  price_year: number
  range?: (Range | null)
  /** Unit. */
  unit: string
}

export type NewChange = {
  /** Field. */
  field: string
  /** Row. */
  id: string
  /** The value that must stand there now. */
  old?: string | null
  /** Or a factor. */
  scale?: number | null
  /** The new value. */
  set?: string | null
  /** Table. */
  table: string
  /** Why. */
  why?: string
}

export type NoAnswer = {
  /** Questions near to this one that have an answer. */
  alternatives: Alternative[]
  /** The refusals that, taken back one at a time, would open a way. */
  cut: Refused[]
  /** What to try next. */
  hint: string
  /** In one sentence. */
  reason: string
}

export type OilLot = {
  /** Cargo that is delivered: the stream of the last mixed pipeline, else the cargo itself. */
  delivered: string
  /** Pipelines. */
  pipes: PipeUse[]
  /** Voyages by tanker. */
  tankers: TankerUse[]
}

export type OriginShare = {
  /** How much. */
  amount: number
  /** Market row. */
  market: string
  /** Share of the market's intake. */
  share: number
  /** Supply row. */
  supply: string
  /** Unit. */
  unit: string
}

export type PartyAnswer = {
  /** Least change of each weight that gives another winner. */
  flips: Flip[]
  /** Where its weights come from. */
  note: string
  /** Party. */
  party: Named
  /** PROMETHEE II. */
  promethee: NetFlow[]
  /** Pairs whose order turns when a third scenario is left out. */
  reversals: Reversal[]
  /** SMAA-2. */
  smaa: Smaa
  /** Facts or pages that the party names. */
  source: string[]
  /** Weighted sum of values. */
  sum: Scored[]
  /** Its tree: criteria with weight and value. */
  tree: Branch[]
  /** How much it counts in the joint ranking. */
  voice: number
}

export type PartyShown = {
  /** Stable name. */
  id: string
  /** Name. */
  name: string
  /** Where its weights come from. */
  note: string
  /** Weights of its criteria: all of them sum to 100. */
  points: Record<string, number>
}

export type Payer = {
  /** Others less base. */
  change: number[]
  /** Code or id. */
  id: string
  /** `country` or `operator`. */
  kind: string
  /** Name. */
  name: string
  /** Receipts of the year, US dollars; less than nothing where subsidies are larger. The base first. */
  usd: number[]
}

export type PeriodRef = {
  /** First day. */
  first: string
  /** Last day. */
  last: string
  /** Year, or year and month. */
  name: string
}

export type PermitNeed = {
  /** Day on which it is asked for. */
  asked_on: string
  /** Who grants it. */
  authority: string
  /** First day on which it is there (median). */
  earliest: string
  /** Median days from application to grant. */
  lead_days: number
  /** 90th percentile. */
  lead_days_p90: number
  /** Name. */
  name: string
  /** Permit row. */
  permit: string
  /** How much may be moved under it in a year; `None` = no limit is known. */
  quota?: number | null
  /** Part of the quota that the lot takes, where the two have one unit. */
  quota_share?: number | null
  /** Unit of the quota; empty without one. */
  quota_unit: string
  /** Rule that asks for it. */
  rule: string
}

export type PipeUse = {
  /** Leg of the way, counted from 0. */
  leg: number
  /** Days from injection to delivery: the time in which the flow moves one line fill. */
  line_fill_days: number
  /** Link. */
  link: string
  /** Least lot taken. */
  minimum_lot_t?: number | null
  /** Name. */
  name: string
  stream?: (Stream | null)
}

export type PlaceChoice = {
  /** Country. */
  country: string
  /** Stable name. */
  id: string
  /** English name. */
  name: string
  /** Other names by language. */
  names: Record<string, string[]>
  /** Longitude and latitude. */
  position: number[]
}

export type PlaceQueue = {
  /** Pieces, mean of each slice of time. */
  pieces: number[]
  /** Place. */
  place: string
}

export type PlaceRef = {
  /** Country. */
  country: string
  /** Node id. */
  id: string
  /** English name. */
  name: string
  /** Longitude and latitude in millionths of a degree, so that the value is exact. */
  position: number[]
}

export type Preset = {
  /** Stable name. */
  id: string
  /** Parties. */
  parties: PartyShown[]
  /** Who sits there. */
  title: string
}

export type Proposal = {
  /** It against its base. */
  compare: CompareAnswer
  /** Short name. */
  id: string
  /** Name. */
  name: string
}

export type Proposals = {
  /** Every proposal against its base. */
  proposals: Proposal[]
  /** Scenarios by criteria. */
  table: ForumTable
}

export type ProposalsRequest = {
  /** Calendar year of the flow; without it, that of the study. */
  year?: number | null
}

export type Protection = {
  /** How far apart they are. */
  apart: Apart
  /** Part of the time in which at least one works, faults of different spans independent; `None` where a span has no fault rate. */
  availability?: number | null
  /** One way along the fastest way of all, which need not be one of the two. */
  fastest_ms: number
  /** The other one. */
  protection: LightPath
  /** Spans and inner nodes that both use, as `link:id` and `node:id`. */
  shared: string[]
  /** Countries that both pass, ends left out: a risk that no choice of spans removes. */
  shared_countries: string[]
  /** The shorter one. */
  working: LightPath
}

export type Queue = {
  /** Place. */
  at: string
  /** Pieces waiting at the end. */
  at_end: Estimate
  /** Wagons, boxes and tonnes that went aboard, each week; trucks are not among them. */
  boarded_by_week: number[]
  /** Mean of each week. */
  by_week: number[]
  /** Calls of ships. */
  calls: Estimate
  /** Lots that went aboard, over all replications. */
  count: number
  /** The queue grows as long as one watches: no mean holds beyond this run. */
  drifts: boolean
  /** The same, high. */
  high_by_week: number[]
  /** Hours waited. */
  hours: Estimate
  /** Days that the longest waiting of those who went aboard had waited, each week. */
  longest_days_by_week: number[]
  /** Lowest and highest week's mean of nine replications in ten. */
  low_by_week: number[]
  /** Pieces waiting, mean over time. */
  mean: Estimate
  /** Most at one moment, mean over replications. */
  most: Estimate
  /** Hours that a ship waits off the port, for weather and a berth. */
  off_port_hours: Estimate
  /** Half of them within; `None` of nothing. */
  p50?: number | null
  /** Nine in ten within. */
  p90?: number | null
  /** Service. */
  service: string
  /** Of the pieces that wait, trucks: mean of each week. */
  trucks_by_week: number[]
}

export type Range = {
  /** High end. */
  high: number
  /** Low end. */
  low: number
}

export type Refused = {
  /** How many arcs went. */
  arcs: number
  /** Whose rule it is. */
  authority: string
  /** What would bring it back: a permit, a paper, a consent, a day. */
  lifted_by: string[]
  /** Name. */
  name: string
  /** Reason. */
  reason: string
  /** Rule row, or a word such as `no-price`. */
  rule: string
  /** What, as `table:id`. */
  what: string
}

export type Return = {
  /** The way back, asked on that day. */
  answer: RouteAnswer
  /** Day of the way back. */
  day: string
  /** There and back, for each label that both have. */
  totals: ReturnTotal[]
}

export type ReturnTotal = {
  /** kg CO2e, both ways. */
  co2e_kg: number
  /** Money, both ways. */
  cost: number
  /** Hours on the way, both ways. */
  hours: number
  /** Label. */
  label: string
  range?: (Range | null)
  /** What it would cost without subsidies. */
  without_subsidy: number
}

export type Reversal = {
  /** Better with it, worse without it. */
  first: number
  /** Method. */
  method: string
  /** The other one. */
  second: number
  /** Scenario left out. */
  without: number
}

export type RoomUse = {
  /** Days under a ban. */
  banned_days: Estimate
  /** Bans that began. */
  bans: Estimate
  /** What lies there and what waits for room, mean of each week. */
  by_week: number[]
  /** How much there is. */
  capacity: number
  /** What waits for room grows as long as one watches: no mean of a wait holds beyond this run. */
  drifts: boolean
  /** Hours that a lot which had to wait for room did. */
  hours: Estimate
  /** Lots with their senders at the end. */
  kept: Estimate
  /** Mean over time. */
  mean: Estimate
  /** Most at one moment. */
  most: Estimate
  /** Most beyond what there is room for, put down off ships. */
  over: Estimate
  /** Resource. */
  room: string
  /** Lots that wait for room at the end. */
  waiting: Estimate
}

export type RouteAnswer = {
  back?: (Return | null)
  no_answer?: (NoAnswer | null)
  /** Remarks on the answer as a whole. */
  notes: string[]
  protection?: (Protection | null)
  /** What was asked. */
  question: Asked
  /** What a rule took out of the network before the search. */
  refused: Refused[]
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Size of the state graph searched. */
  size: GraphSize
  /** Ways, the labelled ones first; no way is better than another in cost, time, CO2e and risk at once. */
  ways: Way[]
}

export type RouteQuestion = {
  /** Countries (KZ) and rows (service:id) to keep away from. */
  avoid?: string[]
  /** Cargoes that travel together with the goods. */
  beside?: string[]
  /** What is shipped. */
  cargo?: string
  /** Day of departure, YYYY-MM-DD; empty = that of the scenario, else of the corridor. */
  day?: string
  /** In what it travels; empty = the usual of the cargo. */
  equipment?: string
  /** From where: an id, a name in five languages, a UN/LOCODE or a close spelling. */
  from: string
  /** Ways that emit at most so many kg of CO2e. */
  max_co2e?: number | null
  /** Ways that cost at most so many dollars. */
  max_cost?: number | null
  /** Day on which the permits are asked for; empty = the day of departure. */
  permits_asked?: string
  /** Days that the customer was told: the chance to keep them is told for each way. */
  promise_days?: number | null
  /** How much. */
  quantity?: number
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** To where. */
  to: string
  /** Unit of the quantity; empty = that of the cargo. */
  unit?: string
  /** Countries and rows that must be used. */
  use?: string[]
  /** Most ways shown. */
  ways?: number
}

export type RowTimes = {
  /** Moves beside the through demand. */
  background: boolean
  /** At borders. */
  border: number
  /** Goods. */
  cargo: string
  /** Pieces that arrived. */
  delivered: Estimate
  /** From. */
  from: string
  /** Handled. */
  handling: number
  /** Hours of a lot that arrived. */
  hours: Estimate
  /** Share of the lots that arrived within the promised days, where they were told. */
  in_time?: number | null
  /** Lots that a loading ban keeps with their senders at the end, and lots that turned to another way. */
  kept: Estimate
  /** Along the way: kilometres behind, and hours since setting out. */
  marks: Mark[]
  /** Mean hours moving. */
  moving: number
  /** Why nothing moves; `None` where something does. */
  no_way?: string | null
  /** Goes by its outside option. */
  outside: boolean
  /** Hours that one in ten does not exceed; `None` of nothing. */
  p10?: number | null
  /** Half of them. */
  p50?: number | null
  /** Nine in ten. */
  p90?: number | null
  /** Waiting for room, wagons or permits. */
  room: number
  /** Row of demand or state. */
  row: string
  spread?: (Spread | null)
  /** Pieces that set out. */
  started: Estimate
  /** To. */
  to: string
  /** Tonnes that arrived. */
  tonnes: Estimate
  /** Lots that a ban or a queue turned to another way of the same wish. */
  turned_away: Estimate
  /** Waiting for a turn at whatever is scarce by the day. */
  turns: number
  /** Pieces still under way at the end. */
  under_way: Estimate
  /** Waiting for a vehicle. */
  waiting: number
  /** Week by week, mean over replications; none of background goods. */
  weeks: RowWeek[]
}

export type RowWeek = {
  /** Pieces that arrived. */
  arrived: number
  /** Mean hours on the way of those; nought where none did. */
  hours: number
  /** Pieces that came off their first ship. */
  landed: number
  /** Pieces that set out. */
  started: number
}

export type Sample = {
  /** Draws made. */
  draws: number
  /** Draws in which some side had no answer; they are left out on all. */
  failed: number
  /** Assumed and proxy parameters with a low and a high end, on any side. */
  parameters: number
  /** Seed. */
  seed: number
}

export type ScenarioChange = {
  /** Value after. */
  after?: string | null
  /** Value before. */
  before?: string | null
  /** Field; empty where a whole row comes or goes. */
  field: string
  /** Row. */
  row: string
  /** Table. */
  table: string
  /** Why. */
  why: string
}

export type ScenarioRow = {
  /** How many changes it makes. */
  changes: number
  /** The day it speaks of; `None` = that of the corridor. */
  date?: string | null
  /** Stable name. */
  id: string
  /** Title. */
  name: string
  /** Facts it rests on. */
  source: string[]
  /** Who argues for it and what it changes. */
  why: string
}

export type ScenarioShown = {
  /** Every change, before and after. */
  changes: ScenarioChange[]
  /** Day that its answers speak of. */
  day: string
  /** The scenario. */
  scenario: ScenarioRow
}

export type Scored = {
  /** With every doubt and gap for it. */
  high: number
  /** With every doubt and gap against the scenario. */
  low: number
  /** 1 = first; equal scores share the mean of their places. */
  rank: number
  /** Score; the more the better. */
  score: number
}

export type Sealed = {
  /** Salted hash of its weights. */
  hash: string
  /** Party. */
  party: Named
}

export type Seats = {
  /** Departures a week of the rarest ride; `None` where one has no timetable and no headway. */
  departures_per_week?: number | null
  /** What a seat costs before subsidies. */
  fare: number
  /** Rides in order. */
  flights: Flight[]
  /** What is left to the traveller: fare less subsidy. */
  price: number
  /** What subsidies pay, not below zero. */
  subsidy: number
}

export type Section = {
  /** `rail`, `road` or `sea`: the mode of most of the kilometres. */
  mode: string
  /** km/h from door to door. */
  speed: number
  /** km/h while moving. */
  speed_moving: number
  /** Tonnes behind the figures. */
  tonnes: number
  /** US dollars for 500 km and 20 t, all charges of the way. */
  usd: number
}

export type ServiceChoice = {
  /** Places where it calls, in order. */
  calls: string[]
  /** Fleets that serve it. */
  fleets: string[]
  /** Stable name. */
  id: string
  /** Links that it runs over. */
  links: string[]
  /** Mode. */
  mode: string
  /** Name. */
  name: string
}

export type ShipUse = {
  /** Share of what would be full first, mean over departures. */
  load: Estimate
  /** Hours off ports, for weather and berths. */
  off_port_hours: Estimate
  /** Departures. */
  sailings: Estimate
  /** Service that it sailed most. */
  service: string
  /** Fleet and number. */
  ship: string
}

export type Side = {
  /** What binds the flow: limit and what one more unit saves, the dearest first. */
  binds: [string, number][]
  /** Every change made. */
  changes: ChangeShown[]
  cost?: (CostShown | null)
  /** Gap of the flow's proof. */
  gap: number
  /** Name of the stack; `base` where nothing is stacked. */
  id: string
  /** In words. */
  name: string
  /** Scenarios. */
  scenarios: string[]
  /** Facts that its scenarios and its cost rest on. */
  sources: FactShown[]
  /** Who argues for it and why. */
  why: string
}

export type Sign = {
  /** Share of the draws whose difference has the sign of the central one. */
  share: number
  /** The 5 and the 95 per cent point of the differences lie on one side of nothing. */
  sure: boolean
}

export type SimulateAnswer = {
  /** Berths and how much of them is taken. */
  berths: BerthUse[]
  /** Hours and charges at borders (CPMM indicators 1 and 2). */
  borders: BorderTimes[]
  /** Events handled in all replications. */
  events: number
  /** Lots that set out in all replications. */
  lots: number
  /** Remarks on the answer as a whole. */
  notes: string[]
  /** Days after which a lot is late, where they were told. */
  promised_days?: number | null
  /** What was asked. */
  question: SimulateAsked
  /** Where goods wait for a vehicle. */
  queues: Queue[]
  /** Yards, tanks and pools of wagons that bound or held something. */
  rooms: RoomUse[]
  /** Each row of demand and of opening stock. */
  rows: RowTimes[]
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Cost and speed by mode (CPMM indicators 3 and 4). */
  sections: Section[]
  /** Ships and what they did. */
  ships: ShipUse[]
  /** Whatever is scarce by the day, the busiest first. */
  stations: StationUse[]
  /** Hours of storms, added over regions. */
  storm_hours: Estimate
  /** Storms of the first replication. */
  storms: Storm[]
  /** What passed over each link, service and operation. */
  traffic: Traffic[]
}

export type SimulateAsked = {
  /** Finished ones. */
  finished: number
  /** First day. */
  first: string
  /** Last day, included. */
  last: string
  /** Replications asked for, and finished. */
  replications: number
  /** Scenarios stacked on the corridor. */
  scenarios: string[]
  /** Seed. */
  seed: number
}

export type SimulateRequest = {
  /** How many replications. */
  replications?: number
  /** Scenarios stacked on the corridor. */
  scenario?: string[]
  /** Seed of all luck: runs of one seed share their storms. */
  seed?: number
  /** Calendar year; without it, the last one that demand has. */
  year?: number | null
}

export type SimulateRun = {
  /** As `keruen simulate --json`. */
  answer: SimulateAnswer
  /** What moved in the first replication. */
  film: Film
}

export type Simulated = {
  /** Headlines, then the figures that some side changes, the surest change first. */
  figures: SimulatedFigure[]
  /** First day. */
  first: string
  /** Last day, included. */
  last: string
  /** Replications of each side. */
  replications: number
  /** Seed of all luck. */
  seed: number
}

export type SimulatedFigure = {
  /** Under the base, with its interval over replications. */
  base: Estimate
  /** It speaks of all through goods, and is told even where nothing changes. */
  headline: boolean
  /** Each other less the base, by pairs of replications; `None` where it has nothing to measure in some replication. */
  others: ((Difference | null))[]
  /** Unit. */
  unit: string
  /** What is measured, and of what. */
  what: string
}

export type SingleEffect = {
  /** It at the low and at the high end. */
  at_ends: Range
  /** Mean over the headlines of the change, in per cent of the base. */
  effect: number
  /** Low and high end. */
  ends: Range
  /** Headline that moves most. */
  headline: string
  /** `table:id.field`. */
  parameter: string
}

export type Smaa = {
  /** Share of the draws in which a scenario takes a rank: `[scenario][rank - 1]`. */
  acceptability: number[][]
  /** Share of the draws in which the first is better than the second: `[first][second]`. */
  beats: number[][]
  /** Mean weights of the draws that put it first; `None` where none does. */
  central: (number[] | null)[]
  /** Share of the draws of values in which it is first under its central weights. */
  confidence: (number | null)[]
  /** Draws. */
  draws: number
}

export type SourceRef = {
  /** Date the value holds for, as printed. */
  as_of: string
  /** Fact that was read. */
  fact: string
  /** official, press or estimate. */
  grade: string
  /** Publisher. */
  publisher: string
  /** Title. */
  title: string
  /** Link. */
  url: string
}

export type SourcesAnswer = {
  /** Citations that name what is not there. */
  broken: string[]
  /** By group. */
  groups: Group[]
  /** Parameters ordered by what their low-high does to the answers. */
  influence: Influence[]
  /** Share of `read` and `computed` among the parameters, each weighted by what a change of it by one per cent does to the answers of the study. */
  influence_weighted_sourced: number
  /** How influence was computed. */
  method: string
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** Facts older than the stated age. */
  stale: Stale[]
  /** Age in days from which a fact is stale. */
  stale_after_days: number
  /** Over all groups. */
  totals: Counts
}

export type SourcesRequest = {
  /** Facts older than so many days count as stale. */
  stale_after?: number
}

export type Span = {
  /** High end. */
  high: number
  /** Low end. */
  low: number
  /** Central value. */
  mid: number
}

export type Spread = {
  /** Hours at which the first bin begins. */
  from_hours: number
  /** Share of the lots in each bin. */
  shares: number[]
  /** Hours of a bin. */
  width_hours: number
}

export type Stage = "queued" | "running" | "done" | "failed" | "cancelled" | "broken_off"

export type Stale = {
  /** Age at the corridor's day, in days. */
  age_days: number
  /** Date it holds for, as printed. */
  as_of: string
  /** Fact. */
  fact: string
}

export type StateEvent = {
  /** A JobState as JSON. */
  data: string
  /** Always `state`. */
  event: string
}

export type StationUse = {
  /** Hours that a lot waits for its turn. */
  hours: Estimate
  /** Resource and direction. */
  resource: string
  /** Share of the time at work. */
  share: Estimate
}

export type StepFlow = {
  /** Operators whose receipts change most, in US dollars. */
  gains: [string, number][]
  /** Limit, as in [`LimitFlow::limit`]. */
  limit: string
  /** How much more, in the unit of the limit. */
  more: number
  /** Period. */
  period: string
  /** US dollars of generalised cost saved, what stays behind included. */
  saves_usd: number
  /** Tonnes of through demand that the corridor carries more. */
  tonnes: number
  /** Unit of the limit. */
  unit: string
  /** What the step is: one more vehicle, a tenth more. */
  what: string
}

export type Storm = {
  /** It begins. */
  from_hours: number
  /** Region. */
  region: string
  /** It ends. */
  to_hours: number
}

export type Stream = {
  /** Cargo that comes out. */
  cargo: string
  /** Tonnes a year, by the newest whole year counted at the link up to the day; `None` where none was. */
  flow_t?: number | null
  limit?: (BlendLimit | null)
  /** Tonnes in the line: flow x days. */
  line_fill_t?: number | null
  /** Observation it rests on. */
  observation: string
}

export type Stretch = {
  /** From. */
  from: string
  /** Links in the order in which they are passed; none where it is not known, then it is drawn straight. */
  links: string[]
  /** To. */
  to: string
}

export type TankerUse = {
  /** Load of the largest ship of the service's fleets. */
  largest_ship_t?: number | null
  /** Leg of the way, counted from 0. */
  leg: number
  /** Least lot taken. */
  minimum_lot_t?: number | null
  /** Service. */
  service: string
  /** Tonnage of the service's fleets by country of the owner, largest first. Ships may be shared with other lines. */
  tonnage: Tonnage[]
  /** Voyages of the largest ship that the lot needs. */
  voyages?: number | null
}

export type Terms = {
  /** What a carrier's further tonne-km costs it, as part of its receipts for one in the base. */
  carrier_cost: Span
  /** Discount rate a year. */
  discount: Span
  /** Where both come from. */
  why: string
}

export type Texts = {
  /** The texts. */
  texts: string[]
}

export type TextsSaid = {
  /** By the English text; one that neither the catalogue nor the names of the corridor know is not among them. */
  texts: Record<string, string>
}

export type Tonnage = {
  /** Country of the owner; empty where the tables do not say. */
  country: string
  /** Part of all. */
  share: number
  /** Ships. */
  ships: number
  /** Sum of their largest loads. */
  tonnes: number
}

export type Totals = {
  /** kg CO2e, well-to-wheel. */
  co2e_kg: number
  co2e_range?: (Range | null)
  /** Money. */
  cost: CostTotal
  /** Distance. */
  distance_km: number
  /** Hours door to door. */
  hours: HoursTotal
  lateness?: (Lateness | null)
  /** Chance of a hard event: a port or line closed by weather when it is wanted, or a fixed departure missed by the work before it; events independent. `None` for data, which no weather stops. */
  risk?: number | null
}

export type Traffic = {
  /** Cargo. */
  cargo: string
  /** `forth` or `back`. */
  direction: string
  /** TEU. */
  teu: number
  /** Tonnes. */
  tonnes: number
  /** Trucks. */
  trucks: number
  /** Wagons. */
  wagons: number
  /** `table:id`. */
  what: string
}

export type Verdict = "used" | "dominated" | "refused" | "quota" | "small_lot" | "no_price" | "asked" | "draught" | "not_open" | "unfit" | "gauge" | "limited" | "unreached" | "dead_end"

export type Way = {
  /** Local day and clock of arrival, if everything takes its median. */
  arrives: string
  chain?: (Chain | null)
  /** Local day and clock of departure, `YYYY-MM-DD HH:MM`. */
  departs: string
  /** What the sheet does not hold. */
  gaps: string[]
  /** First of its labels: cheapest, fastest, greenest, safest, balanced, or `way N`. */
  label: string
  /** All its labels. */
  labels: string[]
  /** First day on which the goods may leave: the day asked for, or the one on which the last permit is there (medians). */
  leave_from: string
  /** Legs in order. */
  legs: Leg[]
  light?: (LightPath | null)
  netback?: (Netback | null)
  oil?: (OilLot | null)
  /** Papers, once each. */
  papers: string[]
  /** Parameters by which the goods were weighed and counted, as `table:id.field`. */
  parameters: string[]
  /** Permits that must be held, and from when the goods may leave. */
  permits: PermitNeed[]
  seats?: (Seats | null)
  /** `quotation` only when every charge is read, applicable and valid on the day; else `indicative cost sheet`. */
  sheet: string
  /** In one line: the places and services that tell it from others. */
  summary: string
  /** Totals. */
  totals: Totals
}

export type WayFlow = {
  /** Sum of the amounts. */
  amount: number
  /** How much, in the unit of the wish, each period. */
  amounts: number[]
  /** kg CO2e for one unit. */
  co2e_kg: number
  /** Origin. */
  from: string
  /** Hours door to door, without queues. */
  hours: number
  /** Kilometres. */
  km: number
  /** Outside option rather than a way of the corridor. */
  outside: boolean
  /** Services ridden, in order. */
  services: string[]
  /** Countries and services in order. */
  summary: string
  /** Charges for one unit. */
  usd: number
}

export type WhyNot = {
  /** What was taken out on the way through it, in order; for the verdicts that rest on something taken out. */
  because: Refused[]
  /** Its name. */
  name: string
  /** What would change the answer: permits, papers, scenarios, days. */
  opened_by: string[]
  /** The question without the wish to use it. */
  question: Asked
  /** The reason in a sentence or two. */
  reason: string
  /** [`SCHEMA_VERSION`]. */
  schema_version: number
  /** What was asked about: `table:id`, or a country. */
  subject: string
  /** Exactly one reason. */
  verdict: Verdict
  /** Where it is used or allowed: the best ways through it, each with the ways that beat it. */
  ways: Compared[]
}

export type WhyNotQuestion = {
  /** The consignment. */
  question: RouteQuestion
  /** A service, link, place, facility, operator or country. */
  subject: string
}

export type WishFlow = {
  /** How much was wished for. */
  asked: number
  /** Cargo. */
  cargo: string
  /** How much the corridor carries. */
  carried: number
  /** Origin; empty where several compete. */
  from: string
  /** US dollars that an hour of one unit is worth. */
  hour_usd: number
  /** `through` or `background`. */
  kind: string
  /** Why something stays behind, in words, where no limit alone explains it. */
  left_because?: string | null
  /** Why nothing moves at all, where no way exists. */
  no_way?: string | null
  /** How much takes the outside option. */
  outside: number
  /** Of what stays behind or goes outside though the corridor is cheaper: what stops it. */
  stopped_by: string[]
  /** Destination. */
  to: string
  /** Unit of the amounts. */
  unit: string
  /** Tonnes of one unit. */
  unit_tonnes: number
  /** How much stays behind. */
  unserved: number
  /** Ways taken, the largest first. */
  ways: WayFlow[]
  /** Demand row, or market row for goods that several origins offer. */
  wish: string
}

export type Worth = {
  /** Sum of the three. */
  all: Span
  /** Gain of whoever pays subsidies and takes dues that no operator gets. */
  budgets: number
  /** Gain of carriers and ports a year: receipts less the cost of what they carry more. */
  carriers: Span
  drawn?: (Drawn | null)
  /** Economic rate of return at the central values; `None` without cost or life, or where no rate makes it nothing. */
  irr?: number | null
  npv?: (Span | null)
  /** Gain of shippers a year, US dollars: money and time, by the rule of half. */
  shippers: Span
  /** Why there is none. */
  why: string
}
