# What engines and tables say in English, found again by its English form.

## Labels of ways, kinds of sheets and figures.
said-cost-sheet = indicative cost sheet
said-quotation = quotation
said-hours-kind = sum of the medians of the parts, without queues; 90th percentile of the whole, storms shared
said-light-kind = path length x delay of light in glass + equipment

## Waits.
said-wait-headway = expected: evenly between no wait and one headway
said-wait-full = expected without a queue: evenly between no wait and the longest wait of a service that leaves when full
said-wait-simulated = as simulated, queue included: half of the lots wait up to { $half } h, nine in ten up to { $nine } h
said-wait-observed = as observed from { $first } to { $last } ({ $place }): { $low } to { $high } h in all, less { $own } h without a wait
said-wait-timetable = for the first departure of the timetable that is made
said-wait-hours = until the facility opens
said-wait-cut-off = the cut-off before a departure on demand
said-wait-until-open = wait until open: { $name }
said-wait-for = wait for { $name }
said-entry-exit = entry-exit transit
said-haul = haul on one railway

## What is missing.
said-chain-scope = well-to-wheel CO2e of transport and hub operations; activity counted on the distance of the stated basis, without a distance adjustment factor; borders, papers and waits have no activity
said-no-factor-at = { $name }: no factor for { $names }
said-no-factor = no factor for { $names }
said-empty-running = empty running is not stated for { $names }
said-no-charge = no charge is known for: { $names }
said-no-emission = no emission factor is known for: { $names }
said-light-ship = { $name }: the water at { $place } leaves { $depth } m of the { $wanted } m that the { $vehicle } draws, so that it takes { $left } of { $payload } t; a price a tonne does not say who bears the lost space

## Conditions and promises.
said-avoid = avoid { $what }
said-use = use { $what }
said-beside = beside { $what }
said-permits-asked = permits asked for on { $day }
said-within = within { $days } days
said-by-end = by the end of { $day }

## Remarks on an answer.
said-exact = Ways are exact for the additive criteria cost, time (sum of medians), CO2e and risk of hard events; waits for a departure without a published timetable are expected values. Prices are those of the day of departure.
said-coarser = Asked for coarser: a way may be missing if one that is shown is at most { $share } % worse in time, CO2e and risk and no dearer; waits for a departure without a published timetable are expected values. Prices are those of the day of departure.
said-large-lot = The lot is large: the front is exact in units of { $unit } { $name }.
said-cents = US cents
said-seconds = seconds
said-grams = grams of CO2e
said-millionths = millionths of risk
said-ways-worth = { $all } ways are worth taking; { $shown } are shown.
said-door-to-door = Time counts from door to door, so departures of different days compare by what they take, not by when they arrive.

## Why there is no way.
said-none-left = what was taken out left none: { $sentences }
said-sentence = { $name } ({ $rule }): { $reason }
said-asked-away = you asked to keep away from it
said-without-condition = the same question without this condition
said-larger-lot = a larger lot
said-no-tariff = no tariff row holds for these goods here on this day, and nothing travels free because a table lacks a row
said-tariff-row = a row of table tariff that holds here
said-small-lot = it takes no lot under { $least } t, and the lot is { $lot } t
said-quota-larger = { $reason } The quota of { $name } is { $quota } { $unit } a year, and the lot is larger.
said-lot-at-most = a lot of at most { $quota } { $unit }
said-permit-by = permit { $name } by { $authority }
said-day-rule-ends = a day from { $day } on, when the rule no longer holds
said-no-paper-of = no paper in the tables; a consent of { $authority } would be a row of table rule that allows { $what }
said-no-paper = no paper in the tables; a consent would be a row of table rule that allows { $what }
said-too-shallow = on this day the water at { $place } is too shallow for every ship of the service
said-deeper-water = deeper water at { $place }, or a ship that draws less
said-limits = ways exist, but none keeps the limits that you set
said-raise = raise the price cap, the CO2e budget or the latest arrival, one at a time
said-take-back = take back one refusal at a time: a permit, another day, another equipment, or a scenario that opens the way
said-check = check equipment, day and scenario; places on the way are listed by `keruen explain`
said-cannot-load = nothing at { $place } can load this cargo onto a train, ship, truck or pipe ({ $n } facilities are open there on this day)
said-no-chain = no chain of open links, services and operations leads from { $from } to { $to } for this cargo on this day
said-all-used = the goods reach { $place }, but no way there uses all that must be used without riding a stretch out and back
said-no-unloading = the goods reach { $place } (on { $on }), but no operation unloads this cargo there
said-no-clearing = the goods reach { $place }, but no border operation there clears them into the country

