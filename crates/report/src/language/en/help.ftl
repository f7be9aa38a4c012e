# What the verbs and flags of the command say of themselves, found by the English sentence beside each flag.

## The program.
help-program = The keruen command.
help-help = Print help
help-help-more = Print help (see more with '--help')
help-help-less = Print help (see a summary with '-h')
help-version = Print version
help-lang = Language of answers in words: English, Kazakh, Azerbaijani, Russian, Turkish; without it, that of KERUEN_LANG, else English

## Verbs.
help-verb-route = How do I ship this consignment? Ways, an indicative cost sheet each, papers, a time-distance chart
help-verb-flow = How much does the corridor carry, what stays behind, and what is each bottleneck worth?
help-verb-simulate = What really happens: transit times, queues, ships and berths over many replications of a year
help-verb-validate = The model against what was seen: each counter, hit or miss, and the naive forecast it must beat
help-verb-calibrate = What the counters say about demand and about parameters marked free; writes a scenario, never the tables
help-verb-compare = Several scenarios side by side: what changes, figure by figure, who pays and who gains, what it is worth
help-verb-forum = Let several parties weigh scenarios: rankings, acceptability, where they agree, what flips the winner
help-verb-seats = What a budget for subsidised flights buys: pairs, vouchers or guarantees, by state
help-verb-fibre = What the cables add: latency by each way, availability, repair ship, whose country the traffic passes
help-verb-study = Run the questions of a corridor's study and write one report
help-verb-serve = See it: the corridor on a map in the browser, from this machine alone
help-verb-sources = Where the figures come from: counts by group and method, what the answers hang on
help-verb-explain = One figure: value, unit, method, range, sources with links, other values found
help-verb-scenario = Named changes: list, show, diff
help-verb-scenario-list = All scenarios of the corridor
help-verb-scenario-show = What a scenario changes: before and after, why, source
help-verb-scenario-diff = What differs between two scenarios ("base" = the corridor as it is)
help-verb-mcp = Answer an assistant: tools of the Model Context Protocol over stdio, or HTTP on this machine
help-verb-check = Check every table of a corridor against every rule
help-verb-new = Make a small valid corridor of your own that every verb answers at once
help-verb-export = Write a corridor in another format: csv, gmns, gtfs, geojson
help-verb-import = Read another format into a corridor folder: gmns, gtfs, tntp
help-verb-table = Tables as spreadsheets: export, import, the time/cost-distance sheet of UNESCAP
help-verb-table-export = Write tables of a corridor as one workbook, a sheet each, with units and citations
help-verb-table-import = Check a workbook over a corridor, and write a new corridor folder with its tables; faults are told by sheet and cell
help-verb-table-legs = Read a time/cost-distance sheet of UNESCAP (basic or detailed form): its legs and their sums, to compare a way with
help-verb-reference = Print the reference of all tables, the man page or completions

## Flags that several verbs share.
help-corridor = Corridor: a name or a folder
help-scenario = Stack a scenario on the corridor: its name, or a TOML file (repeat for more)
help-json = Print the answer as JSON
help-year = Calendar year; without it, the last one that table demand has
help-months = Twelve months instead of one year
help-top = Most rows of each list
help-threads = Threads; the answer is the same for any number
help-threads-samples = Threads of the samples; the answer is the same for any number
help-threads-influence = Threads for the influence of the figures; the answer is the same for any number
help-threads-influence-short = Threads for the influence of the figures
help-threads-both = Threads of samples and replications; the answer is the same for any number
help-seed = Seed
help-seed-samples = Seed of the samples
help-seed-draws = Seed of the draws
help-seed-all = Seed of the samples and of all luck
help-seed-luck = Seed of all luck: scenarios of one seed share their storms
help-html = Write a printable page too