## What works instead.
said-not-avoided = { $what } is not avoided
said-need-not-be-used = { $what } need not be used
said-alone = the goods travel alone
said-in = in { $name }
said-later = leaving on { $day } instead of { $asked }
said-to-instead = to { $place } instead
said-from-instead = from { $place } instead

## Papers.
said-transit-declaration = transit declaration
said-smgs = SMGS consignment note
said-smgs-waybill = SMGS waybill
said-phytosanitary = phytosanitary certificate
said-bill-of-lading = bill of lading
said-import-declaration = import or transit declaration
said-cmr = CMR consignment note
said-tir = TIR carnet or transit declaration
said-ship-list = ship list of wagons
said-quality = quality certificate
said-cim-smgs = common CIM/SMGS consignment note
said-cim = CIM consignment note
said-origin = certificate of origin
said-passport = passport
said-dangerous-goods = dangerous goods transport document (UN 2912, LSA-I, package IP-1)
said-radiation = radiation survey certificate

## Authorities and countries.
said-nuclear-authority = nuclear authority of { $country }
said-radiation-authority = nuclear and radiation authority of { $country }
said-quarantine = plant quarantine service of { $country }
said-government = Government of { $country }
said-agriculture = Ministry of Agriculture of { $country }
said-energy = Ministry of Energy of { $country }
said-port-or-railway = port or railway authority
said-ship-owner = ship owner
said-owner-and-flag = ship owner and flag state
said-pipeline-operator = pipeline operator
said-insurers = insurers, banks
said-model-default = model default
said-kazakhstan = Kazakhstan
said-azerbaijan = Azerbaijan
said-georgia = Georgia
said-russia = Russia
said-russian-federation = the Russian Federation
said-china = China
said-france = France
said-united-states = the United States
said-canada = Canada
said-armenia = Armenia
said-turkiye = Turkiye
said-iran = Iran
said-uzbekistan = Uzbekistan
said-turkmenistan = Turkmenistan
said-poland = Poland

## What charges hold.
said-includes-haulage = haulage, platform wagon and marshalling on the way
said-includes-wagon = haulage with a wagon of the railway and its way back; marshalling on the way
said-includes-road = driver, fuel, tolls
said-includes-sea = sea freight
said-includes-transit = whole charge of the railway between the two places; takes the place of its kilometre rates
said-includes-taxes = taxes and airport charges
said-includes-pumping = pumping, storage at the ends and loading at the sea terminal
said-includes-charter = chartered ship of the lot; a smaller lot than 24 containers pays the whole ship
said-excludes-lifts = lifts, gauge change, border fees
said-excludes-loading = loading, border fees, ferries
said-excludes-border = border fees or ferries
said-excludes-port-lifts = the lifts in the ports

## A study.
said-computed-status = computed
said-sources-only = sources only
said-not-computable = not computable
said-sources-side-by-side = No model answer is needed: the sources are set side by side.
said-not-computable-why = Not computable: { $why }
said-finding = { $variant }: from { $usd } USD, from { $days } days, from { $kg } kg CO2e
said-finding-light-usd = { $variant }: { $ms } ms one way, { $usd } USD
said-finding-light = { $variant }: { $ms } ms one way
said-finding-none = { $variant }: no way ({ $reason })
said-influence-method = influence: mean change of the study's headlines (least cost, hours, CO2e of each variant) when the value goes from low to high; weight of a figure in the sourced share: mean change for one per cent of the value, read and assumed alike
said-cost-a-tonne = cost a tonne, cheapest way
said-netback = netback, cheapest way
said-injection = from injection to delivery
said-blend-ratio = blend ratio that the stream bears
said-latency-one = latency, one way
said-latency-both = latency, round trip
said-pair-working = protected pair: working way, one way
said-pair-protection = protected pair: protection, one way
said-availability-working = availability of the working way
said-availability-pair = availability of the pair
said-fare-before = fare before subsidy, one way
said-departures-a-week = departures a week
said-return-cheapest = return trip, cheapest
said-return-unsubsidised = return trip without subsidy

## What flow and simulation say.
said-method-least-cost = least-cost
said-method-most = max-throughput
said-method-choice = choice
said-one-more-vehicle = one more vehicle
said-tenth-more = a tenth more
said-no-way-there = no chain of open links, services and operations leads there; ask `keruen route` for the reason
said-operator = operator
said-forth = forth
said-back = back
said-both = both
said-pieces = pieces
said-hours-through = hours of through goods
said-tonnes-through-arrived = tonnes of through goods that arrived
said-hours-wait-ships = hours that through goods wait for ships
said-hours-wait-room = hours that through goods wait for room, wagons or permits
said-pieces-wait-ships = pieces waiting for ships
said-hours-off-ports = hours of ships off ports
said-hours-wait-line = hours of waiting for { $line } at { $place }
said-pieces-wait-line = pieces waiting for { $line } at { $place }
said-hours-of-row = hours of { $row }
said-tonnes-of-row = tonnes of { $row }

## Why not.
said-is-used-one = { $name } is used by the { $way } way.
said-is-used = { $name } is used by { $n } ways of the answer ({ $ways }).
said-is-dominated = { $name } is allowed, but every way through it is beaten in cost, time, CO2e and risk at once.
said-would-need = A way through { $name } would need what was taken out: { $sentences }
said-part-closed = { $name } is open, but { $part } is not open on this day.
said-dead-end = The goods reach { $name }, but nothing open on this day leads on from there to { $to } without a stretch being ridden out and back.
said-nothing-puts = The goods come to { $place } (on { $on }), but nothing there puts them on { $name }.
said-no-chain-to = No chain of open links, services and work leads from { $from } to { $name } for these goods on this day.
said-cannot-stand = These goods in this equipment cannot stand on { $name }.
said-other-goods = { $name } takes other goods or other equipment.
said-no-fit = Table fit lets none of the equipment on the vehicles of { $name }.
said-other-gauge = The goods come to { $name } on rails of another gauge, and nothing there changes it.
said-only-scenario = { $name } is in no table; only a scenario brings it.
said-opens-on = { $name } opens on { $from }; the question is for { $day }.
said-was-open = { $name } was open until { $to }; the question is for { $day }.
said-status = { $name } is not open: its status is { $status }.
said-day-from = a day from { $day } on
said-day-up-to = a day up to { $day }
said-under-construction = construction
said-proposed = proposed
said-closed = closed

## What the command says when it cannot go on.
said-did-you-mean = { $what }; did you mean { $near }?
said-no-corridor = { $name } is no corridor: no folder with a corridor.toml
said-there-is-no = there is no { $what }
said-place-quoted = place { $name }
said-scenario-quoted = scenario { $name }
said-cargo-quoted = cargo { $name }
said-unit-quoted = unit { $name }
said-nothing-called = nothing is called { $name }
said-not-a-day = { $day } is not a day that exists, as YYYY-MM-DD
said-where-to = from where to where? { $command }
said-no-wishes = tables demand and market have no row for { $year }; ask for a year that they have
said-cannot-write = cannot write { $file }: { $why }
said-is-there = { $file } is there already; nothing was touched
said-nothing-moves = nothing moves over { $id }; --csv lists what does
said-positive = a quantity is a number above zero
said-too-much = a quantity is at most a million million, in any unit
said-counted-in = the cargo is counted in { $own }, not in { $asked }; ask in { $units }
said-stopped = stopped before the answer was found
said-no-fit-row = table fit does not say how much { $cargo } goes into one { $equipment }; add a row with its load

## Papers of the bundled corridor that name a count.
said-tonnage-account = account of the Kazakh share of tonnage
said-traffic-right-printed = traffic right of the carrier, { $one } - { $other } ({ $n } flights a week for each side, as printed in { $year })
said-traffic-right = traffic right of the carrier, { $one } - { $other } ({ $n } flights a week in all, { $pair } on this pair)