## How do I ship this.
help-places = [CORRIDOR] FROM TO: places by id, name in five languages, UN/LOCODE or close spelling; with --batch the corridor alone
help-cargo = What is shipped (a row of table cargo)
help-equipment = In what it travels (a row of table equipment); without it, the usual of the cargo
help-quantity = How much
help-unit = Unit of the quantity (t, container, truck, wagon ...); without it, that of the cargo
help-day = Day of departure, YYYY-MM-DD
help-depart = Local clock of departure, HH:MM
help-any-day-in = Any departure of these days, FROM..TO: the ways worth taking over all of them, each with its day
help-arrive-by = There before the end of this day, YYYY-MM-DD: departures from --day (or --any-day-in) on, the latest that will do
help-max-cost = Ways that cost at most so many dollars
help-max-co2e = Ways that emit at most so many kg of CO2e
help-eps = A coarser, smaller set of ways: leave out what is at most this share worse in each criterion (0.05 = 5 %)
help-promise = What the customer was told, days (21) or a day (YYYY-MM-DD): the chance to keep it is told for each way
help-return = Come back on this day, YYYY-MM-DD: the way back is asked too and added
help-protected = Data: also two ways that share as little as can be, one to protect the other
help-avoid = Keep away from a country (KZ) or a row (service:ferry-kuryk-alat); repeat for more
help-use = Must go through this country (KZ) or over this place, link, service, facility or operator; repeat for more
help-beside = A cargo that travels together with the goods, for the rules that keep goods apart; repeat for more
help-permits-asked = Day on which the permits are asked for; without it, the day of departure
help-rules = Rules of your own beside those of the corridor: a CSV file in the shape of table rule (sanctions, house rules)
help-waits = Waits for ships and trains as a simulation of the same corridor found them (keruen simulate --waits-out FILE), in place of half a headway; or, with the word observed, those of table observation that had been seen before the day of departure, at borders too
help-ways = Most ways shown
help-full = Print the sheet of every way shown
help-why = List what rules and missing prices took out
help-why-not = Say why this service, link, place, facility, operator or country is not used, and what using it would cost
help-route-geojson = Write the ways and their legs with their geometry as GeoJSON too (- = print them instead of the answer)
help-route-csv = Write legs and charges as CSV too, one row each (- = print them instead of the answer)
help-batch = Answer every consignment of a CSV file: columns from, to, cargo and, where wanted, id, equipment, quantity, unit, day, scenario, avoid, use, beside, permits_asked
help-batch-out = Where the answers of a batch go; without it, to the standard output
help-batch-threads = Threads of a batch; the answers are the same for any number

## What moves, and what is left.
help-storage = With --months: goods may lie in storages from one month to the next (some three times as long)
help-empties = Boxes and wagons come back to where they are wanted: loaded and empty moves are found together
help-markets = Let origins compete for the markets that have a price (wheat), instead of taking the demand rows as they are
help-method = What is made least, or most
help-link = Who uses this link, service or operation, from where to where
help-steps = Solve again with a tenth more of each of the N dearest limits: what it brings, and whom
help-flow-csv = Write what moves over every link, service and operation as CSV
help-flow-parquet = Write what moves over every link, service and operation as an Apache Parquet file
help-flow-geojson = Write what moves over every link with its line as GeoJSON (- = print it instead of the answer)
help-must = A wish that must be carried whole, whatever it costs (repeat for more); what contradicts is named
help-at-least = A limit of which at least so much must be used (repeat for more); what contradicts is named
help-flow-ranges = Low and high of every headline over N samples of the assumed and proxy figures, which of them matter, and whether bottlenecks keep their order
help-csv-limits = Write every limit with its use, price, interval and how far the price holds as CSV
help-spread = Choice only: odds of a way fall e times when it is 1/SPREAD dearer (assumed, 5 to 20 plausible)
help-least-cost = Least generalised cost under hard capacities
help-max-throughput = First as much as possible, then the least cost
help-choice = Shippers choose among distinct ways and elsewhere (logit) under hard capacities
help-equilibrium = Full limits make wait: everybody takes the way that is best for himself, waits included
help-system-optimum = The same, ways best for all together

## What really happens.
help-replications = How many replications
help-simulate-months = How many months, from January of the year; beyond December the demand of the next year comes
help-divert-after = Goods turn to another way of the same wish, its outside option included, when the first in the queue of their ship has waited so many days
help-simulate-promise = Print the share of lots that arrive within so many days
help-foresight = How far senders see when they choose their ways, which are those of the least-cost flow
help-foresight-year = The year as a whole, as a contract binds them
help-foresight-months = Each month with its storms beforehand
help-cheapest = Everything on its cheapest way, instead of on the ways and in the shares of the least-cost flow
help-simulate-csv = Write the transit times of every row as CSV
help-against = Print what this scenario, stacked on those of --scenario, changes: differences with the same luck, and their intervals
help-precision = Stop when the hours of through goods are known to this share (0.02 = 2 %); --replications is the most, 10 the fewest
help-log = Write what happened in the first replication, event by event, as CSV; it is played again and checked against the tables
help-waits-out = Write the waits found, as JSON that other verbs can plan with
help-simulate-html = Write charts of transit times, queues and storms as one page
help-score = Print observations of the days simulated beside what comes out