## Parties, seats, cables and proposals.
said-more = more
said-less = less
said-points = points
said-ranks = ranks
said-intervals-given = intervals
said-free = free
said-group-budget = budget
said-group-business = business
said-group-debt = debt
said-group-economy = economy
said-group-environment = environment
said-group-risk = risk
said-group-service = service
said-group-society = society
said-turkiye-own = Türkiye
said-hungary = Hungary
said-kyrgyzstan = Kyrgyzstan
said-tajikistan = Tajikistan
said-development-bank = Development bank
said-environmental-ngo = Environmental NGO
said-railways-and-lines = Railways and shipping lines
said-sea-ports = Sea ports
said-shippers-forwarders = Shippers and forwarders
said-note-bank = Example points, not a policy of any bank: what a project returns, what it costs, and its emissions.
said-note-carrier = Example ranks, not a position of any company: what is left of receipts, then traffic.
said-note-port = Example ranks, not a position of any port: traffic first.
said-note-shipper = Example shares as intervals, not a position of any company: price and days.
said-note-ngo = Example weights that are left open within an order: emissions first, spending second; not a position of any organisation.
said-note-ships-more = Example weights, not a position of the state: a state that ships more than it carries puts shippers and days first.
said-note-links = Example weights, not a position of the state: links between people and data count beside freight.
said-note-receipts = Example weights, not a position of the state: own receipts first, then shippers and traffic, budget, and the environment.
said-gain-shippers = gain of shippers
said-gain-carriers = gain of carriers and ports
said-gain-budgets = gain of budgets
said-money-once = money spent once
said-npv = net present value
said-change-of = change of { $what }
said-change-receipts = change of receipts, { $who }
said-through-carried = through demand carried
said-boxes-carried = through containers carried
said-through-left = through demand left behind
said-through-outside = through demand that goes by its outside option
said-through-charges = charges paid by through demand
said-through-generalised = charges and time of through demand
said-through-co2e = CO2e of through demand
said-background-carried = background traffic carried
said-figure-cheapest = { $ask }: cheapest way
said-figure-fastest = { $ask }: fastest way, without queues
said-figure-co2e = { $ask }: least CO2e
said-figure-ms = { $ask }: fastest, one way
said-figure-down = { $ask }: without service, two ways protecting each other
said-unit-t-yr = t/yr
said-unit-teu-yr = TEU/yr
said-unit-usd-yr = USD/yr
said-unit-usd = USD
said-unit-h-yr = h/yr
said-unit-days = days
said-unit-kg = kg
said-unit-ms = ms
said-baku = Baku
said-one-unit-less = one unit less cannot be: background traffic has taken all there is and moves first; any price from the low end up proves the optimum
said-nothing-done = Nothing is done
said-as-it-is = As it is
said-corridor-as-it-is = The corridor as it is
said-not-known-for = { $what } is not known for { $some } of { $all } scenarios
said-weighted-sum = weighted sum
said-method-mean = mean
said-method-borda = Borda
said-method-copeland = Copeland
said-eligible-trips = eligible trips { $n }
said-elasticity = elasticity { $n }
said-load-of-new = load of new flights { $n }
said-floor-fails = no use gives every state its floor: lower it, or raise the budget
said-eligible-told = Return trips of the eligible between two states a year at today's fares: { $mid } ({ $low } to { $high }); assumed. Counted so far: 222 and about 80 students between Azerbaijan and Kazakhstan (FLI-031); no page counts young scientists or their trips.
said-elasticity-told = Elasticity of trips to the fare: -{ $mid } ({ $low } to { $high }). Route level -1.4 (-1.2 to -1.5), supra-national level -0.6, times 0.95 inside Asia (FLI-026, FLI-028, FLI-029). The low end holds if every pair is subsidised at once.
said-new-load-told = Load of a flight that is new: { $mid } ({ $low } to { $high }); assumed.
said-voucher-told = Voucher: bands of Erasmus+ for a return trip, 180, 275, 360, 530, 820 EUR up to 500, 2000, 3000, 4000, 8000 km (FLI-030), at most the fare.
said-guarantee-told = Guarantee: cost of the rotation less its revenue, not below nothing, as Kazakhstan pays on home routes (FLI-001); cost and revenue of a seat kilometre 5.97 and 6.41 US cents (FLI-010). Kazakhstan paid 4.27 million KZT a rotation on Turkestan - Aktau (FLI-006, computed).
said-guarantee-note = A guarantee carries all travellers; a voucher pays the eligible alone. Extra trips of the two are not of the same people.
said-fares-note = Fares are computed in the tables, not published: see `{ $command }`.
said-direct-note = What a direct flight saves in hours is not counted: extra trips of a guarantee are those that the lower fare brings.
said-fibre-ends = Ends of availability: every fault rate times { $low } and { $high }, the range of the sources for buried and shallow-water cable (FIB-022, FIB-025, FIB-028).
said-fibre-ship = One repair ship for the cables of one sea; no page names one that is based in the Caspian, so its 20 days of repair are a proxy (FIB-023, FIB-024).
said-fibre-no-price = No public price of a Tbit/s was found, so a cable's worth stands in hours of service, not in money.
said-no-span = { $from } - { $to }: no span of the tables leads there
said-by-months = least-cost by months
said-one-day = All sides are asked for one day: the last that any of their scenarios speaks of, else that of the corridor.
said-flow-of = The flow is that of { $year } in { $periods }, at least cost and with given demand: a proposal moves goods between ways or from what stays behind; it makes no new demand.
said-twelve-months = twelve months
said-one-period = one period
said-simulated-luck = Simulations share their luck: replication by replication the same storms and the same arrivals on all sides; goods take the ways of the flow by months of their side.
said-flow-drawn = Low and high of the flow's figures are 5 and 95 per cent of the draws of assumed and proxy figures; one draw moves them alike on all sides, and what a scenario sets stands still. Those of ways come from the ranges of their prices.
said-flow-no-ends = Figures of the flow carry no low and high end: its ranges are not computed here. Those of ways come from the ranges of their prices.
said-side-idle = { $side }: none of the rows that it changes is open in { $year }, so nothing of it is seen; ask for a later year.
said-side-later = { $side }: speaks of a day after { $year }, so the flow of { $same } sees only those of its rows that are open then.
said-side-wishes = { $side }: wishes for other amounts than the base, so its gain of shippers is not a like-for-like figure.
said-no-gain-seen = this flow sees no gain: what it widens is not full in these periods, or its gain is not in money
said-no-cost-known = no source tells what it costs
said-no-life-known = no source tells how long it lasts
said-no-rate = no rate makes its present value nothing: it brings less than it costs
said-terms-assumed = Both assumed: no source of the corridor states a discount rate or what a carrier's next tonne-kilometre costs. Change them in study.toml, [round_table].
said-added = added
said-there = there
said-calibrated-note = Through demand and background traffic are those of table demand with the estimates in them; a hit of a counter that was used to estimate proves little.

## Answers cut off.
said-stopped-sides = Stopped before it was finished: { $sides } is not compared.
said-stopped-pairs = Stopped before every side was simulated: without pairs no simulated difference is told.
said-stopped-draws = Stopped before all draws were made: low and high rest on { $made } of { $asked }.

## What stands in lists of the whole corridor.
said-open = open
said-yes = yes
said-places-of = places: { $name }
said-payload-of = payload: { $name }
said-departures-of = departures: { $name }
said-ship-hours-of = ship-hours: { $name }
said-at-end-of-period = { $name }, at the end of the period
said-transport-work = transport work
said-lognormal = lognormal({ $law })
said-triangular = triangular({ $law })
said-ranges-still = Figures that were read or computed stand still, and so do assumed ones without a low and a high end; parameters move independently.

## Units in which things were counted.
said-unit-wagons = wagons
said-unit-trucks = trucks
said-unit-trains = trains
said-unit-containers = containers
said-unit-ships = ships
said-unit-calls = calls
said-unit-calls-month = calls/month
said-unit-voyages = voyages
said-unit-vehicles = vehicles
said-unit-persons = persons
said-unit-wagons-day = wagons/day
said-unit-trucks-voyage = trucks/voyage
said-unit-kmh = km/h
said-unit-mps = m/s

## Criteria of the round table, in short.
said-criterion-shippers = shippers
said-criterion-carriers = carriers
said-criterion-budgets = budgets
said-criterion-cost = cost
said-criterion-npv = npv
said-criterion-tonnes = tonnes
said-criterion-teu = teu
said-criterion-left = left
said-criterion-outside = outside
said-criterion-charges = charges
said-criterion-generalised = generalised
said-criterion-co2e = co2e
said-criterion-background = background
said-criterion-receipts = receipts-{ $country }
said-preset-turkic = (turkic)
said-preset-trade = (trade)
said-preset-cica = (cica)
said-preset-c6 = (c6)