## What was counted.
help-validate-year = Calendar year (repeat for more); without it, every year of table demand
help-observations = More observations: a CSV file in the shape of table observation
help-validate-ranges = Fill in the low and high end of every counter over N samples of the assumed and proxy figures
help-require = Exit with 1 unless this share of the counters is hit, 0 to 1
help-calibrate-years = Calendar years whose counters are used, as 2023,2024; without it, every year of table demand
help-free = A parameter that may move beside demand, within the ends of its citation: table:id.field (repeat for more)
help-calibrate-out = Write the estimates as a scenario file

## What is weighed.
help-sides = [CORRIDOR] BASE A [B..]: stacks of scenarios, joined by +; `base` is the corridor as it is
help-compare-year = Calendar year of the flow; without it, that of the study's round table, else the last one that table demand has
help-compare-months = Twelve months instead of one year: what is half used over the year may be full in November
help-compare-question = Questions of the study that are asked under every side, as question or question/variant; without it, those of the round table
help-compare-ranges = Low and high of the flow's figures and of their differences over N samples of the assumed and proxy figures, the same samples on all sides, and whether the sign of each difference is sure
help-compare-with = Ask these of every side too: simulate = the year with queues, weather and ships, replication by replication with the same luck
help-with-simulate = The year with queues, weather and ships that leave when full
help-compare-replications = With simulate: how many replications of each side
help-compare-top = Most payers of each kind, and simulated figures beside the headlines
help-compare-csv = Write the figures as CSV too (- = print them instead of the answer)
help-compare-xlsx = Write the figures as a workbook too
help-parties = [CORRIDOR] PARTY-FILES: TOML files of parties, merged; docs/guides/round-table.md shows one
help-preset = Parties at hand with example weights: c6, cica, turkic, trade; repeat for more
help-forum-scenarios = What is weighed: proposals of the study's round table, or stacks of scenarios joined by +; without it, every proposal
help-forum-year = Calendar year of the flow
help-draws = Draws of weights and values for each party
help-forum-html = Write the minutes as one page
help-forum-svg = Write the acceptability of each party as SVG: FILE gets the party's name before its ending
help-forum-csv = Write the rankings as CSV
help-forum-xlsx = Write the rankings and every comparison as a workbook
help-merged = Write all parties that were read as one party file
help-seal = Compare nothing: write the one party file with its weights sealed by this salt, and tell the hashes
help-criteria = The criteria that a party may weigh

## Seats and cables.
help-budget = Money a year, a number and its currency
help-floor = Part of the budget that each state must see at least, 0 to 1
help-eligible = Return trips of the eligible between two states a year: one number, or LOW,MIDDLE,HIGH
help-elasticity = Elasticity of trips to the fare, not signed: one number, or LOW,MIDDLE,HIGH
help-seats-top = Most pairs listed
help-stage = Stages compared, in order, each a stack of scenarios joined by +; without it: base, cable-in-service, second-cable
help-fibre-from = Places at one end; without it: almaty, astana, baku
help-fibre-to = Places at the other end; without it: frankfurt, istanbul, singapore
help-fibre-replications = Replications of faults and repairs
help-fibre-years = Years of each replication

## The study, the page, an assistant.
help-study-out = Folder in which the study's folder is made
help-study-json = Print the answers as JSON too
help-port = Port; 0 takes a free one
help-listen = Let other machines in, at this address of ours; needs --token
help-token = Secret of 16 characters or more that every browser must show
help-store = Folder in which answers are kept
help-serve-threads = Threads that answer; without it, one a core
help-mcp-corridor = Corridor: a name or a folder; nothing else is read
help-http = Serve HTTP on this port of the loopback address instead of stdio (0 = any that is free)
help-seconds = Longest time for one answer

## The tables.
help-sources-top = How many parameters are listed
help-stale-after = Facts older than this count as stale
help-what = table:id.field, table:id, resource at a facility (facility:aktau-ferry.berths), an id, or the name of a place
help-scenario-name = Scenario
help-one-side = One side
help-other-side = Other side
help-check-json = Print the faults as JSON
help-new-dir = Folder to make; it must not exist
help-format = Format
help-export-target = Folder (csv, gmns, gtfs) or file (geojson, datapackage) to write; it must not exist
help-import-source = What to read: a folder (gmns), a zip or folder (gtfs) or a network file (tntp)
help-import-target = Corridor folder to write; it must not exist
help-trips = Trips of the network (tntp), as demand
help-workbook-out = Workbook to write (.xlsx); it must not exist
help-workbook-in = Workbook to read (.xlsx)
help-only-table = Only this table; repeat for more
help-replaced-corridor = Corridor whose tables it replaces: a name or a folder
help-table-out = Corridor folder to write; it must not exist. Without it, the workbook is only checked
help-reference-what = What to print
help-reference-verb = With man: the page of one verb instead of the first