## What counters say.
said-calibrate-hit = A hit after calibration proves little for a counter that was used; the left-out column and what was held out do.
said-calibrate-same-guess = Rows of one stream in different years share { $share } % of the variance of their prior: the same guess stands behind them (assumed).
said-calibrate-fixed = { $count } rows have no low and high in their citation, so they cannot move.
said-cause-stock = lots in the yard and those that wait for room in it, mean of the weeks; ships out of service beyond their availability, and wagons that the far shore does not take, stand in no table
said-cause-waited = longest wait of a lot that went aboard in these weeks, mean over replications
said-cause-days = mean of the boxes that arrived in these weeks; waits for a whole train, for locomotives of KTZ and for papers stand in no table beyond the operations' own times
said-cause-border = mean of the lots that pass; posts have slots and a time of work in the tables, but no shifts
said-cause-calls = calls of the service's ships; a parcel in the model is a ship's load
said-cause-boarded = wagons that went aboard westwards with a load in these weeks; the orders do not say whether both ways and empty wagons are counted, and the model has no empty ones
said-cause-trains = boxes that came off their first ship in these days over those of a train; trains that go elsewhere stand in no table
said-cause-sent = boxes that set out in these days over those of a train; table demand is built from the trains received, so that those still on the way at the end of a year do not set out in it
said-cause-counted = table count; what moves is flow's share of the wishes, so a miss is mostly that of the wish or of the share
said-cause-under-way = boxes sent and not off a ship on the last day over those of a train; table demand is built from the trains received
said-replayed = { $count } entries of the log were played again, and none breaks a capacity of the tables
said-rows-left-out = { $count } rows of { $file } have no period and are left out
said-send-now = send { $file } now; later the file with the weights and salt = { $salt } opens it

## When a verb cannot go on: parties, seats, cables, flows.
said-file-toml = { $file }.toml: { $why }
said-file-party = { $file }.toml, party { $party }: { $why }
said-os-no-file = No such file or directory (os error 2)
said-os-denied = Permission denied (os error 13)
said-os-folder = Is a directory (os error 21)
said-no-preset = there is no preset { $name }; there are { $list }
said-parties-stopped = stopped before the parties were heard
said-study-stopped = stopped before the study was finished
said-nobody-weighs = nobody weighs: name party files, or --preset c6, cica, turkic or trade
said-nothing-to-weigh = nothing to weigh: name scenarios with --scenarios; { $command } shows them
said-demand-empty = table demand is empty; a comparison needs wishes
said-flow-empty = tables demand and market are empty; a flow needs wishes
said-simulate-empty = tables demand and market are empty; a simulation needs goods that come
said-no-party = no [[party]] stands in it; docs/guides/round-table.md shows one
said-voice-below = voice { $n } must not be below zero
said-no-criterion = it has no [[party.criterion]]
said-criterion-twice = criterion { $name } stands twice
said-weights-one-way = give `points` to every criterion, or `rank` to every one, or `share` to every one, or none at all
said-criterion-better = criterion { $name }: better = { $told } must be "more" or "less"
said-criterion-shape = criterion { $name }: shape { $told } must be usual, u-shape, v-shape, level, linear or gaussian
said-criterion-finite = criterion { $name }: every number must be finite
said-criterion-ends = criterion { $name }: from worst { $worst } to best { $best } is not towards { $better }
said-criterion-thresholds = criterion { $name }: 0 <= indifference <= preference is wanted
said-criterion-curve = criterion { $name }: a curve rises from [0, 0] to [1, 1]
said-stands-too = it stands in { $file } too, and differs: keep one of them
said-points-below = points must not be below zero
said-one-needs-points = at least one criterion needs points
said-interval-ends = an interval must run from low to high between 0 and 1
said-intervals-reach = weights sum to 1, but the intervals reach from { $low } to { $high }; widen some
said-cannot-rank = { $n } scenario(s) cannot be ranked; name at least two
said-table-gaps = the table has gaps: each scenario needs one cell a criterion
said-salt-short = the salt needs at least 16 characters that nobody can guess
said-sealed-already = its weights are sealed already
said-salt-untold = weights are told, but not the salt that opens the seal
said-seal-other = weights and salt do not give the hash { $hash } that was told before
said-no-field = { $table } has no field { $field }
said-not-open-there = { $place } is in the tables with status { $status } from { $from } to { $to }, and not open on { $day }; ask for another day, or under a scenario that opens it
said-no-questions = there is no question { $name }: the corridor has no study with questions
said-no-question = the study has no question { $name }; it has { $list }
said-spread = --spread is a number above 0
said-calibrate-why = calibrate: { $why }
said-no-parameter = { $name }: there is no such parameter; name it table:id.field
said-is-no-number = { $name }: it is no number
said-cannot-be-free = { $name }: its citation gives no low and high, so it cannot be free
said-moves-already = { $name }: it moves already
said-no-row-moves = no row of demand of these years has a low and a high end in its citation
said-study-place = study.toml, { $place }: { $why }
said-no-rate-of = table fx has no rate of { $currency }; give the budget in USD
said-no-flights = the tables have no flights between two Turkic states
said-no-sum = --budget { $told } is no sum; write "1e9 KZT"
said-no-floor = --floor { $told } is not between 0 and 1
said-three-numbers = { $told }: write one number, or low,middle,high
said-name-a-base = name a base and at least one scenario to compare: { $command }
said-ranges-one = --ranges 1: a low and a high end need at least 2 samples
said-ranges-for = --ranges is for least-cost and max-throughput; for a choice ask with --spread 5 and 20
said-steps-alone = --steps solves the least cost again and goes with no other --method
said-at-least = --at-least { $told }: write LIMIT=AMOUNT, the limit as the answer names it
said-no-months = the calendar has no { $months } months from the year { $year }
said-unknown-subject = there is no service, link, place, operator or country { $name }; write table:id, or a country in two letters
said-more-faults = ... and { $count } more; { $command } lists them all
said-two-scenarios = two scenarios are called { $name }
said-under-way-name = block trains sent and not received at the end
said-file-csv = { $file }.csv: { $why }
said-nothing-comes = tables demand, market and stock have nothing that moves from { $first } to { $last }; ask for a year that they have
said-containers-carried = containers carried
said-generalised-cost = generalised cost
said-emissions = emissions
said-unit-kg-co2e = kg CO2e
said-weighed-outside = weighed goods outside or left
said-use-calibrate = calibrate
said-use-validate = validate-open

## How a flow was found, and why something is left.
said-come-back = Boxes and wagons of through demand come back to where they are wanted, at the prices for empties; a wagon's way back over a railway is in the price of its goods. Background traffic stands as it was counted.
said-may-wait = Goods may wait from one month to the next where the tables have a storage for them: { $carried } is what lies there when a month ends; nothing is carried over the end of the year.
said-choice-odds = Choice: odds of a way fall e times when it is { $percent } % dearer than the cheapest (assumed: no source; --spread changes it); a row's amount is what comes at base cost, so more than asked may be carried when cost falls; what is left goes elsewhere, by nothing that these tables have.
said-only-outside = no way of the corridor leads there, only its outside option, which choice leaves to elsewhere
said-go-elsewhere = { $percent } % go elsewhere: { $why }
said-dearer-than-base = its cheapest way is { $percent } % dearer than at base
said-limits-priced = the limits named have a price
said-nothing-left-of = background traffic has left nothing of { $limits } on its other ways
said-delivered = { $market }, delivered, USD a { $unit }, time counted: { $each }: at least cost the cheapest takes all it can, however little cheaper it is; the method { $method } splits by the difference.
said-equilibrium-how = Equilibrium: { $whose }; the price of a limit is { $price }, and a limit may be used beyond what there is. Waits by the queue over a period of Akcelik (1991), service as even as a timetable's (J = { $j }, assumed), each unit worth what the goods of its users lose in an hour. Hours of ways are without waits. Background traffic keeps its least-cost ways; ships sail as often as in the least-cost answer, and more where their fleets have time.
said-whose-user = everybody takes the way that is best for himself
said-whose-system = ways are those that are best for all together
said-price-user = what waiting for a unit of it costs who takes it
said-price-system = what taking a unit of it costs all, by the longer wait of others
said-nothing-there = Of these there is nothing, and no wait opens them: { $limits }.
said-range-not-found = its range could not be found: { $why }
said-no-limit = there is no limit { $limit } in the period; the flow answer lists them
said-method-equilibrium = equilibrium
said-method-system = system-optimum
